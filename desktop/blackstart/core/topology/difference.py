"""What differs between two maps, in counts and names: to show before one takes the place of the other."""

from dataclasses import dataclass, replace

from blackstart.core.base.ids import ComponentId
from blackstart.core.topology.model import Component, Topology


@dataclass(frozen=True, slots=True)
class Difference:
    """Components that are new, gone or not the same; in the order of the map that has them.

    Attributes
    ----------
    moved : tuple of ComponentId
        Those that differ in nothing but where their card lies.
    has_other_parts : bool
        Whether zones, crews or the currency differ.
    """

    added: tuple[ComponentId, ...]
    removed: tuple[ComponentId, ...]
    changed: tuple[ComponentId, ...]
    moved: tuple[ComponentId, ...]
    has_other_parts: bool

    @property
    def is_none(self) -> bool:
        """Whether both maps are the same."""
        return not (self.added or self.removed or self.changed or self.moved or self.has_other_parts)


def difference(before: Topology, after: Topology) -> Difference:
    """Compare two maps, component by component of the same id."""
    both = [(before.component(each.id), each) for each in after.components if each.id in before]
    unlike = [(was, now) for was, now in both if was != now]
    moved = tuple(now.id for was, now in unlike if _without_place(was) == _without_place(now))
    return Difference(
        added=tuple(each.id for each in after.components if each.id not in before),
        removed=tuple(each.id for each in before.components if each.id not in after),
        changed=tuple(now.id for _, now in unlike if now.id not in moved),
        moved=moved,
        has_other_parts=(before.zones, before.crews, before.currency) != (after.zones, after.crews, after.currency),
    )


def _without_place(component: Component) -> Component:
    return replace(component, at=None)
