"""The console's top bar: clock, play and hold, next event, pace, and what is being played."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from blackstart.shell.run.projector_button import ProjectorButton
from blackstart.shell.run.sheets import ClockSheet, DrillSheet
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import Button, Segments
from blackstart.shell.widgets.clock_face import ClockFace
from blackstart.shell.widgets.day_line import day_line
from blackstart.shell.widgets.labels import Label, OneLine, rule
from blackstart.shell.widgets.word_wrap import before_colon

translate = QCoreApplication.translate

HEIGHT_PX, DAY_PX, LEAST_TITLES_PX = 76, 112, 240
BUTTON_PX, MOST_BUTTON_PX = 40, 64  # high: however large the words are, the bar is not
LEAST_PACE, MOST_PACE = 1, 600
PACES = (1, 4, 20)
PHASE = "phase"  # the fourth button: whatever the phase asks for


class ClockBar(QWidget):
    """Shows how the clock stands and emits wishes."""

    play_wished = Signal()  # play, or hold
    step_wished = Signal()
    pace_wished = Signal(int)
    refused = Signal(str)  # one sentence: which paces there are
    left = Signal()  # the pace was typed
    end_wished = Signal()
    rearranged = Signal()  # it is higher or lower than before

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sheet: ClockSheet | None = None
        self._team = self._table_time = ""
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows = 0
        self._grid = QGridLayout(self)
        self._time, self._buttons, self._titles = (QWidget() for _ in range(3))
        self._line = rule(is_vertical=True)
        self.clock = ClockFace(look)
        self.caption = Label(translate("ClockBar", "Scenario clock"))
        self.day = Label(role="secondary")
        self.play = Button("", look, "run", "primary")
        self.step = Button("", look, "step")
        self.paces = Segments([*((str(pace), f"{pace}×") for pace in PACES), (PHASE, "")])
        self.pace = QLineEdit()
        self.title = OneLine("strong", Qt.AlignmentFlag.AlignRight)
        self.team = OneLine("secondary", Qt.AlignmentFlag.AlignRight)
        self.projector = ProjectorButton(look)
        self.end = Button(translate("ClockBar", "End…"), look)
        self._set_up()
        self._lay_out()

    def show_clock(self, sheet: ClockSheet) -> None:
        if sheet == self._sheet:
            return
        self._sheet = sheet
        self.clock.show_time(sheet.now, is_running=sheet.is_running)
        self.day.setText(self._second_line(sheet))
        self.play.show_icon("pause" if sheet.is_running else "run")
        name = translate("ClockBar", "Hold the clock") if sheet.is_running else translate("ClockBar", "Play")
        self.play.setAccessibleName(name)
        self.play.setToolTip(name)
        for part in (self.play, self.step, self.paces, self.pace):
            part.setEnabled(not sheet.is_ended)
        self.end.setEnabled(sheet.is_begun and not sheet.is_ended)
        if not self.pace.hasFocus():
            self._show_pace(sheet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) is Qt.Key.Key_Escape and self._sheet is not None:
            self._show_pace(self._sheet)  # what was typed is dropped
        super().keyPressEvent(event)

    def show_drill(self, sheet: DrillSheet) -> None:
        self.title.say(sheet.title, before_colon(sheet.title))
        self._team = sheet.team
        self._say_below()

    def show_table_time(self, words: str) -> None:
        """Say how long everybody has been at the table."""
        self._table_time = words
        self._say_below()

    def _say_below(self) -> None:
        said = " · ".join(words for words in (self._team, self._table_time) if words)
        self.team.say(said, self._table_time)
        self.team.setVisible(bool(said))

    def _set_up(self) -> None:
        px = self._look.px
        height = min(px(BUTTON_PX), MOST_BUTTON_PX)
        self.play.setFixedSize(px(56), height)
        self.step.setFixedSize(px(44), height)
        for key in (*map(str, PACES), PHASE):
            self.paces.button(key).setFixedHeight(height)
        self.pace.setFixedHeight(height)
        self.end.setFixedHeight(height)
        self.projector.setFixedHeight(height)
        self.step.setAccessibleName(translate("ClockBar", "To the next event"))
        self.step.setToolTip(translate("ClockBar", "To the next event"))
        self.end.setAccessibleName(translate("ClockBar", "End the exercise"))
        self.end.setToolTip(translate("ClockBar", "End the exercise"))
        self.paces.setFixedWidth(px(250))
        self.paces.setAccessibleName(translate("ClockBar", "Pace"))
        self.pace.setFixedWidth(px(64))
        self.pace.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pace.setAccessibleName(translate("ClockBar", "Exercise seconds per second"))
        self.play.clicked.connect(self.play_wished)
        self.step.clicked.connect(self.step_wished)
        self.end.clicked.connect(self.end_wished)
        self.paces.picked.connect(self._pick_pace)
        self.pace.editingFinished.connect(self._type_pace)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self.caption.setProperty("role", "secondary")
        self.day.setMinimumWidth(self._look.px(DAY_PX))  # else the buttons would move whenever the clock is held
        time = _row(self._time, SPACE_16)
        time.addWidget(self.clock)
        time.addLayout(_column(self.caption, self.day))
        self._line.setFixedHeight(44)
        buttons = _row(self._buttons, 0)
        gaps = (
            (self._line, SPACE_16),
            (self.play, SPACE_8),
            (self.step, SPACE_16),
            (self.paces, SPACE_12),
            (self.pace, 0),
        )
        for part, gap in gaps:
            buttons.addWidget(part)
            buttons.addSpacing(gap)
        titles = _row(self._titles, SPACE_16)
        titles.addLayout(_column(self.title, self.team), 1)
        titles.addWidget(self.projector)
        titles.addWidget(self.end)
        self._titles.setMinimumWidth(self._look.px(LEAST_TITLES_PX))
        self._grid.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        self._grid.setHorizontalSpacing(SPACE_16)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(2, 1)
        self._arrange()

    def _arrange(self) -> None:
        """Put everything into one row, or the buttons into a second one where it is too wide for that."""
        parts = (self._time, self._buttons, self._titles)
        needed = sum(part.minimumSizeHint().width() for part in (self._time, self._buttons)) + 4 * SPACE_16
        rows = 1 if needed + self._titles.minimumWidth() <= self.width() else 2
        if rows == self._rows:
            return
        self._rows = rows
        self._line.setVisible(rows == 1)
        for part in parts:
            self._grid.removeWidget(part)
        self._grid.addWidget(self._time, 0, 0)
        self._grid.addWidget(self._titles, 0, 2)
        left = Qt.AlignmentFlag.AlignLeft
        if rows == 1:
            self._grid.addWidget(self._buttons, 0, 1, left)
        else:
            self._grid.addWidget(self._buttons, 1, 0, 1, 3, left)
        for row in (0, 1):
            self._grid.setRowMinimumHeight(row, HEIGHT_PX if row < rows else 0)
        self.setFixedHeight(rows * HEIGHT_PX)
        self.rearranged.emit()

    def _second_line(self, sheet: ClockSheet) -> str:
        if sheet.is_ended:
            return translate("ClockBar", "Ended")
        if not sheet.is_running:
            return translate("ClockBar", "Paused")
        if sheet.day is None or sheet.starts is None:
            return ""
        return day_line(sheet.day, sheet.starts, self._look.locale)

    def _show_pace(self, sheet: ClockSheet) -> None:
        self.paces.button(PHASE).setText(translate("ClockBar", "Phase {pace}×").format(pace=sheet.phase_pace))
        self.paces.choose(PHASE if sheet.pace == sheet.phase_pace else str(sheet.pace))
        self.pace.setText(f"{sheet.pace}×")

    def _pick_pace(self, key: str) -> None:
        sheet = self._sheet
        if sheet is not None:
            self.pace_wished.emit(sheet.phase_pace if key == PHASE else int(key))
            self._show_pace(self._sheet or sheet)  # what was refused is not shown as chosen

    def _type_pace(self) -> None:
        sheet, typed = self._sheet, self.pace.text().strip().removesuffix("×").strip()
        if sheet is None:
            return
        self._show_pace(sheet)  # first, for the field is done with a second time when it loses the focus
        if self.pace.hasFocus():
            self.left.emit()
        if typed in ("", str(sheet.pace)):
            return
        if typed.isdecimal() and LEAST_PACE <= int(typed) <= MOST_PACE:
            self.pace_wished.emit(int(typed))
            self._show_pace(self._sheet or sheet)
            return
        words = translate("ClockBar", "The pace stays as it was: {typed} is not a whole number from {least} to {most}.")
        self.refused.emit(words.format(typed=typed, least=LEAST_PACE, most=MOST_PACE))


def _row(held: QWidget, spacing: int) -> QHBoxLayout:
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    return row


def _column(upper: QWidget, lower: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE_4)
    column.addStretch(1)
    column.addWidget(upper)
    column.addWidget(lower)
    column.addStretch(1)
    return column
