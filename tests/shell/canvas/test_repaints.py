"""What is painted anew when something changes: counted, not timed."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.core.engine.trace import Shown
from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.movable import REST_MS
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.canvas.scene import Scene
from blackstart.shell.canvas.snapshot import draw_base, draw_middle, draw_one
from blackstart.shell.canvas.view import MapView
from blackstart.shell.support.look import Look
from tests.shell.canvas.drawings import APP, HALL, POWER, small_drawing, small_map, stands

DRAWING = small_drawing()


class Watched(MapView):
    """A view that notes down where it was painted anew."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.painted: list[QRegion] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(QRegion(event.region()))
        super().paintEvent(event)


def at(second: int, shown: Shown = Shown.DOWN) -> Picture:
    """Hall has been in a state since second 5; all else runs."""
    topology = small_map()
    standings = {each.id: stands(each.id) for each in topology.components}
    standings[HALL] = stands(HALL, shown, since=5)
    return picture_of(Moment(topology, Seconds(second), standings), DRAWING, words("en"))


@dataclass
class Work:
    """Which parts of the map were painted how often."""

    base: int = 0
    middle: int = 0
    cards: list[ComponentId] = field(default_factory=list)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    done = Work()

    def base(*given: Any) -> None:
        done.base += 1
        draw_base(*given)

    def middle(*given: Any) -> None:
        done.middle += 1
        draw_middle(*given)

    def one(painter: QPainter, scene: Scene, number: int) -> None:
        done.cards.append(scene.flat.ids[number])
        draw_one(painter, scene, number)

    monkeypatch.setattr("blackstart.shell.canvas.sheet.draw_base", base)
    monkeypatch.setattr("blackstart.shell.canvas.sheet.draw_middle", middle)
    monkeypatch.setattr("blackstart.shell.canvas.stamps.draw_one", one)
    return done


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, look: Look, work: Work) -> Iterator[Watched]:
    made = Watched(look)
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show_picture(at(60))
    with qtbot.waitExposed(made):
        made.show()
    qapp.processEvents()
    made.painted.clear()
    work.base = work.middle = 0
    work.cards.clear()
    yield made
    made.close()


def test_a_second_in_which_only_a_time_changes_repaints_that_card_alone(
    qapp: QApplication, view: Watched, work: Work
) -> None:
    view.show_picture(at(61))
    qapp.processEvents()
    (region,) = view.painted
    cards = DRAWING.arrangement.cards
    place = view.placement.transform()
    assert region.contains(place.mapRect(rect(cards[HALL])).toAlignedRect().center())
    assert not region.intersects(place.mapRect(rect(cards[APP])).toAlignedRect())
    assert (work.base, work.cards) == (0, [HALL])


def test_a_moment_like_the_one_before_repaints_nothing(qapp: QApplication, view: Watched, work: Work) -> None:
    view.show_picture(at(60))
    qapp.processEvents()
    assert view.painted == []
    assert work.middle == 0


def test_many_moments_between_two_frames_are_one_repaint(qapp: QApplication, view: Watched, work: Work) -> None:
    for second in range(61, 90):
        view.show_picture(at(second))
    qapp.processEvents()
    assert len(view.painted) == 1
    assert work.cards == [HALL]


def test_a_change_of_state_repaints_its_lines_and_its_card_but_no_quiet_line(
    qapp: QApplication, view: Watched, work: Work
) -> None:
    view.show_picture(at(61, Shown.OPERATIONAL))
    qapp.processEvents()
    (region,) = view.painted
    into_gate = view.placement.transform().map(QPointF(400, 90)).toPoint()
    assert region.contains(into_gate)
    assert (work.base, work.middle, work.cards) == (0, 1, [HALL])


def test_a_choice_repaints_the_lines_of_the_card_and_no_card(qapp: QApplication, view: Watched, work: Work) -> None:
    view.show_picture(replace(at(60), chosen=APP))
    qapp.processEvents()
    assert (work.base, work.middle, work.cards) == (0, 1, [])


def test_a_pan_paints_the_strips_that_it_bares_and_cards_that_come_into_sight(
    qapp: QApplication, view: Watched, work: Work
) -> None:
    view.zoom(3, view.placement.transform().map(QPointF(20, 40)))
    qapp.processEvents()
    QTest.qWait(2 * REST_MS)
    assert POWER in work.cards
    assert APP not in work.cards
    work.cards.clear()
    for _ in range(12):
        drag(view, QPoint(-100, 0))
        qapp.processEvents()
    assert APP in work.cards
    assert POWER not in work.cards
    assert len(set(work.cards)) == len(work.cards)


def test_what_is_repainted_in_part_looks_as_if_it_were_painted_whole(
    qtbot: QtBot, qapp: QApplication, look: Look, view: Watched
) -> None:
    chance = Random(4)
    for second in range(61, 90):
        shown = chance.choice([Shown.DOWN, Shown.DEGRADED, Shown.OPERATIONAL, Shown.RECOVERING])
        view.show_picture(replace(at(second, shown), chosen=chance.choice([None, HALL, APP])))
        if chance.random() < 0.5:
            drag(view, QPoint(chance.randrange(-40, 40), chance.randrange(-40, 40)))
        qapp.processEvents()
        assert view.grab().toImage() == fresh(qtbot, look, view).grab().toImage()


def test_while_the_wheel_turns_the_last_picture_is_shown_larger_and_then_one_is_painted(
    qapp: QApplication, qtbot: QtBot, look: Look, view: Watched, work: Work
) -> None:
    for _ in range(3):
        view.zoom(1.1)
        qapp.processEvents()
    assert len(view.painted) == 3
    assert (work.base, work.middle) == (0, 0)
    QTest.qWait(2 * REST_MS)
    assert (work.base, work.middle) == (1, 1)
    assert view.grab().toImage() == fresh(qtbot, look, view).grab().toImage()


def test_what_moves_over_the_map_repaints_its_place_and_nothing_of_the_map(
    qapp: QApplication, view: Watched, work: Work
) -> None:
    view.overlay.touched.emit(QRegion(600, 150, 10, 10))
    qapp.processEvents()
    assert view.painted == [QRegion(600, 150, 10, 10)]
    assert (work.base, work.middle) == (0, 0)


def drag(view: MapView, by: QPoint) -> None:
    start = view.rect().center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + by)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + by)


def fresh(qtbot: QtBot, look: Look, view: MapView) -> MapView:
    """A view that has just been made, of the same map in the same place."""
    made = MapView(look)
    qtbot.addWidget(made)
    made.resize(view.size())
    made.show_picture(view.picture)
    made._place(view.placement)
    return made
