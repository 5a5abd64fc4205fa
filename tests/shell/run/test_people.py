"""Who types at the console."""

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import InjectId
from blackstart.core.play.commands import Begin, Command, Deliver, Note, Participant
from blackstart.shell.run.people import typist_of
from blackstart.shell.support.look import Look
from tests.shell.run.table import Table

MINA, JOON = Participant("Mina", ("lead",)), Participant("Joon")
DELIVER = Deliver(InjectId("dark"))


@pytest.mark.parametrize(
    ("command", "begin", "typist"),
    [
        (DELIVER, Begin(facilitator="Mara", participants=(MINA,)), "Mara"),
        (DELIVER, Begin(participants=(MINA,)), ""),
        (DELIVER, Begin(participants=(MINA,), mode="self_study"), "Mina"),
        (DELIVER, Begin(participants=(MINA, JOON), mode="self_study"), ""),
        (Note("Calm", "Olga"), Begin(facilitator="Mara", evaluators=("Olga",)), "Olga"),
    ],
)
def test_the_facilitator_types_but_for_notes_and_for_whoever_learns_alone(
    command: Command, begin: Begin, typist: str
) -> None:
    assert typist_of(command, begin) == typist


def test_the_journal_names_who_typed(qtbot: QtBot, look: Look) -> None:
    table = Table(look)
    table.presenter.open(table.loaded, table.groundwork)
    table.presenter.begin_as(Begin(facilitator="Mara"))
    table.presenter.submit(Note("Calm", "Olga"))
    assert [entry.actor for entry in table.run.entries[1:]] == ["Mara", "Olga"]
    table.presenter.leave()
