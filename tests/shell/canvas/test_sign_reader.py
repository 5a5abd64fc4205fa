"""The signs of a run that is followed event by event are those that would be read off it whole."""

from pathlib import Path
from random import Random

import numpy as np
import pytest

from blackstart.core.base.simtime import Seconds
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.route import route
from blackstart.core.engine.effects import (
    Arm,
    CallOff,
    Cut,
    Effect,
    Fail,
    Isolate,
    Maintain,
    Mend,
    Order,
    Reconnect,
    Release,
    Repair,
    Restore,
    Target,
    Waive,
)
from blackstart.core.engine.simulation import Simulation
from blackstart.core.exercise.files import load_drill
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import ApplyEffects, Begin, Command, Decide, Entry
from blackstart.core.play.director import Director
from blackstart.core.play.events import Settled
from blackstart.shell.canvas.moment import Moment, moment
from blackstart.shell.canvas.sign_reader import SignFollower, SignReader
from blackstart.shell.canvas.signs import Signs
from blackstart.shell.run.playing import moment_of
from tests.core.engine.maps import seeded_case
from tests.shell.canvas.drawings import SPARE, small_drawing, small_map
from tests.shell.large import large

PANGYO = Path(__file__).parents[3] / "exercises" / "pangyo-2022.drill"
ON_MANY = (Fail, Repair, Restore, Isolate, Reconnect, Maintain, Release, CallOff)
ON_A_WAY = (Arm, Cut, Mend)


def some_effect(drill: Drill, chance: Random) -> Effect:
    components = drill.topology.components
    kind = chance.random()
    if kind < 0.7:
        return chance.choice(ON_MANY)(Target(tuple(each.id for each in chance.sample(components, 2))))
    hungry = chance.choice([each for each in components if each.needs])
    need = chance.choice(hungry.needs)
    if kind < 0.9:
        return chance.choice(ON_A_WAY)(hungry.id, chance.choice(need.on))
    return Waive(hungry.id, need.reference)


def some_command(director: Director, chance: Random) -> Command:
    waiting = director.open_decisions()
    if waiting and chance.random() < 0.5:
        decision = chance.choice(waiting).decision
        return Decide(decision.id, chance.choice(decision.options).id, "lead")
    return ApplyEffects((some_effect(director.drill, chance),), "to see what comes of it")


class Follower:
    """Plays a drill at random, and follows it."""

    def __init__(self, drill: Drill, seed: int) -> None:
        self.chance = Random(seed)
        self.director = Director(drill, Begin())
        self.reader = SignReader(drill.topology, route(drill.topology, arrange(drill.topology)))
        self.follower = SignFollower(self.reader)
        self.seq = 0

    def go_on(self) -> None:
        director, chance = self.director, self.chance
        if chance.random() < 0.4 and director.now >= 0:
            self.seq += 1
            self.follower.take(director.apply(Entry(self.seq, director.now, some_command(director, chance))))
        else:
            far = chance.choice([1, 7, 60, 900])
            self.follower.take(director.advance(Seconds(director.now + chance.randint(1, far))))

    def moment(self) -> Moment:
        return moment_of(self.director, frozenset())

    def followed(self) -> Signs:
        signs = self.follower.follow(self.moment(), self.director.simulation.unsettled()).signs
        assert signs is not None
        return signs


def differences(one: Signs, other: Signs) -> list[tuple[str, int]]:
    pairs = [(name, getattr(one, name), getattr(other, name)) for name in ("cards", "levels", "gates", "lines")]
    return [(name, int(place)) for name, mine, yours in pairs for place in np.flatnonzero(mine != yours)]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("drill", [load_drill(PANGYO).drill, large(72).drill], ids=["pangyo", "country"])
def test_signs_that_follow_a_run_are_those_that_are_read_off_it_whole(drill: Drill, seed: int) -> None:
    play = Follower(drill, seed)
    seen = set()
    for _ in range(120):
        play.go_on()
        signs = play.followed()
        assert differences(signs, play.reader.whole(play.moment())) == []
        seen |= {*signs.cards.tolist()}
    assert len(seen) > 4  # else nothing has happened that could have been missed


@pytest.mark.parametrize("seed", range(60))
def test_no_effect_of_the_engine_escapes_who_follows_it_within_an_instant_too(seed: int) -> None:
    case = seeded_case(seed)
    simulation = Simulation(case.topology)
    reader = SignReader(case.topology, route(case.topology, arrange(case.topology)))
    follower = SignFollower(reader)

    def compare() -> None:
        at = moment(case.topology, simulation.now, simulation.copy().standing)
        signs = follower.follow(at, simulation.unsettled()).signs
        assert signs is not None
        assert differences(signs, reader.whole(at)) == []

    compare()
    first = dict(case.batches)
    for second in range(case.until):
        t = Seconds(second)
        simulation.play(t, first.get(t, ()))
        for order in [order for when, order in case.commands if when == t]:
            compare()
            simulation.play(t, (order,))
        compare()
        follower.take([Settled(t, simulation.close())])
        compare()


def test_what_falls_and_rises_again_within_an_instant_does_not_stay_fallen() -> None:
    topology = small_map()
    simulation, reader = Simulation(topology), SignReader(topology, small_drawing())
    follower = SignFollower(reader)

    def followed() -> Signs:
        at = moment(topology, simulation.now, simulation.copy().standing)
        signs = follower.follow(at, simulation.unsettled()).signs
        assert signs is not None
        return signs

    start = followed()
    simulation.play(Seconds(5), [Order((Isolate(Target((SPARE,))),), "script")])
    assert differences(start, followed()) != []
    simulation.play(Seconds(5), [Order((Reconnect(Target((SPARE,))),), "script")])
    changes = simulation.close()
    assert changes == ()
    follower.take([Settled(Seconds(5), changes)])
    assert differences(start, followed()) == []


def test_a_picture_stays_that_of_its_moment_while_the_run_goes_on() -> None:
    play = Follower(large(36).drill, 1)
    play.follower.take(play.director.advance(Seconds(0)))
    before, signs = play.moment(), play.followed()
    play.follower.take(play.director.advance(Seconds(7_200)))
    after = play.followed()
    assert differences(signs, after)
    assert differences(signs, play.reader.whole(before)) == []
    with pytest.raises(ValueError, match="read-only"):
        signs.cards[0] = 1


def test_another_run_of_the_same_map_is_read_off_anew() -> None:
    play = Follower(large(36).drill, 1)
    play.director.advance(Seconds(7_200))  # nobody was told
    play.follower.begin_anew()
    assert differences(play.followed(), play.reader.whole(play.moment())) == []
