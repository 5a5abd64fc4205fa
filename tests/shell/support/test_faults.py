import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.support.faults import Faults, dialog


@pytest.fixture
def faults(qapp: object, tmp_path: Path) -> Iterator[Faults]:
    hooks = sys.excepthook, threading.excepthook
    made = Faults(tmp_path / "logs" / "blackstart.log")
    made.install()
    yield made
    sys.excepthook, threading.excepthook = hooks
    qInstallMessageHandler(None)
    for handler in logging.getLogger("blackstart").handlers[:]:
        logging.getLogger("blackstart").removeHandler(handler)
        handler.close()


def boom() -> None:
    raise ZeroDivisionError("planted")


def caught(faults: Faults) -> None:
    try:
        boom()
    except ZeroDivisionError as error:
        faults.catch(type(error), error, error.__traceback__)


def boxes(window: QWidget) -> list[QMessageBox]:
    return window.findChildren(QMessageBox)


def test_a_bug_is_logged_with_its_place(faults: Faults, tmp_path: Path) -> None:
    caught(faults)
    log = (tmp_path / "logs" / "blackstart.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError: planted" in log
    assert "in boom" in log


def test_a_bug_is_told_once_with_details_to_copy(qtbot: QtBot, faults: Faults) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    faults.show_over(window)
    caught(faults)
    caught(faults)
    qtbot.waitUntil(lambda: bool(boxes(window)))
    qtbot.wait(0)
    (box,) = boxes(window)
    assert "ZeroDivisionError: planted" in box.detailedText()
    box.close()


def test_a_fault_in_another_thread_is_told_too(qtbot: QtBot, faults: Faults) -> None:
    with qtbot.waitSignal(faults.raised) as told:
        thread = threading.Thread(target=boom)
        thread.start()
        thread.join()
    assert "planted" in told.args[0]
    window = QMessageBox()
    qtbot.addWidget(window)


def test_what_was_said_in_a_bug_is_not_read_as_markup(qtbot: QtBot, tmp_path: Path) -> None:
    box = dialog("<b>x</b>", tmp_path / "blackstart.log", None)
    qtbot.addWidget(box)
    assert box.textFormat().name == "PlainText"
    assert str(tmp_path) in box.informativeText()
