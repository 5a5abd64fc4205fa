"""The journal as lines: when, what, in whose words, by whom; with what became of it since."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import Words
from blackstart.core.play.commands import Command, Correct, Entry, Note, TakeBack
from blackstart.core.play.corrections import corrected
from blackstart.core.play.director import Director
from blackstart.shell.widgets.entry_telling import Telling

translate = QCoreApplication.translate

# What can be corrected, in the order in which it is asked for.
CORRECTABLE = ("text", "why", "by", "confidence")


@dataclass(frozen=True, slots=True)
class LogLine:
    """One entry of the journal.

    Attributes
    ----------
    kind : str
        What it is found by: decisions, actions, injects, notes, clock.
    words : tuple of str
        What was done, and why; the words that count now.
    before : tuple of str
        The same as it was first said; empty where nothing was corrected.
    actor : str
        Who typed it; empty where that was the facilitator, who types nearly everything.
    is_quiet : bool
        Whether nobody did it by hand.
    fields : tuple of (str, str)
        What of it can be corrected, with what stands there now.
    about : tuple of str or None
        Ids of what a note is about, which can be corrected too; None = it is no note.
    """

    seq: int
    at: Seconds
    kind: str
    icon: str
    heading: str
    words: tuple[str, ...]
    by: str
    actor: str
    before: tuple[str, ...] = ()
    is_facilitators: bool = False
    is_quiet: bool = False
    is_taken_back: bool = False
    can_be_taken_back: bool = False
    fields: tuple[tuple[str, str], ...] = ()
    about: tuple[str, ...] | None = None


def log_lines(entries: Sequence[Entry], director: Director, words: Words) -> tuple[LogLine, ...]:
    """Return the entries of a run, the latest first."""
    first_said = {entry.seq: entry for entry in entries}
    taken_back = {entry.command.seq for entry in entries if isinstance(entry.command, TakeBack)}
    telling = Telling(director, {seq: entry.command for seq, entry in first_said.items()}, words)
    changed = _corrected_seqs(entries)
    lines = []
    for entry in corrected(entries):
        told = telling.tell(entry.command)
        line = LogLine(
            seq=entry.seq,
            at=entry.at,
            kind=told.kind,
            icon=told.icon,
            heading=told.heading,
            words=told.words,
            by=telling.name_of(str(getattr(entry.command, "by", ""))),
            actor=entry.actor if entry.actor != director.begin.facilitator else "",
            before=telling.tell(first_said[entry.seq].command).words if entry.seq in changed else (),
            is_facilitators=told.is_facilitators,
            is_quiet=told.is_quiet,
            is_taken_back=entry.seq in taken_back,
            can_be_taken_back=director.refusal(TakeBack(entry.seq, "")) is None,
            fields=_fields(entry.command),
            about=entry.command.about if isinstance(entry.command, Note) else None,
        )
        lines.append(line)
    return tuple(reversed(lines))


def marks(line: LogLine) -> tuple[str, ...]:
    """Say of an entry by whom it was, and what became of it."""
    said = [line.by]
    if line.actor and line.actor != line.by:
        said.append(translate("Log", "typed by {actor}").format(actor=line.actor))
    if line.is_facilitators:
        said.append(translate("Log", "facilitator"))
    if line.before:
        said.append(translate("Log", "corrected"))
    if line.is_taken_back:
        said.append(translate("Log", "taken back"))
    return tuple(each for each in said if each)


def _corrected_seqs(entries: Iterable[Entry]) -> frozenset[int]:
    return frozenset(entry.command.seq for entry in entries if isinstance(entry.command, Correct))


def _fields(command: Command) -> tuple[tuple[str, str], ...]:
    """Return what of a command is words, and may be said otherwise later."""
    if isinstance(command, Correct):
        return ()
    found: Mapping[str, object] = {name: getattr(command, name, None) for name in CORRECTABLE}
    return tuple((name, value) for name, value in found.items() if isinstance(value, str))
