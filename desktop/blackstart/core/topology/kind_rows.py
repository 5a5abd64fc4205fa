"""What a kind of component is; the kinds themselves stand in kinds_of_centres and kinds_of_use."""

from dataclasses import dataclass
from enum import StrEnum

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
    CARE = "care"
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
        services 2, apps 3, partners and records 4, things, care and people 5.
    """

    id: str
    group: KindGroup
    icon: str
    tier: int
    usual: Usual


def usual(restart: int, repair: int | None, survives: int, basis: str) -> Usual:
    """Return usual values; times in seconds."""
    return Usual(Seconds(restart), None if repair is None else Seconds(repair), Seconds(survives), basis)
