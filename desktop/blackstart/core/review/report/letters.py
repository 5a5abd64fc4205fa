"""How wide words are about, in the letters that reports are set in: core has no fonts to measure."""

from functools import cache

_EM = 1000
# Noto Sans, thousandths of an em; the other letters of the West are about as wide as an `o`.
_WIDTHS = {
    220: "'",
    265: " !,.:;ijlJ`",
    315: "()-[]If",
    370: "t/\\{}",
    420: "\"r?_",
    480: "csz",
    520: "vFLxySk",
    570: "*ETYae|$+0123456789<=>XZ^~",
    640: "#ABCKRbdghnpquPVo",
    740: "DGN&HU",
    790: "OQw",
    930: "@MWm%",
}  # fmt: skip
_USUAL, _EASTERN = 600, 920
_FIRST_EASTERN = 0x1100
_BOLD = 1.08
_ENDING = "…"


def width_of(words: str, size: float = 1.0, *, is_bold: bool = False) -> float:
    """Return how wide a line of words is; `size` = that of an em."""
    return sum(map(_width, words)) / _EM * size * (_BOLD if is_bold else 1.0)


def cut(words: str, room: float, size: float, *, is_bold: bool = False) -> str:
    """Return as many of the words as there is room for, with an ellipsis where some are left out."""
    if width_of(words, size, is_bold=is_bold) <= room:
        return words
    left = room - width_of(_ENDING, size, is_bold=is_bold)
    kept = 0
    for letter in words:
        left -= width_of(letter, size, is_bold=is_bold)
        if left < 0:
            break
        kept += 1
    return words[:kept].rstrip() + _ENDING


@cache
def _width(letter: str) -> int:
    if ord(letter) >= _FIRST_EASTERN:
        return _EM if letter == _ENDING else _EASTERN
    return next((width for width, letters in _WIDTHS.items() if letter in letters), _USUAL)
