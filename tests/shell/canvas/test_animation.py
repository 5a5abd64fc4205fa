"""What moves over a map, with the time told by hand."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import words
from blackstart.core.engine.trace import Shown
from blackstart.shell.canvas import frames
from blackstart.shell.canvas.animation import Animation
from blackstart.shell.canvas.changes import MOST_AT_ONCE, Changes
from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.motion import FADE_S, PULSE_S, RING_S, STILL_RING_S
from blackstart.shell.canvas.picture import Face, Picture, Tempo
from blackstart.shell.canvas.spread import Flow
from blackstart.shell.support.look import Look
from tests.shell.canvas.drawings import APP, HALL, LOCK, POWER, small_drawing, small_map, stands
from tests.shell.drills import HandClock

DRAWING = small_drawing()
RUNNING, HELD = Tempo(is_running=True), Tempo(is_running=False)
TO_LOCK = Flow((5,), Shown.DOWN)


def at(changed: dict[ComponentId, Shown] | None = None) -> Picture:
    topology = small_map()
    standings = {each.id: stands(each.id) for each in topology.components}
    standings |= {id_: stands(id_, shown, since=5) for id_, shown in (changed or {}).items()}
    return picture_of(Moment(topology, Seconds(60), standings), DRAWING, words("en"))


class Stage:
    """An animation with a clock in the hand."""

    def __init__(self, look: Look) -> None:
        self.clock = HandClock()
        self.life = Animation(look, self.clock)
        self.touched: list[QRectF] = []
        self.life.touched.connect(self._keep)
        self.life.show_picture(at())

    def pass_time(self, seconds: float) -> None:
        """Let time go by frame by frame."""
        for _ in range(round(seconds * 30)):
            self.clock.pass_by(1 / 30)
            self.life.move()

    def painted(self) -> QImage:
        image = QImage(700, 300, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.life.paint(painter, 1.0)
        painter.end()
        return image

    def _keep(self, places: list[QRectF]) -> None:
        self.touched += places


@pytest.fixture
def stage(qapp: QApplication, look: Look) -> Iterator[Stage]:
    made = Stage(look)
    made.life.show_tempo(RUNNING)
    yield made
    made.life.deleteLater()


def test_a_held_clock_freezes_what_moves(stage: Stage) -> None:
    stage.life.show_spread([TO_LOCK])
    stage.life.show_picture(at({LOCK: Shown.DOWN}))
    stage.pass_time(0.4)
    stage.life.show_tempo(HELD)
    frozen, stands_so = stage.life.frame, stage.painted()
    assert frozen.dots
    assert not stage.life.is_going
    stage.touched.clear()
    stage.pass_time(60)
    assert stage.life.frame == frozen
    assert stage.painted() == stands_so
    assert stage.touched == []
    stage.life.show_tempo(RUNNING)
    assert stage.life.is_going
    stage.pass_time(0.1)
    assert stage.life.frame.dots[0].at[0] > frozen.dots[0].at[0]


def test_frames_come_only_while_something_moves(stage: Stage) -> None:
    assert not stage.life.is_going
    stage.life.show_spread([TO_LOCK])
    assert stage.life.is_going
    stage.pass_time(PULSE_S + 0.2)
    assert not stage.life.frame.dots
    assert not stage.life.is_going
    assert stage.painted() == Stage.painted(stage)


def test_only_where_something_moves_is_painted_anew(stage: Stage) -> None:
    stage.life.show_spread([TO_LOCK])
    stage.touched.clear()
    stage.pass_time(1.2)
    line = QRectF(150, 56, 420, 220)
    assert stage.touched
    assert all(line.contains(place) for place in stage.touched)
    assert all(place.width() < 12 for place in stage.touched)


def test_all_that_is_painted_lies_where_it_is_said_to_be_painted_anew(stage: Stage) -> None:
    stage.life.show_spread([TO_LOCK])
    stage.life.show_picture(at({APP: Shown.DOWN}))
    for _ in range(25):
        stage.touched.clear()
        stage.pass_time(1 / 30)
        image = stage.painted()
        painter = QPainter(image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        for place in stage.touched:
            painter.fillRect(place.toAlignedRect(), Qt.GlobalColor.black)
        painter.end()
        assert image.allGray()
        assert _is_empty(image)


def test_a_card_that_changed_fades_then_a_ring_grows_once(stage: Stage) -> None:
    stage.life.show_picture(at({LOCK: Shown.DOWN}))
    stage.pass_time(FADE_S / 2)
    (fading,) = stage.life.frame.changes
    assert fading.component == LOCK
    assert fading.growth is None
    assert 0.5 < fading.faded < 1.0
    assert fading.before.shown is Shown.OPERATIONAL
    stage.pass_time(FADE_S / 2 + 0.1)
    (ringed,) = stage.life.frame.changes
    assert ringed.growth is not None
    assert 0 < ringed.growth < 8
    assert 0 < ringed.opacity < 1
    stage.pass_time(RING_S)
    assert stage.life.frame.changes == ()
    stage.pass_time(1)
    assert not stage.life.is_going


def test_a_card_on_which_only_a_time_changes_stays_quiet(stage: Stage) -> None:
    before = at({LOCK: Shown.DOWN})
    stage.life.show_picture(before)
    stage.pass_time(2)
    stage.life.show_picture(
        replace(before, faces={**before.faces, LOCK: replace(before.faces[LOCK], sub="down 02:00")})
    )
    assert stage.life.frame.changes == ()


def test_a_reserve_that_begins_changes_its_card(stage: Stage) -> None:
    topology = small_map()
    standings = {each.id: stands(each.id, reserve_s=500 if each.id == LOCK else None) for each in topology.components}
    stage.life.show_picture(picture_of(Moment(topology, Seconds(60), standings), DRAWING, words("en")))
    assert [change.component for change in stage.life.frame.changes] == [LOCK]


def test_one_card_does_not_flash_more_often_than_once_a_second(stage: Stage) -> None:
    rings = 0
    for number in range(40):
        stage.life.show_picture(at({LOCK: Shown.DOWN} if number % 2 else {}))
        was_fading = [change for change in stage.life.frame.changes if change.growth is None and change.faded < 0.2]
        rings += len(was_fading)
        stage.pass_time(0.1)
    assert rings == 4


def test_with_reduced_motion_a_ring_stands_for_three_seconds_and_no_dots_run(stage: Stage, look: Look) -> None:
    look.set_motion(is_reduced=True)
    stage.life.show_spread([TO_LOCK])
    stage.life.show_reserves([TO_LOCK])
    stage.life.show_picture(at({LOCK: Shown.DOWN}))
    stage.pass_time(0.1)
    frame, stands_so = stage.life.frame, stage.painted()
    assert frame.dots == ()
    assert [(change.component, change.is_still, change.faded) for change in frame.changes] == [(LOCK, True, 1.0)]
    ink = look.theme.color("ink")
    assert all(stands_so.pixelColor(x, 239) == ink for x in range(580, 680))
    stage.touched.clear()
    stage.pass_time(STILL_RING_S - 0.2)
    assert stage.painted() == stands_so
    assert stage.touched == []
    stage.pass_time(0.3)
    assert stage.life.frame.changes == ()
    assert _is_empty(stage.painted())


def test_motion_that_is_reduced_while_dots_run_stops_them(stage: Stage, look: Look) -> None:
    stage.life.show_spread([TO_LOCK])
    stage.life.show_reserves([Flow((0,), Shown.DOWN)])
    assert sum(1 for _ in stage.life.frame.dots) == 2
    look.set_motion(is_reduced=True)
    assert not stage.life.frame.dots
    look.set_motion(is_reduced=False)
    assert [dot.at for dot in stage.life.frame.dots] == [(160.0, 66.0)]  # what is on reserve still is


def test_from_pace_four_on_no_dots_run(stage: Stage) -> None:
    stage.life.show_reserves([TO_LOCK])
    stage.life.show_tempo(Tempo(is_running=True, pace=4))
    stage.life.show_spread([Flow((0,), Shown.DOWN)])
    assert not stage.life.frame.dots
    assert not stage.life.is_going
    stage.life.show_tempo(Tempo(is_running=True, pace=3))
    stage.pass_time(0.1)
    assert {dot.shown for dot in stage.life.frame.dots} == {Shown.DOWN}


def test_what_changes_by_a_step_of_a_held_clock_is_marked_and_grows_when_it_runs(stage: Stage) -> None:
    stage.life.show_tempo(HELD)
    stage.life.show_picture(at({POWER: Shown.DOWN}))
    stage.life.show_spread([Flow((0,), Shown.DOWN)])
    stage.life.show_picture(at({POWER: Shown.DOWN, LOCK: Shown.DOWN}))
    stage.life.show_spread([TO_LOCK])
    (change,) = stage.life.frame.changes
    assert (change.component, change.growth, change.opacity) == (LOCK, 0.0, 1.0)
    assert [dot.at for dot in stage.life.frame.dots] == [(160.0, 66.0)]
    stage.life.show_tempo(RUNNING)
    stage.pass_time(0.2)
    (change,) = stage.life.frame.changes
    assert change.growth is not None
    assert change.growth > 0


def test_a_card_that_changes_out_of_sight_costs_nothing(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[str] = []
    monkeypatch.setattr(frames, "draw_card", lambda painter, box, face, *rest: painted.append(face.name))
    stage.life.show_picture(at({POWER: Shown.DOWN, LOCK: Shown.DOWN}))
    image = QImage(700, 300, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    painter.setClipRect(0, 0, 200, 150)
    stage.life.paint(painter, 1.0)
    painter.end()
    assert painted == ["Power"]


def test_another_map_begins_without_motion(stage: Stage) -> None:
    stage.life.show_spread([TO_LOCK])
    stage.life.show_picture(replace(at({HALL: Shown.DOWN}), drawing=small_drawing()))
    assert not stage.life.frame.dots
    assert stage.life.frame.changes == ()
    stage.life.show_picture(None)
    assert not stage.life.is_going


def test_a_map_whose_tempo_nobody_tells_does_not_move(qapp: QApplication, look: Look) -> None:
    stage = Stage(look)
    stage.life.show_picture(at({LOCK: Shown.DOWN}))
    stage.life.show_spread([TO_LOCK])
    assert (stage.life.frame.dots, stage.life.frame.changes) == ((), ())


def test_of_very_many_changes_at_once_only_the_first_move() -> None:
    changes = Changes()
    changes.begin({ComponentId(f"part-{number}"): Face("") for number in range(500)}, 0.0)
    assert len(list(changes.at(0.1))) == MOST_AT_ONCE


def _is_empty(image: QImage) -> bool:
    empty = QImage(image.size(), image.format())
    empty.fill(QColor(0, 0, 0, 0))
    return image == empty
