"""Maps that nobody placed, arranged and drawn."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.model import Drawing
from blackstart.core.drawing.route import route
from blackstart.core.topology.model import Box, Topology
from tests.core.drawing.maps import fallen_town, placed_town, random_town, topology, town
from tests.core.drawing.measure import breaches, hits, loose_ends, measure

ROOT = Path(__file__).resolve().parents[3]


def drawn(bare: Topology) -> Drawing:
    return route(bare, arrange(bare))


def places(bare: Topology) -> dict[str, Box]:
    return {str(name): box for name, box in arrange(bare).cards.items()}


MAPS = {"town": town, "fallen town": fallen_town}


@pytest.fixture(scope="module", params=list(MAPS))
def real(request: pytest.FixtureRequest) -> tuple[Topology, Drawing]:
    bare = MAPS[request.param]()
    return bare, drawn(bare)


def test_everything_stands_where_it_belongs(real: tuple[Topology, Drawing]) -> None:
    assert breaches(real[0], real[1].arrangement) == []


def test_no_line_runs_over_a_card(real: tuple[Topology, Drawing]) -> None:
    assert hits(real[1]) == []


def test_the_town_arranged_has_no_more_crossings_than_its_designer_needed() -> None:
    assert measure(drawn(town())).crossings <= 47


def test_the_town_arranged_crosses_no_more_often_than_it_once_did() -> None:
    assert measure(drawn(town())).crossings <= 36


def needless_steps(drawing: Drawing) -> list[str]:
    legs = [(line.component, a, b) for line in drawing.lines for a, b in pairwise(line.points)]
    return [name for name, (x, y), (to_x, to_y) in legs if abs(x - to_x) + abs(y - to_y) < 4]


def test_no_line_takes_a_needless_step(real: tuple[Topology, Drawing]) -> None:
    assert needless_steps(real[1]) == []


@pytest.mark.parametrize(("count", "seed"), [(25, 0), (60, 2)])
def test_no_line_takes_a_needless_step_on_a_random_map(count: int, seed: int) -> None:
    assert needless_steps(drawn(random_town(count, seed))) == []


def test_the_best_order_found_is_kept() -> None:
    """The worst of the rounds crosses 150 times."""
    assert measure(drawn(random_town(25, seed=0))).crossings <= 100


def test_power_stands_left_and_people_right() -> None:
    cards = places(town())
    assert cards["power"][0] < cards["hall"][0] < cards["login"][0] < cards["pay"][0] < cards["citizens"][0]


def test_a_supplier_stands_left_of_what_needs_it_to_run() -> None:
    cards = places(topology("c < b | b < a | a"))
    assert cards["a"][0] < cards["b"][0] < cards["c"][0]


def arrangement_hash(bare: Topology) -> str:
    return hashlib.sha256(repr(arrange(bare)).encode()).hexdigest()


def test_the_same_map_is_arranged_the_same_way() -> None:
    assert arrangement_hash(fallen_town()) == arrangement_hash(fallen_town())


def test_a_map_without_anything_is_arranged() -> None:
    assert places(Topology()) == {}


def test_one_component_stands_at_the_origin() -> None:
    assert places(topology("a")) == {"a": (0, 0, 140, 52)}


def test_components_that_need_nothing_do_not_overlap() -> None:
    lone = topology("|".join(f"c{number}" for number in range(30)))
    assert breaches(lone, arrange(lone)) == []


@pytest.mark.parametrize("written", ["a < b | b < a", "a < c | b < a | c < b", "a < b !c | b < !a | c < ?b a"])
def test_needs_that_run_in_a_circle_are_drawn(written: str) -> None:
    circle = topology(written)
    drawing = drawn(circle)
    assert breaches(circle, drawing.arrangement) == []
    assert hits(drawing) == []


def test_a_zone_without_components_has_a_place_of_its_own() -> None:
    empty = topology("a:here < b | b", {"here": None, "nothing": None, "within": "nothing"})
    arrangement = arrange(empty)
    assert set(arrangement.zones) == {"here", "nothing", "within"}
    assert set(arrangement.cards) == {"a", "b"}
    assert breaches(empty, arrangement) == []


def test_zones_in_zones_hold_one_another() -> None:
    nested = topology("a:hall < d | b:site < a | c:town < b | d", {"hall": "site", "site": "town", "town": None})
    arrangement = arrange(nested)
    assert breaches(nested, arrangement) == []


@pytest.mark.parametrize("zones", [{"z": "z"}, {"z": "y", "y": "z"}, {"z": "nowhere"}])
def test_a_zone_that_lies_in_itself_or_nowhere_lies_on_the_map(zones: dict[str, str | None]) -> None:
    odd = topology("a:z < b:z | b:z", zones)
    assert set(arrange(odd).zones) == set(zones)


def test_a_component_in_a_zone_there_is_not_lies_on_the_map() -> None:
    odd = topology("a:nowhere < b | b")
    assert set(arrange(odd).cards) == {"a", "b"}


def test_needs_that_ask_the_same_of_the_same_share_a_pill() -> None:
    same = topology("a | b | c < 1of:a,b | d < 1of:b,a | e < 2of:a,b")
    gates = {str(dependent): box for (dependent, _), box in arrange(same).gates.items()}
    assert gates["c"] == gates["d"] != gates["e"]


def test_one_supplier_needs_no_pill() -> None:
    assert dict(arrange(topology("b < a | a")).gates) == {}


def test_a_deep_nest_of_zones_is_arranged() -> None:
    zones: dict[str, str | None] = {f"z{depth}": f"z{depth - 1}" for depth in range(1, 1500)}
    deep = topology("a:z1499", {"z0": None, **zones})
    assert len(arrange(deep).zones) == 1500


def test_where_components_are_written_does_not_decide_whether_the_map_is_drawn() -> None:
    bare = town()
    turned = replace(bare, components=bare.components[::-1])
    assert breaches(turned, arrange(turned)) == []


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("count", [20, 50, 130])
def test_a_random_map_breaks_no_law(count: int, seed: int) -> None:
    bare = random_town(count, seed)
    drawing = drawn(bare)
    assert breaches(bare, drawing.arrangement) == []
    assert hits(drawing) == []
    assert loose_ends(drawing) == []


def test_every_line_joins_the_borders_of_its_two_ends(real: tuple[Topology, Drawing]) -> None:
    assert loose_ends(real[1]) == []


def test_no_two_sources_run_on_one_lane(real: tuple[Topology, Drawing]) -> None:
    assert measure(real[1]).overlaps == 0


def test_lines_leave_at_right_angles_and_never_slant(real: tuple[Topology, Drawing]) -> None:
    for line in real[1].lines:
        for (x, y), (to_x, to_y) in pairwise(line.points):
            assert x == to_x or abs(y - to_y) < 1e-6


def test_polishing_lessens_what_the_picture_costs_and_breaks_no_law() -> None:
    bare = town()
    quick, slow = drawn(bare), route(bare, arrange(bare, polish=True))
    assert breaches(bare, slow.arrangement) == []
    assert measure(slow).crossings < measure(quick).crossings


def test_polishing_is_not_a_matter_of_time() -> None:
    bare = topology("a | b | c < a | d < b | e < c b | f < a d | g < e f | h < c d")
    assert repr(arrange(bare, polish=True)) == repr(arrange(bare, polish=True))


def test_what_was_placed_is_not_polished() -> None:
    placed = placed_town()
    assert repr(arrange(placed, polish=True)) == repr(arrange(placed))


def test_a_drawing_does_not_depend_on_the_order_of_sets() -> None:
    told = (
        "from tests.core.drawing.test_arrange import arrangement_hash, drawn, fallen_town;"
        "import hashlib; lines = repr([line.points for line in drawn(fallen_town()).lines]);"
        "print(arrangement_hash(fallen_town()), hashlib.sha256(lines.encode()).hexdigest())"
    )
    hashes = set()
    for seed in ("1", "2"):
        environment = {"PYTHONPATH": f"{ROOT / 'desktop'}{os.pathsep}{ROOT}", "PYTHONHASHSEED": seed}
        ended = subprocess.run(
            [sys.executable, "-c", told], env=environment, capture_output=True, text=True, check=True
        )
        hashes.add(ended.stdout)
    assert len(hashes) == 1
