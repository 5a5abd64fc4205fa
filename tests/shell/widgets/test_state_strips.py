import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Shown
from blackstart.core.review.timeline import StateSpan, Strip, Timeline
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import THEMES, theme
from blackstart.shell.widgets.state_strips import StateStrips
from blackstart.shell.widgets.strip_paint import StripPaint
from blackstart.shell.widgets.strip_rows import ROW_PX, StripRows
from blackstart.shell.widgets.strips_model import MOST_TOLD, StripsModel, strip_words
from blackstart.shell.widgets.time_axis import TimeAxis

HOUR = 3600
TESTED = QAbstractItemModelTester.FailureReportingMode.Fatal


def span(start: int, until: int, shown: Shown, *, is_on_reserve: bool = False) -> StateSpan:
    return StateSpan(Seconds(start), Seconds(until), shown, is_on_reserve)


def falling(name: str, at: int, until: int = HOUR) -> Strip:
    spans = (span(0, at, Shown.OPERATIONAL), span(at, until, Shown.DOWN), span(until, HOUR + 1, Shown.OPERATIONAL))
    return Strip(ComponentId(name), Seconds(at), spans)


def timeline(count: int) -> Timeline:
    return Timeline(Seconds(HOUR), tuple(falling(f"c{number}", 60 * (number % 50) + 60) for number in range(count)))


@pytest.fixture
def axis(qtbot: QtBot) -> TimeAxis:
    made = TimeAxis()
    made.show_run(HOUR)
    return made


@pytest.fixture
def strips(qtbot: QtBot, look: Look, axis: TimeAxis) -> StateStrips:
    made = StateStrips(look, axis)
    qtbot.addWidget(made)
    made.resize(800, 300)
    told = timeline(300)
    made.show_timeline(told, {each.component: each.component.upper() for each in told.strips}, (Seconds(600),))
    made.show()
    qtbot.waitExposed(made)
    return made


def place(strips: StateStrips, axis: TimeAxis, row: int, at: int) -> QPoint:
    return QPoint(round(axis.scale.x_of(at, strips.width())), round((row + 0.5) * ROW_PX))


def test_the_list_of_strips_keeps_qts_rules(look: Look) -> None:
    model = StripsModel(look)
    tester = QAbstractItemModelTester(model, TESTED)
    assert model.rowCount() == 0
    told = timeline(3)
    model.show_timeline(told, {each.component: str(each.component) for each in told.strips})
    assert [model.data(model.index(row)) for row in range(3)] == ["c0", "c1", "c2"]
    assert model.index_of(ComponentId("c2")).row() == 2
    assert not model.index_of(ComponentId("nobody")).isValid()
    assert tester.model() is model


def test_a_screen_reader_is_told_what_a_component_went_through(look: Look) -> None:
    model = StripsModel(look)
    told = Timeline(Seconds(HOUR), (falling("login", 1080, 2400),))
    model.show_timeline(told, {ComponentId("login"): "Log-in"})
    words = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Log-in: down from 0:18:00 to 0:40:00"


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ([span(0, 11, Shown.OPERATIONAL)], "operational all the time"),
        ([span(0, 11, Shown.DOWN)], "down all the time"),
        (
            [span(0, 4, Shown.OPERATIONAL, is_on_reserve=True), span(4, 11, Shown.DEGRADED, is_on_reserve=True)],
            "on reserve from 0:00:00 to 0:00:04; degraded, on reserve from 0:00:04 to the end",
        ),
    ],
)
def test_a_strip_is_said_in_words(look: Look, spans: list[StateSpan], words: str) -> None:
    assert strip_words(Strip(ComponentId("a"), None, tuple(spans)), 10, look.words) == words


def test_of_very_many_spans_the_first_are_told_and_the_rest_counted(look: Look) -> None:
    states = (Shown.DOWN, Shown.RECOVERING)
    spans = tuple(span(at, at + 1, states[at % 2]) for at in range(MOST_TOLD + 5))
    words = strip_words(Strip(ComponentId("a"), Seconds(0), spans), MOST_TOLD + 4, look.words)
    assert words.endswith("; and 5 more")
    assert words.count(";") == MOST_TOLD


def test_a_press_on_a_strip_chooses_it_and_wishes_the_playhead_there(strips: StateStrips, axis: TimeAxis) -> None:
    told: list[object] = []
    axis.sought.connect(told.append)
    strips.chosen.connect(told.append)
    QTest.mousePress(strips.viewport(), Qt.MouseButton.LeftButton, pos=place(strips, axis, 2, 1800))
    assert told == ["c2", pytest.approx(1800, abs=5)]


def test_a_drag_seeks_and_keeps_what_is_chosen(qtbot: QtBot, strips: StateStrips, axis: TimeAxis) -> None:
    sought: list[int] = []
    chosen: list[object] = []
    axis.sought.connect(sought.append)
    strips.chosen.connect(chosen.append)
    viewport = strips.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place(strips, axis, 2, 600))
    for row, at in ((5, 900), (9, 1200)):
        QTest.mouseMove(viewport, place(strips, axis, row, at))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place(strips, axis, 9, 1200))
    assert sought == pytest.approx([600, 900, 1200], abs=5)
    assert chosen == ["c2"]


def test_a_press_on_a_name_chooses_and_does_not_seek(qtbot: QtBot, strips: StateStrips, axis: TimeAxis) -> None:
    with qtbot.assertNotEmitted(axis.sought), qtbot.waitSignal(strips.chosen) as chosen:
        QTest.mousePress(strips.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, round(1.5 * ROW_PX)))
    assert chosen.args == ["c1"]


def test_arrows_walk_components_up_and_down_and_time_left_and_right(
    qtbot: QtBot, strips: StateStrips, axis: TimeAxis
) -> None:
    strips.show_chosen(ComponentId("c4"))
    with qtbot.waitSignal(strips.chosen) as chosen:
        QTest.keyClick(strips, Qt.Key.Key_Down)
    assert chosen.args == ["c5"]
    axis.show_now(600)
    with qtbot.waitSignal(axis.sought) as sought:
        QTest.keyClick(strips, Qt.Key.Key_Right)
    assert sought.args == [600 + axis.scale.step_s]


def test_enter_goes_to_where_a_component_first_failed(qtbot: QtBot, strips: StateStrips, axis: TimeAxis) -> None:
    strips.show_chosen(ComponentId("c4"))
    with qtbot.waitSignal(axis.sought) as sought:
        QTest.keyClick(strips, Qt.Key.Key_Return)
    assert sought.args == [300]


def test_what_is_chosen_elsewhere_is_marked_and_scrolled_to_without_a_word(qtbot: QtBot, strips: StateStrips) -> None:
    with qtbot.assertNotEmitted(strips.chosen):
        strips.show_chosen(ComponentId("c250"))
    assert strips.viewport().rect().intersects(strips.visualRect(strips.currentIndex()))
    strips.show_chosen(None)
    assert not strips.currentIndex().isValid()


def test_what_lies_under_the_pointer_is_said(strips: StateStrips, axis: TimeAxis) -> None:
    assert strips.words_at(place(strips, axis, 3, 1000)) == "C3: down from 0:04:00 to 1:00:00"
    assert strips.words_at(place(strips, axis, 3, 100)) == "C3: operational from 0:00:00 to 0:04:00"
    assert strips.words_at(QPoint(20, 5)) == "C0: down from 0:01:00 to 1:00:00"


def test_the_row_under_the_pointer_is_told_and_forgotten(qtbot: QtBot, strips: StateStrips, axis: TimeAxis) -> None:
    with qtbot.waitSignal(strips.hovered) as pointed:
        QTest.mouseMove(strips.viewport(), place(strips, axis, 3, 1000))
    assert pointed.args == ["c3"]
    with qtbot.waitSignal(strips.hovered) as left:
        strips.viewportEvent(QEvent(QEvent.Type.Leave))
    assert left.args == [None]


def test_moving_the_playhead_repaints_its_line_alone(qtbot: QtBot, strips: StateStrips, axis: TimeAxis) -> None:
    painted: list[QRect] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted.append(event.region().boundingRect())
            return False

    watch = Watch()
    axis.show_now(600)
    QApplication.processEvents()
    strips.viewport().installEventFilter(watch)
    axis.show_now(603)
    qtbot.waitUntil(lambda: bool(painted))
    assert all(each.width() < 20 for each in painted)


def test_rows_are_kept_as_painted_while_the_playhead_moves(
    strips: StateStrips, axis: TimeAxis, monkeypatch: pytest.MonkeyPatch
) -> None:
    strips.grab()
    drawn: list[Shown] = []
    monkeypatch.setattr(StripPaint, "draw", lambda self, painter, area, shown, is_on_reserve=False: drawn.append(shown))
    for at in range(0, 3000, 300):
        axis.show_now(at)
        strips.grab()
    assert drawn == []
    axis.zoom(1)
    strips.grab()
    assert drawn


def test_names_stay_as_painted_while_the_playhead_passes(
    strips: StateStrips, axis: TimeAxis, monkeypatch: pytest.MonkeyPatch
) -> None:
    QApplication.processEvents()
    named: list[ComponentId] = []
    monkeypatch.setattr(StripRows, "_name", lambda self, painter, box, index, component: named.append(component))
    axis.show_now(600)
    QApplication.processEvents()
    assert named == []
    strips.setCurrentIndex(strips.strips.index(0))
    QApplication.processEvents()
    assert named


def test_the_wheel_scrolls_rows_and_with_ctrl_zooms_time(qtbot: QtBot, strips: StateStrips, axis: TimeAxis) -> None:
    def turn(modifiers: Qt.KeyboardModifier) -> None:
        at, none = place(strips, axis, 3, 1800).toPointF(), QPoint()
        no_button, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        strips.wheelEvent(QWheelEvent(at, at, none, QPoint(0, -120), no_button, modifiers, phase, False))

    turn(Qt.KeyboardModifier.NoModifier)
    assert strips.verticalScrollBar().value() > 0
    assert axis.is_whole
    axis.zoom(2)
    before = axis.scale.length
    turn(Qt.KeyboardModifier.ControlModifier)
    assert axis.scale.length > before


def texture(name: str, shown: Shown, *, is_on_reserve: bool = False) -> bytes:
    """A state as it is painted, in shades of grey."""
    image = QImage(64, 12, QImage.Format.Format_ARGB32)
    image.fill(theme(name).color("bg0"))
    painter = QPainter(image)
    StripPaint(theme(name), 1.0).draw(painter, QRectF(0, 0, 64, 12), shown, is_on_reserve=is_on_reserve)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(grey.constBits())


@pytest.mark.parametrize("name", THEMES)
def test_no_two_states_have_one_texture(qtbot: QtBot, name: str) -> None:
    looks = [texture(name, shown) for shown in Shown] + [texture(name, Shown.OPERATIONAL, is_on_reserve=True)]
    assert len(set(looks)) == len(looks)


def test_the_shortest_failure_is_still_seen(qtbot: QtBot, look: Look) -> None:
    image = QImage(20, 12, QImage.Format.Format_ARGB32)
    image.fill(look.theme.color("bg0"))
    painter = QPainter(image)
    StripPaint(look.theme, 1.0).draw(painter, QRectF(10, 0, 0.01, 12), Shown.DOWN)
    painter.end()
    assert image.pixelColor(10, 6) != look.theme.color("bg0")


def test_what_lies_too_near_to_be_told_apart_is_painted_at_once(
    qtbot: QtBot, look: Look, axis: TimeAxis, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = (Shown.DOWN, Shown.RECOVERING)
    spans = tuple(span(at, at + 1, states[at % 2]) for at in range(HOUR + 1))
    busy = StateStrips(look, axis)
    qtbot.addWidget(busy)
    busy.resize(800, 100)
    busy.show_timeline(
        Timeline(Seconds(HOUR), (Strip(ComponentId("a"), Seconds(0), spans),)), {ComponentId("a"): "A"}, ()
    )
    drawn: list[Shown] = []
    monkeypatch.setattr(StripPaint, "draw", lambda self, painter, area, shown, is_on_reserve=False: drawn.append(shown))
    busy.grab()
    assert set(drawn) == set(states)
    assert len(drawn) < 10
