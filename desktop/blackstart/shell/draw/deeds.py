"""What people do to a map, as edits with the names under which they are taken back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.base.text import ANY, Text, plain
from blackstart.core.topology.edits import (
    AddComponents,
    AddZone,
    ChangeComponents,
    ChangeZone,
    Edit,
    MoveComponents,
    RenameComponent,
    Several,
)
from blackstart.core.topology.making import connection, copies, joining, new_component, new_zone
from blackstart.core.topology.model import Component, Point, Purpose, Topology, Zone
from blackstart.core.topology.removal import removal, zone_removal

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Deed:
    """An edit, what it is called, and with what it merges.

    Attributes
    ----------
    text : str
        Verb and object, such as ``Move Login``.
    key : str
        Deeds that follow one another with the same key are taken back together; empty = never.
    made : tuple of ComponentId
        What it puts on the map, to be chosen afterwards.
    """

    edit: Edit
    text: str
    key: str = ""
    made: tuple[ComponentId, ...] = ()


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose map it is and in which language it is labelled: what every deed is made from."""

    topology: Topology
    language: str

    def add(self, kind: str, name: str, at: Point | None = None, zone: ZoneId | None = None) -> Deed:
        """Put a new component on the map."""
        made = new_component(self.topology, kind, name, at, zone)
        text = translate("Draw", "Add {name}").format(name=made.label(self.language))
        return Deed(AddComponents((made,)), text, made=(made.id,))

    def add_connected(self, kind: str, name: str, to: ComponentId, at: Point, purpose: Purpose) -> Deed:
        """Put a new component on the map that needs one that is there, in its zone."""
        zone = self.topology.component(to).zone
        made = new_component(self.topology, kind, name, at, zone)
        added = AddComponents((made,))
        after = replace(self.topology, components=(*self.topology.components, made))
        text = translate("Draw", "Add {name}").format(name=made.label(self.language))
        return Deed(Several((added, connection(after, to, made.id, purpose))), text, made=(made.id,))

    def remove(self, components: Collection[ComponentId]) -> Deed:
        """Take components off the map; who needed them needs them no more."""
        return Deed(removal(self.topology, components), self._named(translate("Draw", "Delete {name}"), components))

    def move(self, places: Mapping[ComponentId, Point | None], key: str = "") -> Deed:
        """Put cards elsewhere."""
        moved = MoveComponents(tuple(places.items()))
        return Deed(moved, self._named(translate("Draw", "Move {name}"), places), key)

    def move_into(self, places: Mapping[ComponentId, Point], zones: Mapping[ComponentId, ZoneId | None]) -> Deed:
        """Put cards elsewhere, some into another zone."""
        changed = tuple(
            replace(self.topology.component(id_), at=at, zone=zones.get(id_, self.topology.component(id_).zone))
            for id_, at in places.items()
        )
        return Deed(ChangeComponents(changed), self._named(translate("Draw", "Move {name}"), places))

    def rename(self, component: ComponentId, name: str) -> Deed:
        """Give a component another name, in the language of the map; its id stays."""
        named = in_language(self.topology.component(component).name, name, self.language)
        return Deed(RenameComponent(component, named), self._named(translate("Draw", "Rename {name}"), [component]))

    def change(self, components: Collection[Component], key: str = "") -> Deed:
        """Give components other values."""
        ids = [each.id for each in components]
        return Deed(ChangeComponents(tuple(components)), self._named(translate("Draw", "Change {name}"), ids), key)

    def connect(self, supplier: ComponentId, component: ComponentId, purpose: Purpose) -> Deed:
        """Let a component need a supplier; raises UserError with the reason where it cannot."""
        return Deed(connection(self.topology, supplier, component, purpose), self._joined(supplier, component))

    def join(self, supplier: ComponentId, component: ComponentId, index: int, at_least: int | None = None) -> Deed:
        """Let a supplier join the group of a need; raises UserError with the reason where it cannot.

        `at_least` says how many must serve then; None = as many as before.
        """
        edit = joining(self.topology, supplier, component, index, at_least)
        return Deed(edit, self._joined(supplier, component))

    def duplicate(self, components: Collection[ComponentId], by: Point) -> Deed:
        """Put copies of components beside them."""
        made = copies(self.topology, components, by)
        text = self._named(translate("Draw", "Duplicate {name}"), components)
        return Deed(AddComponents(made), text, made=tuple(each.id for each in made))

    def paste(self, components: tuple[Component, ...], zone: ZoneId | None) -> Deed:
        """Put components on the map that came from elsewhere."""
        made = tuple(replace(each, zone=zone) for each in components)
        text = translate("Draw", "Paste {number} components").format(number=f"{len(made):,}")
        return Deed(AddComponents(made), text, made=tuple(each.id for each in made))

    def lock(self, components: Collection[ComponentId], *, is_locked: bool) -> Deed:
        """Keep cards where they are, or let them be moved again."""
        changed = tuple(replace(self.topology.component(id_), locked=is_locked) for id_ in components)
        text = translate("Draw", "Lock {name}") if is_locked else translate("Draw", "Unlock {name}")
        return Deed(ChangeComponents(changed), self._named(text, components))

    def add_zone(self, name: str, components: Collection[ComponentId], inside: ZoneId | None = None) -> Deed:
        """Draw a zone round components."""
        made = new_zone(self.topology, name, inside)
        changed = tuple(replace(self.topology.component(id_), zone=made.id) for id_ in components)
        edits: tuple[Edit, ...] = (AddZone(made), *((ChangeComponents(changed),) if changed else ()))
        return Deed(Several(edits), translate("Draw", "Add zone {name}").format(name=made.label(self.language)))

    def change_zone(self, zone: Zone) -> Deed:
        """Rename, resize or nest a zone."""
        text = translate("Draw", "Change zone {name}").format(name=zone.label(self.language))
        return Deed(ChangeZone(zone), text)

    def remove_zone(self, zone: ZoneId) -> Deed:
        """Take a zone off the map; what lay in it lies in the zone around it."""
        name = next(each.label(self.language) for each in self.topology.zones if each.id == zone)
        return Deed(zone_removal(self.topology, zone), translate("Draw", "Delete zone {name}").format(name=name))

    def _joined(self, supplier: ComponentId, component: ComponentId) -> str:
        names = (self._label(each) for each in (supplier, component))
        return translate("Draw", "Connect {supplier} to {component}").format(
            **dict(zip(("supplier", "component"), names, strict=True))
        )

    def _named(self, text: str, components: Collection[ComponentId]) -> str:
        """Name the one, or count the many."""
        if len(components) == 1:
            return text.format(name=self._label(next(iter(components))))
        return text.format(name=translate("Draw", "{number} components").format(number=f"{len(components):,}"))

    def _label(self, component: ComponentId) -> str:
        return self.topology.component(component).label(self.language)


def in_language(before: Text | None, words: str, language: str) -> Text | None:
    """Return a text that says something else in one language; what it says in others stays. No words = None."""
    said = words.strip()
    if not said:
        return None
    if before is None or [each for each, _ in before.words] == [ANY]:
        return plain(said)
    others = {each: string for each, string in before.words if each != ANY}
    return Text(tuple({**others, language: said}.items()))
