import numpy as np
import pytest

from blackstart.shell.canvas.unite import united

Piece = tuple[float, float, float, float]


def joined(*pieces: Piece) -> set[Piece]:
    made = united(np.array(pieces, dtype=float).reshape(-1, 4)).tolist()
    found = {(left, top, right, bottom) for left, top, right, bottom in made}
    assert len(found) == len(made)
    return found


def test_pieces_that_overlap_or_touch_become_one() -> None:
    assert joined((0, 5, 10, 5), (30, 5, 8, 5), (30, 5, 40, 5)) == {(0, 5, 40, 5)}
    assert joined((5, 0, 5, 10), (5, 30, 5, 8)) == {(5, 0, 5, 30)}


def test_a_piece_within_a_longer_one_does_not_shorten_it() -> None:
    assert joined((0, 5, 100, 5), (10, 5, 20, 5), (50, 5, 60, 5)) == {(0, 5, 100, 5)}


@pytest.mark.parametrize("other", [(20, 5, 30, 5), (0, 6, 10, 6), (5, 0, 5, 10), (-30, 4, -20, 4)])
def test_pieces_apart_or_across_stay_as_they_are(other: Piece) -> None:
    assert joined((0, 5, 10, 5), other) == {(0, 5, 10, 5), other}


def test_of_nothing_comes_nothing() -> None:
    assert joined() == set()
