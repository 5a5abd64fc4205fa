"""The door: no words, or a file, open the window; other words are the command line's.

Each side is imported only when it is wanted: a script that simulates must start without Qt, and the window is
seen before what it needs to play is loaded.
"""

import os
import sys
from collections.abc import Sequence
from multiprocessing import freeze_support
from pathlib import Path
from typing import NamedTuple

DRILL_SUFFIX = ".drill"
LIBRARY_OPTION = "--library"


class Window(NamedTuple):
    """The words of a command line that opens the window."""

    file: Path | None = None
    library: Path | None = None


def main(words: Sequence[str] | None = None) -> int:
    """Start Blackstart with the words of the command line; returns the exit status."""
    freeze_support()  # a program packed into one file starts its worker processes with itself; they end here
    said = sys.argv[1:] if words is None else list(words)
    window = window_words(said)
    if window is None:
        from blackstart.cli.root import main as command_line

        return command_line(said, _printers)
    if not has_display(os.environ, sys.platform):
        print("blackstart: there is no display to open the window on; the drill is told here", file=sys.stderr)
        return _tell(window)
    return _open(window)


def window_words(words: Sequence[str]) -> Window | None:
    """Return what the window is to open, or None where the words are a command's."""
    rest, library = _library_of(words)
    if not rest:
        return Window(None, library)
    if len(rest) == 1 and not rest[0].startswith("-") and (rest[0].endswith(DRILL_SUFFIX) or Path(rest[0]).is_file()):
        return Window(Path(rest[0]), library)
    return None


def _library_of(words: Sequence[str]) -> tuple[list[str], Path | None]:
    """Take the library out of the words, wherever it stands; returns what is left, and its path."""
    for number, word in enumerate(words):
        option, is_joined, path = word.partition("=")
        if option != LIBRARY_OPTION:
            continue
        if is_joined:
            return [*words[:number], *words[number + 1 :]], Path(path)
        if number + 1 < len(words):
            return [*words[:number], *words[number + 2 :]], Path(words[number + 1])
    return list(words), None


def has_display(environment: "os._Environ[str] | dict[str, str]", platform: str) -> bool:
    """Whether a window can be shown; off Linux there always is a screen."""
    if not platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _printers() -> object:
    """Return what the shell lends to a command that prints; Qt is loaded only for such a one."""
    from blackstart.shell.printing.printers import printers

    return printers()


def _tell(window: Window) -> int:
    """Play the drill in the terminal, asking where somebody can answer; without a file, the first that is shipped."""
    from blackstart.cli.timeline import tell
    from blackstart.core.base.assets import exercises_folder
    from blackstart.core.base.errors import UserError
    from blackstart.core.base.words import words

    file = window.file or min(exercises_folder().glob(f"*{DRILL_SUFFIX}"))
    language = os.environ.get("LC_ALL") or os.environ.get("LANG") or "en"
    try:
        return tell(file, sys.stdout, input if sys.stdin.isatty() else None, window.library, language)
    except UserError as fault:
        print(words(language).tell(fault.sentence), file=sys.stderr)
        return 1


def _open(window: Window) -> int:
    from blackstart.core.record.paths import drawings_folder
    from blackstart.shell.app.application import Furnished, Wanted, open_window
    from blackstart.shell.support.look import Look
    from blackstart.shell.window.frame import Frame

    def furnish(frame: Frame, look: Look, wanted: Wanted) -> Furnished:
        from blackstart.shell.app import furniture

        return furniture.furnish(frame, look, wanted)

    return open_window(Wanted(window.file, window.library, drawings_folder()), furnish)


if __name__ == "__main__":
    sys.exit(main())
