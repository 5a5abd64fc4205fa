"""What every page of the inspector is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from blackstart.core.analysis.sweep import Consequence
from blackstart.core.analysis.weakness import WeakPoint
from blackstart.core.base.ids import ComponentId
from blackstart.core.base.text import Text
from blackstart.core.base.words import Words
from blackstart.core.topology.kinds import KINDS, kind
from blackstart.core.topology.model import Purpose, Topology
from blackstart.shell.draw.inspector.page import Choice, Key


@dataclass(frozen=True, slots=True)
class Ground:
    """The map, the reader's words, and what has been found out about the map.

    Attributes
    ----------
    consequences : mapping of ComponentId to Consequence
        What falls with each; empty while it is being worked out.
    asked : Key
        What has been asked for and has no value yet, such as the currency.
    choices : tuple of Choice
        Every component to be picked from, made once for a map.
    purpose : Purpose
        What new needs are for.
    """

    topology: Topology
    words: Words
    title: Text
    summary: Text | None = None
    points: tuple[WeakPoint, ...] = ()
    consequences: Mapping[ComponentId, Consequence] = field(default_factory=dict)
    asked: Key = ()
    choices: tuple[Choice, ...] = ()
    purpose: Purpose = Purpose.RUN

    @property
    def language(self) -> str:
        return self.words.language

    def label(self, component: ComponentId) -> str:
        return self.topology.component(component).label(self.language)

    def icon(self, component: ComponentId) -> str:
        return kind(self.topology.component(component).kind).icon

    def kind_name(self, kind_id: str) -> str:
        """The name of a kind; of one that the catalogue lacks its id."""
        return self.words.say(f"kind.{kind_id}") if kind_id in KINDS else kind_id

    def others(self, *away: ComponentId) -> tuple[Choice, ...]:
        """Every component but some, to be picked from."""
        return tuple(each for each in self.choices if each.id not in away)


def choices_of(topology: Topology, language: str) -> tuple[Choice, ...]:
    """Every component to be picked from."""
    return tuple(Choice(each.id, each.label(language), kind(each.kind).icon) for each in topology.components)
