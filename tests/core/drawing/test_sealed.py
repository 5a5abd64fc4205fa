"""A drawing that is kept as bytes: the very same one comes back, or none."""

import hashlib
import struct
from collections.abc import Callable
from dataclasses import replace

import pytest

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.model import Drawing
from blackstart.core.drawing.route import route
from blackstart.core.drawing.sealed import DRAWING_VERSION, fingerprint, sealed, unsealed
from blackstart.core.topology.model import Bend, Component, Need, Permille, Purpose, Standby, Topology
from tests.core.drawing.maps import fallen_town, odd_town, placed_town, random_town, topology, town

# What stands before the numbers: a word, the map's fingerprint, the digest of the numbers.
WORD, DIGEST = len(b"blackstart drawing\n"), 32
HEAD = WORD + 2 * DIGEST
FLOAT = 8  # bytes

# The digest of some drawings; with any other, DRAWING_VERSION must be another too, or people see the old ones.
DRAWN = {1: "553ef4203cd46294"}


def drawn(map_: Topology) -> Drawing:
    return route(map_, arrange(map_))


def with_first(map_: Topology, component: Component) -> Topology:
    return replace(map_, components=(component, *map_.components[1:]))


def resealed(content: bytes, numbers: bytes) -> bytes:
    """The same with other numbers, and their right digest: as somebody would make it who means harm."""
    return content[: HEAD - DIGEST] + hashlib.sha256(numbers).digest() + numbers


@pytest.mark.parametrize("map_", [town(), placed_town(), fallen_town(), random_town(80, seed=3), Topology()])
def test_a_drawing_comes_back_exactly(map_: Topology) -> None:
    fresh = drawn(map_)
    assert unsealed(map_, sealed(map_, fresh)) == fresh


@pytest.mark.parametrize("seed", range(60))
def test_a_drawing_of_an_odd_map_comes_back_exactly(seed: int) -> None:
    map_ = odd_town(seed)
    fresh = drawn(map_)
    assert unsealed(map_, sealed(map_, fresh)) == fresh


def test_plain_lines_come_back_as_plain_lines() -> None:
    apart = replace(
        topology("a | b < a"),
        components=tuple(
            replace(each, at=(0.0, 400_000.0 * number)) for number, each in enumerate(topology("a | b < a").components)
        ),
    )
    fresh = drawn(apart)
    found = unsealed(apart, sealed(apart, fresh))
    assert fresh.is_plain
    assert found == fresh


def test_every_damaged_byte_is_noticed() -> None:
    map_ = topology("a:z | b:z < a | c < 1of:a,b", {"z": None})
    content = sealed(map_, drawn(map_))
    assert unsealed(map_, content) is not None
    for place in range(len(content)):
        damaged = content[:place] + bytes([content[place] ^ 0x41]) + content[place + 1 :]
        assert unsealed(map_, damaged) is None, place
        assert unsealed(map_, content[:place]) is None, f"cut off at {place}"
    assert unsealed(map_, content + b"\0") is None


def test_numbers_that_cannot_be_a_drawing_are_refused_whoever_made_them() -> None:
    map_ = topology("a:z | b:z < a | c < 1of:a,b", {"z": None})
    content = sealed(map_, drawn(map_))
    numbers = content[HEAD:]
    assert unsealed(map_, resealed(content, numbers)) is not None
    boxes, zones, edges = 4, 1, 4
    counts_at = (boxes + zones) * 4 * FLOAT
    corners_at = counts_at + edges * 4
    for odd in (float("nan"), float("inf"), -1e300):
        for place in (*range(0, counts_at, FLOAT), *range(corners_at, len(numbers), FLOAT)):
            made = numbers[:place] + struct.pack("<d", odd) + numbers[place + FLOAT :]
            assert unsealed(map_, resealed(content, made)) is None, (odd, place)
    for odd in (0, 1, 0xFFFFFFFF):
        for place in range(counts_at, corners_at, 4):
            made = numbers[:place] + struct.pack("<I", odd) + numbers[place + 4 :]
            assert unsealed(map_, resealed(content, made)) is None, (odd, place)


def shifted(fresh: Drawing, number: int, by: float) -> Drawing:
    """The drawing with a corner of its first line elsewhere."""
    line = fresh.lines[0]
    points = list(line.points)
    points[number] = (points[number][0] + by, points[number][1] + by)
    return replace(fresh, lines=(replace(line, points=tuple(points)), *fresh.lines[1:]))


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda fresh: shifted(fresh, 0, 300.0),
        lambda fresh: shifted(fresh, -1, 300.0),
        lambda fresh: shifted(fresh, 0, 0.5),  # and the first piece is slanting
    ],
)
def test_lines_that_do_not_join_what_needs_join_are_refused(spoilt: Callable[[Drawing], Drawing]) -> None:
    map_ = topology("a | b < a")
    assert unsealed(map_, sealed(map_, spoilt(drawn(map_)))) is None


def test_a_card_that_stands_elsewhere_than_it_was_put_is_refused() -> None:
    there = placed_town()
    elsewhere = with_first(there, replace(there.components[0], at=(17.0, 49.0)))
    content = sealed(elsewhere, drawn(elsewhere))
    as_there = sealed(there, drawn(there))
    assert unsealed(there, resealed(as_there, content[HEAD:])) is None


def test_a_card_of_another_size_is_refused() -> None:
    map_ = topology("a | b")
    content = sealed(map_, drawn(map_))
    large = content[HEAD : HEAD + 2 * FLOAT] + struct.pack("<d", 900.0) + content[HEAD + 3 * FLOAT :]
    assert unsealed(map_, resealed(content, large)) is None


def test_a_frame_that_is_less_than_nothing_wide_is_refused() -> None:
    map_ = topology("a:z | b", {"z": None})
    content = sealed(map_, drawn(map_))
    wide = HEAD + (2 * 4 + 2) * FLOAT  # behind two cards, x and y
    spoilt = content[HEAD:wide] + struct.pack("<d", -50.0) + content[wide + FLOAT :]
    assert unsealed(map_, resealed(content, spoilt)) is None


def test_another_map_gets_none() -> None:
    assert unsealed(topology("a | b"), sealed(topology("a | c"), drawn(topology("a | c")))) is None


NEED = Need((ComponentId("b"), ComponentId("c")), at_least=1)
BASE = Topology(
    zones=topology("", {"y": None, "z": None}).zones,
    components=(
        Component(ComponentId("a"), zone=ZoneId("z"), needs=(NEED, Need((ComponentId("d"),)))),
        *topology("b | c | d < b").components,
    ),
)
A = BASE.components[0]


def with_need(need: Need) -> Topology:
    return with_first(BASE, replace(A, needs=(need, *A.needs[1:])))


@pytest.mark.parametrize(
    "other",
    [
        with_first(BASE, replace(A, id=ComponentId("e"))),
        with_first(BASE, replace(A, kind="power")),
        with_first(BASE, replace(A, zone=ZoneId("y"))),
        with_first(BASE, replace(A, zone=None)),
        with_first(BASE, replace(A, at=(3.0, 4.0))),
        with_first(BASE, replace(A, needs=A.needs[:1])),
        with_first(BASE, replace(A, needs=A.needs[::-1])),
        with_need(replace(NEED, on=NEED.on[::-1])),
        with_need(replace(NEED, on=(*NEED.on, ComponentId("d")))),
        with_need(replace(NEED, at_least=2)),
        with_need(replace(NEED, name="either")),
        with_need(replace(NEED, purpose=Purpose.START)),
        with_need(replace(NEED, useful=Permille(500))),
        with_need(replace(NEED, survives=NEED.survives.__class__(60))),
        with_need(replace(NEED, rejoin=NEED.rejoin.__class__(60))),
        with_need(replace(NEED, standby=(Standby(ComponentId("c")),))),
        with_need(replace(NEED, bends=(Bend(ComponentId("b"), ((400.0, 20.0),)),))),
        replace(BASE, components=BASE.components[::-1]),
        replace(BASE, zones=BASE.zones[::-1]),
        replace(BASE, zones=BASE.zones[1:]),
        replace(BASE, zones=(replace(BASE.zones[0], inside=ZoneId("z")), BASE.zones[1])),
        replace(BASE, zones=(replace(BASE.zones[0], box=(0.0, 0.0, 600.0, 400.0)), BASE.zones[1])),
    ],
)
def test_whatever_matters_to_the_drawing_makes_it_another(other: Topology) -> None:
    assert fingerprint(other) != fingerprint(BASE)


@pytest.mark.parametrize(
    "other",
    [
        with_first(BASE, replace(A, users=90_000, note=None, locked=True, restart=A.restart.__class__(90))),
        with_first(BASE, replace(A, kind="unheard-of")),
        with_need(replace(NEED, weight=Permille(300))),
        replace(BASE, currency="KRW"),
    ],
)
def test_what_does_not_matter_leaves_drawing_and_fingerprint(other: Topology) -> None:
    assert drawn(other) == drawn(BASE)
    assert fingerprint(other) == fingerprint(BASE)


def test_a_map_that_is_drawn_otherwise_has_another_version() -> None:
    found = hashlib.sha256()
    for map_ in (town(), placed_town(), fallen_town(), random_town(80, seed=3)):
        drawing = drawn(map_)
        boxes = [*drawing.arrangement.cards.values(), *drawing.arrangement.zones.values()]
        boxes += drawing.arrangement.gates.values()
        for numbers in (*boxes, *(point for line in drawing.lines for point in line.points)):
            found.update(",".join(f"{round(each, 6) + 0.0:.6f}" for each in numbers).encode())
    told = "raise DRAWING_VERSION by one and put this digest beside it: what was kept before is then drawn anew"
    assert found.hexdigest()[:16] == DRAWN[DRAWING_VERSION], told
