"""The sheet of the report: its pages for the language and readers that are wished, and the file that is saved."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import RunId
from blackstart.core.play.commands import Note
from blackstart.core.review.report.model import PARTICIPANTS
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.reporting.page_scroll import STEPS
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
    assert sheet.told.text().startswith(f"{len(pages.pictures)} pages.")
    assert all(button.isEnabled() for button in (sheet.word, sheet.pdf, sheet.other, sheet.print))
    assert sheet.pages.heightForWidth(900) > len(pages.pictures) * 500


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


def test_it_is_told_how_many_pages_are_laid_out(qtbot: QtBot, room: ReportRoom) -> None:
    sheet = room.sheet
    assert sheet is not None
    heard: list[tuple[int, int, str]] = []
    room.presenter.got_on.connect(lambda done, count: heard.append((done, count, sheet.told.text())))
    with qtbot.waitSignal(room.presenter.shown, timeout=20_000):
        sheet.audience.button(PARTICIPANTS).click()
    count = sheet.pages.count
    assert heard == [
        (number, count, f"The report is being written: page {number} of {count}") for number in range(1, count + 1)
    ]


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
    assert len(PdfReader(path).pages) == len(pages.pictures)
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


def test_keys_go_from_page_to_page_wherever_the_focus_is(room: ReportRoom) -> None:
    sheet = room.sheet
    assert sheet is not None
    count = sheet.pages.count
    assert count > 3
    seen = []
    for key in ("PageDown", "PageDown", "PageUp", "End", "Home"):
        QTest.keyClick(sheet.word, getattr(Qt.Key, f"Key_{key}"))
        seen.append(sheet.place_told.text())
    assert seen == [f"Page {number} of {count}" for number in (2, 3, 2, count, 1)]


def test_a_page_stays_the_one_that_is_seen_when_it_is_enlarged(room: ReportRoom) -> None:
    sheet = room.sheet
    assert sheet is not None
    sheet.view.go_to(2)
    wide = sheet.pages.width()
    for key, percent, is_wider in (("Plus", 125, True), ("Plus", 150, True), ("0", 100, False), ("Minus", 75, False)):
        QTest.keyClick(sheet.view, getattr(Qt.Key, f"Key_{key}"))
        assert sheet.fitted.text() == f"{percent} %"
        assert (sheet.pages.width() > wide) is is_wider
        assert sheet.view.page == 2


def test_the_smallest_and_the_largest_size_are_the_last(room: ReportRoom) -> None:
    sheet = room.sheet
    assert sheet is not None
    for button, percent in ((sheet.smaller, STEPS[0]), (sheet.larger, STEPS[-1])):
        for _ in range(len(STEPS) + 1):
            button.click()
        assert sheet.pages.percent == percent


def test_paper_is_white_in_every_theme_and_holds_what_is_printed(room: ReportRoom, look: Look) -> None:
    pages, sheet = room.presenter.pages, room.sheet
    assert pages is not None
    assert sheet is not None
    for theme in ("dark", "light"):
        look.set_theme(theme)
        image = sheet.pages.grab().toImage()
        colors = {image.pixelColor(x, y).name() for x in range(60, 500, 3) for y in range(60, 300, 3)}
        assert "#ffffff" in colors  # paper
        assert len(colors) > 2  # and words on it
