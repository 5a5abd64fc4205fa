"""Where every lane and every sign in it lies, for one part of the run on a widget of one width."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from blackstart.shell.review.lanes.lanes_model import LanesModel
from blackstart.shell.review.lanes.marks import LaneKind
from blackstart.shell.review.lanes.signs import COUNT_PX, half_of, shared_half
from blackstart.shell.review.lanes.spacing import Cluster, Spot, clusters
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8
from blackstart.shell.widgets.time_axis import TimeScale

LANE_PX, DIAMONDS_PX = 15, 19  # as high as a strip; where decisions lie, as their diamonds
MOST_SHARING = 99  # one sign has room for
NEAR_PX = 3  # a pointer so far from a sign still means it


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """One lane and its signs, from left to right."""

    name: str
    top: int
    height: int
    signs: tuple[Cluster, ...]

    @property
    def middle(self) -> float:
        return self.top + self.height / 2

    def box(self, sign: Cluster) -> QRectF:
        """Where a sign lies."""
        return QRectF(sign.left, self.top, sign.right - sign.left, self.height)


class LanesLayout:
    """Laid out once; what lies at a point and where a mark lies is asked of it."""

    def __init__(self, model: LanesModel, scale: TimeScale, width: int, look: Look) -> None:
        self.lanes = tuple(_placed(model, scale, width, look))
        self._signs = {row: (lane, sign) for lane in self.lanes for sign in lane.signs for row in sign.rows}

    def sign_of(self, row: int) -> tuple[PlacedLane, Cluster] | None:
        """Return the sign of a mark with its lane; None = its time is not shown."""
        return self._signs.get(row)

    def sign_at(self, point: QPointF) -> tuple[PlacedLane, Cluster] | None:
        """Return what lies at a point, the nearest of several."""
        lane = next((each for each in self.lanes if each.top <= point.y() < each.top + each.height), None)
        if lane is None:
            return None
        near = [each for each in lane.signs if each.left - NEAR_PX <= point.x() <= each.right + NEAR_PX]
        return (lane, min(near, key=lambda each: abs(each.middle - point.x()))) if near else None


def height_of(model: LanesModel, look: Look, *, is_folded: bool) -> int:
    """Return how high the lanes are, with some room below them; none if there are no marks."""
    if not model.marks:
        return 0
    kinds = model.kinds[:1] if is_folded else model.kinds
    return sum(_height(kind, look, is_folded=is_folded) for kind in kinds) + SPACE_4


def _height(kind: LaneKind, look: Look, *, is_folded: bool) -> int:
    return look.px(DIAMONDS_PX if is_folded or kind is LaneKind.DECISION else LANE_PX)


def _placed(model: LanesModel, scale: TimeScale, width: int, look: Look) -> Iterator[PlacedLane]:
    top = 0
    for number, rows in enumerate(model.lanes):
        spots = [
            Spot(row, scale.x_of(model.marks[row].at, width), half_of(model.marks[row], look))
            for row in rows
            if scale.holds(model.marks[row].at)
        ]
        kind = model.marks[rows[0]].kind
        height = _height(kind, look, is_folded=model.is_folded)
        has_numbers = kind is LaneKind.DECISION and not model.is_folded
        half = shared_half(min(len(rows), MOST_SHARING), look, has_numbers=has_numbers)
        yield PlacedLane(model.name_of(number), top, height, clusters(spots, half, scale.left_px - SPACE_8 + 1))
        top += height


def count_box(lane: PlacedLane, sign: Cluster, look: Look) -> QRectF:
    """Return the plate of a sign that several marks share."""
    height = min(look.px(COUNT_PX), lane.height) - 2
    return QRectF(sign.left, lane.middle - height / 2, sign.right - sign.left, height)
