"""Short ways to write drills, journals and conditions in tests; arguments are plain strings and numbers."""

from collections.abc import Iterable, Mapping, Sequence

from blackstart.core.base.ids import (
    ActionId,
    ComponentId,
    CrewId,
    DecisionId,
    DrillId,
    InjectId,
    ObjectiveId,
    OptionId,
    PhaseId,
    RoleId,
)
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import plain
from blackstart.core.engine.effects import Effect, Fail, Job, Release, Repair, Target
from blackstart.core.exercise.model import (
    Action,
    Channel,
    ComponentIs,
    Condition,
    Decision,
    Drill,
    Exercise,
    Inject,
    Objective,
    Option,
    Phase,
    Role,
    State,
)
from blackstart.core.play.commands import Begin, Command, Decide, Entry
from blackstart.core.play.director import Director
from blackstart.core.play.events import Event, Settled, Spread
from blackstart.core.topology.model import Component, Crew, Need, Topology


def component(id_: str, *on: str, restart: int = 0, repair: int = 0, crew: str | None = None) -> Component:
    needs = tuple(Need((ComponentId(each),)) for each in on)
    return Component(
        ComponentId(id_),
        users=100,
        restart=Seconds(restart),
        repair=Seconds(repair),
        crew=CrewId(crew) if crew else None,
        needs=needs,
    )


def fail(id_: str) -> Effect:
    return Fail(Target((ComponentId(id_),)))


def repair(id_: str) -> Effect:
    return Repair(Target((ComponentId(id_),)))


def release(id_: str) -> Effect:
    return Release(Target((ComponentId(id_),)))


def job(after: int, *do: Effect, requires: Sequence[str] = (), crew: str | None = None) -> Job:
    return Job(Seconds(after), do, tuple(ComponentId(each) for each in requires), CrewId(crew) if crew else None)


def down(id_: str, lasting: int = 1) -> ComponentIs:
    return ComponentIs(ComponentId(id_), (State.DOWN,), Seconds(lasting))


def inject(
    id_: str,
    *effects: Effect,
    at: int | None = None,
    when: Condition | None = None,
    not_before: int = 0,
    opens: str | None = None,
) -> Inject:
    return Inject(
        InjectId(id_),
        Channel.ALERT,
        at=None if at is None else Seconds(at),
        when=when,
        not_before=Seconds(not_before),
        text=plain(id_),
        opens=None if opens is None else DecisionId(opens),
        effects=effects,
    )


def decision(
    id_: str,
    options: Mapping[str, Sequence[Effect]],
    at: int | None = None,
    when: Condition | None = None,
    within: int | None = None,
    otherwise: str | None = None,
) -> Decision:
    return Decision(
        DecisionId(id_),
        plain(id_ + "?"),
        tuple(Option(OptionId(name), plain(name), effects=tuple(effects)) for name, effects in options.items()),
        at=None if at is None else Seconds(at),
        when=when,
        within=None if within is None else Seconds(within),
        otherwise=None if otherwise is None else OptionId(otherwise),
    )


def action(
    id_: str,
    *effects: Effect,
    takes: int = 0,
    requires: Sequence[str] = (),
    crew: str | None = None,
    by_hand: int | None = None,
    once: bool = True,
) -> Action:
    return Action(
        ActionId(id_),
        plain(id_),
        takes=Seconds(takes),
        requires=tuple(ComponentId(each) for each in requires),
        crew=CrewId(crew) if crew else None,
        by_hand=None if by_hand is None else Seconds(by_hand),
        once=once,
        effects=effects,
    )


def phase(id_: str, start: int, until: int, pace: int = 1) -> Phase:
    return Phase(PhaseId(id_), Seconds(start), Seconds(until), pace=pace)


def drill(
    *components: Component,
    injects: Iterable[Inject] = (),
    decisions: Iterable[Decision] = (),
    actions: Iterable[Action] = (),
    phases: Iterable[Phase] = (),
    crews: Mapping[str, int] | None = None,
    lasts: int = 1000,
) -> Drill:
    places = tuple(Crew(CrewId(name), size=size) for name, size in (crews or {}).items())
    return Drill(
        DrillId("test"),
        plain("Test"),
        Topology(components=components or (component("a"),), crews=places),
        Exercise(
            Seconds(lasts),
            phases=tuple(phases),
            roles=(Role(RoleId("lead")),),
            objectives=(Objective(ObjectiveId("declare"), plain("Declare")),),
            injects=tuple(injects),
            decisions=tuple(decisions),
            actions=tuple(actions),
        ),
    )


def directed(drill_: Drill, *left_out: str) -> Director:
    return Director(drill_, Begin(left_out=tuple(InjectId(each) for each in left_out)))


def decide(decision_: str, option: str, by: str = "lead") -> Decide:
    return Decide(DecisionId(decision_), OptionId(option), by)


def journal(*commands: tuple[int, Command]) -> tuple[Entry, ...]:
    """A journal with the begin; (time, command) each."""
    begun = [(-1, Begin()), *commands]
    return tuple(Entry(seq, Seconds(at), command) for seq, (at, command) in enumerate(begun, start=1))


def script_events(events: Iterable[Event]) -> list[Event]:
    """The events that are no states of the map."""
    return [event for event in events if not isinstance(event, Spread | Settled)]
