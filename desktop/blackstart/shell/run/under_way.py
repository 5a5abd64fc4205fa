"""A short list of what was ordered and is not done yet; hidden while there is nothing."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from blackstart.shell.run.orders import OrderLine
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.labels import Label, OneLine

translate = QCoreApplication.translate

MOST_LINES = 4


class UnderWay(QWidget):
    """The words of each order, and how it stands; what has no room is counted."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[OrderLine, ...] = ()
        self.words = [OneLine() for _ in range(MOST_LINES)]
        self.standings = [Label(role="secondary") for _ in range(MOST_LINES)]
        self.more = Label(role="hint")
        lines = QGridLayout()
        lines.setHorizontalSpacing(SPACE_12)
        lines.setVerticalSpacing(SPACE_4)
        lines.setColumnStretch(0, 1)
        for number in range(MOST_LINES):
            lines.addWidget(self.words[number], number, 0)
            lines.addWidget(self.standings[number], number, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_12)
        column.setSpacing(SPACE_8)
        column.addWidget(Label(translate("UnderWay", "Under way"), role="strong"))
        column.addLayout(lines)
        column.addWidget(self.more)
        self.hide()

    def show_orders(self, orders: tuple[OrderLine, ...]) -> None:
        if orders == self._shown:
            return
        self._shown = orders
        self.setVisible(bool(orders))
        for number in range(MOST_LINES):
            order = orders[number] if number < len(orders) else None
            self.words[number].say(order.text if order is not None else "")
            self.standings[number].setText(order.standing if order is not None else "")
            for part in (self.words[number], self.standings[number]):
                part.setVisible(order is not None)
        over = len(orders) - MOST_LINES
        self.more.setVisible(over > 0)
        self.more.setText(translate("UnderWay", "and {count} more").format(count=over) if over > 0 else "")
