"""The column beside the strips: the map at the playhead, how many are in which state, facts of what is chosen."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from blackstart.core.base.simtime import clock_face
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.view import MapView
from blackstart.shell.review.facts_view import FactsView
from blackstart.shell.review.state_tally import StateTally
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import OneLine, rule
from blackstart.shell.widgets.tab_order import follow_layout

translate = QCoreApplication.translate

WIDTH_PX, MOST_OF_WINDOW = 352, 0.36
HEAD_PX, SETTLING_MS = 44, 60  # a part that has just been shown gets its place in several rounds
LEAST_MAP_SHARE, MOST_MAP_SHARE, MOST_OF_HEIGHT = 0.5, 1.0, 0.42  # of its width, and of the column


class SideColumn(QWidget):
    """Holds the map until it is wanted larger, elsewhere on the page."""

    enlarge_wished = Signal()

    def __init__(self, map_: MapView, look: Look) -> None:
        super().__init__()
        self._look = look
        self._map = map_
        self._shape = LEAST_MAP_SHARE  # height of the map by its width
        self.time = OneLine(role="strong")
        self.larger = Button(translate("Review", "Enlarge"), look, role="quiet")
        self.place = QFrame()
        self.tally = StateTally(look)
        self.facts = FactsView(look)
        self._words = QVBoxLayout()
        self._scroll = QScrollArea()
        self._revealed: QWidget | None = None
        self._reveal_timer = QTimer(self, singleShot=True, interval=SETTLING_MS)
        self._reveal_timer.timeout.connect(self._reveal)
        self._order_timer = QTimer(self, singleShot=True, interval=0)
        self._order_timer.timeout.connect(self._order)
        self._lay_out()
        self.larger.clicked.connect(self.enlarge_wished)
        self.take_map()

    def fit_window(self, width_px: int) -> None:
        """Take the width that suits a page of that width."""
        self.setFixedWidth(min(self._look.px(WIDTH_PX), round(width_px * MOST_OF_WINDOW)))

    def take_map(self) -> None:
        """Hold the map here."""
        layout = self.place.layout()
        if layout is not None:
            layout.addWidget(self._map)
        self.place.show()
        self.setTabOrder(self.larger, self._map)
        self.setTabOrder(self._map, self._scroll)
        self.larger.setText(translate("Review", "Enlarge"))
        self._fit_map()

    def give_map(self) -> None:
        """Let the map go to where it is larger."""
        self.place.hide()
        self.larger.setText(translate("Review", "Make small"))

    def take_legend(self, legend: QWidget) -> None:
        """Hold the legend of the strips, which have no room for it."""
        self._words.insertWidget(1, legend)

    def take_section(self, section: QWidget) -> None:
        """Hold a part below those that are there."""
        self._words.insertWidget(self._words.count() - 1, section)

    def reveal(self, part: QWidget) -> None:
        """Scroll to where a part is seen, once it has its place."""
        self._revealed = part
        self._reveal_timer.start()

    def show_shape(self, width: float, height: float) -> None:
        """Give the map the height of a drawing that is so wide and so high."""
        self._shape = min(max(height / max(width, 1.0), LEAST_MAP_SHARE), MOST_MAP_SHARE)
        self._fit_map()

    def show_moment(self, moment: Moment) -> None:
        self.time.say(translate("Review", "Map at {time}").format(time=clock_face(moment.now)))
        self.tally.show_standings(moment.standings.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_map()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._order_timer.start()  # something was built anew
        return super().eventFilter(watched, event)

    def _order(self) -> None:
        held = self._scroll.widget()
        if held is not None:
            follow_layout(self._scroll, held)

    def _reveal(self) -> None:
        part, self._revealed = self._revealed, None
        held = self._scroll.widget()
        if part is None or held is None or not isValid(part):
            return
        if part.height() + 2 * SPACE_12 < self._scroll.viewport().height():
            self._scroll.ensureWidgetVisible(part, 0, SPACE_12)
        else:  # of what has no room its beginning is seen
            self._scroll.verticalScrollBar().setValue(part.mapTo(held, QPoint()).y())

    def _fit_map(self) -> None:
        inner = self.width() - 2 * SPACE_16
        self.place.setFixedHeight(round(min(inner * self._shape, self.height() * MOST_OF_HEIGHT)) + 2)

    def _lay_out(self) -> None:
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.place.setProperty("role", "panel")
        around = QHBoxLayout()
        around.setContentsMargins(0, 0, SPACE_16, 0)
        around.addWidget(self.place)
        held = QVBoxLayout(self.place)
        held.setContentsMargins(1, 1, 1, 1)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, SPACE_4, 0)
        head.addWidget(self.time, 1)
        head.addWidget(self.larger)
        top = QWidget()
        top.setLayout(head)
        top.setFixedHeight(self._look.px(HEAD_PX))
        held_words = QWidget()
        held_words.setLayout(self._words)
        self._words.setContentsMargins(0, 0, SPACE_8, SPACE_16)
        self._words.setSpacing(SPACE_12)
        self._words.addWidget(self.tally)
        self._words.addWidget(rule())
        self._words.addWidget(self.facts)
        self._words.addStretch(1)
        scroll = self._scroll
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(held_words)
        held_words.installEventFilter(self)
        scroll.setAccessibleName(translate("Review", "Facts, ratings and what follows from the run"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(around)
        column.addSpacing(SPACE_12)
        column.addWidget(scroll, 1)
