"""The cases of one run: each is folded once, then known."""

from dataclasses import dataclass

from blackstart.core.engine.simulation import Opening
from blackstart.core.review.cases import Case, case, saved_service_seconds
from blackstart.core.review.story import Story
from blackstart.shell.review.what_if.ways import OtherWay, journal


@dataclass(frozen=True, slots=True)
class Compared:
    """Another way of a run beside the one that was gone."""

    way: OtherWay
    played: Case
    other: Case


class CaseBook:
    """To be asked in one thread."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._opening: Opening | None = None
        self._played: Case | None = None
        self._cases: dict[OtherWay, Case] = {}

    def played(self) -> Case:
        """Return the run as it was."""
        if self._played is None:
            story, curves = self._story, self._story.curves
            stuck = story.director.simulation.stuck()
            self._played = Case(story.until, curves.users, curves.services, curves.money, story.impact, stuck)
        return self._played

    def of(self, way: OtherWay) -> Case:
        """Return the run as it would have gone another way; raises what `journal` raises."""
        if way not in self._cases:
            story = self._story
            if self._opening is None:
                self._opening = Opening(story.drill.topology)
            self._cases[way] = case(story.drill, journal(story, way), story.until, self._opening)
        return self._cases[way]

    def compared(self, way: OtherWay) -> Compared:
        """Return another way beside the one that was gone."""
        return Compared(way, self.played(), self.of(way))

    def saved(self, way: OtherWay) -> int:
        """Return how many service-seconds were saved by going the way that was gone; negative = lost."""
        return saved_service_seconds(self.played(), self.of(way))
