"""The projector's button at the end of the clock bar: what participants have before them, by form and word."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu

from blackstart.shell.actions.spec import key_text
from blackstart.shell.run.projector_actions import projector_actions
from blackstart.shell.support.fonts import BODY, META
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.projector_sheet import IN_A_WINDOW, ProjectorSheet, ProjectorState

translate = QCoreApplication.translate

ICON_PX, ICON_X, WORDS_X, RIGHT_PX = 16.0, 20.0, 36.0, 12.0  # of the icon's middle, and of the words
DOT_PX, DOT_GAP_PX = 4.5, 8.0
BASELINES = (0.41, 0.83)  # of the button's height


class ProjectorButton(Button):
    """Shows a `ProjectorSheet`; pressed, it opens a menu of what can be done with the display."""

    switch_wished = Signal()
    place_wished = Signal(str)  # key of a screen, or IN_A_WINDOW
    full_wished = Signal()
    freeze_wished = Signal()
    blank_wished = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("", look)
        self.sheet = ProjectorSheet()
        self._menu = QMenu(self)
        self.clicked.connect(self.open_menu)
        self._say()

    def show_sheet(self, sheet: ProjectorSheet) -> None:
        if sheet != self.sheet:
            self.sheet = sheet
            self._say()
            self.updateGeometry()
            self.update()

    def open_menu(self) -> None:
        """Open the menu below the button."""
        self.fill_menu()
        corner = self.mapToGlobal(QPoint(self.width() - self._menu.sizeHint().width(), self.height() + 4))
        self._menu.popup(corner)

    def hindrance(self) -> str:
        """Say why the display can neither stand nor be blank; empty = it can."""
        return "" if self.sheet.is_on else translate("Projector", "The participants' display is off.")

    def fill_menu(self) -> QMenu:
        """Fill the menu with what can be done now, and return it."""
        sheet, menu = self.sheet, self._menu
        menu.clear()
        specs = {spec.id: spec for spec in projector_actions()}
        wishes = (
            ("run.display", self.switch_wished.emit, sheet.is_on, True),
            ("run.display-full", self.full_wished.emit, sheet.is_on and sheet.place != IN_A_WINDOW, True),
            ("run.display-freeze", self.freeze_wished.emit, sheet.is_frozen, sheet.is_on),
            ("run.display-blank", self.blank_wished.emit, sheet.is_blank, sheet.is_on),
        )
        for id_, wish, is_checked, is_enabled in wishes:
            row = _row(menu, f"{specs[id_].text}\t{key_text(specs[id_])}", wish, is_checked=is_checked)
            row.setObjectName(id_)
            row.setEnabled(is_enabled)
        menu.addSeparator()
        group = QActionGroup(menu)
        places = [(face.key, face.name) for face in sheet.screens]
        for place, name in (*places, (IN_A_WINDOW, translate("Projector", "In a window"))):
            row = _row(menu, name, self._placing(place), is_checked=place == sheet.place)
            row.setObjectName(place)
            group.addAction(row)
        return menu

    def sizeHint(self) -> QSize:
        first = QFontMetricsF(self._look.font(BODY, is_bold=True)).horizontalAdvance(self._heading())
        widest = max(QFontMetricsF(self._look.font(META)).horizontalAdvance(word) for word in _words().values())
        dot = self._look.px(2 * DOT_PX + DOT_GAP_PX)
        words = max(first, widest + dot)
        return QSize(round(self._look.px(WORDS_X) + words + self._look.px(RIGHT_PX)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, px = self._look.theme, self._look.px
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            middle = QPointF(px(ICON_X), self.height() / 2)
            draw_icon(painter, "projector", middle, px(ICON_PX), theme.color("tx1"))
            left = px(WORDS_X)
            painter.setFont(self._look.font(BODY, is_bold=True))
            painter.setPen(theme.color("tx1"))
            painter.drawText(QPointF(left, self.height() * BASELINES[0]), self._heading())
            baseline, small = self.height() * BASELINES[1], self._look.font(META)
            dot = QPointF(left + px(DOT_PX), baseline - QFontMetricsF(small).capHeight() / 2)
            draw_dot(painter, self.sheet.state, dot, px(2 * DOT_PX) / 2, self._look)
            painter.setFont(small)
            painter.setPen(theme.color("tx2"))
            painter.drawText(QPointF(left + px(2 * DOT_PX + DOT_GAP_PX), baseline), _words()[self.sheet.state])

    def _heading(self) -> str:
        return translate("Projector", "Projector")

    def _placing(self, place: str) -> Callable[[], None]:
        return lambda: self.place_wished.emit(place)

    def _say(self) -> None:
        said = f"{self._heading()}: {_words()[self.sheet.state]}"
        self.setAccessibleName(said)
        self.setToolTip(translate("Projector", "The participants' display"))


def draw_dot(painter: QPainter, state: ProjectorState, centre: QPointF, radius: float, look: Look) -> None:
    """Paint the state's form: ring = off, disc = shown, bars = frozen, square = blank, broken ring = away."""
    ink = look.theme.color("tx1" if state is not ProjectorState.OFF else "tx3")
    painter.setPen(QPen(ink, 1.4 * radius / DOT_PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = radius - 0.7
    round_ = QRectF(centre.x() - inner, centre.y() - inner, 2 * inner, 2 * inner)
    if state is ProjectorState.OFF:
        painter.drawEllipse(round_)
    elif state is ProjectorState.AWAY:
        for start in (0, 120, 240):
            painter.drawArc(round_, start * 16, 70 * 16)
    elif state is ProjectorState.BLANK:
        painter.drawRect(round_.adjusted(0.3, 0.3, -0.3, -0.3))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if state is ProjectorState.SHOWN:
            painter.drawEllipse(centre, radius * 0.8, radius * 0.8)
        else:
            for left in (-0.75, 0.2):
                bar = QRectF(left * radius, -radius * 0.85, radius * 0.5, radius * 1.7)
                painter.drawRect(bar.translated(centre))


def _words() -> dict[ProjectorState, str]:
    return {
        ProjectorState.OFF: translate("Projector", "off"),
        ProjectorState.SHOWN: translate("Projector", "shown"),
        ProjectorState.FROZEN: translate("Projector", "frozen"),
        ProjectorState.BLANK: translate("Projector", "blank"),
        ProjectorState.AWAY: translate("Projector", "unplugged"),
    }


def _row(menu: QMenu, text: str, wish: Callable[[], None], *, is_checked: bool) -> QAction:
    row = QAction(text, menu)
    row.setCheckable(True)
    row.setChecked(is_checked)
    row.triggered.connect(lambda: wish())
    menu.addAction(row)
    return row
