"""What a script says in data, told in words: conditions, and effects on the map.

For what is written as a text, such as a question, that text stands; ids are never shown where there is a name.
"""

from collections.abc import Iterable

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.percents import format_percent
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import Words
from blackstart.core.engine import effects as engine
from blackstart.core.engine.effects import Effect, Target
from blackstart.core.exercise.conditions import ANY_OPTION, NO_OPTION
from blackstart.core.exercise.model import (
    ActionIs,
    AllOf,
    AnyOf,
    ComponentIs,
    Condition,
    DecisionTook,
    Drill,
    Exercise,
    Inject,
    InjectIs,
    Not,
)
from blackstart.core.topology.model import FULL

MOST_LETTERS = 48  # of a text that only names something
_BRIEF = 1  # seconds that a state must last at least: not worth a word

_ON_TARGETS: dict[type, str] = {
    engine.Repair: "repair",
    engine.Isolate: "isolate",
    engine.Reconnect: "reconnect",
    engine.Maintain: "maintain",
    engine.Release: "release",
    engine.CallOff: "call-off",
}
_ON_SUPPLIERS: dict[type, str] = {
    engine.Arm: "arm",
    engine.Disarm: "disarm",
    engine.Cut: "cut",
    engine.Mend: "mend",
}


class Wording:
    """Tells conditions and effects of one drill in one language."""

    def __init__(self, drill: Drill, words: Words) -> None:
        self._topology = drill.topology
        self._script = drill.exercise if drill.exercise is not None else Exercise(lasts=Seconds(0))
        self._words = words

    def when(self, condition: Condition) -> str:
        """A condition as what something waits for: ``if Login down 30 min``."""
        return self._words.say("condition.if", condition=self.condition(condition))

    def condition(self, condition: Condition) -> str:
        """A condition; parts of parts stand in brackets."""
        match condition:
            case ComponentIs():
                return self._component_is(condition)
            case DecisionTook():
                return self._decision_took(condition)
            case ActionIs(action=action, state=state):
                texts = [each.text.to(self._words.language) for each in self._script.actions if each.id == action]
                return self._words.say(f"condition.action-{state}", name=_brief(texts[0] if texts else action))
            case InjectIs(inject=inject, state=state, lasting=lasting):
                said = self._words.say(f"condition.inject-{state}", name=self._inject(inject))
                return said if lasting <= _BRIEF else self._lasting(said, lasting)
            case AllOf(parts=parts):
                return self._words.say("condition.and").join(self._part(each) for each in parts)
            case AnyOf(parts=parts):
                return self._words.say("condition.or").join(self._part(each) for each in parts)
            case Not(part=part):
                return self._words.say("condition.not", condition=self._part(part))

    def effects(self, effects: Iterable[Effect]) -> tuple[str, ...]:
        """One line for each effect."""
        return tuple(self.effect(each) for each in effects)

    def effect(self, effect: Effect) -> str:
        """What an effect does, to what."""
        kind = type(effect)
        match effect:
            case engine.Fail(target=target, level=level):
                return self._to_level("fail", target, level, 0)
            case engine.Restore(target=target, level=level):
                return self._to_level("restore", target, level, FULL)
            case engine.Arm() | engine.Disarm() | engine.Cut() | engine.Mend():
                pair = {"component": self.name(effect.component), "supplier": self.name(effect.supplier)}
                return self._words.say(f"effect.{_ON_SUPPLIERS[kind]}", **pair)
            case engine.Waive(component=component, need=need):
                return self._words.say("effect.waive", component=self.name(component), need=self.name(need))
            case engine.Bootstrap(component=component, need=need):
                return self._words.say("effect.bootstrap", component=self.name(component), need=self.name(need))
            case engine.CallOffJob(job=job):
                return self._words.say("effect.call-off-job", name=job)
            case engine.Job(after=after, do=do):
                done = "; ".join(self.effects(do))
                return self._words.say("effect.job", time=self._words.duration(after), effects=done)
            case engine.Withdraw():
                return self._words.say("effect.withdraw")
            case _:
                return self._words.say(f"effect.{_ON_TARGETS[kind]}", names=self._names(effect.target))

    def inject(self, inject: Inject) -> str:
        """A short name of an inject: who it comes from, and how it begins."""
        language = self._words.language
        sender = inject.sender.to(language) if inject.sender else self._words.say(f"channel.{inject.channel}")
        text = inject.text.to(language) if inject.text else "; ".join(self.effects(inject.effects))
        return _brief(f"{sender}: {text}" if text else sender)

    def name(self, id_: str) -> str:
        """The name of a component, or of a need as its author called it."""
        known = ComponentId(id_)
        return self._topology.component(known).label(self._words.language) if known in self._topology else id_

    def _component_is(self, fact: ComponentIs) -> str:
        states = self._words.say("condition.or").join(
            self._words.say(f"state.{state.replace(' ', '-')}") for state in fact.states
        )
        name = self.name(fact.component)
        if fact.lasting <= _BRIEF:
            return self._words.say("condition.component", name=name, states=states)
        time = self._words.duration(fact.lasting)
        return self._words.say("condition.component-for", name=name, states=states, time=time)

    def _decision_took(self, fact: DecisionTook) -> str:
        decision = next((each for each in self._script.decisions if each.id == fact.decision), None)
        language = self._words.language
        question = _brief(decision.question.to(language) if decision is not None else fact.decision)
        if fact.took == ANY_OPTION:
            return self._words.say("condition.decided", question=question)
        if fact.took == NO_OPTION:
            return self._words.say("condition.ran-out", question=question)
        options = decision.options if decision is not None else ()
        option = next((each.text.to(language) for each in options if each.id == fact.took), fact.took)
        return self._words.say("condition.took", question=question, option=_brief(option))

    def _lasting(self, said: str, seconds: int) -> str:
        return self._words.say("condition.for", condition=said, time=self._words.duration(seconds))

    def _part(self, condition: Condition) -> str:
        said = self.condition(condition)
        return f"({said})" if isinstance(condition, AllOf | AnyOf) else said

    def _inject(self, id_: str) -> str:
        return next((self.inject(each) for each in self._script.injects if each.id == id_), id_)

    def _to_level(self, key: str, target: Target, level: int, usual: int) -> str:
        names = self._names(target)
        if level == usual:
            return self._words.say(f"effect.{key}", names=names)
        return self._words.say(f"effect.{key}-to", names=names, level=format_percent(level))

    def _names(self, target: Target) -> str:
        if target.zone is not None:
            zone = next((each for each in self._topology.zones if each.id == target.zone), None)
            name = zone.label(self._words.language) if zone is not None else target.zone
            return self._words.say("effect.zone", name=name)
        return ", ".join(self.name(each) for each in target.components)


def _brief(text: str) -> str:
    """As much of a text as names it, cut between words."""
    if len(text) <= MOST_LETTERS:
        return text
    kept = text[:MOST_LETTERS].rsplit(" ", 1)[0].rstrip(",.;: ")
    return f"{kept}…"
