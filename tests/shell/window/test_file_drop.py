from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.window.file_drop import FileDrop, files_in

COPY = Qt.DropAction.CopyAction
NOTHING = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def dragged(*addresses: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(address) for address in addresses])
    return data


@pytest.mark.parametrize(
    ("addresses", "is_taken"),
    [
        (["file:///home/ada/a.drill"], True),
        (["file:///home/ada/A.DRILL"], True),
        (["file:///home/ada/a.txt"], False),
        (["file:///home/ada/a.drill", "file:///home/ada/b.drill"], False),
        (["https://example.org/a.drill"], False),
        ([], False),
    ],
)
def test_one_drill_file_can_be_dropped_and_nothing_else(qtbot: QtBot, addresses: list[str], is_taken: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dropped: list[tuple[Path, ...]] = []
    FileDrop(window).dropped.connect(dropped.append)
    data = dragged(*addresses)
    enter = QDragEnterEvent(QPoint(1, 1), COPY, data, *NOTHING)
    QApplication.sendEvent(window, enter)
    drop = QDropEvent(QPoint(1, 1), COPY, data, *NOTHING)
    QApplication.sendEvent(window, drop)
    assert (enter.isAccepted(), drop.isAccepted()) == (is_taken, is_taken)
    assert [path.suffix.lower() for paths in dropped for path in paths] == [".drill"] * is_taken


def test_files_of_runs_and_folders_can_be_dropped_whatever_they_are_called(tmp_path: Path) -> None:
    runs, other = (tmp_path / "run.json", tmp_path / "run-2.txt"), tmp_path / "other.json"
    for run in runs:
        run.write_text('{\n "blackstart_run": 1}')
    other.write_text("{}")
    everything = (*runs, tmp_path)
    assert files_in(dragged(*(each.as_uri() for each in everything))) == everything
    assert files_in(dragged(runs[0].as_uri())) == runs[:1]
    assert files_in(dragged(runs[0].as_uri(), other.as_uri())) == ()
    assert files_in(dragged(runs[0].as_uri(), "file:///home/ada/a.drill")) == ()
