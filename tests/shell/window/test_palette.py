"""The command palette and the sheet of keys: both are made from what the rooms say can be done."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.actions.spec import ActionSpec, add_actions
from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in
from blackstart.shell.window.destinations import components
from blackstart.shell.window.finding import Batch, Entry, Finder, batch
from blackstart.shell.window.found_list import FoundModel
from blackstart.shell.window.frame import Frame
from blackstart.shell.window.key_sheet import KeyGroup, KeySheet, shared_out
from blackstart.shell.window.palette import Palette
from blackstart.shell.window.standing_place import LEAST_SIZE
from tests.shell.drills import lights

NOTE = ActionSpec("run.note", "Write a note", ("N",))
END = ActionSpec("run.end", "End the exercise", ("Ctrl+E", "E"))


class Page(QWidget):
    """A room with two things to do, of which the second cannot be done."""

    def __init__(self, done: list[str]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        deeds: dict[str, Callable[[], object]] = {"run.note": lambda: done.append("note"), "run.end": self.close}
        add_actions(self, (NOTE, END), deeds, {"run.end": lambda: "No run is under way."})


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def frame(qtbot: QtBot, look: Look, tmp_path: Path, done: list[str]) -> Frame:
    made = Frame(look, settings_in(tmp_path / "frame.ini"))
    qtbot.addWidget(made)
    made.resize(LEAST_SIZE)
    made.furnish("run", Page(done))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def palette(frame: Frame) -> Palette:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    sheet = frame.sheets.sheet
    assert isinstance(sheet, Palette)
    return sheet


def test_what_is_typed_is_done_in_the_room_it_belongs_to(frame: Frame, done: list[str]) -> None:
    opened = palette(frame)
    QTest.keyClicks(opened.field, "wri not")
    assert opened.chosen is not None
    assert (opened.chosen.text, opened.chosen.group, opened.chosen.key) == ("Write a note", "Run", "N")
    press(Qt.Key.Key_Return)
    assert done == ["note"]
    assert frame.mode == "run"
    assert frame.sheets.sheet is None


def test_what_cannot_be_done_says_why_and_is_not_done(frame: Frame) -> None:
    opened = palette(frame)
    QTest.keyClicks(opened.field, "end the")
    assert opened.chosen is not None
    assert opened.chosen.hindrance == "No run is under way."
    press(Qt.Key.Key_Return)
    assert frame.sheets.sheet is opened
    assert frame.mode == "library"


def test_the_room_that_is_shown_comes_first(frame: Frame) -> None:
    frame.show_mode("run")
    assert [entry.text for entry in palette(frame).found[:3]] == ["Write a note", "Go to Library", "Go to Draw"]


def test_arrows_walk_the_list_and_stop_at_its_ends(frame: Frame) -> None:
    opened = palette(frame)
    first = opened.chosen
    press(Qt.Key.Key_Up)
    assert opened.chosen == first
    press(Qt.Key.Key_Down)
    assert opened.chosen == opened.found[1]
    for _ in range(10):
        press(Qt.Key.Key_PageDown)
    assert opened.chosen == opened.found[-1]


def test_escape_leaves_everything_as_it_was(frame: Frame, done: list[str]) -> None:
    frame.show_mode("run")
    before = QApplication.focusWidget()
    palette(frame)
    press(Qt.Key.Key_Escape)
    assert frame.sheets.sheet is None
    assert QApplication.focusWidget() is before
    assert done == []


def test_what_is_called_like_nothing_is_said_in_one_sentence(frame: Frame) -> None:
    opened = palette(frame)
    QTest.keyClicks(opened.field, "zzzz")
    assert opened.found == ()
    assert opened.nothing.isVisibleTo(opened)
    press(Qt.Key.Key_Return)
    assert frame.sheets.sheet is opened


def test_other_sources_are_asked_when_the_palette_opens(frame: Frame) -> None:
    asked: list[str] = []

    def source() -> tuple[Batch, ...]:
        asked.append("asked")
        return (batch([Entry("Pangyo", "Exercise", lambda: None)]),)

    frame.sources = (source,)
    assert asked == []
    opened = palette(frame)
    QTest.keyClicks(opened.field, "pangyo")
    assert opened.chosen is not None
    assert opened.chosen.group == "Exercise"


def test_what_is_read_while_the_palette_is_open_is_found_in_it(frame: Frame) -> None:
    books: list[Entry] = []
    frame.sources = (lambda: (batch(books),),)
    opened = palette(frame)
    QTest.keyClicks(opened.field, "pangyo")
    assert not opened.found
    books.append(Entry("Pangyo", "Exercise", lambda: None))
    frame.renew_palette()
    assert opened.field.text() == "pangyo"
    assert [each.text for each in opened.found] == ["Pangyo"]
    assert opened.chosen == books[0]


def test_what_is_chosen_stays_so_while_more_is_found(frame: Frame) -> None:
    opened = palette(frame)
    press(Qt.Key.Key_Down)
    before = opened.chosen
    assert before is not None
    frame.show_mode("run")  # whose actions come first now
    frame.renew_palette()
    assert opened.chosen is not None
    assert opened.chosen.is_same(before)
    assert opened.chosen is not opened.found[1]


@pytest.mark.parametrize("typed", ["전력", "POW", "power"])
def test_a_component_is_found_by_its_name_in_either_language_and_by_its_id(typed: str) -> None:
    chosen: list[object] = []
    (found,) = Finder([components(lights().drill.topology, "ko", chosen.append)]).find(typed)
    assert found.text == "전력"
    found.deed()
    assert chosen == ["power"]


def test_without_a_map_there_are_no_components_to_find() -> None:
    chosen: list[object] = []
    assert components(None, "en", chosen.append).names == ()


def test_the_list_of_what_is_found_is_a_sound_model(qapp: object, look: Look) -> None:
    model = FoundModel(look)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_entries([Entry("Write a note", "Run", lambda: None)])
    model.show_entries([])
    assert tester.model() is model


def test_the_sheet_of_keys_names_every_action_and_the_room_that_is_shown_first(frame: Frame) -> None:
    frame.show_mode("run")
    press(Qt.Key.Key_Question)
    sheet = frame.sheets.sheet
    assert isinstance(sheet, KeySheet)
    said = [label.text() for label in sheet.findChildren(QLabel)]
    assert {"Write a note", "End the exercise", "E", "Go to Library", "Ctrl+5", "?"} <= set(said)
    assert said.index("Run") < said.index("Everywhere")


def test_the_keys_fit_the_least_window_in_the_usual_size_and_scroll_in_larger_ones(
    qtbot: QtBot, frame: Frame, look: Look
) -> None:
    rows = tuple(ActionSpec(f"run.{number}", f"Do number {number}", (f"F{number}",)) for number in range(1, 15))
    groups = [KeyGroup("Run", rows), KeyGroup("Everywhere", rows[:12]), KeyGroup("Review", rows[:6])]
    for size in (100, 200):
        look.set_text_size(size)
        sheet = KeySheet(groups, look, frame.width())
        sheet.open_over(frame)
        assert (sheet.wanted_height(sheet.plate.width()) > sheet.plate.height()) == (size == 200)
        sheet.close_sheet()


def test_the_first_group_stands_first_and_large_ones_find_their_place_before_small_ones() -> None:
    row = (NOTE,)
    sizes = {"shown": 3, "small": 2, "large": 9, "other": 6}
    groups = [KeyGroup(heading, row * size) for heading, size in sizes.items()]
    headings = [[group.heading for group in column] for column in shared_out(groups, 3)]
    assert headings == [["shown", "small"], ["large"], ["other"]]
