"""How long everybody has been at the table, in the bar."""

from dataclasses import replace

import pytest

from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Entry, Play
from blackstart.shell.run.injects.table_time import planned_minutes, spent_before
from tests.shell.run.injects.rehearsal import Console, console, house

__all__ = ["console"]


def test_before_a_run_no_time_is_spent(console: Console) -> None:
    table = console.table
    table.presenter.open(table.loaded, table.groundwork)
    assert not console.page.bar.team.isVisible()


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "0 of 10 min"), (10, "10 of 10 min"), (11, "1 min over"), (200, "190 min over")],
)
def test_it_is_told_with_what_was_planned_and_how_much_it_is_over(console: Console, minutes: int, said: str) -> None:
    console.table.run.clock.real_s = minutes * 60
    console.table.at(1)
    assert console.page.bar.team.accessibleName() == f"night shift · {said}"


def test_while_the_clock_is_held_the_time_at_the_table_goes_on(console: Console) -> None:
    console.table.presenter.hold()
    console.table.run.clock.real_s = 720
    room = console.page.rooms["injects"]
    room._table_time.tell()  # type: ignore[attr-defined]  # as its timer does
    assert console.page.bar.team.accessibleName().endswith("2 min over")


def entry(seq: int, wall_utc: str) -> Entry:
    return Entry(seq, Seconds(0), Play(), wall_utc)


def test_earlier_days_count_by_their_journal_without_the_nights_between() -> None:
    day = [entry(1, "2026-11-01T10:00:00+00:00"), entry(2, "2026-11-01T10:40:00+00:00")]
    next_day = [entry(3, "2026-11-02T09:00:00+00:00"), entry(4, "2026-11-02T09:05:00+00:00"), entry(5, "")]
    assert spent_before([*day, *next_day]) == 45 * 60


def test_what_is_planned_is_what_the_drill_says_else_what_its_phases_take() -> None:
    drill = house().drill
    assert planned_minutes(drill) == 10
    assert planned_minutes(replace(drill, minutes=90)) == 90
