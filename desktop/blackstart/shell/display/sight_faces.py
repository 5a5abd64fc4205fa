"""What the participants see of a component, put on its card and into words."""

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import Words
from blackstart.core.drawing.model import GateKey
from blackstart.core.engine.trace import Shown
from blackstart.core.play.backdrop import Backdrop
from blackstart.core.play.visible import Sight
from blackstart.shell.canvas.moment import Asked
from blackstart.shell.canvas.picture import Face, GateFace, Picture
from blackstart.shell.canvas.signs import STATES, Signs
from blackstart.shell.display.ground import DisplayGround
from blackstart.shell.display.sheets import NOT_SEEN, Sign

translate = QCoreApplication.translate

RESERVE_STEPS = 36  # of a ring: its card is painted again only when that can be seen
UNKNOWN_LEFT = 0.6  # of a ring that tells only that something is on reserve
MINUTE, HOUR = 60, 3600


def picture_of_sights(
    ground: DisplayGround, sights: Mapping[ComponentId, Sight], signs: Signs, now: Seconds, words: Words
) -> Picture:
    """Return the map of a second; its cards are put into words when somebody asks for them."""
    known, arrangement = ground.backdrop, ground.drawing.arrangement
    codes = dict(zip(arrangement.gates, signs.gates.tolist(), strict=True))

    def gate(key: GateKey) -> GateFace:
        need = known.needs[key]
        text = words.say("gate.at-least", at_least=need.at_least, suppliers=len(need.suppliers))
        return GateFace(text, STATES[codes[key]], f"{need.at_least}/{len(need.suppliers)}")

    return Picture(
        drawing=ground.drawing,
        zones={zone: name.to(words.language) if name is not None else zone for zone, name in known.zones.items()},
        faces=Asked(arrangement.cards, lambda id_: face_of_sight(sights[id_], name_of(known, id_, words), now, words)),
        gates=Asked(arrangement.gates, gate),
        signs=signs,
        made=ground.made,
    )


def face_of_sight(sight: Sight, name: str, now: Seconds, words: Words) -> Face:
    """Return what a card shows: name and state, and how long ago that was seen."""
    left = sight.reserve_left if sight.reserve_left is not None else UNKNOWN_LEFT
    share = ceil(left * RESERVE_STEPS) / RESERVE_STEPS if sight.is_on_reserve else None
    if sight.seen_s is None:
        return Face(name=name, shown=sight.shown, share_left=share)
    brief = age(max(now - sight.seen_s, 0), words)
    seen = translate("Display", "seen {time} ago").format(time=brief)
    return Face(name=name, shown=sight.shown, share_left=share, sub=seen, brief=brief, is_stale=True)


def age(seconds: int, words: Words) -> str:
    """Write how long ago something was seen, in its largest unit."""
    if seconds < MINUTE:
        return f"< {words.duration(MINUTE)}"
    unit = HOUR if seconds >= HOUR else MINUTE
    return words.duration(seconds // unit * unit)


def name_of(known: Backdrop, component: ComponentId, words: Words) -> str:
    """Return what a component is called; its id where it has no name."""
    name = known.names[component]
    return name.to(words.language) if name is not None else component


def sign_of(sight: Sight) -> Sign:
    """Return by what the state of a component is known at sight."""
    if sight.seen_s is not None:
        return NOT_SEEN
    return Sign(sight.shown, sight.is_on_reserve and sight.shown is Shown.OPERATIONAL)


def word_of(sign: Sign, words: Words) -> str:
    """Return the word for it."""
    if sign.shown is None:
        return translate("Display", "not seen")
    return words.say("state.on-reserve" if sign.is_on_reserve else f"state.{sign.shown}")
