"""How a map stands at a time: what everything it shows is made of."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Standing
from blackstart.core.topology.model import Topology
from blackstart.shell.canvas.signs import Signs

Travelled = tuple[ComponentId, ComponentId, str]  # supplier, component, reference of the need: as a cause names it

Key = TypeVar("Key")
Value = TypeVar("Value")


class Asked(Mapping[Key, Value]):
    """What is made when it is asked for the first time, and kept: of a large map little ever is."""

    def __init__(self, keys: Mapping[Key, object], make: Callable[[Key], Value]) -> None:
        self._keys = keys
        self._make = make
        self._made: dict[Key, Value] = {}

    def __getitem__(self, key: Key) -> Value:
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: object) -> bool:
        return key in self._keys


@dataclass(frozen=True, slots=True)
class Moment:
    """How a topology stands at a time.

    Attributes
    ----------
    travelled : frozenset of Travelled
        Ways along which the last change came.
    signs : Signs or None
        As somebody has read them off for the drawing that is shown; None = nobody has.
    """

    topology: Topology
    now: Seconds
    standings: Mapping[ComponentId, Standing]
    travelled: frozenset[Travelled] = frozenset()
    signs: Signs | None = None


def moment(
    topology: Topology,
    now: Seconds,
    standing: Callable[[ComponentId], Standing],
    travelled: frozenset[Travelled] = frozenset(),
) -> Moment:
    """Return how a topology stands; `standing` is asked later, and must go on telling of this moment."""
    return Moment(topology, now, Asked({each.id: each for each in topology.components}, standing), travelled)
