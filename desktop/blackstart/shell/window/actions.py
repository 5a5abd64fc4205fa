"""The modes of the window and what can be done anywhere, in the language of the moment."""

from PySide6.QtCore import QCoreApplication

from blackstart.shell.actions.spec import ActionSpec, key_text
from blackstart.shell.window.rail import Mode

translate = QCoreApplication.translate

LIBRARY, DRAW, SCRIPT, RUN, REVIEW = MODES = ("library", "draw", "script", "run", "review")


def modes() -> tuple[Mode, ...]:
    return (
        Mode(LIBRARY, translate("Window", "Library"), "library"),
        Mode(DRAW, translate("Window", "Draw"), "draw"),
        Mode(SCRIPT, translate("Window", "Script"), "script"),
        Mode(RUN, translate("Window", "Run"), "run"),
        Mode(REVIEW, translate("Window", "Review"), "review"),
    )


def feet() -> tuple[Mode, ...]:
    return (
        Mode("theme", translate("Window", "Light or dark"), "theme"),
        Mode("settings", translate("Window", "Settings"), "settings"),
        Mode("help", translate("Window", "Keys"), "help"),
    )


def window_actions() -> tuple[ActionSpec, ...]:
    """Return what can be done anywhere."""
    switches = (
        ActionSpec(f"window.{mode.id}", translate("Window", "Go to {mode}").format(mode=mode.word), (f"Ctrl+{number}",))
        for number, mode in enumerate(modes(), start=1)
    )
    return (
        *switches,
        ActionSpec("window.open", translate("Window", "Open a drill file"), ("Ctrl+O",)),
        ActionSpec("window.theme", translate("Window", "Light or dark"), ("Ctrl+Shift+L",)),
        ActionSpec("window.settings", translate("Window", "Settings"), ("Ctrl+,",)),
        ActionSpec("window.message", translate("Window", "To the message"), ("F8",)),
        ActionSpec("window.keys", translate("Window", "Show all keys"), ("F1",)),
        ActionSpec("window.close", translate("Window", "Close the window"), ("Ctrl+Q",)),
    )


def key_of(id_: str) -> str:
    """Return how the key of one of the window's actions is written."""
    return key_text(next(spec for spec in window_actions() if spec.id == id_))
