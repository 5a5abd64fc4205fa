from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in
from blackstart.shell.support.system import System, Wishes, language_among
from blackstart.shell.support.theme import DARK, LIGHT


def test_dark_and_english_are_the_first_choice(look: Look) -> None:
    assert (look.theme.name, look.language) == (DARK, "en")


def test_a_choice_is_told_and_kept_for_the_next_start(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    with qtbot.waitSignal(look.changed):
        look.switch_theme()
    with qtbot.waitSignal(look.changed):
        look.set_language("ko")
    again = Look(settings_in(tmp_path / "settings.ini"))
    assert (again.theme.name, again.language) == (LIGHT, "ko")


def test_choosing_what_is_chosen_says_nothing(qtbot: QtBot, look: Look) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.set_theme(DARK)
        look.set_language("en")


def test_a_setting_that_is_no_longer_known_gives_way_to_the_usual(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "settings.ini")
    settings.choose("theme", "sepia")
    assert settings.choice("theme", (DARK, LIGHT), DARK) == DARK


def test_text_size_contrast_and_motion_are_kept_for_the_next_start(look: Look, tmp_path: Path) -> None:
    look.set_text_size(150)
    look.set_contrast(is_high=True)
    look.set_motion(is_reduced=True)
    again = Look(settings_in(tmp_path / "settings.ini"))
    assert (again.text_size, again.is_contrast_high, again.is_motion_reduced) == (150, True, True)


def test_words_and_what_holds_them_grow_with_the_text_size(look: Look) -> None:
    usual = look.font(13).pixelSize()
    look.set_text_size(200)
    assert (look.px(52), look.font(13).pixelSize()) == (104, 2 * usual)


def test_a_text_size_that_is_not_offered_is_not_taken(look: Look) -> None:
    look.set_text_size(1_000)
    assert look.text_size == 100


def test_pages_are_built_anew_for_another_text_size_only(qtbot: QtBot, look: Look) -> None:
    with qtbot.waitSignal(look.relaid):
        look.set_text_size(125)
    with qtbot.assertNotEmitted(look.relaid), qtbot.waitSignal(look.changed):
        look.set_contrast(is_high=True)


class Told(System):
    """A system that asks for what a test says."""

    asks = Wishes()

    def wishes(self) -> Wishes:
        return self.asks


@pytest.fixture
def system(qapp: QApplication) -> Told:
    return Told(qapp)


def test_what_the_system_asks_counts_until_somebody_chooses(system: Told, tmp_path: Path) -> None:
    look = Look(settings_in(tmp_path / "settings.ini"), system)
    system.asks = Wishes(is_contrast_high=True, is_motion_reduced=True)
    system.changed.emit()
    assert (look.is_contrast_high, look.is_motion_reduced) == (True, True)
    look.set_contrast(is_high=False)
    look.set_motion(is_reduced=False)
    assert (look.is_contrast_high, look.is_motion_reduced) == (False, False)


def test_a_wish_to_follow_the_system_is_kept_for_the_next_start(system: Told, tmp_path: Path) -> None:
    look = Look(settings_in(tmp_path / "settings.ini"), system)
    look.set_contrast(is_high=False)
    look.set_contrast(is_high=None)
    system.asks = Wishes(is_contrast_high=True)
    assert Look(settings_in(tmp_path / "settings.ini"), system).is_contrast_high


def test_the_first_start_speaks_the_language_of_the_system_and_later_ones_the_chosen(
    system: Told, tmp_path: Path
) -> None:
    system.asks = Wishes(language="ko")
    look = Look(settings_in(tmp_path / "settings.ini"), system)
    assert look.language == "ko"
    look.set_language("en")
    assert Look(settings_in(tmp_path / "settings.ini"), system).language == "en"


@pytest.mark.parametrize(
    ("wanted", "language"),
    [(["ko-KR", "en"], "ko"), (["ko"], "ko"), (["en-GB"], "en"), (["de-DE", "ko-KR"], "en"), (["C"], "en"), ([], "en")],
)
def test_a_system_that_speaks_no_korean_is_spoken_to_in_english(wanted: list[str], language: str) -> None:
    assert language_among(wanted) == language


def test_qt_is_asked_what_the_system_wishes(qapp: QApplication) -> None:
    wishes = System(qapp).wishes()
    assert wishes.is_contrast_high is False
    assert wishes.is_motion_reduced in (None, False)
