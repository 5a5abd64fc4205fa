"""Everything with a window runs offscreen, and keeps its settings in a folder of the test's own."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # the first language is the system's, and tests read English

from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in

# Said by the offscreen platform of every window that has a least size.
OFFSCREEN_REMARK = "This plugin does not support propagateSizeHints"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("qt_log_ignore", OFFSCREEN_REMARK)


@pytest.fixture
def look(qapp: object, tmp_path: Path) -> Iterator[Look]:
    made = Look(settings_in(tmp_path / "settings.ini"))
    yield made
    made.deleteLater()


@pytest.fixture(autouse=True)
def garbage_of_this_thread() -> Iterator[None]:
    """As in the program, no worker comes upon garbage, and what is put away has been deleted before it is looked for.

    Else Qt's objects would be deleted twice, or told of their end when they hold nothing any more.
    """
    gc.disable()
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)
    gc.enable()
