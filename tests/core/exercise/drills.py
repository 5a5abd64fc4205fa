"""Drills by the hundred: sound ones of every form, small enough to be read in a failure."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from blackstart.core.base.ids import ComponentId, CrewId, DecisionId, DrillId, PhaseId, ZoneId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import Text, plain
from blackstart.core.engine import effects as engine
from blackstart.core.engine.effects import Effect, Target
from blackstart.core.exercise.model import (
    Action,
    ActionIs,
    AllOf,
    AnyOf,
    Channel,
    ComponentIs,
    Condition,
    DecidedWithin,
    Decision,
    DecisionTook,
    DoneBy,
    Drill,
    Exercise,
    History,
    Inject,
    InjectIs,
    Measure,
    Not,
    Objective,
    Option,
    Phase,
    Role,
    SaidEvery,
    State,
    StateBy,
)
from blackstart.core.topology.model import FULL, Bend, Component, Crew, Need, Permille, Purpose, Standby, Topology, Zone

Draw = Any

NAMES: list[Any] = ["grid", "login", "119", "1e5", "on", "null-x", "a--"]
PLACES: list[Any] = ["hall", "room-b3"]
CREWS: list[Any] = ["platform", "site"]

seconds = st.integers(0, 400_000).map(Seconds) | st.sampled_from([Seconds(0), Seconds(60), Seconds(3600)])
some_seconds = st.integers(1, 400_000).map(Seconds)
permille = st.integers(0, 1000).map(Permille)
counts = st.integers(0, 10**12) | st.just(0)
pixels = st.integers(-5000, 5000).map(float) | st.floats(-1e5, 1e5)
points = st.tuples(pixels, pixels)

ODD_WORDS = (
    ["No", "null", "~", "5", "-5", "0x1f", "1.5", "2022-10-15", "true", "=", "<<", "...", "---", "", " a", "a ", "a:"]
    + [
        "a: b",
        "a #b",
        "#a",
        "- a",
        "-a",
        "[a",
        "{a",
        "a, b]",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "'a'",
        '"a"',
        "a\\b",
        "%a",
        "@a",
    ]
    + [":a", "?a", "a\nb", "a\nb\n", "\na", "a\n\nb", "a\n b", " a\nb", "a\n ", "a\n\n", "a\r\nb", "a\tb", "\ta\nb"]
    + ["a\x85b", "a\u2028b", "\ufeffa", "한국어", "🔥", "a\nb: c\n# d", "https://example.org", "x" * 130]
    + ["a\n---\nb", "a\n...\n"]
)
strings = st.sampled_from(ODD_WORDS) | st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=12
)
languages = st.sampled_from(["en", "ko", "pt-BR", "no"])
texts = strings.map(plain) | st.dictionaries(languages, strings, min_size=1, max_size=3).map(
    lambda words: Text(tuple(words.items()))
)
maybe_texts = st.none() | texts


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def some_of(names: list[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(names), unique=True, max_size=3).map(tuple) if names else st.just(())


def maybe_one_of(names: list[Any]) -> st.SearchStrategy[Any]:
    return maybe(st.sampled_from(names)) if names else st.none()


@st.composite
def needs(draw: Draw, suppliers: list[ComponentId], name: str) -> Need:
    on = tuple(draw(st.lists(st.sampled_from(suppliers), min_size=1, max_size=3, unique=True)))
    purpose = draw(st.sampled_from(Purpose))
    return Need(
        on,
        name,
        at_least=draw(st.integers(1, len(on))),
        purpose=purpose,
        weight=draw(permille) if purpose is Purpose.RUN else FULL,
        useful=draw(st.integers(1, 1000).map(Permille)),
        survives=draw(seconds),
        rejoin=draw(seconds),
        standby=tuple(Standby(each, draw(maybe(some_seconds))) for each in draw(some_of(list(on)))),
        bends=tuple(Bend(each, tuple(draw(st.lists(points, max_size=2)))) for each in draw(some_of(list(on)))),
    )


@st.composite
def components(
    draw: Draw, id_: ComponentId, names: list[ComponentId], zones: list[ZoneId], crews: list[CrewId]
) -> Component:
    others = [name for name in names if name != id_]
    return Component(
        id_,
        name=draw(maybe_texts),
        kind=draw(st.sampled_from(["service", "power"])),
        zone=draw(maybe_one_of(list(zones))),
        at=draw(maybe(points)),
        locked=draw(st.booleans()),
        users=draw(counts),
        substitutable=draw(permille),
        cost_per_hour=draw(counts),
        safety_critical=draw(st.booleans()),
        target=draw(maybe(seconds)),
        restart=draw(seconds),
        repair=draw(maybe(seconds)),
        crew=draw(maybe_one_of(list(crews))),
        initially_off=draw(st.booleans()),
        seen_by=draw(some_of(list(names))),
        note=draw(maybe_texts),
        needs=tuple(draw(needs(others, f"need-{index}")) for index in range(draw(st.integers(0, 2 if others else 0)))),
    )


@st.composite
def topologies(draw: Draw) -> Topology:
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=5))
    zones = draw(st.lists(st.sampled_from(PLACES), unique=True))
    crews = draw(st.lists(st.sampled_from(CREWS), unique=True))
    box = st.tuples(pixels, pixels, st.integers(1, 900).map(float), st.floats(0.5, 900))
    return Topology(
        draw(maybe(st.sampled_from(["KRW", "points: 5", "₩"]))),
        tuple(Crew(each, draw(maybe_texts), draw(st.integers(1, 9))) for each in crews),
        tuple(
            Zone(each, draw(maybe_texts), draw(maybe_one_of(zones[:index])), draw(maybe(box)))
            for index, each in enumerate(zones)
        ),
        tuple(draw(components(each, names, zones, crews)) for each in names),
    )


def _waive(of: tuple[ComponentId, str]) -> Effect:
    return engine.Waive(*of)


def _bootstrap(of: tuple[ComponentId, str]) -> Effect:
    return engine.Bootstrap(*of)


@st.composite
def simple_effects(draw: Draw, topology: Topology) -> Effect:
    names = [component.id for component in topology.components]
    forms: list[st.SearchStrategy[Any]] = [st.just(engine.CallOffJob("rebuild"))]
    targets: list[Any] = (
        [st.lists(st.sampled_from(names), min_size=1, max_size=2).map(lambda on: Target(tuple(on)))] if names else []
    )
    targets += [st.sampled_from(topology.zones).map(lambda zone: Target(zone=zone.id))] if topology.zones else []
    if targets:
        target = st.one_of(targets)
        plain_ones = (engine.Repair, engine.Isolate, engine.Reconnect, engine.Maintain, engine.Release, engine.CallOff)
        forms += [st.builds(form, target) for form in plain_ones]
        forms += [st.builds(form, target, permille) for form in (engine.Fail, engine.Restore)]
    if names:
        pairs = (engine.Arm, engine.Disarm, engine.Cut, engine.Mend)
        forms += [st.builds(form, st.sampled_from(names), st.sampled_from(names)) for form in pairs]
    known = [(component.id, need.reference) for component in topology.components for need in component.needs]
    if known:
        forms += [st.sampled_from(known).map(_waive), st.sampled_from(known).map(_bootstrap)]
    return draw(st.one_of(forms))  # type: ignore[no-any-return]  # hypothesis leaves draw untyped


@st.composite
def effects(draw: Draw, topology: Topology) -> tuple[Effect, ...]:
    found = draw(st.lists(simple_effects(topology), max_size=2))
    if draw(st.booleans()):
        names = [component.id for component in topology.components]
        job = engine.Job(
            draw(some_seconds),
            tuple(draw(st.lists(simple_effects(topology), min_size=1, max_size=2))),
            draw(some_of(names)),
            draw(maybe_one_of([crew.id for crew in topology.crews])),
            draw(maybe(st.just("rebuild"))),
        )
        found.append(job)
    return tuple(found)


def conditions(
    topology: Topology, injects: list[Any], decisions: list[Any], actions: list[Any]
) -> st.SearchStrategy[Condition]:
    names = [component.id for component in topology.components]
    states = st.lists(st.sampled_from(State), min_size=1, max_size=2, unique=True).map(tuple)
    delivered, took, begun = (st.sampled_from(words) for words in (["delivered", "skipped"], ["yes", "any"], ["begun"]))
    simple: list[st.SearchStrategy[Any]] = [st.builds(InjectIs, st.sampled_from(injects), delivered, some_seconds)]
    simple += [st.builds(ComponentIs, st.sampled_from(names), states, some_seconds)] if names else []
    simple += [st.builds(DecisionTook, st.sampled_from(decisions), took)] if decisions else []
    simple += [st.builds(ActionIs, st.sampled_from(actions), begun)] if actions else []
    return st.recursive(
        st.one_of(simple),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=2).map(lambda parts: AllOf(tuple(parts))),
            st.lists(inner, min_size=1, max_size=2).map(lambda parts: AnyOf(tuple(parts))),
            inner.map(Not),
        ),
        max_leaves=4,
    )


def measures(topology: Topology, decisions: list[Any], actions: list[Any]) -> st.SearchStrategy[Measure]:
    names = [component.id for component in topology.components]
    forms: list[st.SearchStrategy[Any]] = [st.builds(SaidEvery, some_seconds)]
    if decisions:
        forms.append(st.builds(DecidedWithin, st.sampled_from(decisions), seconds))
        forms.append(st.builds(DoneBy, st.just("decision"), st.sampled_from(decisions), seconds))
    forms += [st.builds(DoneBy, st.just("action"), st.sampled_from(actions), seconds)] if actions else []
    forms += [st.builds(StateBy, st.sampled_from(names), st.sampled_from(State), seconds)] if names else []
    return st.one_of(forms)


@st.composite
def phases(draw: Draw) -> tuple[Phase, ...]:
    found, reached = [], 0
    for index in range(draw(st.integers(0, 2))):
        start = reached + draw(st.sampled_from([0, 600]))
        reached = start + draw(st.integers(1, 7200))
        pace = draw(st.integers(1, 600))
        found.append(Phase(PhaseId(f"p{index}"), Seconds(start), Seconds(reached), draw(maybe_texts), pace))
    return tuple(found)


def turns(topology: Topology, injects: list[Any], decisions: list[Any], actions: list[Any]) -> st.SearchStrategy[Any]:
    timed: list[st.SearchStrategy[Any]] = [st.just({}), st.fixed_dictionaries({"at": seconds})]
    if injects:
        when = conditions(topology, injects, decisions, actions)
        timed.append(st.fixed_dictionaries({"when": when, "not_before": seconds}))
    return st.one_of(timed)


@st.composite
def histories(draw: Draw, names: list[ComponentId]) -> History:
    after, by = draw(maybe(seconds)), draw(maybe(seconds))
    if after is not None and by is not None and after > by:
        after, by = by, after
    return History(draw(st.sampled_from(names)), draw(seconds), after, by, draw(permille), draw(strings))


@st.composite
def exercises(draw: Draw, topology: Topology) -> Exercise:
    def ids(prefix: str) -> list[Any]:
        return [f"{prefix}{index}" for index in range(draw(st.integers(0, 2)))]

    names = [component.id for component in topology.components]
    roles, objectives, injects, decisions, actions = ids("r"), ids("o"), ids("i"), ids("d"), ids("a")
    turn = turns(topology, injects, decisions, actions)
    measure = measures(topology, decisions, actions)
    counts_as = maybe(st.sampled_from(["noticed", "declared", "said"]))

    def inject(id_: Any) -> Inject:
        channel = draw(st.sampled_from(Channel))
        return Inject(
            id_,
            channel,
            **draw(turn),
            sender=draw(maybe_texts),
            to=draw(some_of(roles)),
            text=draw(maybe_texts if channel is Channel.MAP else texts),
            expect=draw(maybe_texts),
            note=draw(maybe_texts),
            tests=draw(some_of(objectives)),
            opens=draw(maybe_one_of(decisions)),
            effects=draw(effects(topology)),
        )

    def decision(id_: Any) -> Decision:
        options: list[Any] = ["yes", *draw(some_of(["no", "wait"]))]
        return Decision(
            DecisionId(id_),
            draw(texts),
            tuple(
                Option(each, draw(texts), draw(maybe_texts), draw(effects(topology)), draw(counts_as))
                for each in options
            ),
            **draw(turn),
            asks=draw(maybe_one_of(roles)),
            within=draw(maybe(some_seconds)),
            tests=draw(some_of(objectives)),
            really=draw(maybe_texts),
            otherwise=draw(maybe_one_of(options)),
        )

    def action(id_: Any) -> Action:
        return Action(
            id_,
            draw(texts),
            by=draw(maybe_one_of(roles)),
            takes=draw(seconds),
            requires=draw(some_of(list(names))),
            crew=draw(maybe_one_of([crew.id for crew in topology.crews])),
            by_hand=draw(maybe(seconds)),
            once=draw(st.booleans()),
            effects=draw(effects(topology)),
            counts_as=draw(counts_as),
        )

    zones = st.sampled_from([UTC, timezone(timedelta(hours=9)), timezone(-timedelta(hours=3, minutes=30))])
    return Exercise(
        lasts=draw(some_seconds),
        starts=draw(maybe(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=zones))),
        brief=draw(maybe_texts),
        display=draw(st.sampled_from(["all", "visible", "believed"])),
        phases=draw(phases()),
        roles=tuple(Role(each, draw(maybe_texts), draw(maybe_texts)) for each in roles),
        objectives=tuple(Objective(each, draw(texts), draw(maybe_texts), draw(maybe(measure))) for each in objectives),
        injects=tuple(inject(each) for each in injects),
        decisions=tuple(decision(each) for each in decisions),
        actions=tuple(action(each) for each in actions),
        history=tuple(draw(st.lists(histories(names), max_size=2))) if names else (),
    )


@st.composite
def drills(draw: Draw) -> Drill:
    topology = draw(topologies())
    return Drill(
        DrillId(draw(st.sampled_from(["d", "night-shift", "2022"]))),
        draw(texts),
        topology,
        draw(maybe(exercises(topology))),
        draw(maybe_texts),
        tuple(draw(st.lists(texts, max_size=2))),
        draw(maybe(st.sampled_from(["starter", "steady", "hard"]))),
        draw(maybe(st.integers(1, 600))),
        tuple(draw(st.lists(strings, max_size=2))),
        draw(maybe_texts),
    )
