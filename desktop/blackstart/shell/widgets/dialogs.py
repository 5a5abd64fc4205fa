"""Dialogs of the system or of Qt, such as those that ask for a file or a printer."""

from PySide6.QtWidgets import QDialog


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog over what holds it, stopping nothing; afterwards it is gone, and keys are the window's again."""
    over = dialog.parentWidget()
    dialog.finished.connect(dialog.deleteLater)
    if over is not None:
        dialog.finished.connect(over.window().activateWindow)  # where no window manager does it, keys would go nowhere
    QDialog.open(dialog)  # a print dialog has another `open` of its own
    dialog.activateWindow()
