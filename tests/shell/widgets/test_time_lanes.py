import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import START, Seconds
from blackstart.core.review.curves import Curve
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.strip_legend import StripLegend
from blackstart.shell.widgets.time_axis import TimeAxis
from blackstart.shell.widgets.time_lane import TimeLane
from blackstart.shell.widgets.time_ruler import TimeRuler
from blackstart.shell.widgets.time_strip import Mark, MarkKind
from blackstart.shell.widgets.users_curve import UsersCurve

HOUR = 3600
MARKS = tuple(Mark(Seconds(at), kind, 1) for at, kind in ((600, MarkKind.DECISION), (900, MarkKind.INJECT)))
CURVE = Curve(((START, 0), (Seconds(600), 2_000_000), (Seconds(1800), 0)))


@pytest.fixture
def axis(qtbot: QtBot) -> TimeAxis:
    made = TimeAxis()
    made.show_run(HOUR)
    made.show_left(100)
    return made


@pytest.fixture
def curve(qtbot: QtBot, look: Look, axis: TimeAxis) -> UsersCurve:
    made = UsersCurve(look, axis)
    made.show_curve(CURVE, MARKS)
    return shown(qtbot, made, 196)


def shown(qtbot: QtBot, lane: UsersCurve, height: int) -> UsersCurve:
    qtbot.addWidget(lane)
    lane.setFixedHeight(height)
    lane.resize(800, height)
    lane.show()
    qtbot.waitExposed(lane)
    return lane


def test_a_drag_on_the_curve_seeks_all_the_way(qtbot: QtBot, curve: UsersCurve, axis: TimeAxis) -> None:
    sought: list[int] = []
    axis.sought.connect(sought.append)
    places = [QPoint(round(axis.scale.x_of(at, 800)), 50) for at in (600, 1200, 1800)]
    QTest.mousePress(curve, Qt.MouseButton.LeftButton, pos=places[0])
    for each in places[1:]:
        QTest.mouseMove(curve, each)
    assert [round(at, -1) for at in sought] == [600, 1200, 1800]


def test_a_lane_is_kept_as_painted_while_the_playhead_moves(
    curve: UsersCurve, axis: TimeAxis, monkeypatch: pytest.MonkeyPatch
) -> None:
    curve.grab()
    drawn: list[TimeLane] = []
    monkeypatch.setattr(UsersCurve, "draw", lambda self, painter: drawn.append(self))
    for at in range(0, 3000, 100):
        axis.show_now(at)
        curve.grab()
    assert drawn == []
    axis.zoom(1)
    curve.grab()
    assert drawn == [curve]


def test_the_curve_rises_where_users_are_cut_off(curve: UsersCurve, axis: TimeAxis, look: Look) -> None:
    image = curve.grab().toImage()

    def ink_at(second: int) -> list[int]:
        x = round(axis.scale.x_of(second, 800))
        ground = look.theme.color("bg0")
        return [y for y in range(20, 196) if image.pixelColor(x, y).lightness() > ground.lightness() + 100]

    assert min(ink_at(1200)) < 80
    assert min(ink_at(300)) > 150


@pytest.mark.parametrize(
    ("key", "steps"),
    [
        (Qt.Key.Key_Left, -1),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_PageUp, -10),
        (Qt.Key.Key_PageDown, 10),
    ],
)
def test_keys_on_the_ruler_step_the_playhead(qtbot: QtBot, look: Look, axis: TimeAxis, key: Qt.Key, steps: int) -> None:
    ruler = TimeRuler(look, axis)
    qtbot.addWidget(ruler)
    axis.show_now(1800)
    assert (ruler.value(), ruler.accessibleDescription()) == (1800, "0:30:00")
    with qtbot.waitSignal(axis.sought) as sought:
        QTest.keyClick(ruler, key)
    assert sought.args == [1800 + steps * axis.scale.step_s]


@pytest.mark.parametrize("at", [0, HOUR])
def test_the_flag_stays_within_the_ruler(qtbot: QtBot, look: Look, axis: TimeAxis, at: int) -> None:
    ruler = TimeRuler(look, axis)
    qtbot.addWidget(ruler)
    ruler.resize(800, ruler.height())
    axis.show_now(at)
    assert 0 <= ruler._flag().left() < ruler._flag().right() <= 800


def test_the_legend_of_the_strips_goes_on_in_another_row_where_there_is_no_room(qtbot: QtBot, look: Look) -> None:
    legend = StripLegend(look)
    qtbot.addWidget(legend)
    legend.resize(legend.whole_width(), 10)
    legend.show()
    one = legend.height()
    legend.resize(legend.whole_width() // 2, 10)
    assert legend.height() >= 2 * one
