from collections.abc import Mapping

from blackstart.core.base.ids import ComponentId, PhaseId
from blackstart.core.base.simtime import Seconds
from blackstart.core.drawing.model import Arrangement, Drawing, Leg, Line
from blackstart.core.engine.trace import Cause, ClockCause, EffectCause, Mode, Row, Shown, Standing, SupplierCause
from blackstart.core.play.events import PhaseEnded, Spread
from blackstart.core.topology.model import Component, Need, Permille, Purpose, Standby, Topology
from blackstart.shell.canvas.links import Links
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.spread import MOST_FLOWS, Flows, ways_of, ways_on_reserve
from tests.shell.canvas.drawings import APP, HALL, LOCK, POWER, SPARE, small_drawing, small_map, stands


def moment(changed: Mapping[ComponentId, Standing]) -> Moment:
    topology = small_map()
    standings = {each.id: stands(each.id) for each in topology.components}
    return Moment(topology, Seconds(60), {**standings, **changed})


def row(component: ComponentId, cause: Cause | None) -> Row:
    return Row(Seconds(5), 1, 1, "mode", component, Mode.DOWN, Permille(0), cause)


def of(component: ComponentId, need: str) -> SupplierCause:
    return SupplierCause(component, Seconds(5), need)


def test_changes_come_along_the_causes_of_their_rows_and_no_others() -> None:
    events = (
        Spread(Seconds(5), (row(POWER, EffectCause("fire")), row(HALL, of(POWER, "power")))),
        PhaseEnded(Seconds(5), PhaseId("night")),
        Spread(Seconds(6), (row(APP, of(HALL, "hall-or-spare")), row(LOCK, ClockCause("restart")), row(SPARE, None))),
        Spread(Seconds(6), (row(HALL, of(POWER, "power")),)),
    )
    assert ways_of(events) == ((POWER, HALL, "power"), (HALL, APP, "hall-or-spare"))


def test_a_flow_takes_the_line_of_its_need_in_the_colour_of_its_supplier() -> None:
    drawing = small_drawing()
    (flow,) = Flows(small_map(), Links(drawing)).heaviest(
        [(POWER, LOCK, "power")], moment({POWER: stands(POWER, Shown.DOWN)})
    )
    assert [drawing.lines[number].component for number in flow.lines] == [LOCK]
    assert flow.shown is Shown.DOWN


def test_a_flow_through_a_gate_goes_into_it_and_out_of_it() -> None:
    topology, drawing = small_map(), small_drawing()
    reference = topology.component(APP).needs[0].reference
    (flow,) = Flows(topology, Links(drawing)).heaviest([(SPARE, APP, reference)], moment({}))
    lines = [drawing.lines[number] for number in flow.lines]
    assert [(line.supplier, line.leg) for line in lines] == [(SPARE, Leg.INTO_GATE), (None, Leg.FROM_GATE)]


def test_a_way_that_is_not_drawn_flows_nowhere() -> None:
    assert Flows(small_map(), Links(small_drawing())).heaviest([(LOCK, HALL, "lock")], moment({})) == ()


def test_of_more_than_six_ways_those_flow_on_which_most_users_hang() -> None:
    source = ComponentId("source")
    hubs = [ComponentId(f"hub-{number}") for number in range(8)]
    towns = [ComponentId(f"town-{number}") for number in range(8)]
    topology = Topology(
        components=(
            Component(source),
            *(Component(hub, needs=(Need((source,)),)) for hub in hubs),
            *(
                Component(town, users=(number + 3) % 8 * 10, needs=(Need((hub,)),))
                for number, (town, hub) in enumerate(zip(towns, hubs, strict=True))
            ),
        ),
    )
    lines = (
        *(Line(source, hub, 0, Purpose.RUN, ((0.0, 0.0), (9.0, 0.0))) for hub in hubs),
        *(Line(hub, town, 0, Purpose.RUN, ((0.0, 0.0), (9.0, 0.0))) for hub, town in zip(hubs, towns, strict=True)),
    )
    drawing = Drawing(Arrangement({}, {}, {}), lines, (), (0.0, 0.0, 0.0, 0.0))
    at = Moment(topology, Seconds(0), {each.id: stands(each.id) for each in topology.components})
    flows = Flows(topology, Links(drawing)).heaviest([(source, hub, "source") for hub in hubs], at)
    assert len(flows) == MOST_FLOWS == 6
    users = [(flow.lines[0] + 3) % 8 * 10 for flow in flows]
    assert users == [70, 60, 50, 40, 30, 20]


def test_a_ring_of_needs_can_be_weighed() -> None:
    one, other = ComponentId("one"), ComponentId("other")
    topology = Topology(
        components=(Component(one, users=3, needs=(Need((other,)),)), Component(other, needs=(Need((one,)),)))
    )
    line = ((0.0, 0.0), (9.0, 0.0))
    lines = (Line(other, one, 0, Purpose.RUN, line), Line(one, other, 0, Purpose.RUN, line))
    drawing = Drawing(Arrangement({}, {}, {}), lines, (), (0.0, 0.0, 0.0, 0.0))
    at = Moment(topology, Seconds(0), {each.id: stands(each.id) for each in topology.components})
    assert len(Flows(topology, Links(drawing)).heaviest([(other, one, "other"), (one, other, "one")], at)) == 2


def test_what_goes_on_with_what_it_has_shows_by_which_way_nothing_comes() -> None:
    lost = {POWER: stands(POWER, Shown.DOWN), LOCK: stands(LOCK, reserve_s=500)}
    assert ways_on_reserve(moment(lost)) == ((POWER, LOCK, "power"),)


def test_once_supply_is_back_or_lost_for_good_nothing_is_on_reserve() -> None:
    assert ways_on_reserve(moment({LOCK: stands(LOCK, reserve_s=500)})) == ()
    assert ways_on_reserve(moment({POWER: stands(POWER, Shown.DOWN), LOCK: stands(LOCK, Shown.DOWN)})) == ()


def test_a_standby_that_runs_but_is_not_armed_leaves_its_need_on_reserve() -> None:
    main, spare, core = ComponentId("main"), ComponentId("spare"), ComponentId("core")
    need = Need((main, spare), survives=Seconds(300), standby=(Standby(spare),))
    topology = Topology(components=(Component(main), Component(spare), Component(core, needs=(need,))))
    standings = {main: stands(main, Shown.DOWN), spare: stands(spare), core: stands(core, reserve_s=200)}
    assert ways_on_reserve(Moment(topology, Seconds(0), standings)) == ((main, core, need.reference),)
