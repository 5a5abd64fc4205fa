"""The inspector: the right column of Draw. Takes pages in; emits what is typed, picked and pressed."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from blackstart.shell.draw.inspector.head import Head
from blackstart.shell.draw.inspector.page import Key, Page
from blackstart.shell.draw.inspector.section_view import SectionView
from blackstart.shell.draw.inspector.weak_box import WeakBox
from blackstart.shell.draw.selection import Selection
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_16, SPACE_20
from blackstart.shell.widgets.labels import rule

translate = QCoreApplication.translate

WIDTH_PX, MOST_WIDTH_PX, MOST_FOOT_SHARE = 316, 440, 0.3
_KEPT = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)

Drafts = dict[tuple[Selection, Key], tuple[str, str]]  # what was refused, and why


class Inspector(QWidget):
    """Keeps what was refused until it is mended or restored, even while something else is chosen."""

    given = Signal(object, object, str)  # Selection, Key, what was typed, picked or ticked
    pressed = Signal(object, object)  # Selection, Key
    forgotten = Signal()  # what was asked for is wanted no more
    left = Signal()  # Esc: back to the map

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._page: Page | None = None
        self._drafts: Drafts = {}
        self._typed = ""
        self._settled: Selection | None = None  # of what was chosen before, while what was typed there is given
        self._focus: Key = ()
        self.sections: list[SectionView] = []
        self.head = Head(look)
        self.weak = WeakBox(look)
        self._scroll = QScrollArea()
        self._column = QVBoxLayout()
        self._lay_out()
        self.head.pressed.connect(self._press)
        self.weak.pressed.connect(self._press)

    def show_page(self, page: Page) -> None:
        """Show what is chosen; what was typed of something else before is given first."""
        before, self._page = self._page, page
        is_fresh = before is None or before.subject != page.subject
        if before is not None and is_fresh:
            self._settle(before.subject)
            if self._page is not page:  # that has changed the map, and what it looks like now is shown already
                return
        self.head.show_page(page)
        self._show_sections(page, is_fresh=is_fresh)
        self.weak.show_weak(page.weak, is_fresh=is_fresh)
        self._place_weak()
        if is_fresh:
            self._scroll.verticalScrollBar().setValue(0)
        self._show_drafts(page)
        if page.focus and page.focus != self._focus:
            self._begin_at(page.focus)
        self._focus = page.focus

    def refuse(self, subject: Selection, key: Key, reason: str) -> None:
        """Say at its field why something cannot be taken."""
        self._drafts[subject, key] = (self._typed, reason)
        if self._page is not None and self._page.subject == subject:
            self._show_drafts(self._page)
            for section in self._seen():
                section.reveal(key, self._scroll)

    @property
    def drafts(self) -> Drafts:
        """What was refused and not mended, with the reasons."""
        return dict(self._drafts)

    def take_drafts(self, drafts: Drafts) -> None:
        """Show what was refused on a page that stood here before; nothing = of another drill."""
        self._drafts = drafts
        if self._page is not None:
            self._show_drafts(self._page)

    def begin(self) -> None:
        """Put the focus into the first field."""
        first = next((field for section in self._seen() for field in section.fields), None)
        if first is not None:
            first.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_weak()

    def event(self, event: QEvent) -> bool:
        # Keys that a picker or a button here does not want are not the map's: Delete would take away what is chosen.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_letter = event.text().isprintable() and event.text() != "" and isinstance(self.focusWidget(), QComboBox)
            is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if is_plain and (is_letter or Qt.Key(event.key()) in _KEPT):
                event.accept()
                return True
        return super().event(event)

    def _show_sections(self, page: Page, *, is_fresh: bool) -> None:
        while len(self.sections) < len(page.sections):
            view = SectionView(self._look)
            view.given.connect(self._give)
            view.pressed.connect(self._press)
            view.dropped.connect(self._drop)
            view.left.connect(self._leave)
            view.rearranged.connect(self._chain)
            # Once the column has grown with it.
            view.finder.grown.connect(self._reveal_finder, Qt.ConnectionType.QueuedConnection)
            self.sections.append(view)
            self._column.insertWidget(len(self.sections) - 1, view)
        for number, view in enumerate(self.sections):
            if number < len(page.sections):
                view.show_section(page.sections[number], is_fresh=is_fresh)
            view.setVisible(number < len(page.sections))

    def _show_drafts(self, page: Page) -> None:
        for (subject, key), (typed, reason) in self._drafts.items():
            if subject == page.subject:
                for section in self._seen():
                    section.refuse(key, typed, reason)

    def _settle(self, subject: Selection) -> None:
        """Give what was typed of what was chosen before, and not given yet."""
        self._settled = subject
        for section in self._seen():
            section.settle()
        self._settled = None

    def _give(self, key: Key, given: str) -> None:
        subject = self._settled
        if subject is None and self._page is not None:
            subject = self._page.subject
        if subject is not None:
            self._drafts.pop((subject, key), None)
            self._typed = given
            self.given.emit(subject, key, given)

    def _press(self, key: Key) -> None:
        if self._page is not None and key:
            self._typed = ""
            self.pressed.emit(self._page.subject, key)

    def _drop(self, key: Key) -> None:
        if self._page is not None:
            self._drafts.pop((self._page.subject, key), None)
            if key == self._page.focus:
                self.forgotten.emit()

    def _leave(self) -> None:
        if self._page is not None and self._page.focus:
            self.forgotten.emit()
        self.left.emit()

    def _begin_at(self, key: Key) -> None:
        for section in self._seen():
            field = section.field(key)
            if field is not None:
                field.begin()

    def _seen(self) -> list[SectionView]:
        return [each for each in self.sections if not each.isHidden()]

    def _chain(self) -> None:
        """Let Tab walk from top to bottom, whenever widgets were made."""
        stops: list[QWidget] = [self.head.up]
        for section in self._seen():
            stops += section.stops()
        stops += [self.weak.button, self.weak.next]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _place_weak(self) -> None:
        """Keep the box at the foot in sight, but let it scroll where it would take the room of what is typed in."""
        is_tall = self.weak.heightForWidth(self.width()) > self.height() * MOST_FOOT_SHARE
        place = self._inner if is_tall else self._whole
        if place.indexOf(self.weak) < 0:
            place.addWidget(self.weak)
            self.weak.scroll_along(is_held=is_tall)
        self._chain()

    def _reveal_finder(self) -> None:
        for section in self._seen():
            if section.finder.isVisible():
                self._scroll.ensureWidgetVisible(section.finder)

    def _make_room(self, _least: int, most: int) -> None:
        """Let the scroll bar stand in the margin, so that nothing moves when it comes."""
        bar = self._scroll.verticalScrollBar().sizeHint().width() if most else 0
        self._inner.setContentsMargins(SPACE_16, SPACE_16, SPACE_16 - bar, SPACE_16)

    def _lay_out(self) -> None:
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(min(self._look.px(WIDTH_PX), MOST_WIDTH_PX))
        self.setAccessibleName(translate("Inspector", "Inspector"))
        held = QWidget()
        self._inner = inner = QVBoxLayout(held)
        inner.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        inner.setSpacing(0)
        self._column.setSpacing(SPACE_20)
        inner.addLayout(self._column)
        inner.addStretch(1)
        held.setMinimumSize(1, 1)  # else it gets the height that it would need if it were narrow
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(held)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._whole = page = QVBoxLayout(self)
        page.setContentsMargins(1, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(rule())
        page.addWidget(self._scroll, 1)
        page.addWidget(self.weak)
