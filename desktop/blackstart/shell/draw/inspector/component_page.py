"""The page of one component, and that of many at once."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from blackstart.core.analysis.telling import told
from blackstart.core.analysis.weakness import WeakPoint
from blackstart.core.base.ids import ComponentId
from blackstart.core.topology.kinds import kind
from blackstart.core.topology.model import Component
from blackstart.shell.draw.inspector.component_values import first_fields, further_fields, note_field
from blackstart.shell.draw.inspector.ground import Ground
from blackstart.shell.draw.inspector.need_lists import falls_section, needed_by_section, needs_section
from blackstart.shell.draw.inspector.page import Adding, Page, Row, Section, Weak
from blackstart.shell.draw.selection import Selection
from blackstart.shell.draw.weak_model import ICONS

translate = QCoreApplication.translate

MOST_KINDS = 3  # that the head of many names


def component_page(component: Component, ground: Ground) -> Page:
    """Return all that is known of one component."""
    falls = falls_section(component, ground)
    sections = (
        Section("first", fields=first_fields([component], ground)),
        needs_section(component, ground),
        needed_by_section(component, ground),
        *((falls,) if falls is not None else ()),
        Section("further", translate("Inspector", "Repair and more"), fields=further_fields([component], ground)),
        _seen_by([component], ground),
        Section("note", fields=(note_field([component], ground),)),
    )
    return Page(
        Selection((component.id,)),
        kind(component.kind).icon,
        component.label(ground.language),
        _about(component, ground),
        sections,
        weak=_weak(component.id, ground),
    )


def many_page(components: Sequence[Component], ground: Ground) -> Page:
    """Return what many components have in common; where they differ it is mixed."""
    kinds = Counter(ground.kind_name(each.kind) for each in components).most_common()
    about = ", ".join(f"{name} {number}" for name, number in kinds[:MOST_KINDS])
    if len(kinds) > MOST_KINDS:
        about = f"{about}, …"
    number = len(components)
    first = Section("first", fields=first_fields(components, ground))
    further = Section("further", translate("Inspector", "Repair and more"), fields=further_fields(components, ground))
    return Page(
        Selection(tuple(each.id for each in components)),
        "group",
        ground.words.say("count.components", count=number),
        about,
        (first, further, _seen_by(components, ground), Section("note", fields=(note_field(components, ground),))),
    )


def _about(component: Component, ground: Ground) -> str:
    """Its kind, and the zone it lies in."""
    zone = next((each.label(ground.language) for each in ground.topology.zones if each.id == component.zone), None)
    named = ground.kind_name(component.kind)
    return f"{named}, {zone}" if zone is not None else named


def _seen_by(components: Sequence[Component], ground: Ground) -> Section:
    """What sees a component, or any of many: of how many of them, where that is not all."""
    seeing = Counter(watcher for each in components for watcher in each.seen_by)
    adding = Adding(
        ("seen",),
        translate("Inspector", "Add"),
        translate("Inspector", "What sees it: type a name"),
        ground.others(*_seen_by_all(components, seeing)),
    )
    return Section(
        "seen-by",
        translate("Inspector", "Seen by"),
        rows=tuple(_watcher(each, seen, _others(components, each), ground) for each, seen in seeing.items()),
        empty=translate("Inspector", "No monitoring sees it."),
        adding=adding,
    )


def _seen_by_all(components: Sequence[Component], seeing: Counter[ComponentId]) -> list[ComponentId]:
    """What cannot be added: it sees each of the components already, or is the one."""
    ids = (*seeing, *(each.id for each in components))
    return [each for each in ids if seeing[each] == _others(components, each)]


def _others(components: Sequence[Component], watcher: ComponentId) -> int:
    """How many of some components one of them, or another, can see: none sees itself."""
    return sum(each.id != watcher for each in components)


def _watcher(watcher: ComponentId, seen: int, number: int, ground: Ground) -> Row:
    name = ground.label(watcher)
    some = translate("Inspector", "{some} of {all}").format(some=seen, all=number)
    return Row(
        ("choose", watcher),
        name,
        icon=ground.icon(watcher),
        words=some if seen < number else "",
        drop=("unseen", watcher),
        drop_name=translate("Inspector", "{name} does not see it").format(name=name),
    )


def _weak(component: ComponentId, ground: Ground) -> tuple[Weak, ...]:
    found = []
    for number, point in enumerate(ground.points):
        parts = _parts(point)
        # While another search goes on, it may still name what has left the map.
        if component in parts and all(each in ground.topology for each in parts):
            words = told(point, ground.topology, ground.words)
            ring = f"{words.where}: " if len(point.where) > 1 else ""
            found.append(Weak(number, ICONS[point.kind], f"{words.kind}.", f"{ring}{words.why}."))
    return tuple(found)


def _parts(point: WeakPoint) -> tuple[ComponentId, ...]:
    """What a weak point speaks of; all that falls with it is lit on the map, but is not weak itself."""
    cause = (point.cause,) if point.cause is not None else ()
    needing = (point.at[0],) if point.at is not None else ()
    suppliers = point.need.on if point.need is not None else ()
    return (*point.where, *cause, *needing, *suppliers)
