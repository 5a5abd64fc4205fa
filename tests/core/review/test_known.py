"""What the team knew at a second, against the run played anew to that second."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import State
from blackstart.core.play.commands import End
from blackstart.core.review.known import Known, Line, Parting
from tests.core.review.knowing import LASTS, believe, entries_of, knowing, literal, watched_drill

LOGIN, EYE, OPEN = ComponentId("login"), ComponentId("eye"), ComponentId("open")
UP, DOWN = State.OPERATIONAL, State.DOWN

SAID = st.tuples(
    st.integers(0, LASTS - 1),
    st.sampled_from(["login", "eye", "open", "spare"]),
    st.sampled_from([None, *(str(each.value) for each in State)]),
)


def hows(known: Known, t: int) -> dict[str, str]:
    return {each.component: str(each.how) for each in known.parted(t)}


@pytest.mark.parametrize("display", ["all", "visible", "believed"])
@given(said=st.lists(SAID, max_size=8))
@settings(max_examples=12, deadline=None)
def test_every_second_is_as_the_run_played_to_it_tells(display: str, said: list[tuple[int, str, str | None]]) -> None:
    commands = [(at, believe(id_, state)) for at, id_, state in sorted(said, key=lambda each: each[0])]
    entries = entries_of(*commands, display=display)
    known = Known(knowing(*commands, display=display))
    for t in (0, 4, 5, 19, 20, 24, 25, 29, 30, 31, 39, 40, 41, LASTS - 1, *(at for at, _ in commands)):
        for id_, (believed, sight, true) in literal(watched_drill(), entries, t).items():
            line = known.line(ComponentId(id_), t)
            shown = "on reserve" if sight.is_on_reserve else sight.shown.value
            assert line.believed == believed
            assert (line.visible, line.seen_s, line.true) == (shown, sight.seen_s, true)
            taken = line.believed or line.visible
            assert (id_ in hows(known, t)) == (taken != true)


def test_a_belief_and_the_truth_are_told_with_their_seconds() -> None:
    known = Known(knowing((2, believe("login", "operational")), (12, believe("login", "down"))))
    assert known.line(LOGIN, 11) == Line(LOGIN, UP, Seconds(2), DOWN, None, DOWN, Seconds(5))
    assert known.line(LOGIN, 12) == Line(LOGIN, DOWN, Seconds(12), DOWN, None, DOWN, Seconds(5))
    assert [(each.start, each.until, each.how) for each in known.partings] == [
        (5, 12, Parting.BETTER),
        (20, 40, Parting.WORSE),
    ]


def test_without_a_word_and_with_a_display_that_shows_all_nothing_parts() -> None:
    assert Known(knowing()).partings == ()


def test_what_nothing_sees_parts_untold_until_it_is_seen_or_said() -> None:
    # Login was seen down at 19; it is up from 20, its eye sees again at 30, and both fall at 40.
    known = Known(knowing((50, believe("login", "down")), display="visible"))
    assert [(each.component, each.how, each.start, each.until) for each in known.partings] == [
        (LOGIN, Parting.UNTOLD, 20, 30),
        (LOGIN, Parting.UNTOLD, 40, 50),
    ]
    assert known.line(LOGIN, 45) == Line(LOGIN, None, None, UP, Seconds(39), DOWN, Seconds(40))


def test_a_display_of_beliefs_shows_as_it_should_be_what_nobody_spoke_of() -> None:
    known = Known(knowing((7, believe("login", "degraded")), display="believed"))
    assert hows(known, 6) == {"login": "untold"}
    assert hows(known, 7) == {"login": "better"}
    assert hows(known, 25) == {"login": "worse", "eye": "untold", "open": "untold"}
    assert known.line(LOGIN, 8).visible is State.DEGRADED


def test_another_reason_for_the_same_is_believed_otherwise() -> None:
    assert hows(Known(knowing((6, believe("login", "isolated")))), 6) == {"login": "otherwise"}


def test_of_two_words_in_one_second_the_last_counts_and_what_is_taken_back_is_not_believed() -> None:
    known = Known(
        knowing((6, believe("login", "operational")), (6, believe("login", "down")), (9, believe("login", None)))
    )
    assert (known.line(LOGIN, 6).believed, known.line(LOGIN, 9).believed) == (DOWN, None)
    assert [known.believed_at(t) for t in (5, 6, 9)] == [0, 1, 0]


def test_nothing_that_was_typed_after_the_end_was_known() -> None:
    known = Known(knowing((6, End()), (6, believe("login", "operational")), until=6))
    assert known.beliefs == {}


def test_the_ways_stand_in_their_order_and_within_each_what_began_first() -> None:
    known = Known(
        knowing(
            (0, believe("open", "down")),
            (6, believe("login", "operational")),
            (22, believe("eye", "operational")),
            (22, believe("login", "down")),
            display="believed",
        )
    )
    assert [each.component for each in known.parted(23)] == [EYE, OPEN, LOGIN]
