"""Nothing that participants may not know can be reached from their display, by whatever way."""

import pytest

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Shown
from blackstart.core.play.commands import Believe, Entry
from blackstart.shell.canvas.spread import Flow
from blackstart.shell.support.look import Look
from tests.shell.display.secrets import FORBIDDEN, MARK, played, reachable
from tests.shell.display.stand import standing

DISPLAYS = ("all", "visible", "believed")


def assert_nothing_leaks(*roots: object) -> None:
    found = list(reachable(*roots))
    texts = [each for each in found if isinstance(each, str) and MARK in each.lower()]
    assert texts == []
    assert [type(each).__name__ for each in found if isinstance(each, FORBIDDEN)] == []


@pytest.mark.parametrize("display", DISPLAYS)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_secret_is_reached_while_the_drill_is_played(qapp: object, look: Look, display: str, language: str) -> None:
    look.set_language(language)
    with standing(played(display, 0), look) as stand:
        for until in (0, 6, 10, 40, 70):
            stand.play(until)
            assert_nothing_leaks(stand.window, stand.presenter)


@pytest.mark.parametrize("display", DISPLAYS)
def test_what_was_delivered_and_asked_is_reached(qapp: object, look: Look, display: str) -> None:
    """Else the walk would find nothing, wherever it stood."""
    with standing(played(display, 0), look) as stand:
        stand.play(10)
        texts = " ".join(each for each in reachable(stand.window, stand.presenter) if isinstance(each, str))
        for said in ("A bang.", "Neighbour", "Candles?", "Light them", "Lamp", "A house"):
            assert said in texts


def test_a_frozen_or_blank_display_and_one_whose_map_is_gone_hold_no_secret_either(qapp: object, look: Look) -> None:
    with standing(played("all", 0), look) as stand:
        stand.play(4)
        stand.presenter.freeze(is_frozen=True)
        stand.window.show_blank(is_blank=True)
        stand.play(40)
        assert_nothing_leaks(stand.window, stand.presenter)
        stand.presenter.close()
        assert_nothing_leaks(stand.window, stand.presenter)


def test_a_hidden_failure_is_told_by_no_card_no_line_and_no_pulse(qapp: object, look: Look) -> None:
    """Nothing sees power any more when it fails: the lamp is seen to fall, but not by what."""
    flows: list[Flow] = []
    with standing(played("visible", 0, blind_s=3), look) as stand:
        stand.presenter.spread_shown.connect(flows.extend)
        stand.presenter.reserves_shown.connect(flows.extend)
        stand.play(40)
        picture = stand.window.map.picture
        assert picture is not None
        power, lamp = (picture.faces[ComponentId(name)] for name in ("power", "lamp"))
        assert (power.is_stale, power.shown, lamp.shown) == (True, Shown.OPERATIONAL, Shown.DOWN)
        suppliers = {picture.drawing.lines[line].supplier for line in picture.lights}
        assert "power" not in suppliers
        assert not flows


def test_a_failure_that_is_seen_runs_along_its_line(qapp: object, look: Look) -> None:
    flows: list[Flow] = []
    with standing(played("all", 0), look) as stand:
        stand.presenter.spread_shown.connect(flows.extend)
        stand.play(5)
        picture = stand.window.map.picture
        assert picture is not None
        (line,) = {line for flow in flows for line in flow.lines if flow.shown is Shown.DOWN}
        assert (picture.drawing.lines[line].supplier, picture.drawing.lines[line].component) == ("power", "lamp")
        assert picture.lights[line].is_live


def test_a_display_of_beliefs_tells_nothing_of_what_is_true(qapp: object, look: Look) -> None:
    with standing(played("believed", 0), look) as stand:
        stand.play(40)
        picture = stand.window.map.picture
        assert picture is not None
        assert not picture.signs.cards.any()
        assert not picture.lights
        stand.director.apply(Entry(9, Seconds(40), Believe(ComponentId("lamp"), "down", "lead")))
        stand.show()
        after = stand.window.map.picture
        assert after is not None
        assert str(after.faces[ComponentId("lamp")].shown) == "down"
