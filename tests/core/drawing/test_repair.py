"""Maps whose cards stand in no columns."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.repair import repaired
from blackstart.core.drawing.route import route
from blackstart.core.drawing.wires import Edge
from blackstart.core.topology.model import Topology
from tests.core.drawing.maps import placed_town
from tests.core.drawing.measure import hits, is_over

CARDS = np.array([(0.0, 0.0, 140.0, 52.0), (200.0, 0.0, 140.0, 52.0), (400.0, 0.0, 140.0, 52.0)])
THROUGH = ((140.0, 26.0), (400.0, 26.0))  # from the first card to the third, over the second


def scattered(seed: int, off: float) -> Topology:
    """The town, every card some way off its column."""
    chance = np.random.default_rng(seed)
    placed = placed_town()
    return replace(
        placed,
        zones=tuple(replace(zone, box=None) for zone in placed.zones),
        components=tuple(
            replace(c, at=(c.at[0] + chance.uniform(-off, off), c.at[1] + chance.uniform(-10, 10)))
            for c in placed.components
            if c.at is not None
        ),
    )


@pytest.mark.parametrize("off", [24.0, 40.0])
@pytest.mark.parametrize("seed", range(3))
def test_no_line_runs_over_a_card_that_stands_off_its_column(seed: int, off: float) -> None:
    town = scattered(seed, off)
    assert hits(route(town, arrange(town))) == []


def test_a_line_over_a_card_is_led_round_it() -> None:
    (way,) = repaired(CARDS, [Edge(0, 2, 0)], {0: THROUGH}).values()
    assert way[0][0] in (0, 140) and way[-1][0] in (400, 540)  # noqa: PT018
    assert not any(is_over((x, 0.0, 140.0, 52.0), a, b) for x in (0.0, 200.0, 400.0) for a, b in pairwise(way))


def test_a_line_over_no_card_stays() -> None:
    lines = {0: ((140.0, 26.0), (200.0, 26.0))}
    assert repaired(CARDS, [Edge(0, 1, 0)], lines) == lines


def test_two_lines_led_round_one_card_keep_apart() -> None:
    edges = [Edge(0, 2, 0), Edge(2, 0, 0)]
    there, back = repaired(CARDS, edges, {0: THROUGH, 1: THROUGH[::-1]}).values()
    assert {y for _, y in there} & {y for _, y in back} == set()


def test_a_card_that_is_walled_in_keeps_its_line() -> None:
    ring = [
        (-30.0, -40.0, 200.0, 32.0),
        (-30.0, 60.0, 200.0, 32.0),
        (-40.0, -40.0, 32.0, 132.0),
        (148.0, -40.0, 32.0, 132.0),
    ]
    boxes = np.array([CARDS[0], CARDS[2], *ring])
    lines = {0: THROUGH}
    assert repaired(boxes, [Edge(0, 1, 0)], lines) == lines
