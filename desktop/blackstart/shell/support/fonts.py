"""Type: one family for both languages, sizes in pixels, regular and bold only."""

from functools import cache

from PySide6.QtGui import QFont

# Sizes, px.
META, SECONDARY, BODY, TITLE, PANEL, COUNTDOWN, CLOCK = 11, 12, 13, 15, 20, 24, 46

FAMILIES = ("Noto Sans", "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", "sans-serif")


def font(size_px: float, *, is_bold: bool = False) -> QFont:
    """Return the program's font; Noto Sans has digits of one width by itself."""
    return _font(max(round(size_px), 1), is_bold)


@cache
def _font(size_px: int, is_bold: bool) -> QFont:
    # Kept, because looking families up again for each word on the map takes most of the time of painting it.
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(size_px)
    made.setBold(is_bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
