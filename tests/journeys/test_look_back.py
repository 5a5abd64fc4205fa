"""A recorded run walked through after the exercise, by mouse and keyboard, until its report is on the disk."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from docx import Document
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from blackstart.cli.root import main as blackstart
from blackstart.core.base.assets import exercises_folder
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import words as words_in
from blackstart.shell.review.comparing.few_page import FewPage
from blackstart.shell.review.comparing.room import CompareRoom
from blackstart.shell.review.places import Room
from blackstart.shell.review.reporting.room import ReportRoom
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.widgets.form_sheet import FormSheet
from tests.journeys.draw_hands import OFFSCREEN_POPUP
from tests.journeys.facilitator import CONTROL, ENTER, SHIFT, Facilitator

DRILL = exercises_folder() / "pangyo-2022.drill"
PLAYED = Path(__file__).resolve().parents[1] / "exercises"
SEEN = "Nobody told the partners before noon"
RATED = (("declare", "P", "One lead within two minutes."), ("reach", "M", "It took long to stand."))
PARTED_S = 1200  # when the second of them settled what the first settled otherwise, by its list of commands
R = TypeVar("R", bound=Room)


class Evaluator(Facilitator):
    """Sits in front of a library that holds two runs of the flagship; looks back at the latter."""

    lost_s = 0  # service-seconds of that run, as was said when it was played

    @property
    def review(self) -> ReviewWorkspace:
        return self.rooms.review

    def room(self, kind: type[R]) -> R:
        (found,) = (each for each in self.review.rooms if isinstance(each, kind))
        return found

    def drag_playhead(self, *steps: float) -> int:
        """Drag it over the ruler, to shares of its width; return the second it stands at then."""
        ruler, left = self.review.page.ruler, self.review.page.curve
        places = [QPoint(round(ruler.width() * step), ruler.height() // 2) for step in steps]
        QTest.mousePress(ruler, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(ruler, place)
            QApplication.processEvents()
        QTest.mouseRelease(ruler, Qt.MouseButton.LeftButton, pos=places[-1])
        assert left.isVisible()
        now = self.review.page.axis.now
        self.wait(lambda: self.review.page.side.time.text() == f"Map at {clock_face(now)}")
        return now

    def wrote(self, do: str, **filled_in: object) -> None:
        """Wait until the journal holds what was filled in, and the form is gone."""
        self.wait(lambda: len(self.journal()) > len(self.done))
        self.did(do, **filled_in)
        self.wait(lambda: not self.rooms.desk.worker.is_busy)
        self.wait(lambda: not any(form.isVisible() for form in self.frame.findChildren(FormSheet)))


@pytest.fixture
def user(qtbot: QtBot, qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Evaluator]:
    for team in ("history", "good"):
        commands = str(PLAYED / f"pangyo-{team}.jsonl")
        told = run_json(tmp_path, capsys, "play", str(DRILL), "--commands", commands, "--team", team)
    made = Evaluator(qapp, tmp_path)
    qtbot.addWidget(made.frame)
    made.done, made.lost_s = made.journal(), told["lost_service_seconds"]
    yield made
    made.close()


@pytest.mark.qt_log_ignore(OFFSCREEN_POPUP)
def test_a_run_is_walked_through_rated_and_reported(
    user: Evaluator, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    user.press(Qt.Key.Key_5, CONTROL)
    user.click(user.see(QPushButton, "Look back at the last run"))
    user.wait(lambda: user.review.map.picture is not None)
    assert "good" in user.review.bar.picker.currentText()

    for steps in ((0.5, 0.3, 0.14), (0.14, 0.6, 0.4)):
        check_second(user, user.drag_playhead(*steps), tmp_path, capsys)
    rate(user)
    find(user)
    improve(user)
    check_report(user, tmp_path)
    compare(user)


def check_second(user: Evaluator, second: int, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The map shows what the command line tells of the second at the playhead."""
    told = run_json(folder, capsys, "replay", "last", "--at", f"{second} s", "--json")
    shown = {component: face.shown for component, face in user.map_in("review").items()}
    assert {each["component"]: each["shown"] for each in told["states"]} == shown
    assert len(set(shown.values())) > 1  # something happened by then


def run_json(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """What the command line says of the same library."""
    capsys.readouterr()
    assert blackstart([*words, "--library", str(folder / "library.db")]) == 0
    return json.loads(capsys.readouterr().out)


def rate(user: Evaluator) -> None:
    """O, a letter, why, Enter; Down to the next."""
    user.press(Qt.Key.Key_O)
    for objective, rating, why in RATED:
        user.press(Qt.Key[f"Key_{rating}"])
        user.write(why)
        user.press(ENTER)
        user.wrote("rate", objective=objective, rating=rating, why=why, by="facilitator")
        user.press(Qt.Key.Key_Down)


def find(user: Evaluator) -> None:
    """A, the fields one after the other, Ctrl+Enter."""
    user.press(Qt.Key.Key_A)
    user.choose("What it is", "Area for improvement")
    user.fill_in("What was seen", SEEN)
    user.fill_in("Who says so", "Mina")
    user.press(ENTER, CONTROL)
    user.wrote("finding", kind="area", text=SEEN, by="Mina")


def improve(user: Evaluator) -> None:
    """I, the fields one after the other, Ctrl+Enter."""
    user.press(Qt.Key.Key_I)
    user.fill_in("What went wrong", "No paper list")
    user.fill_in("What will be done about it", "Print it")
    user.fill_in("Who sees to it", "Operations")
    user.press(ENTER, CONTROL)
    user.wrote(
        "improve", issue="No paper list", action="Print it", element="planning", owner="Operations", status="open"
    )


def check_report(user: Evaluator, folder: Path) -> None:
    """R, Word, a name: the file holds what was just said, and the figure that the page shows."""
    user.press(Qt.Key.Key_R)
    room = user.room(ReportRoom)
    user.wait(lambda: room.presenter.pages is not None)
    assert room.sheet is not None
    user.click(room.sheet.word)
    path = folder / "after.docx"
    user.save_as(path)
    user.wait(path.exists)
    words = Document(str(path))
    said = [each.text for each in words.paragraphs]
    said += [cell.text for table in words.tables for row in table.rows for cell in row.cells]
    for wanted in (SEEN, "Print it", *(why for _, _, why in RATED)):
        assert any(wanted in each for each in said), wanted
    amount = words_in("en").amount((user.lost_s + 1800) // 3600)
    assert any(f"{amount} service-hours" in each for each in said)
    assert amount in user.review.page.head.lost.text()
    user.press(Qt.Key.Key_Escape)


def compare(user: Evaluator) -> None:
    """Shift+C, both runs, Enter on where they parted."""
    user.press(Qt.Key.Key_C, SHIFT)
    room = user.room(CompareRoom)
    user.wait(lambda: room.sheet is not None)
    assert room.sheet is not None
    assert room.sheet.chooser is not None
    user.press(Qt.Key.Key_Down)
    user.press(Qt.Key.Key_Space)
    user.click(room.sheet.deed)
    user.wait(lambda: room.sheet is not None and room.sheet.page is not None)
    page = room.sheet.page
    assert isinstance(page, FewPage)
    assert "Everything is dark" in page.parted.text()
    user.press(ENTER)
    user.wait(lambda: room.sheet is None)
    assert user.review.page.axis.now == PARTED_S
    assert user.journal() == user.done  # to compare writes nothing
