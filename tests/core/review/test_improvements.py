"""A plan is carried from run to run until its rows are closed."""

from dataclasses import replace

from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Command, Entry, Improve
from blackstart.core.review.improvements import PlanSource, improvement_plan

PAPER = Improve("No paper login", "Print the codes", "equipment", "Ops", due="2026-05-30")


def _run(name: str, day: int, *commands: Command) -> PlanSource:
    entries = [
        Entry(seq, Seconds(9), command, f"2026-05-{day:02}T09:00:{seq:02}+00:00")
        for seq, command in enumerate(commands, start=2)
    ]
    return PlanSource(name, entries)


def test_a_row_is_carried_until_it_is_closed() -> None:
    first = _run("one", 1, PAPER)
    second = _run("two", 8, replace(PAPER, status="done", of="one/2"))
    (before,) = improvement_plan([first])
    (after,) = improvement_plan([second, first])  # in whatever order the library gives them
    assert (before.of, before.is_open, before.is_late("2026-06-01"), before.is_late("2026-05-30")) == (
        "one/2",
        True,
        True,
        False,
    )
    assert (after.of, after.run, after.said_in, after.status, after.is_late("2026-06-01")) == (
        "one/2",
        "one",
        "two",
        "done",
        False,
    )


def test_each_row_without_an_of_is_its_own() -> None:
    rows = improvement_plan([_run("one", 1, PAPER, PAPER), _run("two", 2, PAPER)])
    assert [row.of for row in rows] == ["one/2", "one/3", "two/2"]


def test_a_row_of_a_deleted_run_is_not_lost() -> None:
    (row,) = improvement_plan([_run("two", 2, replace(PAPER, of="gone/7"))])
    assert (row.of, row.run) == ("gone/7", "two")
