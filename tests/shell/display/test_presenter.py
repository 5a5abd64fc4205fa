"""What the display is told to show."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from blackstart.core.base.ids import ComponentId, DecisionId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import plain
from blackstart.core.engine.trace import Shown
from blackstart.core.play.commands import Decide, End, Entry
from blackstart.core.play.visible import Question, Sight, Visible
from blackstart.shell.display.presenter import DisplayPresenter, Seen
from blackstart.shell.display.sheets import NOT_SEEN, Sign
from blackstart.shell.display.wording import foot_sheet, tally
from blackstart.shell.support.look import Look
from tests.shell.display.secrets import played
from tests.shell.display.stand import ground_of, seen

CANDLES, LIGHT = DecisionId("candles"), OptionId("light")


class Audience:
    """Keeps what the presenter said last and counts how often it did."""

    def __init__(self, look: Look, display: str = "all") -> None:
        self.director = played(display, -1)
        self.presenter = DisplayPresenter(look)
        self.heard: dict[str, Any] = {}
        self.counts: dict[str, int] = {}
        for name in ("head_shown", "tally_shown", "names_shown", "foot_shown", "map_shown", "tempo_shown"):
            getattr(self.presenter, name).connect(self._keeper(name))
        self.presenter.open(ground_of(self.director))
        self.show()

    def show(self, *, is_running: bool = True) -> None:
        self.presenter.take(seen(self.director, is_running=is_running))

    def play(self, until: int) -> None:
        self.director.advance(Seconds(until))
        self.show()

    def _keeper(self, name: str) -> Any:
        def keep(*values: object) -> None:
            self.heard[name] = values[0] if len(values) == 1 else values
            self.counts[name] = self.counts.get(name, 0) + 1

        return keep

    def __getattr__(self, name: str) -> Any:
        return self.heard[f"{name}_shown"]


@pytest.fixture
def audience(look: Look) -> Iterator[Audience]:
    made = Audience(look)
    yield made
    made.presenter.close()


def test_before_the_first_second_the_brief_stands_and_the_clock_has_not_begun(audience: Audience) -> None:
    audience.show(is_running=False)
    assert (audience.head.now, audience.head.line, audience.head.title) == (0, "Not begun", "A house")
    assert audience.foot.message.text == "Nobody is rated."
    assert audience.foot.question is None


def test_what_came_in_last_and_what_is_asked_stand_at_the_foot(audience: Audience) -> None:
    audience.play(15)
    foot = audience.foot
    assert (foot.message.sender, foot.message.text, foot.message.at) == ("Neighbour", "A bang.", 5)
    assert foot.question.text == "Candles?"
    assert foot.question.options == (("A", "Light them"), ("B", "Sit in the dark"))
    assert (foot.question.left_s, foot.question.share_left) == (50, pytest.approx(50 / 60))


def test_the_clock_row_tells_the_day_and_the_users_cut_off(audience: Audience) -> None:
    audience.play(15)
    head = audience.head
    assert (head.now, head.line, head.users, head.users_word) == (15, "15:19 on the day", "3", "users cut off")


@pytest.mark.parametrize("display", ["visible", "believed"])
def test_users_cut_off_are_left_out_where_the_sum_would_tell_what_is_hidden(
    qapp: object, look: Look, display: str
) -> None:
    audience = Audience(look, display)
    audience.play(15)
    assert audience.head.users == ""


def test_a_clock_that_is_held_says_so_and_nothing_moves(audience: Audience) -> None:
    audience.play(15)
    assert audience.tempo == (True, 1)
    audience.show(is_running=False)
    assert (audience.head.line, audience.tempo) == ("Paused", (False, 1))


def test_a_countdown_stands_while_the_clock_does(audience: Audience) -> None:
    audience.play(15)
    before = audience.counts["foot_shown"]
    for _ in range(5):
        audience.show(is_running=False)
    assert audience.counts["foot_shown"] == before


def test_after_the_end_nothing_is_asked_any_more(audience: Audience) -> None:
    audience.play(15)
    audience.director.apply(Entry(2, Seconds(15), End()))
    audience.show(is_running=False)
    assert (audience.head.line, audience.foot.question) == ("Ended", None)
    assert audience.foot.message.text == "The exercise has ended."


def test_a_decision_that_was_taken_is_no_longer_asked(audience: Audience) -> None:
    audience.play(15)
    audience.director.apply(Entry(2, Seconds(15), Decide(CANDLES, LIGHT, "lead", "", "high")))
    audience.show()
    assert audience.foot.question is None


def test_states_are_counted_and_what_is_on_reserve_by_itself(audience: Audience) -> None:
    audience.play(6)
    counts = {line.sign: line.count for line in audience.tally}
    assert counts[Sign(Shown.DOWN)] == 2
    assert counts[Sign(Shown.OPERATIONAL, is_on_reserve=True)] == 1
    assert counts[Sign(Shown.OPERATIONAL)] == 1
    assert Sign(Shown.MAINTENANCE) not in counts


def test_what_is_no_longer_seen_is_counted_apart_and_tells_its_age(qapp: object, look: Look) -> None:
    audience = Audience(look, "visible")
    audience.play(7)
    audience.play(200)
    counts = {line.sign: line.count for line in audience.tally}
    assert (counts[NOT_SEEN], counts[Sign(Shown.DOWN)]) == (1, 3)
    face = audience.map.faces[ComponentId("power")]
    assert (face.is_stale, face.brief, face.sub) == (True, "3 min", "seen 3 min ago")


def test_what_changed_last_stands_first_by_name(audience: Audience) -> None:
    for second in (6, 10, 30):
        audience.play(second)
    assert [line.name for line in audience.names.lines] == ["Lock", "Eye", "Power", "Lamp"]


def test_a_frozen_display_stands_and_goes_on_with_what_is_there_then(audience: Audience) -> None:
    audience.play(3)
    audience.presenter.freeze(is_frozen=True)
    before = dict(audience.counts)
    audience.play(15)
    assert audience.counts == before
    assert audience.tempo == (False, 1)
    audience.presenter.freeze(is_frozen=False)
    assert (audience.head.now, audience.foot.message.text) == (15, "A bang.")


def test_another_language_is_spoken_at_once_but_not_on_a_frozen_display(audience: Audience, look: Look) -> None:
    audience.play(15)
    look.set_language("ko")
    assert (audience.head.title, audience.foot.message.text) == ("집", "소리")
    audience.presenter.freeze(is_frozen=True)
    look.set_language("en")
    assert audience.head.title == "집"


def asked(name: str, opened: int, due: int | None) -> Question:
    return Question(DecisionId(name), plain(name), None, (), Seconds(opened), Seconds(due) if due else None, False)


def test_the_question_whose_time_runs_out_first_is_asked_and_others_stand_in_a_line(qapp: object, look: Look) -> None:
    audience = Audience(look)
    audience.play(1)
    known = ground_of(audience.director).backdrop
    base = seen(audience.director).visible
    many = (asked("slow", 0, None), asked("later", 0, 400), asked("soon", 1, 100), asked("last", 1, None))
    foot = foot_sheet(known, replace(base, at=Seconds(40), questions=many), look.words)
    assert foot.question is not None
    assert foot.question.text == "soon"
    assert foot.others == ("later (06:00 left)", "slow, and 1 more open")


def test_an_overdue_question_stays_and_has_no_time_left(qapp: object, look: Look) -> None:
    audience = Audience(look)
    audience.play(1)
    base = seen(audience.director).visible
    late = replace(base, at=Seconds(90), questions=(asked("late", 0, 60),))
    foot = foot_sheet(ground_of(audience.director).backdrop, late, look.words)
    assert foot.question is not None
    assert (foot.question.left_s, foot.question.share_left) == (0, 0.0)


def test_an_empty_map_is_counted_as_nothing(qapp: object, look: Look) -> None:
    assert all(line.count == 0 for line in tally((), look.words))


def test_the_ring_of_a_reserve_empties_in_steps_that_can_be_seen(qapp: object, look: Look) -> None:
    audience = Audience(look)
    audience.play(6)
    full = audience.map.faces[ComponentId("lock")].share_left
    audience.play(20)
    left = audience.map.faces[ComponentId("lock")].share_left
    assert full > left > 0


def test_nothing_is_shown_before_there_is_a_map(qapp: object, look: Look) -> None:
    presenter = DisplayPresenter(look)
    heard: list[object] = []
    presenter.head_shown.connect(heard.append)
    sights = (Sight(ComponentId("a"), Shown.DOWN),)
    presenter.take(Seen(Visible(Seconds(1), sights, (), (), None, False), Seconds(1), True, 1))
    assert heard == []
