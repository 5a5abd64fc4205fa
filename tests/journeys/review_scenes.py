"""What there is to see of looking back: the page with all that it can show, its sheets, forms and menus."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QMenu, QWidget

from blackstart.core.base.ids import ComponentId, ObjectiveId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.files import load_drill
from blackstart.core.play.commands import AddFinding, Begin, Command, End, Improve, Rate
from blackstart.core.play.payloads import read_command
from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.core.session.run import Run
from blackstart.shell.review.comparing.room import CompareRoom
from blackstart.shell.review.findings.room import FindingsRoom
from blackstart.shell.review.improving.room import ImprovingRoom
from blackstart.shell.review.knowing.room import KnowingRoom
from blackstart.shell.review.measures.room import MeasuresRoom
from blackstart.shell.review.objectives.room import ObjectivesRoom
from blackstart.shell.review.repairs.room import RepairsRoom
from blackstart.shell.review.reporting.room import ReportRoom
from blackstart.shell.review.timeline_room import TimelineRoom
from blackstart.shell.review.what_if.room import WhatIfRoom
from blackstart.shell.review.what_if.ways import NobodyDecides
from blackstart.shell.review.why.room import WhyRoom
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.widgets.sheet import Sheet
from tests.exercises.playing import Line, listed, with_more
from tests.journeys.visit import PANGYO, Visit
from tests.shell.drills import HandClock

Wanted = TypeVar("Wanted")

GOOD, HISTORY, BELIEFS = "pangyo-good.jsonl", "pangyo-history.jsonl", "pangyo-beliefs.jsonl"
FEW, CLASS = 3, 10
HALF_A_DAY = Seconds(43_200)
REPAIRS_AT, CHOSEN = Seconds(45_000), ComponentId("login")
SAID: tuple[Command, ...] = (
    Rate(ObjectiveId("tell"), "S", "Once it was quiet for half a day.", "Mina"),
    Rate(ObjectiveId("tell"), "M", "Looked at again.", "Jun"),
    Rate(ObjectiveId("reach"), "P", "The tree held.", "Jun"),
    AddFinding("strength", "They spoke early, and said what they did not know.", "Mina", ObjectiveId("tell")),
    AddFinding("area", "Nobody knew that the deployment tool needs the login.", "Jun", analysis="It was never drawn."),
    Improve("No paper list of 300 numbers", "Print it", "equipment", "Operations", due="2026-06-15"),
    Improve("Login and deployment wait for each other", "Break the loop", "planning", "Platform", due="2025-12-01"),
)


class Take(Protocol):
    """Takes a picture of the window, or of a part that lies over it."""

    def __call__(self, scene: str, part: QWidget | None = None) -> None: ...


def see_review(visit: Visit, take: Take) -> None:
    """Look at all of it."""
    runs = seed(visit)
    page = visit.rooms.review
    visit.frame.show_mode("review")
    take("review-none-chosen")
    open_run(visit, runs[0])
    see_page(visit, page, take)
    see_column(visit, page, take)
    see_sheets(visit, page, take)
    see_comparing(visit, page, take)
    open_run(visit, runs[1])
    see_known(visit, page, take)


def seed(visit: Visit) -> list[RunId]:
    """Leave played runs of Pangyo in the library, a good one last; returns them, that one first."""
    mistaken = with_more(listed(HISTORY), *listed(BELIEFS))
    shapes: Sequence[tuple[str, list[Line], tuple[Command, ...]]] = (
        *((f"class {number}", listed(GOOD)[: 2 * number], ()) for number in range(1, CLASS - FEW)),
        ("nobody", [], ()),
        ("history", mistaken, ()),
        ("incident team B", listed(GOOD), SAID),
    )
    made = [play_into(visit, "stopped early", [], (), until=HALF_A_DAY)]
    made += [play_into(visit, team, lines, said) for team, lines, said in shapes]
    visit.rooms.desk.list_runs()
    return made[::-1]


def play_into(
    visit: Visit, team: str, lines: Sequence[Line], said: Sequence[Command], until: Seconds | None = None
) -> RunId:
    """Play Pangyo to the end by a list of commands."""
    loaded = load_drill(PANGYO)
    assert loaded.drill.exercise is not None
    library = Library(visit.folder / "library.db")
    begin = Begin(facilitator="Ada", team=team, evaluators=("Mina", "Jun"), display="visible")
    run = Run.begin(library, loaded, begin, ExerciseClock(HandClock()))
    for line in lines:
        run.play_to(Seconds(int(str(line["at"]))))
        payload = {key: value for key, value in line.items() if key not in ("at", "do")}
        run.submit(read_command(str(line["do"]), payload, loaded.drill.topology))
    run.play_to(loaded.drill.exercise.lasts if until is None else until)
    for command in (End(), *said):
        run.submit(command)
    run.leave()
    library.close()
    return RunId(run.run_id)


def open_run(visit: Visit, run: RunId) -> None:
    """Open a run, and wait until all that is reckoned of it is there."""
    desk = visit.rooms.desk
    row = next(row for row in desk.runs() if row.run == run)
    desk.look_back(row)
    visit.wait(lambda: visit.frame.mode == "review" and desk.review.run_id == run and not desk.worker.is_busy)


def see_page(visit: Visit, page: ReviewWorkspace, take: Take) -> None:
    """Look at the page with its curves, its map, and with less of its time."""
    review, run = visit.rooms.desk.review, page.page
    what_if = _room(page, WhatIfRoom)
    take("review-page")
    review.seek(REPAIRS_AT)
    run.table.selectRow(2)
    take("review-what-if")
    what_if.presenter.compare(NobodyDecides())
    what_if.showing.show_really(True)
    take("review-nobody")
    what_if.ask()
    _see_menu(visit, take, "review-menu")
    what_if.presenter.compare(None)
    review.seek(run.axis.end)
    run.axis.zoom(3)
    take("review-zoomed-end")
    run.axis.show_whole()
    run.panel.choose_next()
    run.panel.choose_next()
    take("review-zones")
    run.panel.choose_next()
    timeline = _room(page, TimelineRoom).deeds().deeds
    review.seek(REPAIRS_AT)
    timeline["review.lanes"]()
    take("review-lanes")
    timeline["review.find"]()
    run.panel.filter.look_for("se")
    take("review-found")
    run.panel.filter.look_for("")
    timeline["review.log"]()
    take("review-log")
    run.tables.head.search.setText("team")
    take("review-log-found")
    run.tables.head.search.setText("")
    run.tables.to_decisions()
    page.page.toggle_map()
    take("review-map")
    page.page.toggle_map()


def see_column(visit: Visit, page: ReviewWorkspace, take: Take) -> None:
    """Look at what stands beside the strips, part by part."""
    review = visit.rooms.desk.review
    review.seek(Seconds(7200))
    review.choose(CHOSEN)
    _room(page, WhyRoom).light()
    take("review-facts")
    review.choose(None)
    objectives, findings = _room(page, ObjectivesRoom), _room(page, FindingsRoom)
    objectives.panel.take_focus()
    take("review-objectives")
    for name, part in (
        ("plan", _room(page, ImprovingRoom).panel),
        ("findings", findings.panel),
        ("wash", findings.wash),
    ):
        part.fold(is_folded=False)
        page.page.side.reveal(part)
        take(f"review-{name}-part")


def see_sheets(visit: Visit, page: ReviewWorkspace, take: Take) -> None:
    """Look at every sheet and form."""
    improving, findings = _room(page, ImprovingRoom), _room(page, FindingsRoom)
    _see_sheet(visit, take, "review-measures", _room(page, MeasuresRoom).open)
    _see_sheet(visit, take, "review-plan", improving.open)
    _see_sheet(visit, take, "review-plan-form", lambda: improving.tell(""))
    _see_sheet(visit, take, "review-plan-row", lambda: improving.tell(improving.presenter.plan.open_rows[0].of))
    _see_sheet(visit, take, "review-finding-form", findings.find)
    _see_sheet(visit, take, "review-wash-form", findings.say)
    repairs, report = _room(page, RepairsRoom), _room(page, ReportRoom)
    for name, at in (("result", REPAIRS_AT), ("refused", Seconds(0))):
        visit.rooms.desk.review.seek(at)
        repairs.open()
        visit.wait(lambda: not repairs.presenter.is_under_way)
        _see_sheet(visit, take, f"review-repairs-{name}", lambda: None)
    report.open()
    visit.wait(lambda: report.presenter.pages is not None)
    _see_sheet(visit, take, "review-report", lambda: None)


def see_known(visit: Visit, page: ReviewWorkspace, take: Take) -> None:
    """Look at what a team knew that was mistaken: beside the strips, on the map, in its sheet."""
    review, knowing = visit.rooms.desk.review, _room(page, KnowingRoom)
    review.seek(Seconds(7200))
    knowing.panel.take_focus()
    take("review-known")
    knowing.presenter.choose(knowing.presenter.all_parted()[0].component)
    take("review-known-facts")
    page.page.toggle_map()
    take("review-known-map")
    page.page.toggle_map()
    _see_sheet(visit, take, "review-known-all", knowing.open)


def see_comparing(visit: Visit, page: ReviewWorkspace, take: Take) -> None:
    """Look at runs side by side: which, a few, a class."""
    room = _room(page, CompareRoom)
    room.open()
    sheet = room.sheet
    assert sheet is not None
    take("review-chooser")
    for name, count in (("few", FEW), ("class", CLASS)):
        room.presenter.compare(room.presenter.rows[:count])
        visit.wait(lambda: sheet.page is not None)
        take(f"review-{name}")
        sheet.ask()
    sheet.close_sheet()


def _see_menu(visit: Visit, take: Take, name: str) -> None:
    for menu in visit.frame.findChildren(QMenu):
        if menu.isVisible():
            take(name, menu)
            menu.close()


def _see_sheet(visit: Visit, take: Take, name: str, show: Callable[[], object]) -> None:
    show()
    take(name)
    for sheet in visit.frame.findChildren(Sheet):
        if sheet.isVisible():
            sheet.close_sheet()


def _room(page: ReviewWorkspace, kind: type[Wanted]) -> Wanted:
    return next(room for room in page.rooms if isinstance(room, kind))
