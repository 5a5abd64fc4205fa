"""A wait that is told only once it has become long, and how far it is."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from blackstart.shell.actions.offer import Offer
from blackstart.shell.document.opening import Stage

translate = QCoreApplication.translate

LONG_MS = 400


class Wait(QObject):
    """One wait at a time; what is opened at once says nothing."""

    grew_long = Signal(object)  # Offer to call it off
    reworded = Signal(str, object)  # sentence that was offered, Offer in its place

    def __init__(self, cancel: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancel = cancel
        self._name = ""
        self._stage: Stage | None = None
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
        self._name, self._stage, self._said = name, None, ""
        self._timer.start()

    def end(self) -> None:
        self._said = ""
        self._timer.stop()

    def tell(self) -> None:
        """Say that it has become long."""
        self._said = self._sentence()
        self.grew_long.emit(self._offer())

    def go_on(self, stage: Stage) -> None:
        """Take in how far it is."""
        self._stage = stage
        if self._said:
            before, self._said = self._said, self._sentence()
            self.reworded.emit(before, self._offer())

    def _offer(self) -> Offer:
        return Offer(self._said, translate("Wait", "Cancel"), self._cancel)

    def _sentence(self) -> str:
        if self._stage is None:
            return translate("Wait", "Opening {name}…").format(name=self._name)
        stages = {
            Stage.READ: translate("Wait", "1 of 3, reading and checking"),
            Stage.ARRANGE: translate("Wait", "2 of 3, arranging the cards"),
            Stage.LINES: translate("Wait", "3 of 3, drawing the lines"),
        }
        return translate("Wait", "Opening {name}: {stage}…").format(name=self._name, stage=stages[self._stage])
