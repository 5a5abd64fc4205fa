"""Who works on what: every job and crewed repair that is not done, by crew, in the order they were asked for."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId, CrewId, InjectId
from blackstart.core.base.simtime import clock_face
from blackstart.core.base.words import Words
from blackstart.core.engine.effects import CallOff, CallOffJob, Effect, Restore, Target
from blackstart.core.engine.trace import JobStanding
from blackstart.core.exercise.model import Drill
from blackstart.core.exercise.wording import Wording
from blackstart.core.play.commands import (
    Act,
    ActUnscripted,
    ApplyEffects,
    Command,
    DecideUnscripted,
    Entry,
    Improvise,
    TakeBack,
)
from blackstart.core.play.sources import of_action, of_command, of_inject, of_option, of_timeout
from blackstart.shell.run.reasons import forced_by_hand
from blackstart.shell.run.sheets import exercise_of
from blackstart.shell.run.stand import RunStand
from blackstart.shell.run.waits import component_name, waits_words

translate = QCoreApplication.translate

REPAIR = "repair:"
_Commands = tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """One job or repair.

    Attributes
    ----------
    turn : int
        Tells it from the others; smaller was asked for first.
    standing : str
        Until when it is done, or what it waits for.
    seq : int or None
        The command by which the team asked for it; None = it is another's, and cannot be called off by itself.
    repairs : ComponentId or None
        What it repairs.
    ending, ceasing : tuple of Command
        By what the facilitator lets it be done now, or calls it off; empty = no command can speak of it alone.
    """

    turn: int
    name: str
    standing: str
    is_running: bool
    seq: int | None
    repairs: ComponentId | None = None
    ending: tuple[Command, ...] = ()
    ceasing: tuple[Command, ...] = ()

    @property
    def can_be_moved(self) -> bool:
        """Whether it can be called off and asked for again."""
        return self.seq is not None or self.repairs is not None


@dataclass(frozen=True, slots=True)
class CrewSheet:
    """A crew and its queue; `id` None = what needs nobody's hands."""

    id: CrewId | None
    name: str
    size: int
    works: tuple[Work, ...]

    @property
    def busy(self) -> int:
        """How many of its hands are taken."""
        return sum(work.is_running for work in self.works)


def crew_sheets(stand: RunStand, words: Words) -> tuple[CrewSheet, ...]:
    """Return every crew in the order of the file, then what needs no crew, where there is any."""
    topology = stand.director.drill.topology
    jobs = [job for job in stand.director.simulation.jobs() if not _is_the_scripts_own(job)]
    names = _Names(stand, jobs, words) if jobs else None
    works: dict[CrewId | None, list[Work]] = {}
    for job in jobs:
        assert names is not None
        works.setdefault(job.crew, []).append(names.work(job))
    sheets = [
        CrewSheet(crew.id, crew.label(words.language), crew.size, _queue(works.get(crew.id, ())))
        for crew in topology.crews
    ]
    loose = _queue(works.get(None, ()))
    if loose:
        sheets.append(CrewSheet(None, translate("Crews", "No crew needed"), 0, loose))
    return tuple(sheets)


def _is_the_scripts_own(job: JobStanding) -> bool:
    """Whether it is nobody's work: an inject that will have effects later, and takes no hands for that."""
    return job.crew is None and job.source.startswith(of_inject(InjectId("")))


def time_left(done_at: int, now: int, words: Words) -> str:
    """Say when something is done, and how long that is from now."""
    left = translate("Crews", "done at {time}, {left} left")
    return left.format(time=clock_face(done_at), left=words.duration(max(done_at - now, 0)))


def _queue(works: Sequence[Work]) -> tuple[Work, ...]:
    """What is being done before what waits; each in the order in which it was asked for."""
    return tuple(sorted(works, key=lambda work: (not work.is_running, work.turn)))


class _Names:
    """Finds for the source of a job what people call it."""

    def __init__(self, stand: RunStand, jobs: Sequence[JobStanding], words: Words) -> None:
        self._labels = Counter(job.label for job in jobs)
        self._actions = {each.id: each for each in exercise_of(stand.director.drill).actions}
        self._stand = stand
        self._words = words
        self._topology = stand.director.drill.topology
        self._scripted = dict(_of_script(stand.director.drill, words))
        self._asked = {source: seq for seq, source in _asked(stand.entries)}
        self._commands: Mapping[int, Command] = {entry.seq: entry.command for entry in stand.entries}

    def work(self, job: JobStanding) -> Work:
        repairs = ComponentId(job.label.removeprefix(REPAIR)) if job.label.startswith(REPAIR) else None
        is_running = job.done_at is not None
        seq, (ending, ceasing) = self._seq(job), self._by_hand(job, repairs)
        name, standing = self._name(job, repairs), self._standing(job)
        return Work(job.asked, name, standing, is_running, seq, repairs, ending, ceasing)

    def _by_hand(
        self, job: JobStanding, repairs: ComponentId | None
    ) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
        """Return by what a work is done at once, and by what it is called off."""
        if repairs is not None:
            target = Target((repairs,))
            return (_forced(Restore(target)),), (_forced(CallOff(target)),)
        seq = self._seq(job)
        effects = self._effects_of(seq)
        if job.label and self._labels[job.label] == 1:
            off = CallOffJob(job.label)
            return ((_forced(off, *effects),) if effects else ()), (_forced(off),)
        if seq is None:  # an effect calls off all of a name
            return (), ()
        back = TakeBack(seq, forced_by_hand())
        return ((back, _forced(*effects)) if effects else ()), (back,)

    def _effects_of(self, seq: int | None) -> tuple[Effect, ...]:
        """Return what an action that the team began brings about."""
        match self._commands.get(seq) if seq is not None else None:
            case Act(action=action):
                return self._actions[action].effects
            case ActUnscripted(effects=effects):
                return effects
            case _:
                return ()

    def _seq(self, job: JobStanding) -> int | None:
        return self._asked.get(job.source)

    def _name(self, job: JobStanding, repairs: ComponentId | None) -> str:
        if repairs is not None:
            name = component_name(repairs, self._topology, self._words)
            return translate("Crews", "Repair: {name}").format(name=name)
        seq = self._seq(job)
        if seq is not None:
            return self._of_command(self._commands[seq])
        if job.source.startswith("command:"):
            return self._of_command(self._commands.get(int(job.source.removeprefix("command:"))))
        if self._stand.is_self_study and job.source.startswith(of_inject(InjectId(""))):
            return translate("Crews", "Something else")  # what the script has in store is not told
        return self._scripted.get(job.source, job.label or job.source)

    def _of_command(self, command: Command | None) -> str:
        match command:
            case Act(action=action):
                return self._scripted.get(f"action:{action}", action)
            case ActUnscripted(text=text) | DecideUnscripted(choice=text) | Improvise(text=text):
                return text
            case _:
                return translate("Crews", "Ordered by the facilitator")

    def _standing(self, job: JobStanding) -> str:
        now = max(self._stand.director.now, 0)
        if job.waits_for:
            return waits_words(job.waits_for, self._topology, self._words)
        if job.done_at is None:  # hands are given when the second ends
            return translate("Crews", "begins")
        return time_left(job.done_at, now, self._words)


def _forced(*effects: Effect) -> ApplyEffects:
    return ApplyEffects(effects, forced_by_hand())


def _asked(entries: Sequence[Entry]) -> Iterator[tuple[int, str]]:
    """Yield every action that was begun, with the source that its work carries."""
    for entry in entries:
        if isinstance(entry.command, Act):
            yield entry.seq, of_action(entry.command.action, entry.seq)
        elif isinstance(entry.command, ActUnscripted):
            yield entry.seq, of_command(entry.seq)


def _of_script(drill: Drill, words: Words) -> Iterator[tuple[str, str]]:
    """Yield what the script calls whatever it can ask for, by source."""
    script, language = drill.exercise, words.language
    if script is None:
        return
    for decision in script.decisions:
        for option in decision.options:
            yield of_option(decision.id, option.id), option.text.to(language)
            if option.id == decision.otherwise:
                yield of_timeout(decision.id), option.text.to(language)
    for action in script.actions:
        yield f"action:{action.id}", action.text.to(language)
    wording = Wording(drill, words)
    for inject in script.injects:
        yield of_inject(inject.id), wording.inject(inject)
