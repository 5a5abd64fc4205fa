"""An action that nobody scripted: what, who, how long, with whose hands, what it needs, what it brings about."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from blackstart.core.base.ids import ComponentId, CrewId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.typed_time import typed_duration
from blackstart.core.engine.effects import Effect
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import ActUnscripted
from blackstart.core.topology.kinds import kind
from blackstart.shell.run.effects_field import EffectsField
from blackstart.shell.run.names_field import NamesField
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.form_sheet import FormSheet
from blackstart.shell.widgets.pick_list import PickRow
from blackstart.shell.widgets.picker import Picker
from blackstart.shell.widgets.who_field import WhoField

translate = QCoreApplication.translate

People = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SpotDraft:
    """An action on the spot as far as it is filled in."""

    text: str = ""
    who: str = ""
    takes: str = ""
    crew: str = ""
    requires: tuple[ComponentId, ...] = ()
    effects: tuple[Effect, ...] = ()


class SpotSheet(FormSheet):
    """Emits the command; it is closed by whoever carries that out."""

    ordered = Signal(object)  # ActUnscripted

    def __init__(self, drill: Drill, people: People, look: Look) -> None:
        super().__init__(translate("SpotSheet", "An action on the spot"), translate("SpotSheet", "Begin"), look)
        topology = drill.topology
        self.text = QLineEdit()
        self.who = WhoField(look)
        self.takes = QLineEdit()
        self.crew = Picker(look)
        self._topology = topology
        self.requires = NamesField(translate("NamesField", "Type a component"), self._components, look)
        self.effects = EffectsField(look)
        self.who.show_people(people)
        self.takes.setPlaceholderText(translate("SpotSheet", "at once; or such as 40 min, 1 h 30 min"))
        self.crew.addItem(translate("SpotSheet", "nobody's hands"), "")
        for crew in topology.crews:
            self.crew.addItem(crew.label(look.language), crew.id)
        self.effects.show_drill(drill)
        self.add_field(translate("SpotSheet", "What is done"), self.text)
        self.add_field(translate("SpotSheet", "Who does it"), self.who)
        self.add_field(translate("SpotSheet", "How long it takes"), self.takes)
        if topology.crews:
            self.add_field(translate("SpotSheet", "Whose hands it takes"), self.crew)
        self.add_field(translate("SpotSheet", "What must work for it"), self.requires)
        self.add_field(translate("SpotSheet", "What it brings about on the map"), self.effects)
        self.effects.incomplete.connect(self.complain)
        self.handed_on.connect(self._order)

    def first_stop(self) -> QWidget | None:
        return self.text

    @property
    def draft(self) -> SpotDraft:
        """What is filled in."""
        crew = str(self.crew.currentData() or "")
        requires = tuple(map(ComponentId, self.requires.keys))
        return SpotDraft(self.text.text(), self.who.who, self.takes.text(), crew, requires, self.effects.effects)

    def take_draft(self, draft: SpotDraft) -> None:
        """Go on with what was filled in before."""
        self.text.setText(draft.text)
        self.who.choose(draft.who)
        self.takes.setText(draft.takes)
        self.crew.setCurrentIndex(max(self.crew.findData(draft.crew), 0))
        self.requires.take(draft.requires)
        self.effects.take(draft.effects)

    def _components(self) -> list[PickRow]:
        language = self._look.language
        return [PickRow(part.id, part.label(language), kind(part.kind).icon) for part in self._topology.components]

    def _order(self) -> None:
        if not self.effects.add_chosen():
            return
        draft = self.draft
        takes = _seconds(draft.takes)
        if not draft.text.strip():
            self._ask(self.text, translate("SpotSheet", "Nothing is begun yet: say what is done."))
        elif not draft.who:
            self._ask(self.who, translate("SpotSheet", "Nothing is begun yet: say who does it."))
        elif takes is None:
            self._ask(
                self.takes, translate("SpotSheet", "Nothing is begun yet: give the time as 40 min or 1 h 30 min.")
            )
        else:
            crew = CrewId(draft.crew) if draft.crew else None
            self.ordered.emit(ActUnscripted(draft.text.strip(), takes, draft.who, draft.requires, crew, draft.effects))

    def _ask(self, field: QWidget, sentence: str) -> None:
        self.complain(sentence)
        field.setFocus()


def _seconds(typed: str) -> Seconds | None:
    """Read a length of time; empty = none at all, None = that cannot be read."""
    if not typed.strip():
        return Seconds(0)
    try:
        return typed_duration(typed)
    except ValueError:
        return None
