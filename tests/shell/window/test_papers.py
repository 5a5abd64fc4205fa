import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.text import plain
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.route import route
from blackstart.core.exercise.files import load_drill
from blackstart.core.topology.edits import RenameComponent
from blackstart.shell.actions.offer import Offer
from blackstart.shell.document.opening import Opener
from blackstart.shell.support.look import Look
from blackstart.shell.support.workers import Worker
from blackstart.shell.window.papers import Papers
from tests.shell.draw.presenters import draw_presenter

A = ComponentId("a")
FILE = "blackstart: 1\nid: one\ntitle: One\ntopology:\n  components:\n    - {id: a}\n"
KILLED = """
import sys
from pathlib import Path
from blackstart.shell.document.recovery import Recovery
from tests.shell.draw.presenters import draw_presenter
Recovery(Path(sys.argv[1])).keep(sys.argv[2], "One", Path(sys.argv[3]))
print("kept", flush=True)
sys.stdin.read()
"""


class Table:
    """Papers on a drill of one component that has a file."""

    def __init__(self, folder: Path, look: Look) -> None:
        self.path = folder / "one.drill"
        self.path.write_text(FILE, encoding="utf-8")
        self.folder = folder / "unsaved"
        self.worker = Worker()
        self.draw = draw_presenter(look)
        self.papers = Papers(self.draw, self.worker, Opener(), self.folder)
        loaded = load_drill(self.path)
        self.draw.document.open(loaded, self.path)
        self.draw.open(route(loaded.drill.topology, arrange(loaded.drill.topology)))

    def edit(self) -> None:
        self.draw.document.edit(RenameComponent(A, plain("Power")), "Rename a")


@pytest.fixture
def table(look: Look, tmp_path: Path) -> Iterator[Table]:
    made = Table(tmp_path, look)
    yield made
    made.papers.close()
    made.draw.stop()
    made.worker.stop()


def test_what_is_saved_is_let_go_without_a_question(qtbot: QtBot, table: Table) -> None:
    with qtbot.assertNotEmitted(table.papers.doubted):
        table.papers.begin()
    assert table.draw.document.topology.components == ()


def test_what_is_unsaved_is_asked_about_and_stays_until_it_is_answered(qtbot: QtBot, table: Table) -> None:
    table.edit()
    with qtbot.waitSignal(table.papers.doubted) as asked:
        table.papers.begin()
    assert table.draw.document.topology.component(A).label() == "Power"
    asked.args[0]()
    assert table.draw.document.topology.components == ()


def test_what_waits_for_a_save_is_done_after_it(qtbot: QtBot, table: Table) -> None:
    table.edit()
    done: list[bool] = []
    with qtbot.waitSignal(table.papers.told):
        table.papers.save(lambda: done.append(table.draw.document.is_modified))
    assert done == [False]


def test_what_waits_for_a_save_that_fails_is_not_done(qtbot: QtBot, table: Table) -> None:
    table.edit()
    done: list[bool] = []
    table.draw.document.keep(table.path.with_name("gone") / "one.drill")
    table.edit()
    with qtbot.waitSignal(table.papers.told) as told:
        table.papers.save(lambda: done.append(True))
    assert "cannot be saved" in told.args[0]
    assert done == []


def test_a_new_map_asks_for_a_place_before_it_is_saved(qtbot: QtBot, table: Table) -> None:
    table.papers.begin()
    with qtbot.waitSignal(table.papers.place_wished) as asked:
        table.papers.save()
    assert asked.args == ["untitled.drill"]
    with qtbot.waitSignal(table.papers.filing.saved):
        table.papers.save_to(table.path.with_name("ours"))
    saved = load_drill(table.path.with_name("ours.drill"))
    assert saved.drill.id == "ours"  # what its runs will stand under
    assert str(saved.drill.title) == "ours"
    assert saved.warnings == ()


def test_a_new_map_that_was_given_a_title_keeps_it(qtbot: QtBot, table: Table) -> None:
    table.papers.begin()
    table.draw.document.describe(plain("Our hall"), None, "Change the title")
    with qtbot.waitSignal(table.papers.filing.saved):
        table.papers.save_to(table.path.with_name("ours"))
    assert str(load_drill(table.path.with_name("ours.drill")).drill.title) == "Our hall"


def test_going_back_to_the_file_takes_every_edit_away(qtbot: QtBot, table: Table) -> None:
    table.edit()
    with qtbot.waitSignal(table.papers.doubted) as asked:
        table.papers.revert()
    with qtbot.waitSignal(table.draw.document.replaced):
        asked.args[0]()
    assert table.draw.document.topology.component(A).label() == "a"


def test_what_a_killed_program_had_not_saved_is_offered_with_what_differs(qtbot: QtBot, table: Table) -> None:
    text = FILE.replace("- {id: a}", "- {id: a, users: 5}\n    - {id: b}")
    command = [sys.executable, "-c", KILLED, str(table.folder), text, str(table.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        program.stdout.readline()
        program.kill()
    with qtbot.waitSignal(table.papers.offered) as told:
        table.papers.look_for_left()
    offer = told.args[0]
    assert isinstance(offer, Offer)
    assert "1 new, 1 changed" in offer.sentence
    offer.deed()
    assert [each.id for each in table.draw.document.topology.components] == ["a", "b"]
    assert table.draw.document.is_modified
    assert table.draw.document.path == table.path
    assert table.path.read_text(encoding="utf-8") == FILE


def test_a_file_that_another_program_wrote_can_be_loaded(qtbot: QtBot, table: Table) -> None:
    table.path.write_text(FILE.replace("One", "Theirs"), encoding="utf-8")
    with qtbot.waitSignal(table.papers.offered) as told:
        table.papers.filing.look()
    with qtbot.waitSignal(table.draw.document.replaced):
        told.args[0].deed()
    assert str(table.draw.document.drill.title) == "Theirs"
