"""What of a run has a mark of its own in time: its kind, when, and who did what in the journal's words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import InjectId
from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.base.words import Words
from blackstart.core.exercise.model import Channel
from blackstart.core.play.commands import ApplyEffects, Deliver, Entry, Improvise, Say
from blackstart.core.review.deeds import Deed, DeedKind
from blackstart.shell.review.one_line import one_line
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.widgets.entry_lines import LogLine, marks

translate = QCoreApplication.translate


class LaneKind(StrEnum):
    """What a lane is for, from the first lane down."""

    INJECT = "inject"
    DECISION = "decision"
    ACTION = "action"
    NOTE = "note"
    WORD = "word"  # said in public
    HAND = "hand"  # the facilitator's


_KINDS = {
    DeedKind.DECISION: LaneKind.DECISION,
    DeedKind.UNDECIDED: LaneKind.DECISION,
    DeedKind.OWN_DECISION: LaneKind.DECISION,
    DeedKind.ACTION: LaneKind.ACTION,
    DeedKind.OWN_ACTION: LaneKind.ACTION,
    DeedKind.NOTE: LaneKind.NOTE,
}


@dataclass(frozen=True, slots=True)
class LaneMark:
    """One thing that happened.

    Attributes
    ----------
    words : tuple of str
        What was said or done; the first tells most.
    who : str
        By whom, and what became of it.
    number : int
        Of a decision that was put by the script; 0 = no such one.
    seq : int or None
        The entry; None = nobody's.
    deed : Deed or None
        The row of the table.
    """

    kind: LaneKind
    at: Seconds
    heading: str
    words: tuple[str, ...]
    who: str = ""
    number: int = 0
    seq: int | None = None
    deed: Deed | None = None

    @property
    def told(self) -> str:
        """All of it in one line."""
        return ", ".join(one_line(each) for each in (clock_face(self.at), self.heading, *self.words, self.who) if each)


def lane_marks(recorded: Recorded, lines: Sequence[LogLine], words: Words) -> tuple[LaneMark, ...]:
    """Return the marks of a run in order of time; `lines` tell its journal."""
    by_seq = {line.seq: line for line in lines}
    found = [
        *_injects(recorded, words),
        *(_deed(each, by_seq, words) for each in recorded.deeds),
        *_said(recorded.entries, by_seq),
    ]
    return tuple(sorted(found, key=lambda mark: (mark.at, mark.seq or 0)))


def kind_name(kind: LaneKind) -> str:
    """Return what a lane is called."""
    match kind:
        case LaneKind.INJECT:
            return translate("Strips", "Injects")
        case LaneKind.DECISION:
            return translate("Lanes", "Decisions")
        case LaneKind.ACTION:
            return translate("Lanes", "Actions")
        case LaneKind.NOTE:
            return translate("Lanes", "Notes")
        case LaneKind.WORD:
            return translate("Lanes", "Public words")
        case LaneKind.HAND:
            return translate("Lanes", "Facilitator’s hand")


def _injects(recorded: Recorded, words: Words) -> Iterator[LaneMark]:
    """Yield what reached the team; what only changes the map has no words."""
    entries = _delivering(recorded.entries)
    for each in recorded.story.director.delivered():
        inject = each.inject
        if inject.channel is not Channel.MAP and inject.text is not None:
            told = translate("Lanes", "Inject, {channel}").format(channel=words.say(f"channel.{inject.channel}"))
            sender = inject.sender.to(words.language) if inject.sender is not None else ""
            said, seq = inject.text.to(words.language), entries.get(inject.id)
            yield LaneMark(LaneKind.INJECT, each.at, told, (said,), sender, seq=seq)


def _delivering(entries: Sequence[Entry]) -> Mapping[InjectId, int]:
    """Return the entries that brought injects: most come by themselves."""
    found: dict[InjectId, int] = {}
    for entry in entries:
        match entry.command:
            case Deliver(inject):
                found[inject] = entry.seq
            case Improvise():
                found[InjectId(f"i{entry.seq}")] = entry.seq
    return found


def _deed(deed: Deed, lines: Mapping[int, LogLine], words: Words) -> LaneMark:
    kind = _KINDS[deed.kind]
    line = lines.get(deed.seq) if deed.seq is not None else None
    if line is None:
        return _undecided(deed, words.language)
    who = list(marks(line))
    if deed.confidence:
        sure = words.say(f"confidence.{deed.confidence}")
        who.append(translate("Decisions", "Confidence: {word}").format(word=sure))
    heading = line.heading
    if deed.number:
        heading = translate("Lanes", "Decision {number}").format(number=deed.number)
    elif kind is LaneKind.DECISION:
        heading = translate("Lanes", "Decision")
    return LaneMark(kind, deed.at, heading, line.words, " · ".join(who), deed.number, deed.seq, deed)


def _undecided(deed: Deed, language: str) -> LaneMark:
    """Tell of a decision that nobody took."""
    heading = translate("Lanes", "Decision {number}").format(number=deed.number)
    what = translate("Decisions", "left open") if deed.what is None else deed.what.to(language)
    asked = (deed.asked.to(language),) if deed.asked is not None else ()
    who = translate("Decisions", "nobody in time") if deed.by is not None else ""
    return LaneMark(LaneKind.DECISION, deed.at, heading, (what, *asked), who, deed.number, deed=deed)


def _said(entries: Sequence[Entry], lines: Mapping[int, LogLine]) -> Iterator[LaneMark]:
    """Yield what no row of the table tells."""
    for entry in entries:
        if isinstance(entry.command, Say | ApplyEffects):
            kind = LaneKind.WORD if isinstance(entry.command, Say) else LaneKind.HAND
            line = lines[entry.seq]
            yield LaneMark(kind, entry.at, line.heading, line.words, " · ".join(marks(line)), seq=entry.seq)
