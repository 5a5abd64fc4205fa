"""The bar above the page: which run, and how it is played back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from blackstart.shell.review.playback import PACES, PHASES_OWN, USUAL
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.support.tips import tip
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import OneLine
from blackstart.shell.widgets.picker import Picker
from blackstart.shell.widgets.word_wrap import fitting

translate = QCoreApplication.translate

HEIGHT_PX, HEIGHT_IN_TWO_ROWS_PX, BUTTON_PX = 52, 88, 36
LEAST_TITLE_PX = 220
CHEVRON_ROOM_PX = 44


@dataclass(frozen=True, slots=True)
class _Room:
    """How wide pace and run are at the usual size of words; in two rows the run has what is left of the second."""

    pace_px: int
    picker_px: int
    is_pace_short: bool
    is_in_two_rows: bool = False


_ROOMY = _Room(184, 280, is_pace_short=False)
_NARROW = _Room(84, 150, is_pace_short=True)
_TIGHT = _Room(84, 150, is_pace_short=True, is_in_two_rows=True)


@dataclass(frozen=True, slots=True)
class RunChoice:
    """A run in the picker: its id, what it goes by, and that in fewer words."""

    run: str
    words: str
    short_words: str


class TopBar(QWidget):
    """Title and facts, transport, pace, and the picker of runs."""

    run_picked = Signal(str)  # RunId
    pace_picked = Signal(int)  # one of PACES

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._room = _ROOMY
        self._runs: tuple[RunChoice, ...] = ()
        self._rows = QVBoxLayout(self)
        self._first, self._second, self._ends = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._words, self._transport = QWidget(), QWidget()
        self.title = OneLine(role="title")
        self.facts = OneLine(role="secondary")
        self.to_start = Button("", look, "back")
        self.play = Button("", look, "run", role="primary")
        self.to_next = Button("", look, "step")
        self.pace = Picker(look)
        self.picker = Picker(look)
        self._set_up(look)
        self._lay_out()
        self.pace.activated.connect(self._pick_pace)
        self.picker.activated.connect(self._pick_run)

    def take(self, button: QWidget) -> None:
        """Hold a button at the right end: what leaves the page."""
        before = self._ends.itemAt(self._ends.count() - 1)
        self._ends.addWidget(button)
        self.setTabOrder((before.widget() if before is not None else None) or self.picker, button)
        self._fit()

    def say(self, title: str, facts: str, short_title: str = "") -> None:
        self.title.say(title, short_title)
        self.facts.say(facts)
        self.facts.setVisible(bool(facts))

    def list_runs(self, runs: Sequence[RunChoice], chosen: str | None) -> None:
        """Show runs to choose from; a list that is open stays as it is while they stay the same."""
        if self._runs == tuple(runs):
            self.choose_run(chosen)
            return
        self._runs = tuple(runs)
        self._fill_picker(chosen)

    def choose_run(self, run: str | None) -> None:
        self.picker.setCurrentIndex(self.picker.findData(run))

    def choose_pace(self, pace: int) -> None:
        self.pace.setCurrentIndex(self.pace.findData(pace))

    def show_playing(self, *, is_playing: bool) -> None:
        self.play.show_icon("pause" if is_playing else "run")
        words = translate("Review", "Hold") if is_playing else translate("Review", "Play back")
        self.play.setAccessibleName(words)
        self.play.setToolTip(translate("Review", "{deed} (Space)").format(deed=words))

    def enable(self, is_there: bool) -> None:
        """Let the run be played, where there is one."""
        for part in (self.to_start, self.play, self.to_next, self.pace):
            part.setEnabled(is_there)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say less in a narrow window, or go on in a second row, so that the title is still to be read."""
        room = next((each for each in (_ROOMY, _NARROW) if self._needed(each) <= self.width()), _TIGHT)
        if room is not self._room or room.is_in_two_rows:
            self._room = room
            self._suit()

    def _needed(self, room: _Room) -> int:
        """What one row takes with a title that can be read, px."""
        fixed = self._transport.sizeHint().width() + self._ends.sizeHint().width()
        return fixed + self._look.px(room.pace_px + room.picker_px + LEAST_TITLE_PX) + 4 * SPACE_16 + 2 * SPACE_16

    def _suit(self) -> None:
        look, room = self._look, self._room
        self._place()
        self.pace.setFixedWidth(look.px(room.pace_px))
        self.picker.setFixedWidth(self._picker_px())
        for number, pace in enumerate(PACES):
            self.pace.setItemText(number, short_pace_words(pace) if room.is_pace_short else pace_words(pace))
        self._fill_picker(self.picker.currentData())

    def _place(self) -> None:
        """Put the parts into one row or two."""
        is_in_two = self._room.is_in_two_rows
        parts = (self._transport, self.pace, self.picker)
        for row in (self._first, self._second):
            for part in parts:
                row.removeWidget(part)
        for number, part in enumerate(parts, start=1):
            if is_in_two:
                self._second.addWidget(part)
            else:
                self._first.insertWidget(number, part)
        self._rows.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_12 if is_in_two else 0)
        self.setFixedHeight(self._look.px(HEIGHT_IN_TWO_ROWS_PX if is_in_two else HEIGHT_PX))

    def _fill_picker(self, chosen: str | None) -> None:
        """List the runs in what has room; the tool tip of each has all of it."""
        picker, metrics = self.picker, self.picker.fontMetrics()
        picker.clear()
        room = picker.maximumWidth() - CHEVRON_ROOM_PX
        for number, choice in enumerate(self._runs):
            picker.addItem(fitting(choice.words, choice.short_words, metrics, room), choice.run)
            picker.setItemData(number, tip(choice.words), Qt.ItemDataRole.ToolTipRole)
        picker.setCurrentIndex(picker.findData(chosen))
        picker.setEnabled(bool(self._runs))

    def _picker_px(self) -> int:
        least = self._look.px(self._room.picker_px)
        if not self._room.is_in_two_rows:
            return least
        before = self._transport.sizeHint().width() + self.pace.maximumWidth()
        return max(self.width() - before - 2 * SPACE_8 - 2 * SPACE_16, least)

    def _pick_pace(self, index: int) -> None:
        self.pace_picked.emit(self.pace.itemData(index))

    def _pick_run(self, index: int) -> None:
        run: str | None = self.picker.itemData(index)
        if run is not None:
            self.run_picked.emit(run)

    def _set_up(self, look: Look) -> None:
        for pace in PACES:
            self.pace.addItem(pace_words(pace), pace)
        self.pace.setCurrentIndex(PACES.index(USUAL))
        self.pace.setAccessibleName(translate("Review", "Pace of playing back"))
        self.picker.setAccessibleName(translate("Review", "Run"))
        self.picker.setPlaceholderText(translate("Review", "Choose a run"))
        names = {
            self.to_start: (translate("Review", "To the beginning"), "Home"),
            self.to_next: (translate("Review", "To the next event"), "."),
        }
        for button, (words, key) in names.items():
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({key})")
        for button in (self.to_start, self.play, self.to_next):
            button.setFixedWidth(look.px(BUTTON_PX))
        self.show_playing(is_playing=False)
        self.enable(False)

    def _lay_out(self) -> None:
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.facts)
        words.addStretch(1)
        transport = QHBoxLayout(self._transport)
        transport.setContentsMargins(0, 0, 0, 0)
        transport.setSpacing(SPACE_8)
        for button in (self.to_start, self.play, self.to_next):
            transport.addWidget(button)
        self._ends.setSpacing(SPACE_16)
        self._first.setSpacing(SPACE_16)
        self._first.addWidget(self._words, 1)
        self._first.addLayout(self._ends)
        self._second.setSpacing(SPACE_8)
        self._rows.setSpacing(0)
        self._rows.addLayout(self._first, 1)
        self._rows.addLayout(self._second)
        self._suit()


def pace_words(pace: int) -> str:
    """Say how fast a run is played back."""
    if pace == PHASES_OWN:
        return translate("Review", "At each phase’s pace")
    return translate("Review", "Play back at {pace}×").format(pace=f"{pace:,}")


def short_pace_words(pace: int) -> str:
    """Say how fast a run is played back where there is little room."""
    if pace == PHASES_OWN:
        return translate("Review", "phase")
    return translate("Review", "{pace}×").format(pace=f"{pace:,}")
