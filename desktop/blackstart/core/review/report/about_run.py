"""Sections of the report that tell what was exercised, in short how it went, who took part, and how it was reckoned."""

from collections.abc import Iterator, Sequence

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.review.report.curves_figure import curves_figure
from blackstart.core.review.report.map_figure import map_figure
from blackstart.core.review.report.model import Block, Bullets, Figure, Paragraph, Section, Table, listed
from blackstart.core.review.report.source import HALF_AN_HOUR_S, ReportSource, Teller

_MOST_NAMED = 12  # components in a sentence


def overview(teller: Teller) -> Section:
    """Return the table that every after-action report begins with."""
    rows = tuple((teller.say(f"report.overview.{key}"), value) for key, value in _overview(teller) if value)
    drill = teller.source.story.drill
    blocks: list[Block] = [Table("overview", "", ("", ""), rows, wide=(1,), is_plain=True)]
    if drill.content_note is not None:
        blocks.append(Paragraph(teller.text(drill.content_note), "note"))
    return Section("overview", teller.say("report.overview.title"), tuple(blocks))


def summary(teller: Teller) -> Section:
    """Return what happened in a few sentences, and the curve."""
    source = teller.source
    lost, nobody = source.played.impact, source.nobody.impact
    said = [teller.say("report.summary.lost", amount=teller.service_hours(lost.lost_service_seconds))]
    peak = teller.words.amount(lost.peak_users)
    said.append(teller.say("report.summary.peak", amount=peak))
    said.append(_with_nobody(teller, nobody.lost_service_seconds - lost.lost_service_seconds))
    currency = source.story.drill.topology.currency
    if currency and lost.lost_money:
        said.append(teller.say("report.summary.money", amount=teller.words.amount(lost.lost_money), currency=currency))
    stuck = source.played.stuck
    if stuck.deadlock:
        said.append(teller.say("report.summary.deadlock", names=_names(teller, stuck.deadlock)))
    earlier = () if source.is_as_played else (_earlier(teller),)
    blocks: list[Block] = [
        *earlier,
        Paragraph(" ".join(said), "lead"),
        Paragraph(teller.say("report.estimate"), "note"),
    ]
    blocks.append(Bullets(tuple(_firsts(teller))))
    blocks.append(curves_figure(teller))
    blocks += _maps(teller)
    return Section("summary", teller.say("report.summary.title"), tuple(blocks))


def participants(teller: Teller) -> Section:
    """Return who took part, with the roles they wore; never how anybody did."""
    begin = teller.source.story.begin
    head = (teller.say("report.participants.name"), teller.say("report.participants.roles"))
    rows = [(each.name, ", ".join(teller.person(role) for role in each.roles)) for each in begin.participants]
    if begin.facilitator:
        rows.append((begin.facilitator, teller.say("report.participants.facilitator")))
    rows += [(name, teller.say("report.participants.evaluator")) for name in begin.evaluators]
    table = Table("participants", "", head, tuple(rows), wide=(1,))
    told = listed(table, teller.say("report.participants.none"))
    return Section("participants", teller.say("report.participants.title"), (told,))


def method(teller: Teller) -> Section:
    """Return how the figures were reckoned, and what the model does not know."""
    source = teller.source
    reality = source.reality
    items = [
        teller.say(f"report.method.{key}") for key in ("model", "hours", "without", "limits", "ratings", "skipped")
    ]
    blocks: list[Block] = []
    if not source.is_as_played:
        blocks.append(_earlier(teller))
    blocks.append(Bullets(tuple(items)))
    if reality is not None:
        told = teller.say("report.method.reality", told=reality.told, whole=reality.whole)
        blocks += [Paragraph(told), Bullets(reality.sources, "note")]
    if source.story.drill.sources:
        blocks += [Paragraph(teller.say("report.method.sources")), Bullets(source.story.drill.sources, "note")]
    return Section("method", teller.say("report.method.title"), tuple(blocks))


def _names(teller: Teller, ids: Sequence[ComponentId]) -> str:
    """The names of components, as many as a reader takes in."""
    names = ", ".join(teller.component(id_) for id_ in ids[:_MOST_NAMED])
    more = len(ids) - _MOST_NAMED
    return teller.say("report.summary.more", names=names, count=more) if more > 0 else names


def _with_nobody(teller: Teller, saved: int) -> str:
    """What all that was decided and done comes to."""
    if not any(each.seq is not None for each in teller.source.deeds):
        return teller.say("report.summary.nobody")
    if abs(saved) < HALF_AN_HOUR_S:
        return teller.say("report.summary.same")
    return teller.say(
        "report.summary.saved" if saved > 0 else "report.summary.cost", amount=teller.service_hours(saved)
    )


def _earlier(teller: Teller) -> Paragraph:
    return Paragraph(teller.say("report.method.earlier", model=teller.source.row.model), "lead")


def _overview(teller: Teller) -> Iterator[tuple[str, str]]:
    source = teller.source
    story, row, begin = source.story, source.row, source.story.begin
    exercise, words = story.exercise, teller.words
    yield "exercise", teller.text(story.drill.title)
    yield "run", row.name or teller.say("report.overview.number", number=row.number)
    yield "date", begin.date or row.begun_utc[:10]
    yield "team", begin.team
    yield "facilitator", begin.facilitator
    yield "people", str(len(begin.participants)) if begin.participants else ""
    yield "kind", teller.say(f"report.overview.mode.{begin.mode.replace('_', '-')}")
    yield "scenario", teller.text(story.drill.summary)
    if exercise.starts is not None:
        yield "starts", exercise.starts.strftime("%Y-%m-%d %H:%M %z")
    yield (
        "played",
        teller.say("report.overview.until", time=words.duration(max(story.until, 0)), clock=clock_face(story.until)),
    )
    yield "table", words.duration(source.at_table_s - source.at_table_s % 60) if source.at_table_s >= 60 else ""
    phases = [teller.text(each.name) or each.id for each in exercise.phases if each.start <= story.until]
    yield "phases", "; ".join(phases)
    yield "objectives", "\n".join(teller.text(each.text) for each in exercise.objectives)
    told = dict.fromkeys(teller.text(each.capability) for each in exercise.objectives if each.capability is not None)
    yield "capabilities", "; ".join(told)
    yield "injects", _injects(teller)
    yield "ended", "" if row.ended else teller.say("report.overview.unfinished")


def _injects(teller: Teller) -> str:
    delivered, skipped, left_out = _counted(teller.source)
    said = teller.say("report.overview.injects-told", delivered=delivered, skipped=skipped)
    return f"{said}, {teller.say('report.overview.left-out', count=left_out)}" if left_out else said


def _counted(source: ReportSource) -> tuple[int, int, int]:
    """How many injects were delivered, skipped, and left out when the run was set up."""
    director = source.story.director
    skipped = [each.at >= 0 for each in director.skipped()]
    return len(director.delivered()), sum(skipped), len(skipped) - sum(skipped)


def _firsts(teller: Teller) -> Iterator[str]:
    """Yield when the team did each thing for the first time."""
    source = teller.source
    impact, firsts = source.played.impact, source.milestones
    if impact.first_impact_s is not None:
        yield teller.say("report.summary.first-impact", time=clock_face(impact.first_impact_s))
    named = (
        ("noticed", firsts.noticed),
        ("declared", firsts.declared),
        ("decided", firsts.decided),
        ("said", firsts.said),
    )
    for key, milestone in named:
        if milestone is not None:
            yield teller.say(f"report.summary.{key}", time=clock_face(milestone.at))
        else:
            yield teller.say(f"report.summary.never-{key}")


def _maps(teller: Teller) -> list[Figure]:
    """Return the map at its worst second and at the end, once where these are one."""
    source = teller.source
    if source.drawing is None:
        return []
    users, until = source.played.users, source.story.until
    worst = next(at for at, value in users.points if value == users.peak)
    moments = dict.fromkeys(Seconds(max(0, min(at, until))) for at in (worst, until))
    return [map_figure(teller, source.drawing, at) for at in moments]


def facts_of(source: ReportSource) -> dict[str, object]:
    """Return every figure of these sections, exact."""
    played, firsts = source.played.impact, source.milestones
    named = {"noticed": firsts.noticed, "declared": firsts.declared, "decided": firsts.decided, "said": firsts.said}
    return {
        "run": source.row.run,
        "drill": source.story.drill.id,
        "until_s": source.story.until,
        "at_table_s": source.at_table_s,
        "lost_service_seconds": played.lost_service_seconds,
        "lost_money": played.lost_money,
        "peak_users": played.peak_users,
        "first_impact_s": played.first_impact_s,
        "nobody_lost_service_seconds": source.nobody.impact.lost_service_seconds,
        **{f"{name}_s": each.at if each is not None else None for name, each in named.items()},
        **dict(zip(("injects_delivered", "injects_skipped", "injects_left_out"), _counted(source), strict=True)),
    }
