"""Where the participants' display is, and what the console is told of it."""

from pathlib import Path

import pytest

from blackstart.shell.display.projector import Projector
from blackstart.shell.support.settings import settings_in
from blackstart.shell.widgets.projector_sheet import IN_A_WINDOW, ProjectorSheet, ProjectorState
from tests.shell.display.fake_screens import BEAMER, LAPTOP, FakeScreens


class Hall:
    """A projector with two screens and somebody who notes down what it says."""

    def __init__(self, folder: Path) -> None:
        self.screens = FakeScreens()
        self.projector = Projector(self.screens, settings_in(folder / "settings.ini"), lambda: LAPTOP.key)
        self.covered: list[str] = []
        self.told: list[str] = []
        self.hidden = 0
        self.frozen: list[bool] = []
        self.blanked: list[bool] = []
        self.sheets: list[ProjectorSheet] = []
        self.projector.covered.connect(self.covered.append)
        self.projector.told.connect(self.told.append)
        self.projector.hidden.connect(self._hide)
        self.projector.froze.connect(self.frozen.append)
        self.projector.blanked.connect(self.blanked.append)
        self.projector.stood.connect(self.sheets.append)

    @property
    def state(self) -> ProjectorState:
        return self.sheets[-1].state

    def _hide(self) -> None:
        self.hidden += 1


@pytest.fixture
def hall(qapp: object, tmp_path: Path) -> Hall:
    return Hall(tmp_path)


def test_it_goes_onto_the_screen_that_the_console_is_not_on(hall: Hall) -> None:
    hall.projector.switch()
    assert (hall.covered, hall.state) == ([BEAMER.key], ProjectorState.SHOWN)
    assert hall.sheets[-1].screens == (LAPTOP, BEAMER)
    assert hall.sheets[-1].place == BEAMER.key


def test_with_one_screen_it_stands_in_a_window(hall: Hall) -> None:
    hall.screens.plug(LAPTOP)
    hall.projector.switch()
    assert hall.covered == [IN_A_WINDOW]


@pytest.mark.parametrize("place", [LAPTOP.key, IN_A_WINDOW])
def test_the_place_that_was_chosen_is_kept_for_the_next_time(hall: Hall, tmp_path: Path, place: str) -> None:
    hall.projector.show_at(place)
    hall.projector.switch()
    hall.projector.switch()
    assert hall.covered == [place, place]
    later = Hall(tmp_path)
    later.projector.switch()
    assert later.covered == [place]


def test_a_kept_screen_that_is_not_there_is_not_waited_for(hall: Hall, tmp_path: Path) -> None:
    hall.projector.show_at(BEAMER.key)
    later = Hall(tmp_path)
    later.screens.plug(LAPTOP)
    later.projector.switch()
    assert (later.covered, later.state) == ([IN_A_WINDOW], ProjectorState.SHOWN)


def test_when_its_screen_is_unplugged_it_is_hidden_and_comes_back_with_it(hall: Hall) -> None:
    hall.projector.switch()
    hall.screens.plug(LAPTOP)
    assert (hall.hidden, hall.state, hall.projector.is_seen) == (1, ProjectorState.AWAY, False)
    assert hall.told == ["The projector's screen is gone: the display waits for it."]
    hall.screens.plug(LAPTOP, BEAMER)
    assert (hall.covered, hall.state) == ([BEAMER.key, BEAMER.key], ProjectorState.SHOWN)
    assert hall.told[1:] == ["The projector's screen is back, and the display with it."]


def test_another_screen_that_comes_or_goes_changes_nothing_but_the_choice(hall: Hall) -> None:
    hall.projector.switch()
    hall.screens.plug(BEAMER)
    assert (hall.hidden, hall.told, hall.state) == (0, [], ProjectorState.SHOWN)
    assert hall.sheets[-1].screens == (BEAMER,)


def test_a_display_whose_screen_is_gone_can_be_put_elsewhere_and_stays_there(hall: Hall) -> None:
    hall.projector.switch()
    hall.screens.plug(LAPTOP)
    hall.projector.show_at(IN_A_WINDOW)
    assert hall.state is ProjectorState.SHOWN
    hall.screens.plug(LAPTOP, BEAMER)
    assert hall.covered == [BEAMER.key, IN_A_WINDOW]


def test_what_is_frozen_or_blank_stays_so_while_its_screen_is_away(hall: Hall) -> None:
    hall.projector.switch()
    hall.projector.switch_blank()
    hall.screens.plug(LAPTOP)
    hall.screens.plug(LAPTOP, BEAMER)
    assert (hall.blanked, hall.state) == ([True], ProjectorState.BLANK)


def test_freezing_and_blanking_go_to_and_fro_and_blank_is_what_is_seen(hall: Hall) -> None:
    hall.projector.switch()
    deeds = (hall.projector.switch_frozen, hall.projector.switch_blank) * 2
    states = []
    for deed in deeds:
        deed()
        states.append(hall.state)
    frozen, blank, shown = ProjectorState.FROZEN, ProjectorState.BLANK, ProjectorState.SHOWN
    assert states == [frozen, blank, blank, shown]
    assert (hall.frozen, hall.blanked) == ([True, False], [True, False])


def test_a_display_that_is_off_can_neither_stand_nor_be_blank(hall: Hall) -> None:
    hall.projector.switch_frozen()
    hall.projector.switch_blank()
    assert hall.told == ["The participants' display is off."] * 2
    assert (hall.frozen, hall.blanked) == ([], [])


def test_the_next_display_is_neither_frozen_nor_blank(hall: Hall) -> None:
    hall.projector.switch()
    hall.projector.switch_frozen()
    hall.projector.switch_blank()
    hall.projector.switch()
    assert (hall.frozen, hall.blanked, hall.state) == ([True, False], [True, False], ProjectorState.OFF)
    hall.projector.switch()
    assert hall.state is ProjectorState.SHOWN


def test_full_screen_goes_between_the_other_screen_and_a_window(hall: Hall) -> None:
    hall.projector.show_at(IN_A_WINDOW)
    hall.projector.switch_full()
    hall.projector.switch_full()
    assert hall.covered == [IN_A_WINDOW, BEAMER.key, IN_A_WINDOW]


def test_with_one_screen_full_screen_is_that_one(hall: Hall) -> None:
    hall.screens.plug(LAPTOP)
    hall.projector.switch_full()
    assert hall.covered == [LAPTOP.key]
