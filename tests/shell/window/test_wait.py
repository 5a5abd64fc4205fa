import pytest

from blackstart.shell.document.opening import Stage
from blackstart.shell.window.wait import Wait

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_long_wait_says_how_far_it_is_in_the_place_of_what_it_said_before() -> None:
    wait = Wait(lambda: None)
    said: list[str] = []
    reworded: list[tuple[str, str]] = []
    wait.grew_long.connect(lambda offer: said.append(offer.sentence))
    wait.reworded.connect(lambda before, offer: reworded.append((before, offer.sentence)))
    wait.begin("a.drill")
    wait.go_on(Stage.READ)
    assert not said
    wait.tell()
    wait.go_on(Stage.ARRANGE)
    wait.go_on(Stage.LINES)
    one, two, three = (
        "Opening a.drill: 1 of 3, reading and checking…",
        "Opening a.drill: 2 of 3, arranging the cards…",
        "Opening a.drill: 3 of 3, drawing the lines…",
    )
    assert said == [one]
    assert reworded == [(one, two), (two, three)]


def test_a_wait_that_is_over_says_nothing_more() -> None:
    wait = Wait(lambda: None)
    reworded: list[tuple[str, str]] = []
    wait.reworded.connect(lambda before, offer: reworded.append((before, offer.sentence)))
    wait.begin("a.drill")
    wait.tell()
    wait.end()
    wait.go_on(Stage.LINES)
    assert not reworded
