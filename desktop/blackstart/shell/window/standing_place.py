"""Where the window stands on its screen: all of it in sight, with what the system puts round it."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

LEAST_SIZE, FIRST_SIZE = QSize(1280, 720), QSize(1600, 1000)
# Before a window is shown nobody can say what its title bar and borders take: no less than on most systems.
USUAL_FRAME = QMargins(8, 40, 8, 8)


def first_box(room: QRect, frame: QMargins) -> QRect | None:
    """Return the inside of a window in the middle of the room on a screen; None = it has to fill the screen."""
    inside = room.marginsRemoved(frame)
    if inside.width() < LEAST_SIZE.width() or inside.height() < LEAST_SIZE.height():
        return None
    size = FIRST_SIZE.boundedTo(inside.size())
    spare = inside.size() - size
    return QRect(inside.topLeft() + QPoint(spare.width() // 2, spare.height() // 2), size)


def brought_in(box: QRect, room: QRect, frame: QMargins) -> QRect | None:
    """Return the inside of a window that stood somewhere, moved and made smaller as little as it must be.

    None = it has to fill the screen.
    """
    inside = room.marginsRemoved(frame)
    size = box.size().boundedTo(inside.size())
    if size.width() < LEAST_SIZE.width() or size.height() < LEAST_SIZE.height():
        return None
    left = min(max(box.left(), inside.left()), inside.right() + 1 - size.width())
    top = min(max(box.top(), inside.top()), inside.bottom() + 1 - size.height())
    return QRect(QPoint(left, top), size)


def stand_first(window: QWidget) -> None:
    """Give a window that is not shown yet its first size and place."""
    _stand(window, first_box(window.screen().availableGeometry(), USUAL_FRAME))


def stand_inside(window: QWidget) -> None:
    """Bring a window into its screen: what it was on may be gone, or a smaller one now."""
    if window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
        return
    known, box = frame_of(window), window.geometry()
    frame = known if not known.isNull() or window.isVisible() else USUAL_FRAME
    room = window.screen().availableGeometry()
    if not room.contains(box.marginsAdded(frame)):
        _stand(window, brought_in(box, room, frame))


def frame_of(window: QWidget) -> QMargins:
    """Return what the system puts round a window; nothing before that is shown."""
    handle = window.windowHandle()
    return handle.frameMargins() if handle is not None else QMargins()


def _stand(window: QWidget, box: QRect | None) -> None:
    if box is not None:
        window.setGeometry(box)
        return
    screen, room = window.screen().geometry().size(), window.screen().availableGeometry()
    # Where no window of the least size would be seen whole, filling the screen makes it no better.
    if screen.width() >= LEAST_SIZE.width() and screen.height() >= LEAST_SIZE.height():
        # Some systems keep to the least size even then, and cut off what is below the title bar.
        window.setMinimumSize(LEAST_SIZE.boundedTo(room.marginsRemoved(USUAL_FRAME).size()))
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
