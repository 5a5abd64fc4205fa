"""The map of a drill with faults, as far as it could be read: to be looked at, not to be drawn on."""

from collections import Counter
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import Drawing
from blackstart.shell.canvas.moment import Asked
from blackstart.shell.canvas.picture import Face, Picture
from blackstart.shell.canvas.view import MapView
from blackstart.shell.document.faulty import FaultyFile
from blackstart.shell.draw.pictures import Faces
from blackstart.shell.support.fonts import font
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

MARK_PX, MARK_WORD_PX = 16.0, 11
AROUND_PX = 96.0  # view px round the component that is jumped to


class MarkedMap(MapView):
    """Paints a mark with the number of its faults on each component that has any."""

    def __init__(self, look: Look, faults: Counter[ComponentId]) -> None:
        super().__init__(look)
        self._faults = faults

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_gliding:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for component, number in self._faults.items():
                self._mark(painter, self.place_of(component).topRight(), number)

    def _mark(self, painter: QPainter, at: QPointF, number: int) -> None:
        mark = QRectF(0, 0, MARK_PX, MARK_PX)
        mark.moveCenter(at)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.color("ink"))
        painter.drawEllipse(mark)
        painter.setPen(self._look.theme.color("bg0"))
        painter.setFont(font(MARK_WORD_PX, is_bold=True))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, str(number) if number < 10 else "+")


class FaultMap(QWidget):
    """Shows the map and says that it is no more than what could be read."""

    chosen = Signal(object)  # ComponentId or None

    def __init__(self, file: FaultyFile, drawing: Drawing, look: Look) -> None:
        super().__init__()
        found = (file.salvage.component_of(each) for each in file.findings)
        self._faults = Counter(each for each in found if each is not None)
        self._faces = Faces(file.salvage.topology, look.words)
        self._drawing = drawing
        self.view = MarkedMap(look, self._faults)
        count = look.words.say("count.components", count=len(drawing.arrangement.cards))
        words = translate("FaultSheet", "What could be read, only to be looked at: {components}")
        self.note = Label(words.format(components=count), role="hint", wraps=True)
        self.note.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.note)
        page.addWidget(self.view, 1)
        self.view.setAccessibleName(self.note.text())
        self.view.chosen.connect(self.chosen)
        self.view.show_picture(self._picture(None))

    def show_component(self, component: ComponentId | None) -> None:
        """Choose a component and bring it into sight; None = what is meant is not on the map."""
        self.view.show_picture(self._picture(component), is_kept=True)
        box = self._drawing.arrangement.cards.get(component) if component is not None else None
        if box is not None and self.view.isVisible():
            self.view.show_box(box, AROUND_PX, keeps_zoom=True)

    def _picture(self, component: ComponentId | None) -> Picture:
        picture = self._faces.picture(self._drawing, component)
        return replace(picture, faces=Asked(self._drawing.arrangement.cards, self._face))

    def _face(self, component: ComponentId) -> Face:
        face, number = self._faces.of(component), self._faults[component]
        if not number:
            return face
        one, more = translate("FaultSheet", "1 fault"), translate("FaultSheet", "{n} faults")
        return replace(face, badge=(one if number == 1 else more).format(n=number))
