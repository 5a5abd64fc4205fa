"""The participants' window: no menu, no cursor, nothing to press; what it shows is given to it."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from blackstart.shell.canvas.picture import Picture
from blackstart.shell.display.display_map import DisplayMap
from blackstart.shell.display.head import Head
from blackstart.shell.display.message_panel import MessagePanel
from blackstart.shell.display.names_list import NamesList
from blackstart.shell.display.plan import Plan, plan, unit_of
from blackstart.shell.display.presenter import DisplayPresenter
from blackstart.shell.display.question_panel import QuestionPanel
from blackstart.shell.display.sheets import FootSheet
from blackstart.shell.display.tally import Tally
from blackstart.shell.support.fonts import font
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

EMPTY_WORDS = 28.0  # units
FIRST_SIZE, LEAST_SIZE = QSize(1280, 720), QSize(480, 270)


class DisplayWindow(QWidget):
    """A window of its own that neither takes the keys nor keeps the program alive."""

    closed = Signal()  # by whoever can: the window's frame, or the system

    def __init__(self, presenter: DisplayPresenter, look: Look) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self._look = look
        self._is_blank = False
        self._has_question = False
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setMinimumSize(LEAST_SIZE)
        self.resize(FIRST_SIZE)
        self.head, self.tally, self.names = Head(look, self), Tally(look, self), NamesList(look, self)
        self.map = DisplayMap(look, self)
        self.message, self.question = MessagePanel(look, self), QuestionPanel(look, self)
        self._hear(presenter)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def is_blank(self) -> bool:
        return self._is_blank

    def show_blank(self, *, is_blank: bool) -> None:
        """Show nothing at all, or what there is."""
        self._is_blank = is_blank
        self._place()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), theme.color("bg0"))
            if self.map.picture is None and not self._is_blank:
                unit = unit_of(self.width(), self.height())
                painter.setPen(theme.color("tx2"))
                painter.setFont(font(EMPTY_WORDS * unit))
                words = translate("Display", "No exercise is open.")
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _show_map(self, picture: Picture | None) -> None:
        before = self.map.picture
        self.map.show_picture(picture)
        if picture is None or before is None or before.drawing is not picture.drawing:
            self._place()

    def _show_foot(self, sheet: FootSheet) -> None:
        had_question, self._has_question = self._has_question, sheet.question is not None
        is_reworded = self.message.sheet != sheet.message
        is_asked_else = self.question.show_sheet(sheet.question, sheet.others)
        self.message.show_sheet(sheet.message)
        if had_question is not self._has_question or is_reworded or is_asked_else:
            self._place()

    def _place(self) -> None:
        """Give every part its place; the foot grows where its words are many, names stand beside a large map."""
        unit = unit_of(self.width(), self.height())
        self.map.set_unit(unit)
        for board in (self.head, self.tally, self.names, self.message, self.question):
            board.set_unit(unit)
        found = self._planned()
        places: tuple[tuple[QWidget, QRectF], ...] = (
            (self.head, found.head),
            (self.map, found.map),
            (self.tally, found.tally),
            (self.names, found.names),
            (self.message, found.message),
            (self.question, found.question),
        )
        for part, place in places:
            part.setGeometry(_in_px(place, unit))
            part.setVisible(not place.isEmpty() and not self._is_blank and self.map.picture is not None)

    def _planned(self) -> Plan:
        """Plan a low foot, or a high one where its words are many.

        Words that would be cut go before names on the map, and those before words that are read with ease.
        """
        low, high = (self._plan(is_tall=is_tall, has_names=False) for is_tall in (False, True))
        has_room_for_both = self._is_legible_in(high) or not self._is_legible_in(low)
        is_tall = not (self._is_easy_in(low) if has_room_for_both else self._is_whole_in(low))
        found = high if is_tall else low
        return found if self._is_legible_in(found) else self._plan(is_tall=is_tall, has_names=True)

    def _is_whole_in(self, found: Plan) -> bool:
        message, question = found.message.size(), found.question.size()
        is_whole = self.message.is_whole(message.width(), message.height())
        return is_whole and self.question.is_whole(question.width(), question.height())

    def _is_easy_in(self, found: Plan) -> bool:
        message, question = found.message.size(), found.question.size()
        is_easy = self.message.is_easy(message.width(), message.height())
        return is_easy and self.question.is_easy(question.width(), question.height())

    def _is_legible_in(self, found: Plan) -> bool:
        room = found.map.size() * found.unit
        return self.map.is_legible_in(room.width(), room.height())

    def _plan(self, *, is_tall: bool, has_names: bool) -> Plan:
        return plan(self.width(), self.height(), has_question=self._has_question, is_tall=is_tall, has_names=has_names)

    def _hear(self, presenter: DisplayPresenter) -> None:
        presenter.head_shown.connect(self.head.show_sheet)
        presenter.tally_shown.connect(self.tally.show_lines)
        presenter.names_shown.connect(self.names.show_sheet)
        presenter.foot_shown.connect(self._show_foot)
        presenter.map_shown.connect(self._show_map)
        presenter.tempo_shown.connect(self.map.show_motion)
        presenter.spread_shown.connect(self.map.overlay.animation.show_spread)
        presenter.reserves_shown.connect(self.map.overlay.animation.show_reserves)

    def _dress(self) -> None:
        title = translate("Display", "Participants' display")
        self.setWindowTitle(f"{title} – Blackstart")
        self.setAccessibleName(title)
        self.setPalette(self._look.theme.palette())
        self._place()
        self.update()


def _in_px(place: QRectF, unit: float) -> QRect:
    """Round edges, not sizes: what meets in units meets in px."""
    left, top = round(place.left() * unit), round(place.top() * unit)
    return QRect(left, top, round(place.right() * unit) - left, round(place.bottom() * unit) - top)
