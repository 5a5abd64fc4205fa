import pytest
from hypothesis import given
from hypothesis import strategies as st

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId, is_id
from blackstart.core.topology.edits import AddComponents, AddNeed, RemoveNeed, apply
from blackstart.core.topology.kinds import kind
from blackstart.core.topology.making import connection, copies, fresh_id, joining, leaving, new_component, new_zone
from blackstart.core.topology.model import Need, Purpose
from tests.core.topology.maps import topology

A, B, C, X = (ComponentId(name) for name in ("a", "b", "c", "x"))


@given(st.text(), st.sets(st.sampled_from(["a", "ups", "ups-2", "component"])))
def test_an_id_made_from_any_name_is_an_id_that_is_free(name: str, taken: set[str]) -> None:
    made = fresh_id(name, taken, "component")
    assert is_id(made)
    assert made not in taken


def test_an_id_reads_like_its_name_and_a_korean_name_gets_the_kind() -> None:
    assert fresh_id("Server Hall Á (west)", (), "hall") == "server-hall-a-west"
    assert fresh_id("서버홀", ("hall",), "hall") == "hall-2"


def test_a_new_component_has_the_usual_values_of_its_kind() -> None:
    made = new_component(topology("a"), "ups", "Battery room", (20.0, 40.0))
    usual = kind("ups").usual
    assert (made.restart, made.repair, made.at, made.label()) == (usual.restart, usual.repair, (20, 40), "Battery room")


def test_only_the_first_need_to_run_gets_the_tolerance_of_the_kind() -> None:
    map_, _ = apply(topology("a, b"), AddComponents((new_component(topology("a, b"), "ups", "x"),)))
    first = connection(map_, A, X, Purpose.RUN)
    assert first == AddNeed(X, Need((A,), survives=kind("ups").usual.survives))
    map_, _ = apply(map_, first)
    assert connection(map_, B, X, Purpose.RUN) == AddNeed(X, Need((B,)))
    assert connection(map_, B, X, Purpose.START) == AddNeed(X, Need((B,), purpose=Purpose.START))


def test_the_same_supplier_for_another_purpose_is_a_need_with_a_name() -> None:
    map_ = topology("a > x")
    edit = connection(map_, A, X, Purpose.START)
    after, _ = apply(map_, edit)
    assert [need.reference for need in after.component(X).needs] == ["a", "a-start"]


def test_what_is_needed_already_and_oneself_is_refused_with_the_reason() -> None:
    map_ = topology("a > x")
    with pytest.raises(UserError, match="x needs a for that already"):
        connection(map_, A, X, Purpose.RUN)
    with pytest.raises(UserError, match="x cannot need itself"):
        connection(map_, X, X, Purpose.RUN)
    with pytest.raises(UserError, match="a is in this group already"):
        joining(map_, A, X, 0)


def test_who_joins_a_group_stands_in_and_who_leaves_last_takes_the_need_along() -> None:
    map_, _ = apply(topology("a > x, b"), joining(topology("a > x, b"), B, X, 0))
    assert map_.component(X).needs == (Need((A, B)),)
    one, _ = apply(map_, leaving(map_, A, X, 0))
    assert one.component(X).needs == (Need((B,)),)
    assert leaving(one, B, X, 0) == RemoveNeed(X, 0)


def test_copies_need_one_another_and_what_the_originals_need_of_others() -> None:
    map_ = topology("c > a > b")
    made = copies(map_, [A, B], (10, 0))
    after, _ = apply(map_, AddComponents(made))
    assert [(each.id, [need.on for need in each.needs]) for each in made] == [("a-2", [(C,)]), ("b-2", [("a-2",)])]
    assert len(after.components) == 5


def test_a_zone_is_made_with_a_free_id_of_its_name() -> None:
    assert new_zone(topology("a"), "East hall").id == "east-hall"
