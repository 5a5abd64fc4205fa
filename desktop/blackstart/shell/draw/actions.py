"""What can be done in Draw, with its keys."""

from PySide6.QtCore import QCoreApplication

from blackstart.shell.actions.spec import ActionSpec

translate = QCoreApplication.translate


def draw_actions() -> tuple[ActionSpec, ...]:
    return (*_on_what_is_chosen(), *_adding(), *_looking())


def _on_what_is_chosen() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("draw.undo", translate("DrawActions", "Undo"), ("Ctrl+Z",)),
        ActionSpec("draw.redo", translate("DrawActions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        ActionSpec("draw.delete", translate("DrawActions", "Delete what is chosen"), ("Del", "Backspace")),
        ActionSpec("draw.duplicate", translate("DrawActions", "Duplicate what is chosen"), ("Ctrl+D",)),
        ActionSpec("draw.rename", translate("DrawActions", "Rename what is chosen"), ("F2",)),
    )


def _adding() -> tuple[ActionSpec, ...]:
    right = translate("DrawActions", "Add what needs the chosen one, to the right")
    left = translate("DrawActions", "Add what the chosen one needs, to the left")
    above = translate("DrawActions", "Add what needs the chosen one, above")
    below = translate("DrawActions", "Add what needs the chosen one, below")
    return (
        ActionSpec("draw.add", translate("DrawActions", "Add a component by typing"), ("A",)),
        ActionSpec("draw.add-right", right, ("Ctrl+Right",)),
        ActionSpec("draw.add-left", left, ("Ctrl+Left",)),
        ActionSpec("draw.add-up", above, ("Ctrl+Up",)),
        ActionSpec("draw.add-down", below, ("Ctrl+Down",)),
        ActionSpec("draw.zone", translate("DrawActions", "Draw a zone"), ("Z",)),
    )


def _looking() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("draw.weak", translate("DrawActions", "Fold or unfold the weak points"), ("W",)),
        ActionSpec("draw.fit", translate("DrawActions", "Show what is chosen, or the whole map"), ("F",)),
        ActionSpec("draw.actual-size", translate("DrawActions", "Show the map at 100 %"), ("Ctrl+0",)),
    )
