"""A drawing with the lines of one purpose alone."""

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.purposes import drawn_for
from blackstart.core.drawing.route import route
from blackstart.core.topology.model import Component, Need, Purpose, Topology

POWER, HALL, SPARE, APP = (ComponentId(name) for name in ("power", "hall", "spare", "app"))


def mixed() -> Topology:
    """An app that runs on one of two halls, starts with one of the two and is mended by power."""
    group = (HALL, SPARE)
    needs = (Need(group), Need(group, name="start", purpose=Purpose.START), Need((POWER,), purpose=Purpose.RESPOND))
    return Topology(
        components=(
            Component(POWER),
            Component(HALL, needs=(Need((POWER,)),)),
            Component(SPARE, needs=(Need((POWER,)),)),
            Component(APP, needs=needs),
        )
    )


def test_only_lines_and_gates_of_that_purpose_are_left_and_cards_stand_where_they_stood() -> None:
    whole = route(mixed(), arrange(mixed()))
    found = drawn_for(whole, Purpose.RUN)
    assert found.arrangement.cards == whole.arrangement.cards
    assert {(line.component, line.need_index) for line in found.lines} == {(HALL, 0), (SPARE, 0), (APP, 0)}
    assert set(found.arrangement.gates) == {(APP, 0)}
    assert set(found.lines) < set(whole.lines)


def test_its_trunks_count_the_lines_that_are_left() -> None:
    found = drawn_for(route(mixed(), arrange(mixed())), Purpose.RUN)
    numbers = sorted(number for trunk in found.trunks for number in trunk.lines)
    assert numbers == list(range(len(found.lines)))
    for trunk in found.trunks:
        assert {found.lines[number].purpose for number in trunk.lines} == {Purpose.RUN}


def test_the_bounds_hold_all_that_is_left_and_no_more_than_before() -> None:
    whole = route(mixed(), arrange(mixed()))
    left, top, width, height = drawn_for(whole, Purpose.RUN).bounds
    for x, y, card_width, card_height in whole.arrangement.cards.values():
        assert left <= x <= x + card_width <= left + width
        assert top <= y <= y + card_height <= top + height
    assert (width, height) <= (whole.bounds[2] + 1, whole.bounds[3] + 1)


def test_nothing_has_no_bounds() -> None:
    empty = route(Topology(), arrange(Topology()))
    assert drawn_for(empty, Purpose.RUN).bounds == (0.0, 0.0, 0.0, 0.0)
