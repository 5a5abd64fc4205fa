"""Signs never lie over one another, and no mark is lost."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from blackstart.shell.review.lanes.spacing import WIDEST_PX, Cluster, Spot, clusters

HALF, SHARED = 4.0, 11.0


def placed(*places: float) -> tuple[Cluster, ...]:
    return clusters([Spot(row, x, HALF) for row, x in enumerate(places)], SHARED)


def test_marks_with_room_between_them_keep_their_signs() -> None:
    assert [(each.rows, each.middle) for each in placed(10, 30)] == [((0,), 10), ((1,), 30)]


def test_marks_that_would_overlap_share_a_sign_between_them() -> None:
    (both,) = placed(10, 16)
    assert both.rows == (0, 1)
    assert (both.left, both.right) == (13 - SHARED, 13 + SHARED)


def test_no_sign_lies_over_the_name_of_its_lane() -> None:
    (both,) = clusters([Spot(0, 100, HALF), Spot(1, 102, HALF)], SHARED, least=95)
    assert (both.left, both.right) == (95, 95 + 2 * SHARED)


def test_a_sign_of_many_tells_of_no_longer_a_time_than_it_is_wide() -> None:
    many = placed(*range(400))
    assert all(len(each.rows) <= WIDEST_PX + 1 for each in many)
    assert len(many) > 5


@given(st.lists(st.floats(0, 2000), max_size=120))
def test_however_marks_lie_each_is_in_one_sign_and_no_two_signs_overlap(places: list[float]) -> None:
    found = placed(*sorted(places))
    assert [row for each in found for row in each.rows] == list(range(len(places)))
    assert all(first.right <= second.left for first, second in pairwise(found))


@given(st.lists(st.floats(0, 2000), min_size=1, max_size=200))
def test_a_sign_stays_where_its_marks_are(places: list[float]) -> None:
    ordered = sorted(places)
    for each in placed(*ordered):
        first, last = ordered[each.rows[0]], ordered[each.rows[-1]]
        assert first - 2 * SHARED <= each.left
        assert each.right <= last + WIDEST_PX + 2 * SHARED
