"""When the team noticed, declared, decided and spoke for the first time, and how long each decision took."""

from collections.abc import Iterator
from dataclasses import dataclass

from blackstart.core.base.ids import DecisionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Action, Option
from blackstart.core.play.commands import Act, Decide, DecideUnscripted, Say
from blackstart.core.play.events import ActionDone, Decided, Opened, TimedOut
from blackstart.core.review.story import Story

NOTICED, DECLARED, SAID = "noticed", "declared", "said"


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something that the team did, in exercise time; `seq` is the entry that shows it."""

    at: Seconds
    seq: int


@dataclass(frozen=True, slots=True)
class Milestones:
    """The first time of each; None = it did not come about.

    Attributes
    ----------
    noticed, declared : Milestone or None
        By an option that was taken or an action that was done, where the script says that it counts as this.
    decided : Milestone or None
        The first decision, scripted or not.
    words : tuple of Milestone
        Every public word: said, or what counts as one; in order of time.
    """

    noticed: Milestone | None
    declared: Milestone | None
    decided: Milestone | None
    words: tuple[Milestone, ...]

    @property
    def said(self) -> Milestone | None:
        """The first public word."""
        return self.words[0] if self.words else None


@dataclass(frozen=True, slots=True)
class DecisionTime:
    """One time that a scripted decision was put to the team.

    Attributes
    ----------
    at : Seconds or None
        When it was taken by somebody; None = it was not.
    ran_out_s : Seconds or None
        When its time ran out without anybody; None = it did not.
    seq : int or None
        The entry that took it.
    """

    decision: DecisionId
    opened_s: Seconds
    at: Seconds | None = None
    ran_out_s: Seconds | None = None
    seq: int | None = None

    @property
    def took_s(self) -> int | None:
        """Seconds from being put to being taken; None = nobody took it."""
        return None if self.at is None else self.at - self.opened_s


def milestones(story: Story) -> Milestones:
    """Find the first time of each.

    What was taken back later has happened nevertheless: a word cannot be unsaid.
    """
    counted = sorted(_counted(story), key=lambda each: (each[1].at, each[1].seq))
    first = dict(reversed(counted))
    taken = (
        Milestone(each.at, each.seq)
        for each in story.entries
        if isinstance(each.command, Decide | DecideUnscripted) and each.at <= story.until
    )
    words = tuple(one for what, one in counted if what == SAID)
    decided = min(taken, key=lambda each: (each.at, each.seq), default=None)
    return Milestones(first.get(NOTICED), first.get(DECLARED), decided, words)


def decision_times(story: Story) -> tuple[DecisionTime, ...]:
    """Tell of every time that a scripted decision was put to the team, in order; one taken back was put again."""
    times: list[DecisionTime] = []
    for event in story.events:
        match event:
            case Opened(at, decision, _):
                times.append(DecisionTime(decision, at))
            case TimedOut(at, decision, _):
                place = _last(times, decision)
                times[place] = DecisionTime(decision, times[place].opened_s, ran_out_s=at)
            case Decided(at, decision, _, seq):
                place = _last(times, decision)
                before = times[place]
                times[place] = DecisionTime(decision, before.opened_s, at, before.ran_out_s, seq)
    return tuple(times)


def _last(times: list[DecisionTime], decision: DecisionId) -> int:
    return max(place for place, each in enumerate(times) if each.decision == decision)


def _counted(story: Story) -> Iterator[tuple[str, Milestone]]:
    """Yield what counts as something, with when and by which entry."""
    for event in story.events:
        source = _source(story, event.seq) if isinstance(event, Decided | ActionDone) else None
        if source is not None and source.counts_as is not None and isinstance(event, Decided | ActionDone):
            yield source.counts_as, Milestone(event.at, event.seq)
    for entry in story.entries:
        if isinstance(entry.command, Say) and entry.at <= story.until:
            yield SAID, Milestone(entry.at, entry.seq)


def _source(story: Story, seq: int) -> Option | Action | None:
    """Return the option or action of the script that an entry took."""
    match story.command(seq):
        case Decide(decision, option):
            options = (each.options for each in story.exercise.decisions if each.id == decision)
            return next((each for each in next(options, ()) if each.id == option), None)
        case Act(action):
            return next((each for each in story.exercise.actions if each.id == action), None)
        case _:
            return None
