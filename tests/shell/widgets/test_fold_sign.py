from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.support.look import Look
from blackstart.shell.widgets.fold_sign import FoldSign


def test_it_is_shown_that_more_lies_below_until_one_has_scrolled_there(qtbot: QtBot, look: Look) -> None:
    scroll, held = QScrollArea(), QWidget()
    qtbot.addWidget(scroll)
    held.setFixedSize(100, 500)
    scroll.setWidget(held)
    sign = FoldSign(scroll, look)
    scroll.resize(200, 300)
    with qtbot.waitExposed(scroll):
        scroll.show()
    assert sign.isVisible()
    assert sign.geometry().bottom() == scroll.viewport().geometry().bottom()
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    assert not sign.isVisible()
    scroll.verticalScrollBar().setValue(0)
    assert sign.isVisible()
    scroll.resize(200, 600)
    QTest.qWait(0)
    assert not sign.isVisible()
