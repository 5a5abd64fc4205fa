"""The facilitator of a run: knows the keys, uses the mouse, keeps a list of what they did and of how it then stood."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget

from blackstart.shell.run.coming import Verb
from blackstart.shell.run.coming_list import ComingList
from blackstart.shell.run.coming_verbs import VerbMenu
from blackstart.shell.run.decision_form import DecisionForm
from blackstart.shell.widgets.choice_row import ChoiceRow
from blackstart.shell.widgets.picker import Picker
from tests.journeys.user import User

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return
MOST_STOPS = 60
LATEST = "SELECT run FROM runs ORDER BY begun_utc DESC LIMIT 1"
JOURNAL = f"SELECT kind, payload FROM journal WHERE run = ({LATEST}) ORDER BY seq"
Found = TypeVar("Found", bound=QWidget)


class Facilitator(User):
    """Each deed ends once it stands in the library, as it was filled in: what is shown as done is on the disk.

    Attributes
    ----------
    done : list of dict
        What was done: the journal's word for each, and what was filled in.
    shown : dict
        What the console showed whenever the clock was let go, by second: cards, the question, what was delivered.
    """

    def __init__(self, app: QApplication, folder: Path, file: Path | None = None) -> None:
        self._library = folder / "library.db"
        self.done: list[Mapping[str, Any]] = []
        self.shown: dict[int, Mapping[str, Any]] = {}
        super().__init__(app, folder, file)

    @property
    def form(self) -> DecisionForm:
        return self.rooms.run.side.form

    @property
    def coming(self) -> ComingList:
        return self.rooms.run.foot.upcoming.list

    def journal(self) -> list[Mapping[str, Any]]:
        """What the journal of the latest run holds, read as any other program would."""
        with closing(sqlite3.connect(f"{self._library.as_uri()}?mode=ro", uri=True)) as library:
            return [{"do": kind, **json.loads(payload)} for kind, payload in library.execute(JOURNAL)]

    def did(self, do: str, **filled_in: object) -> None:
        """Note down what was done; the journal holds that now, and nothing else."""
        self.done.append({"do": do, **filled_in})
        journal = self.journal()
        assert journal == self.done, (journal[-1], self.done[-1], self.frame.messages.text)

    def remember(self) -> None:
        """Note down what the console shows."""
        self.shown[_seconds(self.clock)] = {
            "cards": {component: face.shown for component, face in self.map_in("run").items()},
            "asked": self.form.shown,
            "delivered": sorted(line.key for line in self.rooms.run.side.feed.lines if line.is_inject),
        }

    def see(self, kind: type[Found], name: str) -> Found:
        """Find what is shown under a name."""
        QApplication.processEvents()
        found = [each for each in self.frame.findChildren(kind) if each.isVisible() and name in _names(each)]
        assert len(found) == 1, f"{len(found)} named {name}"
        return found[0]

    def click(self, widget: QWidget) -> None:
        """Scroll to something, and click it where it lies; something else there would be clicked instead."""
        QApplication.processEvents()
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
            above = above.parentWidget()
        QApplication.processEvents()
        window = widget.window()
        hit = window.childAt(widget.mapTo(window, widget.rect().center()))
        assert hit is widget or (hit is not None and widget.isAncestorOf(hit)), f"{widget} lies under {hit}"
        super().click(widget)

    def fill_in(self, name: str, words: str) -> None:
        """Walk by Tab to a field, and type over what stands there."""
        self.go_to(name)
        self.press(Qt.Key.Key_A, CONTROL)
        self.write(words)

    def choose(self, name: str, words: str) -> None:
        """Walk by Tab to a list, and by arrows to one of it."""
        field = self.go_to(name)
        assert isinstance(field, Picker)
        self.press(Qt.Key.Key_Home)
        for _ in range(field.count()):
            if field.currentText() == words:
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"{words} is not offered")

    def go_to(self, name: str) -> QWidget:
        """Walk by Tab."""
        for _ in range(MOST_STOPS):
            focused = self.frame.focusWidget()
            if focused is not None and name in _names(focused):
                return focused
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {name}")

    def let_go(self) -> None:
        """Let the clock go by Space."""
        self.remember()
        self.press(Qt.Key.Key_Space)
        self.did("play")

    def play_to(self, decision: str) -> None:
        """Let the clock go until something is asked, and hold it there; at the end of a phase, let it go again."""
        while self.form.shown != decision:
            self.let_go()
            self.play_until(lambda: self.form.shown == decision or self.is_paused)
            if self.is_paused:
                self.did("hold", why="phase")
        if not self.is_paused:
            self.press(Qt.Key.Key_Escape)  # out of the question, so that keys are the console's
            self.press(Qt.Key.Key_Space)
            self.did("hold")

    def decide_by_mouse(self, words: str, option: str, why: str) -> None:
        """Click a way to decide, the field and the button."""
        decision, asked = self.form.shown, self.form.answer.who.currentData()
        self.click(self.see(ChoiceRow, words))
        self.click(self.form.answer.why)
        self.write(why)
        self.click(self.form.record)
        self.did("decide", decision=decision, option=option, by=asked, why=why, confidence="medium")

    def decide_by_keys(self, number: int, option: str, why: str) -> None:
        """D, arrows down to a way to decide, Space, Tab to the rationale, Ctrl+Enter."""
        decision, asked = self.form.shown, self.form.answer.who.currentData()
        self.press(Qt.Key.Key_D)
        for _ in range(number):
            self.press(Qt.Key.Key_Down)
        self.press(Qt.Key.Key_Space)
        self.fill_in("Rationale", why)
        self.press(ENTER, CONTROL)
        self.did("decide", decision=decision, option=option, by=asked, why=why, confidence="medium")

    def note(self, words: str, typed: str, name: str, about: str) -> None:
        """N, some words, @ and the first letters of a name; Enter takes the name, Enter records."""
        self.press(Qt.Key.Key_N)
        self.write(f"{words} @{typed}")
        self.press(ENTER)
        self.press(ENTER)
        self.did("note", text=f"{words} @{name}", by="Park", about=[about])

    def skip_by_keys(self, inject: str, why: str) -> None:
        """U, arrows down to it, Shift+S, the reason, Enter."""
        self.press(Qt.Key.Key_U)
        for _ in range(self.coming.rows.rowCount()):
            if self.coming.chosen is not None and self.coming.chosen.id == inject:
                break
            self.press(Qt.Key.Key_Down)
        self.press(Qt.Key.Key_S, SHIFT)
        self._give_reason(inject, why)

    def skip_by_mouse(self, inject: str, why: str) -> None:
        """Click its row, then what appears there, then the verb in the menu; give the reason."""
        rows, view = self.coming.rows, self.coming.viewport()
        place = next(rows.index(each) for each in range(rows.rowCount()) if self._id_at(each) == inject)
        self.coming.scrollTo(place)
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=self.coming.visualRect(place).center())
        self.click(self.coming.verbs.more)
        (menu,) = (each for each in self.coming.findChildren(VerbMenu) if each.isVisible())
        (skip,) = (each for each in menu.actions() if each.objectName() == Verb.SKIP)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(skip).center())
        self.frame.activateWindow()  # offscreen nobody has the keys after a menu
        self.wait(self.frame.isActiveWindow)
        self._give_reason(inject, why)

    def _give_reason(self, inject: str, why: str) -> None:
        self.write(why)
        self.press(ENTER)
        self.did("skip", inject=inject, why=why)

    def _id_at(self, number: int) -> str:
        row = self.coming.rows.line(self.coming.rows.index(number))
        return row.id if row is not None else ""


def _names(widget: QWidget) -> tuple[str, ...]:
    shown = widget.text() if isinstance(widget, QAbstractButton | QLineEdit) else ""
    return widget.accessibleName(), shown.strip()  # a gap stands before the words where there is an icon


def _seconds(clock: str) -> int:
    hours, minutes, seconds = (int(part) for part in clock.removeprefix("T+").split(":"))
    return hours * 3600 + minutes * 60 + seconds
