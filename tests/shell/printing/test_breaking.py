"""Where pages end."""

from blackstart.shell.printing.breaking import Piece, breaks

PAGE = 100.0


def _stacked(*heights: float, keeps: tuple[int, ...] = (), heads: dict[int, int] | None = None) -> list[Piece]:
    tops = [sum(heights[:number]) for number in range(len(heights) + 1)]
    known = heads or {}
    return [Piece(tops[n], tops[n + 1], n in keeps, known.get(n)) for n in range(len(heights))]


def test_what_fits_stays_together() -> None:
    assert breaks(_stacked(40, 40, 15), PAGE) == frozenset()


def test_what_does_not_fit_begins_a_page() -> None:
    assert breaks(_stacked(40, 40, 40, 40, 40), PAGE) == {2, 4}


def test_a_heading_goes_with_what_it_heads() -> None:
    assert breaks(_stacked(80, 10, 5, 20, keeps=(1, 2)), PAGE) == {1}


def test_the_head_of_a_table_takes_its_room_on_every_page() -> None:
    heads = dict.fromkeys(range(1, 8), 0)
    assert breaks(_stacked(20, *[24] * 7, keeps=(0,), heads=heads), PAGE) == {4, 7}


def test_what_is_higher_than_a_page_flows_on_and_what_follows_stands_below_it() -> None:
    assert breaks(_stacked(30, 250, 40, 40), PAGE) == {1, 3}


def test_headings_that_fill_a_page_by_themselves_end_nowhere() -> None:
    assert breaks(_stacked(60, 60, 60, keeps=(0, 1)), PAGE) <= {0, 1, 2}
