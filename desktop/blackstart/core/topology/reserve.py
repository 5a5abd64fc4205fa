"""How much is left to a component that goes on with what it holds."""

from blackstart.core.base.simtime import Seconds
from blackstart.core.topology.model import Component, Purpose


def reserve_left(component: Component, left_s: Seconds) -> float:
    """Share 0..1 of its reserve that lasts `left_s` seconds more.

    Which of its needs runs out first is not told; the shortest tolerance that can hold that much is the likeliest.
    """
    spans = [int(need.survives) for need in component.needs if need.purpose is Purpose.RUN]
    span = min((each for each in spans if each > 0 and each >= left_s - 1), default=0)
    return min(left_s / span, 1.0) if span else 1.0
