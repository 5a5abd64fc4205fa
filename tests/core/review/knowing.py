"""A small map that monitoring watches, what a team believes of it, and what it knew, told second by second."""

from collections.abc import Sequence
from dataclasses import replace

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Begin, Believe, Command, Entry
from blackstart.core.play.playback import look_back
from blackstart.core.play.visible import Sight, visible
from blackstart.core.review.story import Story, story
from tests.core.play.scripts import component, drill, fail, inject, repair

LASTS = 60


def watched_drill(*, falls_as_seen: bool = False) -> Drill:
    """Login falls at 5 and is mended at 20, when its eye falls; that sees again at 30; both fall at 40; open at 25."""
    seen = replace(component("login"), seen_by=(ComponentId("eye"),))
    return drill(
        seen,
        component("eye"),
        component("open"),
        replace(component("spare"), initially_off=True),
        injects=[
            inject("fall", fail("login"), at=5),
            inject("blind", fail("eye"), repair("login"), at=20),
            inject("elsewhere", fail("open"), at=25),
            inject("sees", repair("eye"), repair("open"), at=30),
            *([inject("falls", fail("login"), at=30)] if falls_as_seen else []),
            inject("blind-again", fail("eye"), fail("login"), at=40),
        ],
        lasts=LASTS,
    )


def believe(id_: str, state: str | None) -> Believe:
    return Believe(ComponentId(id_), state, "lead")


def entries_of(*commands: tuple[int, Command], display: str = "all") -> tuple[Entry, ...]:
    begun = [(-1, Begin(display=display)), *commands]
    return tuple(Entry(seq, Seconds(at), command) for seq, (at, command) in enumerate(begun, start=1))


def knowing(
    *commands: tuple[int, Command], display: str = "all", until: int = LASTS - 1, drill_: Drill | None = None
) -> Story:
    return story(drill_ or watched_drill(), entries_of(*commands, display=display), Seconds(until))


def literal(drill_: Drill, entries: Sequence[Entry], t: int) -> dict[str, tuple[str | None, Sight, str]]:
    """Play everything up to a second anew, and ask the run itself what was believed, shown and true of each component.

    What is true is said as a state: what goes on with a reserve is ``on reserve``.
    """
    director = look_back(drill_, entries, Seconds(t))
    found: dict[str, tuple[str | None, Sight, str]] = {}
    for sight in visible(director).sights:
        standing = director.simulation.standing(sight.component)
        word = str(standing.shown.value)
        if word == "operational" and standing.on_reserve_s is not None:
            word = "on reserve"
        found[sight.component] = (director.awareness.beliefs.get(sight.component), sight, word)
    return found
