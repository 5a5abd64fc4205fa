"""A crew: how many hands it has, what it is doing, and what waits for it in order."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from blackstart.shell.run.deeds.works import CrewSheet, Work
from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_CONTROL, SPACE_4, SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.support.tips import tip
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OFF = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class CrewBox(QWidget):
    """A heading, and a row for each work; nothing below it where the crew is free."""

    call_off_wished = Signal(object)  # Work
    move_wished = Signal(object, int)  # Work, -1 to the front or 1 to the back
    forced = Signal(object, bool)  # Work, by the facilitator: whether it is done now, or else called off

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.name = Label(role="strong", wraps=True)
        self.hands = Label(role="hint")
        self.rows: list[WorkRow] = []
        head = QHBoxLayout()
        head.setSpacing(SPACE_12)
        head.addWidget(self.name, 1)
        head.addWidget(self.hands, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, 0)
        self._column.setSpacing(SPACE_4)
        self._column.addLayout(head)

    def show_crew(self, sheet: CrewSheet) -> None:
        """Show how a crew stands; rows stay where they are as long as they are as many."""
        self.name.setText(sheet.name)
        self.hands.setText(_hands(sheet))
        while len(self.rows) > len(sheet.works):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()  # it is gone only after the next frame
            row.deleteLater()
        while len(self.rows) < len(sheet.works):
            row = WorkRow(self._look)
            row.call_off_wished.connect(self.call_off_wished)
            row.move_wished.connect(self._move)
            row.forced.connect(self.forced)
            self.rows.append(row)
            self._column.addWidget(row)
        waiting = [work.turn for work in sheet.works if not work.is_running]
        for row, work in zip(self.rows, sheet.works, strict=True):
            place = waiting.index(work.turn) if work.turn in waiting else None
            row.show_work(work, place, len(waiting))

    def _move(self, work: Work, by: int) -> None:
        """Hand it on; the focus goes along with what is moved."""
        here = next((number for number, row in enumerate(self.rows) if row.hasFocus()), None)
        self.move_wished.emit(work, by)
        if here is not None and 0 <= here + by < len(self.rows):
            self.rows[here + by].setFocus()


class WorkRow(QWidget):
    """A work: its place in the queue, its words, and what moves it or calls it off."""

    call_off_wished = Signal(object)
    move_wished = Signal(object, int)
    forced = Signal(object, bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._work: Work | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = Label(wraps=True)
        self.standing = Label(role="secondary", wraps=True)
        self.up = _small("↑", look)
        self.down = _small("↓", look)
        self.off = _small("×", look)
        self.up.clicked.connect(self._to_the_front)
        self.down.clicked.connect(self._to_the_back)
        self.off.clicked.connect(self._call_off)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.words)
        said.addWidget(self.standing)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_8, SPACE_4, SPACE_4, SPACE_4)
        row.setSpacing(SPACE_4)
        row.addLayout(said, 1)
        for button in (self.up, self.down, self.off):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_work(self, work: Work, place: int | None, waiting: int) -> None:
        """Show a work that is being done, or stands at a place (from 0) among so many that wait."""
        self._work = work
        self.words.setText(work.name if place is None else f"{place + 1}.  {work.name}")
        self.standing.setText(work.standing)
        self.up.setVisible(place is not None and place > 0)
        self.down.setVisible(place is not None and place < waiting - 1)
        self.off.setVisible(work.can_be_moved)
        for button, words in (
            (self.up, translate("Crews", "Earlier: {name}")),
            (self.down, translate("Crews", "Later: {name}")),
            (self.off, translate("Crews", "Call off: {name}")),
        ):
            button.setAccessibleName(words.format(name=work.name))
            button.setToolTip(tip(words.format(name=work.name)))
        self.setAccessibleName(f"{self.words.text()}, {work.standing}")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.made_menu()
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())

    def made_menu(self) -> QMenu | None:
        """Return what the facilitator can do with the work; None = nothing."""
        work = self._work
        if work is None or not work.ceasing:
            return None
        menu = QMenu(self)
        heading = menu.addAction(translate("ComponentMenu", "Facilitator"))
        heading.setIcon(icon("eyeoff", self._look.theme.color("tx3")))
        heading.setEnabled(False)
        if work.ending:
            done = menu.addAction(translate("Crews", "Let it be done now"))
            done.triggered.connect(partial(self.forced.emit, work, True))
        off = menu.addAction(translate("Crews", "Call it off"))
        off.triggered.connect(partial(self.forced.emit, work, False))
        return menu

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._wants(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._wants(event) or self._work is None:
            super().keyPressEvent(event)
        elif Qt.Key(event.key()) in _STEPS:
            self.move_wished.emit(self._work, _STEPS[Qt.Key(event.key())])
        elif not self.off.isHidden():
            self._call_off()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        painter.setPen(QPen(theme.color("ink" if self.hasFocus() else "ln"), 1.0))
        painter.setBrush(theme.color("bg2"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
        painter.end()

    def _wants(self, event: QKeyEvent) -> bool:
        key, keys = Qt.Key(event.key()), event.modifiers()
        is_alt = keys == Qt.KeyboardModifier.AltModifier
        return (is_alt and key in _STEPS) or (keys == Qt.KeyboardModifier.NoModifier and key in _OFF)

    def _to_the_front(self) -> None:
        self.move_wished.emit(self._work, -1)

    def _to_the_back(self) -> None:
        self.move_wished.emit(self._work, 1)

    def _call_off(self) -> None:
        self.call_off_wished.emit(self._work)


def _small(sign: str, look: Look) -> Button:
    return Button(sign, look, role="add")


def _hands(sheet: CrewSheet) -> str:
    """Say how many of a crew's hands are taken."""
    if sheet.id is None:
        return ""
    if not sheet.busy:
        return translate("Crews", "free")
    return translate("Crews", "{busy} of {size} at work").format(busy=sheet.busy, size=sheet.size)
