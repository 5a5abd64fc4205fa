"""Who was led from a rehearsal's findings to the map that is drawn can go back to them."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.shell.window.actions import DRAW, RUN
from blackstart.shell.window.desk import CONSOLE, Desk
from blackstart.shell.window.frame import Frame

translate = QCoreApplication.translate

REHEARSE = "run.rehearse"


class BackToFindings(QObject):
    """Offers the way back as long as the map is drawn on."""

    wished = Signal(str)  # id of the console's action that shows them, once the console is shown

    def __init__(self, frame: Frame, desk: Desk) -> None:
        super().__init__(frame)
        self._frame = frame
        self._desk = desk
        self._is_waiting = False  # for the drill as it was mended to be on the console
        self._sentence = ""
        frame.mode_shown.connect(self._look)

    def offer(self) -> None:
        """Say why the map is shown, and offer to go back."""
        self._withdraw()
        self._sentence = translate("Rooms", "The rehearsal speaks of what is chosen.")
        self._frame.messages.offer(self._sentence, translate("Rooms", "Back to its findings"), self._go)

    def _go(self) -> None:
        self._frame.show_mode(RUN)
        if not self._desk.worker.has(CONSOLE):
            self.wished.emit(REHEARSE)
            return
        self._is_waiting = True
        self._desk.run.stood.connect(self._rehearse)  # only now, so that the console hears of the drill first

    def _rehearse(self) -> None:
        if self._is_waiting and not self._desk.worker.has(CONSOLE):
            self._wait_no_more()
            self.wished.emit(REHEARSE)

    def _wait_no_more(self) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self._desk.run.stood.disconnect(self._rehearse)

    def _look(self, mode: str) -> None:
        if mode != DRAW:
            self._withdraw()
        if mode != RUN:
            self._wait_no_more()

    def _withdraw(self) -> None:
        sentence, self._sentence = self._sentence, ""
        self._frame.messages.drop(lambda message: bool(sentence) and message.sentence == sentence)
