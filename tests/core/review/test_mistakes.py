"""How long each mistake went on, second by second on a small map."""

from blackstart.core.base.ids import ComponentId
from blackstart.core.exercise.model import State
from blackstart.core.play.commands import Command
from blackstart.core.review.known import Known
from blackstart.core.review.mistakes import Ending, Mistake, mistakes
from tests.core.review.knowing import LASTS, believe, knowing, watched_drill

UP, DOWN = State.OPERATIONAL, State.DOWN


def made(*commands: tuple[int, Command], display: str = "all") -> tuple[Mistake, ...]:
    return mistakes(Known(knowing(*commands, display=display)))


def ends(found: tuple[Mistake, ...]) -> list[tuple[str, int, int, Ending]]:
    return [(each.component, each.start, each.lasted_s, each.ending) for each in found]


def test_a_mistake_lasts_from_where_truth_left_the_belief_until_the_team_says_so() -> None:
    found = made((2, believe("login", "operational")), (12, believe("login", "down")), (26, believe("login", None)))
    assert ends(found) == [("login", 5, 7, Ending.SAID), ("login", 20, 6, Ending.SAID)]
    assert (found[0].believed, found[0].visible, found[0].true, found[0].shown_s) == (UP, DOWN, DOWN, 5)


def test_what_comes_true_by_itself_was_not_caught_up_with() -> None:
    assert ends(made((2, believe("login", "operational")))) == [
        ("login", 5, 15, Ending.TRUE),
        ("login", 40, LASTS - 1 - 40, Ending.OPEN),
    ]


def test_another_wrong_word_does_not_end_a_mistake() -> None:
    found = made((2, believe("login", "operational")), (7, believe("login", "isolated")), (9, believe("login", "down")))
    assert ends(found)[0] == ("login", 5, 4, Ending.SAID)


def test_what_monitoring_shows_again_ends_what_nobody_had_spoken_of() -> None:
    found = made(display="visible")
    assert ends(found) == [("login", 20, 10, Ending.SEEN), ("login", 40, LASTS - 1 - 40, Ending.OPEN)]
    assert [(each.believed, each.visible, each.shown_s) for each in found] == [(None, DOWN, None), (None, UP, None)]


def test_the_display_can_have_shown_it_before_the_team_said_so() -> None:
    # Said to be down at 22; in truth it was up from 20; its eye sees from 30 on; it falls at 40.
    found = made((22, believe("login", "down")), display="visible")
    assert [(each.start, each.shown_s, each.ending) for each in found] == [(20, 30, Ending.TRUE)]


def test_what_was_said_is_not_ended_by_monitoring_but_by_coming_true() -> None:
    story = knowing((22, believe("login", "down")), display="visible", drill_=watched_drill(falls_as_seen=True))
    assert ends(mistakes(Known(story)))[0] == ("login", 20, 10, Ending.TRUE)


def test_they_stand_in_the_order_in_which_they_began() -> None:
    found = made((0, believe("open", "down")), (0, believe("login", "down")))
    assert [each.component for each in found[:2]] == [ComponentId("login"), ComponentId("open")]
