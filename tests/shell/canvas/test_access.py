"""What a screen reader is told, asked for in process."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.core.engine.trace import Shown, Standing
from blackstart.shell.canvas.access import expose
from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.picture import Picture, Tempo
from blackstart.shell.canvas.voice import Voice
from blackstart.shell.support.look import Look
from tests.shell.canvas.drawings import APP, HALL, LOCK, POWER, all_run, small_drawing, small_map, stands
from tests.shell.drills import HandClock

DRAWING = small_drawing()
Text, Role = QAccessible.Text, QAccessible.Role


def picture(*others: Standing, now: int = 60, language: str = "en", chosen: ComponentId | None = None) -> Picture:
    topology = small_map()
    standings = {each.id: stands(each.id) for each in topology.components}
    standings |= {standing.component: standing for standing in others}
    return picture_of(Moment(topology, Seconds(now), standings), DRAWING, words(language), chosen)


class Map(QWidget):
    """A view of the drawing at its own size."""

    def __init__(self, look: Look, clock: HandClock) -> None:
        super().__init__()
        self.setAccessibleName("Map")
        self.label = QLabel("Facts", self)
        self.voice = Voice(self, self.place_of, look, clock)
        expose(self.voice)
        self.resize(700, 300)

    def place_of(self, component: ComponentId) -> QRectF:
        return QRectF(*DRAWING.arrangement.cards[component])


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def view(qtbot: QtBot, look: Look, clock: HandClock) -> Map:
    made = Map(look, clock)
    qtbot.addWidget(made)
    made.voice.show_picture(picture())
    made.show()
    return made


@pytest.fixture
def active(qapp: QApplication) -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def interface(view: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(view)


def cards(view: QWidget) -> list[QAccessibleInterface]:
    found = interface(view)
    return [found.child(index) for index in range(found.childCount()) if found.child(index).role() is Role.ListItem]


def test_a_map_is_a_list_of_its_cards_behind_the_widgets_that_lie_over_it(view: Map) -> None:
    found = interface(view)
    assert found.role() is Role.List
    assert found.text(Text.Name) == "Map"
    assert found.childCount() == 6
    assert found.child(0).text(Text.Name) == "Facts"
    assert [each.text(Text.Name).partition(":")[0] for each in cards(view)] == ["Power", "hall", "spare", "app", "lock"]
    assert [found.indexOfChild(found.child(index)) for index in range(6)] == list(range(6))


def test_a_card_tells_its_name_its_state_and_for_how_long(view: Map, look: Look) -> None:
    view.voice.show_picture(picture(stands(HALL, Shown.DOWN, since=5), stands(LOCK, reserve_s=500, since=2), now=1515))
    power, hall, _, _, lock = (each.text(Text.Name) for each in cards(view))
    assert power == "Power: operational"
    assert hall == "hall: down for 25 min 10 s"
    assert lock.startswith("lock: on reserve")
    assert cards(view)[4].text(Text.Description) == "holds 08:20"


def test_a_card_lies_where_it_is_seen(view: Map) -> None:
    hall = cards(view)[1]
    assert hall.rect().topLeft() == view.mapToGlobal(view.place_of(HALL).topLeft().toPoint())
    assert hall.rect().size() == view.place_of(HALL).size().toSize()
    middle = hall.rect().center()
    assert interface(view).childAt(middle.x(), middle.y()).text(Text.Name) == "hall: operational"
    corner = view.mapToGlobal(view.rect().bottomLeft())
    assert interface(view).childAt(corner.x(), corner.y()) is None


def test_a_card_knows_whether_it_is_chosen_or_out_of_sight(view: Map) -> None:
    view.voice.show_picture(picture(chosen=APP))
    view.resize(300, 300)
    assert [bool(each.state().selected) for each in cards(view)] == [False, False, False, True, False]
    assert [bool(each.state().offscreen) for each in cards(view)] == [False, False, False, True, True]
    assert all(each.state().focusable for each in cards(view))


def test_its_parent_is_the_map(view: Map) -> None:
    hall = cards(view)[1]
    assert hall.parent().object() is view
    assert hall.window() is view.windowHandle()
    assert hall.childCount() == 0
    assert hall.child(0) is None
    assert hall.childAt(1, 1) is None


def test_the_focus_is_told_to_those_who_listen(qtbot: QtBot, view: Map, active: None) -> None:
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.voice.focus(APP)
    focused = interface(view).focusChild()
    assert focused.text(Text.Name) == "app: operational"
    assert focused.state().focused
    view.voice.focus(None)
    assert not focused.state().focused


def test_a_cascade_is_one_announcement_and_the_next_waits_five_seconds(
    view: Map, clock: HandClock, active: None
) -> None:
    view.voice.show_tempo(Tempo(is_running=True))
    said: list[str] = []
    view.voice.announced.connect(said.append)
    view.voice.show_picture(picture(stands(POWER, Shown.DOWN, since=5)))
    view.voice.show_picture(picture(stands(POWER, Shown.DOWN, since=5), stands(HALL, Shown.DOWN, since=5)))
    assert 0 < view.voice.next_in_ms <= 500
    view.voice.announce()
    assert said == ["2 down: Power, hall. In all: 2 down, 3 operational."]
    view.voice.show_picture(picture(stands(POWER, Shown.DOWN, since=5)))
    assert view.voice.next_in_ms > 4_900
    clock.pass_by(5)
    view.voice.announce()
    assert said[1:] == ["1 operational: hall. In all: 1 down, 4 operational."]


def test_a_map_that_is_only_looked_at_announces_nothing(qtbot: QtBot, view: Map) -> None:
    view.voice.show_picture(picture(stands(POWER, Shown.DOWN, since=5)))
    assert view.voice.next_in_ms < 0
    with qtbot.assertNotEmitted(view.voice.announced):
        view.voice.announce()


def test_another_map_has_other_cards_and_the_old_ones_are_gone(qapp: QApplication, view: Map) -> None:
    old = [each.object() for each in cards(view)]
    view.voice.show_picture(all_run())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any(shiboken6.isValid(each) for each in old)
    view.voice.show_picture(None)
    assert interface(view).childCount() == 1


@pytest.mark.parametrize("is_active", [False, True])
def test_maps_come_and_go_while_somebody_reads_them(qapp: QApplication, look: Look, is_active: bool) -> None:
    QAccessible.setActive(is_active)
    for number in range(20):
        view = Map(look, HandClock())
        view.voice.show_picture(picture(stands(HALL, Shown.DOWN, since=5)))
        view.show()
        read = [(QAccessible.uniqueId(each), each.text(Text.Name)) for each in cards(view)]
        gc.collect()
        assert [QAccessible.accessibleInterface(id_).text(Text.Name) for id_, _ in read] == [name for _, name in read]
        view.voice.focus(HALL)
        if number % 2:
            shiboken6.delete(view)
        else:
            view.close()
            view.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert all(QAccessible.accessibleInterface(id_) is None for id_, _ in read)
    QAccessible.setActive(False)


def test_a_view_that_was_asked_for_before_it_had_cards_has_them(qtbot: QtBot, look: Look, active: None) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    assert interface(view).role() is not Role.List
    voice = Voice(view, lambda component: QRectF(), look)
    expose(voice)
    voice.show_picture(picture())
    assert interface(view).role() is Role.List
    assert interface(view).childCount() == 5


AT_THE_END = """
import sys
from pathlib import Path
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from blackstart.shell.canvas.view import MapView
from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in
from tests.shell.canvas.test_access import picture

application = QApplication([])
QAccessible.setActive(True)
look = Look(settings_in(Path(sys.argv[1])))
def show():
    page = QWidget()
    page.map = MapView(look)
    QVBoxLayout(page).addWidget(page.map)
    page.map.show_picture(picture())
    page.show()
    read = QAccessible.queryAccessibleInterface(page.map)
    assert len([read.child(index) for index in range(read.childCount())]) == 5
    page.close()
    page.deleteLater()

for _ in range(3):
    show()
print("done")
"""


def test_a_program_that_ends_frees_no_interface_twice(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", AT_THE_END, str(tmp_path / "settings.ini")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.stdout, ended.returncode) == ("done\n", 0), ended.stderr
