"""One undo command for every edit of the map, and one for what the drill says of itself; the document does both."""

from collections.abc import Callable
from weakref import WeakMethod

from PySide6.QtGui import QUndoCommand

from blackstart.core.base.text import Text
from blackstart.core.topology.edits import Edit

Replay = Callable[[Edit], Edit]  # applies an edit and returns the one that takes it back
Description = tuple[Text, Text | None]  # title and summary
_NEVER_MERGED = -1


class EditCommand(QUndoCommand):
    """One or several edits with a name; commands that follow one another and share a key become one.

    Attributes
    ----------
    key : str
        What is being done to what, such as ``nudge a b``; empty = always a command of its own.
    """

    def __init__(self, replay: Replay, edit: Edit, text: str, key: str = "") -> None:
        super().__init__(text)
        # Weakly: the stack is the document's, and Qt does not survive it if Python collects such a ring as it likes.
        self._replay: WeakMethod[Replay] = WeakMethod(replay)
        self._edits = [edit]
        self._inverses: list[Edit] = []
        self.key = key

    def id(self) -> int:
        """Tell Qt which commands may be merged; it asks `mergeWith` of two with the same number."""
        return hash(self.key) & 0x7FFFFFFF if self.key else _NEVER_MERGED

    def redo(self) -> None:  # Qt calls it inside push(), too
        self._inverses = [self._replayed(edit) for edit in self._edits]

    def undo(self) -> None:
        for inverse in reversed(self._inverses):
            self._replayed(inverse)

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditCommand) or other.key != self.key:
            return False
        self._edits += other._edits
        self._inverses += other._inverses
        self.setText(other.text())  # the last one knows best what has become of it
        return True

    def _replayed(self, edit: Edit) -> Edit:
        replay = self._replay()
        assert replay is not None, "the document is gone, its history is not"
        return replay(edit)


class DescribeCommand(QUndoCommand):
    """Another title and summary; `put` gives them to the drill."""

    def __init__(self, put: Callable[[Description], None], before: Description, after: Description, text: str) -> None:
        super().__init__(text)
        self._put: WeakMethod[Callable[[Description], None]] = WeakMethod(put)  # weakly, as in EditCommand
        self._before, self._after = before, after

    def redo(self) -> None:  # Qt calls it inside push(), too
        self._say(self._after)

    def undo(self) -> None:
        self._say(self._before)

    def _say(self, description: Description) -> None:
        put = self._put()
        assert put is not None, "the document is gone, its history is not"
        put(description)
