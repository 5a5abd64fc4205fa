"""What can be done with one component as it stands: orders of the team, and apart from them the facilitator's hand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import format_duration
from blackstart.core.base.words import Words
from blackstart.core.engine import effects as fx
from blackstart.core.engine.effects import Effect, Target
from blackstart.core.engine.trace import Mode, Shown, Standing
from blackstart.core.play.director import Director
from blackstart.core.topology.model import FULL, Component, Need, Permille, Purpose, Topology
from blackstart.shell.run.effect_ways import can_be_named

translate = QCoreApplication.translate

SHARES = (Permille(250), Permille(500), Permille(750))
_HELD = (Shown.ISOLATED, Shown.MAINTENANCE)


@dataclass(frozen=True, slots=True)
class MenuRow:
    """One thing that can be done.

    Attributes
    ----------
    text : str
        Verb, and what else there is to say.
    verb : str
        The same of every component of which it can be done.
    deed : str
        What it is called in log and queue: with the name of the component.
    undo : tuple of Effect
        What puts it back, of the facilitator's hand; what has happened meanwhile stays.
    is_held_then : bool
        Whether it has to be let go again after that.
    asks : bool
        Whether more is to be said first: how long it takes, whose hands.
    takes, crew : str
        What is proposed for that: as long as its repair, and the hands of who repairs it.
    """

    text: str
    verb: str
    deed: str
    effects: tuple[Effect, ...]
    undo: tuple[Effect, ...] = ()
    is_held_then: bool = False
    asks: bool = False
    takes: str = ""
    crew: str = ""


@dataclass(frozen=True, slots=True)
class ComponentMenu:
    """The rows about one component, or several."""

    components: tuple[ComponentId, ...]
    name: str
    orders: tuple[MenuRow, ...]
    by_hand: tuple[MenuRow, ...]  # the facilitator's; none where there is no facilitator


def component_menu(director: Director, component: ComponentId, words: Words) -> ComponentMenu:
    """Return what can be done with a component now."""
    found = _Rows(director, component, words)
    by_hand = () if director.begin.is_self_study else tuple(found.by_hand())
    return ComponentMenu((component,), found.name, tuple(found.orders()), by_hand)


class _Rows:
    def __init__(self, director: Director, component: ComponentId, words: Words) -> None:
        self._topology: Topology = director.drill.topology
        self._words = words
        self._part: Component = self._topology.component(component)
        self._standing: Standing = director.simulation.standing(component)
        self._target = Target((component,))
        self._health = director.simulation.health(component)
        self.name = self._part.label(words.language)

    def orders(self) -> Iterator[MenuRow]:
        """Yield what the team can order."""
        yield from self._repairs()
        yield from self._holds()
        for standby in dict.fromkeys(each.supplier for need in self._part.needs for each in need.standby):
            name = self._label(standby)
            arm = translate("ComponentMenu", "Arm the standby {name}").format(name=name)
            yield self._row(arm, fx.Arm(self._part.id, standby))
            away = translate("ComponentMenu", "Put the standby {name} away").format(name=name)
            yield self._row(away, fx.Disarm(self._part.id, standby))
        for need in self._lost():
            text = translate("ComponentMenu", "Start by hand without {name}…").format(name=self._need(need))
            yield self._row(text, fx.Bootstrap(self._part.id, need.reference), asks=True)

    def by_hand(self) -> Iterator[MenuRow]:
        """Yield what the facilitator can force."""
        back = self._as_it_was()
        if self._standing.level > 0:
            yield self._row(translate("ComponentMenu", "Force down"), fx.Fail(self._target), undo=back)
        if self._standing.level != FULL:
            yield self._force_up()
        for share in SHARES:
            if self._standing.level != share and self._can_take_a_share():
                text = translate("ComponentMenu", "Force to {share} %").format(share=share // 10)
                yield self._row(text, fx.Restore(self._target, share), undo=back)
        if self._health.is_repair_wanted:
            done = translate("ComponentMenu", "Let its repair be done now")
            yield self._row(done, fx.Restore(self._target), undo=back)
            off = translate("ComponentMenu", "Call its repair off")
            yield self._row(off, fx.CallOff(self._target), undo=(fx.Repair(self._target),))

    def _repairs(self) -> Iterator[MenuRow]:
        if self._health.is_repair_wanted:
            yield self._row(translate("ComponentMenu", "Call the repair off"), fx.CallOff(self._target))
        elif self._part.repair is not None and self._may_be_broken():
            crew = next((each for each in self._topology.crews if each.id == self._part.crew), None)
            told = [self._words.duration(self._part.repair)] if self._part.repair else []
            told += [crew.label(self._words.language)] if crew is not None else []
            more = f" ({', '.join(told)})" if told else ""
            repair = translate("ComponentMenu", "Repair")
            yield self._row(repair + more, fx.Repair(self._target), short=repair)

    def _may_be_broken(self) -> bool:
        """Whether a repair could help; what is at part level can be so for other reasons."""
        return "repair" in self._standing.waits_for or self._standing.shown is Shown.DEGRADED

    def _can_take_a_share(self) -> bool:
        """Whether its own state is what it delivers by, not what it waits for."""
        return self._standing.shown not in _HELD and (self._standing.level > 0 or "repair" in self._standing.waits_for)

    def _holds(self) -> Iterator[MenuRow]:
        shown = self._standing.shown
        if shown is Shown.ISOLATED:
            yield self._row(translate("ComponentMenu", "Join it again"), fx.Reconnect(self._target))
            return
        if shown is Shown.MAINTENANCE:
            yield self._row(translate("ComponentMenu", "Switch on"), fx.Release(self._target))
        elif self._standing.mode is Mode.UP:
            restart = translate("ComponentMenu", "Restart")
            yield self._row(restart, fx.Maintain(self._target), fx.Release(self._target))
            yield self._row(translate("ComponentMenu", "Switch off in order"), fx.Maintain(self._target))
        yield self._row(translate("ComponentMenu", "Isolate"), fx.Isolate(self._target))

    def _up(self) -> Iterator[Effect]:
        """Yield what lets it start whatever it waits for."""
        yield fx.Restore(self._target)
        if self._standing.shown is Shown.ISOLATED:
            yield fx.Reconnect(self._target)
        if "release" in self._standing.waits_for:
            yield fx.Release(self._target)
        for need in self._lost():
            yield fx.Bootstrap(self._part.id, need.reference)

    def _force_up(self) -> MenuRow:
        """What lets it start, with what holds it again.

        A need that no longer counts cannot be made to count again. A component that would start for that is held when
        it is put back; broken, it would stay down as well, but could not start once its need is met.
        """
        text, effects = translate("ComponentMenu", "Force up"), tuple(self._up())
        is_held = self._standing.shown in _HELD
        is_held_then = not is_held and any(isinstance(each, fx.Bootstrap) for each in effects)
        hold = (fx.Maintain(self._target),) if is_held_then else ()
        row = self._row(text, *effects, undo=(*self._as_it_was(), *hold))
        return replace(row, is_held_then=is_held_then)

    def _as_it_was(self) -> tuple[Effect, ...]:
        """Return what gives it back its own state: not what it delivers now, which hangs on others too."""
        health, target = self._health, self._target
        back: list[Effect] = [fx.Restore(target, health.capability) if health.capability else fx.Fail(target)]
        if health.is_repair_wanted:
            back.append(fx.Repair(target))
        if health.is_isolated:
            back.append(fx.Isolate(target))
        if health.is_off:
            back.append(fx.Maintain(target))
        return tuple(back)

    def _lost(self) -> Iterator[Need]:
        """Yield the needs without which it does not start, of which an effect can speak."""
        for need in self._part.needs:
            is_wanted = need.is_hard or need.purpose is Purpose.START
            if is_wanted and can_be_named(need) and need.reference in self._standing.waits_for:
                yield need

    def _row(
        self, text: str, *effects: Effect, undo: tuple[Effect, ...] = (), asks: bool = False, short: str = ""
    ) -> MenuRow:
        verb = short or text.rstrip("…")
        deed = f"{verb}: {self.name}"
        if not asks:
            return MenuRow(text, verb, deed, effects, undo)
        takes = format_duration(self._part.repair) if self._part.repair else ""
        return MenuRow(text, verb, deed, effects, undo, asks=asks, takes=takes, crew=self._part.crew or "")

    def _need(self, need: Need) -> str:
        return ", ".join(self._label(each) for each in need.on)

    def _label(self, component: ComponentId) -> str:
        return self._topology.component(component).label(self._words.language)
