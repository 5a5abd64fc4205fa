from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtGui import QFontMetricsF, QTextLayout

from blackstart.shell.support.fonts import BODY, CLOCK, font
from blackstart.shell.support.icons import icon_path


def lines(text: str, width: float) -> list[str]:
    layout = QTextLayout(text, font(BODY))
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return found


@pytest.mark.parametrize("width", [20, 60, 90, 130])
def test_korean_breaks_between_words_only(qapp: object, width: float) -> None:
    # Some releases of Qt broke inside words; one that does so again needs word joiners between syllables.
    text = "데이터센터 전원을 15분 안에 차단해야 합니다. 동의하시겠습니까?"
    assert " ".join(lines(text, width)) == text
    assert len(lines(text, width)) > 2


def test_all_digits_are_of_one_width(qapp: object) -> None:
    metrics = QFontMetricsF(font(CLOCK, is_bold=True))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_no_two_threads_paint_with_the_same_font_or_icon(qapp: object) -> None:
    with ThreadPoolExecutor(max_workers=1) as pool:
        assert pool.submit(lambda: font(BODY)).result() is not font(BODY)
        assert pool.submit(lambda: icon_path("key")).result() is not icon_path("key")
    assert font(BODY) is font(BODY)
    assert icon_path("key") is icon_path("key")
