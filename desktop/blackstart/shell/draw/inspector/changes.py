"""What is typed, picked or pressed in the inspector, made into edits of the map."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId, CrewId, ZoneId
from blackstart.core.base.text import plain
from blackstart.core.topology.edits import (
    AddCrew,
    ChangeComponents,
    ChangeCrew,
    Edit,
    SetCurrency,
    Several,
)
from blackstart.core.topology.making import fresh_id
from blackstart.core.topology.model import Component, Crew
from blackstart.core.topology.removal import crew_removal
from blackstart.core.topology.soundness import MOST_HANDS, currency_faults
from blackstart.shell.draw.deeds import Deed, Hand, in_language
from blackstart.shell.draw.inspector.component_values import VALUES, with_value
from blackstart.shell.draw.inspector.need_changes import NEED_CHANGES, Change
from blackstart.shell.draw.inspector.page import Key
from blackstart.shell.draw.inspector.typed import read_number
from blackstart.shell.draw.selection import Selection

translate = QCoreApplication.translate


def deed_of(hand: Hand, subject: Selection, key: Key, given: str) -> Deed:
    """Return what changes a value of what is chosen.

    Raises
    ------
    ValueError, UserError
        With the reason, in one sentence.
    """
    name = key[0]
    if name in VALUES:
        return hand.change([with_value(each, name, given, hand.language) for each in _chosen(hand, subject)])
    return _MADE[name](hand, subject, key, given)


def _rename(hand: Hand, subject: Selection, _key: Key, given: str) -> Deed:
    return hand.rename(subject.components[0], given)


def _set_currency(_hand: Hand, _subject: Selection, _key: Key, given: str) -> Deed:
    currency = given.strip() or None
    if currency_faults(currency):
        raise ValueError(translate("Inspector", "A currency is written in 12 characters at most, such as KRW."))
    return Deed(SetCurrency(currency), translate("Inspector", "Set the currency"))


def _new_crew(hand: Hand, subject: Selection, _key: Key, given: str) -> Deed:
    name = given.strip()
    if not name:
        raise ValueError(translate("Inspector", "A crew needs a name."))
    crew = Crew(CrewId(fresh_id(name, {each.id for each in hand.topology.crews}, "crew")), plain(name))
    edits: list[Edit] = [AddCrew(crew)]
    chosen = _chosen(hand, subject)
    if chosen:
        edits.append(ChangeComponents(tuple(replace(each, crew=crew.id) for each in chosen)))
    return Deed(Several(tuple(edits)), translate("Inspector", "Add crew {name}").format(name=name))


def _name_crew(hand: Hand, _subject: Selection, key: Key, given: str) -> Deed:
    crew = _crew(hand, key[1])
    return _changed_crew(hand, replace(crew, name=in_language(crew.name, given, hand.language)))


def _size_crew(hand: Hand, _subject: Selection, key: Key, given: str) -> Deed:
    return _changed_crew(hand, replace(_crew(hand, key[1]), size=read_number(given, 1, MOST_HANDS)))


def _remove_crew(hand: Hand, _subject: Selection, key: Key, _given: str) -> Deed:
    crew = _crew(hand, key[1])
    text = translate("Inspector", "Delete crew {name}").format(name=crew.label(hand.language))
    return Deed(crew_removal(hand.topology, crew.id), text)


def _new_zone(hand: Hand, subject: Selection, _key: Key, given: str) -> Deed:
    """A zone round what is chosen, inside the zone that all of that lies in."""
    if not given.strip():
        raise ValueError(translate("Inspector", "A zone needs a name."))
    around = {hand.topology.component(each).zone for each in subject.components}
    inside = around.pop() if len(around) == 1 else None
    return hand.add_zone(given.strip(), subject.components, inside)


def _name_zone(hand: Hand, subject: Selection, _key: Key, given: str) -> Deed:
    zone = next(each for each in hand.topology.zones if each.id == subject.zone)
    return hand.change_zone(replace(zone, name=in_language(zone.name, given, hand.language)))


def _nest_zone(hand: Hand, subject: Selection, _key: Key, given: str) -> Deed:
    zone = next(each for each in hand.topology.zones if each.id == subject.zone)
    return hand.change_zone(replace(zone, inside=ZoneId(given) if given else None))


def _remove_zone(hand: Hand, subject: Selection, _key: Key, _given: str) -> Deed:
    assert subject.zone is not None
    return hand.remove_zone(subject.zone)


def _see(hand: Hand, subject: Selection, _key: Key, given: str) -> Deed:
    """Let something see each of what is chosen that it does not see yet; nothing sees itself."""
    watcher = ComponentId(given)
    unseen = [each for each in _chosen(hand, subject) if watcher not in (each.id, *each.seen_by)]
    return hand.change([replace(each, seen_by=(*each.seen_by, watcher)) for each in unseen])


def _see_no_more(hand: Hand, subject: Selection, key: Key, _given: str) -> Deed:
    seen = [each for each in _chosen(hand, subject) if key[1] in each.seen_by]
    return hand.change(
        [replace(each, seen_by=tuple(other for other in each.seen_by if other != key[1])) for each in seen]
    )


def _chosen(hand: Hand, subject: Selection) -> list[Component]:
    return [hand.topology.component(each) for each in subject.components]


def _changed_crew(hand: Hand, crew: Crew) -> Deed:
    text = translate("Inspector", "Change crew {name}").format(name=crew.label(hand.language))
    return Deed(ChangeCrew(crew), text)


def _crew(hand: Hand, id_: str) -> Crew:
    return next(each for each in hand.topology.crews if each.id == id_)


_MADE: dict[str, Change] = {
    "name": _rename,
    "currency": _set_currency,
    "new-crew": _new_crew,
    "crew-name": _name_crew,
    "crew-size": _size_crew,
    "remove-crew": _remove_crew,
    "new-zone": _new_zone,
    "zone-name": _name_zone,
    "inside": _nest_zone,
    "remove-zone": _remove_zone,
    "seen": _see,
    "unseen": _see_no_more,
    **NEED_CHANGES,
}
