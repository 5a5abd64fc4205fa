"""The values of components as fields, for one or for many of them at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from blackstart.core.topology.kinds import KINDS, kind
from blackstart.core.topology.model import Component
from blackstart.shell.draw.deeds import in_language
from blackstart.shell.draw.inspector.ground import Ground
from blackstart.shell.draw.inspector.page import Choice, Control, Field
from blackstart.shell.draw.inspector.typed import (
    read_duration,
    read_number,
    read_percent,
    read_repair,
    read_wanted,
    show_duration,
    show_number,
    show_percent,
    show_repair,
)

translate = QCoreApplication.translate

NEW = "+"  # the choice that makes a new crew or zone; no id is written so
FLAGS = ("safety_critical", "initially_off", "locked")
CHOSEN = ("kind", "zone", "crew")
_READ: dict[str, Callable[[str], object]] = {
    "users": read_number,
    "substitutable": read_percent,
    "cost_per_hour": read_number,
    "restart": read_duration,
    "repair": read_repair,
    "target": read_wanted,
}
VALUES = (*_READ, *FLAGS, *CHOSEN, "note")


def with_value(component: Component, name: str, given: str, language: str) -> Component:
    """Return a component with another value, as it was typed, picked or ticked (nothing = off).

    Raises
    ------
    ValueError
        With the reason, in one sentence.
    """
    value: Any = given
    if name in _READ:
        value = _READ[name](given)
    elif name == "note":
        value = in_language(component.note, given, language)
    elif name in ("zone", "crew"):
        value = given or None
    elif name in FLAGS:
        value = bool(given)
    return replace(component, **{name: value})


def first_fields(components: Sequence[Component], ground: Ground) -> tuple[Field, ...]:
    """What a component is, and how much hangs on it; its name, of a single one."""
    fields = [_name(components[0], ground)] if len(components) == 1 else []
    fields += [
        _chosen("kind", translate("Inspector", "Kind"), _kinds(components, ground), components),
        _chosen("zone", translate("Inspector", "Zone"), _zones(ground), components),
        *_new("new-zone", translate("Inspector", "New zone"), ground),
        _line("users", components, ground, translate("Inspector", "Users served"), translate("Inspector", "users")),
        _line(
            "substitutable",
            components,
            ground,
            translate("Inspector", "Substitutable"),
            translate("Inspector", "% of users"),
        ),
        _cost(components, ground),
        _line("restart", components, ground, translate("Inspector", "Restart time")),
        _line("repair", components, ground, translate("Inspector", "Repair time")),
    ]
    return tuple(fields)


def further_fields(components: Sequence[Component], ground: Ground) -> tuple[Field, ...]:
    """Who repairs it and until when, and what holds of it."""
    fields = [_chosen("crew", translate("Inspector", "Crew"), _crews(ground), components)]
    fields += _new("new-crew", translate("Inspector", "New crew"), ground)
    crews = {each.crew for each in components}
    crew = next((each for each in ground.topology.crews if crews == {each.id}), None)
    if crew is not None:
        hands = translate("Inspector", "pairs of hands")
        fields.append(
            Field(("crew-size", crew.id), translate("Inspector", "Crew size"), shown=str(crew.size), suffix=hands)
        )
    fields.append(_line("target", components, ground, translate("Inspector", "Wanted back in")))
    names = {
        "safety_critical": translate("Inspector", "Safety-critical"),
        "initially_off": translate("Inspector", "Off until it is released"),
        "locked": translate("Inspector", "Locked in its place"),
    }
    fields += [_flag(flag, name, components) for flag, name in names.items()]
    return tuple(fields)


def note_field(components: Sequence[Component], ground: Ground) -> Field:
    """What is written down of a component, or alike of many."""
    notes = {each.note.to(ground.language) if each.note is not None else "" for each in components}
    is_mixed = len(notes) > 1
    hint = translate("Inspector", "mixed") if is_mixed else translate("Inspector", "What others should know of it")
    shown = "" if is_mixed else notes.pop()
    label = translate("Inspector", "Note")
    return Field(("note",), label, Control.LINES, shown, hint=hint, is_mixed=is_mixed)


def _name(component: Component, ground: Ground) -> Field:
    shown = component.name.to(ground.language) if component.name is not None else ""
    return Field(("name",), translate("Inspector", "Name"), shown=shown, hint=component.id)


def _shown(name: str, value: Any, ground: Ground) -> str:
    match name:
        case "repair":
            return show_repair(value, ground.words)
        case "restart" | "target":
            return show_duration(value, ground.words)
        case "substitutable":
            return show_percent(value)
        case _:
            return show_number(value)


def _line(name: str, components: Sequence[Component], ground: Ground, label: str, suffix: str = "") -> Field:
    values = {getattr(each, name) for each in components}
    is_mixed = len(values) > 1
    return Field(
        (name,),
        label,
        shown="" if is_mixed else _shown(name, values.pop(), ground),
        suffix=suffix,
        hint=translate("Inspector", "mixed") if is_mixed else _hint(name, components, ground),
        is_mixed=is_mixed,
    )


def _hint(name: str, components: Sequence[Component], ground: Ground) -> str:
    """Say what an empty field may hold: what is usual for the kind, or an example."""
    usual = kind(components[0].kind).usual
    match name:
        case "restart":
            return translate("Inspector", "usually {time}").format(time=ground.words.duration(usual.restart))
        case "repair":
            return translate("Inspector", "usually {time}").format(time=show_repair(usual.repair, ground.words))
        case "target":
            return translate("Inspector", "such as {time}").format(time=ground.words.duration(4 * 3600))
        case "substitutable":
            return "0–100"
        case _:
            return "0"


def _cost(components: Sequence[Component], ground: Ground) -> Field:
    label, currency = translate("Inspector", "Cost if down"), ground.topology.currency
    if currency is not None:
        suffix = translate("Inspector", "{currency} / h").format(currency=currency)
        return _line("cost_per_hour", components, ground, label, suffix)
    if ground.asked == ("currency",):
        return currency_field(ground)
    return Field(("set-currency",), label, Control.LINK, translate("Inspector", "Set the currency…"))


def currency_field(ground: Ground) -> Field:
    hint = translate("Inspector", "such as KRW")
    return Field(("currency",), translate("Inspector", "Currency"), shown=ground.topology.currency or "", hint=hint)


def _chosen(name: str, label: str, choices: tuple[Choice, ...], components: Sequence[Component]) -> Field:
    values = {getattr(each, name) or "" for each in components}
    is_mixed = len(values) > 1
    shown = "" if is_mixed else str(values.pop())
    hint = translate("Inspector", "mixed") if is_mixed else ""
    return Field((name,), label, Control.PICK, shown, hint=hint, choices=choices, is_mixed=is_mixed)


def _flag(name: str, label: str, components: Sequence[Component]) -> Field:
    values = {bool(getattr(each, name)) for each in components}
    return Field((name,), label, Control.CHECK, is_on=values == {True}, is_mixed=len(values) > 1)


def _kinds(components: Sequence[Component], ground: Ground) -> tuple[Choice, ...]:
    unknown = dict.fromkeys(each.kind for each in components if each.kind not in KINDS)
    ids = (*KINDS, *unknown)
    return tuple(Choice(id_, ground.kind_name(id_), kind(id_).icon) for id_ in ids)


def _new(name: str, label: str, ground: Ground) -> list[Field]:
    """The name of what has been asked for, if it has been."""
    return [Field((name,), label, hint=translate("Inspector", "Name, then Enter"))] if ground.asked == (name,) else []


def _zones(ground: Ground) -> tuple[Choice, ...]:
    zones = tuple(Choice(each.id, each.label(ground.language)) for each in ground.topology.zones)
    return (Choice("", translate("Inspector", "none")), *zones, Choice(NEW, translate("Inspector", "New zone…")))


def _crews(ground: Ground) -> tuple[Choice, ...]:
    crews = tuple(Choice(each.id, each.label(ground.language)) for each in ground.topology.crews)
    none, new = translate("Inspector", "none needed"), translate("Inspector", "New crew…")
    return (Choice("", none), *crews, Choice(NEW, new))
