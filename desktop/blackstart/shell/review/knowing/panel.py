"""What the team knew at the playhead, in the column beside the strips: where it was mistaken, then the news."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from blackstart.core.review.story import Story
from blackstart.shell.review.knowing.heard_row import HeardRow
from blackstart.shell.review.knowing.knew import MOST_LINES, MOST_MESSAGES, MOST_WORDS, Knew
from blackstart.shell.review.knowing.line_row import LineRow, least_width
from blackstart.shell.review.knowing.telling import knew_words, sender_of, speaker_of
from blackstart.shell.review.known_cells import headings
from blackstart.shell.review.section import Section
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class KnowingDraft:
    """Whether it is folded."""

    is_folded: bool


class KnowingPanel(Section):
    """Rows are made once and used again: as the playhead moves, no widget comes or goes but by being hidden."""

    chosen = Signal(str)  # ComponentId
    sought = Signal(str)  # exercise seconds
    all_wished = Signal()
    revealed = Signal(object)  # what is to be seen

    def __init__(self, look: Look) -> None:
        super().__init__(translate("Knowing", "What the team knew"), look)
        self._look = look
        self.said = Label(role="hint", wraps=True)
        self.heads = QWidget()
        self.lines = [LineRow(look) for _ in range(MOST_LINES)]
        self.came = Label(role="strong", wraps=True)
        self.messages = [HeardRow(look) for _ in range(MOST_MESSAGES)]
        self.spoken = Label(role="strong", wraps=True)
        self.words = [HeardRow(look) for _ in range(MOST_WORDS)]
        self.all = Button("", look, role="link")
        self._lay_out()
        self._join()

    def show_knew(self, knew: Knew, story: Story) -> None:
        """Show one second."""
        count = translate("Knowing", "{count} mistaken").format(count=knew.mistaken)
        self.count.setText(count if knew.mistaken else "")
        self.said.setText(knew_words(knew))
        counts, before = dict(knew.counts), None
        for row, shown in zip(self.lines, knew.lines, strict=False):
            row.show_line(shown, count=counts[shown.how] if shown.how is not before else 0)
            before = shown.how
        self._show_first(self.lines, len(knew.lines))
        self._fit_heads(bool(knew.lines))
        self._show_news(knew, story)
        self.all.setText(translate("Knowing", "All of it, in tables ({count})").format(count=knew.in_all))
        self.all.setVisible(knew.is_cut)

    def take_focus(self) -> None:
        """Go to the first row."""
        self.fold(is_folded=False)
        rows = [each for each in (*self.lines, *self.messages, *self.words) if not each.isHidden()]
        first = rows[0] if rows else self.heading
        first.setFocus()
        self.revealed.emit(self)
        self.revealed.emit(first)

    def reveal_pressed(self, component: str) -> None:
        """Ask for the row of a component to be seen."""
        row = next((each for each in self.lines if each.key == component and not each.isHidden()), None)
        if row is not None:
            self.revealed.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_heads(not self.lines[0].isHidden())

    def _show_news(self, knew: Knew, story: Story) -> None:
        look = self._look
        for row, message in zip(self.messages, knew.messages, strict=False):
            row.show_heard(message.at, sender_of(message, look), message.text.to(look.language))
        for row, word in zip(self.words, knew.words, strict=False):
            row.show_heard(word.at, speaker_of(word, story, look), word.text.to(look.language))
        self._show_first(self.messages, len(knew.messages))
        self._show_first(self.words, len(knew.words))
        came, count = translate("Knowing", "Delivered by then"), knew.messages_in_all
        self.came.setText(f"{came}  {count}" if count else translate("Knowing", "Nothing had been delivered by then"))
        spoken, count = translate("Knowing", "Said in public by then"), knew.words_in_all
        none = translate("Knowing", "Nothing had been said in public by then")
        self.spoken.setText(f"{spoken}  {count}" if count else none)

    def _show_first(self, rows: list[LineRow] | list[HeardRow], count: int) -> None:
        for number, row in enumerate(rows):
            if row.isHidden() == (number < count):
                if row.hasFocus():
                    self.heading.setFocus()  # else it would go to wherever Qt finds a place
                row.setVisible(number < count)

    def _fit_heads(self, is_wanted: bool) -> None:
        is_wide = self.width() >= least_width(self._look)
        self.heads.setVisible(is_wanted and is_wide)
        for row in self.lines:
            row.stand_wide(is_wide=is_wide)

    def _join(self) -> None:
        for row in self.lines:
            row.pressed.connect(self.chosen)
        for each in (*self.messages, *self.words):
            each.pressed.connect(self.sought)
        self.all.clicked.connect(self.all_wished)

    def _lay_out(self) -> None:
        heads = QHBoxLayout(self.heads)
        heads.setContentsMargins(SPACE_8, 0, SPACE_8, 0)
        heads.setSpacing(0)
        for words in headings():
            head = Label(words, role="hint", wraps=True)
            head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # all as wide as each other
            heads.addWidget(head, 1)
        self.body.setSpacing(SPACE_4)
        self.body.addWidget(self.said)
        self.body.addWidget(self.heads)
        _add(self.body, self.lines)
        for label, rows in ((self.came, self.messages), (self.spoken, self.words)):
            self.body.addSpacing(SPACE_4)
            self.body.addWidget(label)
            _add(self.body, rows)
        self.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)


def _add(column: QVBoxLayout, rows: list[LineRow] | list[HeardRow]) -> None:
    for row in rows:
        column.addWidget(row)
        row.hide()
