"""Several cards chosen on the console's map: by click, by keys, and what goes for all of them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.engine import effects as fx
from blackstart.core.engine.effects import Target
from blackstart.core.play.commands import ActUnscripted, ApplyEffects, Begin, Believe
from blackstart.shell.actions.offer import Offer
from blackstart.shell.canvas.view import MapView
from blackstart.shell.run.beliefs.belief_sheet import BeliefSheet
from blackstart.shell.run.deeds.component_rows import ComponentMenu, MenuRow
from blackstart.shell.run.deeds.room import DeedsRoom
from blackstart.shell.support.look import Look
from tests.shell.run.window import RunWindow

POWER, LAMP, LOCK = map(ComponentId, ("power", "lamp", "lock"))
Key = Qt.Key
NOTHING, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Console(RunWindow):
    """A console at which the power has failed."""

    def __init__(self, qtbot: QtBot, look: Look) -> None:
        super().__init__(qtbot, look, 1500, 900)
        self.offers: list[Offer] = []
        self.table.presenter.offered.connect(self.offers.append)
        self.begin(Begin(team="night shift"), 7)
        self.map: MapView = self.page.map

    @property
    def chosen(self) -> list[ComponentId]:
        return list(self.table.presenter.map.together)

    def click(self, component: ComponentId, held: Qt.KeyboardModifier = NOTHING) -> None:
        QTest.mouseClick(self.map, Qt.MouseButton.LeftButton, held, self.map.place_of(component).center().toPoint())

    def menu(self) -> ComponentMenu:
        room = self.page.rooms["actions"]
        assert isinstance(room, DeedsRoom)
        rows = room.presenter.menu_of(*self.chosen)
        assert rows is not None
        return rows

    def deeds(self) -> DeedsRoom:
        room = self.page.rooms["actions"]
        assert isinstance(room, DeedsRoom)
        return room


@pytest.fixture
def console(qtbot: QtBot, look: Look) -> Iterator[Console]:
    made = Console(qtbot, look)
    yield made
    made.leave()


def row(rows: tuple[MenuRow, ...], text: str) -> MenuRow:
    return next(each for each in rows if each.text == text)


@pytest.mark.parametrize("held", [SHIFT, CONTROL])
def test_a_click_with_shift_or_ctrl_chooses_one_more_or_one_less(console: Console, held: Qt.KeyboardModifier) -> None:
    console.click(LAMP)
    console.click(LOCK, held)
    assert console.chosen == [LAMP, LOCK]
    console.click(LOCK, held)
    assert console.chosen == [LAMP]
    console.click(LOCK, held)
    console.click(POWER)
    assert console.chosen == [POWER], "without it, one alone"


def test_shift_and_ctrl_beside_every_card_let_nothing_go(console: Console) -> None:
    console.click(LAMP)
    QTest.mouseClick(console.map, Qt.MouseButton.LeftButton, CONTROL, console.map.rect().topLeft())
    assert console.chosen == [LAMP]


def test_where_one_card_alone_can_be_chosen_shift_chooses_it(qtbot: QtBot, look: Look, console: Console) -> None:
    view = MapView(look)
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.show_picture(console.map.picture)
    with qtbot.waitSignal(view.chosen) as told:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, SHIFT, view.place_of(LAMP).center().toPoint())
    assert told.args == [LAMP]


def test_every_chosen_card_has_a_ring(console: Console) -> None:
    console.click(POWER)
    one = console.map.grab().toImage()
    console.click(LAMP)
    console.click(POWER, CONTROL)
    several = console.map.grab().toImage()
    place = console.map.place_of(LAMP).adjusted(-8, -8, 8, 8).toAlignedRect()
    assert several.copy(place) != one.copy(place)


def test_shift_and_an_arrow_take_the_next_card_in(console: Console) -> None:
    console.click(POWER)
    console.map.setFocus()
    QTest.keyClick(console.map, Key.Key_Right, SHIFT)
    assert console.chosen[0] == POWER
    assert len(console.chosen) == 2
    QTest.keyClick(console.map, Key.Key_Return, SHIFT)
    assert console.chosen == [POWER], "and Shift+Enter lets the one with the focus go"
    QTest.keyClick(console.map, Key.Key_Return, SHIFT)
    QTest.keyClick(console.map, Key.Key_Escape)
    assert not console.chosen


def test_the_facts_name_what_else_is_chosen(console: Console) -> None:
    console.click(LAMP)
    console.click(POWER, CONTROL)
    facts = console.page.facts
    assert (facts.headings[0].text(), facts.words[0].text()) == ("Chosen too", "Lamp")


def test_an_order_goes_for_all_that_are_chosen_in_one_action(console: Console) -> None:
    console.click(LAMP)
    console.click(LOCK, CONTROL)
    menu = console.menu()
    assert menu.name == "2 components"
    console.deeds().presenter.order_row(row(menu.orders, "Isolate"), "Ada")
    done = console.table.run.submitted[-1]
    assert isinstance(done, ActUnscripted)
    assert done.effects == (fx.Isolate(Target((LAMP,))), fx.Isolate(Target((LOCK,))))
    assert done.text == "Isolate: Lamp, Lock"


def test_a_row_says_for_how_many_it_goes_where_that_is_not_all(console: Console) -> None:
    console.click(POWER)
    console.click(LOCK, CONTROL)
    menu = console.menu()
    assert row(menu.by_hand, "Force up (1 of 2)").effects == (fx.Restore(Target((POWER,))),)
    assert row(menu.by_hand, "Force down (1 of 2)").effects == (fx.Fail(Target((LOCK,))),)


def test_what_was_forced_on_all_is_put_back_on_all(console: Console) -> None:
    console.click(POWER)
    console.table.presenter.submit(ApplyEffects((fx.Restore(Target((POWER,))),), "so"))
    console.table.at(8)
    console.click(LOCK, CONTROL)
    console.deeds().presenter.force(row(console.menu().by_hand, "Force down"))
    console.offers[-1].deed()
    done = console.table.run.submitted[-1]
    assert isinstance(done, ApplyEffects)
    assert done.effects == (fx.Restore(Target((POWER,))), fx.Restore(Target((LOCK,))))


def test_the_menu_of_a_card_that_is_not_chosen_is_its_own(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    console.click(LAMP)
    console.click(LOCK, CONTROL)
    shown: list[ComponentMenu] = []
    menu = console.deeds().menu
    monkeypatch.setattr(menu, "show_menu", shown.append)
    menu.asked.emit(LAMP)
    assert (shown[-1].components, console.chosen) == ((LAMP, LOCK), [LAMP, LOCK])
    menu.asked.emit(POWER)
    assert (shown[-1].components, console.chosen) == ((POWER,), [POWER])


def test_what_the_team_believes_is_said_of_all_that_are_chosen(console: Console) -> None:
    console.click(LAMP)
    console.click(LOCK, CONTROL)
    next(each for each in console.page.actions() if each.objectName() == "run.beliefs").trigger()
    sheet = console.seen(BeliefSheet)
    assert set(sheet.components) == {LAMP, LOCK}
    assert sheet.chosen_name.accessibleName() == "2 components"
    sheet.who.choose("lead")
    sheet.handed_on.emit()
    believed = console.recorded(Believe)
    assert {(each.component, each.state) for each in believed} == {(LAMP, "down"), (LOCK, "down")}
