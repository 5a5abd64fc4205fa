"""Our own bugs: logged, told once with details to copy, and the program goes on if it can.

A user's error (`UserError`) never comes here: the message bar tells it.
"""

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QMessageBox, QWidget

_LOG = logging.getLogger("blackstart")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
LOG_BYTES, LOG_FILES = 1_000_000, 3


class Faults(QObject):
    """Catches what nobody caught, in any thread, and shows it in the window's."""

    raised = Signal(str)  # the details, as they are copied

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._window: QWidget | None = None
        self._is_telling = False
        self.raised.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Open the log and take over the hooks of Python and Qt."""
        open_log(self._log)
        sys.excepthook = self.catch
        threading.excepthook = lambda args: self.catch(args.exc_type, args.exc_value, args.exc_traceback)
        qInstallMessageHandler(_log_qt)

    def show_over(self, window: QWidget) -> None:
        self._window = window

    def catch(self, kind: type[BaseException], error: BaseException | None, where: TracebackType | None) -> None:
        """Log an error and ask for the dialog; Ctrl+C in a terminal ends the program instead."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        details = "".join(traceback.format_exception(kind, error, where))
        _LOG.error("not caught:\n%s", details)
        self.raised.emit(f"{_surroundings()}\n{details}")

    def _tell(self, details: str) -> None:
        if self._is_telling:  # one dialog: the first fault says the most, the log holds the others
            return
        self._is_telling = True
        box = dialog(details, self._log, self._window)
        box.finished.connect(self._told)
        box.open()

    def _told(self) -> None:
        self._is_telling = False


def dialog(details: str, log: Path, parent: QWidget | None) -> QMessageBox:
    """Return the dialog for one fault: what happened, what is safe, details to copy."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Blackstart")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(translate("Faults", "Blackstart made a mistake. What was recorded is safe; you can go on."))
    box.setInformativeText(translate("Faults", "The details can be copied. They are also in {log}").format(log=log))
    box.setDetailedText(details)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def open_log(path: Path) -> None:
    """Log to a file that is turned over before it grows large; a folder that cannot be written is no reason to stop."""
    handler: logging.Handler = logging.NullHandler()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True)
    except OSError as error:
        print(f"blackstart: no log in {path.parent}: {error}", file=sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    if sys.stderr is not None:  # the twin without a console has none
        faulthandler.enable()


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _LOG.log(_LEVELS.get(kind, logging.INFO), "Qt: %s", message)


def _surroundings() -> str:
    return f"Blackstart, Python {platform.python_version()}, {platform.platform()}"
