from pytestqt.qtbot import QtBot

from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Begin
from blackstart.core.play.director import Director
from blackstart.shell.run.clock_bar import PHASE, ClockBar
from blackstart.shell.run.sheets import ClockSheet, clock_sheet, drill_sheet, phase_at, strip
from blackstart.shell.run.side_column import SideColumn
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.time_strip import MarkKind
from tests.shell.drills import lights

KEYS = {"run.play": "Space", "run.record": "Ctrl+Enter", "run.decision": "D"}


def director(second: int) -> Director:
    made = Director(lights().drill, Begin())
    made.advance(Seconds(second))
    return made


def sheet(second: int, *, is_running: bool = True, is_begun: bool = True, pace: int = 1) -> ClockSheet:
    return clock_sheet(director(second), Seconds(second), is_running=is_running, is_begun=is_begun, pace=pace)


def bar(qtbot: QtBot, look: Look) -> ClockBar:
    made = ClockBar(look)
    qtbot.addWidget(made)
    made.resize(1500, 76)
    return made


def test_the_second_line_of_the_clock_is_the_time_of_the_real_day(qtbot: QtBot, look: Look) -> None:
    made = bar(qtbot, look)
    made.show_clock(sheet(50))
    assert made.day.text() == "15:19 on the day"
    made.show_clock(sheet(50, is_running=False))
    assert made.day.text() == "Paused"


def test_on_a_later_day_the_date_is_said_too(qtbot: QtBot, look: Look) -> None:
    made = bar(qtbot, look)
    now = sheet(50)
    made.show_clock(
        ClockSheet(Seconds(43_200), True, True, False, now.pace, now.phase_pace, now.starts)
    )  # fmt: skip
    assert made.day.text() == "Sun 16 Oct 03:19"


def test_the_pace_of_the_phase_has_its_own_button(qtbot: QtBot, look: Look) -> None:
    made = bar(qtbot, look)
    made.show_clock(sheet(40, pace=4))
    assert made.paces.key == "4"
    assert made.paces.button(PHASE).text() == "Phase 2×"
    with qtbot.waitSignal(made.pace_wished) as told:
        made.paces.button(PHASE).click()
    assert told.args == [2]
    assert made.paces.key == "4"  # until the run says that it is so


def test_any_pace_can_be_typed_and_nonsense_is_put_back(qtbot: QtBot, look: Look) -> None:
    made = bar(qtbot, look)
    made.show_clock(sheet(10))
    made.pace.setText("42×")
    with qtbot.waitSignal(made.pace_wished) as told:
        made.pace.editingFinished.emit()
    assert told.args == [42]
    made.pace.setText("fast")
    with qtbot.assertNotEmitted(made.pace_wished):
        made.pace.editingFinished.emit()
    assert made.pace.text() == "1×"


def test_nothing_of_the_clock_can_be_pressed_after_the_end(qtbot: QtBot, look: Look) -> None:
    made = bar(qtbot, look)
    now = sheet(10)
    made.show_clock(ClockSheet(now.now, False, True, True, 1, 1, now.starts))
    assert not made.play.isEnabled()
    assert made.day.text() == "Ended"


def test_the_column_shows_what_the_time_asks_for(qtbot: QtBot, look: Look) -> None:
    side = SideColumn(KEYS, look)
    qtbot.addWidget(side)
    side.show_drill(drill_sheet(lights().drill, "", "en"))
    side.show_clock(sheet(0, is_running=False, is_begun=False))
    assert [panel.isHidden() for panel in (side.begin, side.waiting, side.end)] == [False, True, True]
    assert side.begin.brief.text() == "Nobody is rated."
    side.show_clock(sheet(1))
    assert [panel.isHidden() for panel in (side.begin, side.waiting, side.end)] == [True, False, True]
    now = sheet(10)
    side.show_clock(ClockSheet(now.now, False, True, True, 1, 1, now.starts))
    assert [panel.isHidden() for panel in (side.begin, side.waiting, side.end)] == [True, True, False]


def test_the_strip_shows_the_phase_that_is_played(look: Look) -> None:
    first, later = strip(director(10), Seconds(10)), strip(director(40), Seconds(40))
    assert (first.start, first.until, later.start, later.until) == (0, 30, 30, 60)
    assert [(mark.at, mark.kind, mark.number) for mark in first.marks] == [
        (5, MarkKind.INJECT, 0),
        (20, MarkKind.COMING, 0),
        (5, MarkKind.DECISION, 1),
    ]


def test_beyond_the_last_phase_lies_the_last_phase() -> None:
    exercise = lights().drill.exercise
    assert exercise is not None
    assert [phase_at(exercise, Seconds(second)).id for second in (0, 29, 30, 60)] == ["dark", "dark", "late", "late"]
