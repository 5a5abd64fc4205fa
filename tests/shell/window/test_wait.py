import pytest

from blackstart.shell.actions.offer import Offer
from blackstart.shell.document.stages import Stage, progress
from blackstart.shell.window.wait import Wait

pytestmark = pytest.mark.usefixtures("qapp")


class Heard:
    """A wait, and all that it tells."""

    def __init__(self) -> None:
        self.wait = Wait(self._call_off)
        self.offers: list[Offer] = []
        self.reworded: list[tuple[str, Offer]] = []
        self.ended: list[str] = []
        self.is_called_off = False
        self.wait.grew_long.connect(self.offers.append)
        self.wait.reworded.connect(lambda before, offer: self.reworded.append((before, offer)))
        self.wait.ended.connect(self.ended.append)

    def _call_off(self) -> None:
        self.is_called_off = True


@pytest.fixture
def heard() -> Heard:
    return Heard()


def test_a_long_wait_says_how_far_it_is_in_the_place_of_what_it_said_before(heard: Heard) -> None:
    wait = heard.wait
    wait.begin("a.drill")
    wait.go_on(progress(Stage.READ))
    assert not heard.offers
    wait.tell()
    for stage in list(Stage)[1:]:
        wait.go_on(progress(stage))
    said = [
        "Opening a.drill: 1 of 5, reading the file…",
        "Opening a.drill: 2 of 5, checking what it says…",
        "Opening a.drill: 3 of 5, arranging the cards…",
        "Opening a.drill: 4 of 5, drawing the lines…",
        "Opening a.drill: 5 of 5, making it ready…",
    ]
    assert [offer.sentence for offer in heard.offers] == said[:1]
    assert [(before, offer.sentence) for before, offer in heard.reworded] == list(zip(said, said[1:], strict=False))
    shares = [offer.share for offer in (*heard.offers, *(offer for _, offer in heard.reworded))]
    assert shares == [progress(stage).share for stage in Stage]
    assert [progress(stage).share for stage in Stage] == sorted(progress(stage).share for stage in Stage)


def test_a_wait_that_is_over_is_taken_back_and_says_nothing_more(heard: Heard) -> None:
    heard.wait.begin("a.drill")
    heard.wait.tell()
    heard.wait.end()
    heard.wait.go_on(progress(Stage.LINES))
    assert heard.ended == ["Opening a.drill…"]
    assert not heard.reworded


def test_what_was_never_said_is_not_taken_back(heard: Heard) -> None:
    heard.wait.begin("a.drill")
    heard.wait.end()
    assert not heard.ended


def test_another_wait_takes_the_place_of_the_one_before(heard: Heard) -> None:
    heard.wait.begin("a.drill")
    heard.wait.tell()
    heard.wait.begin("b.drill")
    assert heard.ended == ["Opening a.drill…"]


def test_a_wait_can_be_called_off(heard: Heard) -> None:
    heard.wait.begin("a.drill")
    heard.wait.tell()
    heard.offers[0].deed()
    assert heard.is_called_off
