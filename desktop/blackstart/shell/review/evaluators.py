"""Who may be asked what they saw: evaluators and facilitator, then everybody who was there."""

from PySide6.QtCore import QCoreApplication

from blackstart.core.review.ratings import ratings
from blackstart.core.review.story import Story

translate = QCoreApplication.translate


def evaluators_of(story: Story) -> tuple[str, ...]:
    """Return evaluators, the facilitator, and whoever has rated without being named before."""
    begin = story.begin
    facilitator = begin.facilitator or translate("Evaluators", "facilitator")
    raters = (rating.by for rating in ratings(story.entries))
    return tuple(dict.fromkeys((*begin.evaluators, facilitator, *raters)))


def people_of(story: Story) -> tuple[str, ...]:
    """Return whoever was at the table, then evaluators and facilitator."""
    return tuple(dict.fromkeys((*(each.name for each in story.begin.participants), *evaluators_of(story))))


def named(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return names as a field for names takes them."""
    return tuple((name, name) for name in names)
