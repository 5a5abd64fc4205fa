"""What can be shown of a drill with faults."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blackstart.core.base.errors import DrillError
from blackstart.core.base.findings import Finding
from blackstart.core.base.ids import ComponentId
from blackstart.core.base.words import said
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.route import route
from blackstart.core.exercise.files import read_drill
from blackstart.core.exercise.salvage import Salvage, salvaged
from blackstart.core.topology.model import Need

HEAD = "blackstart: 1\nid: bad\ntitle: Bad\ntopology:\n"


def found(components: str, rest: str = "") -> Salvage:
    return salvaged(f"{HEAD}{rest}  components:\n{components}")


def fault(path: str) -> Finding:
    return Finding("any", "bad.drill", 7, path, said("fault.no-id"))


def test_a_component_keeps_what_could_be_read_of_it() -> None:
    (hall,) = found("    - {id: hall, restart: soon, users: 12, colour: red}\n").topology.components
    assert (hall.id, hall.restart, hall.users) == ("hall", 0, 12)


def test_what_has_no_id_of_its_own_is_left_out_and_faults_are_found_by_their_place() -> None:
    salvage = found("    - {name: Hall}\n    - {id: shop}\n    - {id: shop, users: 3}\n    - {id: till}\n")
    assert [each.id for each in salvage.topology.components] == ["shop", "till"]
    assert salvage.component_of(fault("topology.components[3].needs[0].on")) == "till"
    assert salvage.component_of(fault("topology.components[0]")) is None
    assert salvage.component_of(fault("exercise.injects[3]")) is None


def test_needs_are_of_what_there_is() -> None:
    needs = "[{on: hal}, {on: [hall, hal, hall], at_least: 3}, {on: shop}, {at_least: 2}]"
    _, shop = found(f"    - {{id: hall}}\n    - {{id: shop, needs: {needs}}}\n").topology.components
    assert shop.needs == (Need((ComponentId("hall"),)),)


def test_zones_lie_in_zones_that_there_are_and_not_in_themselves() -> None:
    zones = "  zones: [{id: a, in: b}, {id: b, in: a}, {id: c, in: nowhere}, {id: d, in: c}]\n"
    salvage = found("    - {id: hall, zone: d}\n    - {id: shop, zone: e}\n", zones)
    assert [each.inside for each in salvage.topology.zones] == [None, "a", None, "c"]
    assert [each.zone for each in salvage.topology.components] == ["d", None]


@pytest.mark.parametrize("text", ["", "[", "a: [", "title: x", "- 3", "topology: 5", "topology: {components: {a: 3}}"])
def test_of_what_has_no_form_nothing_is_shown(text: str) -> None:
    assert salvaged(text).topology.components == ()


_WORDS = st.sampled_from(["a", "b", "c", "A!", "", "7", "[]", "{}", "null", "true", "-1", "soon"])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {},
            optional=dict.fromkeys(
                ("id", "zone", "crew", "at", "users", "seen_by", "needs", "kind", "colour", "initially"), _WORDS
            )
            | {"needs": st.builds("[{{on: {}, at_least: {}, standby: {}}}]".format, _WORDS, _WORDS, _WORDS)},
        ),
        max_size=5,
    ),
    st.lists(st.builds("{{id: {}, in: {}, box: {}}}".format, _WORDS, _WORDS, _WORDS), max_size=4),
)
def test_whatever_could_be_read_can_be_drawn(components: list[dict[str, str]], zones: list[str]) -> None:
    listed = "".join(
        f"    - {{{', '.join(f'{key}: {value}' for key, value in each.items())}}}\n" for each in components
    )
    text = f"{HEAD}  zones: [{', '.join(zones)}]\n  components:\n{listed or '    []'}"
    topology = salvaged(text).topology
    assert len(route(topology, arrange(topology)).arrangement.cards) == len(topology.components)
    try:
        whole = read_drill(text).drill.topology
    except DrillError:
        return
    assert len(whole.components) == len(topology.components)
