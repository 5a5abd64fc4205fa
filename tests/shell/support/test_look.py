from pathlib import Path

from pytestqt.qtbot import QtBot

from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in
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
