"""Commands that place cards: what moves, and what does not."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.moves import Moves, applied, arranged, inserted, room_made, zone_arranged
from blackstart.core.drawing.route import route
from blackstart.core.topology.model import Component, Need, Topology, Zone
from tests.core.drawing.maps import fallen_town, placed_town, random_town, topology, town
from tests.core.drawing.measure import breaches, hits, measure

MAPS: tuple[Callable[[int], Topology], ...] = (
    lambda _: town(),
    lambda _: fallen_town(),
    lambda seed: random_town(40, seed),
    lambda seed: random_town(90, seed),
)


def placed(bare: Topology, *, boxes: bool = False) -> Topology:
    """The map with every place written into it."""
    found = arrange(bare)
    return replace(
        bare,
        zones=tuple(replace(zone, box=found.zones[zone.id] if boxes else None) for zone in bare.zones),
        components=tuple(replace(each, at=found.cards[each.id][:2]) for each in bare.components),
    )


def locked(bare: Topology, *names: str) -> Topology:
    return replace(bare, components=tuple(replace(each, locked=each.id in names) for each in bare.components))


def newcomers(bare: Topology, count: int, zone: ZoneId | None, chance: Random) -> Topology:
    """More components, each with two needs of what is there and one of the newcomer before it."""
    new: list[Component] = []
    for number in range(count):
        suppliers = [each.id for each in chance.sample(bare.components, 2)] + [each.id for each in new[-1:]]
        needs = tuple(Need((supplier,)) for supplier in suppliers)
        new.append(Component(ComponentId(f"new{number}"), zone=zone, needs=needs))
    return replace(bare, components=bare.components + tuple(new))


def stepped(bare: Topology, moves: Moves) -> set[str]:
    """What moves that had a place."""
    return {str(name) for name in moves.cards if bare.component(name).at is not None}


@pytest.mark.parametrize("boxes", [False, True], ids=["frames follow", "frames drawn"])
@pytest.mark.parametrize("seed", range(16))
def test_a_new_component_is_inserted_without_moving_anything(seed: int, boxes: bool) -> None:
    chance = Random(seed)
    bare = placed(MAPS[seed % 4](seed), boxes=boxes)
    zone = chance.choice([each.zone for each in bare.components])
    grown = newcomers(bare, 1, zone, chance)
    moves = inserted(grown, arrange(bare))
    assert set(moves.cards) == {"new0"}
    assert breaches(grown, arrange(applied(grown, moves))) == []


@pytest.mark.parametrize("seed", range(8))
def test_an_import_of_twenty_is_inserted_without_moving_anything(seed: int) -> None:
    chance = Random(seed)
    bare = placed(MAPS[seed % 4](seed))
    grown = newcomers(bare, 20, None if seed % 2 else bare.components[0].zone, chance)
    moves = inserted(grown, arrange(bare))
    assert stepped(grown, moves) == set()
    assert len(moves.cards) == 20
    there = applied(grown, moves)
    assert breaches(there, arrange(there)) == []
    assert hits(route(there, arrange(there))) == []


def hemmed_in(*, gap: float = 10.0) -> Topology:
    """Nine zones in three rows with hardly a gap between them, a component in each."""
    zones = tuple(Zone(ZoneId(f"z{number}")) for number in range(9))
    components = (
        Component(
            ComponentId(f"c{number}"),
            zone=zones[number].id,
            at=(number % 3 * (170.0 + gap), number // 3 * (120.0 + gap)),
        )
        for number in range(9)
    )
    return Topology(zones=zones, components=tuple(components))


def test_zones_below_step_down_where_a_zone_is_hemmed_in() -> None:
    bare = hemmed_in()
    grown = newcomers(bare, 1, ZoneId("z4"), Random(1))
    moves = inserted(grown, arrange(bare))
    assert stepped(grown, moves) == {"c7"}
    there = applied(grown, moves)
    assert breaches(there, arrange(there)) == []


def test_a_frame_that_was_drawn_steps_down_with_what_it_holds() -> None:
    bare = placed(hemmed_in(), boxes=True)
    grown = newcomers(bare, 1, ZoneId("z4"), Random(1))
    moves = inserted(grown, arrange(bare))
    assert ZoneId("z7") in moves.zones
    there = applied(grown, moves)
    assert arrange(there).zones[ZoneId("z7")] == moves.zones[ZoneId("z7")]
    assert breaches(there, arrange(there)) == []


def test_a_locked_component_does_not_make_way() -> None:
    bare = locked(hemmed_in(), "c7")
    grown = newcomers(bare, 1, ZoneId("z4"), Random(1))
    assert stepped(grown, inserted(grown, arrange(bare))) == set()


def test_opening_a_map_moves_nothing_even_where_a_zone_is_hemmed_in() -> None:
    grown = newcomers(hemmed_in(), 1, ZoneId("z4"), Random(1))
    cards = arrange(grown).cards
    assert all(cards[each.id][:2] == each.at for each in grown.components if each.at is not None)


def test_inserting_keeps_the_pills_of_what_stays() -> None:
    bare = placed(town())
    before = arrange(bare)
    grown = newcomers(bare, 1, ZoneId("partners"), Random(2))
    after = arrange(applied(grown, inserted(grown, before)), before=before)
    assert {key: after.gates[key] for key in before.gates} == dict(before.gates)


def test_a_pill_moves_with_the_cards_that_it_joins() -> None:
    bare = placed(topology("a | b | c < 1of:a,b"))
    before = arrange(bare)
    moved = replace(
        bare, components=tuple(replace(c, at=((c.at or (0, 0))[0], (c.at or (0, 0))[1] + 500)) for c in bare.components)
    )
    ((_, y, _, _),) = set(arrange(moved, before=before).gates.values())
    assert y > 400


def test_arranging_all_gives_what_a_map_without_places_gets() -> None:
    bare = placed_town()
    before = arrange(bare)
    there = applied(bare, arranged(bare, before))
    after = arrange(there)
    assert breaches(there, after) == []
    assert measure(route(there, after)).crossings <= 47
    corner = [min(box[axis] for box in before.zones.values()) for axis in (0, 1)]
    assert [min(box[axis] for box in after.zones.values()) for axis in (0, 1)] == pytest.approx(corner)


@pytest.mark.parametrize("name", ["login", "power", "citizens"])
def test_arranging_all_leaves_a_locked_component_where_it_is(name: str) -> None:
    bare = locked(placed_town(), name)
    moves = arranged(bare, arrange(bare))
    assert ComponentId(name) not in moves.cards
    there = applied(bare, moves)
    assert breaches(there, arrange(there)) == []


@pytest.mark.parametrize("zone", ["pangyo", "partners", "second"])
def test_arranging_a_zone_moves_nothing_outside_it_but_what_it_runs_into(zone: str) -> None:
    bare = placed_town()
    before = arrange(bare)
    moves = zone_arranged(bare, before, ZoneId(zone))
    there = applied(bare, moves)
    after = arrange(there)
    assert breaches(there, after) == []
    inside = {each.id for each in bare.components if each.zone == zone}
    assert {name for name in moves.cards if name not in inside} <= {each.id for each in bare.components}
    if zone == "second":  # its three cards find room where they were
        assert set(moves.cards) <= inside


@pytest.mark.parametrize("seed", range(4))
def test_a_zone_of_a_random_map_is_arranged_lawfully(seed: int) -> None:
    bare = placed(random_town(90, seed))
    for zone in bare.zones:
        moves = zone_arranged(bare, arrange(bare), zone.id)
        there = applied(bare, moves)
        assert breaches(there, arrange(there)) == []


def test_arranging_a_zone_leaves_its_locked_component_where_it_is() -> None:
    bare = locked(placed_town(), "hall")
    assert ComponentId("hall") not in zone_arranged(bare, arrange(bare), ZoneId("pangyo")).cards


def test_making_room_moves_no_locked_component() -> None:
    names = ("login", "hall")
    bare = locked(placed_town(), *names)
    before = arrange(bare)
    moves = room_made(bare, before)
    assert moves.cards
    assert not set(names) & set(moves.cards)
    there = applied(bare, moves)
    assert breaches(there, arrange(there)) == []


def test_making_room_keeps_every_order() -> None:
    bare = placed_town()
    before = arrange(bare)
    after = arrange(applied(bare, room_made(bare, before)))
    for axis in (0, 1):
        ranks = sorted((box[axis], after.cards[name][axis]) for name, box in before.cards.items())
        assert [new for _, new in ranks] == sorted(new for _, new in ranks)


def test_a_command_that_changes_nothing_moves_nothing() -> None:
    bare = placed(topology("b < a | a"))
    before = arrange(bare)
    assert room_made(bare, before) == Moves({}, {})
    assert inserted(bare, before) == Moves({}, {})
