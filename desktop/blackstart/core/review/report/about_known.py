"""The section of the report on what the team knew: before each decision, and how long it was mistaken of what.

It tells what was written down: what was put right at the table and not in the journal counts as it stands there.
"""

from collections.abc import Iterator

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.exercise.model import State
from blackstart.core.review.deeds import Deed
from blackstart.core.review.known import Line
from blackstart.core.review.mistakes import Mistake, mistakes
from blackstart.core.review.report.model import Block, Paragraph, Section, Table
from blackstart.core.review.report.source import Teller

MOST_NAMED, MOST_MISTAKES = 3, 200
MOST_QUOTED = 120  # characters of a message; all of it stands in the timeline


def known(teller: Teller) -> Section:
    """Return what the team knew before each decision and action, and every mistake with how long it lasted."""
    blocks: list[Block] = [Paragraph(_on_record(teller))]
    rows = tuple(_deed(teller, each) for each in teller.source.deeds)
    if rows:
        head = tuple(_say(teller, key) for key in ("time", "asked", "mistaken", "heard", "said"))
        blocks.append(Table("known", _say(teller, "before"), head, rows, wide=(1, 2, 3)))
    blocks += _mistakes(teller)
    return Section("known", _say(teller, "title"), tuple(blocks))


def facts_of(teller: Teller) -> Iterator[tuple[str, object]]:
    """Yield of how many components the team was mistaken before each entry, and every mistake in seconds."""
    known_, deeds = teller.source.known, teller.source.deeds
    yield "beliefs_written", sum(len(steps) for steps in known_.beliefs.values())
    for deed in deeds:
        if deed.seq is not None:
            yield f"mistaken.{deed.seq}", len(known_.parted(_before(deed)))
    for each in mistakes(known_):
        yield f"mistake_s.{each.component}.{each.start}", each.lasted_s


def _on_record(teller: Teller) -> str:
    known_ = teller.source.known
    shown = _say(teller, f"display.{known_.display}")
    if not known_.beliefs:
        return f"{shown} {_say(teller, 'unwritten')}"
    count = sum(len(steps) for steps in known_.beliefs.values())
    return f"{shown} {_say(teller, 'written', entries=count, components=len(known_.beliefs))}"


def _deed(teller: Teller, deed: Deed) -> tuple[str, ...]:
    asked = teller.text(deed.asked) or teller.text(deed.what)
    before = _before(deed)
    return (clock_face(deed.at), asked, _mistaken(teller, before), _heard(teller, before), _said(teller, before))


def _before(deed: Deed) -> Seconds:
    """Return the last second that had ended when something was done: what it brought about was not known then."""
    return Seconds(deed.at - 1)


def _mistaken(teller: Teller, t: Seconds) -> str:
    known_ = teller.source.known
    parted = known_.parted(t)
    if not parted:
        return _say(teller, "of-nothing" if known_.beliefs else "not-on-record")
    told = [_line(teller, known_.line(each.component, t)) for each in parted[:MOST_NAMED]]
    if len(parted) > len(told):
        told.append(_say(teller, "more", count=len(parted) - len(told)))
    return "; ".join(told)


def _line(teller: Teller, line: Line) -> str:
    key, taken = ("believed", line.believed) if line.believed is not None else ("shown", line.visible)
    name, true = teller.component(line.component), _state(teller, line.true)
    return _say(teller, f"line.{key}", name=name, taken=_state(teller, taken), true=true)


def _heard(teller: Teller, t: Seconds) -> str:
    messages = teller.source.heard.messages_by(t)
    if not messages:
        return _say(teller, "nothing-heard")
    last = messages[-1]
    sender = teller.text(last.sender) or teller.words.say(f"channel.{last.channel}")
    return f"{clock_face(last.at)}, {_short(sender)}: {_short(teller.text(last.text))}"


def _said(teller: Teller, t: Seconds) -> str:
    words = teller.source.heard.words_by(t)
    if not words:
        return _say(teller, "nothing-said")
    return _say(teller, "words", count=len(words), time=clock_face(words[-1].at))


def _mistakes(teller: Teller) -> Iterator[Block]:
    known_ = teller.source.known
    listed = mistakes(known_, MOST_MISTAKES)
    if not listed:
        if known_.beliefs:
            yield Paragraph(_say(teller, "never-mistaken"))
        return
    head = tuple(_say(teller, key) for key in ("component", "believed", "true", "from", "lasted", "ended", "displayed"))
    rows = tuple(_mistake(teller, each) for each in listed)
    yield Table("mistakes", _say(teller, "mistakes"), head, rows, wide=(0, 5), numbers=(3, 4, 6))
    left_out = known_.mistaken_in_all - len(listed)
    if left_out:
        yield Paragraph(_say(teller, "left-out", listed=len(listed), count=left_out), "note")
    yield Paragraph(_say(teller, "note"), "note")


def _mistake(teller: Teller, each: Mistake) -> tuple[str, ...]:
    believed = _state(teller, each.believed) if each.believed is not None else ""
    return (
        teller.component(each.component),
        believed or _say(teller, "only-shown", state=_state(teller, each.visible)),
        _state(teller, each.true),
        clock_face(each.start),
        teller.took(each.lasted_s),
        _say(teller, f"ending.{each.ending}"),
        clock_face(each.shown_s) if each.shown_s is not None else "",
    )


def _state(teller: Teller, state: State) -> str:
    return teller.words.say(f"state.{state.value.replace(' ', '-')}")


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= MOST_QUOTED else f"{line[:MOST_QUOTED].rstrip()}…"


def _say(teller: Teller, key: str, **values: object) -> str:
    return teller.say(f"report.known.{key}", **values)
