"""Type: one family for both languages, sizes in pixels, regular and bold only."""

from functools import cache, lru_cache
from threading import get_ident

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

# Sizes, px.
META, SECONDARY, BODY, TITLE, PANEL, COUNTDOWN, CLOCK = 11, 12, 13, 15, 20, 24, 46

KEPT_WORDS = 8_192  # of which the width is kept
FAMILIES = ("Noto Sans", "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", "sans-serif")


def font(size_px: float, *, is_bold: bool = False) -> QFont:
    """Return the program's font; Noto Sans has digits of one width by itself."""
    return _font(max(round(size_px), 1), is_bold, get_ident())


@lru_cache(maxsize=KEPT_WORDS)
def words_width(words: str, size_px: float, *, is_bold: bool = False) -> float:
    """Return how wide words are set; kept, for the map measures the same words in every picture."""
    return QFontMetricsF(font(size_px, is_bold=is_bold)).horizontalAdvance(words)


@lru_cache(maxsize=KEPT_WORDS)
def cut(words: str, size_px: float, room: float, *, is_bold: bool = False, keeps_end: bool = False) -> str:
    """Return words as far as they fit, kept likewise; with their end, the middle is left out."""
    metrics = QFontMetricsF(font(size_px, is_bold=is_bold))
    how = Qt.TextElideMode.ElideMiddle if keeps_end else Qt.TextElideMode.ElideRight
    return metrics.elidedText(words, how, room)


@cache
def _font(size_px: int, is_bold: bool, _thread: int) -> QFont:
    # One for each thread: Qt throws away what another thread has made of a font, while that may be painting with it.
    # Kept, because looking families up again for each word on the map takes most of the time of painting it.
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(size_px)
    made.setBold(is_bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
