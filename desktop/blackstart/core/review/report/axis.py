"""Ticks of axes: times in round steps, amounts in steps of 1, 2 or 5."""

from blackstart.core.base.simtime import clock_face

_STEPS_S = (60, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800)


def time_ticks(until: int, most: int) -> tuple[int, ...]:
    """Return times from 0 to `until` in seconds, at most `most` of them, in a round step."""
    step = next((each for each in _STEPS_S if until // each < most), _STEPS_S[-1])
    while until // step >= most:
        step *= 2
    return tuple(range(0, until + 1, step))


def time_words(second: int) -> str:
    """Return a time as an axis shows it, ``h:mm``."""
    return clock_face(second)[:-3]


def amount_ticks(peak: int, most: int = 4) -> tuple[int, ...]:
    """Return amounts from 0 to the first one that is not below `peak`, in steps of 1, 2 or 5 times a power of ten."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            step = factor * power
            if step * most >= max(peak, 1):
                return tuple(range(0, step * (-(-max(peak, 1) // step)) + 1, step))
        power *= 10
