"""What a report is made from, folded once."""

from dataclasses import dataclass

from blackstart.core.base.text import Text
from blackstart.core.base.words import Words
from blackstart.core.drawing.model import Drawing
from blackstart.core.engine.simulation import Opening
from blackstart.core.record.rows import RunRow
from blackstart.core.review.cases import Case, case
from blackstart.core.review.deeds import Deed, deeds, savings
from blackstart.core.review.heard import Heard, heard
from blackstart.core.review.improvements import PlanRow
from blackstart.core.review.known import Known
from blackstart.core.review.milestones import Milestones, milestones
from blackstart.core.review.really import Reality, really
from blackstart.core.review.report.sharing import Sharing
from blackstart.core.review.story import Story
from blackstart.core.review.variants import with_nobody_deciding

HALF_AN_HOUR_S = 1800  # from there on a difference is told in service-hours


@dataclass(frozen=True, slots=True, eq=False)
class ReportSource:
    """One run, and everything of it that is reckoned for the report.

    Attributes
    ----------
    played, nobody : Case
        As the run was, and with nobody deciding.
    saved : mapping of int to int
        Service-seconds that each entry saved, negative = lost, by seq.
    known, heard : Known, Heard
        What the team knew at any second, and what had reached it.
    plan : tuple of PlanRow
        The drill's improvement plan, carried over from its runs before.
    drawing : Drawing or None
        Places of the map; None = there is no figure of it.
    at_table_s : int
        Real seconds that people spent on it.
    is_as_played : bool
        Whether this program tells the run as it was seen when it was played.
    """

    story: Story
    row: RunRow
    played: Case
    nobody: Case
    reality: Reality | None
    milestones: Milestones
    deeds: tuple[Deed, ...]
    saved: dict[int, int]
    known: Known
    heard: Heard
    plan: tuple[PlanRow, ...]
    drawing: Drawing | None
    at_table_s: int
    is_as_played: bool


def report_source(
    story: Story,
    row: RunRow,
    *,
    plan: tuple[PlanRow, ...] = (),
    drawing: Drawing | None = None,
    at_table_s: int = 0,
    is_as_played: bool = True,
) -> ReportSource:
    """Reckon what a report of a run tells; a worker's job, for every decision is left out once."""
    opening = Opening(story.drill.topology)  # the same in all of them
    played = case(story.drill, story.entries, story.until, opening)
    nobody = case(story.drill, with_nobody_deciding(story.entries), story.until, opening)
    rows = deeds(story)
    seqs = [each.seq for each in rows if each.seq is not None]
    saved = dict(savings(story, seqs, played, opening))
    return ReportSource(
        story,
        row,
        played,
        nobody,
        really(story.drill),
        milestones(story),
        rows,
        saved,
        Known(story),
        heard(story),
        plan,
        drawing,
        at_table_s,
        is_as_played,
    )


@dataclass(frozen=True, slots=True)
class Teller:
    """Says things in the language of a report; names are those of the drill.

    Attributes
    ----------
    sharing : Sharing or None
        What participants may read of it; None = the report is for facilitators.
    """

    source: ReportSource
    words: Words
    sharing: Sharing | None = None

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of the report, whose keys begin with ``report``."""
        return self.words.say(key, **values)

    def text(self, text: Text | None) -> str:
        """Return a text of the drill; empty where there is none."""
        return text.to(self.words.language) if text is not None else ""

    def person(self, by: str) -> str:
        """Return the name of a role, or the name that was given."""
        roles = {role.id: role for role in self.source.story.exercise.roles}
        role = roles.get(by)  # type: ignore[call-overload]  # `by` is a role's id or any name
        return self.text(role.name) if role is not None and role.name is not None else by

    def component(self, id_: str) -> str:
        """Return the name of a component."""
        names = {each.id: each for each in self.source.story.drill.topology.components}
        found = names.get(id_)  # type: ignore[call-overload]  # as above
        return self.text(found.name) or id_ if found is not None else id_

    def named(self, id_: str) -> str:
        """Return the words of whatever a note is about: an inject, a decision, an objective or a component."""
        script = self.source.story.exercise
        texts = {
            **{str(each.id): each.text for each in script.injects},
            **{str(each.id): each.question for each in script.decisions},
            **{str(each.id): each.text for each in script.objectives},
        }
        return self.text(texts.get(id_)) or self.component(id_)

    def service_hours(self, seconds: int) -> str:
        """Return service-hours in short, rounded half up."""
        return self.words.amount((abs(seconds) + 1800) // 3600)

    def took(self, seconds: int | None) -> str:
        """Return a length of time; empty where there is none."""
        return "" if seconds is None else self.words.duration(seconds)
