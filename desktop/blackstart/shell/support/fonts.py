"""Type: one family for both languages, sizes in pixels, regular and bold only."""

from PySide6.QtGui import QFont

# Sizes, px.
META, SECONDARY, BODY, TITLE, PANEL, COUNTDOWN, CLOCK = 11, 12, 13, 15, 20, 24, 46

FAMILIES = ("Noto Sans", "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", "sans-serif")


def font(size_px: float, *, is_bold: bool = False) -> QFont:
    """Return the program's font; Noto Sans has digits of one width by itself."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(max(round(size_px), 1))
    made.setBold(is_bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
