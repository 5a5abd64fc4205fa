"""The modes of the window and what can be done anywhere, in the language of the moment."""

from PySide6.QtCore import QCoreApplication

from blackstart.shell.actions.spec import ActionSpec, key_text, written
from blackstart.shell.window.rail import Mode

translate = QCoreApplication.translate

LIBRARY, DRAW, SCRIPT, RUN, REVIEW = MODES = ("library", "draw", "script", "run", "review")


# Of the rail's buttons; the modes by their order.
FOOT_KEYS = {"theme": "Ctrl+Shift+L", "settings": "Ctrl+,", "help": "F1"}


def modes() -> tuple[Mode, ...]:
    words = (
        translate("Window", "Library"),
        translate("Window", "Draw"),
        translate("Window", "Script"),
        translate("Window", "Run"),
        translate("Window", "Review"),
    )
    named = enumerate(zip(MODES, words, strict=True), start=1)
    return tuple(Mode(mode, word, mode, written(f"Ctrl+{number}")) for number, (mode, word) in named)


def feet() -> tuple[Mode, ...]:
    words = (
        translate("Window", "Light or dark"),
        translate("Window", "Settings"),
        translate("Window", "Keys"),
    )
    named = zip(FOOT_KEYS.items(), words, strict=True)
    return tuple(Mode(foot, word, foot, written(key)) for (foot, key), word in named)


def window_actions() -> tuple[ActionSpec, ...]:
    """Return what can be done anywhere."""
    return (
        ActionSpec("window.library", translate("Window", "Go to Library"), ("Ctrl+1",)),
        ActionSpec("window.draw", translate("Window", "Go to Draw"), ("Ctrl+2",)),
        ActionSpec("window.script", translate("Window", "Go to Script"), ("Ctrl+3",)),
        ActionSpec("window.run", translate("Window", "Go to Run"), ("Ctrl+4",)),
        ActionSpec("window.review", translate("Window", "Go to Review"), ("Ctrl+5",)),
        ActionSpec("window.open", translate("Window", "Open a drill file"), ("Ctrl+O",)),
        ActionSpec("window.new", translate("Window", "Begin a new map"), ("Ctrl+N",)),
        ActionSpec("window.another", translate("Window", "Open another window"), ("Ctrl+Shift+N",)),
        ActionSpec("window.save", translate("Window", "Save the drill"), ("Ctrl+S",)),
        ActionSpec("window.save-as", translate("Window", "Save the drill as another file"), ("Ctrl+Shift+S",)),
        ActionSpec("window.revert", translate("Window", "Go back to what the file holds"), ("Ctrl+Alt+R",)),
        ActionSpec("window.palette", translate("Window", "Find a command"), ("Ctrl+K", "Ctrl+Shift+P")),
        ActionSpec("window.theme", translate("Window", "Light or dark"), (FOOT_KEYS["theme"],)),
        ActionSpec("window.settings", translate("Window", "Settings"), (FOOT_KEYS["settings"],)),
        ActionSpec("window.message", translate("Window", "To the message"), ("F8",)),
        ActionSpec("window.keys", translate("Window", "Show all keys"), (FOOT_KEYS["help"], "?")),
        ActionSpec("window.close", translate("Window", "Close the window"), ("Ctrl+Q",)),
    )


def key_of(id_: str) -> str:
    """Return how the key of one of the window's actions is written."""
    return key_text(next(spec for spec in window_actions() if spec.id == id_))
