"""Sections of the report that tell what happened when: the timeline, decisions, what came back, how long it stood."""

from collections.abc import Iterator
from dataclasses import dataclass

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.exercise.wording import Wording
from blackstart.core.play.commands import ApplyEffects, Believe, Entry, Jump, Note, Say, Seen, TakeBack
from blackstart.core.review.deeds import Deed, DeedKind
from blackstart.core.review.holds import held_spans
from blackstart.core.review.milestones import decision_times
from blackstart.core.review.report.model import Block, Paragraph, Section, Table, listed
from blackstart.core.review.report.source import HALF_AN_HOUR_S, Teller
from blackstart.core.review.report.strips_figure import strips_figure
from blackstart.core.review.restores import Outage, outages


@dataclass(frozen=True, slots=True)
class _Line:
    at: Seconds
    kind: str
    who: str
    words: str


def timeline(teller: Teller) -> Section:
    """Return injects, decisions, actions and public words on one axis, with the strips of all components."""
    lines = sorted(_lines(teller), key=lambda line: line.at)
    head = tuple(teller.say(f"report.timeline.{key}") for key in ("time", "kind", "who", "what"))
    rows = tuple(
        (clock_face(each.at), teller.say(f"report.timeline.is.{each.kind}"), each.who, each.words) for each in lines
    )
    blocks: list[Block] = [strips_figure(teller)]
    blocks.append(listed(Table("timeline", "", head, rows, wide=(3,)), teller.say("report.timeline.nothing")))
    return Section("timeline", teller.say("report.timeline.title"), tuple(blocks))


def decisions(teller: Teller) -> Section:
    """Return every decision and action with its rationale, and what it saved or cost by the model."""
    source = teller.source
    head = tuple(
        teller.say(f"report.decisions.{key}")
        for key in ("number", "time", "who", "asked", "what", "why", "confidence", "took", "saved")
    )
    rows = tuple(_decision(teller, each) for each in source.deeds)
    table = Table("decisions", "", head, rows, wide=(3, 4, 5), numbers=(7, 8))
    note = (Paragraph(teller.say("report.decisions.saved-note"), "note"),) if rows else ()
    told = listed(table, teller.say("report.decisions.none"))
    return Section("decisions", teller.say("report.decisions.title"), (told, *note))


def measures(teller: Teller) -> Section:
    """Return what services were lost and when they were back, against their targets, and how long the clock stood."""
    story = teller.source.story
    head = tuple(
        teller.say(f"report.outages.{key}") for key in ("service", "down", "serves", "back", "took", "target", "met")
    )
    rows = tuple(_outage(teller, each) for each in outages(story))
    table = Table("outages", teller.say("report.outages.title"), head, rows, wide=(0,), numbers=(1, 2, 3, 4, 5))
    blocks: list[Block] = [listed(table, teller.say("report.outages.none"))]
    blocks.append(Paragraph(teller.say("report.outages.note"), "note"))
    blocks += _holds(teller)
    return Section("measures", teller.say("report.outages.section"), tuple(blocks))


def notes(teller: Teller) -> Section:
    """Return what was noted by facilitator and evaluators: not for the participants' version."""
    rows = tuple(row for entry in teller.source.story.entries for row in _note(teller, entry))
    head = tuple(teller.say(f"report.notes.{key}") for key in ("time", "by", "text", "about"))
    table = Table("notes", "", head, rows, wide=(2,))
    return Section("notes", teller.say("report.notes.title"), (listed(table, teller.say("report.notes.none")),))


def _note(teller: Teller, entry: Entry) -> Iterator[tuple[str, ...]]:
    match entry.command:
        case Note(text, by, about):
            yield clock_face(entry.at), teller.person(by), text, ", ".join(teller.named(each) for each in about)
        case Seen(inject, note):
            seen = teller.say("report.notes.seen")
            words = f"{seen}: {note}" if note else seen
            yield clock_face(entry.at), teller.say("report.participants.facilitator"), words, teller.named(inject)


def _lines(teller: Teller) -> Iterator[_Line]:
    """Yield all that has a time of its own."""
    yield from _injects(teller)
    for deed in teller.source.deeds:
        words = teller.text(deed.what) or teller.say("report.decisions.nothing")
        asked = f"{teller.text(deed.asked)} " if deed.asked is not None else ""
        yield _Line(deed.at, _kind(deed), teller.person(deed.by or ""), f"{asked}{words}")
    for entry in teller.source.story.entries:
        yield from _said(teller, entry)


def _injects(teller: Teller) -> Iterator[_Line]:
    director = teller.source.story.director
    for each in director.delivered():
        if each.inject.text is not None:
            sender = teller.text(each.inject.sender) or teller.words.say(f"channel.{each.inject.channel}")
            yield _Line(each.at, "inject", sender, teller.text(each.inject.text))
    for skipped in director.skipped():
        if skipped.at >= 0 and teller.sharing is None:
            said = teller.text(skipped.inject.text) or skipped.inject.id
            yield _Line(skipped.at, "skipped", "", f"{said} ({skipped.why})")


def _said(teller: Teller, entry: Entry) -> Iterator[_Line]:
    match entry.command:
        case Say(text, by, to):
            yield _Line(entry.at, "word", teller.person(by), f"{text} ({to})" if to else text)
        case ApplyEffects(effects, why):
            done = "; ".join(Wording(teller.source.story.drill, teller.words).effects(effects))
            said = done if teller.sharing else f"{done} ({why})"
            yield _Line(entry.at, "hand", teller.say("report.participants.facilitator"), said)
        case Jump(to_s):
            said = teller.say("report.timeline.jumped", time=clock_face(to_s))
            yield _Line(entry.at, "clock", teller.say("report.participants.facilitator"), said)
        case TakeBack(seq, why):
            taken = next((each.what for each in teller.source.deeds if each.seq == seq), None)
            said = teller.text(taken) if teller.sharing else f"{teller.text(taken)} ({why})"
            yield _Line(entry.at, "back", teller.say("report.participants.facilitator"), said)
        case Believe(component, state, by):
            said = (
                teller.words.say(f"state.{state.replace(' ', '-')}") if state else teller.say("report.timeline.unsaid")
            )
            yield _Line(entry.at, "belief", teller.person(by), f"{teller.component(component)}: {said}")


def _kind(deed: Deed) -> str:
    return "action" if deed.kind in (DeedKind.ACTION, DeedKind.OWN_ACTION) else "decision"


def _decision(teller: Teller, deed: Deed) -> tuple[str, ...]:
    words = teller.words
    what = teller.text(deed.what) or teller.say("report.decisions.nothing")
    if deed.is_taken_back:
        what = teller.say("report.decisions.taken-back", what=what)
    who = (
        teller.person(deed.by)
        if deed.by
        else teller.say("report.decisions.ran-out" if deed.by == "" else "report.decisions.open")
    )
    sure = words.say(f"confidence.{deed.confidence}") if deed.confidence else ""
    saved = teller.source.saved.get(deed.seq) if deed.seq is not None else None
    number = str(deed.number) if deed.number else ""
    asked = teller.text(deed.asked)
    return (
        number,
        clock_face(deed.at),
        who,
        asked,
        what,
        deed.why,
        sure,
        teller.took(deed.took_s),
        _saved(teller, saved),
    )


def _saved(teller: Teller, seconds: int | None) -> str:
    if seconds is None:
        return ""
    if abs(seconds) < HALF_AN_HOUR_S:
        return teller.say("report.decisions.no-difference")
    return teller.say(
        "report.decisions.saves" if seconds > 0 else "report.decisions.loses", amount=teller.service_hours(seconds)
    )


def _outage(teller: Teller, each: Outage) -> tuple[str, ...]:
    met = "" if each.target_s is None else teller.say(f"report.outages.is.{str(each.is_met).lower()}")
    back = clock_face(each.back_s) if each.back_s is not None else teller.say("report.outages.not-back")
    serves = clock_face(each.serves_s) if each.serves_s is not None else teller.say("report.outages.not-back")
    down, target = clock_face(each.down_s), teller.took(each.target_s)
    return (teller.component(each.component), down, serves, back, teller.took(each.took_s), target, met)


def _holds(teller: Teller) -> list[Block]:
    spans = [each for each in held_spans(teller.source.story.entries) if not each.is_break and each.lasted_s > 0]
    if not spans:
        return []
    whole = teller.words.duration(sum(each.lasted_s for each in spans))
    return [Paragraph(teller.say("report.holds.told", count=len(spans), time=whole))]


def facts_of(teller: Teller) -> Iterator[tuple[str, object]]:
    """Yield every figure of these sections, exact."""
    for deed in teller.source.deeds:
        if deed.seq is not None:
            yield f"saved_service_seconds.{deed.seq}", teller.source.saved.get(deed.seq)
    for time in decision_times(teller.source.story):
        yield f"decided_s.{time.decision}", time.at
        yield f"took_s.{time.decision}", time.took_s
    for each in outages(teller.source.story):
        yield f"outage.{each.component}.{each.down_s}", each.back_s
