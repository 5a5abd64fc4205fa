"""How things stand, put into what the map shows: names, sub lines, rings, words of groups.

The one place that knows which of the engine's facts a card tells; Run, Review and exports show the same. Cards are
put into words when somebody asks for them: of a large map only a few can be read at a time.
"""

from dataclasses import replace

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.words import Words
from blackstart.core.drawing.model import Drawing, GateKey
from blackstart.core.engine.trace import Mode, Shown, Standing
from blackstart.core.topology.kinds import kind
from blackstart.core.topology.model import Component, Need, Purpose, Topology
from blackstart.core.topology.reserve import reserve_left
from blackstart.shell.canvas.flat import FlatDrawing
from blackstart.shell.canvas.moment import Asked, Moment
from blackstart.shell.canvas.picture import Face, GateFace, Picture
from blackstart.shell.canvas.sign_reader import SignReader
from blackstart.shell.canvas.signs import STATES

BATTERY_KINDS = frozenset({"ups", "network", "hall", "storage"})  # what they go on with is a battery


def picture_of(
    at: Moment, drawing: Drawing, words: Words, chosen: ComponentId | None = None, made: FlatDrawing | None = None
) -> Picture:
    """Return everything the map shows of a moment, in a language; `made` is of the drawing, where there is one."""
    signs = at.signs if at.signs is not None else SignReader(at.topology, drawing).whole(at)
    cards, gates = drawing.arrangement.cards, drawing.arrangement.gates
    gate_codes = dict(zip(gates, signs.gates, strict=True))
    return Picture(
        drawing=drawing,
        zones={zone.id: zone.label(words.language) for zone in at.topology.zones},
        faces=Asked(cards, lambda id_: face_of(at, at.topology.component(id_), words)),
        gates=Asked(gates, lambda key: _gate_face(at.topology, key, STATES[gate_codes[key]], words)),
        signs=signs,
        chosen=chosen,
        moment=at,
        made=made,
    )


def signed(at: Moment, reader: SignReader) -> Moment:
    """Read all signs of a moment, so that whoever shows it has little left to do."""
    return replace(at, signs=reader.whole(at))


def face_of(at: Moment, component: Component, words: Words) -> Face:
    """Return what one card shows."""
    standing = at.standings[component.id]
    return Face(
        name=component.label(words.language),
        shown=standing.shown,
        sub=_sub(at, component, standing, words),
        brief=_brief(at, standing),
        share_left=_share_left(component, standing),
        progress=_progress(component, standing),
        icon=kind(component.kind).icon,
    )


def count(seconds: int) -> str:
    """Write a count of seconds as cards do: ``mm:ss``, and ``h:mm:ss`` from an hour on."""
    hours, rest = divmod(max(seconds, 0), 3600)
    minutes = f"{rest // 60:02}:{rest % 60:02}"
    return f"{hours}:{minutes}" if hours else minutes


def _sub(at: Moment, component: Component, standing: Standing, words: Words) -> str:
    shown = standing.shown
    if shown in (Shown.OPERATIONAL, Shown.DEGRADED) and standing.on_reserve_s is not None:
        key = "battery" if component.kind in BATTERY_KINDS else "holds"
        return words.say(f"reserve.{key}", left=count(standing.on_reserve_s))
    state = words.say(f"state.{shown}")
    if shown is Shown.DOWN:
        return _waits(at.topology, component, standing, words) or f"{state} {_lasted(at, standing)}"
    if shown is Shown.DEGRADED:
        return f"{state} {_lasted(at, standing)}"
    if shown is Shown.RECOVERING and standing.back_in_s is not None:
        return f"{state} {count(standing.back_in_s)}"
    return state


def _brief(at: Moment, standing: Standing) -> str:
    if standing.shown in (Shown.OPERATIONAL, Shown.DEGRADED) and standing.on_reserve_s is not None:
        return count(standing.on_reserve_s)
    if standing.shown is Shown.RECOVERING and standing.back_in_s is not None:
        return count(standing.back_in_s)
    return _lasted(at, standing) if standing.shown in (Shown.DOWN, Shown.DEGRADED) else ""


def _lasted(at: Moment, standing: Standing) -> str:
    return count(at.now - max(standing.since, 0))


def _waits(topology: Topology, component: Component, standing: Standing, words: Words) -> str:
    """What it waits for, where the red lines do not say it already: hands, and needs that are not for running."""
    running = {need.reference for need in component.needs if need.purpose is Purpose.RUN}
    if running & set(standing.waits_for):
        return ""
    for reference in standing.waits_for:
        if reference.startswith("crew:"):
            return words.say("waits.hands")
        for need in component.needs:
            if need.reference == reference:
                return words.say("waits.for", name=_need_name(topology, need, words.language))
    return ""


def _need_name(topology: Topology, need: Need, language: str) -> str:
    return topology.component(need.on[0]).label(language) if len(need.on) == 1 else need.reference


def _share_left(component: Component, standing: Standing) -> float | None:
    left = standing.on_reserve_s
    return None if left is None else reserve_left(component, left)


def _progress(component: Component, standing: Standing) -> float | None:
    if standing.shown is not Shown.RECOVERING or standing.back_in_s is None:
        return None
    whole = component.restart if standing.mode is Mode.STARTING else component.repair
    return 1 - standing.back_in_s / whole if whole else None


def _gate_face(topology: Topology, key: GateKey, shown: Shown, words: Words) -> GateFace:
    need = topology.component(key[0]).needs[key[1]]
    return GateFace(words.say("gate.at-least", at_least=need.at_least, suppliers=len(need.on)), shown)
