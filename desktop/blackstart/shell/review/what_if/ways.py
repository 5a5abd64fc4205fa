"""Other ways in which a run could have gone, as they are asked for, and their journals."""

from dataclasses import dataclass

from blackstart.core.base.ids import OptionId
from blackstart.core.play.commands import Entry
from blackstart.core.review.milestones import decision_times
from blackstart.core.review.story import Story
from blackstart.core.review.variants import earlier, with_nobody_deciding, with_option, without_entry


@dataclass(frozen=True, slots=True)
class Without:
    """All as it was, but for one entry."""

    seq: int


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Another option of a decision, in the second in which it was taken."""

    seq: int
    option: OptionId


@dataclass(frozen=True, slots=True)
class Earlier:
    """The same decision some seconds earlier, but not before it was put."""

    seq: int
    by_s: int


@dataclass(frozen=True, slots=True)
class NobodyDecides:
    """No decision and no action of the team."""


OtherWay = Without | Otherwise | Earlier | NobodyDecides


def journal(story: Story, way: OtherWay) -> tuple[Entry, ...]:
    """Return the journal of another way.

    Raises
    ------
    UserError
        If the decision cannot be taken like that.
    """
    match way:
        case Without(seq):
            return without_entry(story.entries, seq)
        case Otherwise(seq, option):
            return with_option(story.drill, story.entries, seq, option)
        case Earlier(seq, by_s):
            opened = next(each.opened_s for each in decision_times(story) if each.seq == seq)
            return earlier(story.entries, seq, by_s, opened)
        case NobodyDecides():
            return with_nobody_deciding(story.entries)
