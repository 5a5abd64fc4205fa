"""The inspector with its presenter: all that the page has to set in its place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from blackstart.shell.draw.inspector.panel import Drafts, Inspector
from blackstart.shell.draw.inspector.presenter import InspectorPresenter
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.support.look import Look


class InspectorColumn(QWidget):
    """Joins the two."""

    left = Signal()  # Esc: back to the map

    def __init__(self, draw: DrawPresenter, look: Look) -> None:
        super().__init__()
        self.panel = Inspector(look)
        self.presenter = InspectorPresenter(draw, look, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panel)
        presenter, panel = self.presenter, self.panel
        presenter.page_shown.connect(panel.show_page)
        presenter.refused.connect(panel.refuse)
        panel.given.connect(presenter.give)
        panel.pressed.connect(presenter.press)
        panel.forgotten.connect(presenter.forget)
        panel.left.connect(self.left)
        draw.document.replaced.connect(self._forget_drafts)
        presenter.show()

    @property
    def drafts(self) -> Drafts:
        """What was typed and refused, to be taken by the page that comes after this one."""
        return self.panel.drafts

    def take_drafts(self, drafts: Drafts) -> None:
        self.panel.take_drafts(drafts)

    def _forget_drafts(self) -> None:
        self.panel.take_drafts({})

    def begin(self) -> None:
        """Put the focus into the first field."""
        self.panel.begin()
