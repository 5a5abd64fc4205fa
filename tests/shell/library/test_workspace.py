from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.library.map_plate import CARD_MAP_PX
from blackstart.shell.library.thumbnails import Thumbnails
from blackstart.shell.library.volume import Volume
from blackstart.shell.library.volume_card import FOOT_PX, LINE_PX, TITLE_PX, VolumeCard
from blackstart.shell.library.workspace import LibraryWorkspace
from blackstart.shell.support.look import Look
from tests.shell.drills import lights_file
from tests.shell.library.shelves import plain, shelved, told, two_runs

WIDE, NARROW = 1536, 1000


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> LibraryWorkspace:
    made = LibraryWorkspace("Ctrl+O", look, "Ctrl K")
    qtbot.addWidget(made)
    made.resize(WIDE, 900)
    made.show()
    made.activateWindow()
    return made


def shown(page: LibraryWorkspace) -> list[str]:
    return [card.volume.title for card in page.cards if not card.isHidden()]


def chosen(page: LibraryWorkspace) -> list[str]:
    return [card.volume.title for card in page.cards if card.isChecked()]


def card(page: LibraryWorkspace, title: str) -> VolumeCard:
    return next(card for card in page.cards if card.volume.title == title)


def said(page: LibraryWorkspace) -> set[str]:
    return {label.text() for label in page.detail.findChildren(QLabel)}


def test_the_first_card_is_chosen_and_told_of_at_once(page: LibraryWorkspace, look: Look, tmp_path: Path) -> None:
    lights_file(tmp_path)
    page.show_volumes(shelved(tmp_path, look))
    assert chosen(page) == ["Lights"]
    assert {"Lights", "3 components, 3 injects, 2 decisions", "Lead", "Guest"} <= said(page)


def test_a_click_chooses_and_two_open(qtbot: QtBot, page: LibraryWorkspace, tmp_path: Path) -> None:
    page.show_volumes(plain(tmp_path, "a", "b"))
    with qtbot.assertNotEmitted(page.drill_wished):
        QTest.mouseClick(card(page, "b"), Qt.MouseButton.LeftButton)
    assert chosen(page) == ["b"]
    assert "b" in said(page)
    with qtbot.waitSignal(page.drill_wished) as opened:
        QTest.mouseDClick(card(page, "a"), Qt.MouseButton.LeftButton)
    assert opened.args == [tmp_path / "a.drill"]


def test_a_click_on_the_chosen_card_leaves_it_chosen(page: LibraryWorkspace, tmp_path: Path) -> None:
    page.show_volumes(plain(tmp_path, "a", "b"))
    for _ in range(2):
        QTest.mouseClick(card(page, "b"), Qt.MouseButton.LeftButton)
        assert chosen(page) == ["b"]


def test_arrows_step_from_card_to_card_and_enter_opens(qtbot: QtBot, page: LibraryWorkspace, tmp_path: Path) -> None:
    page.show_volumes(plain(tmp_path, *"abcde"))
    card(page, "a").setFocus()
    for key, title in (
        (Qt.Key.Key_Right, "b"),
        (Qt.Key.Key_Down, "e"),
        (Qt.Key.Key_Down, "e"),
        (Qt.Key.Key_Left, "d"),
        (Qt.Key.Key_Up, "a"),
        (Qt.Key.Key_Up, "a"),
    ):
        QTest.keyClick(page.focusWidget(), key)
        assert chosen(page) == [title]
        assert page.focusWidget() is card(page, title)
    with qtbot.waitSignal(page.drill_wished) as opened:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert opened.args == [tmp_path / "a.drill"]


def test_tab_goes_from_the_chosen_card_to_the_runs(qtbot: QtBot, page: LibraryWorkspace, tmp_path: Path) -> None:
    page.show_volumes(plain(tmp_path, *"abc"))
    page.show_runs(told(two_runs(tmp_path)))
    card(page, "a").setFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget() is page.runs.view


def test_tab_goes_as_the_eye_does_from_the_bar_to_the_detail(page: LibraryWorkspace, tmp_path: Path) -> None:
    page.show_volumes(plain(tmp_path, *"abc"))
    page.show_runs(told(two_runs(tmp_path)))
    seen: list[QWidget] = []
    stop = page.nextInFocusChain()
    while stop is not None and stop is not page:
        seen.append(stop)
        stop = stop.nextInFocusChain()
    detail = page.detail
    stops = [page.search, page.new, page.open, card(page, "a"), page.runs.view, detail.body, detail.open, detail.go_on]
    assert [each for each in seen if each in stops] == stops


def test_two_rows_are_shown_at_first_and_all_when_asked_for(page: LibraryWorkspace, tmp_path: Path) -> None:
    titles = [f"{number:02}" for number in range(60)]
    page.show_volumes(plain(tmp_path, *titles))
    assert shown(page) == titles[:6]
    assert page.gallery.more.text() == "Show all 60"
    page.gallery.more.click()
    assert shown(page) == titles
    page.gallery.more.click()
    assert shown(page) == titles[:6]


def test_there_are_groups_to_choose_from_only_where_there_are_two(page: LibraryWorkspace, tmp_path: Path) -> None:
    shipped, yours = plain(tmp_path, "a", "b"), plain(tmp_path, "c", is_yours=True)
    page.show_volumes(shipped)
    assert page.gallery.chips.isHidden()
    page.show_volumes([*shipped, *yours])
    assert not page.gallery.chips.isHidden()
    page.gallery.chips.button("yours").click()
    assert (shown(page), chosen(page)) == (["c"], ["c"])
    page.show_volumes(shipped)
    assert shown(page) == ["a", "b"]


def test_what_becomes_known_of_the_chosen_drill_is_told(page: LibraryWorkspace, look: Look, tmp_path: Path) -> None:
    path = lights_file(tmp_path)
    page.show_volumes([Volume(path, "lights", is_read=False)])
    before = card(page, "lights")
    page.show_volumes(shelved(tmp_path, look))
    assert page.cards == [before]
    assert "Lights" in said(page)


def test_a_faulty_file_says_what_is_wrong_and_can_be_tried_again(
    qtbot: QtBot, page: LibraryWorkspace, tmp_path: Path
) -> None:
    page.show_volumes([Volume(tmp_path / "b.drill", "b", fault="b.drill:1: no title")])
    assert card(page, "b").accessibleDescription() == "b.drill:1: no title"
    assert "b.drill:1: no title" in said(page)
    assert page.detail.open.text().strip() == "Try again"
    with qtbot.waitSignal(page.drill_wished):
        page.detail.open.click()


def test_only_a_drill_with_an_unfinished_run_offers_to_go_on(
    qtbot: QtBot, page: LibraryWorkspace, look: Look, tmp_path: Path
) -> None:
    lights_file(tmp_path)
    rows = two_runs(tmp_path)
    page.show_volumes([*shelved(tmp_path, look), *plain(tmp_path, "other")])
    page.show_runs(told(rows))
    assert not page.detail.go_on.isHidden()
    with qtbot.waitSignal(page.continue_wished) as told_row:
        page.detail.go_on.click()
    assert told_row.args == [rows[0]]
    QTest.mouseClick(card(page, "other"), Qt.MouseButton.LeftButton)
    assert page.detail.go_on.isHidden()
    QTest.mouseClick(card(page, "Lights"), Qt.MouseButton.LeftButton)
    page.show_runs(told(rows[1:]))
    assert page.detail.go_on.isHidden()


def test_a_run_that_has_ended_is_looked_back_at_and_one_that_has_not_goes_on(
    qtbot: QtBot, page: LibraryWorkspace, tmp_path: Path
) -> None:
    rows = two_runs(tmp_path)
    page.show_runs(told(rows))
    with qtbot.waitSignal(page.continue_wished):
        page.runs.opened.emit(rows[0])
    with qtbot.waitSignal(page.review_wished):
        page.runs.opened.emit(rows[1])
    deeds = {action.objectName(): action for action in page.actions()}
    page.runs.view.selectRow(0)
    with qtbot.waitSignal(page.review_wished):
        deeds["library.review"].trigger()
    page.runs.view.selectRow(1)
    with qtbot.assertNotEmitted(page.continue_wished):
        deeds["library.continue"].trigger()


def test_without_runs_one_sentence_and_one_deed_stand_there(
    qtbot: QtBot, page: LibraryWorkspace, tmp_path: Path
) -> None:
    page.show_volumes(plain(tmp_path, "a"))
    page.show_runs(())
    assert not page.no_runs.isHidden()
    assert page.runs.isHidden()
    with qtbot.waitSignal(page.drill_wished):
        page.first.click()
    page.show_runs(told(two_runs(tmp_path)))
    assert page.no_runs.isHidden()
    assert page.first.isHidden()


def test_where_there_is_no_room_beside_the_gallery_the_detail_is_a_sheet(
    page: LibraryWorkspace, tmp_path: Path
) -> None:
    page.show_volumes(plain(tmp_path, "a", "b"))
    assert page.detail.isVisible()
    page.resize(NARROW, 700)
    assert not page.detail.isVisible()
    QTest.mouseClick(card(page, "b"), Qt.MouseButton.LeftButton)
    assert page.detail.isVisible()
    QTest.keyClick(page.detail, Qt.Key.Key_Escape)
    assert not page.detail.isVisible()
    assert page.focusWidget() is card(page, "b")
    page.resize(WIDE, 900)
    assert page.detail.isVisible()
    assert page.detail.geometry().left() > card(page, "a").geometry().right()


def test_large_words_make_room_as_a_narrow_window_does(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    look.set_text_size(200)
    page = LibraryWorkspace("Ctrl+O", look)
    qtbot.addWidget(page)
    page.resize(WIDE, 900)
    page.show()
    page.show_volumes(plain(tmp_path, "a", "b", "c"))
    assert not page.detail.isVisible()
    qtbot.waitUntil(lambda: len({card(page, title).x() for title in "abc"}) == 2)


def test_a_card_paints_its_map_once_there_is_one(
    qtbot: QtBot, look: Look, page: LibraryWorkspace, tmp_path: Path
) -> None:
    lights_file(tmp_path)
    page.show_volumes(shelved(tmp_path, look))

    def is_painted() -> bool:
        image = page.cards[0].grab().toImage()
        points = ((x, y) for x in range(0, image.width(), 2) for y in range(0, min(image.height(), 170), 2))
        return look.theme.colors["downf"].lower() in {image.pixelColor(x, y).name() for x, y in points}

    qtbot.waitUntil(is_painted)


def test_the_field_for_finding_is_there_only_where_something_is_found(
    qtbot: QtBot, page: LibraryWorkspace, look: Look
) -> None:
    with qtbot.waitSignal(page.palette_wished):
        page.search.click()
    assert page.search.isVisible()
    without = LibraryWorkspace("Ctrl+O", look)
    qtbot.addWidget(without)
    without.show()
    assert not without.search.isVisible()


def test_an_empty_shelf_says_so(page: LibraryWorkspace, tmp_path: Path) -> None:
    assert page.gallery.empty.text() == "Looking through the exercises…"
    page.show_volumes([])
    assert page.gallery.empty.text() == "No exercises here. Open a drill file."
    page.show_volumes(plain(tmp_path, "a"))
    assert page.gallery.empty.isHidden()


def test_the_border_of_the_runs_shows_that_the_keys_are_theirs(page: LibraryWorkspace, tmp_path: Path) -> None:
    page.show_runs(told(two_runs(tmp_path)))
    page.runs.view.setFocus()
    assert page.runs.property("role") == "panel-lit"
    page.open.setFocus()
    assert page.runs.property("role") == "panel"


def test_a_drill_that_is_no_longer_on_the_shelf_cannot_be_chosen(page: LibraryWorkspace, tmp_path: Path) -> None:
    page.show_volumes(plain(tmp_path, "a", "b"))
    page.choose(tmp_path / "b.drill")
    assert page.choice == tmp_path / "b.drill"
    for gone in (tmp_path / "gone.drill", None):
        page.choose(gone)
        assert page.choice == tmp_path / "b.drill"


def test_larger_words_make_a_card_higher_by_no_more_than_they_grow(qapp: object, look: Look, tmp_path: Path) -> None:
    lights_file(tmp_path)
    shown = VolumeCard(shelved(tmp_path, look)[0], Thumbnails(look), look)
    usual = shown.sizeHint().height() - CARD_MAP_PX
    look.set_text_size(200)
    grown = shown.sizeHint().height() - CARD_MAP_PX
    assert usual > TITLE_PX + 3 * LINE_PX + FOOT_PX
    assert grown - usual == TITLE_PX + 3 * LINE_PX + FOOT_PX


def test_a_run_of_the_chosen_drill_is_set_up_or_rehearsed(
    qtbot: QtBot, page: LibraryWorkspace, look: Look, tmp_path: Path
) -> None:
    path = lights_file(tmp_path)
    page.show_volumes(shelved(tmp_path, look))
    for button, wish in ((page.detail.setup, page.setup_wished), (page.detail.rehearse, page.rehearsal_wished)):
        with qtbot.waitSignal(wish) as wished:
            button.click()
        assert wished.args == [path]


def test_a_drill_without_a_script_is_neither_set_up_nor_rehearsed(page: LibraryWorkspace, tmp_path: Path) -> None:
    page.show_volumes(plain(tmp_path, "bare"))
    assert page.detail.setup.isHidden()
    assert page.detail.rehearse.isHidden()
