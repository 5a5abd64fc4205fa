"""The last rating of each evaluator counts, and no two are ever mixed."""

from blackstart.core.base.ids import ObjectiveId
from blackstart.core.play.commands import AddFinding, Hotwash, Note, Rate
from blackstart.core.review.ratings import Finding, HotWord, Rating, findings, hot_wash, ratings
from tests.core.play.scripts import journal

DECLARE = ObjectiveId("declare")


def test_the_last_rating_of_each_evaluator_counts() -> None:
    entries = journal(
        (9, Rate(DECLARE, "U", "too late", "Mina")),
        (9, Rate(DECLARE, "P", "in time", "Joon")),
        (9, Rate(DECLARE, "M", "met, but late", "Mina")),
    )
    assert ratings(entries) == (
        Rating(DECLARE, "M", "met, but late", "Mina", 4),
        Rating(DECLARE, "P", "in time", "Joon", 3),
    )


def test_findings_and_the_hot_wash_are_told_in_order() -> None:
    entries = journal(
        (9, Hotwash("Mina", "calm", "the phone", "a second phone")),
        (9, Note("x", "Joon")),
        (9, AddFinding("area", "No phone tree", "Joon", DECLARE, "plan 3.2", "one list, one person")),
    )
    assert findings(entries) == (
        Finding("area", "No phone tree", "Joon", DECLARE, "plan 3.2", "one list, one person", 4),
    )
    assert hot_wash(entries) == (HotWord("Mina", "calm", "the phone", "a second phone", 2),)
