"""The chooser of effects: a component or zone by typing, what happens to it, and the rows of what was chosen.

Shared by everything at the console that may bring effects nobody scripted: improvised injects, actions on the spot,
unscripted decisions.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.base.percents import format_percent, parse_percent
from blackstart.core.engine.effects import Effect
from blackstart.core.exercise.model import Drill
from blackstart.core.exercise.wording import Wording
from blackstart.core.topology.kinds import kind
from blackstart.core.topology.model import Permille
from blackstart.shell.run.effect_ways import HALF, Way, at_level, ways_of_component, ways_of_zone
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.name_finder import NameFinder
from blackstart.shell.widgets.pick_list import PickRow
from blackstart.shell.widgets.picker import Picker

translate = QCoreApplication.translate

USUAL = format_percent(HALF)
LEVEL_PX, MOST_WAYS = 84, 12
ZONE = "zone:"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EffectsField(QWidget):
    """Holds a tuple of effects; empty = nothing happens on the map."""

    changed = Signal()  # other effects than before
    incomplete = Signal(str)  # one sentence: why nothing was added

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._drill: Drill | None = None
        self._wording: Wording | None = None
        self._effects: list[Effect] = []
        self._known: tuple[Way, ...] = ()
        self._shown: list[_EffectRow] = []
        self._rows = QVBoxLayout()
        self.where = NameFinder(translate("EffectsField", "Type a component or zone"), look)
        self.what = _WayPicker(look)
        self.level = QLineEdit(USUAL)
        self.add = Button(translate("EffectsField", "Add"), look, "plus")
        self._set_up()
        self._lay_out()
        self._show_ways("")

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What was chosen, in the order in which it was."""
        return tuple(self._effects)

    def show_drill(self, drill: Drill) -> None:
        """Offer what lies on a drill's map; what was chosen for another drill is gone."""
        if drill is self._drill:
            return
        self._drill, self._wording = drill, Wording(drill, self._look.words)
        self.where.offer(self._names)
        self.where.clear()
        self.take(())

    def take(self, effects: Iterable[Effect]) -> None:
        """Begin with these effects."""
        self._effects = list(effects)
        self._show_rows()
        self.changed.emit()

    def add_chosen(self) -> bool:
        """Add what stands in the fields; False = they are half filled in, and `incomplete` says so.

        Forms ask this before they hand on the effects: what was chosen and not yet added is meant too.
        """
        if not self.where.key:
            if self.where.is_half_typed:
                self._complain()
            return not self.where.is_half_typed
        effect = self._chosen(self._known[self.what.currentIndex()])
        if effect is None:
            return False
        self._effects.append(effect)
        self.level.setText(USUAL)
        self.where.clear()
        self._show_rows()
        self.changed.emit()
        return True

    def _add(self) -> None:
        if not self.where.key:
            self._complain()
        elif self.add_chosen():
            self.where.setFocus()

    def _chosen(self, way: Way) -> Effect | None:
        """Return the effect of a way with the share that stands in its field; None = that is no share."""
        if not way.takes_level:
            return way.effect
        try:
            return at_level(way, Permille(parse_percent(f"{self.level.text().strip().rstrip('%')} %")))
        except ValueError:
            self.incomplete.emit(translate("EffectsField", "No effect is added yet: give the share as 40 %."))
            self.level.setFocus()
            return None

    def _complain(self) -> None:
        self.incomplete.emit(
            translate("EffectsField", "No effect is added yet: choose a component or zone from the list.")
        )
        self.where.setFocus()

    def _drop(self) -> None:
        pressed = self.sender()
        number = next(number for number, row in enumerate(self._shown) if row.drop is pressed)
        del self._effects[number]
        self._show_rows()
        self.where.setFocus()
        self.changed.emit()

    def _show_ways(self, key: str) -> None:
        """Offer what can happen to what was found."""
        self._known = self._ways(key)
        self.what.show_ways(self._said([way.effect for way in self._known]))
        for part in (self.what, self.add):
            part.setVisible(bool(key))
        self._show_level()

    def _names(self) -> list[PickRow]:
        if self._drill is None:
            return []
        topology, language = self._drill.topology, self._look.language
        zones = [PickRow(f"{ZONE}{zone.id}", zone.label(language), "zone") for zone in topology.zones]
        return [*(PickRow(part.id, part.label(language), kind(part.kind).icon) for part in topology.components), *zones]

    def _ways(self, key: str) -> tuple[Way, ...]:
        if not key or self._drill is None:
            return ()
        if key.startswith(ZONE):
            return ways_of_zone(ZoneId(key.removeprefix(ZONE)))
        return ways_of_component(self._drill.topology.component(ComponentId(key)))

    def _said(self, effects: Iterable[Effect]) -> tuple[str, ...]:
        return self._wording.effects(effects) if self._wording is not None else ()

    def _show_level(self) -> None:
        number = self.what.currentIndex()
        self.level.setVisible(0 <= number < len(self._known) and self._known[number].takes_level)

    def _begin_ways(self, key: str) -> None:
        self._show_ways(key)
        if key and self.where.line.hasFocus():
            self.what.setFocus()

    def _show_rows(self) -> None:
        for row in self._shown:
            self._rows.removeWidget(row)
            row.hide()  # it is gone only after the next frame
            row.deleteLater()
        self._shown = [_EffectRow(words, self._look) for words in self._said(self._effects)]
        for row in self._shown:
            row.drop.clicked.connect(self._drop)
            self._rows.addWidget(row)

    def _set_up(self) -> None:
        self.level.setFixedWidth(self._look.px(LEVEL_PX))
        self.level.setAccessibleName(translate("EffectsField", "Share"))
        self.what.setAccessibleName(translate("EffectsField", "What happens to it"))
        self.where.found.connect(self._begin_ways)
        self.what.currentIndexChanged.connect(self._show_level)
        self.what.entered.connect(self._add)
        self.level.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)

    def _lay_out(self) -> None:
        last = QHBoxLayout()
        last.setSpacing(SPACE_8)
        last.addWidget(self.level)
        last.addStretch(1)
        last.addWidget(self.add)
        self._rows.setSpacing(SPACE_4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(self._rows)
        column.addWidget(self.where)
        column.addWidget(self.what)
        column.addLayout(last)


class _WayPicker(Picker):
    """Enter is done with choosing."""

    entered = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setProperty("role", "list")
        self.setMaxVisibleItems(MOST_WAYS)
        self.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_ways(self, texts: Sequence[str]) -> None:
        self.clear()
        self.addItems(texts)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the form is scrolled, and nothing is chosen by the way

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if is_plain and Qt.Key(event.key()) in _ENTER:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _ENTER:
            self.entered.emit()
            return
        super().keyPressEvent(event)


class _EffectRow(QWidget):
    """One effect in words, and what takes it out again."""

    def __init__(self, words: str, look: Look) -> None:
        super().__init__()
        self.words = Label(words, wraps=True)
        self.drop = Button("×", look, role="add")
        self.drop.setAccessibleName(translate("EffectsField", "Take out: {effect}").format(effect=words))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_8, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self.words, 1)
        row.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)
