"""The gap between what the team believes and how things stand, and what it cannot see."""

from collections.abc import Iterator

import pytest

from blackstart.core.base.ids import ComponentId
from blackstart.core.exercise.files import LoadedDrill, read_drill
from blackstart.core.play.commands import Begin, Believe, Command, Correct, Say
from blackstart.shell.canvas.facts import Facts
from blackstart.shell.run.beliefs.gap import BeliefLine, Gap
from blackstart.shell.run.beliefs.presenter import BeliefsPresenter
from blackstart.shell.support.look import Look
from tests.shell.drills import LIGHTS, SOURCE
from tests.shell.run.table import Table, grounded

POWER, LAMP, LOCK = (ComponentId(name) for name in ("power", "lamp", "lock"))


def believes(component: ComponentId, state: str | None, why: str = "") -> Believe:
    return Believe(component, state, "Mina", why)


def watched() -> LoadedDrill:
    """Lights, where the lamp can be seen only while there is power."""
    return read_drill(
        LIGHTS.replace("name: Lamp, kind: device,", "name: Lamp, kind: device, seen_by: [power],"), SOURCE
    )


class Heard:
    """A presenter at a table, and the gaps it told."""

    def __init__(self, look: Look, display: str = "all", loaded: LoadedDrill | None = None, mode: str = "") -> None:
        self.table = Table(look)
        if loaded is not None:
            self.table.loaded, self.table.groundwork = loaded, grounded(loaded)
        self.presenter = BeliefsPresenter(self.table.presenter, look)
        self.gaps: list[Gap] = []
        self.facts: list[Facts | None] = []
        self.presenter.gap_shown.connect(self.gaps.append)
        self.table.presenter.map.facts_shown.connect(self.facts.append)
        self.table.presenter.open(self.table.loaded, self.table.groundwork)
        self.table.presenter.begin_as(Begin(display=display, mode=mode or "facilitated"))
        self.table.at(7)

    def line(self, component: ComponentId) -> BeliefLine:
        return self.presenter.lines((component,))[0]

    def does(self, command: Command) -> "Heard":
        assert self.table.presenter.submit(command)
        return self


@pytest.fixture
def heard(look: Look) -> Iterator[Heard]:
    made = Heard(look)
    yield made
    made.table.presenter.leave()


def test_only_what_was_said_can_be_wrong_where_the_display_tells_the_truth(heard: Heard) -> None:
    assert heard.presenter.gap == Gap()
    heard.does(believes(LAMP, "operational"))
    assert heard.gaps[-1].wrong == {LAMP}
    heard.does(believes(LAMP, "down"))
    assert heard.gaps[-1].wrong == frozenset()
    heard.does(believes(POWER, "recovering")).does(believes(POWER, None))
    assert heard.gaps[-1].wrong == frozenset()


@pytest.mark.parametrize(("state", "is_wrong"), [("operational", False), ("on reserve", False), ("down", True)])
def test_what_runs_on_a_reserve_is_operational_too(heard: Heard, state: str, is_wrong: bool) -> None:
    heard.does(believes(LOCK, state))
    assert heard.line(LOCK).is_wrong is is_wrong


def test_the_world_can_make_a_belief_wrong_without_a_word(heard: Heard) -> None:
    heard.does(believes(LOCK, "operational"))
    assert heard.presenter.gap.wrong == frozenset()
    heard.table.at(26)
    assert heard.gaps[-1].wrong == {LOCK}


def test_where_the_display_shows_beliefs_what_nobody_spoke_of_is_believed_to_run(look: Look) -> None:
    heard = Heard(look, "believed")
    assert heard.presenter.gap.wrong == {POWER, LAMP}
    heard.does(believes(POWER, "down"))
    assert heard.presenter.gap.wrong == {LAMP}
    heard.table.presenter.leave()


def test_where_the_display_shows_what_is_monitored_the_unseen_are_told_with_their_age(look: Look) -> None:
    heard = Heard(look, "visible", watched())
    assert heard.presenter.gap == Gap(frozenset(), frozenset({LAMP}))
    assert heard.line(LAMP).seen_s == 4
    heard.table.presenter.leave()
    full = Heard(look, "all", watched())
    assert full.presenter.gap == Gap()
    full.table.presenter.leave()


def test_no_gap_is_shown_to_who_learns_alone(look: Look) -> None:
    heard = Heard(look, "believed", mode="self_study")
    heard.does(believes(POWER, "operational"))
    assert heard.presenter.gap == Gap()
    heard.table.presenter.leave()


def test_a_line_says_who_thinks_so_why_and_since_when(heard: Heard) -> None:
    heard.does(believes(LAMP, "down")).does(Say("We know", "lead"))
    heard.table.at(9)
    heard.does(believes(LAMP, "operational", "we see light"))
    line = heard.line(LAMP)
    assert (line.by, line.why, line.at, line.believed, line.shown) == ("Mina", "we see light", 9, "operational", "down")


def test_a_role_is_called_by_its_name(heard: Heard) -> None:
    heard.does(Believe(LAMP, "down", "lead"))
    assert heard.line(LAMP).by == "Lead"


def test_a_line_says_what_was_corrected_later(heard: Heard) -> None:
    heard.does(believes(LAMP, "operational", "we see light"))
    seq = len(heard.table.run.entries)
    heard.does(Correct(seq, (("why", "Joon saw it"), ("by", "Joon"))))
    assert (heard.line(LAMP).by, heard.line(LAMP).why) == ("Joon", "Joon saw it")


def test_the_facts_of_the_chosen_card_tell_what_is_believed_of_it(heard: Heard) -> None:
    heard.table.presenter.map.choose(LAMP)
    heard.does(believes(LAMP, "operational", "we see light"))
    facts = heard.facts[-1]
    assert facts is not None
    assert facts.lines[0] == ("Believed", "operational, T+0:00:07, we see light")


def test_components_are_found_by_name_the_mistaken_first(heard: Heard) -> None:
    assert heard.presenter.found("") == (POWER, LAMP, LOCK)
    heard.does(believes(LOCK, "down"))
    assert heard.presenter.found("") == (LOCK, POWER, LAMP)
    assert heard.presenter.found("LA") == (LAMP,)


def test_what_was_marked_for_one_run_is_not_marked_for_the_next(heard: Heard) -> None:
    heard.does(believes(LAMP, "operational"))
    heard.table.presenter.open(heard.table.loaded, heard.table.groundwork)
    assert heard.gaps[-1] == Gap()
