"""A small map, drawn by hand: power feeds a hall and a lock, the hall and a spare feed an app through a gate."""

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import Text
from blackstart.core.base.words import words
from blackstart.core.drawing.model import Arrangement, Drawing, Leg, Line, Source, Trunk
from blackstart.core.engine.trace import Mode, Shown, Standing
from blackstart.core.topology.model import FULL, Component, Need, Permille, Purpose, Topology, Zone
from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.picture import Picture

POWER, HALL, SPARE, APP, LOCK = (ComponentId(name) for name in ("power", "hall", "spare", "app", "lock"))
SITE = ZoneId("site")


def small_map() -> Topology:
    return Topology(
        zones=(Zone(SITE, Text((("en", "Site"), ("ko", "거점")))),),
        components=(
            Component(POWER, kind="power", zone=SITE, name=Text((("en", "Power"), ("ko", "전력")))),
            Component(HALL, kind="hall", zone=SITE, restart=Seconds(100), needs=(Need((POWER,)),)),
            Component(SPARE, kind="hall", zone=SITE),
            Component(APP, users=10, needs=(Need((HALL, SPARE), at_least=1), Need((LOCK,), purpose=Purpose.START))),
            Component(LOCK, kind="device", needs=(Need((POWER,), survives=Seconds(600)),)),
        ),
    )


def small_drawing() -> Drawing:
    """Cards in two rows; five lines, of which the two into the gate and the one out of it make the group."""
    cards = {
        POWER: (20.0, 40.0, 140.0, 52.0),
        HALL: (220.0, 40.0, 140.0, 52.0),
        SPARE: (220.0, 140.0, 140.0, 52.0),
        APP: (560.0, 40.0, 140.0, 52.0),
        LOCK: (560.0, 240.0, 140.0, 52.0),
    }
    lines = (
        Line(POWER, HALL, 0, Purpose.RUN, ((160.0, 66.0), (220.0, 66.0))),
        Line(HALL, APP, 0, Purpose.RUN, ((360.0, 66.0), (400.0, 66.0), (400.0, 116.0), (430.0, 116.0)), Leg.INTO_GATE),
        Line(
            SPARE, APP, 0, Purpose.RUN, ((360.0, 166.0), (400.0, 166.0), (400.0, 116.0), (430.0, 116.0)), Leg.INTO_GATE
        ),
        Line(None, APP, 0, Purpose.RUN, ((480.0, 116.0), (520.0, 116.0), (520.0, 66.0), (560.0, 66.0)), Leg.FROM_GATE),
        Line(LOCK, APP, 1, Purpose.START, ((630.0, 240.0), (630.0, 92.0))),
        Line(POWER, LOCK, 0, Purpose.RUN, ((160.0, 66.0), (190.0, 66.0), (190.0, 266.0), (560.0, 266.0))),
    )
    joined: dict[Source, tuple[int, ...]] = {POWER: (0, 5), HALL: (1,), SPARE: (2,), (APP, 0): (3,), LOCK: (4,)}
    trunks = tuple(trunk(source, lines, numbers) for source, numbers in joined.items())
    gates = {(APP, 0): (430.0, 106.0, 50.0, 20.0)}
    return Drawing(Arrangement(cards, {SITE: (0.0, 0.0, 380.0, 210.0)}, gates), lines, trunks, (0.0, 0.0, 700.0, 300.0))


def trunk(source: Source, lines: tuple[Line, ...], numbers: tuple[int, ...]) -> Trunk:
    mine = [lines[number] for number in numbers]
    heads = tuple((line.points[-1], line.points[-2]) for line in mine)
    return Trunk(source, mine[0].drawn_as, numbers, tuple(line.points for line in mine), heads)


def stands(
    component: ComponentId,
    shown: Shown = Shown.OPERATIONAL,
    *,
    reserve_s: int | None = None,
    back_s: int | None = None,
    since: int = -1,
    waits_for: tuple[str, ...] = (),
) -> Standing:
    is_up = shown in (Shown.OPERATIONAL, Shown.DEGRADED)
    is_starting = shown is Shown.RECOVERING
    mode = Mode.UP if is_up else Mode.STARTING if is_starting else Mode.DOWN
    return Standing(
        component=component,
        mode=mode,
        level=FULL if shown is Shown.OPERATIONAL else Permille(500 if is_up else 0),
        shown=shown,
        on_reserve_s=None if reserve_s is None else Seconds(reserve_s),
        back_in_s=None if back_s is None else Seconds(back_s),
        since=Seconds(since),
        cause=None,
        waits_for=waits_for,
    )


def all_run() -> Picture:
    """The map while everything is in order, drawn anew."""
    topology = small_map()
    standings = {each.id: stands(each.id) for each in topology.components}
    return picture_of(Moment(topology, Seconds(0), standings), small_drawing(), words("en"))
