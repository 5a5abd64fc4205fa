"""Every inject of a run with how it stands: planned, delivered, skipped; all of it is the facilitator's alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import InjectId
from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.exercise.model import Inject
from blackstart.core.play.commands import Deliver, Entry, Skip
from blackstart.core.play.director import Director
from blackstart.core.play.injects import LEFT_OUT, DeliveredInject, SkippedInject, UpcomingInject
from blackstart.shell.run.coming import ComingRow, Verb
from blackstart.shell.run.injects.coming_rows import ComingRows
from blackstart.shell.run.injects.feed_lines import SeenOf, role_names, seen_of
from blackstart.shell.run.sheets import exercise_of
from blackstart.shell.widgets.channel_icons import ICONS

translate = QCoreApplication.translate


Facts = tuple[tuple[str, str], ...]


class Status(StrEnum):
    """How an inject stands."""

    PLANNED = "planned"
    DELIVERED = "delivered"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class BookEntry:
    """One inject as a row, and all that is known of it as headings with words."""

    row: ComingRow
    status: Status
    facts: Facts

    def holds(self, words: str) -> bool:
        """Whether all of some words stand anywhere in it."""
        whole = " ".join((self.row.title, self.row.text, self.row.how, *(fact for _, fact in self.facts))).lower()
        return all(word in whole for word in words.lower().split())


class Book:
    """Makes the entries of one drill in one language."""

    def __init__(self, maker: ComingRows) -> None:
        self._maker = maker
        self._exercise = exercise_of(maker.drill)
        self._facilitator = ""
        self._known: dict[InjectId, tuple[Facts, Facts]] = {}

    def entries(self, director: Director, journal: Sequence[Entry]) -> tuple[BookEntry, ...]:
        """Return every inject: what came and what was left out by time, then what is to come."""
        seen, self._facilitator = seen_of(journal), director.begin.facilitator
        past: list[tuple[Seconds, BookEntry]] = []
        past += [(each.at, self._delivered(each, journal, seen)) for each in director.delivered()]
        past += [(each.at, self._skipped(each, journal, is_over=director.is_ended)) for each in director.skipped()]
        planned = [self._planned(each, is_over=director.is_ended) for each in director.upcoming()]
        planned.sort(key=lambda entry: (entry.row.at is None, entry.row.at))
        return (*(entry for _, entry in sorted(past, key=lambda pair: pair[0])), *planned)

    def _planned(self, upcoming: UpcomingInject, *, is_over: bool) -> BookEntry:
        row = self._maker.inject(upcoming)
        if is_over:
            row = replace(row, at=None, verbs=(), how=translate("Injects", "did not come"))
        return BookEntry(row, Status.PLANNED, self._facts(upcoming.inject, row.how))

    def _delivered(self, delivered: DeliveredInject, journal: Sequence[Entry], seen: SeenOf) -> BookEntry:
        inject = delivered.inject
        ways = {
            "timed": translate("Injects", "delivered as timed"),
            "condition": translate("Injects", "delivered on its condition"),
            "hand": translate("Injects", "delivered by hand"),
        }
        how = ways[delivered.how]
        if delivered.how == "hand":
            how = self._with_who(how, [each for each in journal if each.command == Deliver(inject.id)])
        row = self._row(inject, delivered.at, how, (Verb.SEE,) if inject.text else ())
        response = ""
        if inject.id in seen:
            at, note = seen[inject.id]
            response = f"{clock_face(at)}  {note}".strip()
        return BookEntry(row, Status.DELIVERED, self._facts(inject, f"{clock_face(delivered.at)}  {how}", response))

    def _skipped(self, skipped: SkippedInject, journal: Sequence[Entry], *, is_over: bool) -> BookEntry:
        inject = skipped.inject
        if skipped.at < 0 and skipped.why == LEFT_OUT:
            at, how = None, translate("Injects", "left out when the run was set up")
        else:
            said = translate("Injects", "skipped: {why}").format(why=skipped.why)
            given = [e for e in journal if isinstance(e.command, Skip) and e.command.inject == inject.id]
            at, how = skipped.at, self._with_who(said, given)
        row = self._row(inject, at, how, () if is_over else (Verb.DELIVER,))
        when = f"{clock_face(at)}  " if at is not None else ""
        return BookEntry(row, Status.SKIPPED, self._facts(inject, f"{when}{how}"))

    def _row(self, inject: Inject, at: Seconds | None, how: str, verbs: tuple[Verb, ...]) -> ComingRow:
        title, text = self._maker.title(inject), self._maker.text(inject)
        return ComingRow(f"inject:{inject.id}", ICONS[inject.channel], title, text, how, at, False, verbs)

    def _facts(self, inject: Inject, how: str, response: str = "") -> Facts:
        if inject.id not in self._known:
            self._known[inject.id] = self._scripted(inject)
        head, tail = self._known[inject.id]
        seen = ((translate("Injects", "Response seen"), response),) if response else ()
        return ((translate("Injects", "How it stands"), how), *head, *seen, *tail)

    def _scripted(self, inject: Inject) -> tuple[Facts, Facts]:
        """What stands in the script, and so stays as it is: before the response that was seen, and behind it."""
        language = self._maker.words.language
        to = role_names(inject, self._exercise, language)
        effects = "\n".join(self._maker.effects(inject))
        opened = next((each for each in self._exercise.decisions if each.id == inject.opens), None)
        tested = [each.text.to(language) for each in self._exercise.objectives if each.id in inject.tests]
        head = (
            (translate("Injects", "Channel"), self._maker.words.say(f"channel.{inject.channel}")),
            (translate("Injects", "To"), ", ".join(to) or translate("Injects", "everyone")),
            (translate("Injects", "Text"), inject.text.to(language) if inject.text else ""),
            (translate("Injects", "Expected response"), inject.expect.to(language) if inject.expect else ""),
        )
        tail = (
            (translate("Injects", "Note"), inject.note.to(language) if inject.note else ""),
            (translate("Injects", "On the map"), effects),
            (translate("Injects", "Opens"), opened.question.to(language) if opened is not None else ""),
            (translate("Injects", "Tests"), "\n".join(tested)),
        )
        return _told(head), _told(tail)

    def _with_who(self, said: str, given: Sequence[Entry]) -> str:
        """Add who did it, where that is known."""
        who = (given[-1].actor or self._facilitator) if given else ""
        return translate("Injects", "{said}, by {who}").format(said=said, who=who) if who else said


def _told(facts: Facts) -> Facts:
    return tuple((heading, words) for heading, words in facts if words)
