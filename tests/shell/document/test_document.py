from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.text import plain
from blackstart.core.exercise.files import read_drill, save_text
from blackstart.core.topology.edits import AddComponents, AddNeed, MoveComponents, RenameComponent
from blackstart.core.topology.making import new_component
from blackstart.core.topology.model import Need
from blackstart.core.topology.removal import removal
from blackstart.shell.document.document import Document, Edited

A, B = ComponentId("a"), ComponentId("b")
FILE = """\
blackstart: 1  # kept
id: two
title: Two
topology:
  components:
    - {id: a, at: [0, 0]}   # the first
    - {id: b, at: [200, 0], needs: [{on: a}]}
"""


def opened() -> Document:
    document = Document()
    document.open(read_drill(FILE), Path("two.drill"))
    return document


def test_an_edit_is_told_can_be_undone_and_done_again(qtbot: QtBot) -> None:
    document = opened()
    with qtbot.waitSignal(document.edited) as told:
        document.edit(RenameComponent(A, plain("Power")), "Rename a")
    assert isinstance(told.args[0], Edited)
    assert document.history.undoText() == "Rename a"
    document.history.undo()
    assert document.topology.component(A).label() == "a"
    document.history.redo()
    assert document.topology.component(A).label() == "Power"


def test_an_edit_that_does_not_fit_is_refused_and_leaves_no_trace(qtbot: QtBot) -> None:
    document = opened()
    before = document.topology
    with qtbot.waitSignal(document.refused) as told:
        assert not document.edit(AddNeed(A, Need((A,))), "Connect")
    assert "cannot need itself" in told.args[0]
    assert (document.topology, document.history.count()) == (before, 0)


def test_steps_of_one_nudge_are_taken_back_together() -> None:
    document = opened()
    for x in (1.0, 2.0, 3.0):
        document.edit(MoveComponents(((A, (x, 0.0)),)), "Move a", key="nudge a")
    document.edit(MoveComponents(((B, (9.0, 9.0)),)), "Move b", key="nudge b")
    assert document.history.count() == 2
    document.history.undo()
    document.history.undo()
    assert document.topology.component(A).at == (0.0, 0.0)
    document.history.redo()
    assert document.topology.component(A).at == (3.0, 0.0)


def test_two_edits_without_a_key_are_two_steps() -> None:
    document = opened()
    for x in (1.0, 2.0):
        document.edit(MoveComponents(((A, (x, 0.0)),)), "Move a")
    document.history.undo()
    assert document.topology.component(A).at == (1.0, 0.0)


def test_undoing_all_gives_the_file_back_byte_for_byte_though_it_was_saved_in_between() -> None:
    document = opened()
    document.edit(RenameComponent(A, plain("Power")), "Rename a")
    assert "# the first" in save_text(document.drill, document.loaded)
    document.keep(Path("two.drill"))
    assert not document.is_modified
    document.history.undo()
    assert document.is_modified
    assert save_text(document.drill, document.loaded) == FILE


def test_a_new_drill_is_empty_and_clean() -> None:
    document = opened()
    document.edit(RenameComponent(A, None), "Rename a")
    document.begin(plain("Ours"))
    assert (document.topology.components, document.path, document.is_modified) == ((), None, False)
    assert not document.history.canUndo()


@given(steps=st.lists(st.integers(0, 7), max_size=25))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_done_undoing_all_gives_the_file_back(qtbot: QtBot, steps: list[int]) -> None:
    document = opened()
    for number, step in enumerate(steps):
        _do(document, step, number)
    while document.history.canUndo():
        document.history.undo()
    assert save_text(document.drill, document.loaded) == FILE


def _do(document: Document, step: int, number: int) -> None:
    from_here = document.topology.components
    chosen = from_here[step % len(from_here)].id if from_here else A
    match step if from_here else 0:
        case 0 | 1:
            document.edit(_added(document, f"Part {number}"), "Add")
        case 2 | 3:
            document.edit(MoveComponents(((chosen, (float(number), 5.0)),)), "Move", key=f"move {chosen}")
        case 4:
            document.edit(RenameComponent(chosen, plain(f"Name {number}")), "Rename")
        case 5 | 6:
            document.edit(_connected(document, number), "Connect")
        case _:
            document.edit(removal(document.topology, [chosen]), "Delete")


def _added(document: Document, name: str) -> AddComponents:
    return AddComponents((new_component(document.topology, "hall", name),))


def _connected(document: Document, number: int) -> AddNeed:
    parts = document.topology.components
    supplier, component = parts[number % len(parts)], parts[(number * 7 + 1) % len(parts)]
    return AddNeed(component.id, Need((supplier.id,)))


def test_what_the_script_still_names_stays_on_the_map(qtbot: QtBot) -> None:
    document = Document()
    script = "exercise:\n  lasts: 1 h\n  injects:\n    - {id: dark, at: 0, channel: map, effects: [{fail: a}]}\n"
    document.open(read_drill(FILE + script), None)
    with qtbot.waitSignal(document.refused) as told:
        assert not document.edit(removal(document.topology, [A]), "Delete a")
    assert "injects · dark" in told.args[0]
    assert document.edit(removal(document.topology, [B]), "Delete b")
