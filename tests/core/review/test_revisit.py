"""Going to and fro shows what a fold from the beginning shows."""

from hypothesis import given, settings
from hypothesis import strategies as st

from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Command, End
from blackstart.core.play.director import Director
from blackstart.core.play.playback import look_back
from blackstart.core.review.revisit import Revisit
from tests.core.play.acts import LASTS, any_command, busy_drill
from tests.core.play.scripts import drill, journal

ACTS = st.lists(st.tuples(st.integers(-1, LASTS), any_command()), max_size=12)
VISITS = st.lists(st.integers(0, LASTS), min_size=1, max_size=8)


def standings(director: Director) -> list[object]:
    return [director.simulation.standing(each.id) for each in director.drill.topology.components]


@settings(max_examples=80, deadline=None)
@given(ACTS, VISITS)
def test_any_second_is_shown_as_a_fold_shows_it_wherever_one_comes_from(
    acts: list[tuple[int, Command]], visits: list[int]
) -> None:
    busy = busy_drill()
    entries = journal(*sorted(acts, key=lambda act: act[0]))
    revisit = Revisit(busy, entries)
    for visit in visits:
        director, folded = revisit.at(Seconds(visit)), look_back(busy, entries, Seconds(visit))
        assert standings(director) == standings(folded)
        assert director.open_decisions() == folded.open_decisions()
        assert director.delivered() == folded.delivered()


def test_going_on_does_not_begin_anew() -> None:
    revisit = Revisit(busy_drill(), journal())
    first = revisit.at(Seconds(10))
    assert revisit.at(Seconds(10)) is first
    assert revisit.at(Seconds(30)) is first
    assert revisit.at(Seconds(29)) is not first


def test_beyond_the_end_a_run_stands_as_it_ended() -> None:
    revisit = Revisit(drill(), journal((9, End())))
    assert revisit.at(Seconds(50)).now == 9
    assert revisit.at(Seconds(60)).now == 9
