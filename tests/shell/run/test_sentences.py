from blackstart.core.base.ids import DecisionId, OptionId, PhaseId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Begin
from blackstart.core.play.director import Director
from blackstart.core.play.events import Decided, Ended, Event, PhaseEnded, TimedOut
from blackstart.shell.run.sentences import sentences
from tests.shell.drills import lights

CANDLES, LIGHT = DecisionId("candles"), OptionId("light")
PHASE_END = PhaseEnded(Seconds(60), PhaseId("late"))


def said(*events: Event) -> list[str]:
    director = Director(lights().drill, Begin())
    director.advance(Seconds(25))
    return list(sentences(events, director, "en"))


def test_a_decision_is_confirmed_by_its_words() -> None:
    assert said(Decided(Seconds(8), CANDLES, LIGHT, 3)) == ["Decision 1 is recorded: Light candles"]


def test_the_end_is_said_and_that_of_a_phase_stands_on_the_page() -> None:
    assert said(PHASE_END, Ended(Seconds(60))) == ["The exercise has ended at 0:01:00."]


def test_whose_way_is_taken_when_time_runs_out_is_said() -> None:
    assert said(TimedOut(Seconds(15), CANDLES, None)) == ["Decision 1: its time has run out; it stays open."]
    assert said(TimedOut(Seconds(15), CANDLES, LIGHT)) == ["Decision 1: none in time; the script takes its own way."]
