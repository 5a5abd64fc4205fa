import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from blackstart.core.topology.kinds import KINDS
from blackstart.shell.support.icons import GRID, draw_icon, icon, icon_data, icon_path
from blackstart.shell.support.svgpath import painter_path

NEARLY = 0.02


@pytest.mark.parametrize("name", sorted(icon_data()))
def test_every_icon_lies_on_its_grid(name: str) -> None:
    bounds = icon_path(name).boundingRect()
    assert min(bounds.left(), bounds.top()) >= -NEARLY
    assert max(bounds.right(), bounds.bottom()) <= GRID + NEARLY
    assert max(bounds.width(), bounds.height()) > 6


def test_every_kind_has_its_icon() -> None:
    assert {kind.icon for kind in KINDS.values()} <= icon_data().keys()


def test_a_circle_of_two_arcs_is_as_wide_as_it_is_high() -> None:
    bounds = painter_path("M8 8m-5.9 0a5.9 5.9 0 1 0 11.8 0a5.9 5.9 0 1 0-11.8 0").boundingRect()
    assert bounds.left() == pytest.approx(2.1, abs=NEARLY)
    assert bounds.right() == pytest.approx(13.9, abs=NEARLY)
    assert bounds.top() == pytest.approx(2.1, abs=NEARLY)
    assert bounds.bottom() == pytest.approx(13.9, abs=NEARLY)


def test_a_quarter_arc_bulges_to_the_side_its_sweep_names() -> None:
    clockwise = painter_path("M9.8 4.4a2 2 0 0 1 2 2")
    other = painter_path("M9.8 4.4a2 2 0 0 0 2 2")
    assert clockwise.pointAtPercent(0.5).y() < 5.4 - NEARLY
    assert other.pointAtPercent(0.5).y() > 5.4 + NEARLY
    assert clockwise.currentPosition() == QPointF(11.8, 6.4)


def test_relative_and_absolute_commands_draw_the_same() -> None:
    absolute = painter_path("M2 2H6V8L4 9C4 10 5 11 6 11S8 12 9 10Z")
    relative = painter_path("m2 2h4v6l-2 1c0 1 1 2 2 2s2 1 3-1z")
    assert absolute == relative


def test_a_smooth_curve_begins_with_the_mirrored_control_point() -> None:
    assert painter_path("M0 0C0 2 2 4 4 4S8 6 8 8") == painter_path("M0 0C0 2 2 4 4 4C6 4 8 6 8 8")


@pytest.mark.parametrize("data", ["M2 2T4 4", "M2", "L2 2 3", "M1 1A3 2 45 0 0 4 4"])
def test_path_data_that_are_not_read_here_are_refused_with_what_was_found(data: str) -> None:
    with pytest.raises(ValueError, match="path data"):
        painter_path(data)


def test_an_icon_is_painted_in_the_colour_asked_for(qapp: object) -> None:
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    draw_icon(painter, "pause", QPointF(16, 16), 32, QColor(255, 0, 0))
    painter.end()
    seen = {image.pixelColor(x, y).rgb() for x in range(32) for y in range(32)}
    assert QColor(255, 0, 0).rgb() in seen
    assert all(QColor.fromRgb(each).green() == 0 for each in seen)


def test_an_icon_is_kept_for_double_density_screens_too(qapp: object) -> None:
    assert {size.width() for size in icon("run", QColor("white")).availableSizes()} == {16, 32}
