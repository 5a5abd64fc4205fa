"""The sheet of the report: for whom and in which language, its pages, and what can be made of it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from blackstart.core.review.report.model import FACILITATORS, PARTICIPANTS
from blackstart.shell.review.reporting.page_list import PageList
from blackstart.shell.review.reporting.page_scroll import PageScroll
from blackstart.shell.review.reporting.presenter import Pages, Wish
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button, Segments
from blackstart.shell.widgets.labels import Label, OneLine, rule
from blackstart.shell.widgets.sheet import Sheet

translate = QCoreApplication.translate

WIDTH_PX = 1120
LANGUAGES = (("en", "English"), ("ko", "한국어"))  # each by its own name


class ReportSheet(Sheet):
    """Emits what is wished."""

    changed = Signal(object)  # Wish
    save_wished = Signal(str)  # form: docx, pdf, or "" = ask which
    print_wished = Signal()

    def __init__(self, wish: Wish, title: str, look: Look, short_title: str = "") -> None:
        super().__init__(look, WIDTH_PX)
        self._wish = wish
        self.language = Segments(LANGUAGES)
        self.audience = Segments(
            (
                (FACILITATORS, translate("ReviewReport", "Facilitators")),
                (PARTICIPANTS, translate("ReviewReport", "Participants")),
            )
        )
        self.title = OneLine(role="panel-title")
        self.told = Label(role="hint", wraps=True)
        self.pages = PageList(look)
        self.word = Button(translate("ReviewReport", "Word…"), look, role="primary")
        self.pdf = Button(translate("ReviewReport", "PDF…"), look)
        self.other = Button(translate("ReviewReport", "Other…"), look)
        self.print = Button(translate("ReviewReport", "Print…"), look)
        self.view = PageScroll(self.pages)
        self.place_told = Label(role="soft")
        self.smaller = Button("−", look, role="quiet")
        self.fitted = Button("100 %", look, role="quiet")
        self.larger = Button("+", look, role="quiet")
        self._lay_out(title, short_title)
        self._join()
        self._show()
        self.wait()

    @property
    def wish(self) -> Wish:
        return self._wish

    def wait(self) -> None:
        """Say that the pages are being made."""
        self._enable(is_there=False)
        self.pages.say(translate("ReviewReport", "The report is being written…"))
        self.told.setText(translate("ReviewReport", "The report is being written…"))

    def tell_progress(self, done: int, count: int) -> None:
        """Say how many pages are laid out."""
        if not self.word.isEnabled():
            words = translate("ReviewReport", "The report is being written: page {number} of {count}")
            self.told.setText(words.format(number=done, count=count))

    def show_pages(self, pages: Pages) -> None:
        """Show what was made; of what is no longer wished nothing is shown."""
        if pages.wish != self._wish:
            return
        count = len(pages.pictures)
        words = translate("ReviewReport", "{count} pages. Service-hours, users and money are model estimates.")
        self.told.setText(words.format(count=count))
        self.pages.show_pages(pages.pictures, words.format(count=count))
        self._enable(is_there=True)
        self.view.go_to(0)
        self._tell_place()

    def say(self, sentence: str) -> None:
        """Say what became of it."""
        self.told.setText(sentence)

    def wanted_height(self, width: int) -> int:
        page = self.parentWidget()
        return page.height() if page is not None else width

    def _enable(self, *, is_there: bool) -> None:
        for button in (self.word, self.pdf, self.other, self.print):
            button.setEnabled(is_there)

    def _show(self) -> None:
        self.language.choose(self._wish.language)
        self.audience.choose(self._wish.audience)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.view.take_key(event):
            super().keyPressEvent(event)

    def first_stop(self) -> QWidget | None:
        return self.view

    def _tell_place(self) -> None:
        """Say which page is seen, and how large."""
        self.fitted.setText(f"{self.pages.percent} %")
        words = translate("ReviewReport", "Page {number} of {count}")
        there = self.pages.count
        self.place_told.setText(words.format(number=self.view.page + 1, count=there) if there else "")

    def _take(self, wish: Wish) -> None:
        if wish != self._wish:
            self._wish = wish
            self._show()
            self.wait()
            self.changed.emit(wish)

    def _take_language(self, key: str) -> None:
        self._take(Wish(key, self._wish.audience))

    def _take_audience(self, key: str) -> None:
        self._take(Wish(self._wish.language, key))

    def _join(self) -> None:
        self.language.picked.connect(self._take_language)
        self.audience.picked.connect(self._take_audience)
        self.word.clicked.connect(lambda: self.save_wished.emit("docx"))
        self.pdf.clicked.connect(lambda: self.save_wished.emit("pdf"))
        self.other.clicked.connect(lambda: self.save_wished.emit(""))
        self.print.clicked.connect(self.print_wished)
        self.smaller.clicked.connect(lambda: self.view.enlarge(-1))
        self.fitted.clicked.connect(lambda: self.view.enlarge(0))
        self.larger.clicked.connect(lambda: self.view.enlarge(1))
        self.view.moved.connect(self._tell_place)
        for button, words in (
            (self.smaller, translate("ReviewReport", "Smaller (−)")),
            (self.fitted, translate("ReviewReport", "As wide as there is room (0)")),
            (self.larger, translate("ReviewReport", "Larger (+)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)

    def _lay_out(self, title: str, short_title: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_20, SPACE_12, SPACE_12, SPACE_12)
        self.title.say(title, short_title)
        head.addWidget(self.title, 1)
        way_out = Button(translate("Sheet", "Close  (Esc)"), self._look, role="quiet")
        way_out.clicked.connect(self.close_sheet)
        head.addWidget(way_out)
        choices = QGridLayout()
        choices.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_12)
        choices.setHorizontalSpacing(SPACE_12)
        named = (
            (translate("ReviewReport", "For"), self.audience),
            (translate("ReviewReport", "Language"), self.language),
        )
        for number, (name, segments) in enumerate(named):
            segments.name(name)
            choices.addWidget(Label(name, role="soft"), 0, 2 * number)
            choices.addWidget(segments, 0, 2 * number + 1)
        choices.setColumnStretch(4, 1)
        for number, widget in enumerate((self.place_told, self.smaller, self.fitted, self.larger), start=5):
            choices.addWidget(widget, 0, number)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_16)
        foot.setSpacing(SPACE_8)
        foot.addWidget(self.told, 1)
        for button in (self.print, self.other, self.pdf, self.word):
            foot.addWidget(button)
        self._fill(head, choices, foot)

    def _fill(self, head: QHBoxLayout, choices: QGridLayout, foot: QHBoxLayout) -> None:
        for layout in (head, choices):
            held = QWidget()
            held.setLayout(layout)
            self.column.addWidget(held)
            self.column.addWidget(rule())
        self.column.addWidget(self.view, 1)
        self.column.addWidget(rule())
        below = QWidget()
        below.setLayout(foot)
        self.column.addWidget(below)
