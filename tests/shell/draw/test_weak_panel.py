import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from blackstart.core.analysis.sweep import sweep
from blackstart.core.analysis.telling import Told, told
from blackstart.core.analysis.weakness import Weakness, WeakPoint
from blackstart.core.analysis.weaknesses import weak_points
from blackstart.core.base.simtime import Seconds
from blackstart.shell.draw.weak_model import FALLS, KIND, USERS, WHERE, WHY, WeakModel
from blackstart.shell.draw.weak_panel import WeakPanel
from blackstart.shell.support.look import Look
from tests.core.topology.maps import topology


def rows(look: Look, shop: int = 4200) -> tuple[tuple[WeakPoint, Told], ...]:
    map_ = topology("grid > hall > shop, c", shop=shop)
    points = weak_points(map_, list(sweep(map_, Seconds(3600))))
    return tuple((point, told(point, map_, look.words)) for point in points)


def test_a_row_says_what_where_and_how_much(look: Look) -> None:
    model = WeakModel(look)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(rows(look))
    said = [model.data(model.index(0, column)) for column in (KIND, WHERE, USERS, FALLS)]
    assert said == ["Single point", "grid", "4,200", "2"]
    assert model.data(model.index(2, USERS)) == "–"


def test_choosing_a_row_tells_its_point_and_what_would_mend_it(qtbot: QtBot, look: Look) -> None:
    panel = WeakPanel(look)
    qtbot.addWidget(panel)
    panel.show_points(rows(look))
    with qtbot.waitSignal(panel.chosen) as chosen:
        panel.table.setCurrentIndex(panel.model.index(1, 0))
    assert chosen.args[0].where == ("hall",)
    assert panel.mend.accessibleName().startswith("A second supplier")
    with qtbot.waitSignal(panel.chosen) as gone:
        panel.clear_choice()
    assert gone.args[0] is None


def test_the_heading_says_by_what_points_are_ranked(qtbot: QtBot, look: Look) -> None:
    panel = WeakPanel(look)
    qtbot.addWidget(panel)
    panel.show_points(rows(look))
    assert panel.count.text() == "3 found, ranked by users hit"
    panel.show_points(rows(look, shop=0))
    assert panel.count.text() == "4 found, ranked by what falls; no users given yet"


def test_a_tag_shows_one_type_alone_and_pressed_again_all(qtbot: QtBot, look: Look) -> None:
    panel = WeakPanel(look)
    qtbot.addWidget(panel)
    panel.show_points(rows(look))
    tag = panel._kinds[Weakness.LOOSE]
    tag.click()
    assert panel.model.rowCount() == 1
    tag.click()
    assert panel.model.rowCount() == 3


def test_an_empty_map_says_what_to_do_and_a_search_says_that_it_goes_on(qtbot: QtBot, look: Look) -> None:
    panel = WeakPanel(look)
    qtbot.addWidget(panel)
    panel.show_points(())
    assert panel.count.text().startswith("No weak points found.")
    panel.show_points(None)
    assert panel.count.text() == "looking…"
    assert not panel.table.isEnabled()


def test_without_a_choice_it_says_what_choosing_does(qtbot: QtBot, look: Look) -> None:
    panel = WeakPanel(look)
    qtbot.addWidget(panel)
    panel.show_points(())
    assert panel.mend.accessibleName() == ""
    panel.show_points(rows(look))
    assert panel.mend.accessibleName().startswith("Choose a row")


def test_where_there_is_no_room_for_the_reason_it_is_said_below(qtbot: QtBot, look: Look) -> None:
    panel = WeakPanel(look)
    qtbot.addWidget(panel)
    panel.resize(440, 240)
    panel.show()
    panel.show_points(rows(look))
    assert panel.table.isColumnHidden(WHY)
    panel.table.setCurrentIndex(panel.model.index(1, 0))
    (told,) = (each for point, each in rows(look) if point.where == ("hall",))
    assert panel.mend.accessibleName() == f"{told.why}. {told.mend}"
    assert panel.model.data(panel.model.index(0, KIND)) is None


def test_it_leaves_room_to_the_map_above(qtbot: QtBot, look: Look) -> None:
    panel = WeakPanel(look)
    qtbot.addWidget(panel)
    panel.limit(200)
    assert panel.height() == 200
    panel.limit(20)
    assert panel.height() == 160
    panel.show_folded(is_folded=True)
    assert panel.height() == 42


@pytest.mark.parametrize("number", range(1, 40, 3))
def test_where_there_is_room_the_heading_is_whole(qtbot: QtBot, look: Look, number: int) -> None:
    panel = WeakPanel(look)
    qtbot.addWidget(panel)
    panel.resize(900, 240)
    panel.show()
    panel.show_points(rows(look)[:1] * number)
    qtbot.waitUntil(lambda: panel.count.text() == panel.count.accessibleName())
