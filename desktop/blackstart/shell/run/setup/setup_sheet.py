"""The sheet on which a run is set up, and from which it begins."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from blackstart.shell.run.setup.answers import Answers
from blackstart.shell.run.setup.facts import SetupFacts
from blackstart.shell.run.setup.setup_form import SetupForm
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.key_button import KeyButton
from blackstart.shell.widgets.projector_sheet import ScreenFace
from blackstart.shell.widgets.titled_sheet import TitledSheet

translate = QCoreApplication.translate

WIDTH_PX = 840
BEGIN_KEY = "Ctrl+Enter"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SetupSheet(TitledSheet):
    """Emits wishes with what is filled in; closing it keeps that."""

    edited = Signal(object)  # Answers
    begin_wished = Signal(object)  # Answers
    rehearse_wished = Signal(object)  # Answers
    brief_wished = Signal(object)  # Answers

    def __init__(self, facts: SetupFacts, today: str, screens: Sequence[ScreenFace], look: Look) -> None:
        super().__init__(look, WIDTH_PX)
        self.form = SetupForm(facts, today, screens, look)
        self.rehearse = Button(translate("RunSetup", "Rehearse"), look)
        self.brief = Button(translate("RunSetup", "Read out the brief"), look)
        self.begin = KeyButton(translate("RunSetup", "Begin the run"), BEGIN_KEY, look, "run", "primary")
        self.form.edited.connect(self._tell)
        self.rehearse.clicked.connect(self._wish_rehearsal)
        self.brief.clicked.connect(self._wish_brief)
        self.begin.clicked.connect(self.wish_begin)
        self.fill(translate("RunSetup", "Set up a run"), self.form, self._buttons())

    def show_answers(self, answers: Answers, language: str) -> None:
        self.form.show_answers(answers, language)

    def show_refusals(self, refusals: dict[str, str]) -> None:
        """Say what is wrong, and put the focus there."""
        self.form.show_refusals(refusals)
        if refusals:
            field = self.form.field(next(iter(refusals)))
            field.setFocus()
            if self._scroll is not None:
                self._scroll.ensureWidgetVisible(field)

    def wish_begin(self) -> None:
        """Begin with what stands here, names without an Enter behind them too."""
        self.form.take_typed()
        self.begin_wished.emit(self.form.answers)

    def first_stop(self) -> QWidget | None:
        return self.form.team

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if Qt.Key(event.key()) in _ENTER and is_control:
            self.wish_begin()
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def _tell(self) -> None:
        self.edited.emit(self.form.answers)

    def _wish_rehearsal(self) -> None:
        self.form.take_typed()
        self.rehearse_wished.emit(self.form.answers)

    def _wish_brief(self) -> None:
        self.form.take_typed()
        self.brief_wished.emit(self.form.answers)

    def _buttons(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        row.setSpacing(SPACE_8)
        row.addWidget(self.rehearse)
        row.addWidget(self.brief)
        row.addStretch(1)
        row.addWidget(self.begin)
        return held
