import pytest
from PySide6.QtCore import QPointF, QRectF

from blackstart.shell.canvas.geometry import GREATEST_SCALE, Placement, arrow_head, fitted, rounded_line


def test_a_fitted_map_is_whole_and_centred() -> None:
    placement = fitted((100, 50, 400, 200), QRectF(0, 0, 220, 300), 10)
    assert placement.scale == pytest.approx(0.5)
    left, right = (placement.transform().map(QPointF(x, 150)) for x in (100, 500))
    assert (left.x(), right.x()) == pytest.approx((10, 210))
    assert left.y() == pytest.approx(150)


def test_a_small_map_is_not_blown_up_beyond_what_is_allowed() -> None:
    assert fitted((0, 0, 10, 10), QRectF(0, 0, 1000, 1000), 10, most=1.25).scale == 1.25


def test_a_map_without_anything_can_be_fitted() -> None:
    assert fitted((0, 0, 0, 0), QRectF(0, 0, 100, 100), 10).scale == GREATEST_SCALE


def test_zooming_keeps_the_place_under_the_pointer() -> None:
    before = Placement(0.8, 30, -20)
    pointer = QPointF(200, 120)
    after = before.zoomed(1.3, pointer)
    assert after.scale == pytest.approx(0.8 * 1.3)
    assert (after.to_canvas(pointer) - before.to_canvas(pointer)).manhattanLength() < 1e-9


def test_zooming_stops_at_its_limit() -> None:
    assert Placement(GREATEST_SCALE).zoomed(2, QPointF()).scale == GREATEST_SCALE


def test_a_corner_is_cut_by_its_radius() -> None:
    path = rounded_line([(0, 0), (100, 0), (100, 100)], 7)
    assert not path.intersects(QRectF(98, -1, 3, 1.5))
    assert path.intersects(QRectF(92, -0.5, 1, 1))


def test_a_short_leg_is_cut_by_half_of_itself() -> None:
    path = rounded_line([(0, 0), (100, 0), (100, 6), (200, 6)], 7)
    assert path.boundingRect() == QRectF(0, 0, 200, 6)
    assert path.currentPosition() == QPointF(200, 6)


def test_a_branch_that_begins_just_before_its_corner_has_the_full_radius() -> None:
    path = rounded_line([(93, 0), (100, 0), (100, 100)], 7)
    elements = [path.elementAt(index) for index in range(path.elementCount())]
    assert (100, 7) in [(round(element.x, 6), round(element.y, 6)) for element in elements]


def test_a_line_without_rounding_still_goes_by_its_corners() -> None:
    path = rounded_line([(0, 0), (100, 0), (100, 100)], 0)
    assert path.elementCount() == 3
    assert path.intersects(QRectF(99, -0.5, 2, 1))


def test_an_arrow_points_along_the_last_leg_with_a_length() -> None:
    head = arrow_head([(0, 0), (50, 0), (50, 0)])
    assert head is not None
    assert head.value(0) == QPointF(50, 0)
    assert head.boundingRect() == QRectF(42, -3.9, 8, 7.8)


def test_a_line_without_length_has_no_arrow() -> None:
    assert arrow_head([(5, 5), (5, 5)]) is None
