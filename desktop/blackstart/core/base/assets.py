"""Where the shipped files lie: inside the package when installed, at the root of the source tree otherwise."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2]
_ROOT = _PACKAGE if (_PACKAGE / "assets").is_dir() else _PACKAGE.parents[1]


def assets_folder() -> Path:
    """Folder of icons, tokens, fonts, words and the JSON Schema."""
    return _ROOT / "assets"


def exercises_folder() -> Path:
    """Folder of the drills that come with the program."""
    return _ROOT / "exercises"
