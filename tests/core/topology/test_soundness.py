from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from blackstart.core.base.errors import DrillError
from blackstart.core.base.ids import ComponentId, DrillId
from blackstart.core.base.simtime import LONGEST, Seconds
from blackstart.core.base.text import plain
from blackstart.core.exercise.files import read_drill, save_text
from blackstart.core.exercise.model import Drill
from blackstart.core.topology.model import Component, Need, Permille, Purpose, Standby, Topology
from blackstart.core.topology.soundness import component_faults
from tests.core.topology.maps import topologies

A, B, X = (ComponentId(name) for name in ("a", "b", "x"))

AMOUNTS = st.sampled_from([-1, 0, 1, 10**12, 10**12 + 1])
TIMES = st.sampled_from([-1, 0, 1, LONGEST, LONGEST + 1]).map(Seconds)
SHARES = st.sampled_from([-1, 0, 1, 999, 1000, 1001]).map(Permille)
WORDS = st.none() | st.sampled_from(["Login", "", "로그인\n", "\x07", "- a: {b", "119", "\ud800"]).map(plain)
PLACES = st.none() | st.sampled_from([(0.5, -3.0), (1e13, 0.0)])
NAMES = st.none() | st.sampled_from(["main", "a", "Main", ""])

NEEDS = st.builds(
    lambda on, name, at_least, purpose, weight, useful, survives, rejoin, after: Need(
        tuple(on), name, at_least, purpose, weight, useful, survives, rejoin, (Standby(on[0], after),)
    ),
    st.lists(st.sampled_from([A, B, ComponentId("nowhere")]), min_size=1, max_size=3),
    NAMES,
    st.integers(0, 3),
    st.sampled_from(Purpose),
    SHARES,
    SHARES,
    TIMES,
    TIMES,
    st.none() | TIMES,
)
ODD = st.builds(
    Component,
    id=st.sampled_from([X, X, X, ComponentId("A B"), ComponentId("-")]),
    name=WORDS,
    kind=st.sampled_from(["auth", "space-elevator", "A B"]),
    at=PLACES,
    users=AMOUNTS,
    substitutable=SHARES,
    cost_per_hour=AMOUNTS,
    target=st.none() | TIMES,
    restart=TIMES,
    repair=st.none() | TIMES,
    seen_by=st.sampled_from([(), (A,), (ComponentId("nowhere"),)]),
    needs=st.lists(NEEDS, max_size=2).map(tuple),
)
SOUND = Component(X, users=10**12, needs=(Need((A, B), at_least=2),))


def read_back(map_: Topology) -> Topology | None:
    """The map after a way through a file; None if the file would have faults."""
    drill = Drill(DrillId("d"), plain("D"), topology=map_)
    try:
        return read_drill(save_text(drill, None)).drill.topology
    except DrillError:
        return None


@given(ODD, st.sets(st.sampled_from(("users", "restart", "name", "kind", "id", "needs", "at", "repair", "target"))))
@example(replace(SOUND, users=10**12 + 1), {"users"})
@settings(max_examples=100, deadline=None)
def test_a_component_is_sound_exactly_if_a_file_can_hold_it(odd: Component, kept: set[str]) -> None:
    component = replace(SOUND, **{name: getattr(odd, name) for name in kept})
    map_ = Topology(components=(Component(A), Component(B), component))
    back = read_back(map_)
    assert (component_faults(map_, component) == []) == (back is not None)
    assert back in (None, map_)


@given(topologies())
@settings(max_examples=50, deadline=None)
def test_a_sound_map_is_the_same_after_a_way_through_a_file(map_: Topology) -> None:
    assert read_back(map_) == map_
