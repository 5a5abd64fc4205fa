"""What looks like a field and opens the list of everything that can be found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.icon_mark import IconMark
from blackstart.shell.widgets.labels import Label, OneLine

LEAST_PX, MOST_PX, HEIGHT_PX = 160, 330, 32


class SearchButton(Button):
    """Clicked, it is to be asked what is sought."""

    def __init__(self, words: str, key: str, look: Look) -> None:
        super().__init__("", look, role="field")
        self.setAccessibleName(words)
        self.setMinimumWidth(look.px(LEAST_PX))
        self.setMaximumWidth(look.px(MOST_PX))
        self.setFixedHeight(look.px(HEIGHT_PX))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = OneLine(role="hint")
        said.say(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12, 0, SPACE_8, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(IconMark("search", look))
        row.addWidget(said, 1)
        row.addWidget(Label(key, role="key"), 0, Qt.AlignmentFlag.AlignVCenter)
        for number in range(row.count()):
            item = row.itemAt(number)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
