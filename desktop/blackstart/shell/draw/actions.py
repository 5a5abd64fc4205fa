"""What can be done in Draw, with its keys."""

from PySide6.QtCore import QCoreApplication

from blackstart.shell.actions.spec import ActionSpec

translate = QCoreApplication.translate


def draw_actions() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("draw.undo", translate("DrawActions", "Undo"), ("Ctrl+Z",)),
        ActionSpec("draw.redo", translate("DrawActions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        ActionSpec("draw.delete", translate("DrawActions", "Delete what is chosen"), ("Del", "Backspace")),
        ActionSpec("draw.duplicate", translate("DrawActions", "Duplicate what is chosen"), ("Ctrl+D",)),
        ActionSpec("draw.weak", translate("DrawActions", "Fold or unfold the weak points"), ("W",)),
        ActionSpec("draw.fit", translate("DrawActions", "Show what is chosen, or the whole map"), ("F",)),
        ActionSpec("draw.actual-size", translate("DrawActions", "Show the map at 100 %"), ("Ctrl+0",)),
    )
