"""The strips of a run as a list of components, each with what it went through in words."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import Words
from blackstart.core.engine.trace import Shown
from blackstart.core.review.timeline import StateSpan, Strip, Timeline
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex

NO_ZONES: Mapping[ComponentId, str] = MappingProxyType({})
MOST_TOLD = 12  # spans of one component that are read out


class StripsModel(QAbstractListModel):
    """One row a component, in the order of the timeline; those of a zone below a row with its name."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._timeline: Timeline | None = None
        self._names: dict[ComponentId, str] = {}
        self._zones: Mapping[ComponentId, str] = {}
        self._rows: tuple[Strip | str, ...] = ()
        self._places: dict[ComponentId, int] = {}

    def show_timeline(
        self, timeline: Timeline, names: dict[ComponentId, str], zones: Mapping[ComponentId, str] = NO_ZONES
    ) -> None:
        """Show strips; with `zones` those that follow one another in a zone get a heading."""
        self.beginResetModel()
        self._timeline, self._names, self._zones = timeline, names, zones
        self._rows = tuple(_rows(timeline, zones))
        self._places = {row.component: place for place, row in enumerate(self._rows) if isinstance(row, Strip)}
        self.endResetModel()

    def strip(self, index: Index) -> Strip | None:
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Strip) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let keys pass over headings: what they say is told with each component."""
        return super().flags(index) if self.strip(index) is not None else Qt.ItemFlag.NoItemFlags

    def index_of(self, component: ComponentId | None) -> QModelIndex:
        row = self._places.get(component) if component is not None else None
        return self.index(row) if row is not None else QModelIndex()

    def span_words(self, index: Index, at: int) -> str:
        """Say what a component is, and how it stood around a time."""
        strip = self.strip(index)
        if strip is None or self._timeline is None:
            return ""
        told = span_words(strip.at(at), self._timeline.until, self._look.words)
        return translate("Strips", "{name}: {spans}").format(name=self._names[strip.component], spans=told)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        strip = self.strip(index)
        if self._timeline is None or not index.isValid():
            return None
        if strip is None:
            return self._of_zone(str(self._rows[index.row()]), role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[strip.component]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = strip_words(strip, self._timeline.until, self._look.words)
            zone = self._zones.get(strip.component, "")
            name = f"{self._names[strip.component]}, {zone}" if zone else self._names[strip.component]
            return translate("Strips", "{name}: {spans}").format(name=name, spans=told)
        return None

    def _of_zone(self, name: str, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return translate("Strips", "Zone: {name}").format(name=name)
        return None


def _rows(timeline: Timeline, zones: Mapping[ComponentId, str]) -> Iterator[Strip | str]:
    before = None
    for strip in timeline.strips:
        zone = zones.get(strip.component)
        if zone is not None and zone != before:
            yield zone
        before = zone
        yield strip


def strip_words(strip: Strip, until: int, words: Words) -> str:
    """Say what a component went through, in order of time; of one that always ran, that it did."""
    told = [span for span in strip.spans if span.shown is not Shown.OPERATIONAL or span.is_on_reserve]
    if not told:
        return span_words(strip.spans[0], until, words)
    said = "; ".join(span_words(span, until, words) for span in told[:MOST_TOLD])
    more = len(told) - MOST_TOLD
    return translate("Strips", "{spans}; and {more} more").format(spans=said, more=more) if more > 0 else said


def span_words(span: StateSpan, until: int, words: Words) -> str:
    """Say how something stood, from when and until when."""
    state = state_word(span, words)
    start, end = clock_face(span.start), clock_face(span.until)
    if span.until > until:
        if span.start == 0:
            return translate("Strips", "{state} all the time").format(state=state)
        return translate("Strips", "{state} from {start} to the end").format(state=state, start=start)
    return translate("Strips", "{state} from {start} to {until}").format(state=state, start=start, until=end)


def state_word(span: StateSpan, words: Words) -> str:
    """Return the word for a state; what runs on reserve says so, and what is degraded says both."""
    state = words.say(f"state.{span.shown}")
    if not span.is_on_reserve:
        return state
    reserve = words.say("state.on-reserve")
    return reserve if span.shown is Shown.OPERATIONAL else f"{state}, {reserve}"
