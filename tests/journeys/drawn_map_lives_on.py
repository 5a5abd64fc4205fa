"""What a map that was drawn must stand, whichever hand drew it: saved, checked, undone, done again, opened again."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blackstart.cli.root import main
from tests.journeys.draw_hands import Hand, placeless, shop
from tests.journeys.user import User


def save_and_open_again(hand: Hand, file: Path, qapp: QApplication, qtbot: QtBot) -> None:
    """Let it live on; `file` is where it is saved."""
    user = hand.user
    hand.save(file)

    # What is in the file is what was meant, but for where it lies; and nothing is wrong with it.
    assert placeless(file) == shop()
    assert main(["check", str(file)]) == 0

    # All of it is taken back, and done again.
    drawn = hand.topology
    hand.undo_all()
    assert hand.topology.components == ()
    assert hand.topology.zones == ()
    assert user.frame.isWindowModified()
    hand.redo_all()
    assert hand.topology == drawn
    assert not user.frame.isWindowModified()

    # Opened again, by a program that is started with it, it lies as it was drawn.
    user.close()
    again = User(qapp, file.parent / "again", file)
    qtbot.addWidget(again.frame)
    again.wait(lambda: again.frame.mode == "draw")
    assert Hand(again).topology == drawn
