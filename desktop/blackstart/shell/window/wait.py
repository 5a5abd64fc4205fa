"""A wait that is told only once it has become long, and how far it is."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from blackstart.shell.actions.offer import Offer
from blackstart.shell.document.stages import Progress, Stage

translate = QCoreApplication.translate

LONG_MS = 400


class Wait(QObject):
    """One wait at a time; what is opened at once says nothing."""

    grew_long = Signal(object)  # Offer to call it off
    reworded = Signal(str, object)  # sentence that was offered, Offer in its place
    ended = Signal(str)  # sentence that was offered

    def __init__(self, cancel: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancel = cancel
        self._name = ""
        self._progress: Progress | None = None
        self._said = ""  # empty = it has not become long
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LONG_MS)
        self._timer.timeout.connect(self.tell)

    @property
    def is_on(self) -> bool:
        """Whether something is waited for that has not grown long."""
        return self._timer.isActive()

    def begin(self, name: str) -> None:
        """Wait for what is called that, in place of anything before."""
        self.end()
        self._name, self._progress = name, None
        self._timer.start()

    def end(self) -> None:
        """Wait no more, and say no more of it."""
        said, self._said = self._said, ""
        self._timer.stop()
        if said:
            self.ended.emit(said)

    def tell(self) -> None:
        """Say that it has become long."""
        self._said = self._sentence()
        self.grew_long.emit(self._offer())

    def go_on(self, progress: Progress) -> None:
        """Take in how far it is."""
        self._progress = progress
        if self._said:
            before, self._said = self._said, self._sentence()
            self.reworded.emit(before, self._offer())

    def _offer(self) -> Offer:
        share = self._progress.share if self._progress is not None else 0.0
        return Offer(self._said, translate("Wait", "Cancel"), self._cancel, share=share)

    def _sentence(self) -> str:
        if self._progress is None:
            return translate("Wait", "Opening {name}…").format(name=self._name)
        stages = {
            Stage.READ: translate("Wait", "1 of 5, reading the file"),
            Stage.CHECK: translate("Wait", "2 of 5, checking what it says"),
            Stage.ARRANGE: translate("Wait", "3 of 5, arranging the cards"),
            Stage.LINES: translate("Wait", "4 of 5, drawing the lines"),
            Stage.SHOW: translate("Wait", "5 of 5, making it ready"),
        }
        stage = stages[self._progress.stage]
        return translate("Wait", "Opening {name}: {stage}…").format(name=self._name, stage=stage)
