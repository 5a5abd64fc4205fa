"""Maps of which some parts were placed by hand."""

from dataclasses import replace

import numpy as np
import pytest

from blackstart.core.base.ids import ZoneId
from blackstart.core.drawing.arrange import arrange, with_room
from blackstart.core.drawing.route import route
from blackstart.core.topology.model import Topology, Zone
from tests.core.drawing.maps import fallen_town, placed_town, topology, town
from tests.core.drawing.measure import breaches, hits, measure


def held_places(placed: Topology) -> dict[str, tuple[float, float]]:
    return {component.id: component.at for component in placed.components if component.at is not None}


def arranged_places(placed: Topology) -> dict[str, tuple[float, float]]:
    cards = arrange(placed).cards
    return {component: cards[component][:2] for component in cards}


def without(placed: Topology, *names: str, boxes: bool = True) -> Topology:
    """The map, some of its parts not placed."""
    return replace(
        placed,
        components=tuple(replace(c, at=None if c.id in names else c.at) for c in placed.components),
        zones=tuple(replace(zone, box=zone.box if boxes else None) for zone in placed.zones),
    )


def test_what_was_placed_by_hand_stays_exactly_there() -> None:
    placed = placed_town()
    arrangement = arrange(placed)
    assert arranged_places(placed) == held_places(placed)
    assert arrangement.zones == {zone.id: zone.box for zone in placed.zones}


def test_the_town_as_its_designer_placed_it_is_drawn_with_no_more_crossings_than_by_hand() -> None:
    placed = placed_town()
    found = measure(route(placed, arrange(placed)))
    assert found.crossings <= 47
    assert (found.overlaps, found.hits) == (0, 0)


def test_frames_that_were_not_drawn_run_round_their_contents() -> None:
    bare = without(placed_town(), boxes=False)
    arrangement = arrange(bare)
    assert breaches(bare, arrangement) == []
    left, top, width, height = arrangement.zones[ZoneId("second")]
    assert (left, top, left + width, top + height) == (204 - 15, 512 - 48, 596 + 140 + 15, 512 + 52 + 20)


def test_a_frame_that_does_not_hold_its_cards_grows() -> None:
    placed = placed_town()
    small = replace(placed, zones=tuple(replace(zone, box=(0, 0, 100, 100)) for zone in placed.zones[:1]))
    assert [said for said in breaches(small, arrange(small)) if "outside" in said] == []


@pytest.mark.parametrize("seed", range(8))
def test_newcomers_find_a_lawful_place_and_move_nothing(seed: int) -> None:
    placed = placed_town()
    names = [component.id for component in placed.components]
    chosen = np.random.default_rng(seed).permutation(len(names))[: 1 + 2 * seed]
    some = without(placed, *(names[number] for number in chosen), boxes=seed % 2 == 0)
    arrangement = arrange(some)
    places = arranged_places(some)
    assert {name: places[name] for name in held_places(some)} == held_places(some)
    assert breaches(some, arrangement) == []


def test_a_newcomer_stands_right_of_what_it_needs() -> None:
    placed = topology("a | b < a | c < b | new < b")
    places = {"a": (0.0, 0.0), "b": (220.0, 0.0), "c": (440.0, 0.0)}
    placed = replace(placed, components=tuple(replace(c, at=places.get(c.id)) for c in placed.components))
    assert arranged_places(placed)["new"][0] == 440


@pytest.mark.parametrize("name", ["login", "daum", "kepco"])
def test_a_single_placed_component_keeps_its_place_and_the_rest_stands_round_it(name: str) -> None:
    bare = fallen_town()
    one = replace(
        bare, components=tuple(replace(c, at=(1000.0, -500.0) if c.id == name else None) for c in bare.components)
    )
    arrangement = arrange(one)
    assert arranged_places(one)[name] == (1000, -500)
    assert breaches(one, arrangement) == []


def test_a_zone_drawn_by_hand_takes_in_its_components() -> None:
    bare = town()
    one = replace(bare, zones=(replace(bare.zones[0], box=(300.0, 300.0, 1200.0, 600.0)), *bare.zones[1:]))
    arrangement = arrange(one)
    assert arrangement.zones[ZoneId("pangyo")] == (300, 300, 1200, 600)
    assert breaches(one, arrangement) == []


def test_a_new_zone_stands_below_what_was_placed() -> None:
    placed = placed_town()
    more = topology("x:new < y | y:new", {"new": None})
    grown = replace(placed, components=placed.components + more.components, zones=placed.zones + more.zones)
    arrangement = arrange(grown)
    assert breaches(grown, arrangement) == []
    assert arrangement.zones[ZoneId("new")][1] >= 588


def test_a_zone_without_contents_finds_a_free_place_among_what_was_placed() -> None:
    placed = placed_town()
    grown = replace(placed, zones=(*placed.zones, Zone(ZoneId("nothing"))))
    assert breaches(grown, arrange(grown)) == []


def test_no_line_runs_over_a_newcomer() -> None:
    some = without(placed_town(), "pay", "store-c", "team")
    assert hits(route(some, arrange(some))) == []


def test_room_is_made_without_changing_any_order() -> None:
    placed = placed_town()
    before = arrange(placed)
    after = with_room(placed, before)
    assert breaches(placed, after) == []
    for axis in (0, 1):
        ranks = sorted((box[axis], after.cards[name][axis]) for name, box in before.cards.items())
        moved = [new for _, new in ranks]
        assert moved == sorted(moved)


def test_room_makes_place_for_a_pill_between_two_columns() -> None:
    bare = topology("a | b | c < 1of:a,b")
    places = {"a": (0.0, 0.0), "b": (0.0, 82.0), "c": (184.0, 0.0)}
    placed = replace(bare, components=tuple(replace(c, at=places[c.id]) for c in bare.components))
    tight = arrange(placed)
    ((x, _, width, _),) = set(with_room(placed, tight).gates.values())
    card = with_room(placed, tight).cards[placed.components[2].id]
    assert x > 140 and x + width < card[0]  # noqa: PT018


def test_a_map_that_has_room_stays_as_it_is() -> None:
    bare = topology("b < a | a")
    arrangement = arrange(bare)
    assert with_room(bare, arrangement) == arrangement


def test_a_newcomer_of_no_zone_stands_in_none() -> None:
    bare = topology("a:z | b < a", {"z": None})
    placed = replace(
        bare,
        zones=(replace(bare.zones[0], box=(0.0, 0.0, 900.0, 400.0)),),
        components=(replace(bare.components[0], at=(20.0, 60.0)), bare.components[1]),
    )
    assert breaches(placed, arrange(placed)) == []
