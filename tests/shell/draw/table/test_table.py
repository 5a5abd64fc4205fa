from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.route import route
from blackstart.core.exercise.files import read_drill
from blackstart.core.topology.model import Component, Topology
from blackstart.shell.document.document import Document
from blackstart.shell.draw.selection import Selection
from blackstart.shell.draw.table.columns import component_columns, component_of
from blackstart.shell.draw.table.model import TableModel
from blackstart.shell.draw.table.page import NEEDS, TablePage
from blackstart.shell.draw.workspace import DrawWorkspace
from blackstart.shell.support.look import Look
from tests.shell.draw.presenters import draw_presenter

HALL, SHOP, TILL = (ComponentId(name) for name in ("hall", "shop", "till"))
NAME, KIND, ZONE, USERS, RESTART, REPAIR, LOCKED = 0, 1, 2, 3, 6, 7, 12
FOR, SURVIVES = 2, 5
LOADED = read_drill(
    """\
blackstart: 1
id: three
title: Three
topology:
  zones: [{id: room, name: Room}]
  components:
    - {id: till, name: Till, users: 30, needs: [{on: [hall, shop], at_least: 1, survives: 5 min}]}
    - {id: hall, name: Hall, kind: hall, zone: room, users: 4200, repair: never}
    - {id: shop, name: shop, users: 100, needs: [{on: hall}]}
"""
)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Iterator[DrawWorkspace]:
    presenter = draw_presenter(look)
    made = DrawWorkspace(presenter, look)
    qtbot.addWidget(made)
    topology = LOADED.drill.topology
    presenter.document.open(LOADED, None)
    presenter.open(route(topology, arrange(topology)))
    made.resize(1600, 900)
    made.show()
    made.turn_to_tables()
    yield made
    presenter.stop()


@pytest.fixture
def tables(page: DrawWorkspace) -> TablePage:
    for model in (page.tables.components, page.tables.needs):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return page.tables


def column(model: TableModel[Component], number: int) -> list[str]:
    return [model.data(model.index(row, number)) for row in range(model.rowCount())]


def document(page: DrawWorkspace) -> Document:
    return page._presenter.document


def editor(tables: TablePage, row: int, number: int) -> QLineEdit:
    """Open a cell as F2 does."""
    tables.table.setCurrentIndex(tables.table.model().index(row, number))
    QTest.keyClick(tables.table, Qt.Key.Key_F2)
    return next(each for each in tables.table.findChildren(QLineEdit) if each.isVisible())


def enter(line: QLineEdit) -> None:
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt hands over what was typed once the field has had the key


def test_all_components_stand_in_rows_in_the_order_of_the_file(tables: TablePage) -> None:
    assert column(tables.components, NAME) == ["Till", "Hall", "shop"]
    assert column(tables.components, USERS) == ["30", "4,200", "100"]
    assert tables.count.text() == "3 of 3"


def test_numbers_are_sorted_as_numbers_and_names_without_regard_to_case(tables: TablePage) -> None:
    tables.components.sort(USERS, Qt.SortOrder.DescendingOrder)
    assert column(tables.components, NAME) == ["Hall", "shop", "Till"]
    tables.components.sort(NAME)
    assert column(tables.components, NAME) == ["Hall", "shop", "Till"]
    tables.components.sort(REPAIR)
    assert column(tables.components, NAME)[-1] == "Hall"  # never comes last
    tables.components.sort(-1)
    assert column(tables.components, NAME) == ["Till", "Hall", "shop"]


def test_typing_filters_rows_by_what_is_read_in_them(tables: TablePage) -> None:
    QTest.keyClicks(tables.filter, "room")
    assert column(tables.components, NAME) == ["Hall"]
    assert tables.count.text() == "1 of 3"
    tables.filter.setText("server hall room")
    assert column(tables.components, NAME) == ["Hall"]


def test_what_is_typed_into_a_cell_is_an_edit_that_can_be_undone(page: DrawWorkspace, tables: TablePage) -> None:
    line = editor(tables, 2, USERS)
    line.setText("35 M")
    enter(line)
    assert document(page).topology.component(SHOP).users == 35_000_000
    assert column(tables.components, USERS)[2] == "35,000,000"
    assert document(page).history.undoText() == "Change shop"
    document(page).history.undo()
    assert column(tables.components, USERS)[2] == "100"


def test_what_is_refused_stays_in_its_cell_and_changes_nothing(page: DrawWorkspace, tables: TablePage) -> None:
    line = editor(tables, 2, RESTART)
    line.setText("soon")
    enter(line)
    assert line.isVisible()
    assert line.text() == "soon"
    assert tables.reason.accessibleName().startswith("“soon” is no duration")
    assert not document(page).history.canUndo()
    line.setText("18 min")
    enter(line)
    assert document(page).topology.component(SHOP).restart == 18 * 60


def test_a_zone_is_picked_and_a_lock_is_ticked(page: DrawWorkspace, tables: TablePage) -> None:
    table, model = tables.table, tables.components
    box = table.itemDelegate().createEditor(table.viewport(), QStyleOptionViewItem(), model.index(0, ZONE))
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText("Room"))
    table.itemDelegate().setModelData(box, model, model.index(0, ZONE))
    assert document(page).topology.component(TILL).zone == "room"
    assert model.setData(model.index(0, LOCKED), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert document(page).topology.component(TILL).locked


def test_a_need_is_changed_in_its_row(page: DrawWorkspace, tables: TablePage) -> None:
    tables.which.button(NEEDS).click()
    model = tables.needs
    assert [model.data(model.index(0, number)) for number in (0, 1, 3, 4)] == ["Till", "Hall, shop", "1", "2"]
    line = editor(tables, 0, SURVIVES)
    line.setText("90 s")
    enter(line)
    assert document(page).topology.component(TILL).needs[0].survives == 90
    assert model.setData(model.index(1, FOR), "start")
    assert document(page).topology.component(SHOP).needs[0].purpose == "start"


def test_rows_and_cards_are_chosen_together(page: DrawWorkspace, tables: TablePage) -> None:
    table = tables.table
    table.selectRow(1)
    assert page._presenter.selection == Selection((HALL,))
    more = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().select(tables.components.index(0, 0), more)
    assert set(page._presenter.selection.components) == {HALL, TILL}
    page._presenter.select(Selection((SHOP,)))
    assert [index.row() for index in table.selectionModel().selectedRows()] == [2]


def test_what_is_chosen_stays_so_in_another_order_and_after_an_edit(page: DrawWorkspace, tables: TablePage) -> None:
    page._presenter.select(Selection((HALL,)))
    tables.table.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
    assert [index.row() for index in tables.table.selectionModel().selectedRows()] == [0]
    page._presenter.do(lambda hand: hand.rename(HALL, "Zoo"))
    assert [index.row() for index in tables.table.selectionModel().selectedRows()] == [2]
    assert page._presenter.selection == Selection((HALL,))


def test_ctrl_t_turns_to_the_map_again(page: DrawWorkspace, tables: TablePage) -> None:
    assert not page.map.isVisible()
    page.turn_to_tables()
    assert page.map.isVisible()
    assert not tables.isVisible()


def test_a_button_shows_the_tables_and_another_the_map_again(page: DrawWorkspace, tables: TablePage) -> None:
    QTest.mouseClick(tables.back, Qt.MouseButton.LeftButton)
    assert page.map.isVisible()
    assert not tables.isVisible()
    QTest.mouseClick(page.toolbar.table, Qt.MouseButton.LeftButton)
    assert tables.isVisible()


def test_ten_thousand_rows_are_sorted_and_filtered(look: Look) -> None:
    many = tuple(Component(ComponentId(f"c{number}"), users=number % 97) for number in range(10_000))
    topology = Topology(components=many)
    model: TableModel[Component] = TableModel(component_of, lambda *_: "")
    model.show_all(many, component_columns(topology, look.words))
    model.sort(USERS, Qt.SortOrder.DescendingOrder)
    assert model.data(model.index(0, USERS)) == "96"
    model.filter("c999")
    assert model.rowCount() == 11


def test_finding_goes_to_the_field_that_filters_rows_while_they_are_shown(
    page: DrawWorkspace, tables: TablePage
) -> None:
    page.find_by_name()
    assert page.focusWidget() is tables.filter
    assert not page.search.field.isVisible()


def test_in_a_narrow_page_the_switch_is_whole_and_the_field_lies_below_it(qtbot: QtBot, tables: TablePage) -> None:
    def has_room() -> bool:
        return tables.which.width() >= tables.which.sizeHint().width()

    tables.setFixedWidth(330)
    qtbot.waitUntil(lambda: has_room() and tables.filter.y() > tables.which.geometry().bottom())
    tables.setFixedWidth(900)
    qtbot.waitUntil(lambda: has_room() and tables.filter.y() < tables.which.geometry().bottom())
