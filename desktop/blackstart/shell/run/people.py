"""Who is there: at the table, and beside it."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from blackstart.core.play.commands import Begin, Command, Entry, Note, Participant
from blackstart.core.play.corrections import corrected
from blackstart.core.play.director import Director
from blackstart.shell.run.sheets import exercise_of
from blackstart.shell.run.stand import RunStand

translate = QCoreApplication.translate


def participants_of(begin: Begin, entries: Iterable[Entry]) -> tuple[Participant, ...]:
    """Return who is at the table, as it was corrected last."""
    said = (entry.command for entry in corrected(entries))
    return next((each for each in said if isinstance(each, Begin)), begin).participants


def authors_of(begin: Begin, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the names of those who write notes, the facilitator's at the head."""
    facilitator = begin.facilitator or translate("People", "facilitator")
    names = (facilitator, *begin.evaluators, *(each.name for each in participants_of(begin, entries)))
    return tuple(dict.fromkeys(names))


def typist_of(command: Command, begin: Begin) -> str:
    """Return who types a command: the author of a note, else the facilitator, or whoever learns alone."""
    if isinstance(command, Note):
        return command.by
    is_alone = begin.is_self_study and len(begin.participants) == 1
    return begin.facilitator or (begin.participants[0].name if is_alone else "")


def speakers_of(director: Director, entries: Iterable[Entry], language: str) -> tuple[tuple[str, str], ...]:
    """Return who can say a public word: roles by their ids, then people."""
    roles = exercise_of(director.drill).roles
    named = [(str(role.id), role.name.to(language) if role.name else role.id) for role in roles]
    people = [(each.name, each.name) for each in participants_of(director.begin, entries)]
    return tuple(dict.fromkeys([*named, *people]))


def who_can_act(stand: RunStand, language: str) -> tuple[tuple[str, str], ...]:
    """Return whoever can do something: roles by id and name, then people by name."""
    script = stand.director.drill.exercise
    roles = script.roles if script is not None else ()
    named = [(str(role.id), role.name.to(language) if role.name else role.id) for role in roles]
    return (*named, *((person.name, person.name) for person in participants_of(stand.director.begin, stand.entries)))
