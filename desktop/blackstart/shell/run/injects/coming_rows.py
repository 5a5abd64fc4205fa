"""The rows of what is to come, as the run stands."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import DecisionId, InjectId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import Words
from blackstart.core.exercise.model import Condition, Decision, Inject
from blackstart.core.exercise.wording import Wording
from blackstart.core.play.director import Director
from blackstart.core.play.injects import UpcomingInject
from blackstart.core.topology.model import Component, Topology
from blackstart.shell.canvas.faces import BATTERY_KINDS
from blackstart.shell.run.coming import ComingRow, Verb
from blackstart.shell.widgets.channel_icons import ICONS

translate = QCoreApplication.translate

_LATE = 1 << 62  # behind everything that has a time


class ComingRows:
    """Makes the rows of one drill in one language; what its script says is put into words once."""

    def __init__(self, director: Director, words: Words) -> None:
        drill = director.drill
        self.drill = drill
        self.words = words
        self._wording = Wording(drill, words)
        self._whens: dict[InjectId | DecisionId, str] = {}
        self._wordless: dict[InjectId, str] = {}
        injects = drill.exercise.injects if drill.exercise is not None else ()
        self._openers = {each.opens: each for each in injects if each.opens is not None}
        self._lasting = tuple(_lasting(drill.topology))

    def rows(self, director: Director) -> tuple[ComingRow, ...]:
        """Return what can still come: by time, then what waits for something to be so, then what waits for a hand."""
        if director.is_ended:
            return ()
        upcoming = director.upcoming()
        rows = [self.inject(each) for each in upcoming]
        rows += self._decisions(director, upcoming)
        rows += self._of_the_map(director)
        return tuple(sorted(rows, key=_order))

    def title(self, inject: Inject) -> str:
        """Who an inject comes from; its channel where the script does not say."""
        if inject.sender is not None:
            return inject.sender.to(self.words.language)
        return self.words.say(f"channel.{inject.channel}")

    def text(self, inject: Inject) -> str:
        """What an inject says; one that only changes the map, what it does there."""
        if inject.text is not None:
            return inject.text.to(self.words.language)
        if inject.id not in self._wordless:
            self._wordless[inject.id] = "; ".join(self.effects(inject))
        return self._wordless[inject.id]

    def effects(self, inject: Inject) -> tuple[str, ...]:
        """Return what an inject does to the map, in words."""
        return self._wording.effects(inject.effects)

    def when(self, id_: InjectId | DecisionId, condition: Condition) -> str:
        """Return in words what an inject or a decision waits for."""
        if id_ not in self._whens:
            self._whens[id_] = self._wording.when(condition)
        return self._whens[id_]

    def inject(self, row: UpcomingInject) -> ComingRow:
        """Return the row of an inject."""
        inject = row.inject
        verbs = (Verb.DELIVER, Verb.HOLD_BACK, Verb.MOVE, Verb.SKIP, Verb.READ)
        is_by_hand = row.how == "hand"
        return ComingRow(
            key=f"inject:{inject.id}",
            icon=ICONS[inject.channel],
            title=self.title(inject),
            text=self.text(inject),
            how=self.how(row),
            at=row.expected,
            is_timed=row.at is not None,
            verbs=tuple(verb for verb in verbs if not (is_by_hand and verb is Verb.HOLD_BACK)),
        )

    def how(self, row: UpcomingInject) -> str:
        """Return what brings an inject, in words."""
        inject = row.inject
        if row.how == "timed":
            is_moved = row.at not in (inject.at, inject.not_before)
            return translate("Injects", "moved to this time") if is_moved else translate("Injects", "timed")
        if row.how == "condition" and inject.when is not None:
            return self.when(inject.id, inject.when)
        is_held = inject.at is not None or inject.when is not None
        return translate("Injects", "held back") if is_held else translate("Injects", "by hand")

    def _decisions(self, director: Director, upcoming: tuple[UpcomingInject, ...]) -> Iterator[ComingRow]:
        expected = {each.inject.id: each for each in upcoming}
        for row in director.unopened():
            opener = self._openers.get(row.decision.id)
            by_inject = expected.get(opener.id) if opener is not None and row.how == "hand" else None
            yield ComingRow(
                key=f"decision:{row.decision.id}",
                icon="help",
                title=translate("Injects", "Decision"),
                text=row.decision.question.to(self.words.language),
                how=self._how_opened(row.decision, row.how, by_inject),
                at=by_inject.expected if by_inject is not None else row.expected,
                is_timed=row.at is not None,
                verbs=(Verb.OPEN,),
            )

    def _how_opened(self, decision: Decision, how: str, by_inject: UpcomingInject | None) -> str:
        if by_inject is not None:
            return translate("Injects", "comes with {sender}").format(sender=self.title(by_inject.inject))
        if how == "condition" and decision.when is not None:
            return self.when(decision.id, decision.when)
        return translate("Injects", "timed") if how == "timed" else translate("Injects", "by hand")

    def _of_the_map(self, director: Director) -> Iterator[ComingRow]:
        """Yield what will run out if its supply does not come back."""
        now = max(director.now, 0)
        for component in self._lasting:
            left = director.simulation.glance(component.id).on_reserve_s
            if left is None or now + left > director.lasts:
                continue
            is_battery = component.kind in BATTERY_KINDS
            empty, over = translate("Injects", "battery empty"), translate("Injects", "reserve runs out")
            yield ComingRow(
                key=f"component:{component.id}",
                icon="topo",
                title=component.label(self.words.language),
                text=empty if is_battery else over,
                how=translate("Injects", "from the model"),
                at=Seconds(now + left),
                is_timed=False,
                verbs=(Verb.SHOW,),
            )


def _lasting(topology: Topology) -> Iterator[Component]:
    """Yield what can go on for a while without a supply."""
    for component in topology.components:
        if any(need.survives for need in component.needs):
            yield component


def _order(row: ComingRow) -> tuple[int, bool]:
    """What has a time first; of one second what is told before what it opens; what waits for a hand last of all."""
    at = _LATE if row.at is None else row.at
    return at, not row.is_timed
