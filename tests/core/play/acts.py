"""A busy drill, and commands for it by the hundred."""

from hypothesis import strategies as st

from blackstart.core.base.ids import ActionId, ComponentId, CrewId, DecisionId, InjectId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import ActionIs, AllOf, DecisionTook, Drill, Not
from blackstart.core.play.commands import (
    Act,
    ActUnscripted,
    ApplyEffects,
    Command,
    Decide,
    Deliver,
    Improvise,
    Move,
    Note,
    Open,
    Skip,
    TakeBack,
)
from tests.core.play.scripts import (
    action,
    component,
    decision,
    down,
    drill,
    fail,
    inject,
    job,
    phase,
    repair,
)

LASTS = 60
_INJECTS = ("fire", "call", "press", "by-hand", "still-down", "i2", "i3")
_DECISIONS = {"cut": ("yes", "no"), "tell": ("now", "later")}
_ACTIONS = ("wire", "drive", "again")


def busy_drill() -> Drill:
    """Everything at once: conditions of all kinds, jobs, hands, time-outs, phases, in one minute."""
    return drill(
        component("power", repair=7),
        component("hall", "power", restart=3, repair=4, crew="ops"),
        component("login", "hall", restart=2, repair=5, crew="ops"),
        component("chat", "login", restart=1),
        crews={"ops": 1},
        injects=[
            inject("fire", fail("power"), at=5, opens="cut"),
            inject("call", when=down("login", lasting=4)),
            inject("press", fail("chat"), at=20),
            inject("by-hand", repair("power")),
            inject("still-down", when=AllOf((down("chat", 6), Not(ActionIs(ActionId("wire"), "done")))), not_before=12),
            inject("nobody", fail("hall"), repair("hall"), when=DecisionTook(DecisionId("cut"), "none")),
        ],
        decisions=[
            decision("cut", {"yes": [job(6, repair("power"))], "no": ()}, within=9, otherwise="no"),
            decision("tell", {"now": [fail("login")], "later": [repair("login")]}, when=down("hall", 3), within=8),
        ],
        actions=[
            action("wire", repair("hall"), takes=5, requires=["chat"], by_hand=11),
            action("drive", repair("login"), takes=3, crew="ops"),
            action("again", fail("chat"), once=False),
        ],
        phases=[phase("one", 0, 15), phase("two", 20, LASTS)],
        lasts=LASTS,
    )


def _decides() -> st.SearchStrategy[Command]:
    taken = [(name, option) for name, options in _DECISIONS.items() for option in options]
    return st.sampled_from(taken).map(lambda each: Decide(DecisionId(each[0]), OptionId(each[1]), "lead"))


def any_command() -> st.SearchStrategy[Command]:
    """Commands of all kinds that reach the map; many will not apply when they come."""
    injects = st.sampled_from(_INJECTS).map(InjectId)
    times = st.one_of(st.none(), st.integers(0, LASTS + 5).map(Seconds))
    parts = st.sampled_from(["power", "hall", "login", "chat"])
    effects = st.builds(lambda part, make: (make(part),), parts, st.sampled_from([fail, repair]))
    return st.one_of(
        _decides(),
        st.builds(Act, st.sampled_from(_ACTIONS).map(ActionId), st.just("lead")),
        st.builds(Deliver, injects),
        st.builds(Skip, injects, st.just("")),
        st.builds(Move, injects, times),
        st.builds(Open, st.sampled_from([*_DECISIONS]).map(DecisionId)),
        st.builds(TakeBack, st.integers(2, 8), st.just("")),
        st.builds(Improvise, st.just("x"), st.just("phone"), effects=effects, at_s=times),
        st.builds(ApplyEffects, effects, st.just("")),
        st.builds(
            ActUnscripted,
            st.just("x"),
            st.integers(0, 9).map(Seconds),
            st.just("lead"),
            requires=st.sampled_from([(), (ComponentId("chat"),)]),
            crew=st.sampled_from([None, CrewId("ops")]),
            effects=effects,
        ),
        st.builds(Note, st.just("x"), st.just("lead")),
    )
