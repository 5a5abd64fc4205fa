"""The drawn map as frozen values: components, their needs, zones and crews.

Levels and shares are integers in permille (0..1000), times whole seconds, places canvas pixels. What the
values do is the failure model's matter (engine/MODEL.md).
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from blackstart.core.base.ids import ComponentId, CrewId, ZoneId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import Text

Permille = NewType("Permille", int)  # 0..1000
FULL = Permille(1000)

Point = tuple[float, float]  # canvas px
Box = tuple[float, float, float, float]  # x, y, width, height; canvas px


class Purpose(StrEnum):
    """What a need is for: wanted all the time, only to come back, or only to be repaired."""

    RUN = "run"
    START = "start"
    RESPOND = "respond"


@dataclass(frozen=True, slots=True)
class Standby:
    """A supplier that counts only once armed; `after` seconds of loss arm it by themselves, None = by hand."""

    supplier: ComponentId
    after: Seconds | None = None


@dataclass(frozen=True, slots=True)
class Bend:
    """The pinned corner points of the line from one supplier."""

    supplier: ComponentId
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """A group of suppliers of which at least `at_least` must serve.

    Attributes
    ----------
    on : tuple of ComponentId
        Suppliers, at least one, without repetition.
    name : str or None
        An id that effects call it by; None = known by its single supplier.
    at_least : int
        1 .. number of suppliers.
    purpose : Purpose
        ``for`` in the file.
    weight : Permille
        Run needs only; 1000 is hard, less is soft: the share of the level that its loss costs.
    useful : Permille
        Least supply that serves, 1..1000.
    survives, rejoin : Seconds
        How long the best recent supply is still had; how long supply must be back before the need is OK.
    standby : tuple of Standby
        Suppliers that are armed first.
    bends : tuple of Bend
        Lines pinned by hand.
    """

    on: tuple[ComponentId, ...]
    name: str | None = None
    at_least: int = 1
    purpose: Purpose = Purpose.RUN
    weight: Permille = FULL
    useful: Permille = Permille(1)
    survives: Seconds = Seconds(0)
    rejoin: Seconds = Seconds(0)
    standby: tuple[Standby, ...] = ()
    bends: tuple[Bend, ...] = ()

    @property
    def is_hard(self) -> bool:
        """Whether its loss stops the component: a run need of full weight."""
        return self.purpose is Purpose.RUN and self.weight == FULL

    @property
    def reference(self) -> str:
        """What effects and causes call it: its name, else its single supplier, else its suppliers joined by ``|``."""
        return self.name if self.name is not None else "|".join(self.on)


@dataclass(frozen=True, slots=True)
class Component:
    """Something that can be up or down. One with users is a service.

    Attributes
    ----------
    name : Text or None
        None = shown as its id.
    at : Point or None
        Upper left corner of its card; None = arranged by the program.
    users : int
        Counted where they are served.
    substitutable : Permille
        Share of the users who can go elsewhere at once.
    cost_per_hour : int
        Money lost per hour at level 0, in the topology's currency.
    target : Seconds or None
        Wanted time to restore.
    restart : Seconds
        From being allowed to start until up.
    repair : Seconds or None
        How long a repair takes; None = it cannot be repaired (``never``).
    crew : CrewId or None
        Whose hands its repair takes; None = it needs no hands.
    initially_off : bool
        Held off until released.
    seen_by : tuple of ComponentId
        Its monitoring.
    """

    id: ComponentId
    name: Text | None = None
    kind: str = "service"
    zone: ZoneId | None = None
    at: Point | None = None
    locked: bool = False
    users: int = 0
    substitutable: Permille = Permille(0)
    cost_per_hour: int = 0
    safety_critical: bool = False
    target: Seconds | None = None
    restart: Seconds = Seconds(0)
    repair: Seconds | None = Seconds(0)
    crew: CrewId | None = None
    initially_off: bool = False
    seen_by: tuple[ComponentId, ...] = ()
    note: Text | None = None
    needs: tuple[Need, ...] = ()

    def label(self, language: str = "en") -> str:
        """Return the name in a language, or the id."""
        return self.name.to(language) if self.name is not None else self.id


@dataclass(frozen=True, slots=True)
class Zone:
    """A place of shared fate: a hall, a feed, a region. `inside` is the zone around it."""

    id: ZoneId
    name: Text | None = None
    inside: ZoneId | None = None
    box: Box | None = None

    def label(self, language: str = "en") -> str:
        """Return the name in a language, or the id."""
        return self.name.to(language) if self.name is not None else self.id


@dataclass(frozen=True, slots=True)
class Crew:
    """People who repair: `size` jobs can be in hand at once."""

    id: CrewId
    name: Text | None = None
    size: int = 1

    def label(self, language: str = "en") -> str:
        """Return the name in a language, or the id."""
        return self.name.to(language) if self.name is not None else self.id


@dataclass(frozen=True, slots=True)
class Topology:
    """The whole map; every order is the order of the file."""

    currency: str | None = None
    crews: tuple[Crew, ...] = ()
    zones: tuple[Zone, ...] = ()
    components: tuple[Component, ...] = ()
    _by_id: dict[ComponentId, Component] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {component.id: component for component in self.components})

    def component(self, id_: ComponentId) -> Component:
        """Return the component of that id; KeyError if there is none."""
        return self._by_id[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._by_id

    def within(self, zone: ZoneId) -> tuple[ComponentId, ...]:
        """Components of a zone and of all zones inside it, in file order."""
        wanted = self.zones_within(zone)
        return tuple(component.id for component in self.components if component.zone in wanted)

    def zones_within(self, zone: ZoneId) -> frozenset[ZoneId]:
        """A zone and all zones inside it."""
        wanted = {zone}
        while inner := {each.id for each in self.zones if each.inside in wanted} - wanted:
            wanted |= inner
        return frozenset(wanted)
