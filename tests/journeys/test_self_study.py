"""Somebody plays alone, and never touches the mouse."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.play.commands import Decide
from blackstart.shell.review.reporting.room import ReportRoom
from blackstart.shell.run.setup.room import SetupRoom
from blackstart.shell.run.setup.study_room import StudyRoom
from blackstart.shell.run.stand import RunStand
from tests.journeys.user import User
from tests.shell.drills import lights_file

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Learner(User):
    """Knows the keys."""

    @property
    def setup(self) -> SetupRoom:
        room = self.rooms.run.rooms["setup"]
        assert isinstance(room, SetupRoom)
        return room

    @property
    def study(self) -> StudyRoom:
        room = self.rooms.run.rooms["study"]
        assert isinstance(room, StudyRoom)
        return room

    def find(self, words: str) -> None:
        """Ctrl+K, some letters, Enter."""
        self.press(Qt.Key.Key_K, CONTROL)
        self.write(words)
        self.press(Qt.Key.Key_Return)

    def set_up_alone(self) -> None:
        """Ctrl+R, back to how it is played, the other way, Ctrl+Enter."""
        self.press(Qt.Key.Key_R, CONTROL)
        self.press(Qt.Key.Key_Tab, SHIFT)
        self.press(Qt.Key.Key_Right)
        self.press(Qt.Key.Key_Return, CONTROL)
        self.wait(lambda: self.rooms.desk.run.is_under_way)

    def decide(self) -> None:
        """D, the first option, Ctrl+Enter; read what follows; Enter goes on."""
        self.press(Qt.Key.Key_D)
        self.press(Qt.Key.Key_Space)
        self.press(Qt.Key.Key_Return, CONTROL)
        self.wait(lambda: self.study.sheet is not None)
        self.press(Qt.Key.Key_Return)
        assert self.study.sheet is None


def test_a_learner_comes_from_the_start_of_the_program_to_the_report(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    user = Learner(qapp, tmp_path)
    qtbot.addWidget(user.frame)
    user.find("pangyo")
    user.wait(lambda: user.frame.mode == "run" and not user.rooms.desk.worker.is_busy)
    user.set_up_alone()
    begin = user.rooms.desk.runs()[0]
    assert begin.drill_id == "pangyo-2022"
    assert not user.rooms.run.foot.upcoming.isVisible()

    # The clock holds at the first decision for as long as it takes, and goes on once what follows was read.
    user.press(Qt.Key.Key_3)
    user.play_until(lambda: user.is_paused)
    assert user.rooms.run.side.form.shown == "staff-comms"
    user.decide()
    assert not user.is_paused

    # Enough is learnt: the end, what went well, and the report of it.
    user.play_until(lambda: user.is_paused)
    user.press(Qt.Key.Key_Escape)
    user.press(Qt.Key.Key_E, CONTROL)
    user.press(Qt.Key.Key_Tab, SHIFT)
    user.press(Qt.Key.Key_Return)
    user.wait(lambda: not user.rooms.desk.run.is_under_way)
    user.press(Qt.Key.Key_5, CONTROL)
    user.wait(lambda: user.frame.mode == "review" and user.rooms.review.map.picture is not None)
    user.press(Qt.Key.Key_R)
    room = next(each for each in user.rooms.review.rooms if isinstance(each, ReportRoom))
    user.wait(lambda: room.presenter.pages is not None)
    assert room.presenter.pages is not None
    assert len(room.presenter.pages.pictures) > 1
    user.close()


def test_a_learner_plays_alone_from_set_up_to_the_end(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    user = Learner(qapp, tmp_path, lights_file(tmp_path))
    qtbot.addWidget(user.frame)
    user.wait(lambda: user.frame.mode == "run")
    user.set_up_alone()
    run = user.rooms.desk.run
    stands: list[RunStand] = []
    run.stood.connect(stands.append)
    begin = run._director.begin if run._director is not None else None
    assert begin is not None
    assert (begin.mode, begin.holds) == ("self_study", "decisions")
    assert not user.rooms.run.foot.upcoming.isVisible()

    # The clock holds at the first decision for as long as it takes.
    form = user.rooms.run.side.form
    user.play_until(lambda: user.is_paused)
    assert form.shown == "candles"
    user.decide()
    assert not user.is_paused

    # And at the second; then at the end of the phase, from which Space goes on to the end.
    user.play_until(lambda: user.is_paused)
    assert form.shown == "shout"
    user.decide()
    user.play_until(lambda: user.is_paused)
    user.press(Qt.Key.Key_Space)
    user.play_until(lambda: not run.is_under_way)
    decided = [each.command.decision for each in stands[-1].entries if isinstance(each.command, Decide)]
    assert decided == ["candles", "shout"]
    user.close()
