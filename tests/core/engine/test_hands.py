"""Jobs, requirements and crews: who works on what, and what waits."""

import pytest

from blackstart.core.base.ids import ComponentId, CrewId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import CallOff, CallOffJob, Effect, Job, Withdraw
from blackstart.core.engine.trace import ClockCause, JobStanding, Shown
from blackstart.core.topology.model import Purpose
from tests.core.engine.makers import component, fail, need, repair, restore, target, topology
from tests.core.engine.playing import Playing
from tests.core.engine.sketch import sketch

PLATFORM = CrewId("platform")
TWO_BROKEN = topology(
    component("a", repair=10, crew="platform"), component("b", repair=10, crew="platform"), crews=[("platform", 1)]
)
CONSOLE = topology(component("console"), component("shop"), crews=[("platform", 1)])


def job(after: int, *do: Effect, requires: str | None = None, crew: str | None = None, name: str | None = None) -> Job:
    return Job(
        Seconds(after),
        do,
        requires=() if requires is None else (ComponentId(requires),),
        crew=None if crew is None else CrewId(crew),
        name=name,
    )


def queued(playing: Playing) -> list[tuple[str, int | None, tuple[str, ...]]]:
    return [(each.label, each.done_at, each.waits_for) for each in playing.simulation.jobs()]


def test_a_job_is_done_so_long_after_it_was_asked_for() -> None:
    playing = Playing(sketch("shop"))
    playing.do(5, job(10, fail("shop")))
    playing.to(14)
    assert playing.level("shop") == 1000
    playing.to(15)
    assert playing.level("shop") == 0
    assert playing.standing("shop").cause == ClockCause("job")


def test_a_job_waits_for_what_it_requires_and_then_takes_its_whole_time() -> None:
    playing = Playing(CONSOLE)
    playing.do(0, fail("console"), job(10, fail("shop"), requires="console", name="move"))
    playing.to(5)
    assert queued(playing) == [("move", None, ("console",))]
    playing.do(20, restore("console"))
    playing.to(29)
    assert playing.level("shop") == 1000
    playing.to(30)
    assert playing.level("shop") == 0


def test_a_job_that_loses_what_it_requires_starts_over() -> None:
    playing = Playing(CONSOLE)
    playing.do(0, job(10, fail("shop"), requires="console"))
    playing.do(9, fail("console"))
    playing.do(10)
    playing.do(12, restore("console"))
    playing.to(21)
    assert playing.level("shop") == 1000
    playing.to(22)
    assert playing.level("shop") == 0


def test_a_requirement_is_looked_at_only_when_an_instant_closes() -> None:
    playing = Playing(CONSOLE)
    playing.do(0, job(10, fail("shop"), requires="console"))
    playing.do(5, fail("console"))
    playing.do(5, restore("console"))
    playing.to(10)
    assert playing.level("shop") == 0


def test_a_crew_takes_first_what_was_asked_for_first() -> None:
    playing = Playing(TWO_BROKEN)
    playing.do(0, fail("a", "b"), repair("b", "a"))
    playing.to(5)
    assert queued(playing) == [("repair:b", 10, ()), ("repair:a", None, ("crew:platform",))]
    assert (playing.shown("b"), playing.shown("a")) == (Shown.RECOVERING, Shown.DOWN)
    playing.to(20)
    assert [(change.component, change.t) for change in playing.changes if change.level == 1000] == [
        ("b", 10),
        ("a", 20),
    ]


def test_a_repair_called_off_and_asked_for_again_loses_its_turn() -> None:
    playing = Playing(TWO_BROKEN)
    playing.do(0, fail("a", "b"), repair("b", "a"))
    playing.do(5, CallOff(target("b")), repair("b"))
    playing.to(6)
    assert queued(playing) == [("repair:a", 15, ()), ("repair:b", None, ("crew:platform",))]


def test_nothing_in_hand_is_dropped_for_an_older_turn() -> None:
    map_ = topology(component("a"), component("b"), component("shop"), crews=[("platform", 1)])
    playing = Playing(map_)
    older = job(10, fail("shop"), requires="a", crew="platform", name="older")
    playing.do(0, fail("a"), older, job(10, fail("b"), crew="platform", name="younger"))
    playing.do(2, restore("a"))
    playing.to(3)
    assert queued(playing) == [("older", None, ("crew:platform",)), ("younger", 10, ())]


def test_a_blocked_job_holds_no_place() -> None:
    playing = Playing(CONSOLE)
    blocked = job(10, requires="console", crew="platform", name="blocked")
    playing.do(0, fail("console"), blocked, job(5, crew="platform", name="ready"))
    playing.to(0)
    assert queued(playing) == [("blocked", None, ("console",)), ("ready", 5, ())]


def test_a_crewed_repair_of_no_time_takes_a_second() -> None:
    playing = Playing(topology(component("a", repair=0, crew="platform"), crews=[("platform", 1)]))
    playing.do(0, fail("a"), repair("a"))
    playing.to(0)
    assert playing.level("a") == 0
    playing.to(1)
    assert playing.level("a") == 1000


def test_a_repair_without_hands_of_no_time_is_done_at_once() -> None:
    playing = Playing(sketch("a"))
    playing.do(0, fail("a"), repair("a"))
    assert playing.level("a") == 1000


@pytest.mark.parametrize("crew", [None, "platform"])
def test_a_repair_that_loses_a_respond_need_starts_over(crew: str | None) -> None:
    door = need("badges", purpose=Purpose.RESPOND)
    map_ = topology(component("badges"), component("a", door, repair=10, crew=crew), crews=[("platform", 1)])
    playing = Playing(map_)
    playing.do(0, fail("a"), repair("a"))
    playing.do(9, fail("badges"))
    assert playing.standing("a").waits_for == ("badges",)
    playing.do(20, restore("badges"))
    playing.to(29)
    assert playing.level("a") == 0
    playing.to(30)
    assert playing.level("a") == 1000


def test_a_respond_need_lost_for_a_moment_costs_the_repair_its_time_but_not_its_turn() -> None:
    door = need("badges", purpose=Purpose.RESPOND)
    map_ = topology(
        component("badges"),
        component("a", door, repair=10, crew="platform"),
        component("b", repair=10, crew="platform"),
        crews=[("platform", 1)],
    )
    playing = Playing(map_)
    playing.do(0, fail("a", "b"), repair("a", "b"))
    playing.do(6, fail("badges"))
    playing.do(6, restore("badges"))
    playing.to(6)
    assert queued(playing) == [("repair:a", 16, ()), ("repair:b", None, ("crew:platform",))]


def test_a_respond_need_does_not_keep_a_component_from_running() -> None:
    map_ = topology(component("badges"), component("a", need("badges", purpose=Purpose.RESPOND)))
    playing = Playing(map_)
    playing.do(0, fail("badges"))
    assert playing.level("a") == 1000


def test_calling_off_by_name_ends_every_job_of_that_name() -> None:
    playing = Playing(sketch("shop"))
    playing.do(0, job(10, fail("shop"), name="move"), job(20, fail("shop"), name="move"))
    playing.do(5, CallOffJob("move"))
    playing.to(100)
    assert playing.level("shop") == 1000


def test_a_job_called_off_by_one_done_in_the_same_second_is_not_done() -> None:
    playing = Playing(sketch("shop"))
    playing.do(0, job(10, CallOffJob("second")), job(10, fail("shop"), name="second"))
    playing.to(100)
    assert playing.level("shop") == 1000


def test_withdrawing_takes_back_what_a_source_asked_for_and_has_not_happened() -> None:
    map_ = topology(component("a", repair=10), component("b", repair=10), component("shop"))
    playing = Playing(map_)
    playing.do(0, fail("a", "b"), source="script")
    playing.do(0, repair("a"), job(10, fail("shop")), source="command:1")
    playing.do(0, repair("a", "b"), source="command:2")
    playing.do(5, Withdraw("command:1"))
    playing.to(100)
    assert playing.levels("a", "b", "shop") == [0, 1000, 1000]


def test_what_a_job_asks_for_belongs_to_who_asked_for_the_job() -> None:
    playing = Playing(sketch("a", component={"a": {"repair": Seconds(10)}}))
    playing.do(0, fail("a"))
    playing.do(0, job(5, repair("a")), source="command:1")
    playing.do(6, Withdraw("command:1"))
    playing.to(100)
    assert playing.level("a") == 0


def test_a_job_asked_for_just_now_tells_whether_hands_are_missing() -> None:
    playing = Playing(CONSOLE)
    playing.do(0, job(5, crew="platform", name="first"), job(5, crew="platform", name="second"))
    assert queued(playing) == [("first", None, ()), ("second", None, ("crew:platform",))]


def test_jobs_are_told_with_source_turn_and_crew() -> None:
    playing = Playing(CONSOLE)
    playing.do(3, job(5, crew="platform"), source="command:7")
    playing.to(3)
    assert playing.simulation.jobs() == (JobStanding("", "command:7", 1, PLATFORM, Seconds(8), ()),)


def test_a_copy_gives_its_own_hands() -> None:
    playing = Playing(CONSOLE)
    playing.do(0, job(5, fail("shop"), crew="platform"))
    ahead = playing.simulation.copy()
    assert ahead.due() == 5
    playing.do(0, CallOffJob("nothing"))
    assert queued(playing) == [("", None, ())]
