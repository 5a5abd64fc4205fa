"""A drawing as bytes, and back: kept on a disk, and never believed when it comes from there.

Only what was chosen is written: where cards, zones and pills stand, and the corners of the lines. Everything else
follows from the map. Bytes that were damaged, or made by somebody else, give no drawing at all: it is drawn anew.
"""

from dataclasses import dataclass
from hashlib import sha256

import numpy as np
import numpy.typing as npt

from blackstart.core.drawing.columns import FloatArray
from blackstart.core.drawing.model import CARD_HEIGHT, CARD_WIDTH, Arrangement, Drawing
from blackstart.core.drawing.parts import nesting
from blackstart.core.drawing.polylines import Polyline
from blackstart.core.drawing.route import box_array, can_be_routed, drawing_of
from blackstart.core.drawing.wires import Wires, wires
from blackstart.core.topology.kinds import kind
from blackstart.core.topology.model import Box, Topology

DRAWING_VERSION = 1  # one more whenever `arrange` or `route` draws any map otherwise than before, or the form changes
FARTHEST = 1e7  # px from the middle of the canvas
NEAR = 1.0  # px: an end of a line no farther from its box than this lies on its border

_HEAD = b"blackstart drawing\n"
_DIGEST = 32  # bytes
_FLOAT, _COUNT = np.dtype("<f8"), np.dtype("<u4")

Counts = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class _Content:
    """What is written; boxes in the order of their numbers, zones in the topology's, ways end to end."""

    boxes: FloatArray
    zones: FloatArray
    lengths: Counts  # corners of each way
    corners: FloatArray


def fingerprint(topology: Topology) -> str:
    """Name a map by all that its drawing depends on; 64 hexadecimal digits."""
    cards = [
        (each.id, kind(each.kind).tier, each.zone, each.at)
        + tuple(
            (need.on, need.at_least, need.useful, need.survives, need.rejoin, need.name, need.purpose.value)
            + (bool(need.standby), tuple((bend.supplier, bend.points) for bend in need.bends))
            for need in each.needs
        )
        for each in topology.components
    ]
    zones = [(zone.id, zone.inside, zone.box) for zone in topology.zones]
    return sha256(repr((DRAWING_VERSION, cards, zones)).encode("utf-8", "surrogatepass")).hexdigest()


def sealed(topology: Topology, drawing: Drawing) -> bytes:
    """Write a drawing that `arrange` and `route` made of a topology."""
    joined, arrangement = wires(topology), drawing.arrangement
    ways: list[Polyline] = [()] * len(joined.edges)
    for wire, line in zip(joined.wires, drawing.lines, strict=True):
        ways[wire.edge] = line.points
    body = b"".join(
        (
            box_array(joined, arrangement).astype(_FLOAT).tobytes(),
            np.array(list(arrangement.zones.values()), _FLOAT).tobytes(),
            np.array([len(way) for way in ways], _COUNT).tobytes(),
            np.array([point for way in ways for point in way], _FLOAT).tobytes(),
        )
    )
    return _head(topology, body) + body


def unsealed(topology: Topology, content: bytes) -> Drawing | None:
    """Read what `sealed` wrote of that very topology; None if it is anything else."""
    head = len(_HEAD) + 2 * _DIGEST
    body = content[head:]
    if content[:head] != _head(topology, body):
        return None
    joined, zones = wires(topology), tuple(nesting(topology))
    found = _content(body, len(joined.components) + len(joined.pills), len(zones), len(joined.edges))
    if found is None or not _is_sound(topology, joined, found):
        return None
    boxes: list[Box] = [(x, y, width, height) for x, y, width, height in found.boxes.tolist()]
    frames: list[Box] = [(x, y, width, height) for x, y, width, height in found.zones.tolist()]
    pills = boxes[joined.first_gate :]
    arrangement = Arrangement(
        dict(zip(joined.components, boxes, strict=False)),
        dict(zip(zones, frames, strict=True)),
        {key: box for keys, box in zip(joined.pills, pills, strict=True) for key in keys},
    )
    corners = [(x, y) for x, y in found.corners.tolist()]
    ends = np.cumsum(found.lengths).tolist()
    ways = {
        edge: tuple(corners[end - length : end])
        for edge, (end, length) in enumerate(zip(ends, found.lengths.tolist(), strict=True))
    }
    return drawing_of(joined, arrangement, ways, is_plain=not can_be_routed(found.boxes, len(joined.edges)))


def _head(topology: Topology, body: bytes) -> bytes:
    return _HEAD + bytes.fromhex(fingerprint(topology)) + sha256(body).digest()


def _content(body: bytes, boxes: int, zones: int, edges: int) -> _Content | None:
    """Take apart; None if the parts do not make up the whole."""
    counts_at = (boxes + zones) * 4 * _FLOAT.itemsize
    corners_at = counts_at + edges * _COUNT.itemsize
    if len(body) < corners_at:
        return None
    lengths = np.frombuffer(body, _COUNT, edges, counts_at)
    if len(body) != corners_at + int(lengths.sum(dtype=np.uint64)) * 2 * _FLOAT.itemsize:
        return None
    frames = np.frombuffer(body, _FLOAT, (boxes + zones) * 4).reshape(-1, 4)
    corners = np.frombuffer(body, _FLOAT, offset=corners_at).reshape(-1, 2)
    return _Content(frames[:boxes], frames[boxes:], lengths, corners)


def _is_sound(topology: Topology, joined: Wires, found: _Content) -> bool:
    """Whether it can be a drawing of that map: what was placed stands there, lines join what needs join."""
    numbers = np.concatenate([found.boxes.ravel(), found.zones.ravel(), found.corners.ravel()])
    if not (np.abs(numbers) <= FARTHEST).all() or (found.lengths < 2).any():  # what is no number is not less either
        return False
    if (found.boxes[:, 2:] < 0).any() or (found.zones[:, 2:] < 0).any():
        return False
    cards = found.boxes[: joined.first_gate]
    held = [number for number, each in enumerate(topology.components) if each.at is not None]
    at = np.array([topology.components[number].at for number in held], float).reshape(-1, 2)
    if not (cards[:, 2:] == (CARD_WIDTH, CARD_HEIGHT)).all() or not (cards[held, :2] == at).all():
        return False
    if not len(found.lengths):
        return True
    lasts = np.cumsum(found.lengths, dtype=np.intp) - 1
    firsts = lasts - found.lengths + 1
    pieces = np.delete(np.diff(found.corners, axis=0), lasts[:-1], axis=0)
    is_square = bool((pieces == 0).any(axis=1).all())
    ends = np.array([edge[:2] for edge in joined.edges])
    starts, targets = found.boxes[ends[:, 0]], found.boxes[ends[:, 1]]
    return is_square and _touch(found.corners[firsts], starts) and _touch(found.corners[lasts], targets)


def _touch(points: FloatArray, boxes: FloatArray) -> bool:
    """Whether each point lies on its box, or as good as."""
    away = np.maximum(boxes[:, :2] - points, points - boxes[:, :2] - boxes[:, 2:])
    return bool((away <= NEAR).all())
