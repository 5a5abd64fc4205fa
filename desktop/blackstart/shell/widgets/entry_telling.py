"""What each command of the journal is called, and its words, in a language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatchmethod

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import DecisionId, InjectId, ObjectiveId
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import Words
from blackstart.core.exercise.wording import Wording
from blackstart.core.play import commands as done
from blackstart.core.play.commands import Command
from blackstart.core.play.director import Director

translate = QCoreApplication.translate

DECISIONS, ACTIONS, INJECTS, NOTES, CLOCK = KINDS = ("decisions", "actions", "injects", "notes", "clock")
# Why the clock is held by the program itself.
BY_ITSELF = ("phase", "decision", "inject", "sleep", "end", "left", "unwritten")


@dataclass(frozen=True, slots=True)
class Told:
    """A command in words; `icon` is one of the program's."""

    kind: str
    icon: str
    heading: str
    words: tuple[str, ...] = ()
    is_facilitators: bool = False
    is_quiet: bool = False


class Telling:
    """Tells the commands of one run."""

    def __init__(self, director: Director, commands: Mapping[int, Command], words: Words) -> None:
        self._commands = commands
        self._words = words
        self._wording = Wording(director.drill, words)
        script = director.drill.exercise
        assert script is not None  # nothing without a script is played
        language = words.language
        self._roles: dict[str, str] = {
            role.id: role.name.to(language) if role.name else role.id for role in script.roles
        }
        self._decisions = {each.id: each for each in script.decisions}
        self._actions = {each.id: each.text.to(language) for each in script.actions}
        self._injects = {each.id: self._wording.inject(each) for each in script.injects}
        self._objectives = {each.id: each.text.to(language) for each in script.objectives}

    def tell(self, command: Command) -> Told:
        """Return a command in words."""
        return self._tell(command)

    def name_of(self, who: str) -> str:
        """Return the name of a role, or of whoever is no role."""
        return self._roles.get(who, who)

    @singledispatchmethod
    def _tell(self, command: Command) -> Told:
        """What only moves the clock."""
        match command:
            case done.Play():
                return Told(CLOCK, "run", translate("Log", "The clock runs"))
            case done.Hold(why=why):
                is_quiet = why in BY_ITSELF
                words = () if is_quiet or not why else (why,)
                return Told(CLOCK, "pause", translate("Log", "The clock is held"), words, is_quiet=is_quiet)
            case done.Pace(pace=pace):
                return Told(CLOCK, "clock", translate("Log", "Pace {pace}×").format(pace=pace))
            case done.Jump(to_s=to):
                return Told(CLOCK, "step", translate("Log", "On to {time}").format(time=clock_face(to)))
            case done.End():
                return Told(CLOCK, "check", translate("Log", "The exercise has ended"))
            case _:
                return Told(CLOCK, "run", translate("Log", "The run begins"))

    @_tell.register
    def _decide(self, command: done.Decide) -> Told:
        decision = self._decisions.get(command.decision)
        if decision is None:
            return Told(DECISIONS, "check", translate("Log", "Decided"), _said(command.decision, command.why))
        language = self._words.language
        texts = [each.text.to(language) for each in decision.options if each.id == command.option]
        return self._decided(decision.question.to(language), texts[0] if texts else command.option, command)

    @_tell.register
    def _decide_unscripted(self, command: done.DecideUnscripted) -> Told:
        told = self._decided(command.question, command.choice, command)
        return Told(told.kind, told.icon, told.heading, (*told.words, *self._wording.effects(command.effects)))

    def _decided(self, question: str, choice: str, command: done.Decide | done.DecideUnscripted) -> Told:
        sure = self._words.say(f"confidence.{command.confidence}")
        heading = translate("Log", "Decided, confidence {confidence}").format(confidence=sure)
        return Told(DECISIONS, "check", heading, _said(choice, question, command.why))

    @_tell.register
    def _open(self, command: done.Open) -> Told:
        decision = self._decisions.get(command.decision)
        words = decision.question.to(self._words.language) if decision is not None else command.decision
        return Told(DECISIONS, "help", translate("Log", "Decision opened"), (words,), is_facilitators=True)

    @_tell.register
    def _take_back(self, command: done.TakeBack) -> Told:
        taken = self._commands.get(command.seq)
        if taken is None or isinstance(taken, done.TakeBack):
            return Told(ACTIONS, "undo", translate("Log", "Taken back"), _said(command.why))
        what = self._tell(taken)
        brief = what.words[0] if what.words else what.heading
        return Told(what.kind, "undo", translate("Log", "Taken back"), _said(brief, command.why))

    @_tell.register
    def _act(self, command: done.Act) -> Told:
        text = self._actions.get(command.action, command.action)
        return Told(ACTIONS, "headset", translate("Log", "Action begun"), _said(text, command.why))

    @_tell.register
    def _act_unscripted(self, command: done.ActUnscripted) -> Told:
        effects = self._wording.effects(command.effects)
        words = (*_said(command.text, command.why), *effects)
        return Told(ACTIONS, "headset", translate("Log", "Action on the spot"), words)

    @_tell.register
    def _apply(self, command: done.ApplyEffects) -> Told:
        words = (*self._wording.effects(command.effects), *_said(command.why))
        return Told(ACTIONS, "switch", translate("Log", "Changed on the map"), words, is_facilitators=True)

    @_tell.register(done.Deliver)
    @_tell.register(done.Skip)
    @_tell.register(done.Move)
    @_tell.register(done.Seen)
    def _inject(self, command: done.Deliver | done.Skip | done.Move | done.Seen) -> Told:
        name = self._injects.get(command.inject, command.inject)
        match command:
            case done.Skip(why=why):
                return Told(INJECTS, "doc", translate("Log", "Inject skipped"), _said(name, why), is_facilitators=True)
            case done.Move(at_s=None):
                heading = translate("Log", "Inject held back")
            case done.Move(at_s=at):
                heading = translate("Log", "Inject moved to {time}").format(time=clock_face(at or 0))
            case done.Seen(note=note):
                return Told(INJECTS, "eye", translate("Log", "Response seen"), _said(name, note))
            case _:
                heading = translate("Log", "Inject delivered by hand")
        return Told(INJECTS, "doc", heading, (name,), is_facilitators=True)

    @_tell.register
    def _improvise(self, command: done.Improvise) -> Told:
        text = f"{command.sender}: {command.text}" if command.sender else command.text
        words = (text, *self._wording.effects(command.effects))
        return Told(INJECTS, "doc", translate("Log", "Inject on the spot"), words, is_facilitators=True)

    @_tell.register
    def _note(self, command: done.Note) -> Told:
        about = ", ".join(self._thing(each) for each in command.about)
        told = translate("Log", "about: {names}").format(names=about) if about else ""
        return Told(NOTES, "note", translate("Log", "Note"), _said(command.text, told))

    def _thing(self, id_: str) -> str:
        """Return what a note is about as people call it."""
        decision = self._decisions.get(DecisionId(id_))
        if decision is not None:
            return decision.question.to(self._words.language)
        known = self._injects.get(InjectId(id_)) or self._objectives.get(ObjectiveId(id_))
        return known or self._wording.name(id_)

    @_tell.register
    def _say(self, command: done.Say) -> Told:
        return Told(NOTES, "chat", translate("Log", "Said in public"), _said(command.text))

    @_tell.register
    def _believe(self, command: done.Believe) -> Told:
        name = self._wording.name(command.component)
        state = self._words.say(f"state.{command.state.replace(' ', '-')}") if command.state else ""
        words = f"{name}: {state}" if state else name
        heading = translate("Log", "Believed") if state else translate("Log", "No longer believed")
        return Told(NOTES, "eye", heading, _said(words, command.why))

    @_tell.register
    def _correct(self, command: done.Correct) -> Told:
        before = self._commands.get(command.seq)
        what = self._tell(before) if before is not None and not isinstance(before, done.Correct) else None
        kind = what.kind if what is not None else NOTES
        said = tuple(self._of_correction(name, value) for name, value in command.set)
        return Told(kind, "redo", translate("Log", "Corrected"), _said(*said), is_quiet=True)

    def _of_correction(self, name: str, value: object) -> str:
        """Return what is said now in place of something."""
        if name == "participants" and isinstance(value, tuple):
            people = ", ".join(each.name for each in value)
            return translate("Log", "at the table: {names}").format(names=people)
        if name == "about" and isinstance(value, tuple):
            about = ", ".join(self._thing(each) for each in value) or translate("Log", "nothing in particular")
            return translate("Log", "about: {names}").format(names=about)
        return value if isinstance(value, str) else ""

    @_tell.register
    def _hotwash(self, command: done.Hotwash) -> Told:
        return Told(NOTES, "chat", translate("Log", "Hot wash"), _said(command.well, command.hard, command.change))

    @_tell.register
    def _rate(self, command: done.Rate) -> Told:
        objective = self._objectives.get(command.objective, command.objective)
        words = (f"{self._words.say(f'rating.{command.rating}')}: {objective}", command.why)
        return Told(NOTES, "check", translate("Log", "Objective rated"), _said(*words))

    @_tell.register
    def _finding(self, command: done.AddFinding) -> Told:
        return Told(NOTES, "flask", translate("Log", "Finding"), _said(command.text, command.analysis))

    @_tell.register
    def _improve(self, command: done.Improve) -> Told:
        return Told(NOTES, "plus", translate("Log", "Improvement"), _said(command.issue, command.action))


def kind_names() -> tuple[tuple[str, str], ...]:
    """Return by what commands are found, and how that is called; the empty one is all of them."""
    return (
        ("", translate("Log", "Everything")),
        (DECISIONS, translate("Log", "Decisions")),
        (ACTIONS, translate("Log", "Actions")),
        (INJECTS, translate("Log", "Injects")),
        (NOTES, translate("Log", "Notes and words")),
        (CLOCK, translate("Log", "Clock")),
    )


def _said(*words: str) -> tuple[str, ...]:
    """Return what was said, without what was not."""
    return tuple(each for each in words if each)
