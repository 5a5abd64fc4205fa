from blackstart.core.base.ids import DecisionId, OptionId, PhaseId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.events import Decided, Ended, Event, PhaseEnded, TimedOut
from blackstart.shell.run.sentences import sentences
from tests.shell.drills import lights

CANDLES, LIGHT = DecisionId("candles"), OptionId("light")
PHASE_END = PhaseEnded(Seconds(60), PhaseId("late"))


def said(*events: Event) -> list[str]:
    return list(sentences(events, lights().drill, "en"))


def test_a_decision_is_confirmed_by_its_words() -> None:
    assert said(Decided(Seconds(8), CANDLES, LIGHT, 3)) == ["Recorded: Light candles"]


def test_the_end_of_a_phase_holds_the_clock_unless_all_is_over() -> None:
    assert said(PHASE_END) == ["End of a phase at 0:01:00: the clock is held."]
    assert said(PHASE_END, Ended(Seconds(60))) == ["The exercise has ended at 0:01:00."]


def test_whose_way_is_taken_when_time_runs_out_is_said() -> None:
    assert said(TimedOut(Seconds(15), CANDLES, None)) == ["A decision's time has run out; it stays open."]
    assert said(TimedOut(Seconds(15), CANDLES, LIGHT)) == ["No decision in time: the script takes its own way."]
