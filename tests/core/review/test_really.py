"""What really happened is told from the history alone, with its bounds."""

from dataclasses import replace

from blackstart.core.base.assets import exercises_folder
from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.exercise.files import load_drill
from blackstart.core.exercise.model import Drill, History
from blackstart.core.review.really import really
from blackstart.core.topology.model import Permille
from tests.core.review.stories import measured_drill

S = Seconds


def _with(*rows: History) -> Drill:
    made = measured_drill()
    assert made.exercise is not None
    return replace(made, exercise=replace(made.exercise, history=rows))


def test_without_a_history_nothing_is_told() -> None:
    assert really(measured_drill()) is None
    assert really(_with(History(ComponentId("power"), S(5), source="S1"))) is None  # nobody uses it by itself


def test_reports_that_bound_a_time_make_two_curves() -> None:
    told = really(_with(History(ComponentId("login"), S(11), S(60), S(90), source="S1")))
    assert told is not None
    assert told.early.points == ((START, 0), (11, 100), (60, 0))
    assert told.late.points == ((START, 0), (11, 100), (90, 0))
    assert (told.told, told.whole, told.sources) == (1, 2, ("S1",))


def test_what_was_back_in_part_stays_cut_off_for_the_rest() -> None:
    told = really(
        _with(
            History(ComponentId("login"), S(11), S(60), S(60), Permille(400), "S1"), History(ComponentId("shop"), S(60))
        )
    )
    assert told is not None
    assert told.early.points == ((START, 0), (11, 100), (60, 160))
    assert told.early == told.late


def test_the_flagships_history_is_told_whole() -> None:
    drill = load_drill(exercises_folder() / "pangyo-2022.drill").drill
    told = really(drill)
    assert told is not None
    assert drill.exercise is not None
    users = {each.id: each.users * (1000 - each.substitutable) // 1000 for each in drill.topology.components}
    rows = [row for row in drill.exercise.history if users[row.component]]
    assert told.early.peak == sum(users[row.component] for row in rows)
    assert told.late.total(drill.exercise.lasts) > told.early.total(drill.exercise.lasts) > 0
