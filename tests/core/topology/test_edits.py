from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId, CrewId, ZoneId
from blackstart.core.base.text import plain
from blackstart.core.base.words import Said
from blackstart.core.topology.edits import (
    AddComponents,
    AddCrew,
    AddNeed,
    AddZone,
    ChangeComponents,
    ChangeCrew,
    ChangeNeed,
    ChangeZone,
    Edit,
    MoveComponents,
    RemoveComponents,
    RemoveCrew,
    RemoveNeed,
    RemoveZone,
    RenameComponent,
    SetCurrency,
    Several,
    apply,
)
from blackstart.core.topology.model import Component, Crew, Need, Topology, Zone
from blackstart.core.topology.removal import crew_removal, removal, zone_removal
from blackstart.core.topology.soundness import component_faults, crew_faults, zone_faults
from tests.core.topology.maps import CREWS, NAMES, ZONES, components, needs_on, topologies, topology

A, B, C, X = (ComponentId(name) for name in ("a", "b", "c", "x"))


def component_edits(map_: Topology) -> list[st.SearchStrategy[Edit]]:
    known = [each.id for each in map_.components]
    absent = [name for name in NAMES if name not in known]
    choices: list[st.SearchStrategy[Edit]] = []
    if absent:
        added = st.sampled_from(absent).flatmap(lambda name: components(name, [*known, name]))
        places = st.integers(0, len(known))
        choices.append(st.builds(lambda new, place: AddComponents((new,), (place,)), added, places))
        choices.append(added.map(lambda new: AddComponents((new,))))
    if known:
        one = st.sampled_from(known)
        some = st.lists(one, min_size=1, unique=True)
        index = st.integers(0, 2)
        need = needs_on(known)
        choices += [
            some.map(lambda gone: removal(map_, gone)),
            some.map(lambda gone: RemoveComponents(tuple(gone))),
            one.flatmap(lambda name: components(name, known)).map(lambda new: ChangeComponents((new,))),
            some.map(lambda moved: MoveComponents(tuple((each, (4.0, 8.0)) for each in moved))),
            st.builds(RenameComponent, one, st.none() | st.just(plain("New"))),
            st.builds(AddNeed, one, need, st.none() | index),
            st.builds(RemoveNeed, one, index),
            st.builds(ChangeNeed, one, index, need),
        ]
    return choices


def frame_edits(map_: Topology) -> list[st.SearchStrategy[Edit]]:
    zone, crew = st.sampled_from(ZONES), st.sampled_from(CREWS)
    zones = st.builds(Zone, zone, st.none() | st.just(plain("Hall")), st.none() | zone)
    crews = st.builds(Crew, crew, st.none(), st.integers(0, 3))
    index = st.none() | st.integers(0, 3)
    return [
        st.builds(AddZone, zones, index),
        zone.map(RemoveZone),
        zone.map(lambda gone: zone_removal(map_, gone)),
        zones.map(ChangeZone),
        st.builds(AddCrew, crews, index),
        crew.map(RemoveCrew),
        crew.map(lambda gone: crew_removal(map_, gone)),
        crews.map(ChangeCrew),
        st.builds(SetCurrency, st.sampled_from([None, "EUR"])),
    ]


def edits(map_: Topology) -> st.SearchStrategy[Edit]:
    single = st.one_of(*component_edits(map_), *frame_edits(map_))
    return single | st.lists(single, max_size=3).map(lambda several: Several(tuple(several)))


def faults(map_: Topology) -> list[Said]:
    found = [fault for each in map_.components for fault in component_faults(map_, each)]
    found += [fault for zone in map_.zones for fault in zone_faults(map_, zone)]
    return found + [fault for crew in map_.crews for fault in crew_faults(crew)]


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_any_edits_can_be_undone_and_redone_all_the_way(data: st.DataObject) -> None:
    start = map_ = data.draw(topologies())
    undo: list[Edit] = []
    seen = [start]
    for _ in range(data.draw(st.integers(1, 6))):
        try:
            map_, inverse = apply(map_, data.draw(edits(map_)))
        except UserError:
            continue
        undo.append(inverse)
        seen.append(map_)
    redo: list[Edit] = []
    for inverse, before in zip(reversed(undo), reversed(seen[:-1]), strict=True):
        map_, again = apply(map_, inverse)
        assert map_ == before
        redo.append(again)
    assert map_ == start
    for again, after in zip(reversed(redo), seen[1:], strict=True):
        map_, _ = apply(map_, again)
        assert map_ == after


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_an_edit_of_a_sound_map_gives_a_sound_map_or_is_refused(data: st.DataObject) -> None:
    map_ = data.draw(topologies())
    edit = data.draw(edits(map_))
    with suppress(UserError):
        map_, _ = apply(map_, edit)
    assert faults(map_) == []


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_any_selection_of_components_can_be_deleted_at_once(data: st.DataObject) -> None:
    map_ = data.draw(topologies())
    gone = data.draw(st.lists(st.sampled_from(map_.components), unique=True)) if map_.components else []
    changed, inverse = apply(map_, removal(map_, [component.id for component in gone]))
    assert [each.id for each in changed.components] == [each.id for each in map_.components if each not in gone]
    assert apply(changed, inverse)[0] == map_


def test_who_needed_a_deleted_component_loses_that_supplier_or_the_need() -> None:
    of_two = Need((A, B, C), at_least=2)
    map_ = Topology(
        components=(Component(A), Component(B), Component(C), Component(X, needs=(Need((A,)), of_two), seen_by=(A, B)))
    )
    once, _ = apply(map_, removal(map_, [A]))
    assert once.component(X) == Component(X, needs=(Need((B, C), at_least=2),), seen_by=(B,))
    twice, _ = apply(once, removal(once, [C]))
    assert twice.component(X).needs == (Need((B,), at_least=1),)


def test_a_need_that_would_be_taken_for_another_gets_a_name() -> None:
    needs = (Need((A, B)), Need((B,)), Need((C,), name="b-2"))
    map_ = Topology(components=(Component(A), Component(B), Component(C), Component(X, needs=needs)))
    changed, _ = apply(map_, removal(map_, [A]))
    assert [need.reference for need in changed.component(X).needs] == ["b-3", "b", "b-2"]


def test_what_lay_in_a_deleted_zone_lies_in_the_zone_around_it() -> None:
    site, hall, rack = (ZoneId(name) for name in ("site", "hall", "rack"))
    map_ = Topology(
        zones=(Zone(site), Zone(hall, inside=site), Zone(rack, inside=hall)), components=(Component(A, zone=hall),)
    )
    changed, inverse = apply(map_, zone_removal(map_, hall))
    assert changed.component(A).zone == site
    assert changed.zones == (Zone(site), Zone(rack, inside=site))
    assert apply(changed, inverse)[0] == map_


def test_new_components_may_need_one_another() -> None:
    ring = (Component(A, needs=(Need((B,)),)), Component(B, needs=(Need((A,)),)))
    changed, inverse = apply(Topology(), AddComponents(ring))
    assert changed.components == ring
    assert apply(changed, inverse)[0] == Topology()


def test_undone_deletion_puts_every_component_back_in_its_place() -> None:
    map_ = topology("a > b, c, x")
    changed, inverse = apply(map_, RemoveComponents((X, B)))
    assert [each.id for each in changed.components] == [A, C]
    assert apply(changed, inverse)[0] == map_


def test_a_composite_of_which_one_part_does_not_fit_changes_nothing() -> None:
    map_ = topology("a > b")
    with pytest.raises(UserError, match="'x'"):
        apply(map_, Several((RenameComponent(A, plain("New")), MoveComponents(((X, None),)))))
    assert map_ == topology("a > b")


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (RemoveComponents((A,)), "component 'b' still names 'a', which would go"),
        (RemoveComponents((X,)), "the edit is of component 'x', which is not on the map"),
        (AddComponents((Component(A),)), "component 'a' is on the map already"),
        (AddComponents((Component(C),), (7,)), "components: there is no place 7, wanted is 0 to 2"),
        (AddComponents((Component(C),), (0, 1)), "1 new components, but 2 places for them"),
        (AddComponents((Component(C), Component(X)), (1, 0)), "places of new components must ascend, found are (1, 0)"),
        (AddComponents((Component(ComponentId("Log in")),)), "id: found 'Log in', wanted an id"),
        (ChangeComponents((Component(A, users=-1),)), "'a': users: found -1, wanted a whole number, 0 or more"),
        (ChangeComponents((Component(A, zone=ZoneId("hal")),)), "did you mean hall? (zones are: site, hall)"),
        (ChangeComponents((Component(A, crew=CrewId("night")),)), "repaired by crew 'night', which is not on the map"),
        (ChangeComponents((Component(A, seen_by=(X,)),)), "it is seen by component 'x', which is not on the map"),
        (MoveComponents(((A, (float("nan"), 0.0)),)), "component 'a': at: found nan, wanted a number"),
        (RenameComponent(A, plain("Lo\x07gin")), "'a': name: holds the character U+0007, which cannot be shown"),
        (SetCurrency("much too long a name"), "currency: found 'much too long a name', wanted 1 to 12 characters"),
        (AddNeed(A, Need(())), "component 'a', needs[0]: on: found nothing, wanted at least one supplier"),
        (AddNeed(A, Need((A,))), "a component cannot need itself"),
        (AddNeed(A, Need((B,), at_least=2)), "at_least: found 2, wanted a whole number from 1 to 1"),
        (AddNeed(B, Need((A,))), "component 'b': 2 needs answer to 'a'; name all of them but one"),
        (AddNeed(B, Need((A,), name="z"), 3), "needs of 'b': there is no place 3, wanted is 0 to 1"),
        (RemoveNeed(B, 1), "component 'b' has 1 needs, wanted is needs[1]"),
        (ChangeNeed(B, 0, Need((X,))), "it is on component 'x', which is not on the map"),
        (AddZone(Zone(ZoneId("hall"))), "zone 'hall' is on the map already"),
        (RemoveZone(ZoneId("site")), "zone 'hall' still lies in zone 'site'"),
        (ChangeZone(Zone(ZoneId("site"), inside=ZoneId("hall"))), "it would lie inside itself, by way of 'hall'"),
        (ChangeZone(Zone(ZoneId("hall"), box=(0, 0, 0, 5))), "box: it is 0 x 5, wanted a width and a height above 0"),
        (ChangeCrew(Crew(CrewId("day"), size=0)), "crew 'day': size: found 0, wanted a whole number from 1 to 10000"),
        (RemoveCrew(CrewId("night")), "the edit is of crew 'night', which is not on the map"),
    ],
)  # fmt: skip
def test_an_edit_that_does_not_fit_says_what_and_where(edit: Edit, sentence: str) -> None:
    map_ = replace(
        topology("a > b"),
        zones=(Zone(ZoneId("site")), Zone(ZoneId("hall"), inside=ZoneId("site"))),
        crews=(Crew(CrewId("day")),),
    )
    with pytest.raises(UserError) as refusal:
        apply(map_, edit)
    assert sentence in str(refusal.value)
