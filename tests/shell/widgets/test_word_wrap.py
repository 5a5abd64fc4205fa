from PySide6.QtGui import QFontMetrics

from blackstart.shell.support.fonts import BODY, TITLE, font
from blackstart.shell.widgets.word_wrap import before_colon, fitting, lines_of


def test_lines_break_at_spaces_alone_in_korean_too(qapp: object) -> None:
    metrics = QFontMetrics(font(BODY))
    words = "공동 데이터센터의 배터리 화재로 전력이 끊기고"
    lines = lines_of(words, metrics, 120, 9)
    assert len(lines) > 1
    assert " ".join(lines) == words
    assert all(metrics.horizontalAdvance(line) <= 120 for line in lines)


def test_what_does_not_fit_is_told_by_an_ellipsis(qapp: object) -> None:
    metrics = QFontMetrics(font(BODY))
    assert lines_of("Short and good.", metrics, 400, 2) == ["Short and good."]
    cut = lines_of("word " * 200, metrics, 200, 3)
    assert len(cut) == 3
    assert cut[-1].endswith("word…")
    assert metrics.horizontalAdvance(cut[-1]) <= 200


def test_a_word_that_is_wider_than_the_line_is_cut(qapp: object) -> None:
    metrics = QFontMetrics(font(BODY))
    (line,) = lines_of("m" * 100, metrics, 80, 2)
    assert line.endswith("…")


def test_a_title_that_is_too_long_ends_at_its_colon(qapp: object) -> None:
    metrics = QFontMetrics(font(TITLE))
    whole, short = "Pangyo: the messenger", before_colon("Pangyo: the messenger")
    assert fitting(whole, short, metrics, 1000) == whole
    assert fitting(whole, short, metrics, 60) == "Pangyo"
    assert fitting(whole, short, metrics, 40).endswith("…")
