"""The pulse of the console: when the run is asked how far its clock has come, and when the rooms hear of that."""

from PySide6.QtCore import QObject, QTimer, Signal

from blackstart.shell.run.stand import RunStand

TICK_MS = 100
ECHO_MS = 40  # behind the stroke


class Beat(QObject):
    """Strikes ten times a second, each stroke with its echo, and never both in one turn of the event loop.

    So what the rooms make of a second does not keep a hand waiting together with what the map makes of it, however
    late a busy machine comes to either.
    """

    struck = Signal()
    stood = Signal(object)  # RunStand that was kept for the echo

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stand: RunStand | None = None
        self._is_echo = False  # that comes next
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._pass)

    def start(self) -> None:
        self._is_echo = False
        self._timer.start(TICK_MS - ECHO_MS)

    def stop(self) -> None:
        """Be still; what was kept is told to nobody."""
        self._timer.stop()
        self._stand = None

    def keep(self, stand: RunStand) -> None:
        """Keep for the echo how the run stands."""
        self._stand = stand

    def tell(self) -> None:
        """Tell what was kept at once, and once."""
        stand, self._stand = self._stand, None
        if stand is not None:
            self.stood.emit(stand)

    def _pass(self) -> None:
        is_echo, self._is_echo = self._is_echo, not self._is_echo
        self._timer.start(TICK_MS - ECHO_MS if is_echo else ECHO_MS)
        if is_echo:
            self.tell()
        else:
            self.struck.emit()
