"""How the map is to be put out: what of it, as what, how large, in which colours."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.draw.output import Form, Job
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import DARK, LIGHT, SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button, Segments
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

WIDTH_PX, NAMES_PX = 520, 96
WHOLE, CHOSEN, MAP, NOTHING = "whole", "chosen", "map", "nothing"
SCALES = (1, 2, 3, 4)


class OutDialog(QDialog):
    """Emits what is wished; the sizes of the map are told to it."""

    copy_wished = Signal(object)  # Job
    save_wished = Signal(object)  # Job
    print_wished = Signal(object)  # Job
    changed = Signal(object)  # Job: its size is to be told

    def __init__(self, job: Job, look: Look, over: QWidget, *, has_chosen: bool) -> None:
        super().__init__(over)
        self._look, self._job = look, job
        self.what = Segments(
            ((WHOLE, translate("DrawOut", "Whole map")), (CHOSEN, translate("DrawOut", "What is chosen")))
        )
        self.form = Segments([(each.value, each.name) for each in Form])
        self.scale = Segments([(str(each), translate("DrawOut", "{scale}×").format(scale=each)) for each in SCALES])
        self.theme = Segments(((LIGHT, translate("DrawOut", "Light")), (DARK, translate("DrawOut", "Dark"))))
        self.ground = Segments(
            ((MAP, translate("DrawOut", "As the map")), (NOTHING, translate("DrawOut", "Transparent")))
        )
        self.size_told = Label(role="secondary")
        self.print = Button(translate("DrawOut", "Print…"), look)
        self.copy = Button(translate("DrawOut", "Copy"), look)
        self.save = Button(translate("DrawOut", "Save…"), look, role="primary")
        self._has_chosen = has_chosen
        self.setWindowTitle(translate("DrawOut", "Export the map"))
        self._lay_out()
        self._join()
        self._show()

    @property
    def job(self) -> Job:
        return self._job

    def tell_size(self, words: str) -> None:
        """Say how large it will be."""
        self.size_told.setText(words)

    def _show(self) -> None:
        job = self._job
        self.what.choose(CHOSEN if job.is_chosen_only else WHOLE)
        self.what.button(CHOSEN).setEnabled(self._has_chosen)
        self.form.choose(job.form.value)
        self.scale.choose(str(job.scale))
        self.theme.choose(job.theme)
        self.ground.choose(NOTHING if job.is_transparent else MAP)
        for each in SCALES:
            self.scale.button(str(each)).setEnabled(job.form is Form.PNG)

    def _take(self, job: Job) -> None:
        self._job = job
        self._show()
        self.changed.emit(job)

    def _take_what(self, key: str) -> None:
        self._take(replace(self._job, is_chosen_only=key == CHOSEN))

    def _take_form(self, key: str) -> None:
        self._take(replace(self._job, form=Form(key)))

    def _take_scale(self, key: str) -> None:
        self._take(replace(self._job, scale=int(key)))

    def _take_theme(self, key: str) -> None:
        self._take(replace(self._job, theme=key))

    def _take_ground(self, key: str) -> None:
        self._take(replace(self._job, is_transparent=key == NOTHING))

    def _join(self) -> None:
        self.what.picked.connect(self._take_what)
        self.form.picked.connect(self._take_form)
        self.scale.picked.connect(self._take_scale)
        self.theme.picked.connect(self._take_theme)
        self.ground.picked.connect(self._take_ground)
        self.copy.clicked.connect(lambda: self.copy_wished.emit(self._job))
        self.save.clicked.connect(lambda: self.save_wished.emit(self._job))
        self.print.clicked.connect(lambda: self.print_wished.emit(self._job))

    def _lay_out(self) -> None:
        rows: Sequence[tuple[str, Segments]] = (
            (translate("DrawOut", "What"), self.what),
            (translate("DrawOut", "File"), self.form),
            (translate("DrawOut", "Size"), self.scale),
            (translate("DrawOut", "Colours"), self.theme),
            (translate("DrawOut", "Ground"), self.ground),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_20)
        grid.setVerticalSpacing(SPACE_12)
        grid.setColumnMinimumWidth(0, self._look.px(NAMES_PX))
        grid.setColumnStretch(1, 1)
        for number, (name, segments) in enumerate(rows):
            segments.name(name)
            grid.addWidget(Label(name, role="soft"), number, 0)
            grid.addWidget(segments, number, 1)
        grid.addWidget(self.size_told, len(rows), 1)
        feet = QHBoxLayout()
        feet.setSpacing(SPACE_8)
        feet.addStretch(1)
        for each in (self.print, self.copy, self.save):
            feet.addWidget(each)
        page = QVBoxLayout(self)
        page.setContentsMargins(SPACE_20, SPACE_20, SPACE_20, SPACE_20)
        page.setSpacing(SPACE_16)
        page.addLayout(grid)
        page.addLayout(feet)
        self.setMinimumWidth(self._look.px(WIDTH_PX))
