"""The form of a run's settings: who plays, how fast and when the clock holds, how much of the drill, in which words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from blackstart.core.base.words import LANGUAGES
from blackstart.core.play.commands import Participant
from blackstart.shell.run.decision_head import LARGE
from blackstart.shell.run.setup.answers import DATE, DISPLAYS, FACILITATED, PACE, PEOPLE, SELF_STUDY, START, Answers
from blackstart.shell.run.setup.facts import SetupFacts
from blackstart.shell.run.setup.leave_out import LeaveOutList
from blackstart.shell.run.setup.people_field import PeopleField
from blackstart.shell.run.setup.setup_words import display_words, holds_words, mode_words, shows_words
from blackstart.shell.support.look import LANGUAGE_NAMES, Look
from blackstart.shell.support.theme import SPACE_4, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Segments
from blackstart.shell.widgets.labels import Label, rule
from blackstart.shell.widgets.picker import Picker
from blackstart.shell.widgets.projector_sheet import IN_A_WINDOW, ScreenFace

translate = QCoreApplication.translate

NAMES_PX, NAME_TOP_PX = 132, 7


class SetupForm(QWidget):
    """Shows answers and gives them back as they stand; says at a field what is wrong there."""

    edited = Signal()

    def __init__(self, facts: SetupFacts, today: str, screens: Sequence[ScreenFace], look: Look) -> None:
        super().__init__()
        self._look = look
        self._facts = facts
        self.mode = Segments(
            (
                (FACILITATED, translate("RunSetup", "Facilitated")),
                (SELF_STUDY, translate("RunSetup", "Self-study")),
            )
        )
        self.team, self.date = QLineEdit(), QLineEdit()
        self.date.setPlaceholderText(today)
        self.people = PeopleField(translate("RunSetup", "At the table"), facts.roles, look)
        self.facilitator = QLineEdit()
        self.evaluators = PeopleField(translate("RunSetup", "Evaluators"), (), look)
        self.pace = QLineEdit()
        self.pace.setPlaceholderText(translate("RunSetup", "as the phases say ({paces})").format(paces=facts.paces))
        self.holds = Segments(
            (
                ("never", translate("RunSetup", "Keeps going")),
                ("decisions", translate("RunSetup", "At decisions")),
                ("injects", translate("RunSetup", "At injects")),
                ("both", translate("RunSetup", "At both")),
            )
        )
        self.start = Picker(look)
        self.leave_out = LeaveOutList(facts.injects, look)
        self.screens = Picker(look)
        self.screens.addItem(translate("RunSetup", "As it is now"), "")
        for screen in screens:
            self.screens.addItem(screen.name, screen.key)
        self.screens.addItem(translate("RunSetup", "In a window"), IN_A_WINDOW)
        self.display = Segments([(each, display_words(each)) for each in DISPLAYS])
        self.language = Segments([(each, LANGUAGE_NAMES[each]) for each in LANGUAGES])
        self._hints: dict[str, Label] = {}
        self._refusals: dict[str, Label] = {}
        self._of_facilitated: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._set_up()
        self._lay_out()
        self._join()

    @property
    def answers(self) -> Answers:
        """What is filled in."""
        display = self.display.key
        return Answers(
            team=self.team.text(),
            date=self.date.text(),
            people=self.people.people,
            facilitator=self.facilitator.text(),
            evaluators=tuple(each.name for each in self.evaluators.people),
            mode=self.mode.key,
            pace=self.pace.text(),
            holds=self.holds.key,
            start=self._start(),
            left_out=self.leave_out.left_out,
            screen=str(self.screens.currentData()),
            display="" if display == self._facts.display else display,
            language=self.language.key,
        )

    def show_answers(self, answers: Answers, language: str) -> None:
        """Fill the form in; `language` is that of the window."""
        self.team.setText(answers.team)
        self.date.setText(answers.date)
        self.people.show_people(answers.people)
        self.facilitator.setText(answers.facilitator)
        self.evaluators.show_people([Participant(name) for name in answers.evaluators])
        self.mode.choose(answers.mode)
        self.pace.setText(answers.pace)
        self.holds.choose(answers.holds_by)
        self._show_start(answers.start)
        self.leave_out.leave_out(answers.left_out)
        self.screens.setCurrentIndex(max(self.screens.findData(answers.screen), 0))
        self.display.choose(answers.display or self._facts.display)
        self.language.choose(answers.language or language)
        self._follow()

    def take_typed(self) -> None:
        """Take in names that were typed without an Enter behind them."""
        self.people.take_typed()
        self.evaluators.take_typed()

    def show_refusals(self, refusals: Mapping[str, str]) -> None:
        """Say at each field what is wrong there."""
        for name, field in ((DATE, self.date), (PACE, self.pace), (START, self.start)):
            sentence = refusals.get(name, "")
            self._refusals[name].setText(sentence)
            self._refusals[name].setVisible(bool(sentence))
            field.setProperty("refused", "true" if sentence else "false")
            field.style().polish(field)
        self.people.refuse(refusals.get(PEOPLE, ""))

    def field(self, name: str) -> QWidget:
        """The field in which something is wrong."""
        return {DATE: self.date, PACE: self.pace, START: self.start}.get(name, self.people.line)

    def _start(self) -> str:
        """The time behind the words that are chosen, else the words as typed."""
        typed = self.start.currentText().strip()
        known = self.start.findText(typed, Qt.MatchFlag.MatchFixedString | Qt.MatchFlag.MatchCaseSensitive)
        return str(self.start.itemData(known)) if known >= 0 else typed

    def _set_up(self) -> None:
        self.start.setEditable(True)
        self.start.setInsertPolicy(Picker.InsertPolicy.NoInsert)
        self.start.setProperty("role", "list")
        self.start.setMaxVisibleItems(12)
        self.start.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._list_starts(self._facts.starts)

    def _list_starts(self, starts: Sequence[tuple[str, str]]) -> None:
        """Offer these times, and keep what is filled in."""
        before = self._start()
        self.start.blockSignals(True)
        self.start.clear()
        self.start.addItem(translate("RunSetup", "From the beginning"), "")
        for time, words in starts:
            self.start.addItem(words, time)
        self._show_start(before)
        self.start.blockSignals(False)

    def _show_start(self, time: str) -> None:
        known = self.start.findData(time)
        self.start.setCurrentIndex(known)
        if known < 0:
            self.start.setEditText(time)

    def _join(self) -> None:
        for line in (self.team, self.date, self.facilitator, self.pace):
            line.textEdited.connect(self.edited)
        for row in (self.holds, self.display, self.language, self.mode):
            row.picked.connect(self._follow)
            row.picked.connect(self.edited)
        for field in (self.people, self.evaluators, self.leave_out):
            field.changed.connect(self.edited)
        self.leave_out.changed.connect(self._follow)
        self.start.editTextChanged.connect(self.edited)
        self.screens.currentIndexChanged.connect(self.edited)

    def _follow(self) -> None:
        """Say in words what is chosen, and offer only what fits together."""
        is_alone = self.mode.key == SELF_STUDY
        for part in self._of_facilitated:
            part.setVisible(not is_alone)
        self._list_starts(self._facts.phases if is_alone else self._facts.starts)
        for key in ("never", "injects"):
            self.holds.button(key).setEnabled(not is_alone)
        if is_alone and self.holds.key in ("never", "injects"):
            self.holds.choose("both" if self.holds.key == "injects" else "decisions")
        for name, words in (
            ("mode", mode_words(self.mode.key)),
            ("holds", holds_words(self.holds.key)),
            ("display", shows_words(self.display.key)),
            ("leave_out", self._count_words()),
        ):
            self._hints[name].setText(words)
        for row in (self.mode, self.holds, self.display, self.language):
            row.choose(row.key)  # so that Tab stops at what is chosen
        self.updateGeometry()

    def _count_words(self) -> str:
        out, whole = len(self.leave_out.left_out), len(self._facts.injects)
        if not out:
            return translate("RunSetup", "All {count} injects come.").format(count=whole)
        words = translate("RunSetup", "Left out with their effects: {count} of {whole}.")
        return words.format(count=out, whole=whole)

    def _lay_out(self) -> None:
        grid = self._grid
        grid.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_20)
        grid.setHorizontalSpacing(SPACE_20)
        grid.setVerticalSpacing(SPACE_12)
        grid.setColumnStretch(1, 1)
        if self._look.text_size <= LARGE:
            grid.setColumnMinimumWidth(0, self._look.px(NAMES_PX))
        self._add("mode", translate("RunSetup", "How it is played"), self.mode)
        self._rule()
        self._add("team", translate("RunSetup", "Team"), self.team)
        self._add(DATE, translate("RunSetup", "Date"), self.date)
        self._add(PEOPLE, translate("RunSetup", "At the table"), self.people)
        for name, words, part in (
            ("facilitator", translate("RunSetup", "Facilitator"), self.facilitator),
            ("evaluators", translate("RunSetup", "Evaluators"), self.evaluators),
        ):
            self._of_facilitated += self._add(name, words, part)
        self._rule()
        self._add(PACE, translate("RunSetup", "Pace"), self.pace)
        self._add("holds", translate("RunSetup", "The clock"), self.holds)
        self._add(START, translate("RunSetup", "Begins at"), self.start)
        self._of_facilitated += self._add("leave_out", translate("RunSetup", "Injects"), self.leave_out)
        self._rule()
        self._of_facilitated += self._add("display", translate("RunSetup", "Participants see"), self.display)
        self._of_facilitated += self._add("screen", translate("RunSetup", "On screen"), self.screens)
        self._add("language", translate("RunSetup", "Words of the run"), self.language)

    def _add(self, key: str, name: str, part: QWidget) -> list[QWidget]:
        """Put a field beside its name, or below it where words are large; returns what belongs to the row."""
        if isinstance(part, Segments):
            part.name(name)
        elif not isinstance(part, PeopleField):
            part.setAccessibleName(name)
        label = Label(name, wraps=True)
        hint, refusal = Label(role="hint", wraps=True), Label(role="strong", wraps=True)
        held = QWidget()
        cell = QVBoxLayout(held)
        cell.setContentsMargins(0, 0, 0, 0)
        cell.setSpacing(SPACE_4)
        cell.addWidget(_framed(part) if part is self.leave_out else part)
        if key in ("mode", "holds", "display", "leave_out"):
            self._hints[key] = hint
            cell.addWidget(hint)
        if key == PEOPLE:
            hint.setText(translate("RunSetup", "Names stay on this machine and in the record of the run."))
            cell.addWidget(hint)
        if key in (DATE, PACE, START):
            self._refusals[key] = refusal
            refusal.hide()
            cell.addWidget(refusal)
        row = self._grid.rowCount()
        if self._look.text_size > LARGE:
            self._grid.addWidget(label, row, 0, 1, 2)
            self._grid.addWidget(held, row + 1, 0, 1, 2)
        else:
            label.setContentsMargins(0, self._look.px(NAME_TOP_PX), 0, 0)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(held, row, 1)
        return [label, held]

    def _rule(self) -> None:
        self._grid.addWidget(rule(), self._grid.rowCount(), 0, 1, 2)


def _framed(part: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
    column.addWidget(part)
    return frame
