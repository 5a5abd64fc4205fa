"""The flagship as history went, as a good team plays it, with nobody deciding, with a mistaken team: each told once."""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication

from blackstart.core.base.assets import exercises_folder
from blackstart.core.base.ids import ObjectiveId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.files import load_drill
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import AddFinding, Begin, Command, Entry, Improve, Rate
from blackstart.core.play.payloads import read_command
from blackstart.core.record.rows import RunRow
from blackstart.core.review.improvements import PlanSource, improvement_plan
from blackstart.core.review.report.making import report
from blackstart.core.review.report.model import Report
from blackstart.core.review.report.source import ReportSource, report_source
from blackstart.core.review.story import Story, story
from tests.exercises.playing import Line, listed, with_more

BEGUN, AT_TABLE_S = "2026-05-14T09:00:00+00:00", 5640
PLAYED: dict[str, list[Line]] = {
    "history": listed("pangyo-history.jsonl"),
    "good": listed("pangyo-good.jsonl"),
    "nobody": [],
    "mistaken": with_more(listed("pangyo-history.jsonl"), *listed("pangyo-beliefs.jsonl")),
}
DISPLAYS = {"mistaken": "visible"}
SAID_AFTERWARDS: tuple[Command, ...] = (
    Rate(ObjectiveId("tell"), "S", "Once it was quiet for half a day.", "Mina"),
    Rate(ObjectiveId("tell"), "M", "Looked at again.", "Mina"),
    Rate(ObjectiveId("reach"), "P", "The tree held.", "Jun"),
    AddFinding("strength", "They spoke early.", "Mina"),
    Improve("No paper list of 300 numbers", "Print it", "equipment", "Operations", due="2026-06-15"),
)


@dataclass(frozen=True)
class GoldenRun:
    """One of them."""

    name: str
    drill: Drill
    entries: tuple[Entry, ...]
    until: int
    story: Story
    source: ReportSource
    report: Report


@pytest.fixture(scope="session", autouse=True)
def application(qapp: QApplication) -> QApplication:
    """One that other tests can use after these; to write a PDF a smaller one is made, if there is none."""
    return qapp


@pytest.fixture(scope="session")
def drill() -> Drill:
    return load_drill(exercises_folder() / "pangyo-2022.drill").drill


@pytest.fixture(scope="session")
def runs(drill: Drill) -> dict[str, GoldenRun]:
    return {name: golden(name, drill) for name in PLAYED}


@pytest.fixture(params=PLAYED)
def run(request: pytest.FixtureRequest, runs: dict[str, GoldenRun]) -> GoldenRun:
    return runs[request.param]


def golden(name: str, drill: Drill) -> GoldenRun:
    """Play one of them to the last second, and say something about it afterwards."""
    assert drill.exercise is not None
    until = drill.exercise.lasts
    entries = [Entry(1, Seconds(0), Begin(team=name, display=DISPLAYS.get(name, "all")), BEGUN)]
    for line in PLAYED[name]:
        payload = {key: value for key, value in line.items() if key not in ("at", "do")}
        command = read_command(str(line["do"]), payload, drill.topology)
        entries.append(Entry(len(entries) + 1, Seconds(int(str(line["at"]))), command, BEGUN))
    entries += [Entry(seq, until, each, BEGUN) for seq, each in enumerate(SAID_AFTERWARDS, start=len(entries) + 1)]
    told = story(drill, entries, until)
    row = RunRow(
        RunId(name),
        1,
        "",
        "sha",
        drill.id,
        "pangyo-2022.drill",
        "Pangyo",
        name,
        "BS-1",
        BEGUN,
        until,
        True,
        None,
    )
    plan = improvement_plan([PlanSource(name, tuple(entries))])
    source = report_source(told, row, plan=plan, at_table_s=AT_TABLE_S)
    return GoldenRun(name, drill, tuple(entries), until, told, source, report(source))
