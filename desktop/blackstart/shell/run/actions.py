"""What can be done at the console, with its keys."""

from PySide6.QtCore import QCoreApplication

from blackstart.shell.actions.spec import ActionSpec

translate = QCoreApplication.translate


def run_actions() -> dict[str, ActionSpec]:
    """Return the rows by id, in the order in which the list of keys shows them."""
    rows = (
        ActionSpec("run.play", translate("RunActions", "Play or hold the clock"), ("Space",)),
        ActionSpec("run.step", translate("RunActions", "To the next event"), (".",)),
        ActionSpec("run.pace-1", translate("RunActions", "Pace 1×"), ("1",)),
        ActionSpec("run.pace-2", translate("RunActions", "Pace 4×"), ("2",)),
        ActionSpec("run.pace-3", translate("RunActions", "Pace 20×"), ("3",)),
        ActionSpec("run.pace-4", translate("RunActions", "Pace of the phase"), ("4",)),
        ActionSpec("run.decision", translate("RunActions", "To the open decision"), ("D",)),
        ActionSpec("run.record", translate("RunActions", "Record the decision"), ("Ctrl+Return", "Ctrl+Enter")),
        ActionSpec("run.fit", translate("RunActions", "Show what is chosen, or the whole map"), ("F",)),
        ActionSpec("run.actual-size", translate("RunActions", "Show the map at 100 %"), ("Ctrl+0",)),
        ActionSpec("run.map", translate("RunActions", "To the map"), ("M",)),
        ActionSpec("run.charts", translate("RunActions", "Charts, or one line"), ("C",)),
        ActionSpec("run.end", translate("RunActions", "End the exercise"), ("Ctrl+E",)),
    )
    return {row.id: row for row in rows}
