"""What can be done in Draw, with its keys."""

from PySide6.QtCore import QCoreApplication

from blackstart.shell.actions.spec import ActionSpec

translate = QCoreApplication.translate


def draw_actions() -> tuple[ActionSpec, ...]:
    return (
        *_on_what_is_chosen(),
        *_adding(),
        *_purposes(),
        *_moving(),
        *_in_line(),
        *_arranging(),
        *_looking(),
    )


def _on_what_is_chosen() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("draw.undo", translate("DrawActions", "Undo"), ("Ctrl+Z",)),
        ActionSpec("draw.redo", translate("DrawActions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        ActionSpec("draw.delete", translate("DrawActions", "Delete what is chosen"), ("Del", "Backspace")),
        ActionSpec("draw.duplicate", translate("DrawActions", "Duplicate what is chosen"), ("Ctrl+D",)),
        ActionSpec("draw.cut", translate("DrawActions", "Cut what is chosen"), ("Ctrl+X",)),
        ActionSpec("draw.copy", translate("DrawActions", "Copy what is chosen"), ("Ctrl+C",)),
        ActionSpec("draw.paste", translate("DrawActions", "Paste components"), ("Ctrl+V",)),
        ActionSpec("draw.select-all", translate("DrawActions", "Choose every card"), ("Ctrl+A",)),
        ActionSpec("draw.lock", translate("DrawActions", "Lock or unlock what is chosen"), ("L",)),
        ActionSpec("draw.rename", translate("DrawActions", "Rename what is chosen"), ("F2",)),
    )


def _adding() -> tuple[ActionSpec, ...]:
    right = translate("DrawActions", "Add what needs the chosen one, to the right")
    left = translate("DrawActions", "Add what the chosen one needs, to the left")
    above = translate("DrawActions", "Add what needs the chosen one, above")
    below = translate("DrawActions", "Add what needs the chosen one, below")
    return (
        ActionSpec("draw.add", translate("DrawActions", "Add a component by typing"), ("A",)),
        ActionSpec("draw.connect", translate("DrawActions", "Connect the chosen one by typing"), ("C",)),
        ActionSpec("draw.add-right", right, ("Ctrl+Right",)),
        ActionSpec("draw.add-left", left, ("Ctrl+Left",)),
        ActionSpec("draw.add-up", above, ("Ctrl+Up",)),
        ActionSpec("draw.add-down", below, ("Ctrl+Down",)),
        ActionSpec("draw.select", translate("DrawActions", "Choose and move"), ("V",)),
        ActionSpec("draw.pan", translate("DrawActions", "Pan the map"), ("H",)),
        ActionSpec("draw.zone", translate("DrawActions", "Draw a zone, round what is chosen"), ("Z",)),
    )


def _purposes() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("draw.to-run", translate("DrawActions", "Connect as needed to run"), ("1",)),
        ActionSpec("draw.to-start", translate("DrawActions", "Connect as needed to start again"), ("2",)),
        ActionSpec("draw.to-respond", translate("DrawActions", "Connect as needed to respond"), ("3",)),
    )


def _moving() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("draw.nudge-right", translate("DrawActions", "Move a grid step to the right"), ("Alt+Right",)),
        ActionSpec("draw.nudge-left", translate("DrawActions", "Move a grid step to the left"), ("Alt+Left",)),
        ActionSpec("draw.nudge-up", translate("DrawActions", "Move a grid step up"), ("Alt+Up",)),
        ActionSpec("draw.nudge-down", translate("DrawActions", "Move a grid step down"), ("Alt+Down",)),
        ActionSpec("draw.shift-right", translate("DrawActions", "Move 1 px to the right"), ("Alt+Shift+Right",)),
        ActionSpec("draw.shift-left", translate("DrawActions", "Move 1 px to the left"), ("Alt+Shift+Left",)),
        ActionSpec("draw.shift-up", translate("DrawActions", "Move 1 px up"), ("Alt+Shift+Up",)),
        ActionSpec("draw.shift-down", translate("DrawActions", "Move 1 px down"), ("Alt+Shift+Down",)),
    )


def _in_line() -> tuple[ActionSpec, ...]:
    across, down = translate("DrawActions", "Even gaps across"), translate("DrawActions", "Even gaps down")
    return (
        ActionSpec("draw.align-left", translate("DrawActions", "Align left edges"), ("Ctrl+Alt+Left",)),
        ActionSpec("draw.align-right", translate("DrawActions", "Align right edges"), ("Ctrl+Alt+Right",)),
        ActionSpec("draw.align-top", translate("DrawActions", "Align upper edges"), ("Ctrl+Alt+Up",)),
        ActionSpec("draw.align-bottom", translate("DrawActions", "Align lower edges"), ("Ctrl+Alt+Down",)),
        ActionSpec("draw.align-centre", translate("DrawActions", "Align centres in a column"), ("Ctrl+Alt+C",)),
        ActionSpec("draw.align-middle", translate("DrawActions", "Align middles in a row"), ("Ctrl+Alt+M",)),
        ActionSpec("draw.distribute-across", across, ("Ctrl+Alt+H",)),
        ActionSpec("draw.distribute-down", down, ("Ctrl+Alt+V",)),
    )


def _arranging() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("draw.arrange", translate("DrawActions", "Arrange all"), ("Ctrl+Alt+A",)),
        ActionSpec("draw.arrange-zone", translate("DrawActions", "Arrange this zone"), ("Ctrl+Alt+Z",)),
        ActionSpec("draw.room", translate("DrawActions", "Make room"), ("Ctrl+Alt+O",)),
        ActionSpec("draw.tidy", translate("DrawActions", "Tidy the lines"), ("Ctrl+Alt+T",)),
    )


def _looking() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("draw.kinds", translate("DrawActions", "Find a kind in the palette"), ("K",)),
        ActionSpec("draw.palette", translate("DrawActions", "Fold or unfold the palette"), ("P",)),
        ActionSpec("draw.minimap", translate("DrawActions", "Show or hide the small map"), ("M",)),
        ActionSpec("draw.weak", translate("DrawActions", "Fold or unfold the weak points"), ("W",)),
        ActionSpec("draw.next-part", translate("DrawActions", "Go to the next part of the page"), ("F6",)),
        ActionSpec("draw.part-before", translate("DrawActions", "Go to the part of the page before"), ("Shift+F6",)),
        ActionSpec("draw.find", translate("DrawActions", "Find on the map"), ("Ctrl+F",)),
        ActionSpec("draw.find-next", translate("DrawActions", "Go to the next that is found"), ("F3",)),
        ActionSpec("draw.find-before", translate("DrawActions", "Go to the one found before"), ("Shift+F3",)),
        ActionSpec("draw.table", translate("DrawActions", "Show the map as tables, or as a map"), ("Ctrl+T",)),
        ActionSpec("draw.export", translate("DrawActions", "Export the map as PNG, SVG or PDF"), ("Ctrl+E",)),
        ActionSpec("draw.copy-picture", translate("DrawActions", "Copy as a picture"), ("Ctrl+Shift+C",)),
        ActionSpec("draw.print", translate("DrawActions", "Print the map"), ("Ctrl+P",)),
        ActionSpec("draw.fit", translate("DrawActions", "Show what is chosen, or the whole map"), ("F",)),
        ActionSpec("draw.actual-size", translate("DrawActions", "Show the map at 100 %"), ("Ctrl+0",)),
    )
