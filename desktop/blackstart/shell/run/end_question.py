"""The question before an exercise is ended: ENDEX is not taken back."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

translate = QCoreApplication.translate


def ask_to_end(over: QWidget, end: Callable[[], object]) -> None:
    """Ask over a page whether the exercise is to end; the clock goes on meanwhile."""
    box = QMessageBox(over)
    box.setWindowTitle(translate("RunWorkspace", "End the exercise"))
    box.setText(translate("RunWorkspace", "End the exercise now? The clock will not run again."))
    yes = box.addButton(translate("RunWorkspace", "End it"), QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(translate("RunWorkspace", "Go on playing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    yes.clicked.connect(end)
    box.finished.connect(over.window().activateWindow)  # where no window manager does it, keys would go nowhere
    box.open()
