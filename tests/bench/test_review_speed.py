"""How long people wait when they look back on a long run, beside fixed work in the same run.

That work took a frame's 16 ms on the machine that the bounds were chosen on; what is held are ratios to it, so that
they hold on any machine. The lines it prints are for people.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId, DecisionId, OptionId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.drawing.portfolio import Portfolio
from blackstart.core.engine.effects import Fail, Repair, Target
from blackstart.core.engine.simulation import Opening
from blackstart.core.exercise.files import LoadedDrill, read_drill
from blackstart.core.play.commands import ActUnscripted, Begin, Command, Decide, Entry, Note, Say
from blackstart.core.record.library import Library
from blackstart.core.review.cases import case
from blackstart.core.review.deeds import savings
from blackstart.core.review.heard import heard
from blackstart.core.review.known import Known
from blackstart.core.review.report.forms import written
from blackstart.core.review.report.making import report
from blackstart.core.review.report.reading import read_source
from blackstart.core.review.story import story
from blackstart.shell.document.opening import Opener
from blackstart.shell.printing.printers import printers
from blackstart.shell.review.knowing.knew import knew_at
from blackstart.shell.review.moments import Moments
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded, read_recorded
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in
from blackstart.shell.support.workers import Worker
from tests.bench.test_draw_speed import FRAME_MS, fixed_work, spent
from tests.shell.large import component_id, large_name, large_text

COMPONENTS, HOURS, COMMANDS, DECISIONS = 300, 6, 400, 10
LASTS_S = HOURS * 3600
BEGUN = "2026-05-14T09:00:00+00:00"
ROUNDS = 3
DRAGGED = 60  # steps of the playhead
DRAGGED_HOURS, DRAG_S = 3, 90  # a pixel of a page that shows it all
PAGE = (1540, 1000)
T = TypeVar("T")


@dataclass(frozen=True)
class Kept:
    """A library with the long run in it, its drill read once."""

    library: Path
    run: RunId
    opener: Opener

    def read(self) -> Recorded:
        return read_recorded(self.library, self.run, self.opener)


def long_drill() -> LoadedDrill:
    """A country of 300 components over six hours, in which ten things are asked."""
    made = json.loads(large_text(COMPONENTS))
    script = made["exercise"]
    script["lasts"] = LASTS_S
    script["phases"] = [{"id": "one", "from": 0, "until": LASTS_S, "pace": 20}]
    script["decisions"] += [
        {
            "id": f"which-{number}",
            "at": 900 + number * 1800,
            "question": "Which comes first?",
            "options": [
                {"id": "cut", "text": "Cut the switch", "effects": [{"fail": component_id(36 * (number % 8) + 3)}]},
                {"id": "none", "text": "Nothing"},
            ],
        }
        for number in range(DECISIONS)
    ]
    return read_drill(json.dumps(made), large_name(COMPONENTS))


def commands() -> Iterator[tuple[int, Command]]:
    """Four hundred things that people did, in order of time."""
    chance = Random(6)
    said: list[tuple[int, Command]] = [
        (1000 + number * 1800, Decide(DecisionId(f"which-{number}"), OptionId("cut"), "lead"))
        for number in range(DECISIONS)
    ]
    for number in range(COMMANDS - DECISIONS - 1):
        at = chance.randrange(300, LASTS_S)
        target = Target((ComponentId(component_id(chance.randrange(COMPONENTS))),))
        ways: tuple[Command, ...] = (
            Note(f"note {number}", "facilitator"),
            Say("We are at it", "lead"),
            ActUnscripted("by hand", Seconds(0), "ops", effects=(Fail(target),)),
            ActUnscripted("by hand", Seconds(0), "ops", effects=(Repair(target),)),
        )
        said.append((at, ways[number % len(ways)]))
    yield from sorted(said, key=lambda each: each[0])


class AtOnce(Worker):
    """Reads and folds in the thread of the window, so that it is counted there; leaves all else."""

    def do(
        self, name: str, work: Callable[[], T], done: Callable[[T], None], refused: Callable[[UserError], None]
    ) -> None:
        if name in ("review.open", "review.fold"):
            done(work())


@pytest.fixture
def look(qapp: object, tmp_path: Path) -> Iterator[Look]:
    made = Look(settings_in(tmp_path / "settings.ini"))
    yield made
    made.deleteLater()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    path = tmp_path_factory.mktemp("long") / "library.db"
    entries = [Entry(1, Seconds(0), Begin(), BEGUN)]
    entries += [Entry(seq, Seconds(at), each, BEGUN) for seq, (at, each) in enumerate(commands(), start=2)]
    assert len(entries) == COMMANDS
    library = Library(path)
    journal = library.create(long_drill(), entries, Seconds(LASTS_S))
    journal.release()
    library.close()
    return Kept(path, journal.run, Opener())


def in_ms(work: Callable[[], object]) -> float:
    """Time of a piece of work, ms where fixed work takes a frame: the least of some rounds."""
    costs = []
    for _ in range(ROUNDS):
        fixed = min(spent(fixed_work) for _ in range(3))
        costs.append(spent(work) / fixed * FRAME_MS)
    return min(costs)


def test_a_long_run_is_opened_within_a_second(kept: Kept, tmp_path: Path) -> None:
    def anew(drawings: Portfolio) -> Recorded:
        return Kept(kept.library, kept.run, Opener(drawings)).read()

    kept.read()
    anew(Portfolio(tmp_path))
    first, next_day, again = (
        in_ms(partial(anew, Portfolio())),
        in_ms(partial(anew, Portfolio(tmp_path))),
        in_ms(kept.read),
    )
    print(
        f"{COMPONENTS} components, {HOURS} h, {COMMANDS} commands: opened in {first:.0f} ms, "
        f"with the map drawn before in {next_day:.0f} ms, again in {again:.0f} ms"
    )
    # The map of a drill that was not opened before is drawn too, which `test_drawing_speed` holds to its own budget.
    assert again < 500
    assert next_day < 400
    assert first < 1500


def test_ten_decisions_are_reckoned_without_within_a_second(kept: Kept) -> None:
    told = kept.read().story
    seqs = [each.seq for each in told.entries if isinstance(each.command, Decide)]
    assert len(seqs) == DECISIONS

    def reckon() -> list[tuple[int, int]]:
        opening = Opening(told.drill.topology)
        return list(savings(told, seqs, case(told.drill, told.entries, told.until, opening), opening))

    cost = in_ms(reckon)
    print(f"ten counterfactuals: {cost:.0f} ms in all")
    assert any(saved for _, saved in reckon())
    assert cost < 1000


def test_the_playhead_is_dragged_within_a_frame(kept: Kept) -> None:
    moments = Moments(kept.read())
    chance = Random(7)
    places = [Seconds(chance.randrange(LASTS_S // 2)) for _ in range(DRAGGED)]
    for place in places:
        moments.at(place)
    costs = [in_ms(partial(moments.at, Seconds(place + 1))) for place in places]
    print(f"a step of the playhead: {median(costs):.1f} ms, the longest of {DRAGGED} {max(costs):.1f} ms")
    assert median(costs) < FRAME_MS


def test_map_lanes_and_strips_follow_a_drag_within_a_frame(qtbot: QtBot, look: Look, kept: Kept) -> None:
    """On the whole page, whichever table is shown; what a worker folds is counted too."""
    presenter = ReviewPresenter(kept.library, AtOnce(), kept.opener, look)
    workspace = ReviewWorkspace(presenter, look)
    qtbot.addWidget(workspace)
    workspace.resize(*PAGE)
    workspace.show()
    qtbot.waitExposed(workspace)
    presenter.open(kept.run)
    assert workspace.page.panel.lanes.lanes.rowCount() > COMMANDS // 2
    stood: list[int] = []
    presenter.stood.connect(lambda moment: stood.append(moment.now))

    def drag_to(at: int) -> None:
        workspace.page.axis.seek(at)
        QApplication.processEvents()

    for which, show in (("decisions", workspace.page.tables.to_decisions), ("log", workspace.page.tables.to_journal)):
        show()
        drag_to(0)
        stood.clear()
        places = range(DRAG_S, DRAGGED_HOURS * 3600, DRAG_S)
        fixed = min(spent(fixed_work) for _ in range(5))
        costs = [spent(partial(drag_to, at)) / fixed * FRAME_MS for at in places]
        print(f"a drag over {which}: {median(costs):.1f} ms a step, the longest of {len(costs)} {max(costs):.1f} ms")
        assert stood == list(places)
        assert median(costs) < FRAME_MS


def test_a_long_report_is_set_within_three_seconds(kept: Kept) -> None:
    store = Library(kept.library)
    source = read_source(store, kept.run)
    store.close()
    made = report(source)

    def set_it() -> bytes:
        return written(made, "pdf", printers())

    pages, cost = set_it().count(b"/Type /Page\n"), in_ms(set_it)
    print(f"a PDF of {pages} pages: {cost:.0f} ms, {cost / max(pages, 1) * 20:.0f} ms for 20 pages")
    assert cost / max(pages, 20) * 20 < 3000


def test_what_the_team_knew_is_told_within_a_frame(kept: Kept) -> None:
    """Wherever the playhead is dragged, also where the display showed what nobody had spoken of."""
    read = kept.read()
    believed = [replace(entry, command=Begin(display="believed")) for entry in read.entries[:1]]
    told = story(read.drill, (*believed, *read.entries[1:]), read.reached)
    recorded = replace(read, story=told, known=Known(told), heard=heard(told))
    chance = Random(8)

    def look(at: Seconds) -> None:
        knew_at(recorded, recorded.known.parted(at), at, "en")

    costs = [in_ms(partial(look, Seconds(chance.randrange(LASTS_S)))) for _ in range(DRAGGED)]
    most = max(len(recorded.known.parted(at)) for at in range(0, LASTS_S, 60))
    print(f"what was known: {median(costs):.2f} ms, the longest {max(costs):.2f} ms; of up to {most} mistaken")
    assert most > COMPONENTS // 3
    assert median(costs) < FRAME_MS / 4
