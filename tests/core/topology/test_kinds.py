from itertools import groupby

from blackstart.core.topology.kind_rows import KindGroup
from blackstart.core.topology.kinds import KINDS, SERVICE, kind


def test_no_kind_is_there_twice_and_no_group_is_empty() -> None:
    assert len(KINDS) >= 40
    assert [each.id for each in KINDS.values()] == list(KINDS)
    assert {each.group for each in KINDS.values()} == set(KindGroup)


def test_kinds_of_a_group_stand_together_in_the_order_of_the_headings() -> None:
    drawn = [each.group for each in KINDS.values() if each is not SERVICE]
    assert [group for group, _ in groupby(drawn)] == list(KindGroup)


def test_a_name_outside_the_catalogue_looks_like_a_service() -> None:
    assert kind("ups") is KINDS["ups"]
    assert kind("space-elevator") is SERVICE


def test_failure_travels_from_low_tiers_to_high_ones() -> None:
    tiers = {
        KindGroup.SITES: {0},
        KindGroup.NETWORK: {1},
        KindGroup.PLATFORM: {1},
        KindGroup.SHARED: {2},
        KindGroup.APPS: {3, 4},
        KindGroup.THINGS: {5},
        KindGroup.CARE: {4, 5},
        KindGroup.PEOPLE: {5},
    }
    for each in KINDS.values():
        assert each.tier in tiers[each.group], each.id


def test_usual_values_say_where_they_come_from() -> None:
    for each in KINDS.values():
        assert each.usual.basis.endswith("."), each.id
        assert each.usual.restart >= 0
        assert each.usual.survives >= 0


def test_only_kinds_with_something_in_reserve_survive_a_loss() -> None:
    reserve = {"ups", "generator", "cooling", "mobile", "vehicle", "boiler", "ward", "theatre", "ambulance"}
    assert {each.id for each in KINDS.values() if each.usual.survives} == reserve
