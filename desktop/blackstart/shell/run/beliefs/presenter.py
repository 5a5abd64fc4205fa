"""The presenter of what the team believes: what it says goes through it to the run, the gap is told when it changes."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import clock_face
from blackstart.core.engine.trace import Shown
from blackstart.core.play.commands import Believe
from blackstart.core.play.events import Event
from blackstart.shell.run.beliefs.gap import BeliefLine, Gap, gap, lines, spoken
from blackstart.shell.run.people import speakers_of
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.stand import RunStand
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

MOST_LINES = 200  # that the sheet shows at a time


class BeliefsPresenter(QObject):
    """Hears how the run stands."""

    gap_shown = Signal(object)  # Gap
    stood = Signal()  # what `lines` tells may be another
    recorded = Signal()
    parted = Signal()
    refused = Signal(str)  # one sentence for the message bar

    def __init__(self, run: RunPresenter, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._look = look
        self._stand: RunStand | None = None
        self._gap = Gap()
        self._is_news = True
        self._of: tuple[object, int] = (None, 0)  # the director and how many entries the gap was read from
        run.stood.connect(self._hear)
        run.spread.connect(self._take)
        run.parted.connect(self._part)
        self.refused.connect(run.refused)
        run.map.tellers["beliefs"] = self.facts

    @property
    def gap(self) -> Gap:
        return self._gap

    @property
    def people(self) -> tuple[tuple[str, str], ...]:
        """Who can say what the team believes: ids and names."""
        stand = self._stand
        return speakers_of(stand.director, stand.entries, self._look.language) if stand is not None else ()

    def believe(self, command: Believe) -> bool:
        """Record what the team thinks of a component."""
        is_recorded = self._run.submit(command)
        if is_recorded:
            self.recorded.emit()
        return is_recorded

    def why_not(self) -> str:
        """Say why nothing can be recorded of it now."""
        return "" if self._run.is_under_way else translate("RunHindrances", "No run is under way.")

    def found(self, typed: str) -> tuple[ComponentId, ...]:
        """Return components by a part of their names: what is believed wrong first, then what was spoken of."""
        stand = self._stand
        if stand is None:
            return ()
        wanted, language = typed.strip().lower(), self._look.language
        beliefs = stand.director.awareness.beliefs
        fitting = [
            each.id
            for each in stand.director.drill.topology.components
            if wanted in each.label(language).lower() or wanted in each.id
        ]
        wrong, unseen = self._gap.wrong, self._gap.unseen
        return tuple(sorted(fitting, key=lambda id_: (id_ not in wrong, id_ not in beliefs, id_ not in unseen)))[
            :MOST_LINES
        ]

    def lines(self, components: Iterable[ComponentId]) -> tuple[BeliefLine, ...]:
        """Return how some components are believed to stand, and how they do."""
        stand = self._stand
        if stand is None:
            return ()
        return lines(stand.director, stand.entries, components, self._look.language)

    def facts(self, component: ComponentId) -> tuple[tuple[str, str], ...]:
        """Return what is to be told of a component beside how it stands; empty = nothing."""
        stand = self._stand
        if stand is None or not (component in self._gap.unseen or component in spoken(stand.entries)):
            return ()
        (line,) = self.lines((component,))
        told = []
        if line.believed is not None:
            told.append((translate("Beliefs", "Believed"), said_of(line, self._look)))
        if line.seen_s is not None:
            told.append((translate("Beliefs", "Last seen"), f"T+{clock_face(line.seen_s)}"))
        return tuple(told)

    def _hear(self, stand: RunStand) -> None:
        is_other = self._of != (stand.director, len(stand.entries))
        self._stand = stand
        if is_other or self._is_news:
            self._of, self._is_news = (stand.director, len(stand.entries)), False
            found = gap(stand.director) if stand.is_begun and not stand.is_self_study else Gap()
            if found != self._gap:
                self._gap = found
                self.gap_shown.emit(found)
            if is_other:
                self._run.map.show_map()  # what is told of the chosen card came before this was known
        self.stood.emit()

    def _take(self, events: Sequence[Event]) -> None:
        self._is_news = True

    def _part(self) -> None:
        self._stand, self._gap, self._of = None, Gap(), (None, 0)
        self.gap_shown.emit(self._gap)
        self.parted.emit()


def said_of(line: BeliefLine, look: Look) -> str:
    """Return what the team thinks of a component, since when, and why."""
    if line.believed is None:
        return ""
    word = look.words.say(f"state.{line.believed.value.replace(' ', '-')}")
    since = f"T+{clock_face(line.at)}" if line.at is not None else ""
    return ", ".join(filter(None, (word, since, line.why)))


def true_word(line: BeliefLine, look: Look) -> str:
    """Return how a component stands, in a word."""
    is_on_reserve = line.is_on_reserve and line.shown is Shown.OPERATIONAL
    return look.words.say("state.on-reserve" if is_on_reserve else f"state.{line.shown}")
