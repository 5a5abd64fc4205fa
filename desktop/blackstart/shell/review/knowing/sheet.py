"""The sheet of all that the team knew at one second: three tables, of which one is seen."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.review.known import Parted
from blackstart.shell.review.knowing.tables import Heard, HeardModel, KnowingTable, PartedModel
from blackstart.shell.review.knowing.telling import sender_of, speaker_of
from blackstart.shell.review.one_line import one_line
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Segments
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.titled_sheet import TitledSheet

translate = QCoreApplication.translate

WIDTH_PX, TABLE_PX, LEAST_TABLE_PX = 1080, 420, 130
MOST_SHOWN = 400  # characters of a message in its row
MISTAKEN, DELIVERED, SAID = "mistaken", "delivered", "said"


class KnowingSheet(TitledSheet):
    """Closes where a row is wished for, so that what it stands for is seen."""

    chosen = Signal(str)  # ComponentId
    sought = Signal(str)  # exercise seconds

    def __init__(self, recorded: Recorded, parted: tuple[Parted, ...], at: Seconds, look: Look) -> None:
        super().__init__(look, WIDTH_PX)
        messages = _rows(
            (each.at, sender_of(each, look), each.text.to(look.language)) for each in recorded.heard.messages_by(at)
        )
        words = _rows(
            (each.at, speaker_of(each, recorded.story, look), each.text.to(look.language))
            for each in recorded.heard.words_by(at)
        )
        self.tables = {
            MISTAKEN: self._parted(recorded, parted, at),
            DELIVERED: self._heard(messages, translate("Knowing", "Delivered by then")),
            SAID: self._heard(words, translate("Knowing", "Said in public by then")),
        }
        counts = {MISTAKEN: len(parted), DELIVERED: len(messages), SAID: len(words)}
        self.choice = Segments([(key, f"{words}  {counts[key]}") for key, words in _titles().items()])
        self.choice.name(translate("Knowing", "What is shown"))
        self.none = Label(role="hint", wraps=True)
        self._stack = QStackedWidget()
        held = self._laid_out()
        self.choice.picked.connect(self.show_table)
        title = translate("Knowing", "What the team knew at {time}").format(time=clock_face(at))
        self.fill(title, held)
        self.show_table(next((key for key, count in counts.items() if count), MISTAKEN))

    def show_table(self, key: str) -> None:
        """Show one of the three."""
        table = self.tables[key]
        self.choice.choose(key)
        is_empty = table.model().rowCount() == 0
        nones = {
            MISTAKEN: translate("Knowing", "It was mistaken of nothing."),
            DELIVERED: translate("Knowing", "Nothing had been delivered by then"),
            SAID: translate("Knowing", "Nothing had been said in public by then"),
        }
        self.none.setText(nones[key])
        self._stack.setCurrentWidget(self.none if is_empty else table)
        if not is_empty and not table.currentIndex().isValid():
            table.selectRow(0)

    def wanted_height(self, width: int) -> int:
        """Ask for more than the tables can do with: where there is less room, they scroll and not the sheet."""
        return super().wanted_height(width) + max(self._look.px(TABLE_PX) - self._stack.sizeHint().height(), 0)

    def first_stop(self) -> QWidget | None:
        table = self._stack.currentWidget()
        return table if table is not self.none else super().first_stop()

    def _parted(self, recorded: Recorded, parted: tuple[Parted, ...], at: Seconds) -> KnowingTable:
        model = PartedModel(recorded, at, self._look)
        model.show_rows(parted)
        name = translate("Knowing", "Where what the team took for true was not")
        table = KnowingTable(model, _component, name, self._look)
        table.wished.connect(self._choose)
        return table

    def _heard(self, rows: tuple[Heard, ...], name: str) -> KnowingTable:
        model = HeardModel()
        model.show_rows(rows)
        table = KnowingTable(model, _second, name, self._look)
        table.wished.connect(self._seek)
        return table

    def _choose(self, component: str) -> None:
        self.close_sheet()
        self.chosen.emit(component)

    def _seek(self, at: str) -> None:
        self.close_sheet()
        self.sought.emit(at)

    def _laid_out(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_16)
        column.setSpacing(SPACE_12)
        self._stack.setMinimumHeight(self._look.px(LEAST_TABLE_PX))
        for each in (*self.tables.values(), self.none):
            self._stack.addWidget(each)
        column.addWidget(self.choice)
        column.addWidget(self._stack, 1)
        hint = translate("Knowing", "Enter leads to the component, or to the second in which it came.")
        column.addWidget(Label(hint, role="hint", wraps=True))
        return held


def _titles() -> dict[str, str]:
    return {
        MISTAKEN: translate("Knowing", "Mistaken"),
        DELIVERED: translate("Knowing", "Delivered"),
        SAID: translate("Knowing", "Said in public"),
    }


def _rows(heard: Iterable[Heard]) -> tuple[Heard, ...]:
    """Return them as rows show them, the last one first."""
    rows = [(at, one_line(who), one_line(words[:MOST_SHOWN])) for at, who, words in heard]
    return tuple(reversed(rows))


def _component(row: Parted) -> str:
    return row.component


def _second(row: Heard) -> str:
    return str(int(row[0]))
