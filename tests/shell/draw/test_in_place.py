from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ZoneId
from blackstart.core.topology.model import Need, Purpose
from blackstart.shell.draw.connect_field import ConnectField
from blackstart.shell.draw.quick_add import Typed, read_typed
from blackstart.shell.draw.selection import Selection
from blackstart.shell.support.look import Look
from tests.shell.draw.drawing_page import EMPTY, A, B, C, D, Page, drawing_page

ENTER, ESCAPE, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Down


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Iterator[Page]:
    with drawing_page(qtbot, look) as made:
        yield made


@pytest.fixture
def empty(qtbot: QtBot, look: Look) -> Iterator[Page]:
    with drawing_page(qtbot, look, EMPTY) as made:
        yield made


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Login", Typed("Login", None)),
        (" Login /auth", Typed("Login", "auth")),
        ("/auth", Typed("", "auth")),
        ("TCP/IP", Typed("TCP/IP", None)),
    ],
)
def test_what_follows_a_slash_that_begins_a_word_is_the_kind(text: str, typed: Typed) -> None:
    assert read_typed(text) == typed


def test_a_double_click_on_nothing_asks_for_a_name_and_enter_adds_it_there(page: Page) -> None:
    at = page.view_point(500, 500).toPoint()
    QTest.mouseDClick(page.map, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    page.type("Login page", ENTER)
    made = page.named("Login page")
    assert made.kind == "auth"
    x, y = made.at or (0, 0)
    assert x <= 500 <= x + 140
    assert y <= 500 <= y + 52


def test_the_next_one_needs_the_one_before_for_the_purpose_of_the_moment(empty: Page) -> None:
    empty.presenter.choose_purpose(Purpose.START)
    empty.do("draw.add")
    empty.type("Power", ENTER)
    empty.type("Lamp", ENTER)
    empty.type("", ENTER)
    assert empty.names == ["Power", "Lamp"]
    power, lamp = empty.named("Power"), empty.named("Lamp")
    assert lamp.needs == (Need((power.id,), purpose=Purpose.START),)
    assert lamp.at is not None
    assert power.at is not None
    assert lamp.at[0] > power.at[0]
    assert empty.page.in_place.field is None
    assert empty.map.hasFocus()


@pytest.mark.parametrize("last", [ENTER, ESCAPE])
def test_the_map_stays_where_it_is_when_adding_ends(page: Page, last: Qt.Key) -> None:
    page.map.pan(QPointF(-400, 0))
    page.do("draw.add")
    page.type("Lamp", ENTER)
    before = page.map.placement
    page.type("", last)
    assert page.map.placement == before
    assert page.map.hasFocus()


def test_what_is_pasted_is_seen_whole(page: Page, qtbot: QtBot) -> None:
    page.choose(A, B, C, D)
    page.do("draw.copy")
    page.map.zoom(4.0)
    page.do("draw.paste")
    made = page.presenter.selection.components
    assert len(made) == 4
    assert not set(made) & {A, B, C, D}
    sight = QRectF(page.map.rect())
    qtbot.waitUntil(lambda: all(sight.contains(page.map.place_of(id_)) for id_ in made))


def test_arrows_choose_what_they_come_to_whatever_was_chosen_before(page: Page) -> None:
    page.presenter.select(Selection(zone=ZoneId("room")))
    QTest.keyClick(page.map, Qt.Key.Key_Left)
    assert page.presenter.selection == Selection((A,))
    page.do("draw.add-right")
    page.type("Lamp", ENTER, ESCAPE)
    assert page.named("Lamp").needs == (Need((A,)),)


def test_f6_goes_round_the_parts_of_the_page(page: Page, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.page.weak.table.isEnabled)  # the weak points have been found

    def go(key: str) -> list[bool]:
        page.do(key)
        parts = (page.map, page.page.inspector, page.page.weak.table, page.page.palette_column)
        return [part is page.focus or part.isAncestorOf(page.focus) for part in parts]

    assert go("draw.next-part") == [False, True, False, False]
    assert go("draw.next-part") == [False, False, True, False]
    assert go("draw.next-part") == [False, False, False, True]
    assert go("draw.next-part") == [True, False, False, False]
    assert go("draw.part-before") == [False, False, False, True]
    page.do("draw.palette")
    page.map.setFocus()
    assert go("draw.part-before") == [False, False, True, False]


def test_to_the_left_stands_what_the_chosen_one_needs(page: Page) -> None:
    page.choose(B)
    page.do("draw.add-left")
    page.type("Mains", ENTER, ESCAPE)
    assert page.topology.component(B).needs[-1].on == (page.named("Mains").id,)


def test_a_new_card_lies_on_no_other(page: Page) -> None:
    page.choose(A)
    page.do("draw.add-right")
    page.type("Near", ENTER, ESCAPE)
    x, y = page.named("Near").at or (0, 0)
    assert all(
        abs(x - (at := each.at or (0, 0))[0]) >= 140 or abs(y - at[1]) >= 52
        for each in page.topology.components
        if each.label() != "Near"
    )


def test_a_new_card_lies_in_the_zone_that_was_pointed_at(page: Page) -> None:
    x, y, _, height = page.map.easel.drawing.arrangement.zones[ZoneId("room")]
    page.page.in_place.add_wished((x + 20, y + height - 10), None)
    page.type("Fan", ENTER, ESCAPE)
    assert page.named("Fan").zone == "room"


def test_a_kind_is_chosen_by_typing_after_a_slash_and_by_arrows(page: Page) -> None:
    page.do("draw.add")
    page.type("Zebra", TAB)
    page.type("ward", ENTER, ESCAPE)
    assert page.named("Zebra").kind == "ward"
    page.do("draw.add")
    page.type("Gnu /", DOWN, ENTER, ESCAPE)
    assert page.named("Gnu").kind == "power"


def test_a_kind_that_there_is_not_keeps_what_is_typed(page: Page) -> None:
    page.do("draw.add")
    page.type("Gnu /xyzzy", ENTER)
    assert page.page.in_place.field is not None
    page.type("", ESCAPE)
    assert "Gnu" not in page.names


def test_a_press_elsewhere_keeps_what_was_typed_and_asks_for_no_more(page: Page) -> None:
    page.do("draw.add")
    page.type("Gnu")
    page.map.setFocus()
    assert "Gnu" in page.names
    assert page.page.in_place.field is None


def test_what_is_added_is_taken_back_in_one_step_with_its_need(page: Page) -> None:
    before = page.topology
    page.choose(A)
    page.do("draw.add-right")
    page.type("Near", ENTER, ESCAPE)
    page.do("draw.undo")
    assert page.topology == before


def test_renaming_over_the_card_takes_enter_and_leaves_with_escape(page: Page) -> None:
    page.choose(A)
    page.do("draw.rename")
    page.type("Mains", ESCAPE)
    assert page.topology.component(A).label() == "a"
    page.do("draw.rename")
    page.type("Mains", ENTER)
    assert page.topology.component(A).label() == "Mains"
    assert page.presenter.document.history.undoText() == "Rename a"


def test_a_zone_is_renamed_as_a_card_is(page: Page) -> None:
    page.presenter.select(Selection(zone=ZoneId("room")))
    page.do("draw.rename")
    page.type("Hall", ENTER)
    assert page.topology.zones[0].label() == "Hall"


def test_a_drawn_zone_takes_what_lies_whole_in_it_and_gets_a_name(page: Page) -> None:
    page.page.wishes.draw_zone((280, -40, 200, 320))
    page.type("Cellar", ENTER)
    zone = next(each for each in page.topology.zones if each.label() == "Cellar")
    assert zone.box == (280, -40, 200, 320)
    assert {each.id for each in page.topology.components if each.zone == zone.id} == {"b", "c"}
    assert page.topology.component(D).zone == "room"
    assert page.presenter.selection.zone == zone.id


def test_the_frame_of_a_zone_is_seen_while_its_name_is_typed(page: Page) -> None:
    foot = page.view_point(380, 280).toPoint() - QPoint(20, 4)

    def seen() -> QImage:
        return page.map.grab(QRect(foot, QSize(40, 8))).toImage()

    before = seen()
    page.page.wishes.draw_zone((280, -40, 200, 320))
    assert seen() != before
    page.type("Cel", ESCAPE)
    assert seen() == before, "without a name there is no zone"
    page.presenter.select(Selection((B, C)))
    chosen = page.map.grab().toImage()
    page.page.in_place.name_zone_of_chosen()
    assert page.map.easel.named is not None
    page.type("Hall", ESCAPE)
    assert page.map.grab().toImage() == chosen


def test_a_zone_drawn_close_over_a_card_leaves_room_for_its_name(page: Page) -> None:
    page.page.wishes.draw_zone((280, -20, 200, 300))
    page.type("Cellar", ENTER)
    assert page.topology.zones[-1].box == (280, -40, 200, 320)


def test_a_zone_drawn_under_another_card_stays_as_it_was_drawn(page: Page) -> None:
    page.presenter.do(lambda hand: hand.move({C: (300, 80)}))
    page.page.wishes.draw_zone((280, 60, 200, 200))
    page.type("Cellar", ENTER)
    assert page.topology.zones[-1].box == (280, 60, 200, 200)


def test_a_zone_round_a_zone_takes_it_whole(page: Page) -> None:
    x, y, width, height = page.map.easel.drawing.arrangement.zones[ZoneId("room")]
    page.page.wishes.draw_zone((x - 20, y - 20, width + 40, height + 40))
    page.type("House", ENTER)
    room = next(each for each in page.topology.zones if each.id == "room")
    assert room.inside == page.presenter.selection.zone
    assert page.topology.component(D).zone == "room"


def test_escape_draws_no_zone(page: Page) -> None:
    page.page.wishes.draw_zone((280, -40, 200, 320))
    page.type("Cellar", ESCAPE)
    assert len(page.topology.zones) == 1
    assert not page.presenter.document.history.canUndo()


def test_enter_goes_to_the_values_of_what_is_chosen_and_escape_comes_back(page: Page) -> None:
    page.choose(B)
    page.type("", ENTER)
    assert page.page.inspector.isAncestorOf(page.focus)
    page.type("", ESCAPE)
    assert page.focus is page.map


def test_a_zone_is_put_round_the_chosen_cards_inside_the_one_they_share(page: Page) -> None:
    page.choose(A, B)
    page.do("draw.zone")
    page.type("Basement", ENTER)
    made = page.topology.zones[-1]
    assert (made.label(), made.inside, made.box) == ("Basement", None, None)
    assert {each.id for each in page.topology.components if each.zone == made.id} == {A, B}
    page.choose(D)
    page.do("draw.zone")
    page.type("Rack", ENTER)
    assert page.topology.zones[-1].inside == ZoneId("room")
    page.do("draw.undo")
    page.do("draw.undo")
    assert [zone.id for zone in page.topology.zones] == [ZoneId("room")]


def test_a_chosen_zone_is_moved_by_keys_and_several_steps_are_taken_back_as_one(page: Page) -> None:
    before = page.topology
    page.presenter.select(Selection(zone=ZoneId("room")))
    page.do("draw.nudge-right")
    page.do("draw.nudge-down")
    assert page.topology.component(D).at == (720.0, 220.0)
    page.do("draw.undo")
    assert page.topology == before


def test_a_zone_is_locked_with_all_that_lies_in_it_and_then_stays(qtbot: QtBot, page: Page) -> None:
    page.presenter.select(Selection(zone=ZoneId("room")))
    page.do("draw.lock")
    assert page.topology.component(D).locked
    assert page.page.toolbar.lock.isChecked()
    before = page.topology
    with qtbot.waitSignal(page.presenter.refused) as told:
        page.do("draw.nudge-right")
    assert "locked" in told.args[0]
    assert page.topology is before
    page.do("draw.lock")
    assert not page.topology.component(D).locked


def test_escape_lets_a_chosen_zone_go(page: Page) -> None:
    page.presenter.select(Selection(zone=ZoneId("room")))
    page.type("", ESCAPE)
    assert page.presenter.selection.is_empty


def test_the_other_end_is_typed_and_connected_for_the_purpose_of_the_moment(page: Page) -> None:
    page.presenter.choose_purpose(Purpose.RESPOND)
    page.choose(C)
    page.do("draw.connect")
    page.type("b", ENTER)
    assert Need((C,), purpose=Purpose.RESPOND) in page.topology.component(B).needs
    assert page.map.hasFocus()


def test_tab_turns_the_line_round(page: Page) -> None:
    page.choose(C)
    page.do("draw.connect")
    page.type("b", TAB, ENTER)
    assert page.topology.component(C).needs[0].on == (B,)


def rows(page: Page) -> list[str]:
    field = page.page.in_place.field
    assert isinstance(field, ConnectField)
    return [field.list.item(row).text() for row in range(field.list.count())]


def test_a_group_of_the_other_end_is_joined_by_typing_and_says_how_many_must_serve(page: Page) -> None:
    page.choose(B)
    page.do("draw.connect")
    page.type("d", DOWN)
    assert rows(page)[:4] == ["d", "join as 1 of 3: a, c", "join as 2 of 3: a, c", "join as 3 of 3: a, c"]
    page.type("", DOWN, ENTER)
    (need,) = page.topology.component(D).needs
    assert (need.on, need.at_least) == ((A, C, B), 2)
    page.do("draw.undo")
    assert page.topology.component(D).needs[0].on == (A, C)


def test_a_line_turned_round_joins_the_group_of_the_chosen_card(page: Page) -> None:
    page.choose(B)
    page.do("draw.connect")
    page.type("c", TAB)
    assert rows(page) == ["c", "join as 1 of 2: a", "join as 2 of 2: a"]
    page.type("", DOWN, DOWN, ENTER)
    (need,) = page.topology.component(B).needs
    assert (need.on, need.at_least) == ((A, C), 2)


def test_no_group_is_offered_that_is_for_something_else_or_has_the_supplier(page: Page) -> None:
    page.choose(A)
    page.do("draw.connect")
    page.type("d")
    assert rows(page) == ["d"]
    page.type("", ESCAPE)
    page.presenter.choose_purpose(Purpose.START)
    page.choose(B)
    page.do("draw.connect")
    page.type("d")
    assert rows(page) == ["d"]


def test_a_card_is_not_offered_to_itself_and_escape_connects_nothing(page: Page) -> None:
    page.choose(C)
    page.do("draw.connect")
    field = page.page.in_place.field
    assert isinstance(field, ConnectField)
    assert [field.list.item(row).text() for row in range(field.list.count())] == ["a", "b", "d"]
    page.type("xyzzy", ENTER)
    assert page.page.in_place.field is field
    page.type("", ESCAPE)
    assert not page.presenter.document.history.canUndo()


def test_a_need_that_is_there_already_is_refused_with_its_reason(page: Page, qtbot: QtBot) -> None:
    page.choose(A)
    page.do("draw.connect")
    with qtbot.waitSignal(page.presenter.refused) as refused:
        page.type("b", ENTER)
    assert refused.args == ["b needs a for that already"]


def test_in_a_low_map_fewer_rows_are_shown_at_once_and_nothing_is_cut(page: Page) -> None:
    page.map.setFixedHeight(160)
    page.choose(C)
    page.do("draw.connect")
    field = page.page.in_place.field
    assert isinstance(field, ConnectField)
    assert field.height() <= 160
    assert field.list.count() * 28 > field.list.height() >= 28
