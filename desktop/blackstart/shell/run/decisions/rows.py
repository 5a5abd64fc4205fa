"""The decisions of a run as rows: those that are open, those that can still be put, those that were taken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import DecisionId
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import Words
from blackstart.core.exercise.wording import Wording
from blackstart.core.play.commands import Command, Decide, DecideUnscripted, TakeBack
from blackstart.core.play.corrections import corrected
from blackstart.core.play.decisions import OpenDecision, SettledDecision, UpcomingDecision
from blackstart.core.review.deeds import decision_numbers
from blackstart.shell.run.stand import RunStand

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision; `id` None = nobody scripted it."""

    id: DecisionId | None
    question: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionRows:
    """All of them, each kind in the order in which it came or stands in the script; taken ones the latest first."""

    open: tuple[DecisionRow, ...] = ()
    coming: tuple[DecisionRow, ...] = ()
    taken: tuple[DecisionRow, ...] = ()


def decision_rows(stand: RunStand, words: Words) -> DecisionRows:
    """Return the decisions of a run as they stand."""
    found = _Rows(stand, words)
    coming = () if stand.is_self_study else tuple(found.coming())
    return DecisionRows(tuple(found.open()), coming, tuple(found.taken())[::-1])


class _Rows:
    def __init__(self, stand: RunStand, words: Words) -> None:
        self._director = stand.director
        self._words = words
        self._numbers = decision_numbers(stand.director)
        script = stand.director.drill.exercise
        roles = script.roles if script is not None else ()
        language = words.language
        self._roles: dict[str, str] = {role.id: role.name.to(language) if role.name else role.id for role in roles}
        self._entries = corrected(stand.entries)
        self._said: Mapping[int, Command] = {entry.seq: entry.command for entry in self._entries}

    def open(self) -> Iterator[DecisionRow]:
        """Yield what is put to the team."""
        for each in self._director.open_decisions():
            yield DecisionRow(each.decision.id, self._question(each), (self._due(each),))

    def coming(self) -> Iterator[DecisionRow]:
        """Yield what can still be put, with what would bring it."""
        wording = Wording(self._director.drill, self._words)
        for each in self._director.unopened():
            yield DecisionRow(each.decision.id, self._question(each), (self._brings(each, wording),))

    def taken(self) -> Iterator[DecisionRow]:
        """Yield what was decided, in the order in which it was."""
        settled = {each.seq: each for each in self._director.decided() if each.seq is not None}
        back = {entry.command.seq for entry in self._entries if isinstance(entry.command, TakeBack)}
        late = [(each.at, self._timed_out(each)) for each in self._director.decided() if each.seq is None]
        rows = []
        for entry in self._entries:
            if isinstance(entry.command, DecideUnscripted) and entry.seq not in back:
                made = entry.command
                rows.append((entry.at, DecisionRow(None, made.question, self._lines(made.choice, made, entry.at))))
            elif entry.seq in settled:
                rows.append((entry.at, self._settled(settled[entry.seq], entry.at)))
        yield from (row for _, row in sorted([*rows, *late], key=lambda pair: pair[0]))

    def _settled(self, settled: SettledDecision, at: int) -> DecisionRow:
        made = self._said.get(settled.seq or 0)
        lines = self._lines(self._option(settled), made, at) if isinstance(made, Decide) else ()
        return DecisionRow(settled.decision.id, self._question(settled), lines)

    def _lines(self, choice: str, made: Decide | DecideUnscripted, at: int) -> tuple[str, ...]:
        """Return what was chosen, by whom and when and how surely, and why."""
        sure = translate("RunDecisions", "confidence {confidence}")
        parts = (
            self._roles.get(made.by, made.by),
            clock_face(max(at, 0)),
            sure.format(confidence=self._words.say(f"confidence.{made.confidence}")),
        )
        return tuple(filter(None, (choice, " · ".join(parts), made.why)))

    def _timed_out(self, settled: SettledDecision) -> DecisionRow:
        words = translate("RunDecisions", "Nobody decided in time; the script went on with this at {time}.")
        lines = (self._option(settled), words.format(time=clock_face(settled.at)))
        return DecisionRow(settled.decision.id, self._question(settled), lines)

    def _option(self, settled: SettledDecision) -> str:
        options = settled.decision.options
        texts = (each.text.to(self._words.language) for each in options if each.id == settled.option)
        return next(texts, settled.option)

    def _question(self, each: OpenDecision | SettledDecision | UpcomingDecision) -> str:
        question = each.decision.question.to(self._words.language)
        number = self._numbers.get(each.decision.id)
        return f"{number}.  {question}" if number is not None else question

    def _due(self, opened: OpenDecision) -> str:
        if opened.is_overdue:
            return translate("RunDecisions", "overdue")
        if opened.due_s is None:
            return translate("RunDecisions", "no limit of time")
        return translate("RunDecisions", "to be decided by {time}").format(time=clock_face(opened.due_s))

    def _brings(self, coming: UpcomingDecision, wording: Wording) -> str:
        if coming.at is not None:
            return translate("RunDecisions", "comes at {time}").format(time=clock_face(coming.at))
        if coming.decision.when is not None:
            return wording.when(coming.decision.when)
        opener = next((one for one in self._director.upcoming() if one.inject.opens == coming.decision.id), None)
        if opener is None:
            return translate("RunDecisions", "only by hand")
        words = translate("RunDecisions", "with “{inject}”")
        if opener.at is not None:
            words = translate("RunDecisions", "at {time} with “{inject}”")
        return words.format(inject=wording.inject(opener.inject), time=clock_face(opener.at or 0))
