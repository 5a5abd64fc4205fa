"""What is known of the chosen drill before it is opened: its map, purpose, roles, sources; and what can be done."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from blackstart.core.record.rows import RunRow
from blackstart.shell.library.map_plate import MapPlate
from blackstart.shell.library.thumbnails import Thumbnails
from blackstart.shell.library.volume import Volume
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.icon_mark import IconMark
from blackstart.shell.widgets.labels import Label, rule

translate = QCoreApplication.translate

WIDTH_PX, ROLE_PX = 366, 114


class DetailPanel(QWidget):
    """Stands beside the gallery, or lies over it as a sheet where there is no room for both."""

    open_wished = Signal()
    setup_wished = Signal()
    rehearsal_wished = Signal()
    continue_wished = Signal(object)  # RunRow
    drop_wished = Signal(object)  # Path
    close_wished = Signal()

    def __init__(self, thumbnails: Thumbnails, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._volume: Volume | None = None
        self._unfinished: RunRow | None = None
        self._are_sources_shown = False
        self.plate = MapPlate(thumbnails, look)
        self.body = QScrollArea()
        self.open = Button(translate("Library", "Open"), look, "run", "primary")
        self.go_on = Button(translate("Library", "Continue run"), look)
        self.close_sheet = Button(translate("Library", "Close"), look, role="quiet")
        self.setup = Button(translate("Library", "Set up a run"), look)
        self.rehearse = Button(translate("Library", "Rehearse"), look)
        self._lay_out()
        self.open.clicked.connect(self.open_wished)
        self.go_on.clicked.connect(self._continue)
        self.close_sheet.clicked.connect(self.close_wished)
        self.setup.clicked.connect(self.setup_wished)
        self.rehearse.clicked.connect(self.rehearsal_wished)

    def show_volume(self, volume: Volume) -> None:
        """Show another drill, or the same with more known of it."""
        if self._volume is None or volume.path != self._volume.path:
            self._are_sources_shown = False
            self.body.verticalScrollBar().setValue(0)
        self._volume = volume
        self.plate.show_volume(volume)
        self._fill()
        self.open.setText(self._open_words(volume))
        self.setup.setVisible(volume.has_script)
        self.rehearse.setVisible(volume.has_script)

    def show_unfinished(self, row: RunRow | None) -> None:
        """Offer to go on with a run of the drill, or not."""
        self._unfinished = row
        self.go_on.setVisible(row is not None)

    def show_as_sheet(self, *, is_sheet: bool) -> None:
        self.close_sheet.setVisible(is_sheet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.close_sheet.isHidden():
            self.close_wished.emit()
            return
        super().keyPressEvent(event)

    def _open_words(self, volume: Volume) -> str:
        words = translate("Library", "Try again") if volume.fault else translate("Library", "Open")
        return f"\u2002{words}"

    def _continue(self) -> None:
        if self._unfinished is not None:
            self.continue_wished.emit(self._unfinished)

    def _drop(self) -> None:
        if self._volume is not None:
            self.drop_wished.emit(self._volume.path)

    def _show_sources(self) -> None:
        self._are_sources_shown = not self._are_sources_shown
        self._fill()

    def _fill(self) -> None:
        """Lay out everything there is to tell; what a drill does not say has no heading."""
        volume = self._volume
        if volume is None:
            return
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_4)
        if volume.scene is not None:
            column.addWidget(Label(volume.scene_words, role="meta", wraps=True))
            column.addSpacing(SPACE_4)
        column.addWidget(Label(volume.title, role="panel-title", wraps=True))
        for words, role in ((volume.counts, "hint"), (volume.fault, "strong"), (volume.brief, "soft")):
            if words:
                column.addSpacing(SPACE_4)
                column.addWidget(Label(words, role=role, wraps=True))
        if volume.practise:
            _add_section(column, translate("Library", "You will practise"), self._practise(volume))
        if volume.roles:
            _add_section(column, translate("Library", "Roles"), self._roles(volume))
        self._add_notes(column, volume)
        column.addStretch(1)
        at = self.body.verticalScrollBar().value()
        self.body.setWidget(body)
        self.body.verticalScrollBar().setValue(at)

    def _practise(self, volume: Volume) -> QLayout:
        rows = QGridLayout()
        rows.setHorizontalSpacing(SPACE_8)
        rows.setVerticalSpacing(SPACE_4)
        rows.setColumnStretch(1, 1)
        for number, words in enumerate(volume.practise):
            rows.addWidget(rule(), 2 * number, 0, 1, 2)
            rows.addWidget(IconMark("check", self._look, 14), 2 * number + 1, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(Label(words, wraps=True), 2 * number + 1, 1)
        return rows

    def _roles(self, volume: Volume) -> QLayout:
        rows = QGridLayout()
        rows.setHorizontalSpacing(SPACE_12)
        rows.setVerticalSpacing(SPACE_4)
        rows.setColumnMinimumWidth(0, self._look.px(ROLE_PX))
        rows.setColumnStretch(1, 1)
        for number, (name, about) in enumerate(volume.roles):
            rows.addWidget(rule(), 2 * number, 0, 1, 2)
            named = Label(name, wraps=True)
            named.setMaximumWidth(self._look.px(ROLE_PX))
            rows.addWidget(named, 2 * number + 1, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(Label(about, role="secondary", wraps=True), 2 * number + 1, 1)
        return rows

    def _add_notes(self, column: QVBoxLayout, volume: Volume) -> None:
        column.addSpacing(SPACE_12)
        if volume.note:
            column.addWidget(Label(volume.note, role="hint", wraps=True))
        if volume.sources:
            words = translate("Library", "Sources ({count})").format(count=len(volume.sources))
            link = Button(words, self._look, role="link")
            link.clicked.connect(self._show_sources)
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if self._are_sources_shown:
            for source in volume.sources:
                column.addWidget(Label(source, role="hint", wraps=True))
        if volume.is_yours:
            column.addWidget(Label(str(volume.path), role="hint", wraps=True))
            drop = Button(translate("Library", "Take off the shelf"), self._look, role="link")
            drop.clicked.connect(self._drop)
            column.addWidget(drop, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        self.body.setWidgetResizable(True)
        self.body.setFrameShape(QFrame.Shape.NoFrame)
        self.body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.body.setAccessibleName(translate("Library", "About the exercise"))
        self.go_on.hide()
        self.close_sheet.hide()
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        foot.setSpacing(SPACE_8)
        for parts in ((self.open, self.go_on, self.close_sheet), (self.setup, self.rehearse)):
            row = QHBoxLayout()
            row.setSpacing(SPACE_8)
            row.addWidget(parts[0], 1)
            for part in parts[1:]:
                row.addWidget(part)
            foot.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.plate)
        column.addWidget(self.body, 1)
        column.addWidget(rule())
        column.addLayout(foot)


def _add_section(column: QVBoxLayout, heading: str, rows: QLayout) -> None:
    column.addSpacing(SPACE_20)
    column.addWidget(Label(heading, role="strong"))
    column.addLayout(rows)
