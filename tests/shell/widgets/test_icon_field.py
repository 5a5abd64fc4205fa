import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from blackstart.shell.support.look import Look
from blackstart.shell.widgets.icon_field import IconField


def drawn_columns(field: IconField) -> list[int]:
    """Where something is drawn in the middle of an empty field, from its border on."""
    image = field.grab().toImage()
    ground = image.pixelColor(image.width() - 20, image.height() // 2)
    rows = range(4, image.height() - 4)
    return [x for x in range(4, 80) if any(_differs(image.pixelColor(x, y), ground) for y in rows)]


def _differs(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) > 24


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_icon_grows_with_the_words_and_stands_before_them(qtbot: QtBot, look: Look, text_size: int) -> None:
    look.set_text_size(text_size)
    field = IconField(look)
    qtbot.addWidget(field)
    field.resize(300, 60)
    columns = drawn_columns(field)
    wide = columns[-1] - columns[0]
    assert wide > 0.6 * min(look.px(16), 28)
    assert columns[-1] < field.textMargins().left() + 8
