"""Rehearsal: a drill played in many ways without recording, to see before the day what does not work.

Ways are tried in a fixed order: first those that answer something in a way that was not tried yet, then those that
differ least from the usual one. It ends when nothing is left to find out, when every way was tried, or at a bound.
"""

from collections.abc import Generator
from dataclasses import dataclass
from heapq import heappop, heappush

from blackstart.core.base.ids import OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.simulation import Opening
from blackstart.core.exercise.model import Decision, Drill, Exercise
from blackstart.core.play.commands import Begin
from blackstart.core.play.lengths import Length, lengths
from blackstart.core.play.shortfalls import Shortfall, shortfalls
from blackstart.core.play.stage import script
from blackstart.core.play.tried import Tried
from blackstart.core.play.walk import play_way
from blackstart.core.play.ways import Choice, Played, Way

MOST_WAYS = 240
_MOMENTS = 5  # at which everything is tried that only people bring about
_LATER = 1000  # added to the rank of a way that answers nothing in a new way


@dataclass(frozen=True, slots=True)
class Progress:
    """How many ways were tried, of how many at most; it may be over sooner."""

    done: int
    most: int


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a rehearsal found.

    Attributes
    ----------
    shortfalls : tuple of Shortfall
        By kind, then in file order.
    lengths : tuple of Length
        By phase.
    ways : int
        How many were tried.
    is_whole : bool
        Whether nothing was left to try that could have changed what was found.
    """

    shortfalls: tuple[Shortfall, ...]
    lengths: tuple[Length, ...]
    ways: int
    is_whole: bool

    @property
    def real_s(self) -> int:
        """Real seconds with the clock running."""
        return sum(each.real_s for each in self.lengths)


def rehearse(drill: Drill, begin: Begin, most_ways: int = MOST_WAYS) -> Generator[Progress, None, Rehearsal]:
    """Play a drill in many ways; yields after each, and returns what was found.

    Whoever wants no more of it closes the generator.

    Parameters
    ----------
    begin : Begin
        The settings of the run that is rehearsed.
    most_ways : int
        The bound.

    Raises
    ------
    UserError
        If the drill has no exercise.
    """
    exercise = script(drill)
    opening = Opening(drill.topology)
    tried, ahead = Tried(exercise), _Ahead(exercise)
    usual = play_way(drill, begin, opening, Way())
    tried.add(usual)
    ahead.begin(usual)
    yield Progress(1, most_ways)
    while tried.ways < most_ways and not tried.is_settled():
        way = ahead.next()
        if way is None:
            break
        played = play_way(drill, begin, opening, way)
        tried.add(played)
        ahead.branch(played)
        yield Progress(tried.ways, most_ways)
    is_whole = tried.is_settled() or ahead.is_empty
    found = shortfalls(drill, exercise, begin, tried)
    return Rehearsal(found, lengths(exercise, begin, held_at(usual, begin)), tried.ways, is_whole)


def held_at(played: Played, begin: Begin) -> tuple[Seconds, ...]:
    """The instants at which the clock holds on a way, by the settings."""
    asked = played.asked.values() if begin.holds in ("decisions", "both") else ()
    came = played.came.values() if begin.holds in ("injects", "both") else ()
    return tuple(sorted({*asked, *came}))


class _Ahead:
    """The ways that are still to be tried, in order."""

    def __init__(self, exercise: Exercise) -> None:
        self._options = {each.id: _answers(each) for each in exercise.decisions}
        self._seen: set[tuple[int | None, Choice]] = set()
        self._queue: list[tuple[int, int, Way]] = []
        self._number = 0

    @property
    def is_empty(self) -> bool:
        return not self._queue

    def begin(self, usual: Played) -> None:
        """Take the way on which nobody answers, and those on which everything is done by hand at some moment."""
        self._put(0, Way(is_silent=True))
        last = max(len(usual.stops) - 1, 0)
        for moment in sorted({last * part // (_MOMENTS - 1) for part in range(_MOMENTS)}):
            self._put(0, Way(hands_at=moment))
        self.branch(usual)

    def branch(self, played: Played) -> None:
        """Take all ways that leave a way where it was free to choose; each way is met once only."""
        way = played.way
        if way.is_silent:
            return
        self._seen.update((way.hands_at, choice) for choice in played.made)
        deviations = sum(self._is_unusual(choice) for choice in way.choices) + (way.hands_at is not None)
        for number in range(len(way.choices), len(played.made)):
            made = played.made[number]
            for option in self._options[made.decision]:
                if option != made.option:
                    choices = (*played.made[:number], Choice(made.decision, option))
                    self._put(deviations + 1, Way(choices, way.hands_at))

    def next(self) -> Way | None:
        """The way to be tried next: one that answers something as it was not answered yet, if there is one."""
        while self._queue:
            rank, number, way = heappop(self._queue)
            is_new = not way.choices or (way.hands_at, way.choices[-1]) not in self._seen
            if is_new or rank >= _LATER:
                return way
            heappush(self._queue, (rank + _LATER, number, way))
        return None

    def _is_unusual(self, choice: Choice) -> bool:
        return choice.option != self._options[choice.decision][0]

    def _put(self, rank: int, way: Way) -> None:
        self._number += 1
        heappush(self._queue, (rank, self._number, way))


def _answers(decision: Decision) -> tuple[OptionId | None, ...]:
    options: tuple[OptionId | None, ...] = tuple(option.id for option in decision.options)
    return options if decision.within is None else (*options, None)
