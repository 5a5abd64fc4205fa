"""Pieces of lines that are put elsewhere by hand, and the pins that come of it."""

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.bending import as_drawn, bent, can_be_bent, held_pieces, is_upright, loosened, nudged
from blackstart.core.drawing.courses import Courses
from blackstart.core.drawing.model import Arrangement
from blackstart.core.drawing.polylines import Polyline
from blackstart.core.drawing.route import Plan, routed
from blackstart.core.topology.model import Point, Topology
from tests.core.drawing.maps import topology
from tests.core.drawing.test_pins import line, pinned

PLACES = {"a": (0.0, 82.0), "b": (220.0, 82.0), "c": (440.0, 82.0), "d": (220.0, 164.0)}
STANDING = Arrangement({ComponentId(name): (*at, 140.0, 52.0) for name, at in PLACES.items()}, {}, {})
BARE = topology("c < a | a | b | d")


def plan_of(map_: Topology) -> tuple[Plan, Courses, Polyline]:
    plan = routed(map_, STANDING)
    assert plan.courses is not None
    return plan, plan.courses, line(plan, "c", "a").points


def rerouted(*bends: Point) -> Polyline:
    return plan_of(pinned(BARE, "c", "a", *bends))[2]


def piece_of(way: Polyline, *, upright: bool, courses: Courses) -> int:
    return next(
        each for each in range(len(way) - 1) if is_upright(way, each) == upright and can_be_bent(courses, way, each)
    )


def test_an_upright_piece_lies_where_it_is_dragged() -> None:
    _, courses, way = plan_of(BARE)
    piece = piece_of(way, upright=True, courses=courses)
    after = rerouted(*bent(courses, (), way, piece, (187.2, 0.0)))
    assert 187.0 in {x for x, _ in after}


def test_a_level_piece_lies_where_it_is_dragged() -> None:
    _, courses, way = plan_of(BARE)
    piece = piece_of(way, upright=False, courses=courses)
    after = rerouted(*bent(courses, (), way, piece, (290.0, 30.0)))
    assert 30.0 in {y for _, y in after}


def test_a_level_piece_that_is_dragged_over_a_card_stays_beside_it() -> None:
    _, courses, way = plan_of(BARE)
    piece = piece_of(way, upright=False, courses=courses)
    ((_, height),) = bends = bent(courses, (), way, piece, (290.0, 90.0))
    assert height < 82.0
    assert height in {y for _, y in rerouted(*bends)}


def test_an_upright_piece_stays_in_its_channel() -> None:
    _, courses, way = plan_of(BARE)
    piece = piece_of(way, upright=True, courses=courses)
    ((x, _),) = bends = bent(courses, (), way, piece, (900.0, 0.0))
    assert 140.0 < x < 220.0
    assert x in {each for each, _ in rerouted(*bends)}


def test_a_piece_that_is_dragged_again_has_one_pin() -> None:
    _, courses, way = plan_of(BARE)
    piece = piece_of(way, upright=True, courses=courses)
    bends = bent(courses, (), way, piece, (170.0, 0.0))
    assert len(bent(courses, bends, way, piece, (190.0, 0.0))) == 1


def test_what_leaves_a_card_and_what_enters_one_cannot_be_bent() -> None:
    _, courses, way = plan_of(BARE)
    assert len(way) == 6
    assert [each for each in range(5) if can_be_bent(courses, way, each)] == [1, 2, 3]


def test_pieces_tell_whether_a_pin_holds_them() -> None:
    _, courses, way = plan_of(BARE)
    assert held_pieces(courses, (), way) == ()
    bends = bent(courses, (), way, piece_of(way, upright=True, courses=courses), (187.0, 0.0))
    _, courses, after = plan_of(pinned(BARE, "c", "a", *bends))
    (held,) = held_pieces(courses, bends, after)
    assert after[held][0] == after[held + 1][0] == 187.0


def test_a_pin_that_is_passed_over_holds_nothing() -> None:
    _, courses, way = plan_of(BARE)
    assert held_pieces(courses, ((290.0, 100.0),), way) == ()


def test_a_loosened_piece_finds_its_way_again() -> None:
    _, courses, way = plan_of(BARE)
    for upright, to in ((True, (187.0, 0.0)), (False, (290.0, 30.0))):
        piece = piece_of(way, upright=upright, courses=courses)
        bends = bent(courses, (), way, piece, to)
        _, later, after = plan_of(pinned(BARE, "c", "a", *bends))
        (held,) = held_pieces(later, bends, after)
        assert loosened(later, bends, after, held) == ()


def test_a_line_pinned_as_it_lies_stays_as_it_is() -> None:
    _, courses, way = plan_of(BARE)
    bends = as_drawn(courses, way)
    assert rerouted(*bends) == way
    assert held_pieces(courses, bends, way) == (1, 2, 3)


def test_pins_are_moved_along_what_they_hold_across() -> None:
    _, courses, way = plan_of(BARE)
    bends = as_drawn(courses, way)
    aside = nudged(courses, bends, (1.0, 0.0))
    assert [x for x, _ in aside] == [x + (x in {way[1][0], way[3][0]}) for x, _ in bends]
    up = nudged(courses, bends, (0.0, -1.0))
    assert sum(y for _, y in up) == sum(y for _, y in bends) - 1


def test_a_nudge_towards_a_card_goes_to_its_other_side() -> None:
    _, courses, _ = plan_of(BARE)
    ((_, height),) = nudged(courses, ((290.0, 68.0),), (0.0, 20.0))
    assert height == 144.5
