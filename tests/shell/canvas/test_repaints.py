"""What is painted anew when something changes: counted, not timed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.core.engine.trace import Shown
from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.canvas.snapshot import draw_ground
from blackstart.shell.canvas.view import MapView
from blackstart.shell.support.look import Look
from tests.shell.canvas.drawings import APP, HALL, small_drawing, small_map, stands

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


@pytest.fixture
def grounds(monkeypatch: pytest.MonkeyPatch) -> list[Picture]:
    """Of which pictures the ground was painted."""
    painted: list[Picture] = []

    def counted(painter: object, picture: Picture, *rest: object) -> None:
        painted.append(picture)
        draw_ground(painter, picture, *rest)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr("blackstart.shell.canvas.view.draw_ground", counted)
    return painted


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, look: Look, grounds: list[Picture]) -> Iterator[Watched]:
    made = Watched(look)
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show_picture(at(60))
    with qtbot.waitExposed(made):
        made.show()
    qapp.processEvents()
    made.painted.clear()
    grounds.clear()
    yield made
    made.close()


def test_a_second_in_which_only_a_time_changes_repaints_that_card_alone(
    qapp: QApplication, view: Watched, grounds: list[Picture]
) -> None:
    view.show_picture(at(61))
    qapp.processEvents()
    (region,) = view.painted
    cards = DRAWING.arrangement.cards
    place = view.placement.transform()
    assert region.contains(place.mapRect(rect(cards[HALL])).toAlignedRect().center())
    assert not region.intersects(place.mapRect(rect(cards[APP])).toAlignedRect())
    assert grounds == []


def test_a_moment_like_the_one_before_repaints_nothing(qapp: QApplication, view: Watched) -> None:
    view.show_picture(at(60))
    qapp.processEvents()
    assert view.painted == []


def test_many_moments_between_two_frames_are_one_repaint(qapp: QApplication, view: Watched) -> None:
    for second in range(61, 90):
        view.show_picture(at(second))
    qapp.processEvents()
    assert len(view.painted) == 1


def test_a_change_of_state_repaints_the_lines_too(qapp: QApplication, view: Watched, grounds: list[Picture]) -> None:
    changed = at(61, Shown.OPERATIONAL)
    view.show_picture(changed)
    qapp.processEvents()
    assert grounds == [changed]
    assert view.painted == [QRegion(view.rect())]


def test_a_choice_repaints_the_lines_too(qapp: QApplication, view: Watched, grounds: list[Picture]) -> None:
    view.show_picture(replace(at(60), chosen=APP))
    qapp.processEvents()
    assert len(grounds) == 1


def test_what_is_repainted_in_part_looks_as_if_it_were_painted_whole(
    qtbot: QtBot, qapp: QApplication, look: Look, view: Watched
) -> None:
    view.show_picture(at(3_700))
    qapp.processEvents()
    fresh = MapView(look)
    qtbot.addWidget(fresh)
    fresh.resize(view.size())
    fresh.show_picture(at(3_700))
    assert view.grab().toImage() == fresh.grab().toImage()
