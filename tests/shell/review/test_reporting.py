"""The sheet of the report: its pages for the language and readers that are wished, and the file that is saved."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import RunId
from blackstart.core.play.commands import Note
from blackstart.core.review.report.model import PARTICIPANTS
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.reporting.room import ReportRoom
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from tests.shell.recorded_runs import record


@pytest.fixture
def room(qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look) -> ReportRoom:
    """The room of a run that is open, its sheet with pages on it."""
    workspace = ReviewWorkspace(presenter, look)
    qtbot.addWidget(workspace)
    workspace.resize(1280, 800)
    workspace.show()
    qtbot.waitExposed(workspace)
    with qtbot.waitSignal(presenter.stood):
        presenter.open(RunId(record(library)))
    (found,) = (each for each in workspace.rooms if isinstance(each, ReportRoom))
    with qtbot.waitSignal(found.presenter.shown, timeout=20_000):
        found.open()
    return found


def test_the_report_is_seen_as_it_will_be_on_paper(room: ReportRoom) -> None:
    sheet, pages = room.sheet, room.presenter.pages
    assert sheet is not None
    assert pages is not None
    assert pages.wish == sheet.wish
    assert sheet.told.text().startswith(f"{len(pages.images)} pages.")
    assert all(button.isEnabled() for button in (sheet.word, sheet.pdf, sheet.other, sheet.print))
    assert sheet.pages.heightForWidth(900) > len(pages.images) * 500


def test_the_map_of_the_page_is_not_drawn_again_for_the_report(room: ReportRoom, presenter: ReviewPresenter) -> None:
    pages, recorded = room.presenter.pages, presenter.recorded
    assert pages is not None
    assert recorded is not None
    assert pages.source.drawing is recorded.drawing


def test_other_readers_get_another_report_and_nothing_is_saved_meanwhile(qtbot: QtBot, room: ReportRoom) -> None:
    sheet = room.sheet
    assert sheet is not None
    with qtbot.waitSignal(room.presenter.shown, timeout=20_000):
        sheet.audience.button(PARTICIPANTS).click()
        assert not sheet.word.isEnabled()
    pages = room.presenter.pages
    assert pages is not None
    assert pages.wish.audience == PARTICIPANTS
    assert "notes" not in [section.id for section in pages.report.sections]
    assert sheet.word.isEnabled()


def test_what_is_saved_is_what_was_seen(qtbot: QtBot, room: ReportRoom, tmp_path: Path) -> None:
    path, pages = tmp_path / "r.docx", room.presenter.pages
    assert pages is not None
    with qtbot.waitSignal(room.presenter.saved, timeout=20_000):
        room.presenter.save(path, "docx")
    words = Document(BytesIO(path.read_bytes()))
    assert words.paragraphs[0].text == pages.report.title
    assert room.sheet is not None
    assert room.sheet.told.text() == f"Saved as {path}"


def test_a_file_that_cannot_be_written_is_told_on_the_sheet(qtbot: QtBot, room: ReportRoom, tmp_path: Path) -> None:
    with qtbot.waitSignal(room.presenter.refused, timeout=20_000):
        room.presenter.save(tmp_path / "no" / "r.md", "md")
    assert room.sheet is not None
    assert "cannot be saved" in room.sheet.told.text()


def test_what_is_added_to_the_journal_is_in_the_next_report(
    qtbot: QtBot, room: ReportRoom, presenter: ReviewPresenter
) -> None:
    with qtbot.waitSignal(presenter.rewritten, timeout=20_000):
        presenter.write(Note("seen afterwards", "Mina"))
    assert room.sheet is not None
    with qtbot.waitSignal(room.presenter.shown, timeout=20_000):
        room.presenter.make(room.sheet.wish)
    pages = room.presenter.pages
    assert pages is not None
    assert "seen afterwards" in [row[2] for row in pages.report.tables["notes"].rows]


def test_what_is_printed_has_as_many_pages_as_were_seen(qtbot: QtBot, room: ReportRoom, tmp_path: Path) -> None:
    pages, path = room.presenter.pages, tmp_path / "paper.pdf"
    assert pages is not None
    with qtbot.waitSignal(room.presenter.printed, timeout=20_000):
        room.presenter.print_on(printer_to(path))
    assert len(PdfReader(path).pages) == len(pages.images)
    assert room.sheet is not None
    assert room.sheet.told.text() == "The printer has all pages."


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_be_reached_is_told_on_the_sheet(qtbot: QtBot, room: ReportRoom, tmp_path: Path) -> None:
    with qtbot.waitSignal(room.presenter.refused, timeout=20_000):
        room.presenter.print_on(printer_to(tmp_path / "no" / "paper.pdf"))
    assert room.sheet is not None
    assert "printer cannot be reached" in room.sheet.told.text()


def printer_to(path: Path) -> QPrinter:
    """A printer whose paper is a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    return printer


def test_without_a_run_there_is_nothing_to_report(qtbot: QtBot, presenter: ReviewPresenter, look: Look) -> None:
    workspace = ReviewWorkspace(presenter, look)
    qtbot.addWidget(workspace)
    (found,) = (each for each in workspace.rooms if isinstance(each, ReportRoom))
    with qtbot.waitSignal(presenter.refused) as said:
        found.open()
    assert said.args == ["No run is open."]
    assert not found.button.isEnabled()
