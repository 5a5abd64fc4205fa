"""The sheet of a rehearsal: how far it is, then what was found, and how long a run takes."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from blackstart.core.base.simtime import clock_face
from blackstart.core.play.lengths import Length
from blackstart.core.play.rehearsal_telling import finding
from blackstart.core.play.rehearse import Progress, Rehearsal
from blackstart.core.play.shortfalls import Shortfall
from blackstart.shell.run.setup.leads import is_on_map, words_of
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label, rule
from blackstart.shell.widgets.progress_line import ProgressLine
from blackstart.shell.widgets.titled_sheet import TitledSheet

translate = QCoreApplication.translate

WIDTH_PX = 720
MOST_LISTED = 12  # of a kind: a large map can have hundreds, and nobody mends more at a time


class RehearsalSheet(TitledSheet):
    """Closing it while the rehearsal goes on ends that."""

    again_wished = Signal()
    stop_wished = Signal()
    place_wished = Signal(object)  # Shortfall that is to be seen where it is

    def __init__(self, look: Look) -> None:
        super().__init__(look, WIDTH_PX)
        self._is_done = False
        self._progress: tuple[ProgressLine, Label] | None = None
        self.button = Button("", look)

    def show_progress(self, progress: Progress) -> None:
        """Say how far it is."""
        line, label = self._progress or self._fill_with_progress()
        words = translate("Rehearsal", "{done} of at most {most} ways through the exercise are played.")
        label.setText(words.format(done=progress.done, most=progress.most))
        line.show_share(progress.done / max(progress.most, 1))

    def show_found(self, found: Rehearsal) -> None:
        """Say what was found; that nothing was, too."""
        self._is_done = True
        self._progress = None
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_20)
        column.setSpacing(SPACE_12)
        self._add_summary(column, found)
        for _, group in groupby(found.shortfalls, key=_kind):
            self._add_group(column, tuple(group))
        column.addWidget(rule())
        self._add_length(column, found)
        column.addStretch(1)
        self.fill(translate("Rehearsal", "Rehearsal"), held, self._foot_with(translate("Rehearsal", "Rehearse again")))
        self.place()
        (self.first_stop() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def first_stop(self) -> QWidget | None:
        return self.button

    def close_sheet(self) -> None:
        if not self._is_done:
            self._is_done = True
            self.stop_wished.emit()
        super().close_sheet()

    def _fill_with_progress(self) -> tuple[ProgressLine, Label]:
        self._is_done = False
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_20)
        column.setSpacing(SPACE_12)
        line, label = self._progress = ProgressLine(self._look), Label(wraps=True)
        why = translate("Rehearsal", "Nothing is recorded. It may be over sooner, when nothing is left to find out.")
        for part in (label, line, Label(why, role="hint", wraps=True)):
            column.addWidget(part)
        self.fill(translate("Rehearsal", "Rehearsal"), held, self._foot_with(translate("Rehearsal", "Cancel")))
        self.place()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        return line, label

    def _foot_with(self, words: str) -> QWidget:
        self.button = Button(words, self._look)
        self.button.clicked.connect(self._press)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        row.addStretch(1)
        row.addWidget(self.button)
        return foot

    def _press(self) -> None:
        if self._is_done:
            self.again_wished.emit()
        else:
            self.close_sheet()

    def _add_summary(self, column: QVBoxLayout, found: Rehearsal) -> None:
        count = len(found.shortfalls)
        if not count:
            words = translate("Rehearsal", "Nothing was found that would not work on the day.")
        elif count == 1:
            words = translate("Rehearsal", "One thing will not do on the day what it is there for.")
        else:
            words = translate("Rehearsal", "{count} things will not do on the day what they are there for.")
        column.addWidget(Label(words.format(count=count), role="title", wraps=True))
        tried = translate("Rehearsal", "{count} ways were played, each to the end, without recording.")
        bound = translate("Rehearsal", "There are more ways than were played: what is said to come in no way may.")
        sentences = [tried.format(count=found.ways), *([] if found.is_whole else [bound])]
        column.addWidget(Label(" ".join(sentences), role="soft", wraps=True))

    def _add_group(self, column: QVBoxLayout, group: Sequence[Shortfall]) -> None:
        words, kind = self._look.words, group[0].kind
        column.addWidget(rule())
        head = Label(f"{words.say(f'rehearsal.{kind}.name')} ({len(group)})", role="strong", wraps=True)
        about = Label(words.say(f"rehearsal.{kind}.about"), role="secondary", wraps=True)
        column.addLayout(_tight(head, about))
        for each in group[:MOST_LISTED]:
            column.addLayout(self._row(each))
        if len(group) > MOST_LISTED:
            column.addLayout(self._rest(group))
        mend = translate("Rehearsal", "To mend it: {words}").format(words=words.say(f"rehearsal.{kind}.mend"))
        column.addWidget(Label(mend, role="secondary", wraps=True))

    def _row(self, shortfall: Shortfall) -> QHBoxLayout:
        """Say what was noticed, beside the way to it."""
        found = finding(shortfall)
        told = self._look.words.tell(found.message)
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addLayout(_tight(Label(told, wraps=True), Label(found.path, role="hint", wraps=True)), 1)
        row.addWidget(self._way_to(shortfall, words_of(shortfall), told), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _rest(self, group: Sequence[Shortfall]) -> QHBoxLayout:
        """Say how many more there are; components can be seen all at once."""
        left = translate("Rehearsal", "{count} more of the kind come into the list as these are mended.")
        words = left.format(count=len(group) - MOST_LISTED)
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addWidget(Label(words, role="secondary", wraps=True), 1)
        if is_on_map(group[0]):
            every = replace(group[0], ids=tuple(dict.fromkeys(each.id for each in group)))
            row.addWidget(self._way_to(every, translate("Rehearsal", "Show all on the map"), words))
        return row

    def _way_to(self, shortfall: Shortfall, words: str, told: str) -> Button:
        button = Button(words, self._look)
        button.setAccessibleName(f"{words}: {told}")
        button.clicked.connect(partial(self.place_wished.emit, shortfall))
        return button

    def _add_length(self, column: QVBoxLayout, found: Rehearsal) -> None:
        words = self._look.words
        head = translate("Rehearsal", "At this pace: {time} with the clock running")
        column.addWidget(Label(head.format(time=_minutes(found.real_s, self._look)), role="strong", wraps=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(0, 1)
        for row, each in enumerate(found.lengths):
            span = f"{clock_face(each.start)} – {clock_face(each.until)}"
            cells = (_phase_words(each, words.language), span, f"{each.pace}×", _minutes(each.real_s, self._look))
            for place, text in enumerate(cells):
                label = Label(text, role="soft" if place in (1, 2) else "", wraps=place == 0)
                if place > 0:
                    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label, row, place)
        column.addLayout(grid)
        holds = sum(each.holds for each in found.lengths)
        talk = translate("Rehearsal", "What is talked while the clock is held comes on top.")
        if holds:
            often = translate("Rehearsal", "Times it holds on the usual way: {count}, and between phases.")
            talk = f"{often.format(count=holds)} {talk}"
        column.addWidget(Label(talk, role="secondary", wraps=True))


def _kind(shortfall: Shortfall) -> str:
    return shortfall.kind


def _phase_words(length: Length, language: str) -> str:
    phase = length.phase
    if phase is None:
        return translate("Rehearsal", "The whole exercise")
    return phase.name.to(language) if phase.name else str(phase.id)


def _minutes(seconds: int, look: Look) -> str:
    """A length of real time, in whole minutes once it is that long."""
    return look.words.duration(seconds if seconds < 60 else (seconds + 30) // 60 * 60)


def _tight(upper: QWidget, lower: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE_4)
    column.addWidget(upper)
    column.addWidget(lower)
    return column
