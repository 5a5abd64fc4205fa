"""How the cost of a drawing grows; ratios within one run, so that they hold on any machine."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

import networkx as nx  # type: ignore[import-untyped]  # ships no types

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.drag import dragged
from blackstart.core.drawing.lift import lift
from blackstart.core.drawing.portfolio import Portfolio
from blackstart.core.drawing.route import route, routed
from blackstart.core.drawing.within import routed_within
from blackstart.core.topology.model import Topology
from tests.core.drawing.maps import random_town
from tests.shell.large import large


def cost(work: Callable[[], object], tries: int = 3) -> float:
    """Least processor time of a few tries, s."""
    spent = []
    for _ in range(tries):
        begin = time.process_time()
        work()
        spent.append(time.process_time() - begin)
    return min(spent)


def needs_of(town: Topology) -> int:
    return sum(len(component.needs) for component in town.components)


def test_a_need_costs_at_most_three_times_as_much_on_a_map_three_times_as_large() -> None:
    small, large = random_town(100, seed=1), random_town(300, seed=1)
    standing = arrange(small), arrange(large)
    each_small = cost(lambda: route(small, standing[0])) / needs_of(small)
    each_large = cost(lambda: route(large, standing[1])) / needs_of(large)
    assert each_large < 3 * each_small


def test_arranging_costs_at_most_ten_routings() -> None:
    """It routes the map twice to give the lines room."""
    large = random_town(300, seed=1)
    standing = arrange(large)
    assert cost(lambda: arrange(large), tries=2) < 10 * cost(lambda: route(large, standing))


def test_choosing_between_two_ways_costs_at_most_twenty_routings() -> None:
    small = random_town(100, seed=1)
    standing = arrange(small)
    assert cost(lambda: arrange(small)) < 20 * cost(lambda: route(small, standing))


def test_a_kept_drawing_costs_at_most_a_twentieth_of_drawing_anew(tmp_path: Path) -> None:
    kept, town = Portfolio(tmp_path), large(300).drill.topology
    anew = cost(lambda: kept.keep(town, route(town, arrange(town))))
    again = cost(lambda: kept.find(town))
    print(f"a map of 300 that is kept: 1/{anew / again:.0f} of drawing it")
    assert kept.find(town) is not None
    assert again < anew / 20


def test_a_kept_drawing_of_a_huge_map_costs_less_than_drawing_it(tmp_path: Path) -> None:
    kept, town = Portfolio(tmp_path), large(10_000).drill.topology
    anew = cost(lambda: kept.keep(town, route(town, arrange(town))), tries=1)
    again = cost(lambda: kept.find(town))
    print(f"a map of 10,000 that is kept: {again / anew:.2f} of drawing it")
    assert kept.find(town) is not None
    assert again < anew / 2


def test_plain_lines_cost_less_than_one_shortest_path_from_each_component() -> None:
    huge = random_town(3000, seed=1)
    standing = arrange(huge)
    graph = nx.DiGraph([(need.on[0], each.id) for each in huge.components for need in each.needs])
    paths = cost(lambda: dict(nx.all_pairs_shortest_path_length(graph)), tries=1)
    assert cost(lambda: route(huge, standing)) < paths


def test_arranging_a_huge_map_with_hundreds_of_pills_costs_at_most_ten_times_its_plain_lines() -> None:
    huge = large(3000).drill.topology
    standing = arrange(huge)
    assert len(standing.gates) > 300
    assert cost(lambda: arrange(huge), tries=2) < 10 * cost(lambda: route(huge, standing))


def test_routing_after_a_drop_costs_at_most_half_of_routing_anew() -> None:
    large = random_town(300, seed=1)
    before = routed(large, arrange(large))
    arrangement = before.drawing.arrangement
    name, (x, y, width, height) = next(iter(arrangement.cards.items()))
    there = replace(arrangement, cards={**arrangement.cards, name: (x, y - 12, width, height)})
    share = cost(lambda: routed(large, there, before)) / cost(lambda: routed(large, there))
    print(f"warm {share:.2f} of cold")
    assert share < 0.5


def busiest(town: Topology) -> ComponentId:
    """The component with the most lines."""
    ends = Counter(end for each in town.components for need in each.needs for end in (each.id, *need.on))
    return ends.most_common(1)[0][0]


def test_a_step_of_a_drag_costs_a_small_part_of_a_routing() -> None:
    town = random_town(300, seed=1)
    plan = routed(town, arrange(town))
    whole = cost(lambda: routed(town, plan.drawing.arrangement))
    cards = plan.drawing.arrangement.cards
    for names, most in (([busiest(town)], 1 / 150), ([each.id for each in town.components[100:130]], 1 / 30)):
        lifted = lift(plan, names)
        steps = []
        for step in range(40):
            at = {name: (cards[name][0] + 7 * step - 140, cards[name][1] + 3 * step) for name in names}
            steps.append(cost(partial(dragged, lifted, at), tries=1))
        share = median(steps) / whole
        print(f"{len(names)} cards, {len(lifted.lines)} lines: 1/{1 / share:.0f} of a routing a step")
        assert share < most
        assert cost(partial(lift, plan, names)) < whole / 4


def test_lines_of_a_selection_on_a_huge_map_cost_less_than_routing_a_tenth_of_it() -> None:
    town, tenth = random_town(3000, seed=1), random_town(300, seed=1)
    plan, standing = routed(town, arrange(town)), arrange(tenth)
    chosen = [each.id for each in town.components[1500:1530]]
    found = routed_within(plan, chosen)
    spent = cost(lambda: routed_within(plan, chosen), tries=2)
    print(f"{len(found)} lines in {1000 * spent:.0f} ms")
    assert spent < cost(lambda: route(tenth, standing), tries=2)
