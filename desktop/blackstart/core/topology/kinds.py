"""The catalogue of kinds of component: looks, place in the automatic arrangement, and usual values.

A kind is a help for drawing. The engine never asks for it: what counts is what stands in the component, and
the usual values are written into a component once, when it is created from the palette. A file may name any
kind; one that the catalogue lacks looks like `service`.

Names and one-line descriptions are words, not code: ``kind.<id>`` and ``kind.<id>.about`` in assets/words.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from blackstart.core.base.simtime import Seconds

MINUTE = 60
HOUR = 3600


class KindGroup(StrEnum):
    """The headings of the palette, in its order."""

    SITES = "sites"
    NETWORK = "network"
    PLATFORM = "platform"
    SHARED = "shared"
    APPS = "apps"
    THINGS = "things"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Usual:
    """What a new component of a kind begins with.

    Attributes
    ----------
    restart : Seconds
        From being allowed to start until up.
    repair : Seconds or None
        How long a repair takes; None = it cannot be repaired by the team that plays.
    survives : Seconds
        For its first run needs: how long it goes on without them (battery, fuel, cold mass, held keys).
    basis : str
        Where the figures come from, or that they are assumptions.
    """

    restart: Seconds
    repair: Seconds | None
    survives: Seconds
    basis: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of component.

    Attributes
    ----------
    id : str
        What ``kind`` in a file says.
    icon : str
        Name of a drawing in assets/icons.json.
    tier : int
        Column order of the automatic arrangement, from the left: power 0, network and platform 1, shared
        services 2, apps 3, partners 4, things and people 5.
    """

    id: str
    group: KindGroup
    icon: str
    tier: int
    usual: Usual


def _usual(restart: int, repair: int | None, survives: int, basis: str) -> Usual:
    return Usual(Seconds(restart), None if repair is None else Seconds(repair), Seconds(survives), basis)


SERVICE = Kind(
    "service",
    KindGroup.APPS,
    "topo",
    3,
    _usual(10 * MINUTE, 90 * MINUTE, 0, "Assumption: a program of several servers, started and checked by hand."),
)

_CATALOGUE = (
    Kind(
        "site",
        KindGroup.SITES,
        "site",
        0,
        _usual(30 * MINUTE, 24 * HOUR, 0, "Assumption: people are let in again and go through the rooms."),
    ),
    Kind(
        "power",
        KindGroup.SITES,
        "bolt",
        0,
        _usual(0, 8 * HOUR, 0, "Assumption; at Pangyo in 2022 power began to return 9 hours after it was cut."),
    ),
    Kind(
        "ups",
        KindGroup.SITES,
        "battery",
        0,
        _usual(
            0,
            12 * HOUR,
            15 * MINUTE,
            "Assumption; the press gave the batteries at Pangyo in 2022 at most 30 minutes.",
        ),
    ),
    Kind(
        "cooling",
        KindGroup.SITES,
        "fan",
        0,
        _usual(10 * MINUTE, 4 * HOUR, 5 * MINUTE, "Assumption: chilled water in the pipes lasts for minutes."),
    ),
    Kind(
        "network",
        KindGroup.NETWORK,
        "switch",
        1,
        _usual(5 * MINUTE, 2 * HOUR, 0, "Assumption: switches and routers start in minutes, then find their routes."),
    ),
    Kind(
        "hall",
        KindGroup.PLATFORM,
        "server",
        1,
        _usual(30 * MINUTE, 4 * HOUR, 0, "Assumption: racks are switched on in turn, then checked."),
    ),
    Kind(
        "storage",
        KindGroup.PLATFORM,
        "disk",
        1,
        _usual(20 * MINUTE, 3 * HOUR, 0, "Assumption: disks are checked before they are written to again."),
    ),
    Kind(
        "auth",
        KindGroup.SHARED,
        "key",
        2,
        _usual(15 * MINUTE, 90 * MINUTE, 0, "Assumption. How long a log-in lasts stands in what needs it."),
    ),
    Kind(
        "registry",
        KindGroup.SHARED,
        "box",
        2,
        _usual(15 * MINUTE, 90 * MINUTE, 0, "Assumption: the store of images and settings is rebuilt from a copy."),
    ),
    Kind(
        "deploy",
        KindGroup.SHARED,
        "deploy",
        2,
        _usual(10 * MINUTE, 90 * MINUTE, 0, "Assumption."),
    ),
    Kind(
        "failover",
        KindGroup.SHARED,
        "loop",
        2,
        _usual(10 * MINUTE, 90 * MINUTE, 0, "Assumption."),
    ),
    Kind(
        "monitoring",
        KindGroup.SHARED,
        "pulse",
        2,
        _usual(5 * MINUTE, 60 * MINUTE, 0, "Assumption."),
    ),
    Kind(
        "console",
        KindGroup.SHARED,
        "terminal",
        2,
        _usual(5 * MINUTE, 60 * MINUTE, 0, "Assumption."),
    ),
    Kind(
        "messaging",
        KindGroup.APPS,
        "chat",
        3,
        _usual(20 * MINUTE, 90 * MINUTE, 0, "Assumption."),
    ),
    Kind(
        "payment",
        KindGroup.APPS,
        "card",
        3,
        _usual(20 * MINUTE, 90 * MINUTE, 0, "Assumption: accounts are compared before money moves again."),
    ),
    Kind(
        "maps",
        KindGroup.APPS,
        "pin",
        3,
        _usual(15 * MINUTE, 90 * MINUTE, 0, "Assumption."),
    ),
    Kind(
        "partner",
        KindGroup.APPS,
        "link",
        4,
        _usual(15 * MINUTE, None, 0, "Assumption; the team that plays cannot repair another firm's service."),
    ),
    Kind(
        "device",
        KindGroup.THINGS,
        "lock",
        5,
        _usual(1 * MINUTE, 24 * HOUR, 0, "Assumption: a repair is a visit on the next day."),
    ),
    Kind(
        "vehicle",
        KindGroup.THINGS,
        "car",
        5,
        _usual(1 * MINUTE, 24 * HOUR, 30 * MINUTE, "Assumption: a key that was checked stays good for the drive."),
    ),
    Kind(
        "people",
        KindGroup.PEOPLE,
        "people",
        5,
        _usual(0, None, 0, "Nobody repairs people; what they cannot do without is their needs."),
    ),
)

KINDS = MappingProxyType({each.id: each for each in (*_CATALOGUE, SERVICE)})
"""All kinds by id, in the order of the palette; `service`, the generic one, is last."""


def kind(name: str) -> Kind:
    """Return the kind of that id; for a name that is not in the catalogue, `service`."""
    return KINDS.get(name, SERVICE)
