"""How things stand, put into what the map shows: names, sub lines, rings, lit lines.

The one place that knows which of the engine's facts a card tells; Run, Review and exports show the same.
"""

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.words import Words
from blackstart.core.drawing.model import Drawing, GateKey, Leg, Line
from blackstart.core.engine.trace import Mode, Shown, Standing
from blackstart.core.topology.kinds import kind
from blackstart.core.topology.model import Component, Need, Purpose, Topology
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.picture import Face, GateFace, Light, Picture

BATTERY_KINDS = frozenset({"ups", "network", "hall", "storage"})  # what they go on with is a battery


def picture_of(at: Moment, drawing: Drawing, words: Words, chosen: ComponentId | None = None) -> Picture:
    """Return everything the map shows of a moment, in a language."""
    language = words.language
    return Picture(
        drawing=drawing,
        zones={zone.id: zone.label(language) for zone in at.topology.zones},
        faces={each.id: face_of(at, each, words) for each in at.topology.components},
        gates={key: gate_face(at, key, words) for key in drawing.arrangement.gates},
        lights=lights_of(at, drawing),
        chosen=chosen,
        moment=at,
    )


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


def gate_face(at: Moment, key: GateKey, words: Words) -> GateFace:
    """Return what a group's pill shows: down when too few serve, degraded when one more loss would end it."""
    need = at.topology.component(key[0]).needs[key[1]]
    text = words.say("gate.at-least", at_least=need.at_least, suppliers=len(need.on))
    return GateFace(text, _group_shown(at, need))


def lights_of(at: Moment, drawing: Drawing) -> dict[int, Light]:
    """Return the lines that are not quiet, by number."""
    found = {}
    for number, line in enumerate(drawing.lines):
        light = _light(at, line)
        if light is not None:
            found[number] = light
    return found


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
    if left is None:
        return None
    # Which of its needs runs out first is not told; the shortest tolerance that can hold that much is the likeliest.
    spans = [int(need.survives) for need in component.needs if need.purpose is Purpose.RUN]
    span = min((each for each in spans if each > 0 and each >= left - 1), default=0)
    return min(left / span, 1.0) if span else 1.0


def _progress(component: Component, standing: Standing) -> float | None:
    if standing.shown is not Shown.RECOVERING or standing.back_in_s is None:
        return None
    whole = component.restart if standing.mode is Mode.STARTING else component.repair
    return 1 - standing.back_in_s / whole if whole else None


def _serves(at: Moment, supplier: ComponentId, need: Need) -> bool:
    return at.standings[supplier].level >= need.useful


def _group_shown(at: Moment, need: Need) -> Shown:
    standby = {each.supplier for each in need.standby}
    serving = sum(_serves(at, supplier, need) for supplier in need.on)
    if serving < need.at_least:
        return Shown.DOWN
    # A standby that waits to be armed is no loss.
    has_lost = any(supplier not in standby and not _serves(at, supplier, need) for supplier in need.on)
    return Shown.DEGRADED if has_lost and serving == need.at_least else Shown.OPERATIONAL


def _light(at: Moment, line: Line) -> Light | None:
    need = at.topology.component(line.component).needs[line.need_index]
    dependent = at.standings[line.component]
    if line.leg is Leg.FROM_GATE or line.supplier is None:
        shown = Shown.DOWN if _group_shown(at, need) is Shown.DOWN else Shown.OPERATIONAL
    else:
        shown = at.standings[line.supplier].shown
    come = _travelled(at, line, need)
    if come is not None:
        return Light(at.standings[come].shown, is_live=True)
    if shown is Shown.OPERATIONAL:
        return None
    if need.purpose is Purpose.RUN:
        is_carrying = dependent.on_reserve_s is not None and need.survives > 0 and need.is_hard
        return Light(shown, is_live=is_carrying)
    # A need to start or to respond matters only while something waits for it.
    return Light(shown) if need.reference in dependent.waits_for else None


def _travelled(at: Moment, line: Line, need: Need) -> ComponentId | None:
    """Return the supplier from which the last change came along a line; out of a gate it is any of the group."""
    if not at.travelled:
        return None
    suppliers = need.on if line.supplier is None else (line.supplier,)
    come = (each for each in suppliers if (each, line.component, need.reference) in at.travelled)
    return next(come, None)
