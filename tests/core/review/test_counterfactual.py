"""What if somebody had not."""

import pytest

from blackstart.core.base.errors import UserError
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import ApplyEffects, Note
from blackstart.core.review.counterfactual import without
from tests.core.play.scripts import component, decide, decision, drill, fail, inject, journal, repair

S = Seconds
DRILL = drill(
    component("a", repair=10),
    injects=[inject("fire", fail("a"), at=0)],
    decisions=[decision("mend", {"yes": [repair("a")], "no": ()}, at=0, within=50, otherwise="yes")],
)
ENTRIES = journal((20, decide("mend", "yes")), (25, Note("x", "eva")), (40, ApplyEffects((fail("a"),), "again")))


def test_without_a_decision_its_time_runs_out() -> None:
    compared = without(DRILL, ENTRIES[:-1], 2, S(99))
    assert compared.played.impact.lost_service_seconds == 30 * 100
    assert compared.without.impact.lost_service_seconds == 60 * 100


def test_what_stands_at_the_end_is_compared_too() -> None:
    compared = without(DRILL, ENTRIES, 4, S(99))
    assert compared.played.stuck.waiting == ("a",)
    assert compared.without.stuck.waiting == ()


def test_an_entry_that_changed_nothing_on_the_map_has_no_impact_to_compare() -> None:
    with pytest.raises(UserError, match="entry 3 says note; only decide, act"):
        without(DRILL, ENTRIES, 3, S(99))


def test_an_entry_that_there_is_not_is_told() -> None:
    with pytest.raises(UserError, match="there is no entry 9; entries are 1 to 4"):
        without(DRILL, ENTRIES, 9, S(99))
