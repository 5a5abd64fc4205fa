"""Where the parts of the display stand in a window of any form.

Everything is in units: a window of 16 to 9 is 1600 by 900 of them. A higher one gives the map what it has more, a wider
one likewise.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

WIDE, HIGH = 1600.0, 900.0
EDGE, GAP = 28.0, 14.0
HEAD_TOP, HEAD = 6.0, 118.0
FOOT, TALL_FOOT, FOOT_EDGE = 212.0, 320.0, 20.0
MESSAGE, TALLY, NAMES = 640.0, 268.0, 400.0
COLUMN_GAP = 28.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Places in units; nowhere = the part is not there. `unit` is px."""

    unit: float
    head: QRectF
    map: QRectF
    tally: QRectF
    names: QRectF
    message: QRectF
    question: QRectF


def unit_of(width: float, height: float) -> float:
    """Return how many px a unit is in a window of so many px."""
    return max(min(width / WIDE, height / HIGH), 0.01)


def plan(width: float, height: float, *, has_question: bool, is_tall: bool, has_names: bool) -> Plan:
    """Share out a window of so many px; `is_tall` = words at the foot need more room than they usually have."""
    unit = unit_of(width, height)
    across, down = width / unit, height / unit
    inner = across - 2 * EDGE
    foot = TALL_FOOT if is_tall else FOOT
    foot_top = down - FOOT_EDGE - foot
    body_top = HEAD_TOP + HEAD
    body = foot_top - GAP - body_top
    tally_left = across - EDGE - TALLY
    names_left = tally_left - COLUMN_GAP - NAMES
    map_right = (names_left if has_names else tally_left) - COLUMN_GAP
    message = MESSAGE if has_question else inner
    question_left = EDGE + MESSAGE + GAP
    return Plan(
        unit,
        head=QRectF(EDGE, HEAD_TOP, inner, HEAD),
        map=QRectF(EDGE - 2, body_top, map_right - EDGE + 2, body),
        tally=QRectF(tally_left, body_top, TALLY, body),
        names=QRectF(names_left, body_top, NAMES, body) if has_names else QRectF(),
        message=QRectF(EDGE, foot_top, message, foot),
        question=QRectF(question_left, foot_top, across - EDGE - question_left, foot) if has_question else QRectF(),
    )
