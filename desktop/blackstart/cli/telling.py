"""The lines of a timeline: events of a run in the reader's words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatchmethod
from typing import TextIO
from unicodedata import east_asian_width

from blackstart.core.base.ids import ComponentId, DecisionId, OptionId
from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.base.text import Text
from blackstart.core.base.words import Words
from blackstart.core.engine.trace import Shown
from blackstart.core.exercise.model import Decision, Inject, Role
from blackstart.core.play.director import Director
from blackstart.core.play.events import (
    ActionBegun,
    ActionDone,
    Decided,
    Delivered,
    Event,
    Opened,
    PhaseEnded,
    Settled,
    Spread,
    TimedOut,
)
from blackstart.core.play.stage import script

_WIDTH = 100  # columns of a terminal; a Korean letter takes two
_STAMP = 10  # columns of the time before a line
_ORDER = (Shown.DOWN, Shown.ISOLATED, Shown.MAINTENANCE, Shown.DEGRADED, Shown.RECOVERING, Shown.OPERATIONAL)


class Teller:
    """Writes what happens in a run, each second under one time stamp."""

    def __init__(self, director: Director, said: Words, out: TextIO) -> None:
        self._director = director
        self._script = script(director.drill)
        self._said = said
        self._out = out
        self._stamped: Seconds | None = None
        components = director.drill.topology.components
        self._names = {component.id: component.label(said.language) for component in components}
        self._shown = {component.id: director.simulation.standing(component.id).shown for component in components}

    def begin(self) -> None:
        """Write what is to be played."""
        drill = self._director.drill
        self.line(self._text(drill.title))
        self.line(self._said.say("timeline.lasts", lasts=self._said.duration(self._script.lasts)))
        for text in (drill.content_note, drill.summary, self._script.brief):
            if text is not None:
                self.line("")
                self.line(self._text(text))
        self.line("")

    def tell(self, events: Iterable[Event]) -> None:
        """Write what happened; what a component was already told to be is not told again.

        What is asked stands last in its second, so that nothing comes between a question and its answer.
        """
        for event in sorted(events, key=lambda event: (event.at, isinstance(event, Opened))):
            self._tell(event)

    def prompt(self, key: str, **values: object) -> str:
        """What is shown where an answer is typed: `key` under ``timeline`` in the words."""
        return f"{'':{_STAMP}}{self._said.say(f'timeline.{key}', **values)} "

    def asked(self, decision: Decision) -> str:
        """The name of the role that a decision is put to; empty = nobody in particular."""
        return next((self._role(role) for role in self._script.roles if role.id == decision.asks), "")

    def no_option(self, typed: str, last: int) -> None:
        """Write that an answer was none."""
        self._under(self._said.say("timeline.no-option", found=typed, last=last))

    def end(self) -> None:
        """Write what was lost and what cannot come back."""
        said, simulation = self._said, self._director.simulation
        impact, stuck = simulation.impact(), simulation.stuck()
        hours = impact.lost_service_seconds // 3600
        self.line("")
        self.line(said.say("timeline.lost", amount=said.say("count.service-hours", **self._counted(hours))))
        self.line(said.say("timeline.peak", amount=said.say("count.users-cut-off", **self._counted(impact.peak_users))))
        currency = self._director.drill.topology.currency
        if currency is not None and impact.lost_money:
            self.line(said.say("timeline.money", amount=said.amount(impact.lost_money), currency=currency))
        for key, ids in (("waiting", stuck.waiting), ("deadlock", stuck.deadlock)):
            if ids:
                self.line(said.say(f"timeline.{key}", names=self._listed(ids)))
        for loop in stuck.loops:
            self.line(said.say("timeline.loop", names=self._listed(loop)))

    def line(self, text: str) -> None:
        """Write a text, broken to the width of the page."""
        self._write(text)

    @singledispatchmethod
    def _tell(self, event: Event) -> None:
        """Write one event; most clock and record matters need no line."""

    @_tell.register
    def _spread(self, event: Spread) -> None:
        touched = dict.fromkeys(row.component for row in event.rows)
        self._changed(event.at, {each: self._director.simulation.standing(each).shown for each in touched})

    @_tell.register
    def _settled(self, event: Settled) -> None:
        self._changed(event.at, {change.component: change.shown for change in event.changes})

    @_tell.register
    def _delivered(self, event: Delivered) -> None:
        inject = next(each.inject for each in self._director.delivered() if each.inject.id == event.inject)
        if inject.text is None:
            return
        self._stamp(event.at, self._said.say(f"channel.{inject.channel}") + self._way(inject))
        self._under(self._text(inject.text))

    @_tell.register
    def _opened(self, event: Opened) -> None:
        decision = self._decision(event.decision)
        self._stamp(event.at, self._said.say("timeline.decision") + self._asked(decision))
        self._under(self._text(decision.question))
        for number, option in enumerate(decision.options, start=1):
            self._under(f"{number}. {self._text(option.text)}", 2)
            if option.foresee is not None:
                self._under(self._said.say("timeline.foreseen", text=self._text(option.foresee)), 5)

    @_tell.register
    def _decided(self, event: Decided) -> None:
        option = self._option(event.decision, event.option)
        self._stamp(event.at, self._said.say("timeline.decided", option=option))

    @_tell.register
    def _timed_out(self, event: TimedOut) -> None:
        question = self._text(self._decision(event.decision).question)
        key, option = "overdue", ""
        if event.option is not None:
            key, option = "no-decision", self._option(event.decision, event.option)
        self._stamp(event.at, self._said.say(f"timeline.{key}", question=question, option=option))

    @_tell.register
    def _action(self, event: ActionBegun | ActionDone) -> None:
        name = next(self._text(each.action.text) for each in self._director.actions() if each.action.id == event.action)
        key = "begun" if isinstance(event, ActionBegun) else "done"
        self._stamp(event.at, self._said.say(f"timeline.{key}", name=name))

    @_tell.register
    def _phase_ended(self, event: PhaseEnded) -> None:
        phase = next(each for each in self._script.phases if each.id == event.phase)
        name = self._text(phase.name) if phase.name is not None else phase.id
        self._stamp(event.at, self._said.say("timeline.phase-ended", name=name))

    def _changed(self, at: Seconds, shown: dict[ComponentId, Shown]) -> None:
        new = {id_: state for id_, state in shown.items() if self._shown[id_] is not state}
        self._shown |= new
        for state in _ORDER:
            ids = [id_ for id_, is_now in new.items() if is_now is state]
            if ids:
                self._stamp(at, f"{self._said.say(f'state.{state}')}: {self._listed(ids)}")

    def _stamp(self, at: Seconds, text: str) -> None:
        """Write a line under its time, which is written once."""
        face = clock_face(at) if at != self._stamped else ""
        self._stamped = at
        self._write(text, f"{face:<{_STAMP}}", " " * _STAMP)

    def _under(self, text: str, indent: int = 0) -> None:
        space = " " * (_STAMP + indent)
        self._write(text, space, space)

    def _write(self, text: str, first: str = "", rest: str = "") -> None:
        start = first
        for line in _broken(text, _WIDTH - len(rest)):
            self._out.write(f"{start}{line}".rstrip() + "\n")
            start = rest
        self._out.flush()

    def _way(self, inject: Inject) -> str:
        """Who it comes from and who it is for."""
        roles = {role.id: role for role in self._script.roles}
        to = [self._role(roles[id_]) for id_ in inject.to if id_ in roles]
        sender = "" if inject.sender is None else f" · {self._text(inject.sender)}"
        return f"{sender} → {', '.join(to)}" if to else sender

    def _asked(self, decision: Decision) -> str:
        """Who is asked, and how long there is."""
        role = self.asked(decision)
        asked = f" · {role}" if role else ""
        if decision.within is None:
            return asked
        return f"{asked} ({self._said.say('timeline.within', time=self._said.duration(decision.within))})"

    def _decision(self, id_: DecisionId) -> Decision:
        return next(each for each in self._script.decisions if each.id == id_)

    def _option(self, decision: DecisionId, option: OptionId) -> str:
        return next(self._text(each.text) for each in self._decision(decision).options if each.id == option)

    def _role(self, role: Role) -> str:
        return self._text(role.name) if role.name is not None else role.id

    def _text(self, text: Text) -> str:
        return text.to(self._said.language)

    def _listed(self, ids: Sequence[ComponentId]) -> str:
        return ", ".join(self._names[id_] for id_ in ids)

    def _counted(self, number: int) -> dict[str, object]:
        return {"count": number, "amount": self._said.amount(number)}


def _broken(text: str, width: int) -> Iterator[str]:
    """The lines of a text, broken between words; one line at least."""
    line: list[str] = []
    used = 0
    for word in text.split():
        columns = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in word)
        if line and used + 1 + columns > width:
            yield " ".join(line)
            line, used = [], 0
        used += columns + bool(line)
        line.append(word)
    yield " ".join(line)
