import pytest
from hypothesis import given
from hypothesis import strategies as st

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import CARD_HEIGHT, CARD_WIDTH
from blackstart.core.drawing.snapping import GRID, Guide, Side, aligned, distributed, neighbours, snapped
from blackstart.core.topology.model import Box

A, B, C = (ComponentId(name) for name in "abc")


def card(x: float, y: float) -> Box:
    return (x, y, CARD_WIDTH, CARD_HEIGHT)


def test_a_card_that_comes_near_to_the_edge_of_another_is_drawn_into_line() -> None:
    found = snapped(card(0, 0), (303.0, 207.0), neighbours([card(305, 13)]))
    assert found.by == (305, 200)
    assert found.guides == (Guide(True, 305, 13, 252),)


def test_a_card_that_is_near_to_none_goes_to_the_grid() -> None:
    found = snapped(card(0, 0), (47.0, 51.0), neighbours([card(305, 513)]))
    assert (found.by, found.guides) == ((40, 60), ())


def test_the_nearer_of_two_edges_draws() -> None:
    assert snapped(card(0, 0), (104.0, 0.0), neighbours([card(100, 500), card(105, 600)])).by[0] == 105


def test_a_guide_joins_all_that_are_in_line() -> None:
    found = snapped(card(0, 0), (100.0, 300.0), neighbours([card(100, 0), card(100, 900)]))
    assert found.guides[0] == Guide(True, 100, 0, 900 + CARD_HEIGHT)


@given(
    st.tuples(st.floats(-900, 900), st.floats(-900, 900)),
    st.lists(st.tuples(st.floats(-900, 900), st.floats(-900, 900)), max_size=6),
)
def test_a_drag_ends_in_line_or_on_the_grid_and_never_far_from_the_pointer(
    by: tuple[float, float], others: list[tuple[float, float]]
) -> None:
    found = snapped(card(0, 0), by, neighbours([card(*at) for at in others]))
    for axis in (0, 1):
        assert found.by[axis] in [at[axis] for at in others] or found.by[axis] % GRID == 0
        assert abs(found.by[axis] - by[axis]) <= GRID / 2


@pytest.mark.parametrize(
    ("side", "wanted"),
    [
        (Side.LEFT, [(0, 0), (0, 50)]),
        (Side.RIGHT, [(100, 0), (100, 50)]),
        (Side.CENTRE, [(50, 0), (50, 50)]),
        (Side.TOP, [(0, 0), (100, 0)]),
        (Side.BOTTOM, [(0, 50), (100, 50)]),
        (Side.MIDDLE, [(0, 25), (100, 25)]),
    ],
)
def test_cards_are_aligned_to_the_outermost_or_the_middle(side: Side, wanted: list[tuple[float, float]]) -> None:
    assert list(aligned({A: (0.0, 0.0), B: (100.0, 50.0)}, side).values()) == wanted


def test_cards_are_distributed_between_the_outermost_which_stay() -> None:
    found = distributed({A: (0.0, 1.0), B: (190.0, 2.0), C: (600.0, 3.0)}, is_across=True)
    assert found == {A: (0, 1), B: (300, 2), C: (600, 3)}


def test_cards_without_room_between_stand_edge_to_edge() -> None:
    found = distributed({A: (0.0, 0.0), B: (0.0, 10.0), C: (0.0, 20.0)}, is_across=False)
    assert [y for _, y in found.values()] == [0, CARD_HEIGHT, 2 * CARD_HEIGHT]
