"""A small drill with everything that measures look at, and stories of it."""

from dataclasses import replace

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Drill, Measure
from blackstart.core.play.commands import Command
from blackstart.core.review.story import Story, story
from tests.core.play.scripts import action, component, decision, drill, fail, inject, journal, repair

LASTS = 600


def measured_drill() -> Drill:
    """Power fails at T+10; `call` is asked at T+20 for a minute, `tell` is an action of 5 s."""
    power = replace(component("power", repair=100), target=Seconds(150), users=0)
    made = drill(
        power,
        component("login", "power", restart=30),
        component("shop"),
        injects=(inject("smoke", fail("power"), at=10),),
        decisions=(decision("call", {"all": [repair("power")], "none": []}, at=20, within=60, otherwise="none"),),
        actions=(action("tell", takes=5), action("declare")),
        lasts=LASTS,
    )
    assert made.exercise is not None
    call = made.exercise.decisions[0]
    options = (replace(call.options[0], counts_as="noticed"), call.options[1])
    acts = tuple(
        replace(each, counts_as=counts)
        for each, counts in zip(made.exercise.actions, ("said", "declared"), strict=True)
    )
    script = replace(made.exercise, decisions=(replace(call, options=options),), actions=acts)
    return replace(made, exercise=script)


def with_measure(drill_: Drill, measure: Measure) -> Drill:
    assert drill_.exercise is not None
    objective = replace(drill_.exercise.objectives[0], measure=measure)
    return replace(drill_, exercise=replace(drill_.exercise, objectives=(objective,)))


def told(*commands: tuple[int, Command], until: int = LASTS, drill_: Drill | None = None) -> Story:
    return story(drill_ or measured_drill(), journal(*commands), Seconds(until))


LOGIN = ComponentId("login")
