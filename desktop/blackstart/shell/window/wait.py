"""A wait that is told only once it has become long."""

from PySide6.QtCore import QObject, QTimer, Signal

LONG_MS = 400


class Wait(QObject):
    """One wait at a time; what is opened at once says nothing."""

    grew_long = Signal(str)  # what is waited for

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LONG_MS)
        self._timer.timeout.connect(self.tell)

    @property
    def is_on(self) -> bool:
        """Whether something is waited for that has not grown long."""
        return self._timer.isActive()

    def begin(self, name: str) -> None:
        self._name = name
        self._timer.start()

    def end(self) -> None:
        self._timer.stop()

    def tell(self) -> None:
        """Say that it has become long."""
        self.grew_long.emit(self._name)
