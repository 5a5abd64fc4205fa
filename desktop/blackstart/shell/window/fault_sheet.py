"""What is wrong with a drill file: every fault with its line, the lines around it, and the map that could be read."""

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontDatabase, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from blackstart.core.base.findings import Finding
from blackstart.core.base.ids import ComponentId
from blackstart.shell.document.faulty import FaultyFile
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16, SPACE_20, SPACE_28
from blackstart.shell.support.translation import tell
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label, OneLine
from blackstart.shell.widgets.titled_sheet import TitledSheet
from blackstart.shell.window.fault_map import FaultMap
from blackstart.shell.window.faults_model import LINE, PLACE, WHAT, FaultsModel

translate = QCoreApplication.translate

WIDTH_PX, HEIGHT_PX, LEAST_PX = 960, 600, 440
WIDE_PX, HIGH_PX = 1480, 840  # with a map
BESIDE_FROM_PX = 1000  # width from which the map stands beside the list
MAP_BELOW_PX = 240  # least height of the map below it
ROW_PX, LINE_PX, PLACE_PX, CODE_PX, EXCERPT_PX = 30, 64, 280, 12, 164


class FaultSheet(TitledSheet):
    """Takes a faulty file in; what was open before stays open below it."""

    editor_wished = Signal(object)  # Path
    copy_wished = Signal(str)  # what is to lie on the clipboard
    again_wished = Signal(object)  # Path: it has been mended

    def __init__(self, file: FaultyFile, look: Look) -> None:
        super().__init__(look, WIDTH_PX if file.drawing is None else WIDE_PX)
        self._file = file
        self.map = FaultMap(file, file.drawing, look) if file.drawing is not None else None
        self.model = FaultsModel(self)
        self.table = QTableView()
        self.message = Label(wraps=True)
        self.excerpt = QPlainTextEdit()
        self.told = OneLine(role="secondary")
        self.editor = Button(translate("FaultSheet", "Open in your editor"), look)
        self.copy = Button(translate("FaultSheet", "Copy path and line"), look)
        self.again = Button(translate("FaultSheet", "Try again"), look, role="primary")
        self._set_up()
        held = self._laid_out()
        count = len(file.findings)
        one, more = translate("FaultSheet", "{name} has one fault"), translate("FaultSheet", "{name}: {n} faults")
        self.fill((one if count == 1 else more).format(name=file.path.name, n=count), held)
        held.setMinimumHeight(look.px(LEAST_PX))
        self._held_page = held
        self.table.selectRow(0)

    def first_stop(self) -> QWidget | None:
        return self.table

    def wanted_height(self, width: int) -> int:
        return self._look.px(HEIGHT_PX if self.map is None else HIGH_PX)

    def place(self) -> None:
        page = self.parentWidget()
        if page is not None and self.map is not None:
            is_beside = page.width() - 2 * SPACE_28 >= self._look.px(BESIDE_FROM_PX)
            ways = QBoxLayout.Direction
            self._halves.setDirection(ways.LeftToRight if is_beside else ways.TopToBottom)
            self.map.setMinimumHeight(0 if is_beside else self._look.px(MAP_BELOW_PX))
            least = LEAST_PX if is_beside else LEAST_PX + MAP_BELOW_PX
            self._held_page.setMinimumHeight(self._look.px(least))
        super().place()

    def tell(self, sentence: str) -> None:
        """Say what has been done, or could not be."""
        self.told.say(sentence)

    @property
    def chosen(self) -> Finding | None:
        return self.model.row(self.table.currentIndex())

    def _show(self, index: QModelIndex) -> None:
        finding = self.model.row(index)
        if finding is None:
            return
        self.message.setText(tell(finding.message))
        lines = self._file.around(finding)
        self.excerpt.setPlainText("\n".join(f"{line.number:>6}  {line.words}" for line in lines))
        self.excerpt.setVisible(bool(lines))
        marks = [place for place, line in enumerate(lines) if line.number == finding.line]
        self.excerpt.setExtraSelections([self._mark(place) for place in marks])
        if self.map is not None:
            self.map.show_component(self._file.salvage.component_of(finding))

    def _go_to(self, component: ComponentId | None) -> None:
        """Choose the first fault of a component of the map."""
        of = self._file.salvage.component_of
        rows = (row for row, each in enumerate(self._file.findings) if component is not None and of(each) == component)
        first = next(rows, None)
        if first is not None:
            self.table.selectRow(first)

    def _mark(self, place: int) -> QTextEdit.ExtraSelection:
        """Return the faulty line as it is marked: on a ground of its own, from edge to edge."""
        mark = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        look.setBackground(self._look.theme.color("bg3"))
        look.setForeground(self._look.theme.color("tx1"))
        look.setProperty(QTextFormat.Property.FullWidthSelection, True)
        mark.cursor, mark.format = QTextCursor(self.excerpt.document().findBlockByNumber(place)), look
        return mark

    def _wish_copy(self) -> None:
        finding = self.chosen
        line = f":{finding.line}" if finding is not None and finding.line else ""
        self.copy_wished.emit(f"{self._file.path}{line}")
        self.tell(translate("FaultSheet", "Copied."))

    def _wish_again(self) -> None:
        self.close_sheet()
        self.again_wished.emit(self._file.path)

    def _set_up(self) -> None:
        look = self._look
        self.model.show_rows(self._file.findings)
        self.table.setModel(self.model)
        self.table.setAccessibleName(translate("FaultSheet", "Faults"))
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(look.px(ROW_PX))
        self.table.setColumnWidth(LINE, look.px(LINE_PX))
        self.table.setColumnWidth(PLACE, look.px(PLACE_PX))
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._show)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.excerpt.setReadOnly(True)
        self.excerpt.setTabChangesFocus(True)
        self.excerpt.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.excerpt.setAccessibleName(translate("FaultSheet", "The lines around it"))
        code = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self.excerpt.setStyleSheet(f'font-family: "{code}"; font-size: {look.px(CODE_PX)}px;')
        self.excerpt.setFixedHeight(look.px(EXCERPT_PX))
        self.editor.clicked.connect(lambda: self.editor_wished.emit(self._file.path))
        self.copy.clicked.connect(self._wish_copy)
        self.again.clicked.connect(self._wish_again)

    def _laid_out(self) -> QWidget:
        feet = QHBoxLayout()
        feet.setSpacing(SPACE_8)
        feet.addWidget(self.told, 1)
        for each in (self.copy, self.editor, self.again):
            feet.addWidget(each)
        below = QVBoxLayout()
        below.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_16)
        below.setSpacing(SPACE_12)
        below.addWidget(self.message)
        below.addWidget(self.excerpt)
        below.addLayout(feet)
        listed = QVBoxLayout()
        listed.setSpacing(0)
        listed.addWidget(self.table, 1)
        listed.addLayout(below)
        held = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, held)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addLayout(listed, 1)
        if self.map is not None:
            self._halves.addWidget(self.map, 1)
            self.map.chosen.connect(self._go_to)
        return held
