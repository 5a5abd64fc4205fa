"""The choices behind an arrangement, one by one."""

import pytest

from blackstart.core.drawing.blocks import block_columns
from blackstart.core.drawing.layering import layers, units
from blackstart.core.drawing.parts import parts
from blackstart.core.drawing.score import count_crossings
from blackstart.core.drawing.spread import Item, fill, layer_columns
from blackstart.core.topology.model import Topology
from tests.core.drawing.maps import random_town, topology, town


def powered(written: str) -> Topology:
    """A map of four tiers by the first letters: power, hall, app."""
    return topology(written, None, p="power", u="ups", v="ups", w="ups", h="hall", a="payment")


def columns_of(bare: Topology, way: str) -> dict[str, int]:
    numbered = parts(bare)
    grouped = units(numbered)
    chosen = {"layers": layer_columns, "blocks": block_columns}[way](numbered, grouped, layers(numbered, grouped))
    return {str(component): chosen[card] for card, component in enumerate(numbered.components)}


@pytest.mark.parametrize("way", ["layers", "blocks"])
def test_a_longest_path_goes_from_left_to_right(way: str) -> None:
    assert columns_of(topology("c < a b | b < a | a"), way) == {"a": 0, "b": 1, "c": 2}


@pytest.mark.parametrize("way", ["layers", "blocks"])
def test_the_kinds_decide_before_the_needs(way: str) -> None:
    """The hall needs the app to run: it stands left of it all the same."""
    columns = columns_of(powered("h < a | a | p < h"), way)
    assert columns == {"p": 0, "h": 1, "a": 2}


def test_a_chain_in_one_zone_stands_in_one_column() -> None:
    bare = powered("u < p | p | h < u | a < h")
    assert units(parts(bare))[0] == (0, 1)


def test_a_card_with_three_neighbours_is_in_no_chain() -> None:
    bare = powered("u < p | v < p | w < p | p | h < u | a < h")
    assert all(len(unit) == 1 for unit in units(parts(bare)))


def test_a_cycle_is_cut_where_it_closes() -> None:
    numbered = parts(topology("a < c | b < a | c < b"))
    assert sorted(layers(numbered, units(numbered))) == [0, 1, 2]


def test_a_group_higher_than_the_limit_takes_several_columns() -> None:
    first, count = fill([[Item(number, 1, 10.0) for number in range(6)], [Item("wide", 2, 10.0)]], 30.0)
    assert count == 4
    assert [first[number] for number in range(6)] == [0, 0, 0, 1, 1, 1]
    assert first["wide"] == 2


def test_blocks_keep_the_columns_of_a_zone_together() -> None:
    columns = columns_of(town(), "blocks")
    second = [columns[name] for name in ("store-c", "standby", "lite")]
    assert max(second) - min(second) < 2


def test_zones_that_need_each_other_alike_stand_above_each_other() -> None:
    columns = columns_of(topology("a:x < d | b:x < a | c:y < b | d:y < c", {"x": None, "y": None}), "blocks")
    assert min(columns["a"], columns["b"]) == min(columns["c"], columns["d"])


def test_a_zone_that_mostly_supplies_another_stands_left_of_it() -> None:
    written = "a:x | b:x < a d | c:y < b | d:y < a | e:y < b"
    columns = columns_of(topology(written, {"x": None, "y": None}), "blocks")
    assert max(columns["a"], columns["b"]) < min(columns["c"], columns["d"], columns["e"])


def test_a_large_map_is_no_tower() -> None:
    bare = random_town(150, seed=1)
    columns = columns_of(bare, "blocks")
    assert max(columns.values()) > 10


@pytest.mark.parametrize(("owners", "crossings"), [([0, 1], 1), ([0, 0], 0)], ids=["two sources", "one source"])
def test_lines_of_one_source_do_not_cross_each_other(owners: list[int], crossings: int) -> None:
    ways = [((0.0, 50.0), (100.0, 50.0)), ((50.0, 0.0), (50.0, 100.0))]
    assert count_crossings(ways, owners) == crossings


def test_a_piece_that_two_lines_share_is_crossed_once() -> None:
    ways = [((0.0, 50.0), (100.0, 50.0)), ((20.0, 50.0), (100.0, 50.0)), ((50.0, 0.0), (50.0, 100.0))]
    assert count_crossings(ways, [0, 0, 1]) == 1
