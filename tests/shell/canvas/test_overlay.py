"""The map's light, motion, walk and voice, on the view."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.core.engine.trace import Shown, Standing
from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.canvas.spread import Flow
from blackstart.shell.canvas.view import MapView
from blackstart.shell.support.look import Look
from tests.shell.canvas.drawings import APP, HALL, LOCK, POWER, SPARE, small_drawing, small_map, stands

DRAWING = small_drawing()
Key = Qt.Key


def picture(*others: Standing, chosen: ComponentId | None = None) -> Picture:
    topology = small_map()
    standings = {each.id: stands(each.id) for each in topology.components}
    standings |= {standing.component: standing for standing in others}
    return picture_of(Moment(topology, Seconds(60), standings), DRAWING, words("en"), chosen)


class Watched(MapView):
    """A view that notes down where it was painted anew."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.painted: list[QRegion] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(QRegion(event.region()))
        super().paintEvent(event)


class Page(QWidget):
    """A map between two fields."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.before, self.map, self.after = QLineEdit(), Watched(look), QLineEdit()
        column = QVBoxLayout(self)
        for part in (self.before, self.map, self.after):
            column.addWidget(part)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Iterator[Page]:
    made = Page(look)
    qtbot.addWidget(made)
    made.resize(800, 460)
    made.map.show_picture(picture())
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.before.setFocus()
    qtbot.waitUntil(made.before.hasFocus)
    yield made
    made.close()


def press(page: Page, *keys: Key) -> None:
    for key in keys:
        focused = page.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def point(view: MapView, x: float, y: float) -> QPoint:
    return view.placement.transform().map(QPointF(x, y)).toPoint()


def seen(view: MapView, x: float, y: float) -> QColor:
    """Colour that is seen at a place of the canvas."""
    return view.grab().toImage().pixelColor(point(view, x, y))


def test_tab_comes_into_the_map_walks_its_cards_and_goes_on_behind_it(page: Page) -> None:
    page.map.show_picture(picture(stands(LOCK, Shown.DOWN, since=5)))
    walked = []
    press(page, Key.Key_Tab)
    while page.map.hasFocus():
        walked.append(page.map.overlay.walk.at)
        press(page, Key.Key_Tab)
    assert walked == [LOCK, POWER, HALL, SPARE, APP]
    assert page.after.hasFocus()
    QTest.keyClick(page.after, Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert page.map.overlay.walk.at == APP


def test_escape_leaves_the_facts_then_the_walk_and_tab_the_map(page: Page, qtbot: QtBot) -> None:
    press(page, Key.Key_Tab)
    with qtbot.waitSignal(page.map.chosen, timeout=0) as told:
        press(page, Key.Key_Return)
    assert told.args == [POWER]
    page.map.show_picture(picture(chosen=POWER))
    with qtbot.waitSignal(page.map.chosen, timeout=0) as told:
        press(page, Key.Key_Escape)
    assert told.args == [None]
    page.map.show_picture(picture())
    assert page.map.overlay.walk.at == POWER
    press(page, Key.Key_Escape)
    assert page.map.overlay.walk.at is None
    press(page, Key.Key_Tab)
    assert page.after.hasFocus()


def test_facts_that_are_open_go_with_the_walk(page: Page, qtbot: QtBot) -> None:
    press(page, Key.Key_Tab)
    page.map.show_picture(picture(chosen=POWER))
    with qtbot.waitSignal(page.map.chosen, timeout=0) as told:
        press(page, Key.Key_Right)
    assert told.args == [HALL]
    page.map.show_picture(picture())
    with qtbot.assertNotEmitted(page.map.chosen):
        press(page, Key.Key_Right)


def test_escape_puts_out_the_light_that_the_pointer_left_behind(page: Page, qtbot: QtBot) -> None:
    page.map.overlay.light.hover(HALL)
    qtbot.waitUntil(lambda: page.map.overlay.light.lit is not None)
    page.map.setFocus()
    press(page, Key.Key_Escape)
    assert page.map.overlay.light.lit is None


def test_arrows_follow_the_needs(page: Page) -> None:
    press(page, Key.Key_Tab, Key.Key_Right)
    assert page.map.overlay.walk.at == HALL
    press(page, Key.Key_Down)
    assert page.map.overlay.walk.at == SPARE
    press(page, Key.Key_Right, Key.Key_Left)
    assert page.map.overlay.walk.at == SPARE


def test_arrows_go_on_from_the_card_that_was_clicked(page: Page) -> None:
    QTest.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=point(page.map, 290, 66))
    page.map.setFocus()
    press(page, Key.Key_Left)
    assert page.map.overlay.walk.at == POWER


def test_arrows_begin_at_the_chosen_card(page: Page) -> None:
    page.map.show_picture(picture(chosen=HALL))
    page.map.setFocus()
    press(page, Key.Key_Right)
    assert page.map.overlay.walk.at == APP


def test_the_ring_of_the_focus_is_seen_while_the_map_has_it(page: Page, look: Look) -> None:
    bare = page.map.grab().toImage()
    press(page, Key.Key_Tab)
    reach = page.map.place_of(POWER).adjusted(-7, -7, 7, 7).toAlignedRect()
    ring = QPoint(reach.center().x(), reach.top())
    assert page.map.grab().toImage().pixelColor(ring) == look.theme.color("ink")
    assert bare.pixelColor(ring) != look.theme.color("ink")
    page.after.setFocus()
    assert page.map.grab().toImage() == bare


def test_a_card_that_takes_the_focus_is_moved_into_sight(page: Page) -> None:
    page.map.zoom(3)
    press(page, Key.Key_Tab)
    for _ in range(4):
        at = page.map.overlay.walk.at
        assert at is not None
        assert QRectF(page.map.rect()).contains(page.map.place_of(at))
        press(page, Key.Key_Tab)


def test_a_card_under_the_resting_pointer_dims_the_rest_and_leaving_restores_it(page: Page, qtbot: QtBot) -> None:
    bare = page.map.grab().toImage()
    outside, supplier = seen(page.map, 30, 230), seen(page.map, 100, 50)
    with qtbot.waitSignal(page.map.overlay.light.changed):
        QTest.mouseMove(page.map, point(page.map, 290, 66))
    assert page.map.overlay.light.lit is not None
    assert seen(page.map, 630, 250) != bare.pixelColor(
        point(page.map, 630, 250)
    )  # a card that has nothing to do with it
    assert (seen(page.map, 30, 230), seen(page.map, 100, 50)) == (outside, supplier)
    QApplication.sendEvent(page.map, QEvent(QEvent.Type.Leave))
    assert page.map.grab().toImage() == bare


def test_a_running_clock_repaints_only_where_a_dot_runs(page: Page, qtbot: QtBot, qapp: QApplication) -> None:
    page.map.show_tempo(is_running=True, pace=1)
    qapp.processEvents()
    page.map.painted.clear()
    page.map.overlay.animation.show_spread([Flow((5,), Shown.DOWN)])
    qtbot.waitUntil(lambda: len(page.map.painted) > 3)
    line = page.map.placement.transform().mapRect(QRectF(150, 56, 420, 220)).toAlignedRect()
    assert all(QRegion(line).contains(region.boundingRect()) for region in page.map.painted)
    whole = page.map.width() * page.map.height()
    for region in page.map.painted:
        parts = list(region)  # type: ignore[call-overload]  # the types do not tell that it can be gone through
        assert sum(part.width() * part.height() for part in parts) < whole / 20


def test_a_held_map_lets_its_timer_rest(page: Page) -> None:
    page.map.show_tempo(is_running=True, pace=1)
    page.map.overlay.animation.show_spread([Flow((5,), Shown.DOWN)])
    assert page.map.overlay.animation.is_going
    page.map.show_tempo(is_running=False, pace=1)
    assert not page.map.overlay.animation.is_going


def test_a_map_that_is_not_seen_lets_its_timer_rest(page: Page) -> None:
    animation = page.map.overlay.animation
    page.map.show_tempo(is_running=True, pace=1)
    animation.show_reserves([Flow((5,), Shown.DOWN)])
    page.map.hide()
    assert not animation.is_going
    animation.show_spread([Flow((0,), Shown.DOWN)])
    assert not animation.is_going
    page.map.show()
    assert animation.is_going


def test_a_card_that_takes_the_focus_comes_out_from_under_the_facts(page: Page) -> None:
    facts = QLineEdit(page.map)
    facts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    facts.setGeometry(page.map.width() - 320, 0, 320, page.map.height())
    facts.show()
    page.map.setFocus()
    press(page, *[Key.Key_Tab] * 4)
    assert page.map.overlay.walk.at == APP
    place = page.map.place_of(APP)
    assert QRectF(page.map.rect()).contains(place)
    assert not QRectF(facts.geometry()).intersects(place)


def test_what_changes_on_a_map_that_is_played_is_said(page: Page, qtbot: QtBot) -> None:
    page.map.show_tempo(is_running=True, pace=1)
    with qtbot.waitSignal(page.map.overlay.voice.announced) as told:
        page.map.show_picture(picture(stands(HALL, Shown.DOWN, since=60)))
    assert told.args == ["1 down: hall. In all: 1 down, 4 operational."]
