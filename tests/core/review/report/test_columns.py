"""Columns by their words, and words by their letters."""

import pytest

from blackstart.core.review.measure_words import in_rows
from blackstart.core.review.report.columns import shares
from blackstart.core.review.report.letters import cut, width_of
from blackstart.core.review.report.model import Table

ROOM = 94.0


def table(*columns: str, wide: tuple[int, ...] = ()) -> Table:
    return Table("t", "", tuple("h" for _ in columns), (columns,), wide)


def test_a_short_cell_is_never_broken() -> None:
    took = "2 d 13 h 27 min"
    given = shares(table("word " * 200, took, wide=(0,)), ROOM)
    assert given[1] * ROOM > width_of(took)
    assert sum(given) == pytest.approx(1)


def test_a_table_of_short_words_is_no_wider_than_it_reads_well() -> None:
    assert sum(shares(table("Log-in", "0:08:00", "1:30:00"), ROOM)) < 0.5


def test_what_is_long_takes_more_of_the_room_than_what_is_short() -> None:
    given = shares(table("word " * 200, "word " * 4, "1", wide=(0, 1)), ROOM)
    assert given[0] > 2 * given[1] > 2 * given[2]


def test_a_hundred_thousand_letters_leave_room_for_the_others() -> None:
    columns = ("x" * 100_000, "y" * 100_000, *["z" * 100_000] * 7)
    given = shares(table(*columns, wide=(0,)), ROOM)
    assert sum(given) == pytest.approx(1)
    assert min(given) > 0.05


def test_words_are_cut_to_their_room_and_whole_where_there_is_enough() -> None:
    assert cut("Partners", 1000, 13) == "Partners"
    for name in ("Partners and neighbours of the house", "판교 데이터센터 배터리실"):
        said = cut(name, 60, 13)
        assert said.endswith("…")
        assert 30 < width_of(said, 13) <= 60


@pytest.mark.parametrize(
    ("numbers", "told"), [((), ""), ((2,), "2"), ((5, 2, 3), "2, 3, 5"), ((2, 5, 6, 7, 9, 10, 11, 12), "2, 5–7, 9–12")]
)
def test_entries_that_follow_each_other_are_told_as_a_row(numbers: tuple[int, ...], told: str) -> None:
    assert in_rows(numbers) == told
