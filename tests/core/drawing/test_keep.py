"""A drawing after a small change: what was not touched stays as it was."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.keeping import arranged_after
from blackstart.core.drawing.model import Arrangement, Line
from blackstart.core.drawing.route import Plan, routed
from blackstart.core.drawing.score import count_crossings
from blackstart.core.topology.model import Component, Need, Topology
from tests.core.drawing.maps import fallen_town, hub_town, odd_town, random_town, topology, town
from tests.core.drawing.measure import hits, is_over, loose_ends, measure, trunk_pieces

MAPS: dict[str, Callable[[], Topology]] = {
    "town": town,
    "fallen town": fallen_town,
    "hubs": lambda: hub_town(1),
    "300": lambda: random_town(300, 1),
}
CHANGED = 12.0  # px that a corner of a line may move while the line counts as the same


@pytest.fixture(scope="module", params=list(MAPS))
def cold(request: pytest.FixtureRequest) -> tuple[Topology, Plan]:
    bare = MAPS[request.param]()
    return bare, routed(bare, arrange(bare))


def moved(arrangement: Arrangement, component: str, dx: float, dy: float) -> Arrangement:
    x, y, width, height = arrangement.cards[ComponentId(component)]
    return replace(arrangement, cards={**arrangement.cards, ComponentId(component): (x + dx, y + dy, width, height)})


def ends(line: Line) -> set[object]:
    return {line.supplier, line.component}


def is_changed(line: Line, before: Line) -> bool:
    return len(line.points) != len(before.points) or any(
        max(abs(x - old_x), abs(y - old_y)) > CHANGED
        for (x, y), (old_x, old_y) in zip(line.points, before.points, strict=True)
    )


def share_changed(before: Plan, after: Plan, component: str) -> float:
    """Of the lines that do not touch the component."""
    pairs = zip(after.drawing.lines, before.drawing.lines, strict=True)
    others = [is_changed(line, old) for line, old in pairs if component not in ends(line)]
    return sum(others) / max(1, len(others))


def crossings(plan: Plan) -> int:
    lines = [(line, number) for number, trunk in enumerate(plan.drawing.trunks) for line in trunk.lines]
    return count_crossings([plan.drawing.lines[line].points for line, _ in lines], [number for _, number in lines])


def test_with_nothing_changed_all_lines_are_the_same(cold: tuple[Topology, Plan]) -> None:
    bare, before = cold
    again = routed(bare, before.drawing.arrangement, before)
    assert again.drawing == before.drawing
    assert routed(bare, before.drawing.arrangement, again).drawing == before.drawing


def test_a_nudge_leaves_the_other_lines_alone(cold: tuple[Topology, Plan]) -> None:
    bare, before = cold
    chance = Random(3)
    for component in chance.sample(bare.components, 3 if len(bare.components) > 100 else 6):
        dx, dy = chance.choice(((12, 0), (0, 12), (-12, 0), (0, -12)))
        there = moved(before.drawing.arrangement, component.id, dx, dy)
        after = routed(bare, there, before)
        assert share_changed(before, after, component.id) <= (0.04 if len(bare.components) > 100 else 0.07)
        assert crossings(after) <= 1.01 * crossings(routed(bare, there)) + 2
        assert loose_ends(after.drawing) == []


def test_cards_that_come_without_lines_move_nobody_elses(cold: tuple[Topology, Plan]) -> None:
    bare, first = cold
    chance, plan = Random(7), first
    for number in range(5):
        name = ComponentId(f"new-{number}")
        x, y = free_place(plan, chance)
        bare = replace(bare, components=(*bare.components, Component(name)))
        cards = {**plan.drawing.arrangement.cards, name: (x, y, 140.0, 52.0)}
        plan = routed(bare, replace(plan.drawing.arrangement, cards=cards), plan)
        pairs = zip(plan.drawing.lines, first.drawing.lines, strict=True)
        assert not [line for line, old in pairs if is_changed(line, old)]


def free_place(plan: Plan, chance: Random) -> tuple[float, float]:
    """Somewhere on the map or beside it where no card stands and no line runs near."""
    left, top, width, height = plan.drawing.bounds
    while True:
        x, y = left + chance.uniform(-200, width), top + chance.uniform(-200, height)
        box = (x - 30, y - 30, 200.0, 112.0)
        cards = plan.drawing.arrangement.cards.values()
        is_beside = all(abs(x - cx) > 170 or abs(y - cy) > 82 for cx, cy, _, _ in cards)
        if is_beside and not any(is_over(box, a, b) for line in plan.drawing.lines for a, b in pairwise(line.points)):
            return x, y


def test_a_nudge_gives_the_same_lines_twice() -> None:
    bare = fallen_town()
    before = routed(bare, arrange(bare))
    there = moved(before.drawing.arrangement, "taxi", 12, 30)
    assert routed(bare, there, before).drawing == routed(bare, there, before).drawing


def drawn_in(topology: Topology, before: Arrangement, **more: tuple[float, float]) -> Arrangement:
    """The cards that stay where they stood, and more; without frames and pills."""
    cards = {c.id: before.cards[c.id] for c in topology.components if c.id in before.cards}
    cards |= {ComponentId(name): (x, y, 140.0, 52.0) for name, (x, y) in more.items()}
    return Arrangement({c.id: cards[c.id] for c in topology.components}, {}, {})


def lines_between(plan: Plan, *, without: str) -> dict[tuple[str | None, str], tuple[tuple[float, float], ...]]:
    return {(line.supplier, line.component): line.points for line in plan.drawing.lines if without not in ends(line)}


def test_taking_a_component_away_leaves_the_other_lines_as_they_were() -> None:
    """The numbers of all boxes after it change."""
    bare = random_town(60, 4)
    before = routed(bare, arrange(bare))
    gone = bare.components[5].id
    rest = tuple(
        replace(c, needs=tuple(need for need in c.needs if gone not in need.on))
        for c in bare.components
        if c.id != gone
    )
    less = replace(bare, components=rest)
    after = routed(less, drawn_in(less, before.drawing.arrangement), before)
    old, new = lines_between(before, without=gone), lines_between(after, without=gone)
    assert old.keys() == new.keys()
    moved_far = [pair for pair, points in new.items() if len(points) != len(old[pair])]
    assert len(moved_far) <= 0.04 * len(new)
    assert loose_ends(after.drawing) == []


def test_a_new_component_in_a_column_of_its_own_leaves_the_other_lines_in_their_columns() -> None:
    bare = random_town(60, 4)
    arrangement = arrange(bare)
    before = routed(bare, arrangement)
    right = max(x for x, _, _, _ in arrangement.cards.values())
    new = Component(ComponentId("new"), needs=(Need((bare.components[0].id,)),))
    more = replace(bare, components=(new, *bare.components))
    after = routed(more, drawn_in(more, arrangement, new=(right + 300, 0.0)), before)
    old, lines = lines_between(before, without="new"), lines_between(after, without="new")
    assert sum(len(lines[pair]) != len(points) for pair, points in old.items()) <= 0.04 * len(old)
    assert any(line.component == "new" for line in after.drawing.lines)


@pytest.mark.parametrize("seed", range(6))
def test_after_many_drops_no_line_runs_over_a_card(seed: int) -> None:
    bare, chance = random_town(40, seed), Random(seed)
    plan = routed(bare, drawn_in(bare, arrange(bare)))
    for number, component in enumerate(chance.sample(bare.components, 12)):
        cards = plan.drawing.arrangement.cards
        free = (min(x for x, _, _, _ in cards.values()) + 220.0 * (number % 5), -300.0 - 82.0 * (number // 5))
        arrangement = replace(plan.drawing.arrangement, cards={**cards, component.id: (*free, 140.0, 52.0)})
        plan = routed(bare, arrangement, plan)
        assert loose_ends(plan.drawing) == []
        assert hits(plan.drawing) == []
    tidy = measure(routed(bare, plan.drawing.arrangement).drawing)
    assert measure(plan.drawing).crossings <= 1.25 * tidy.crossings


def test_a_line_goes_round_a_card_that_was_put_in_its_way() -> None:
    bare = topology("c < a | a | b")
    cards = {"a": (0.0, 0.0), "b": (220.0, 82.0), "c": (440.0, 0.0)}
    before = routed(bare, drawn_in(bare, Arrangement({}, {}, {}), **cards))
    assert len(before.drawing.lines[0].points) == 2
    after = routed(bare, moved(before.drawing.arrangement, "b", 0, -82), before)
    assert hits(after.drawing) == []


def test_what_had_no_lines_before_is_drawn_anew() -> None:
    bare, lone = topology("b < a | a"), topology("b | a")
    before = routed(lone, arrange(bare))
    assert routed(bare, arrange(bare), before).drawing == routed(bare, arrange(bare)).drawing


@pytest.mark.parametrize("seed", range(30))
def test_any_map_drawn_again_is_the_same(seed: int) -> None:
    odd = odd_town(seed)
    before = routed(odd, arrange(odd))
    assert routed(odd, before.drawing.arrangement, before).drawing == before.drawing


def edited(odd: Topology, chance: Random) -> Topology:
    """The map with a card moved, a need more or less, or a component less."""
    components = list(odd.components)
    number, what = chance.randrange(len(components)), chance.random()
    one = components[number]
    if what < 0.5:
        components[number] = replace(one, at=(chance.uniform(-900, 900), chance.uniform(-600, 600)))
    elif what < 0.7:
        components[number] = replace(one, needs=one.needs[1:])
    elif what < 0.85:
        components[number] = replace(one, needs=(*one.needs, Need((chance.choice(components).id,))))
    elif len(components) > 1:
        del components[number]
    return replace(odd, components=tuple(components))


@pytest.mark.parametrize("seed", [*range(12), 54])
def test_any_map_is_drawn_after_any_edit(seed: int) -> None:
    odd, chance = odd_town(seed), Random(seed)
    plan = routed(odd, arrange(odd))
    for _ in range(5):
        odd = edited(odd, chance)
        plan = routed(odd, arranged_after(odd, plan.drawing.arrangement), plan)
        assert loose_ends(plan.drawing) == []
        assert list(trunk_pieces(plan.drawing)) or not plan.drawing.lines


def test_an_upright_piece_steps_aside_where_a_frame_has_grown_to_it() -> None:
    bare = topology("b < a | a | c:z", {"z": None})
    cards = {"a": (0.0, 0.0), "b": (300.0, 100.0), "c": (0.0, 300.0)}
    standing = replace(
        drawn_in(bare, Arrangement({}, {}, {}), **cards), zones={ZoneId("z"): (-15.0, 250.0, 170.0, 130.0)}
    )
    before = routed(bare, standing)
    x = before.drawing.lines[0].points[1][0]
    grown = replace(standing, zones={ZoneId("z"): (-15.0, -30.0, x + 15.0, 410.0)})
    after = routed(bare, grown, before)
    assert 3.5 <= abs(after.drawing.lines[0].points[1][0] - x) < 12
