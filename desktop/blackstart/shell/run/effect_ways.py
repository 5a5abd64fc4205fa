"""What can be made to happen to a component or a zone: each way as an effect."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from blackstart.core.base.ids import ZoneId
from blackstart.core.engine import effects as fx
from blackstart.core.engine.effects import Effect, Target
from blackstart.core.topology.model import Component, Need, Permille

HALF = Permille(500)


@dataclass(frozen=True, slots=True)
class Way:
    """One thing that can be made to happen; `takes_level` = a share is given with it (`at_level`)."""

    effect: Effect
    takes_level: bool = False


def ways_of_component(component: Component) -> tuple[Way, ...]:
    """Return what can be made to happen to a component, what is wanted most at the head."""
    target = Target((component.id,))
    on_it = _on_target(target, can_be_repaired=component.repair is not None)
    return (*on_it, *map(Way, _on_needs(component)))


def ways_of_zone(zone: ZoneId) -> tuple[Way, ...]:
    """Return what can be made to happen to all that lies in a zone."""
    return tuple(_on_target(Target(zone=zone), can_be_repaired=True))


def at_level(way: Way, level: Permille) -> Effect:
    """Return the effect of a way that takes a level."""
    effect = way.effect
    return replace(effect, level=level) if isinstance(effect, fx.Fail | fx.Restore) else effect


def _on_target(target: Target, *, can_be_repaired: bool) -> Iterator[Way]:
    yield Way(fx.Fail(target))
    yield Way(fx.Fail(target, HALF), takes_level=True)
    if can_be_repaired:
        yield Way(fx.Repair(target))
    yield Way(fx.Restore(target))
    yield Way(fx.Restore(target, HALF), takes_level=True)
    for effect in (fx.Isolate, fx.Reconnect, fx.Maintain, fx.Release):
        yield Way(effect(target))


def _on_needs(component: Component) -> Iterator[Effect]:
    standbys = dict.fromkeys(standby.supplier for need in component.needs for standby in need.standby)
    suppliers = dict.fromkeys(supplier for need in component.needs for supplier in need.on)
    for supplier in standbys:
        yield fx.Arm(component.id, supplier)
        yield fx.Disarm(component.id, supplier)
    named = [need for need in component.needs if can_be_named(need)]
    for need in named:
        yield fx.Bootstrap(component.id, need.reference)
    for supplier in suppliers:
        yield fx.Cut(component.id, supplier)
        yield fx.Mend(component.id, supplier)
    for need in named:
        yield fx.Waive(component.id, need.reference)


def can_be_named(need: Need) -> bool:
    """Whether an effect can name it."""
    return need.name is not None or len(need.on) == 1
