"""What can be done with the participants' display, with its keys."""

from PySide6.QtCore import QCoreApplication

from blackstart.shell.actions.spec import ActionSpec

translate = QCoreApplication.translate


def projector_actions() -> tuple[ActionSpec, ...]:
    """Return the rows, in the order in which the list of keys shows them."""
    return (
        ActionSpec("run.display", translate("RunActions", "Show the participants' display"), ("Ctrl+D",)),
        ActionSpec("run.display-full", translate("RunActions", "Fill a screen with it"), ("F11",)),
        ActionSpec("run.display-freeze", translate("RunActions", "Freeze what participants see"), ("Z",)),
        ActionSpec("run.display-blank", translate("RunActions", "Blank the participants' display"), ("X",)),
        ActionSpec("run.display-menu", translate("RunActions", "Choose the display's screen"), ("Ctrl+Shift+D",)),
    )
