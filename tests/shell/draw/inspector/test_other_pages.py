from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.base.text import plain
from blackstart.core.topology.model import Need, Purpose, Standby
from blackstart.shell.draw.inspector.column import InspectorColumn
from blackstart.shell.draw.inspector.lines import LinesControl
from blackstart.shell.draw.inspector.picks import CheckControl, PickControl
from blackstart.shell.draw.selection import Selection
from blackstart.shell.support.look import Look
from blackstart.shell.support.translation import Speech
from tests.shell.draw.inspector.conftest import FILE, Bench

HALL, LOGIN, DEPLOY = (ComponentId(name) for name in ("hall", "login", "deploy"))
SCRIPT = """\
exercise:
  lasts: 60 s
  injects: [{id: by-hand, at: 5 s, channel: map, effects: [{bootstrap: {component: hall, need: main}}]}]
"""


def choose_need(bench: Bench, component: str, index: int) -> None:
    bench.draw.select(Selection(need=(ComponentId(component), index)))


def need(bench: Bench, component: str, index: int) -> Need:
    return bench.component(component).needs[index]


def pick(bench: Bench, given: str, *key: str) -> None:
    control = bench.field(*key).control
    assert isinstance(control, PickControl)
    control.activated.emit(control.findData(given))


def test_where_many_differ_their_value_is_mixed(bench: Bench) -> None:
    bench.choose("hall", "login")
    assert bench.column.panel.head.title.text() == "2 components"
    assert (bench.line("users").text(), bench.line("users").placeholderText()) == ("", "mixed")
    zone = bench.field("zone").control
    assert isinstance(zone, PickControl)
    assert zone.currentText() == "West"
    kind = bench.field("kind").control
    assert isinstance(kind, PickControl)
    assert kind.currentIndex() == -1


def test_a_value_for_many_is_one_step(bench: Bench) -> None:
    bench.choose("hall", "login")
    bench.type("5 min", "restart")
    assert [bench.component(each).restart for each in ("hall", "login")] == [300, 300]
    assert bench.document.history.undoText() == "Change 2 components"
    bench.undo()
    assert [bench.component(each).restart for each in ("hall", "login")] == [1800, 1080]


def test_a_note_for_many_is_one_step_and_notes_that_differ_are_mixed(bench: Bench) -> None:
    bench.choose("hall", "login")
    note = bench.field("note").control
    assert isinstance(note, LinesControl)
    QTest.keyClicks(note, "On the phone list")
    note.give()
    assert [bench.component(each).note for each in ("hall", "login")] == [plain("On the phone list")] * 2
    bench.choose("hall", "grid")
    note = bench.field("note").control
    assert isinstance(note, LinesControl)
    assert (note.toPlainText(), note.placeholderText()) == ("", "mixed")
    note.give()
    assert bench.component("grid").note is None
    bench.undo()
    assert bench.component("hall").note is None


def _seen_of(bench: Bench) -> list[str]:
    return [row.words.text() for row in bench.section("Seen by").rows if not row.isHidden()]


def test_what_sees_many_is_added_and_taken_away_in_one_step(bench: Bench) -> None:
    bench.choose("login")
    bench.column.presenter.give(Selection((LOGIN,)), ("seen",), "grid")
    bench.choose("hall", "login", "deploy")
    assert _seen_of(bench) == ["1 of 3"]
    bench.column.presenter.give(Selection((HALL, LOGIN, DEPLOY)), ("seen",), "deploy")
    seen = {each: bench.component(each).seen_by for each in ("hall", "login", "deploy")}
    assert seen == {"hall": ("deploy",), "login": ("grid", "deploy"), "deploy": ()}
    assert sorted(_seen_of(bench)) == ["", "1 of 3"]
    bench.column.presenter.press(Selection((HALL, LOGIN, DEPLOY)), ("unseen", "deploy"))
    assert bench.component("hall").seen_by == ()
    bench.undo()
    assert bench.component("hall").seen_by == ("deploy",)


def test_a_mixed_tick_ticks_all(bench: Bench) -> None:
    bench.choose("login")
    control = bench.field("safety_critical").control
    assert isinstance(control, CheckControl)
    control.click()
    bench.choose("hall", "login")
    control = bench.field("safety_critical").control
    assert isinstance(control, CheckControl)
    assert control.checkState() is Qt.CheckState.PartiallyChecked
    control.click()
    assert bench.component("hall").safety_critical
    assert bench.component("login").safety_critical


def test_leaving_a_mixed_field_as_it_is_changes_nothing(bench: Bench) -> None:
    bench.choose("hall", "login")
    bench.line("users").setFocus()
    QTest.keyClick(bench.line("users"), Qt.Key.Key_Tab)
    assert bench.document.history.count() == 0


def test_every_value_of_a_need_is_changed_on_its_page(bench: Bench) -> None:
    choose_need(bench, "hall", 1)
    bench.type("2", "at-least")
    bench.type("10 min", "survives")
    bench.type("30 s", "rejoin")
    bench.type("40", "weight")
    bench.type("25 %", "useful")
    bench.type("feeds", "need-name")
    changed = need(bench, "hall", 1)
    assert (changed.at_least, changed.survives, changed.rejoin) == (2, 600, 30)
    assert (changed.weight, changed.useful, changed.name) == (400, 250, "feeds")
    pick(bench, Purpose.START, "for")
    assert need(bench, "hall", 1).purpose is Purpose.START
    assert need(bench, "hall", 1).weight == 1000


@pytest.mark.parametrize(
    ("typed", "key", "reason"),
    [
        ("3", "at-least", "3 is out of range: 1 to 2."),
        ("0", "useful", "“0” is no percent from 0.1 to 100, with one decimal at most."),
        ("Two Words", "need-name", "A need's name is of small letters, digits and hyphens."),
    ],
)
def test_what_a_need_cannot_have_is_refused_at_its_field(bench: Bench, typed: str, key: str, reason: str) -> None:
    choose_need(bench, "hall", 1)
    before = need(bench, "hall", 1)
    bench.type(typed, key)
    assert bench.field(key).reason.text() == reason
    assert need(bench, "hall", 1) == before


def test_a_supplier_stands_by_after_a_while_or_by_hand(bench: Bench) -> None:
    choose_need(bench, "hall", 1)
    pick(bench, "after", "standby", "feed-b")
    bench.type("2 min", "delay", "feed-b")
    assert need(bench, "hall", 1).standby == (Standby(ComponentId("feed-b"), after=120),)  # type: ignore[arg-type]  # s
    pick(bench, "by-hand", "standby", "feed-b")
    assert need(bench, "hall", 1).standby == (Standby(ComponentId("feed-b")),)
    pick(bench, "always", "standby", "feed-b")
    assert need(bench, "hall", 1).standby == ()


def test_suppliers_join_and_leave_a_need(bench: Bench) -> None:
    choose_need(bench, "hall", 1)
    section = bench.section("Suppliers")
    section.add.click()
    QTest.keyClicks(section.finder.line, "grid")
    QTest.keyClick(section.finder.line, Qt.Key.Key_Return)
    assert need(bench, "hall", 1).on == ("feed-a", "feed-b", "grid")
    section.rows[0].drop.click()
    assert need(bench, "hall", 1).on == ("feed-b", "grid")


def test_a_need_that_is_deleted_leads_back_to_its_component(bench: Bench) -> None:
    choose_need(bench, "hall", 0)
    section = next(each for each in bench.column.panel.sections if each.ending.isVisible())
    section.ending.click()
    assert [each.on for each in bench.component("hall").needs] == [("feed-a", "feed-b")]
    assert bench.draw.selection.components == ("hall",)


def test_a_zone_is_named_nested_and_deleted(bench: Bench) -> None:
    bench.draw.select(Selection(zone=ZoneId("room")))
    inside = bench.field("inside").control
    assert isinstance(inside, PickControl)
    assert [inside.itemText(number) for number in range(inside.count())] == ["none", "West"]  # not itself
    bench.type("Room 3", "zone-name")
    pick(bench, "", "inside")
    (zone,) = (each for each in bench.document.topology.zones if each.id == "room")
    assert (zone.label(), zone.inside) == ("Room 3", None)
    bench.section("In it").ending.click()
    assert [each.id for each in bench.document.topology.zones] == ["west"]
    assert bench.draw.selection.is_empty


def test_with_nothing_chosen_the_drill_is_told_and_named(bench: Bench) -> None:
    assert bench.column.panel.head.about.text() == "6 components, 6 needs, 2 zones"
    bench.type("Smaller", "title")
    assert bench.document.drill.title.words == (("en", "Smaller"), ("ko", "작은 훈련"))
    assert bench.document.history.undoText() == "Change the title"
    bench.undo()
    assert bench.document.drill.title.to("en") == "Small"
    assert bench.line("title").text() == "Small"
    assert not bench.document.is_modified


def test_zones_are_reached_and_added_with_nothing_chosen(bench: Bench) -> None:
    bench.draw.do(lambda hand: hand.move_into({HALL: (0.0, 0.0)}, {HALL: ZoneId("room")}))
    section = bench.section("Zones")
    assert [(view.row.title, view.row.words) for view in section.rows] == [("West", "2"), ("Room", "1")]
    section.add.click()
    QTest.keyClicks(section.finder.line, "East")
    QTest.keyClick(section.finder.line, Qt.Key.Key_Return)
    assert [view.row.title for view in section.rows if not view.isHidden()] == ["West", "Room", "East"]
    QTest.keyClick(section.rows[2].button, Qt.Key.Key_Return)
    assert bench.draw.selection.zone == "east"


def test_a_drill_without_a_title_is_refused(bench: Bench) -> None:
    bench.type(" ", "title")
    assert bench.field("title").reason.text() == "A drill needs a title."


def test_crews_are_added_named_sized_and_deleted(bench: Bench) -> None:
    section = bench.section("Crews")
    section.add.click()
    QTest.keyClicks(section.finder.line, "Night shift")
    QTest.keyClick(section.finder.line, Qt.Key.Key_Return)
    bench.type("Late shift", "crew-name", "night-shift")
    bench.type("4", "crew-size", "night-shift")
    assert [(each.label(), each.size) for each in bench.document.topology.crews] == [
        ("Site crew", 2),
        ("Late shift", 4),
    ]
    section.rows[0].drop.click()
    assert bench.component("hall").crew is None
    assert [each.label() for each in bench.document.topology.crews] == ["Late shift"]


def test_a_size_that_no_crew_can_have_is_refused_in_its_row(bench: Bench) -> None:
    bench.type("0", "crew-size", "site")
    assert bench.field("crew-size", "site").reason.text() == "0 is out of range: 1 to 10,000."


def test_a_name_that_the_script_still_uses_stays_with_the_reason_at_its_field(
    make_bench: Callable[[str], Bench],
) -> None:
    named = FILE.replace("on: [feed-a, feed-b]", "on: [feed-a, feed-b], name: main")
    bench = make_bench(named + SCRIPT)
    choose_need(bench, "hall", 1)
    bench.type("other", "need-name")
    assert bench.field("need-name").reason.text().startswith("The script names hall/main in ")
    assert bench.line("need-name").text() == "other"
    assert need(bench, "hall", 1).name == "main"


def test_a_long_list_is_shown_whole_when_asked(make_bench: Callable[[str], Bench]) -> None:
    parts = "".join(f"    - {{id: shop-{number}, needs: [{{on: grid}}]}}\n" for number in range(40))
    bench = make_bench(FILE + parts)
    bench.choose("grid")
    section = bench.section("Needed by")
    assert section.count.text() == "41"
    assert sum(not row.isHidden() for row in section.rows) == 8
    section.more.click()
    assert sum(not row.isHidden() for row in section.rows) == 41
    bench.choose("feed-a")
    assert sum(not row.isHidden() for row in section.rows) == 1
    bench.choose("grid")
    assert sum(not row.isHidden() for row in section.rows) == 8


def test_what_falls_with_it_and_why_it_is_weak_is_told_once_it_is_known(bench: Bench, qtbot: QtBot) -> None:
    bench.choose("grid")
    panel = bench.column.panel
    assert not panel.weak.isVisible()
    bench.draw.show()
    qtbot.waitUntil(panel.weak.isVisible)
    rows = [view.row for view in bench.section("Falls with it").rows if not view.isHidden()]
    assert rows[0].title == "4,200 users cut off"
    assert (rows[1].title, rows[1].words) == ("Hall", "after 3 min")
    assert panel.weak.button.kind.text() == "Single point."
    with qtbot.waitSignal(bench.draw.weak_point_lit) as lit:
        panel.weak.button.click()
    assert lit.args[0].where == ("grid",)


def test_tab_walks_from_top_to_bottom(bench: Bench) -> None:
    bench.choose("login")
    bench.column.begin()
    assert bench.line("name").hasFocus()
    seen = []
    for _ in range(8):
        focus = bench.column.focusWidget()
        assert focus is not None
        seen.append(focus.accessibleName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert seen[:4] == ["Name", "Kind", "Zone", "Users served"]
    assert seen[-2:] == ["Restart time", "Repair time"]


def test_everything_that_takes_the_focus_says_what_it_is(bench: Bench) -> None:
    bench.choose("login")
    panel = bench.column.panel
    stops = [stop for section in panel.sections if not section.isHidden() for stop in section.stops()]
    nameless = [stop for stop in stops if stop.isVisible() and not (stop.accessibleName() or _words(stop))]
    assert nameless == []
    assert bench.line("survives", "login", "0").accessibleName() == "Hall: survives …"


def _words(stop: object) -> str:
    return str(getattr(stop, "text", lambda: "")())


def test_values_are_shown_and_read_in_korean(bench: Bench, look: Look, qapp: QApplication) -> None:
    speech = Speech(qapp)
    look.set_language("ko")
    speech.speak("ko")
    try:
        column = InspectorColumn(bench.draw, look)  # as the pages are built anew
        korean = Bench(bench.draw, column)
        column.show()
        korean.choose("login")
        assert column.panel.head.title.text() == "로그인"
        assert korean.line("restart").text() == "18분"
        assert korean.type("1시간 30분", "restart").text() == "1시간 30분"
        assert korean.type("3500만", "users").text() == "35,000,000"
        korean.type("곧", "restart")
        assert korean.field("restart").reason.text().startswith("100년 이내의 시간 길이로 읽을 수 없습니다: “곧”.")
        assert (korean.component("login").restart, korean.component("login").users) == (5400, 35_000_000)
        column.close()
        column.deleteLater()
    finally:
        speech.speak("en")
        speech.deleteLater()
