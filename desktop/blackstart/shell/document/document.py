"""The drill that is being drawn: its map changes by edits alone, each of which can be taken back."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoStack

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import DrillId
from blackstart.core.base.text import Text, plain
from blackstart.core.exercise.files import LoadedDrill
from blackstart.core.exercise.mentions import loose_mentions
from blackstart.core.exercise.model import Drill
from blackstart.core.topology.edits import Edit, apply
from blackstart.core.topology.model import Topology
from blackstart.shell.document.commands import DescribeCommand, Description, EditCommand
from blackstart.shell.support.translation import sentence_of

translate = QCoreApplication.translate

UNTITLED = DrillId("untitled")


@dataclass(frozen=True, slots=True)
class Edited:
    """A map before and after an edit, done, undone or done again."""

    before: Topology
    after: Topology


class Document(QObject):
    """One drill with its history, and the file it belongs to.

    What was loaded is kept, so that a save leaves every line alone that says the same, and undoing everything gives
    the file back byte for byte.
    """

    edited = Signal(object)  # Edited
    replaced = Signal()  # another drill is in it
    modified = Signal(bool)  # whether it differs from its file
    described = Signal()  # the drill has another title or summary
    filed = Signal()  # it belongs to another file, or was saved
    refused = Signal(str)  # one sentence: why an edit does not fit

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = QUndoStack(self)
        self._loaded: LoadedDrill | None = None
        self._path: Path | None = None
        self._first_title = plain("Untitled")
        self._drill = untitled(self._first_title)
        self.history.cleanChanged.connect(self._tell_cleanness)

    @property
    def drill(self) -> Drill:
        return self._drill

    @property
    def topology(self) -> Topology:
        return self._drill.topology

    @property
    def loaded(self) -> LoadedDrill | None:
        """What it was read from; None = it is new."""
        return self._loaded

    @property
    def path(self) -> Path | None:
        return self._path

    @property
    def is_modified(self) -> bool:
        return not self.history.isClean()

    def open(self, loaded: LoadedDrill, path: Path | None, *, is_saved: bool = True) -> None:
        """Put a drill that was read into it; `path` None = it has no file of its own."""
        self._put(loaded.drill, loaded, path)
        if not is_saved:
            self.history.resetClean()

    def begin(self, title: Text) -> None:
        """Put a new, empty drill into it."""
        self._first_title = title
        self._put(untitled(title), None, None)

    def edit(self, edit: Edit, text: str, key: str = "") -> bool:
        """Do an edit that can be taken back under the name `text`; False = it does not fit, and why was told.

        Edits that follow one another with the same `key` are taken back together.
        """
        try:
            # Before it is pushed: a command that raises in redo() would stay on PySide's stack.
            after, _ = apply(self.topology, edit)
            self._keep_script_whole(after)
        except UserError as refusal:
            self.refused.emit(sentence_of(refusal))
            return False
        self.history.push(EditCommand(self._replay, edit, text, key))
        return True

    def retitle(self, title: Text) -> None:
        """Give the drill another title; not an edit of the map, and not taken back with one."""
        self._drill = replace(self._drill, title=title)
        self.history.resetClean()
        self.filed.emit()

    def describe(self, title: Text, summary: Text | None, text: str) -> None:
        """Give the drill another title and summary; can be taken back under the name `text`."""
        before, after = (self._drill.title, self._drill.summary), (title, summary)
        if after != before:
            self.history.push(DescribeCommand(self._describe, before, after, text))

    def identify(self, id_: DrillId, name: str) -> None:
        """Give a new drill the id that its runs will stand under, and a title if nobody has; its own it keeps."""
        if self._drill.id != UNTITLED or not id_:
            return
        is_nameless = self._drill.title == self._first_title
        self._drill = replace(self._drill, id=id_, title=plain(name) if is_nameless else self._drill.title)
        self.described.emit()

    def keep(self, path: Path) -> None:
        """Take note that it was saved as it stands."""
        self._path = path
        self.history.setClean()
        self.filed.emit()

    def close(self) -> None:
        """Let go of the history while all of it stands: Qt does not survive it if Python collects the parts in turn."""
        self.history.blockSignals(True)
        self.history.clear()

    def _keep_script_whole(self, after: Topology) -> None:
        """Refuse to take away what the script still names; what was loose before is no new fault."""
        exercise = self._drill.exercise
        if exercise is None:
            return
        before = set(loose_mentions(exercise, self.topology))
        loose = [each for each in loose_mentions(exercise, after) if each not in before]
        if loose:
            first, more = loose[0], len(loose) - 1
            words = translate("Document", "The script names {name} in {place}: take it out there first.")
            words = (
                words
                if not more
                else translate(
                    "Document", "The script names {name} in {place}, and {more} more: take them out there first."
                )
            )
            raise UserError(words.format(name=first.name, place=f"{first.room} · {first.id}", more=more))

    def _put(self, drill: Drill, loaded: LoadedDrill | None, path: Path | None) -> None:
        self._drill, self._loaded, self._path = drill, loaded, path
        self.history.clear()
        self.replaced.emit()
        self.filed.emit()

    def _replay(self, edit: Edit) -> Edit:
        before = self._drill.topology
        after, inverse = apply(before, edit)
        self._drill = replace(self._drill, topology=after)
        self.edited.emit(Edited(before, after))
        return inverse

    def _describe(self, description: Description) -> None:
        title, summary = description
        self._drill = replace(self._drill, title=title, summary=summary)
        self.described.emit()

    def _tell_cleanness(self, is_clean: bool) -> None:
        self.modified.emit(not is_clean)


def untitled(title: Text) -> Drill:
    """Return a drill with an empty map and no script."""
    return Drill(UNTITLED, title, Topology())
