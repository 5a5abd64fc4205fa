from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.exercise.files import read_drill
from blackstart.core.topology.model import Purpose
from blackstart.shell.draw.inspector.column import InspectorColumn
from blackstart.shell.draw.inspector.picks import CheckControl, PickControl
from blackstart.shell.support.look import Look
from tests.shell.draw.inspector.conftest import FILE, Bench


def pick(bench: Bench, given: str, *key: str) -> None:
    control = bench.field(*key).control
    assert isinstance(control, PickControl)
    control.activated.emit(control.findData(given))


def test_the_head_says_what_is_chosen_and_where_it_lies(bench: Bench) -> None:
    bench.choose("login")
    assert bench.column.panel.head.title.text() == "Login"
    assert bench.column.panel.head.about.text() == "Login, West"


def test_enter_takes_a_value_and_shows_it_as_it_is_written(bench: Bench) -> None:
    bench.choose("login")
    assert bench.line("users").text() == "4,200"
    assert bench.type("35 M", "users").text() == "35,000,000"
    assert bench.component("login").users == 35_000_000
    assert bench.type("1h 30m", "restart").text() == "1 h 30 min"
    assert bench.component("login").restart == 5400


def test_a_value_is_taken_back_in_one_step_and_shown_again(bench: Bench) -> None:
    bench.choose("login")
    bench.type("20 min", "restart")
    assert bench.document.history.undoText() == "Change Login"
    bench.undo()
    assert bench.line("restart").text() == "18 min"
    assert not bench.document.history.canUndo()


def test_leaving_a_field_takes_its_value_once(bench: Bench) -> None:
    bench.choose("login")
    bench.type("never", "repair", end=Qt.Key.Key_Tab)
    assert bench.component("login").repair is None
    bench.line("repair").setFocus()
    QTest.keyClick(bench.line("repair"), Qt.Key.Key_Tab)
    assert bench.document.history.count() == 1


def test_the_same_value_written_otherwise_is_no_edit(bench: Bench) -> None:
    bench.choose("login")
    assert bench.type("1080 s", "restart").text() == "18 min"
    assert bench.document.history.count() == 0


def test_a_bad_value_is_refused_at_its_field_and_stays_as_it_was_typed(bench: Bench) -> None:
    bench.choose("login")
    line = bench.type("18 parsecs", "restart")
    row = bench.field("restart")
    assert line.text() == "18 parsecs"
    assert row.reason.isVisible()
    assert row.reason.text().startswith("“18 parsecs” is no duration")
    assert bench.component("login").restart == 1080


def test_escape_restores_and_once_more_goes_back_to_the_map(bench: Bench) -> None:
    left: list[bool] = []
    bench.column.left.connect(lambda: left.append(True))
    bench.choose("login")
    line = bench.type("18 parsecs", "restart")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "18 min"
    assert not bench.field("restart").reason.isVisible()
    assert left == []
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert left == [True]


def test_what_was_refused_is_there_again_when_one_comes_back(bench: Bench) -> None:
    bench.choose("login")
    bench.type("18 parsecs", "restart")
    bench.choose("hall")
    assert bench.line("restart").text() == "30 min"
    assert not bench.field("restart").reason.isVisible()
    bench.choose("login")
    assert bench.line("restart").text() == "18 parsecs"
    assert bench.field("restart").reason.isVisible()


def test_what_was_refused_is_shown_by_the_page_that_comes_after(bench: Bench, look: Look, qtbot: QtBot) -> None:
    bench.choose("login")
    bench.type("18 parsecs", "restart")
    column = InspectorColumn(bench.draw, look)  # as the pages are built anew in another language
    qtbot.addWidget(column)
    column.take_drafts(bench.column.drafts)
    line = Bench(bench.draw, column).line("restart")
    assert line.text() == "18 parsecs"


def test_what_was_refused_of_one_drill_is_not_shown_of_another(bench: Bench) -> None:
    bench.choose("login")
    bench.type("18 parsecs", "restart")
    loaded = read_drill(FILE)
    bench.document.open(loaded, None)
    bench.draw.open(bench.draw.layout.drawing)
    bench.choose("login")
    assert bench.line("restart").text() == "18 min"


def test_what_is_typed_belongs_to_what_was_chosen_then(bench: Bench) -> None:
    bench.choose("login")
    bench.type("9", "users", end=None)
    bench.choose("hall")
    assert bench.component("login").users == 9
    assert bench.component("hall").users == 0
    assert bench.line("users").text() == "0"


def test_what_is_being_typed_survives_word_from_elsewhere(bench: Bench) -> None:
    bench.choose("login")
    line = bench.type("17", "users", end=None)
    bench.draw.do(lambda hand: hand.rename(ComponentId("hall"), "Main hall"))
    assert bench.section("Needs").rows[0].row.title == "Main hall"
    assert line.text() == "17"


def test_a_name_is_given_in_the_language_of_the_window_alone(bench: Bench) -> None:
    bench.choose("login")
    bench.type("Sign-in", "name")
    name = bench.component("login").name
    assert name is not None
    assert dict(name.words) == {"en": "Sign-in", "ko": "로그인"}
    assert bench.document.history.undoText() == "Rename Login"


def test_kind_and_zone_are_picked(bench: Bench) -> None:
    bench.choose("login")
    pick(bench, "payment", "kind")
    pick(bench, "", "zone")
    assert (bench.component("login").kind, bench.component("login").zone) == ("payment", None)


def test_money_wants_a_currency_first(bench: Bench) -> None:
    bench.choose("login")
    bench.field("set-currency").control.click()  # type: ignore[union-attr]  # a link
    assert bench.line("currency").hasFocus()
    bench.type("KRW", "currency")
    assert bench.document.topology.currency == "KRW"
    assert bench.line("cost_per_hour").hasFocus()
    bench.type("2.1억", "cost_per_hour")
    assert bench.component("login").cost_per_hour == 210_000_000
    QTest.keyClick(bench.line("cost_per_hour"), Qt.Key.Key_Tab)
    assert bench.line("restart").hasFocus()


def test_a_new_crew_is_named_and_given_the_component_in_one_step(bench: Bench) -> None:
    bench.choose("login")
    pick(bench, "+", "crew")
    assert bench.line("new-crew").hasFocus()
    line = bench.line("new-crew")
    QTest.keyClicks(line, "Night shift")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert bench.component("login").crew == "night-shift"
    bench.type("3", "crew-size", "night-shift")
    assert [each.size for each in bench.document.topology.crews] == [2, 3]
    bench.undo()
    bench.undo()
    assert bench.component("login").crew is None
    assert len(bench.document.topology.crews) == 1


def test_a_new_zone_is_named_and_lies_where_the_component_lay(bench: Bench) -> None:
    bench.choose("login")
    pick(bench, "+", "zone")
    bench.type("Rack 7", "new-zone")
    assert bench.component("login").zone == "rack-7"
    assert bench.document.topology.zones[-1].inside == "west"
    bench.undo()
    assert bench.component("login").zone == "west"


def test_a_tick_is_an_edit(bench: Bench) -> None:
    bench.choose("login")
    control = bench.field("safety_critical").control
    assert isinstance(control, CheckControl)
    control.click()
    assert bench.component("login").safety_critical
    assert control.isChecked()
    bench.undo()
    assert not control.isChecked()


def test_needs_are_listed_with_what_they_are_for_and_lead_to_their_page(bench: Bench) -> None:
    bench.choose("login")
    rows = [view.row for view in bench.section("Needs").rows if not view.isHidden()]
    assert [(row.title, row.purpose, row.words) for row in rows] == [
        ("Hall", Purpose.RUN, ""),
        ("Deploy tool", Purpose.START, "to start again"),
    ]
    bench.section("Needs").rows[1].button.click()
    assert bench.draw.selection.need == ("login", 1)


def test_a_tolerance_is_changed_in_its_row(bench: Bench) -> None:
    bench.choose("login")
    bench.type("10 min", "survives", "login", "0")
    assert bench.component("login").needs[0].survives == 600
    bench.choose("hall")
    assert bench.line("survives", "login", "0").text() == "10 min"
    assert bench.type("40", "weight", "deploy", "1").text() == "40"


def test_a_need_is_added_by_typing_a_name(bench: Bench) -> None:
    bench.choose("login")
    section = bench.section("Needs")
    section.add.click()
    assert section.finder.line.hasFocus()
    QTest.keyClicks(section.finder.line, "feed b")
    QTest.keyClick(section.finder.line, Qt.Key.Key_Return)
    assert bench.component("login").needs[-1].on == ("feed-b",)
    assert section.finder.isHidden()


def test_what_needs_it_is_counted_and_leads_on(bench: Bench) -> None:
    bench.choose("hall")
    section = bench.section("Needed by")
    assert section.count.text() == "2"
    section.rows[0].button.click()
    assert bench.draw.selection.components == ("login",)


def test_keys_of_the_map_are_not_pressed_by_the_way_in_the_column(bench: Bench) -> None:
    pressed: list[str] = []
    for written in ("Del", "Backspace", "F"):
        shortcut = QShortcut(QKeySequence(written), bench.column)
        shortcut.activated.connect(lambda written=written: pressed.append(written))
    bench.choose("login")
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F):
        bench.field("kind").control.setFocus()
        QTest.keyClick(bench.field("kind").control, key)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        bench.section("Needs").rows[0].button.setFocus()
        QTest.keyClick(bench.section("Needs").rows[0].button, key)
    assert pressed == []


def test_a_need_is_added_for_what_new_needs_are_made(bench: Bench) -> None:
    bench.choose("login")
    bench.draw.choose_purpose(Purpose.RESPOND)
    section = bench.section("Needs")
    section.add.click()
    assert section.finder.line.placeholderText() == "What it needs to respond: type a name"
    QTest.keyClicks(section.finder.line, "fee")
    QTest.keyClick(section.finder.line, Qt.Key.Key_Down)
    QTest.keyClick(section.finder.line, Qt.Key.Key_Return)
    assert (bench.component("login").needs[-1].on, bench.component("login").needs[-1].purpose) == (
        ("feed-b",),
        Purpose.RESPOND,
    )


def test_escape_in_the_list_of_names_adds_nothing(bench: Bench) -> None:
    bench.choose("login")
    section = bench.section("Needs")
    section.add.click()
    QTest.keyClicks(section.finder.line, "fee")
    QTest.keyClick(section.finder.line, Qt.Key.Key_Escape)
    assert section.finder.isHidden()
    assert len(bench.component("login").needs) == 2


def test_undo_in_a_field_with_nothing_typed_is_the_maps(bench: Bench) -> None:
    bench.choose("login")
    line = bench.type("20 min", "restart")
    undo = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    line.event(undo)
    assert not undo.isAccepted()
    QTest.keyClicks(line, "1")
    undo = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    line.event(undo)
    assert undo.isAccepted()


def test_undo_in_a_text_in_which_nothing_was_typed_is_the_maps(bench: Bench) -> None:
    bench.choose("login")
    note = bench.field("note").control
    for typed, is_texts in (("", False), ("x", True)):
        QTest.keyClicks(note, typed)
        wanted = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        wanted.ignore()
        QApplication.sendEvent(note, wanted)
        assert wanted.isAccepted() is is_texts
