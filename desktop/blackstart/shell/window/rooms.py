"""The rooms of the window: each page built, joined to the desk and put into the frame."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from blackstart.shell.library.workspace import LibraryWorkspace, library_actions
from blackstart.shell.review.workspace import ReviewWorkspace, review_actions
from blackstart.shell.run.actions import run_actions
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from blackstart.shell.window.desk import Desk, Offer
from blackstart.shell.window.frame import LIBRARY, REVIEW, RUN, Frame, key_of, later_pages, modes

translate = QCoreApplication.translate


class Rooms(QObject):
    """Everything the frame shows once the program is loaded."""

    def __init__(self, frame: Frame, desk: Desk, look: Look) -> None:
        super().__init__(frame)
        self._frame = frame
        self.desk = desk
        self.library = LibraryWorkspace(key_of("window.open"), look)
        self.run = RunWorkspace(desk.run, look)
        self.review = ReviewWorkspace(desk.review, look)
        words = {mode.id: mode.word for mode in modes()}
        frame.furnish(LIBRARY, self.library, library_actions(), words[LIBRARY])
        for mode, page in later_pages().items():
            frame.furnish(mode, page)
        frame.furnish(RUN, self.run, tuple(run_actions().values()), words[RUN])
        frame.furnish(REVIEW, self.review, review_actions(), words[REVIEW])
        self._join()

    def ask_for_file(self) -> None:
        """Let the user choose a drill file, without stopping the clock of a run."""
        dialog = QFileDialog(self._frame, translate("Rooms", "Open a drill file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([translate("Rooms", "Drills (*.drill)"), translate("Rooms", "All files (*)")])
        dialog.fileSelected.connect(self._open)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _join(self) -> None:
        desk, frame = self.desk, self._frame
        frame.open_wished.connect(self.ask_for_file)
        frame.mode_shown.connect(self._look_in)
        frame.closing.connect(desk.close)
        desk.mode_wished.connect(frame.messages.hide)  # what was offered is done, or was passed over
        desk.mode_wished.connect(frame.show_mode)
        desk.told.connect(frame.messages.say)
        desk.offered.connect(self._offer)
        desk.volumes_shown.connect(self.library.show_volumes)
        desk.runs_shown.connect(self.library.show_runs)
        self.library.open_wished.connect(self.ask_for_file)
        self.library.drill_wished.connect(desk.open_drill)
        self.library.continue_wished.connect(desk.continue_run)
        self.library.review_wished.connect(desk.look_back)
        self.run.review_wished.connect(desk.look_back_at_last)

    def _look_in(self, mode: str) -> None:
        if mode in (LIBRARY, REVIEW):
            self.desk.list_runs()

    def _open(self, path: str) -> None:
        self.desk.open_drill(Path(path))

    def _offer(self, offer: Offer) -> None:
        self._frame.messages.offer(offer.sentence, offer.word, offer.deed)
