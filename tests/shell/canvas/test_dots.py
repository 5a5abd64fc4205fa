import numpy as np
import pytest

from blackstart.shell.canvas.dots import DOT_STEP, dots_along, dots_on_pieces


def test_dots_follow_a_way_at_one_distance_round_its_corners() -> None:
    dots = dots_along(((0.0, 0.0), (60.0, 0.0), (60.0, 50.0)))
    assert dots[0] == pytest.approx((0, 0))
    apart = np.hypot(*np.diff(dots, axis=0).T)
    assert apart == pytest.approx(DOT_STEP, rel=0.05)  # a little less where it is measured across a round
    assert dots[-1][1] > 50 - DOT_STEP
    assert not ((dots > (58, -1)) & (dots < (61, 1))).all(axis=1).any()  # none in the corner that is cut off


def test_a_way_of_no_length_has_no_dots() -> None:
    assert len(dots_along(((5.0, 5.0), (5.0, 5.0)))) == 0


def test_dots_on_pieces_begin_at_the_start_of_each() -> None:
    dots = dots_on_pieces(np.array([(0.0, 0.0, 2 * DOT_STEP, 0.0), (9.0, 9.0, 9.0, 9.0), (3.0, 30.0, 3.0, 20.0)]))
    assert dots == pytest.approx(np.array([(0, 0), (DOT_STEP, 0), (3, 30), (3, 30 - DOT_STEP), (3, 30 - 2 * DOT_STEP)]))
