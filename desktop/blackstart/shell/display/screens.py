"""The screens of this machine, as far as the display is concerned: which there are, and covering one of them."""

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from blackstart.shell.widgets.projector_sheet import ScreenFace


class Screens(QObject):
    """Tells when a screen is plugged in or unplugged."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._tell)
            app.screenRemoved.connect(self._tell)

    def faces(self) -> tuple[ScreenFace, ...]:
        """Return all that there are."""
        return tuple(ScreenFace(key, _name(screen)) for key, screen in _keyed().items())

    def under(self, window: QWidget) -> str:
        """Return the key of the screen that a window is on."""
        return next((key for key, screen in _keyed().items() if screen is window.screen()), "")

    def cover(self, window: QWidget, key: str) -> None:
        """Let a window fill a screen; nothing is done if it is gone."""
        screen = _keyed().get(key)
        if screen is None:
            return
        window.showNormal()
        window.setScreen(screen)
        window.setGeometry(screen.geometry())  # a window manager fills the screen that a window lies on
        window.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen would take the keys from the console
        window.show()

    def uncover(self, window: QWidget, size: QSize) -> None:
        """Let a window stand by itself: one that filled a screen gets a size of its own, in the middle of that."""
        was_full = window.isFullScreen()
        window.setWindowState(Qt.WindowState.WindowNoState)
        if was_full:
            room = window.screen().availableGeometry()
            place = QRect(room.topLeft(), size.boundedTo(room.size()))
            place.moveCenter(room.center())
            window.setGeometry(place)
        window.show()

    def _tell(self, _screen: QScreen) -> None:
        self.changed.emit()


def _keyed() -> dict[str, QScreen]:
    """Name screens by what does not change when one is plugged in again; twins are numbered."""
    found: dict[str, QScreen] = {}
    for screen in QGuiApplication.screens():
        parts = (screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())
        key = "|".join(part.strip() for part in parts)
        twins = sum(known.split("#")[0] == key for known in found)
        found[f"{key}#{twins + 1}" if twins else key] = screen
    return found


def _name(screen: QScreen) -> str:
    size = screen.geometry().size() * screen.devicePixelRatio()
    called = screen.model().strip() or screen.name()
    return f"{called}, {size.width()} × {size.height()}"
