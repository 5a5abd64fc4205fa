from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from blackstart.shell.canvas.geometry import Placement
from blackstart.shell.canvas.ground import draw_dots
from blackstart.shell.support.look import Look

AREA = QRect(0, 0, 100, 60)


def dots(look: Look, placement: Placement, area: QRect = AREA) -> set[tuple[int, int]]:
    image = QImage(AREA.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setClipRect(area)
        draw_dots(painter, 20.0, placement, area, look.theme)
    return {(x, y) for x in range(100) for y in range(60) if image.pixelColor(x, y).alpha() > 200}


def test_dots_lie_where_cards_snap_to(look: Look) -> None:
    found = dots(look, Placement(1.0, 10.25, 5.25))
    middles = {(x, y) for x in (10, 30, 50, 70, 90) for y in (5, 25, 45)}
    assert middles <= found


def test_dots_that_would_run_together_are_left_out(look: Look) -> None:
    assert not dots(look, Placement(0.5))


def test_a_strip_gets_the_dots_that_it_has_in_the_whole(look: Look) -> None:
    strip = QRect(40, 0, 30, 60)
    placement = Placement(1.0, 3.25, 7.25)
    whole = dots(look, placement)
    assert dots(look, placement, strip) == {(x, y) for x, y in whole if 40 <= x < 70}
