"""Lines of cards while they are dragged."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.drag import dragged
from blackstart.core.drawing.lift import Lifted, lift
from blackstart.core.drawing.model import Arrangement, Drawing, Leg, Line
from blackstart.core.drawing.route import Plan, routed
from blackstart.core.topology.model import Point, Topology
from tests.core.drawing.maps import fallen_town, odd_town, placed_town, random_town, topology
from tests.core.drawing.measure import loose_ends

TOWN, FALLEN = placed_town(), fallen_town()
PLANS = {name: routed(bare, arrange(bare)) for name, bare in (("town", TOWN), ("fallen", FALLEN))}
FAR = st.floats(-1e5, 1e5)
NEAR = st.floats(-700, 1700)


def ids(*names: str) -> tuple[ComponentId, ...]:
    return tuple(map(ComponentId, names))


def moved(lifted: Lifted, at: Mapping[ComponentId, Point]) -> Arrangement:
    """Where everything stands while cards are dragged."""
    then = lifted.plan.drawing.arrangement
    cards = dict(then.cards)
    by = {}
    for name, (x, y) in at.items():
        by[name] = (x - cards[name][0], y - cards[name][1])
        cards[name] = (x, y, *cards[name][2:])
    gates = dict(then.gates)
    for key in lifted.gates:
        x, y, width, height = gates[key]
        owner = lifted.plan.wires.pills[[key in keys for keys in lifted.plan.wires.pills].index(True)][0][0]
        dx, dy = by.get(owner, (0.0, 0.0))
        gates[key] = (x + dx, y + dy, width, height)
    return replace(then, cards=cards, gates=gates)


def drawing_of(lifted: Lifted, at: Mapping[ComponentId, Point], lines: tuple[Line, ...]) -> Drawing:
    return Drawing(moved(lifted, at), lines, (), (0, 0, 0, 0))


def slanted(lines: Collection[Line]) -> list[Line]:
    return [
        line for line in lines for (x, y), (to_x, to_y) in pairwise(line.points) if x != to_x and abs(y - to_y) > 0.01
    ]


def corner(plan: Plan, name: str) -> Point:
    x, y, _, _ = plan.drawing.arrangement.cards[ComponentId(name)]
    return (x, y)


@pytest.mark.parametrize("name", PLANS)
def test_a_lifted_card_takes_its_lines_along_and_no_others(name: str) -> None:
    plan = PLANS[name]
    for component in plan.wires.components:
        lifted = lift(plan, [component])
        touching = {
            number
            for number, line in enumerate(plan.drawing.lines)
            if component == line.supplier or (component == line.component and line.leg is not Leg.INTO_GATE)
        }
        assert set(lifted.lines) == touching


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(PLANS)), st.integers(0, 29), st.one_of(NEAR, FAR), st.one_of(NEAR, FAR))
def test_a_card_can_be_dragged_anywhere(name: str, number: int, x: float, y: float) -> None:
    """Over another card, on a gate, far outside: there is a line, and it joins the two."""
    plan = PLANS[name]
    component = plan.wires.components[number]
    lifted = lift(plan, [component])
    at = {component: (x, y)}
    lines = dragged(lifted, at)
    assert [(line.supplier, line.component, line.leg) for line in lines] == [
        (line.supplier, line.component, line.leg) for line in (plan.drawing.lines[line] for line in lifted.lines)
    ]
    assert loose_ends(drawing_of(lifted, at, lines)) == []
    assert slanted(lines) == []


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_several_cards_can_be_dragged_anywhere(data: st.DataObject) -> None:
    plan = PLANS["fallen"]
    chosen = data.draw(st.lists(st.sampled_from(plan.wires.components), min_size=2, max_size=30, unique=True))
    lifted = lift(plan, chosen)
    at = {component: (data.draw(NEAR), data.draw(NEAR)) for component in chosen}
    lines = dragged(lifted, at)
    assert loose_ends(drawing_of(lifted, at, lines)) == []
    assert slanted(lines) == []


@pytest.mark.parametrize("seed", range(12))
def test_cards_of_any_map_can_be_dragged(seed: int) -> None:
    odd = odd_town(seed)
    plan = routed(odd, arrange(odd))
    others = [box[:2] for box in plan.drawing.arrangement.cards.values()][:3]
    for component in plan.wires.components:
        lifted = lift(plan, [component])
        for at in ((0.0, 0.0), (5000.0, -300.0), *others):
            lines = dragged(lifted, {component: at})
            assert loose_ends(drawing_of(lifted, {component: at}, lines)) == []


def test_a_card_may_lie_exactly_on_another_or_on_a_pill() -> None:
    plan = PLANS["town"]
    for box in (*plan.drawing.arrangement.cards.values(), *plan.drawing.arrangement.gates.values()):
        lifted = lift(plan, ids("login"))
        at = {ComponentId("login"): box[:2]}
        assert loose_ends(drawing_of(lifted, at, dragged(lifted, at))) == []


def test_the_same_place_gives_the_same_lines() -> None:
    lifted = lift(PLANS["town"], ids("login"))
    at = {ComponentId("login"): (500.0, 333.0)}
    assert dragged(lifted, at) == dragged(lifted, at)


def test_cards_that_go_together_take_the_lines_between_them_along_as_they_are() -> None:
    plan = PLANS["town"]
    names = ids("chat", "pay", "login")
    lifted = lift(plan, names)
    at = {name: (corner(plan, name)[0] + 30.0, corner(plan, name)[1] + 70.0) for name in names}
    old = {(line.supplier, line.component): line.points for line in plan.drawing.lines}
    for line in dragged(lifted, at):
        if line.supplier in names and line.component in names:
            assert line.points == tuple((x + 30, y + 70) for x, y in old[line.supplier, line.component])


def test_a_pill_between_lifted_cards_goes_with_them() -> None:
    bare = topology("a | b | c < 1of:a,b | d < c")
    plan = routed(bare, arrange(bare))
    assert lift(plan, ids("a", "b", "c")).gates == {("c", 0)}
    assert lift(plan, ids("a", "c")).gates == frozenset()


def test_a_dragged_line_rides_on_the_trunk_that_stands() -> None:
    """Two cards in the third column need the one in the first: the line to the one that is dragged leaves the other's
    line only behind the second column."""
    bare = topology("a | b | c < a | d < a")
    places = {"a": (0.0, 82.0), "b": (220.0, 82.0), "c": (440.0, 0.0), "d": (440.0, 164.0)}
    cards = {ComponentId(name): (x, y, 140.0, 52.0) for name, (x, y) in places.items()}
    plan = routed(bare, Arrangement(cards, {}, {}))
    (line,) = dragged(lift(plan, ids("d")), {ComponentId("d"): (450.0, 300.0)})
    (stands,) = (line.points for line in plan.drawing.lines if line.component == "c")
    assert len(stands) == 6
    assert line.points[:3] == stands[:3]


def test_a_line_keeps_off_the_cards_that_stand_where_there_is_a_way() -> None:
    plan = PLANS["town"]
    cards = plan.drawing.arrangement.cards
    right = max(x for x, _, _, _ in cards.values())
    lifted = lift(plan, ids("bank"))
    (line,) = dragged(lifted, {ComponentId("bank"): (right + 260, 100.0)})
    for name, (x, y, width, height) in cards.items():
        if name not in {"bank", "login"}:
            for (ax, ay), (bx, by) in pairwise(line.points):
                assert not (
                    min(ax, bx) < x + width and max(ax, bx) > x and min(ay, by) < y + height and max(ay, by) > y
                )


def test_cards_of_a_map_with_plain_lines_take_plain_lines_along() -> None:
    bare = topology("b < a | a")
    cards = {ComponentId(name): (0.0, y, 140.0, 52.0) for name, y in (("a", 0.0), ("b", 1e9))}
    plan = routed(bare, Arrangement(cards, {}, {}))
    assert plan.drawing.is_plain
    (line,) = dragged(lift(plan, ids("b")), {ComponentId("b"): (300.0, 0.0)})
    assert line.points[-1] == (300, 26)


def test_strangers_and_cards_without_lines_can_be_lifted() -> None:
    bare = topology("a | b")
    plan = routed(bare, arrange(bare))
    lifted = lift(plan, ids("a", "nobody"))
    assert dragged(lifted, {ComponentId("a"): (1.0, 1.0), ComponentId("nobody"): (0.0, 0.0)}) == ()
    assert dragged(lift(PLANS["town"], ()), {}) == ()


def test_dropping_keeps_the_lines_that_were_not_dragged() -> None:
    bare: Topology = random_town(60, 3)
    plan = routed(bare, arrange(bare))
    name = bare.components[30].id
    x, y = corner(plan, name)
    lifted = lift(plan, [name])
    dropped = routed(bare, moved(lifted, {name: (x, y - 20)}), plan)
    kept = [
        line.points == old.points
        for number, (line, old) in enumerate(zip(dropped.drawing.lines, plan.drawing.lines, strict=True))
        if number not in lifted.lines
    ]
    assert sum(kept) > 0.9 * len(kept)
