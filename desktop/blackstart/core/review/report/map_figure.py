"""The map at one second: zones, lines and cards with their states, as the drawing has them."""

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.base.words import said
from blackstart.core.drawing.model import CORNER_RADIUS, Drawing, GateKey, Trunk
from blackstart.core.engine.trace import Shown
from blackstart.core.review.report.letters import cut
from blackstart.core.review.report.model import Figure
from blackstart.core.review.report.source import Teller
from blackstart.core.review.report.svg import element, ink, path, whole, words
from blackstart.core.review.timeline import StateSpan
from blackstart.core.topology.model import Box, Point, Purpose

_MARGIN = 16
_DASHES = {Purpose.RUN: "none", Purpose.START: "6 4", Purpose.RESPOND: "1 4.6"}
_FILLS = {Shown.DEGRADED: "degf", Shown.DOWN: "downf", Shown.RECOVERING: "recf"}
_BORDERS = {
    Shown.DEGRADED: "deg",
    Shown.DOWN: "down",
    Shown.RECOVERING: "rec",
    Shown.ISOLATED: "iso",
    Shown.MAINTENANCE: "ln2",
}
_NAME_PX, _STATE_PX, _ZONE_PX = 12.8, 11.2, 13
_ARROW_PX = 8.0
_PAD = 12  # of words in a card


def map_figure(teller: Teller, drawing: Drawing, at: Seconds) -> Figure:
    """Draw the map as it stood at the end of a second."""
    story = teller.source.story
    looks = story.timeline.at(at)
    left, top, wide, high = drawing.bounds
    width, height = round(wide) + 2 * _MARGIN, round(high) + 2 * _MARGIN
    move = f"translate({_MARGIN - left:.1f},{_MARGIN - top:.1f})"
    parts = [_zone(teller, zone, box) for zone, box in drawing.arrangement.zones.items()]
    parts += [_trunk(each) for each in drawing.trunks]
    parts += [_gate(teller, key, box) for key, box in drawing.arrangement.gates.items()]
    parts += [_card(teller, id_, box, looks[id_]) for id_, box in drawing.arrangement.cards.items()]
    counted = {shown: sum(look.shown is shown for look in looks.values()) for shown in Shown}
    say = teller.words.say
    counts = [(said(f"state.{shown}"), count) for shown, count in counted.items() if count]
    told = ", ".join(say("count.in-state", number=count, state=state) for state, count in counts)
    svg = whole(width, height, [element("g", "".join(parts), transform=move)])
    return Figure(f"map-{at}", teller.say("report.map.caption", time=clock_face(at)), svg, width, height, told)


def _zone(teller: Teller, zone: str, box: Box) -> str:
    names = {each.id: each for each in teller.source.story.drill.topology.zones}
    found = names.get(zone)  # type: ignore[call-overload]  # zones are keyed by their ids
    name = teller.text(found.name) or zone if found is not None else zone
    frame = _rect(box, rx=10, fill=ink("bg1"), stroke=ink("ln"), stroke_width=1)
    return frame + words(box[0] + 20, box[1] + 27, cut(name, box[2] - 32, _ZONE_PX), _ZONE_PX)


def _trunk(trunk: Trunk) -> str:
    look = {"stroke": ink("edge"), "stroke_width": 1.4}
    dash = _DASHES[trunk.purpose]
    ways = "".join(path(points, stroke_linejoin="round", stroke_dasharray=dash, **look) for points in trunk.paths)
    return ways + "".join(_arrow(tip, before) for tip, before in trunk.arrows)


def _arrow(tip: Point, before: Point) -> str:
    """An arrowhead at the end of a line, which comes straight from left, right, above or below."""
    (x, y), (from_x, from_y) = tip, before
    along = ((x > from_x) - (x < from_x), (y > from_y) - (y < from_y))
    back_x, back_y = x - along[0] * _ARROW_PX, y - along[1] * _ARROW_PX
    side_x, side_y = along[1] * _ARROW_PX / 2, along[0] * _ARROW_PX / 2
    corners = f"{x:.1f},{y:.1f} {back_x + side_x:.1f},{back_y + side_y:.1f} {back_x - side_x:.1f},{back_y - side_y:.1f}"
    return element("polygon", points=corners, fill=ink("edge"))


def _gate(teller: Teller, key: GateKey, box: Box) -> str:
    component, number = key
    need = teller.source.story.drill.topology.component(component).needs[number]
    said = teller.words.say("gate.at-least", at_least=need.at_least, suppliers=len(need.on))
    pill = _rect(box, rx=10, fill="#FFFFFF", stroke=ink("ln2"), stroke_width=1)
    x, y, width, height = box
    return pill + words(x + width / 2, y + height / 2 + 4, said, 11, anchor="middle", fill=ink("tx1"))


def _card(teller: Teller, id_: str, box: Box, look: StateSpan) -> str:
    is_down = look.shown is Shown.DOWN
    border = "deg" if look.is_on_reserve else _BORDERS.get(look.shown, "cardln")
    dash = {Shown.ISOLATED: "5 3", Shown.MAINTENANCE: "1.5 3"}.get(look.shown, "none")
    fill = ink(_FILLS.get(look.shown, "card"))
    card = _rect(box, rx=CORNER_RADIUS - 1, fill=fill, stroke=ink(border), stroke_width=1.4, stroke_dasharray=dash)
    name = teller.component(id_)
    room = box[2] - 2 * _PAD
    state = teller.words.say("state.on-reserve" if look.is_on_reserve else f"state.{look.shown}")
    first = ink("ondown" if is_down else "tx1")
    second = ink("ondown2" if is_down else "tx2")
    said = words(
        box[0] + _PAD,
        box[1] + 22,
        cut(name, room, _NAME_PX, is_bold=True),
        _NAME_PX,
        font_weight="bold",
        fill=first,
    )
    return card + said + words(box[0] + _PAD, box[1] + 40, cut(state, room, _STATE_PX), _STATE_PX, fill=second)


def _rect(box: Box, **attributes: object) -> str:
    x, y, width, height = box
    return element("rect", x=x, y=y, width=width, height=height, **attributes)
