"""What a team decided and did in a run, row by row, and what each row saved or lost."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from blackstart.core.base.ids import DecisionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import Text, plain
from blackstart.core.engine.simulation import Opening
from blackstart.core.play.commands import Act, ActUnscripted, Decide, DecideUnscripted, Entry, Note, TakeBack
from blackstart.core.play.director import Director
from blackstart.core.review.cases import Case, case, saved_service_seconds
from blackstart.core.review.story import Story
from blackstart.core.review.variants import without_entry


class DeedKind(StrEnum):
    """What a row tells of."""

    DECISION = "decision"
    UNDECIDED = "undecided"  # its time ran out, or it was still open at the end
    OWN_DECISION = "own-decision"  # nobody had scripted it
    ACTION = "action"
    OWN_ACTION = "own-action"
    NOTE = "note"  # of `notes` alone


@dataclass(frozen=True, slots=True)
class Deed:
    """One row of the table.

    Attributes
    ----------
    number : int
        Of a scripted decision, from 1, in the order they were put; 0 = no such one.
    at : Seconds
        When it was done, or its time ran out; when it was put, where neither came about.
    by : str or None
        Role id or name; empty = time ran out; None = it was still open.
    asked : Text or None
        The question; None = an action.
    what : Text or None
        What was chosen or done; None = nothing.
    took_s : int or None
        From being put to being taken.
    confidence : str
        low, medium or high; empty = nobody said.
    seq : int or None
        The entry; None = nobody's.
    is_taken_back : bool
        Whether a later entry took it back.
    """

    kind: DeedKind
    number: int
    at: Seconds
    by: str | None
    asked: Text | None
    what: Text | None
    why: str = ""
    took_s: int | None = None
    confidence: str = ""
    seq: int | None = None
    is_taken_back: bool = False


def decision_numbers(director: Director) -> dict[DecisionId, int]:
    """Number the decisions from 1, in the order they were put to the team."""
    opened = [(each.opened_s, each.decision.id) for each in director.decided()]
    opened += [(each.opened_s, each.decision.id) for each in director.open_decisions()]
    return {id_: number for number, (_, id_) in enumerate(sorted(opened, key=lambda each: each[0]), start=1)}


def deeds(story: Story) -> tuple[Deed, ...]:
    """Return every decision and action of a run, and what was left undecided, in order of time."""
    taken_back = _taken_back(story)
    rows = [*_settled(story), *_open(story)]
    for entry in story.entries:
        if entry.at <= story.until:
            rows += _by_entry(entry, story, entry.seq in taken_back)
    return tuple(sorted(rows, key=lambda row: (row.at, row.seq or 0)))


def notes(story: Story) -> tuple[Deed, ...]:
    """Return what was noted while a run was played, in order of time."""
    return tuple(
        Deed(DeedKind.NOTE, 0, each.at, each.command.by, None, plain(each.command.text), seq=each.seq)
        for each in sorted(story.entries, key=lambda each: (each.at, each.seq))
        if isinstance(each.command, Note) and each.at <= story.until
    )


def savings(
    story: Story, seqs: Iterable[int], played: Case, opening: Opening | None = None
) -> Iterator[tuple[int, int]]:
    """Yield, entry by entry, how many service-seconds it saved; negative = lost by it.

    Parameters
    ----------
    played : Case
        The run as it was.
    """
    for seq in seqs:
        other = case(story.drill, without_entry(story.entries, seq), story.until, opening)
        yield seq, saved_service_seconds(played, other)


def _taken_back(story: Story) -> set[int]:
    return {each.command.seq for each in story.entries if isinstance(each.command, TakeBack)}


def _settled(story: Story) -> Iterator[Deed]:
    numbers = decision_numbers(story.director)
    for each in story.director.decided():
        command = story.command(each.seq) if each.seq is not None else None
        why, confidence = (command.why, command.confidence) if isinstance(command, Decide) else ("", "")
        by = command.by if isinstance(command, Decide) else each.by
        what = next(option.text for option in each.decision.options if option.id == each.option)
        kind = DeedKind.UNDECIDED if each.seq is None else DeedKind.DECISION
        took = None if each.seq is None else each.at - each.opened_s
        number, asked = numbers[each.decision.id], each.decision.question
        yield Deed(kind, number, each.at, by, asked, what, why, took, confidence, each.seq)


def _open(story: Story) -> Iterator[Deed]:
    numbers = decision_numbers(story.director)
    for each in story.director.open_decisions():
        ran_out = each.due_s if each.is_overdue else None
        at, by = (each.opened_s, None) if ran_out is None else (ran_out, "")
        yield Deed(DeedKind.UNDECIDED, numbers[each.decision.id], at, by, each.decision.question, None)


def _by_entry(entry: Entry, story: Story, is_taken_back: bool) -> Iterator[Deed]:
    """Yield the row of what is known by its entry alone: no decision that stands, which the director tells."""
    seq, at, back = entry.seq, entry.at, is_taken_back
    match entry.command:
        case Decide(decision, option, by, why, confidence) if is_taken_back:
            asked = next((each for each in story.exercise.decisions if each.id == decision), None)
            chosen = {each.id: each.text for each in asked.options} if asked is not None else {}
            question, what = asked.question if asked is not None else None, chosen.get(option)
            yield Deed(DeedKind.DECISION, 0, at, by, question, what, why, None, confidence, seq, back)
        case DecideUnscripted(question, choice, by, why, confidence):
            own = DeedKind.OWN_DECISION
            yield Deed(own, 0, at, by, plain(question), plain(choice), why, None, confidence, seq, back)
        case Act(action, by, why):
            named = {each.id: each.text for each in story.exercise.actions}
            yield Deed(DeedKind.ACTION, 0, at, by, None, named.get(action), why, seq=seq, is_taken_back=back)
        case ActUnscripted(text, _, by):
            why = entry.command.why
            yield Deed(DeedKind.OWN_ACTION, 0, at, by, None, plain(text), why, seq=seq, is_taken_back=back)
