"""Half a note is kept for its run, and for no other."""

from pytestqt.qtbot import QtBot

from blackstart.shell.run.talk.writing_field import WritingField
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from tests.shell.run.table import Table


def test_half_a_note_is_there_again_when_its_run_is_gone_on_with(qtbot: QtBot, look: Look) -> None:
    table = Table(look)
    page = RunWorkspace(table.presenter, look)
    qtbot.addWidget(page)
    field = page.findChildren(WritingField)[0]
    table.begun().at(7)
    field.setPlainText("Lead is")
    put_away = table.run
    table.presenter.open(table.loaded, table.groundwork)
    assert field.toPlainText() == ""
    table.presenter.take_over(put_away, table.groundwork)
    assert field.toPlainText() == "Lead is"
    table.presenter.leave()


def test_what_is_left_of_a_run_outlives_another_language(qtbot: QtBot, look: Look) -> None:
    table = Table(look)
    page = RunWorkspace(table.presenter, look)
    qtbot.addWidget(page)
    table.begun().at(7)
    page.findChildren(WritingField)[0].setPlainText("Lead is")
    put_away = table.run
    table.presenter.open(table.loaded, table.groundwork)
    after = RunWorkspace(table.presenter, look)
    qtbot.addWidget(after)
    after.take_draft(page.draft)
    table.presenter.take_over(put_away, table.groundwork)
    assert after.findChildren(WritingField)[0].toPlainText() == "Lead is"
    table.presenter.leave()
