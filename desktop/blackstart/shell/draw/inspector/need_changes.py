"""What is given for a need, on its page or in the rows that show it, made into edits of the map."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId, is_id
from blackstart.core.base.simtime import Seconds
from blackstart.core.topology.edits import ChangeNeed, RemoveNeed
from blackstart.core.topology.making import leaving
from blackstart.core.topology.model import FULL, Need, Purpose, Standby
from blackstart.shell.draw.deeds import Deed, Hand
from blackstart.shell.draw.inspector.need_page import AFTER, ALWAYS
from blackstart.shell.draw.inspector.page import Key
from blackstart.shell.draw.inspector.typed import read_delay, read_duration, read_number, read_percent
from blackstart.shell.draw.selection import Place, Selection

translate = QCoreApplication.translate

USUAL_DELAY = Seconds(300)  # of a standby that is to take over by itself: to be changed at once

Change = Callable[[Hand, Selection, Key, str], Deed]


def _survives(hand: Hand, subject: Selection, key: Key, given: str) -> Deed:
    return _changed_need(hand, _place(subject, key), lambda need: replace(need, survives=read_duration(given)))


def _weigh(hand: Hand, subject: Selection, key: Key, given: str) -> Deed:
    return _changed_need(hand, _place(subject, key), lambda need: replace(need, weight=read_percent(given)))


def _rejoin(hand: Hand, subject: Selection, key: Key, given: str) -> Deed:
    return _changed_need(hand, _place(subject, key), lambda need: replace(need, rejoin=read_duration(given)))


def _useful(hand: Hand, subject: Selection, key: Key, given: str) -> Deed:
    return _changed_need(hand, _place(subject, key), lambda need: replace(need, useful=read_percent(given, least=1)))


def _need_for(hand: Hand, subject: Selection, key: Key, given: str) -> Deed:
    purpose = Purpose(given)

    def changed(need: Need) -> Need:
        return replace(need, purpose=purpose, weight=need.weight if purpose is Purpose.RUN else FULL)

    return _changed_need(hand, _place(subject, key), changed)


def _at_least(hand: Hand, subject: Selection, key: Key, given: str) -> Deed:
    return _changed_need(
        hand, _place(subject, key), lambda need: replace(need, at_least=read_number(given, 1, len(need.on)))
    )


def _name_need(hand: Hand, subject: Selection, key: Key, given: str) -> Deed:
    name = given.strip() or None
    if name is not None and not is_id(name):
        raise ValueError(translate("Inspector", "A need's name is of small letters, digits and hyphens."))
    return _changed_need(hand, _place(subject, key), lambda need: replace(need, name=name))


def _stand_by(hand: Hand, subject: Selection, key: Key, given: str) -> Deed:
    supplier = ComponentId(key[1])

    def changed(need: Need) -> Need:
        others = tuple(each for each in need.standby if each.supplier != supplier)
        if given == ALWAYS:
            return replace(need, standby=others)
        after = USUAL_DELAY if given == AFTER else None
        return replace(need, standby=(*others, Standby(supplier, after)))

    return _changed_need(hand, _place(subject, ()), changed)


def _delay(hand: Hand, subject: Selection, key: Key, given: str) -> Deed:
    after = read_delay(given)

    def changed(need: Need) -> Need:
        return replace(
            need,
            standby=tuple(replace(each, after=after) if each.supplier == key[1] else each for each in need.standby),
        )

    return _changed_need(hand, _place(subject, ()), changed)


def _join(hand: Hand, subject: Selection, _key: Key, given: str) -> Deed:
    component, index = _place(subject, ())
    return hand.join(ComponentId(given), component, index)


def _leave(hand: Hand, subject: Selection, key: Key, _given: str) -> Deed:
    component, index = _place(subject, ())
    return Deed(leaving(hand.topology, ComponentId(key[1]), component, index), _change_text(hand, component))


def _remove_need(hand: Hand, subject: Selection, _key: Key, _given: str) -> Deed:
    component, index = _place(subject, ())
    label = hand.topology.component(component).label(hand.language)
    text = translate("Inspector", "Delete a need of {name}").format(name=label)
    return Deed(RemoveNeed(component, index), text)


def _changed_need(hand: Hand, place: Place, change: Callable[[Need], Need]) -> Deed:
    component, index = place
    need = change(hand.topology.component(component).needs[index])
    return Deed(ChangeNeed(component, index, need), _change_text(hand, component))


def _change_text(hand: Hand, component: ComponentId) -> str:
    return translate("Draw", "Change {name}").format(name=hand.topology.component(component).label(hand.language))


def _place(subject: Selection, key: Key) -> Place:
    """Which need is meant: the one that a row names, else the one that is chosen."""
    if len(key) > 2:
        return ComponentId(key[1]), int(key[2])
    if subject.need is None:
        raise UserError(translate("Inspector", "No need is chosen."))
    return subject.need


NEED_CHANGES: dict[str, Change] = {
    "survives": _survives,
    "weight": _weigh,
    "rejoin": _rejoin,
    "useful": _useful,
    "for": _need_for,
    "at-least": _at_least,
    "need-name": _name_need,
    "standby": _stand_by,
    "delay": _delay,
    "join": _join,
    "leave": _leave,
    "remove-need": _remove_need,
}
