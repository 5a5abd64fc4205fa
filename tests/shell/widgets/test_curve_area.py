"""What lies between two curves is hatched, and named where most of it is."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import Seconds
from blackstart.core.review.curves import Curve
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.curve_area import middle_of
from blackstart.shell.widgets.time_axis import TimeAxis
from blackstart.shell.widgets.time_strip import Mark, MarkKind
from blackstart.shell.widgets.users_curve import Beside, UsersCurve

PLAYED = Curve(((Seconds(0), 40), (Seconds(500), 0)))
OTHER = Curve(((Seconds(0), 40),))


def line(*corners: tuple[float, float]) -> list[QPointF]:
    return [QPointF(x, y) for x, y in corners]


def shown(qtbot: QtBot, look: Look) -> UsersCurve:
    axis = TimeAxis()
    axis.show_run(1000)
    made = UsersCurve(look, axis)
    axis.setParent(made)
    made.resize(1028, 220)
    qtbot.addWidget(made)
    made.show_curve(PLAYED, ())
    return made


def ink_in(image: QImage, left: int, right: int) -> int:
    """How many points between two places have another colour than the ground."""
    ground = image.pixelColor(2, 2)
    band = range(80, 180)
    return sum(image.pixelColor(x, y) != ground for x in range(left, right, 3) for y in band)


def test_the_middle_of_an_area_lies_between_the_curves_where_they_are_apart() -> None:
    flat = line((0, 100), (1000, 100))
    parted = line((0, 100), (600, 100), (600, 40), (1000, 40))
    middle = middle_of(flat, parted)
    assert middle is not None
    assert (abs(middle.x() - 800) < 5, middle.y()) == (True, 70)
    assert middle_of(flat, flat) is None


def test_where_a_curve_is_now_above_now_below_the_words_lie_where_there_is_an_area() -> None:
    flat = line((0, 100), (1000, 100))
    parted = line((0, 20), (200, 20), (200, 100), (800, 100), (800, 180), (1000, 180))
    middle = middle_of(flat, parted)
    assert middle is not None
    assert not 200 < middle.x() < 800


def test_only_what_lies_between_is_hatched(qtbot: QtBot, look: Look) -> None:
    curve = shown(qtbot, look)
    alone = curve.grab().toImage()
    curve.show_beside(Beside(OTHER, ("40 saved",)))
    beside = curve.grab().toImage()
    assert ink_in(beside, 60, 480) <= ink_in(alone, 60, 480) * 1.2  # the same on both ways
    assert ink_in(beside, 560, 960) > ink_in(alone, 560, 960) * 3
    curve.show_beside(Beside(OTHER))  # a difference that is worth no words has no area
    assert ink_in(curve.grab().toImage(), 560, 960) < ink_in(beside, 560, 960) / 2


def test_what_is_dashed_stays_dashed_however_near_it_is_seen(qtbot: QtBot, look: Look) -> None:
    week, minutes = 7 * 86_400, 300
    axis = TimeAxis()
    axis.show_run(week)
    curve = UsersCurve(look, axis)
    axis.setParent(curve)
    qtbot.addWidget(curve)
    curve.resize(1028, 220)
    flat = Curve(((Seconds(0), 27), (Seconds(week - 1), 28)))
    curve.show_curve(Curve(((Seconds(0), 0),)), ())
    curve.show_beside(Beside(flat))
    axis.seek(week // 2)
    while axis.scale.until - axis.scale.start > minutes:
        axis.zoom(1)
    y = round(curve.y_of(27))
    image = curve.grab().toImage()
    ground = image.pixelColor(2, 2)
    rows = [[image.pixelColor(x, y + near) != ground for x in range(500, 900)] for near in (-1, 0, 1)]
    inked = max(sum(row) for row in rows)
    assert 0.2 < inked / 400 < 0.9


def test_all_curves_fit_into_the_plot(qtbot: QtBot, look: Look) -> None:
    curve = shown(qtbot, look)
    higher = Curve(((Seconds(0), 0), (Seconds(100), 400)))
    before = curve.y_of(40)
    curve.show_beside(Beside(really=(higher, higher)))
    assert curve.y_of(400) >= 0
    assert curve.y_of(40) > before  # lower down, as there is more above it


def test_the_diamond_of_the_chosen_decision_is_filled(qtbot: QtBot, look: Look) -> None:
    curve = shown(qtbot, look)
    curve.show_curve(PLAYED, (Mark(Seconds(300), MarkKind.DECISION, 3),))
    ink = look.theme.color("ink").rgb()
    found = []
    for chosen in (0, 3):
        curve.show_chosen(chosen)
        image = curve.grab().toImage()
        found.append(sum(image.pixel(x, y) == ink for x in range(image.width()) for y in range(20)))
    assert found[1] > found[0] * 2
