"""What is wrong with a drill file: every fault with its line, and the lines around the one that is chosen."""

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontDatabase, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPlainTextEdit, QTableView, QTextEdit, QVBoxLayout, QWidget

from blackstart.core.base.findings import Finding
from blackstart.shell.document.faulty import FaultyFile
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label, OneLine
from blackstart.shell.widgets.titled_sheet import TitledSheet
from blackstart.shell.window.faults_model import LINE, PLACE, WHAT, FaultsModel

translate = QCoreApplication.translate

WIDTH_PX, HEIGHT_PX, LEAST_PX = 960, 600, 440
ROW_PX, LINE_PX, PLACE_PX, CODE_PX, EXCERPT_PX = 30, 64, 280, 12, 144


class FaultSheet(TitledSheet):
    """Takes a faulty file in; what was open before stays open below it."""

    editor_wished = Signal(object)  # Path
    copy_wished = Signal(str)  # what is to lie on the clipboard
    again_wished = Signal(object)  # Path: it has been mended

    def __init__(self, file: FaultyFile, look: Look) -> None:
        super().__init__(look, WIDTH_PX)
        self._file = file
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
        self.table.selectRow(0)

    def first_stop(self) -> QWidget | None:
        return self.table

    def wanted_height(self, width: int) -> int:
        return self._look.px(HEIGHT_PX)

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
        self.message.setText(finding.message)
        lines = self._file.around(finding)
        self.excerpt.setPlainText("\n".join(f"{line.number:>6}  {line.words}" for line in lines))
        self.excerpt.setVisible(bool(lines))
        marks = [place for place, line in enumerate(lines) if line.number == finding.line]
        self.excerpt.setExtraSelections([self._mark(place) for place in marks])

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
        held = QWidget()
        page = QVBoxLayout(held)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.table, 1)
        page.addLayout(below)
        return held
