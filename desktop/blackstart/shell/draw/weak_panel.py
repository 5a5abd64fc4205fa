"""Where the map is weak: a ranked table under it; choosing a row lights its path and says what would mend it."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSizePolicy, QTableView, QVBoxLayout, QWidget

from blackstart.core.analysis.telling import Told
from blackstart.core.analysis.weakness import Weakness, WeakPoint
from blackstart.shell.draw.weak_model import FALLS, ICONS, KIND, USERS, WHERE, WHY, WeakModel
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label, OneLine, YieldingLine

translate = QCoreApplication.translate

HEIGHT_PX, LEAST_PX, FOLDED_PX, ROW_PX, ICON_PX = 244, 160, 42, 32, 16
HEAD_PX = 190  # of the heading and the gaps beside it
WIDTHS_PX = {KIND: 170, WHERE: 220, USERS: 90, FALLS: 110}
NARROW_PX = 800  # of the panel, at the usual size of words
LEAST_WIDTH_PX = 480
NARROW_WIDTHS_PX = {KIND: 58, WHERE: 170, USERS: 76}


class WeakPanel(QWidget):
    """Takes points with their words in; emits what is chosen."""

    chosen = Signal(object)  # WeakPoint, or None
    place_wished = Signal(object)  # WeakPoint: show where on the map it is
    fold_wished = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: tuple[tuple[WeakPoint, Told], ...] = ()
        self._only: Weakness | None = None
        self._is_folded = False
        self._most = look.px(HEIGHT_PX)
        self.model = WeakModel(look, self)
        self.table = QTableView()
        self.count = YieldingLine(role="secondary")
        self.mend = OneLine(role="secondary")
        self.fold = Button(translate("WeakPoints", "Fold"), look, role="quiet")
        self._tags = QHBoxLayout()
        self._kinds: dict[Weakness, Button] = {}
        self._set_up()
        self._lay_out()

    @property
    def is_folded(self) -> bool:
        return self._is_folded

    def show_points(self, rows: tuple[tuple[WeakPoint, Told], ...] | None) -> None:
        """Show what was found; None = it is being looked for, and what is there stays, faint."""
        self.table.setEnabled(rows is not None)
        if rows is None:
            self.count.say(translate("WeakPoints", "looking…"))
            return
        self._rows = rows
        self._show_tags()
        self._filter(self._only if any(point.kind is self._only for point, _ in rows) else None)

    def show_folded(self, *, is_folded: bool) -> None:
        """Show the heading alone, or the table too."""
        self._is_folded = is_folded
        self.table.setVisible(not is_folded)
        self.mend.setVisible(not is_folded)
        self.fold.setText(translate("WeakPoints", "Unfold") if is_folded else translate("WeakPoints", "Fold"))
        self._take_height()

    def limit(self, height: int) -> None:
        """Take in how high it may be where there is little room; three rows can be seen at least."""
        self._most = height
        self._take_height()

    def clear_choice(self) -> None:
        """Let go of the row that is chosen."""
        self.table.clearSelection()
        self.table.setCurrentIndex(QModelIndex())

    def _take_height(self) -> None:
        px = self._look.px
        high = min(px(HEIGHT_PX), max(self._most, px(LEAST_PX)))
        self.setFixedHeight(px(FOLDED_PX) if self._is_folded else high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) is Qt.Key.Key_Escape and self.table.currentIndex().isValid():
            self.clear_choice()
            return
        super().keyPressEvent(event)

    def _filter(self, only: Weakness | None) -> None:
        self._only = only
        for kind, tag in self._kinds.items():
            tag.setChecked(kind is only)
        self.clear_choice()
        self.model.show_rows(tuple(row for row in self._rows if only is None or row[0].kind is only))
        found = len(self._rows)
        empty = translate("WeakPoints", "No weak points found. Add what each part needs to start again.")
        by_users = translate("WeakPoints", "{number} found, ranked by users hit")
        by_falls = translate("WeakPoints", "{number} found, ranked by what falls; no users given yet")
        words = by_users if any(point.users for point, _ in self._rows) else by_falls
        self.count.say(words.format(number=f"{found:,}") if found else empty)
        self._say_mend(None)

    def _show_tags(self) -> None:
        for tag in self._kinds.values():
            self._tags.removeWidget(tag)
            tag.deleteLater()
        counts = Counter(point.kind for point, _ in self._rows)
        names = {point.kind: told.kind for point, told in self._rows}
        self._kinds = {}
        for kind in Weakness:
            if kind in counts:
                tag = Button("", self._look, ICONS[kind], role="tag")
                tag.setAccessibleName(f"{names[kind]} {counts[kind]}")
                tag.setToolTip(tag.accessibleName())
                tag.setProperty("count", str(counts[kind]))
                tag.setCheckable(True)
                tag.clicked.connect(lambda _=False, kind=kind: self._filter(None if kind is self._only else kind))
                self._kinds[kind] = tag
                self._tags.addWidget(tag)
        self._fit_tags()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tags()
        self._fit_columns()

    def _fit_tags(self) -> None:
        """Say on each tag what it stands for where there is room for all, else only how many."""
        tags = self._kinds.values()
        for tag in tags:
            tag.setText(f"\u2002{tag.accessibleName()}")
        room = self.width() - self.count.sizeHint().width() - self.fold.sizeHint().width() - self._look.px(HEAD_PX)
        if _width(tags) > room:
            for tag in tags:
                tag.setText(f"\u2002{tag.property('count')}")
        has_room = _width(tags) <= room
        for tag in tags:
            tag.setVisible(has_room)

    def _fit_columns(self) -> None:
        """Let the reasons have their room: in a narrow panel types are told by their icons alone."""
        px, header = self._look.px, self.table.horizontalHeader()
        is_narrow, is_least = self.width() < px(NARROW_PX), self.width() < px(LEAST_WIDTH_PX)
        self.model.tell_kinds(is_by_icon=is_narrow)
        for column, width in (NARROW_WIDTHS_PX if is_narrow else WIDTHS_PX).items():
            self.table.setColumnWidth(column, px(width))
        self.table.setColumnHidden(FALLS, is_narrow)
        self.table.setColumnHidden(WHY, is_least)  # it is said below when a row is chosen
        header.setSectionResizeMode(
            WHERE, QHeaderView.ResizeMode.Stretch if is_least else QHeaderView.ResizeMode.Interactive
        )

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        self._say_mend(row[1] if row is not None else None)
        self.chosen.emit(row[0] if row is not None else None)

    def _say_mend(self, told: Told | None) -> None:
        """Say of a chosen row what would mend it, and why it matters where no column does."""
        if told is None:
            hint = translate("WeakPoints", "Choose a row to light it and to read what would mend it.")
            self.mend.say(hint if self._rows else "")
        else:
            self.mend.say(f"{told.why}. {told.mend}" if self.table.isColumnHidden(WHY) else told.mend)

    def _wish_place(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None:
            self.place_wished.emit(row[0])

    def _set_up(self) -> None:
        self.setProperty("role", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.table.setModel(self.model)
        self.table.setIconSize(QSize(self._look.px(ICON_PX), self._look.px(ICON_PX)))
        self.table.setAccessibleName(translate("WeakPoints", "Weak points"))
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self._look.px(ROW_PX))
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in WIDTHS_PX.items():
            self.table.setColumnWidth(column, self._look.px(width))
        header.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.activated.connect(self._wish_place)
        self.table.doubleClicked.connect(self._wish_place)
        self.fold.clicked.connect(self.fold_wished)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_16, 0, SPACE_8, 0)
        head.setSpacing(SPACE_12)
        title = Label(translate("WeakPoints", "Weak points"), role="title")
        title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        head.addWidget(title)
        head.addWidget(self.count)
        head.addStretch(1)
        self._tags.setSpacing(SPACE_8)
        head.addLayout(self._tags)
        head.addWidget(self.fold)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_16, SPACE_4, SPACE_16, SPACE_8)
        foot.addWidget(self.mend)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, SPACE_8, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addWidget(self.table, 1)
        page.addLayout(foot)
        self.show_folded(is_folded=False)


def _width(tags: Iterable[Button]) -> int:
    return sum(tag.sizeHint().width() + SPACE_8 for tag in tags)
