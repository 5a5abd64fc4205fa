"""When dots run, and where: with the time told by hand."""

import pytest

from blackstart.core.engine.trace import Shown
from blackstart.shell.canvas.motion import DOTS, PULSE_S, REPEAT_S
from blackstart.shell.canvas.pulses import Pulses
from blackstart.shell.canvas.spread import MOST_FLOWS, Flow
from tests.shell.canvas.drawings import small_drawing

DRAWING = small_drawing()
TO_LOCK = Flow((5,), Shown.DOWN)  # from (160, 66) by two corners to (560, 266)
TO_HALL = Flow((0,), Shown.DOWN)
THROUGH_GATE = Flow((1, 3), Shown.DEGRADED)


def test_three_dots_run_one_behind_the_other() -> None:
    pulses = Pulses()
    pulses.begin([TO_LOCK], DRAWING, 0.0)
    dots = pulses.dots(PULSE_S / 2)
    assert [(dot.radius, dot.opacity) for dot in dots] == list(DOTS)
    assert [dot.at[0] for dot in dots] == sorted((dot.at[0] for dot in dots), reverse=True)
    first, second, third = (dot.at for dot in dots)
    assert [first[0] - second[0], second[0] - third[0]] == pytest.approx([14, 14])


def test_a_pulse_goes_from_supplier_to_dependent_once() -> None:
    pulses = Pulses()
    pulses.begin([TO_LOCK], DRAWING, 0.0)
    assert pulses.dots(0.0)[0].at == (160.0, 66.0)
    arriving = pulses.dots(PULSE_S * 0.999)[0].at
    assert arriving == pytest.approx((560, 266), abs=1)
    assert pulses.dots(PULSE_S) == []
    assert pulses.dots(REPEAT_S) == []
    pulses.sweep(REPEAT_S)
    assert pulses.is_empty


def test_a_pulse_goes_into_a_gate_and_out_of_it_in_one_colour() -> None:
    pulses = Pulses()
    pulses.begin([THROUGH_GATE], DRAWING, 0.0)
    seen = [dot for step in range(90) for dot in pulses.dots(step / 100)[:1]]
    assert min(dot.at[0] for dot in seen) == 360.0
    assert max(dot.at[0] for dot in seen) > 555.0
    assert {dot.shown for dot in seen} == {Shown.DEGRADED}
    assert not any(430 < dot.at[0] < 480 for dot in seen)  # under the gate


def test_on_reserve_a_pulse_runs_again_and_again_until_told_otherwise() -> None:
    pulses = Pulses()
    pulses.hold([TO_LOCK], DRAWING, 10.0)
    first = pulses.dots(10.3)
    assert pulses.dots(11.5) == []
    again = pulses.dots(10.3 + 3 * REPEAT_S)
    assert [dot.at[0] for dot in again] == pytest.approx([dot.at[0] for dot in first])
    pulses.sweep(99.0)
    pulses.hold([TO_LOCK, TO_HALL], DRAWING, 99.0)
    assert len(pulses.dots(10.3 + 50 * REPEAT_S)) > 0
    pulses.hold([], DRAWING, 100.0)
    assert pulses.dots(10.3 + 51 * REPEAT_S) == []
    assert pulses.is_empty


def test_what_repeats_already_does_not_begin_anew_when_another_joins() -> None:
    pulses = Pulses()
    pulses.hold([TO_LOCK], DRAWING, 0.0)
    before = pulses.dots(0.5)
    pulses.hold([TO_LOCK, TO_HALL], DRAWING, 0.5)
    assert pulses.dots(0.5)[: len(before)] == before


def test_at_most_six_run_at_once_and_what_just_happened_goes_first() -> None:
    pulses = Pulses()
    once = [Flow((number,), Shown.DOWN) for number in range(5)]
    repeated = [Flow((5,), Shown.ISOLATED), THROUGH_GATE, Flow((2, 3), Shown.ISOLATED)]
    pulses.hold(repeated, DRAWING, 0.0)
    pulses.begin(once, DRAWING, 0.0)
    dots = pulses.dots(0.0)
    assert len(dots) == MOST_FLOWS == 6
    assert [dot.shown for dot in dots].count(Shown.DOWN) == 5


def test_of_more_than_six_that_happen_at_once_the_first_six_run() -> None:
    pulses = Pulses()
    pulses.begin([Flow((number,), Shown.DOWN) for number in range(4)], DRAWING, 0.0)
    pulses.begin([Flow((4,), Shown.DOWN), Flow((5,), Shown.DEGRADED), THROUGH_GATE], DRAWING, 0.0)
    assert [dot.shown for dot in pulses.dots(0.0)] == [*[Shown.DOWN] * 5, Shown.DEGRADED]


def test_one_way_does_not_flash_more_often_than_once_a_second() -> None:
    pulses = Pulses()
    pulses.begin([TO_LOCK], DRAWING, 0.0)
    pulses.sweep(0.95)
    pulses.begin([TO_LOCK], DRAWING, 0.95)
    assert pulses.dots(0.96) == []
    pulses.sweep(1.0)
    pulses.begin([TO_LOCK], DRAWING, 1.0)
    assert len(pulses.dots(1.01)) == 1


def test_from_afar_dots_are_larger_on_the_canvas() -> None:
    pulses = Pulses()
    pulses.begin([TO_LOCK], DRAWING, 0.0)
    near, far = pulses.dots(0.45), pulses.dots(0.45, scale=2.0)
    assert far[0].at == near[0].at
    assert far[0].radius == 2 * near[0].radius
