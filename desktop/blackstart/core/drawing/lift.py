"""Cards lifted out of a drawing to be dragged: their lines are taken out, everything else stands.

What it costs to pass beside what stands is summed up once, so that each step of the drag only has to look it up.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.charting import frames_from
from blackstart.core.drawing.columns import Columns, FloatArray, heights
from blackstart.core.drawing.courses import Courses
from blackstart.core.drawing.crossings import Passages, occupied
from blackstart.core.drawing.lanes import Channels, Place, channels
from blackstart.core.drawing.model import GateKey
from blackstart.core.drawing.nets import thinned
from blackstart.core.drawing.route import Plan
from blackstart.core.drawing.wires import Wires

CountArray = npt.NDArray[np.int32]

ROW = 4.0  # px between two heights at which a column can be passed
STEP = 8.0  # px between two heights at which it is known what stands in a channel
LANE = 6.0  # px between two x that are looked at
FIRST_ROOM, ARROW_ROOM = 8.0, 14.0  # px that are kept to the cards on the left and on the right of a channel
BEYOND = 20  # lanes that are looked at before the first column and after the last
TOUCH = 5.0  # px between two pieces that seem one


@dataclass(frozen=True, slots=True)
class Alley:
    """A channel with what stands in it.

    Attributes
    ----------
    x : array (n,)
        Where a piece can stand.
    touched : array (steps + 1, n)
        Sum over all steps above of the pieces that one there would touch.
    left : array (steps, n)
        How many pieces stand left of it at a step, `STEP` px from the one before.
    total : array (steps,)
        How many pieces stand at a step.
    """

    x: FloatArray
    touched: CountArray
    left: CountArray
    total: CountArray


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands while cards are dragged, measured from the origin of the courses.

    Attributes
    ----------
    top : float
        Height of the first row; they are `ROW` px apart.
    rows : array (m,)
        Heights that are looked at.
    price : array (columns + 1, m)
        Sum over all columns before of what it costs to pass at a height.
    heights : mapping of net to column to height
        The trunks that stand.
    x : mapping of (channel, piece) to float
        Their upright pieces.
    alleys : tuple of Alley
        One for each channel.
    """

    top: float
    rows: FloatArray
    price: FloatArray
    heights: Passages
    x: Mapping[Place, float]
    alleys: tuple[Alley, ...]


@dataclass(frozen=True, slots=True)
class Lifted:
    """Cards that are being dragged.

    Attributes
    ----------
    plan : Plan
        The drawing that they were lifted out of.
    lines : tuple of int
        Numbers of the drawing's lines that are taken out; `dragged` gives these anew, in this order.
    gates : frozenset of GateKey
        Pills of which all ends are lifted; each goes as far as the component that it belongs to.
    boxes : mapping of int to ComponentId
        Lifted boxes, and the component with which each goes.
    edges : tuple of int
        Edges that end at a lifted box.
    standing : Standing or None
        None where nothing was routed.
    """

    plan: Plan
    lines: tuple[int, ...]
    gates: frozenset[GateKey]
    boxes: Mapping[int, ComponentId]
    edges: tuple[int, ...]
    standing: Standing | None


def lift(plan: Plan, components: Collection[ComponentId]) -> Lifted:
    """Take the lines of some cards out of a drawing; components that are not on it are passed over."""
    wires = plan.wires
    boxes = _lifted_boxes(wires, components)
    edges = tuple(
        number for number, (source, target, _) in enumerate(wires.edges) if source in boxes or target in boxes
    )
    loose = set(edges)
    return Lifted(
        plan=plan,
        lines=tuple(number for number, wire in enumerate(wires.wires) if wire.edge in loose),
        gates=frozenset(key for box in boxes if box >= wires.first_gate for key in wires.pills[box - wires.first_gate]),
        boxes=boxes,
        edges=edges,
        standing=_standing(plan, plan.courses, boxes, loose) if plan.courses else None,
    )


def _lifted_boxes(wires: Wires, components: Collection[ComponentId]) -> dict[int, ComponentId]:
    wanted, first = set(components), wires.first_gate
    boxes = {number: each for number, each in enumerate(wires.components) if each in wanted}
    at_gate = [(source, target) for source, target, _ in wires.edges if source >= first or target >= first]
    held = {gate for ends in at_gate for box, gate in (ends, ends[::-1]) if box in boxes and gate >= first}
    freed = {gate for ends in at_gate for box, gate in (ends, ends[::-1]) if gate in held and box not in boxes}
    return boxes | {gate: wires.pills[gate - first][0][0] for gate in sorted(held - freed)}


def _standing(plan: Plan, courses: Courses, boxes: Collection[int], loose: Collection[int]) -> Standing:
    grid, first_gate = courses.grid, plan.wires.first_gate
    nets = thinned(grid, plan.wires.edges, courses.nets, loose)
    passed: Passages = {
        key: {column: courses.passed[key][column] for column in net.passed} for key, net in nets.items()
    }
    frames = frames_from(courses.origin, plan.drawing.arrangement.zones.values())
    priced = heights(grid, frames, boxes)
    step = int(ROW / (priced.rows[1] - priced.rows[0]))
    price = (priced.wall + occupied(priced, passed))[:, ::step]
    rows = priced.rows[::step]
    pieces = channels(grid, nets, passed, courses.ports, first_gate)
    x = {(channel, key): at for (channel, key), at in courses.lanes.x.items() if key in pieces.get(channel, ())}
    return Standing(
        top=float(rows[0]),
        rows=rows,
        price=np.concatenate((np.zeros((1, len(rows))), price.cumsum(axis=0))),
        heights=passed,
        x=x,
        alleys=tuple(_alley(grid, channel, pieces, x, rows[:: int(STEP / ROW)]) for channel in range(grid.count + 1)),
    )


def _alley(grid: Columns, channel: int, pieces: Channels, placed: Mapping[Place, float], rows: FloatArray) -> Alley:
    room = _room(grid, channel)
    here = [(placed[channel, key], piece) for key, piece in pieces.get(channel, {}).items() if (channel, key) in placed]
    x = np.array([at for at, _ in here])
    first = np.searchsorted(rows, [piece.low for _, piece in here])
    last = np.searchsorted(rows, [piece.high for _, piece in here])
    touched, left = (np.zeros((len(rows) + 1, len(room) + 1), np.int32) for _ in range(2))
    for table, begin, end in (
        (left, np.searchsorted(room, x, "right"), np.full(len(x), len(room))),
        (touched, np.searchsorted(room, x - TOUCH), np.searchsorted(room, x + TOUCH)),
    ):
        for row, column, sign in ((first, begin, 1), (last, begin, -1), (first, end, -1), (last, end, 1)):
            np.add.at(table, (row, column), sign)
    left, touched = (table.cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32) for table in (left, touched))
    left, touched = left[:-1, :-1], touched[:-1, :-1]
    total = np.zeros(len(rows) + 1, np.int32)
    np.add.at(total, first, 1)
    np.add.at(total, last, -1)
    summed = np.concatenate((np.zeros((1, len(room)), np.int32), touched.cumsum(axis=0, dtype=np.int32)))
    return Alley(room, summed, left, total.cumsum()[:-1])


def _room(grid: Columns, channel: int) -> FloatArray:
    begin = float(grid.right[channel - 1]) + FIRST_ROOM if channel else float(grid.left[0]) - ARROW_ROOM - BEYOND * LANE
    end = float(grid.left[channel]) - ARROW_ROOM if channel < grid.count else begin + BEYOND * LANE
    return np.arange(begin, max(end, begin) + LANE / 2, LANE)
