"""The marks of a run as a list, lane after lane: what screen readers are told, and where the keys go."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from blackstart.shell.review.lanes.marks import LaneKind, LaneMark, kind_name

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
Lanes = tuple[tuple[int, ...], ...]  # rows of each lane, in order of time


class LanesModel(QAbstractListModel):
    """One row a mark; a kind without marks takes no lane."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marks: tuple[LaneMark, ...] = ()
        self.lanes: Lanes = ()
        self._is_folded = False
        self._by_seq: dict[int, int] = {}

    @property
    def is_folded(self) -> bool:
        """Whether all marks share one lane."""
        return self._is_folded

    @property
    def kinds(self) -> tuple[LaneKind, ...]:
        """The kinds of which there are marks, from the first lane down."""
        present = {mark.kind for mark in self.marks}
        return tuple(kind for kind in LaneKind if kind in present)

    def show_marks(self, marks: tuple[LaneMark, ...]) -> None:
        self.beginResetModel()
        self.marks = marks
        self._by_seq = {mark.seq: row for row, mark in enumerate(marks) if mark.seq is not None}
        self._lay_lanes()
        self.endResetModel()

    def fold(self, is_folded: bool) -> None:
        """Put all marks into one lane, or into one for each kind."""
        self._is_folded = is_folded
        self._lay_lanes()

    def name_of(self, lane: int) -> str:
        """Return what a lane is called."""
        if self._is_folded and len(self.kinds) > 1:
            return translate("Lanes", "All that happened")
        return kind_name(self.marks[self.lanes[lane][0]].kind)

    def lane_of(self, row: int) -> int:
        """Return the lane of a mark."""
        return 0 if self._is_folded else self.kinds.index(self.marks[row].kind)

    def mark(self, index: Index) -> LaneMark | None:
        return self.marks[index.row()] if index.isValid() else None

    def index_of(self, seq: int | None) -> QModelIndex:
        """Return the mark of an entry; none if it has none."""
        row = self._by_seq.get(seq) if seq is not None else None
        return self.index(row) if row is not None else QModelIndex()

    def nearest(self, lane: int, at: int) -> int:
        """Return the mark of a lane that is nearest in time, the earlier of two."""
        return min(self.lanes[lane], key=lambda row: (abs(self.marks[row].at - at), row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self.marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        mark = self.mark(index)
        if mark is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return mark.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{kind_name(mark.kind)}: {mark.told}"
        return None

    def _lay_lanes(self) -> None:
        rows = range(len(self.marks))
        if self._is_folded:
            self.lanes = (tuple(rows),) if self.marks else ()
        else:
            self.lanes = tuple(tuple(row for row in rows if self.marks[row].kind is kind) for kind in self.kinds)
