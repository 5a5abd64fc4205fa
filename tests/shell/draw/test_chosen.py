from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ZoneId
from blackstart.core.exercise.files import read_drill
from blackstart.core.topology.model import Point
from blackstart.shell.actions.spec import actions_of
from blackstart.shell.draw.selection import Selection
from blackstart.shell.support.look import Look
from tests.shell.draw.drawing_page import A, B, C, D, Page, drawing_page


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Iterator[Page]:
    with drawing_page(qtbot, look) as made:
        yield made


def place(page: Page, component: str) -> Point | None:
    return next(each.at for each in page.topology.components if each.id == component)


def hindrance(page: Page, action: str) -> str:
    return next(each.hindrance() for each in actions_of(page.page) if each.objectName() == action)


def test_nudges_of_the_same_cards_are_taken_back_as_one(page: Page) -> None:
    page.choose(A, C)
    for _ in range(3):
        page.do("draw.nudge-right")
    page.do("draw.shift-down")
    assert (place(page, A), place(page, C)) == ((60, 1), (360, 201))
    page.do("draw.undo")
    assert (place(page, A), place(page, C)) == ((0, 0), (300, 200))


def test_a_nudge_of_other_cards_is_a_step_of_its_own(page: Page) -> None:
    page.choose(A)
    page.do("draw.nudge-right")
    page.choose(C)
    page.do("draw.nudge-right")
    page.do("draw.undo")
    assert (place(page, A), place(page, C)) == ((20, 0), (300, 200))


def test_a_locked_card_is_not_nudged(page: Page) -> None:
    page.choose(A)
    page.do("draw.lock")
    page.do("draw.nudge-down")
    assert place(page, A) == (0, 0)
    page.do("draw.lock")
    page.do("draw.nudge-down")
    assert place(page, A) == (0, 20)


def test_what_is_copied_is_a_drill_and_is_pasted_round_a_place_with_its_needs(page: Page) -> None:
    page.choose(A, B)
    page.do("draw.copy")
    assert len(read_drill(QGuiApplication.clipboard().text()).drill.topology.components) == 2
    page.do("draw.paste")
    first, second = (page.topology.component(each) for each in page.presenter.selection.components)
    assert second.needs[0].on == (first.id,)
    assert first.at is not None
    assert second.at is not None
    assert (second.at[0] - first.at[0], second.at[1] - first.at[1]) == (300, 0)


def test_pasting_again_lies_beside_what_was_pasted_before(page: Page) -> None:
    page.choose(A)
    page.do("draw.copy")
    page.do("draw.paste")
    page.do("draw.paste")
    places = [each.at for each in page.topology.components]
    assert len(set(places)) == len(places)


def test_what_is_cut_comes_back_by_pasting(page: Page) -> None:
    page.choose(C)
    page.do("draw.cut")
    assert "c" not in page.names
    page.do("draw.paste")
    assert "c" in page.names


def test_a_clipboard_without_components_is_refused_in_one_sentence(page: Page, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("half a letter")
    with qtbot.waitSignal(page.presenter.refused) as refused:
        page.do("draw.paste")
    assert refused.args == ["The clipboard holds no components."]


def test_all_are_chosen_at_once(page: Page) -> None:
    page.do("draw.select-all")
    assert set(page.presenter.selection.components) == {A, B, C, D}


def test_cards_are_aligned_and_spread_as_one_step(page: Page) -> None:
    page.choose(A, B, D)
    page.do("draw.align-top")
    assert [place(page, each) for each in (A, B, D)] == [(0, 0), (300, 0), (700, 0)]
    page.do("draw.distribute-across")
    assert place(page, B) == (350, 0)


def test_what_needs_more_cards_says_so(page: Page) -> None:
    page.choose(A)
    assert hindrance(page, "draw.align-left") == "2 cards or more must be chosen."
    page.choose(A, B)
    assert hindrance(page, "draw.align-left") == ""
    assert hindrance(page, "draw.distribute-across") == "3 cards or more must be chosen."
    assert hindrance(page, "draw.arrange-zone") != ""


def test_a_zone_that_is_chosen_is_deleted_without_what_lies_in_it(page: Page) -> None:
    page.presenter.select(Selection(zone=ZoneId("room")))
    page.do("draw.delete")
    assert page.topology.zones == ()
    assert page.topology.component(D).zone is None


def test_a_need_that_is_chosen_is_deleted(page: Page) -> None:
    page.presenter.select(Selection(need=(D, 0)))
    page.do("draw.delete")
    assert page.topology.component(D).needs == ()


def test_arranging_all_is_one_step_and_moves_no_locked_card(page: Page, qtbot: QtBot) -> None:
    page.choose(C)
    page.do("draw.lock")
    before = page.topology
    with qtbot.waitSignal(page.presenter.document.edited):
        page.do("draw.arrange")
    assert place(page, C) == (300, 200)
    page.do("draw.undo")
    assert page.topology == before


def test_a_map_that_changed_meanwhile_is_not_arranged(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.presenter.refused):
        page.do("draw.arrange")
        page.choose(A)
        page.do("draw.nudge-right")
    assert page.presenter.document.history.count() == 1


def test_only_what_lies_in_a_zone_is_arranged_with_it(page: Page, qtbot: QtBot) -> None:
    page.choose(D)
    with qtbot.waitSignals([page.presenter.document.edited, page.presenter.refused], raising=False, timeout=400):
        page.do("draw.arrange-zone")
    assert [place(page, each) for each in (A, B, C)] == [(0, 0), (300, 0), (300, 200)]
