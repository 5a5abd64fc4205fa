"""Lines as they are painted: each piece in one stroke."""

from itertools import pairwise

import pytest

from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.model import Trunk
from blackstart.core.drawing.route import route
from blackstart.core.drawing.trunks import bundle, cut_at_joining, cut_at_leaving, taken_out
from blackstart.core.topology.model import Topology
from tests.core.drawing.maps import random_town
from tests.shell.large import large

STRAIGHT = ((0.0, 0.0), (100.0, 0.0))


def test_a_way_alone_is_painted_whole() -> None:
    assert cut_at_leaving(STRAIGHT, []) == STRAIGHT


def test_a_way_that_turns_off_begins_with_its_corner() -> None:
    turning = ((0.0, 0.0), (50.0, 0.0), (50.0, 40.0), (100.0, 40.0))
    assert cut_at_leaving(turning, [STRAIGHT]) == ((43, 0), (50, 0), (50, 40), (100, 40))


def test_a_way_that_goes_on_where_another_turned_begins_before_that_corner() -> None:
    turning = ((0.0, 0.0), (50.0, 0.0), (50.0, 40.0), (100.0, 40.0))
    assert cut_at_leaving(STRAIGHT, [turning]) == ((43, 0), (100, 0))


def test_ways_that_part_at_a_corner_share_the_leg_before_it() -> None:
    up = ((0.0, 0.0), (50.0, 0.0), (50.0, -40.0), (100.0, -40.0))
    down = ((0.0, 0.0), (50.0, 0.0), (50.0, 40.0), (100.0, 40.0))
    assert cut_at_leaving(down, [up]) == ((43, 0), (50, 0), (50, 40), (100, 40))


def test_a_way_that_turns_off_an_upright_leg_begins_on_it() -> None:
    far = ((0.0, 0.0), (50.0, 0.0), (50.0, 80.0), (100.0, 80.0))
    near = ((0.0, 0.0), (50.0, 0.0), (50.0, 40.0), (100.0, 40.0))
    assert cut_at_leaving(near, [far]) == ((50, 33), (50, 40), (100, 40))
    assert cut_at_leaving(far, [near]) == ((50, 33), (50, 80), (100, 80))


def test_a_short_leg_gives_half_of_itself_to_the_corner() -> None:
    far = ((0.0, 0.0), (50.0, 0.0), (50.0, 8.0), (100.0, 8.0))
    assert cut_at_leaving(far, [((0.0, 0.0), (50.0, 0.0), (50.0, 90.0), (100.0, 90.0))])[0] == (50, 4)


def test_the_longest_company_counts() -> None:
    others = [STRAIGHT, ((0.0, 0.0), (50.0, 0.0), (50.0, 80.0), (100.0, 80.0))]
    assert cut_at_leaving(((0.0, 0.0), (50.0, 0.0), (50.0, 40.0), (100.0, 40.0)), others)[0] == (50, 33)


def test_a_way_that_begins_elsewhere_is_painted_whole() -> None:
    other_side = ((-10.0, 0.0), (-50.0, 0.0), (-50.0, 40.0), (-100.0, 40.0))
    assert cut_at_leaving(STRAIGHT, [other_side]) == STRAIGHT


def test_a_way_that_joins_another_ends_with_its_corner() -> None:
    first = ((0.0, 0.0), (50.0, 0.0), (50.0, 40.0), (100.0, 40.0))
    second = ((0.0, 80.0), (50.0, 80.0), (50.0, 40.0), (100.0, 40.0))
    assert cut_at_joining(second, [first]) == ((0, 80), (50, 80), (50, 40), (57, 40))


def covered(trunks: tuple[Trunk, ...]) -> set[tuple[object, ...]]:
    """The pixels that strokes run along and the heads at their ends; which of two ways is cut does not matter."""
    found: set[tuple[object, ...]] = set()
    for trunk in trunks:
        found.update(trunk.arrows)
        for path in trunk.paths:
            for (x, y), (to_x, to_y) in pairwise(path):
                if x == to_x:
                    found.update(
                        (trunk.purpose, "upright", x, at) for at in range(int(min(y, to_y)), int(max(y, to_y)))
                    )
                else:
                    found.update((trunk.purpose, "level", y, at) for at in range(int(min(x, to_x)), int(max(x, to_x))))
    return found


@pytest.mark.parametrize("town", [random_town(40, seed=1), large(72).drill.topology])
def test_lines_are_taken_out_as_if_only_the_others_had_been_gathered(town: Topology) -> None:
    drawing = route(town, arrange(town))
    for component in town.components[::5]:
        ends = enumerate(drawing.lines)
        gone = {number for number, line in ends if component.id in (line.supplier, line.component)}
        lines, trunks = taken_out(drawing.lines, drawing.trunks, gone)
        rest = tuple(line for number, line in enumerate(drawing.lines) if number not in gone)
        assert lines == rest
        assert covered(trunks) == covered(bundle(rest))
        assert sorted(each for trunk in trunks for each in trunk.lines) == list(range(len(rest)))
