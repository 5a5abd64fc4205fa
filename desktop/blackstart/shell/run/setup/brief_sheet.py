"""What is read out before a run, in words that can be read from the back of the room."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from blackstart.core.base.words import Words
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Begin, Participant
from blackstart.shell.run.sheets import exercise_of
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_20, SPACE_28
from blackstart.shell.widgets.labels import Label, rule
from blackstart.shell.widgets.titled_sheet import TitledSheet

translate = QCoreApplication.translate

WIDTH_PX = 4000  # as wide as the window
TITLE_PX, HEAD_PX, WORDS_PX, ROLE_PX = 30, 16, 22, 240
MOST_WIDE_PX = 1120  # longer lines are not read


@dataclass(frozen=True, slots=True)
class Brief:
    """What there is to read out; what a drill does not say is empty.

    Attributes
    ----------
    roles : tuple of (str, str, str)
        Name, what it is there for, and who wears it.
    rules : tuple of str
        How it is played, a sentence each.
    """

    title: str
    purpose: str
    note: str
    objectives: tuple[str, ...]
    rules: tuple[str, ...]
    roles: tuple[tuple[str, str, str], ...]


def brief_of(drill: Drill, settings: Begin, words: Words) -> Brief:
    """Return the brief of a drill with a script for a run with these settings."""
    exercise, language = exercise_of(drill), words.language
    return Brief(
        title=drill.title.to(language),
        purpose=exercise.brief.to(language) if exercise.brief else drill.summary.to(language) if drill.summary else "",
        note=drill.content_note.to(language) if drill.content_note else "",
        objectives=tuple(each.text.to(language) for each in exercise.objectives),
        rules=_rules(settings),
        roles=tuple(
            (
                role.name.to(language) if role.name else str(role.id),
                role.about.to(language) if role.about else "",
                _wearers(settings.participants, str(role.id)),
            )
            for role in exercise.roles
        ),
    )


def _wearers(participants: tuple[Participant, ...], role: str) -> str:
    return ", ".join(each.name for each in participants if role in each.roles)


def _rules(settings: Begin) -> tuple[str, ...]:
    rules = {
        "never": translate("Brief", "The clock keeps going while you talk, unless somebody holds it."),
        "decisions": translate("Brief", "The clock holds when you are asked to decide, until you have."),
        "injects": translate("Brief", "The clock holds whenever something is reported."),
        "both": translate("Brief", "The clock holds whenever something is reported or you are asked to decide."),
    }
    everyone = (
        translate("Brief", "What the map does follows from what it shows and from what you do; no result is scripted."),
        translate("Brief", "Objectives are rated, never people."),
    )
    if settings.mode == "self_study":
        alone = translate("Brief", "You play alone. After each decision you are told what follows from it.")
        return (rules[settings.holds], alone, everyone[0])
    return (rules[settings.holds], *everyone)


class BriefSheet(TitledSheet):
    """Covers the window; arrows and Page keys scroll."""

    def __init__(self, brief: Brief, look: Look) -> None:
        super().__init__(look, WIDTH_PX)
        held = QWidget()
        whole = QHBoxLayout(held)
        whole.setContentsMargins(SPACE_28, SPACE_20, SPACE_28, SPACE_28)
        whole.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(look.px(MOST_WIDE_PX))
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._objectives: list[QLabel] = []
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_12)
        whole.addWidget(inner, 1000)
        whole.addStretch(1)
        self._write(brief)
        self._column.addStretch(1)
        self._area: QScrollArea = self.fill(translate("Brief", "Brief"), held)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._area.setAccessibleName(brief.title)

    def wanted_height(self, width: int) -> int:
        page = self.parentWidget()
        return page.height() if page is not None else 0

    def first_stop(self) -> QWidget | None:
        return self._area  # so that the arrows scroll at once

    def show_objective(self, number: int) -> None:
        """Let one of the objectives, counted from 0, be seen at a glance."""
        label = self._objectives[number]
        label.setStyleSheet(self._style(WORDS_PX, is_bold=True))
        self._column.activate()
        self._area.ensureWidgetVisible(label)

    def _write(self, brief: Brief) -> None:
        self._add(brief.title, TITLE_PX, is_bold=True)
        for words, px in ((brief.purpose, WORDS_PX), (brief.note, HEAD_PX)):
            if words:
                self._add(words, px)
        self._objectives = self._add_lines(translate("Brief", "What we practise"), brief.objectives)
        self._add_lines(translate("Brief", "How it is played"), brief.rules)
        if brief.roles:
            self._add_heading(translate("Brief", "Roles"))
            self._column.addLayout(self._roles(brief))

    def _roles(self, brief: Brief) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_28)
        grid.setVerticalSpacing(SPACE_12)
        grid.setColumnStretch(1, 1)
        for row, (name, about, who) in enumerate(brief.roles):
            named = self._label(name, WORDS_PX, is_bold=True)
            named.setFixedWidth(self._look.px(ROLE_PX))
            cell = QVBoxLayout()
            for words in (who, about):
                if words:
                    cell.addWidget(self._label(words, WORDS_PX))
            grid.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(cell, row, 1)
        return grid

    def _add_lines(self, heading: str, lines: tuple[str, ...]) -> list[QLabel]:
        if lines:
            self._add_heading(heading)
        return [self._add(line, WORDS_PX) for line in lines]

    def _add_heading(self, words: str) -> None:
        self._column.addSpacing(SPACE_8)
        self._column.addWidget(rule())
        label = self._label(words, HEAD_PX, is_bold=True)
        self._column.addWidget(label)

    def _add(self, words: str, px: int, *, is_bold: bool = False) -> QLabel:
        label = self._label(words, px, is_bold=is_bold)
        self._column.addWidget(label)
        return label

    def _label(self, words: str, px: int, *, is_bold: bool = False) -> QLabel:
        label = Label(words, wraps=True)
        label.setStyleSheet(self._style(px, is_bold=is_bold))
        return label

    def _style(self, px: int, *, is_bold: bool) -> str:
        """A style sheet of its own, because that of the program sets the size of all words."""
        return f"font-size: {self._look.px(px)}px; font-weight: {'bold' if is_bold else 'normal'};"
