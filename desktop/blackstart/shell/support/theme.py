"""The two themes: colours by their token names, read from assets/tokens.json.

Colour means state and nothing else: what is chosen, pressed or in focus is drawn in `ink`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtGui import QColor, QPalette

from blackstart.core.base.assets import assets_folder

DARK = "dark"
LIGHT = "light"
THEMES = (DARK, LIGHT)

# Steps of the spacing scale, px: nothing stands at another distance.
SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_20, SPACE_28 = 4, 8, 12, 16, 20, 28
# Corner radii, px.
RADIUS_TAG, RADIUS_CONTROL, RADIUS_PANEL, RADIUS_ZONE = 4, 6, 8, 10


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme; `colors` holds `#RRGGBB` by token."""

    name: str
    colors: Mapping[str, str]

    @property
    def is_dark(self) -> bool:
        return self.name == DARK

    def color(self, token: str, opacity: float = 1.0) -> QColor:
        """Return the colour of a token; an unknown token is a KeyError."""
        color = QColor(self.colors[token])
        color.setAlphaF(opacity)
        return color

    def palette(self) -> QPalette:
        """Return what Fusion paints with where the style sheet does not speak."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.color(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("tx3"))
        return palette


# High contrast: what is quiet by design takes the colour of the next louder token.
_LOUDER = {"cardln": "ln2", "btnln": "ln2", "ln": "ln2", "edge": "tx3", "tx2": "tx1", "tx3": "tx2", "zone": "bg0"}


@cache
def theme(name: str, *, is_contrast_high: bool = False) -> Theme:
    """Return the theme of that name."""
    usual = read_themes(assets_folder() / "tokens.json")[name]
    if not is_contrast_high:
        return usual
    louder = {token: usual.colors[other] for token, other in _LOUDER.items()}
    return Theme(name, {**usual.colors, **louder})


def read_themes(path: Path) -> dict[str, Theme]:
    """Read all themes of a token file."""
    return {name: Theme(name, colors) for name, colors in json.loads(path.read_text(encoding="utf-8")).items()}


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two opaque colours, 1..21.

    Source: WCAG 2.2, "relative luminance" and "contrast ratio".
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: QColor) -> float:
    red, green, blue = (_linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


_ROLES = {
    QPalette.ColorRole.Window: "bg1",
    QPalette.ColorRole.WindowText: "tx1",
    QPalette.ColorRole.Base: "bg2",
    QPalette.ColorRole.AlternateBase: "bg1",
    QPalette.ColorRole.Text: "tx1",
    QPalette.ColorRole.PlaceholderText: "tx3",
    QPalette.ColorRole.Button: "bg2",
    QPalette.ColorRole.ButtonText: "tx1",
    QPalette.ColorRole.BrightText: "tx1",
    QPalette.ColorRole.ToolTipBase: "bg2",
    QPalette.ColorRole.ToolTipText: "tx1",
    QPalette.ColorRole.Highlight: "ink",
    QPalette.ColorRole.HighlightedText: "inkon",
    QPalette.ColorRole.Link: "tx1",
    QPalette.ColorRole.Light: "bg3",
    QPalette.ColorRole.Midlight: "bg3",
    QPalette.ColorRole.Mid: "ln",
    QPalette.ColorRole.Dark: "ln2",
    QPalette.ColorRole.Shadow: "bg0",
}
