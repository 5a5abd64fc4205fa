"""What people did: the commands of the journal, each a frozen value.

The journal holds these and nothing else. `by` says whose act it was (a role's id or a name); who typed is
`Entry.actor`. A command that does not apply is kept and changes nothing.
"""

from dataclasses import dataclass, field

from blackstart.core.base.ids import (
    ActionId,
    ComponentId,
    CrewId,
    DecisionId,
    InjectId,
    ObjectiveId,
    OptionId,
)
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Effect


@dataclass(frozen=True, slots=True)
class Participant:
    """A person at the table and the hats they wear."""

    name: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Begin:
    """The settings of a run: its first command, once."""

    team: str = ""
    date: str = ""
    facilitator: str = ""
    evaluators: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    mode: str = "facilitated"  # facilitated | self_study
    pace: int | None = None  # None = the phase's own
    holds: str = "never"  # never | decisions | injects | both
    from_s: Seconds = Seconds(0)
    left_out: tuple[InjectId, ...] = ()
    display: str = "all"
    language: str = "en"

    @property
    def is_self_study(self) -> bool:
        """Whether a learner plays alone: nobody is there who may see what is to come."""
        return self.mode == "self_study"


@dataclass(frozen=True, slots=True)
class Play:
    """Let the clock run."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Stop the clock."""

    why: str = ""


@dataclass(frozen=True, slots=True)
class Pace:
    """Exercise seconds per real second, 1..600."""

    pace: int


@dataclass(frozen=True, slots=True)
class Jump:
    """Play everything up to `to_s` at once, each thing at its own time."""

    to_s: Seconds


@dataclass(frozen=True, slots=True)
class Deliver:
    """Deliver an inject now."""

    inject: InjectId


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave an inject out, with its effects."""

    inject: InjectId
    why: str


@dataclass(frozen=True, slots=True)
class Move:
    """Deliver an inject at another time; None = hold it back until `Deliver`."""

    inject: InjectId
    at_s: Seconds | None


@dataclass(frozen=True, slots=True)
class Seen:
    """The expected response to an inject was seen."""

    inject: InjectId
    note: str = ""


@dataclass(frozen=True, slots=True)
class Improvise:
    """An inject written on the spot; its id is ``i<seq>``."""

    text: str
    channel: str
    sender: str = ""  # `from` in the journal
    to: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    at_s: Seconds | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """Open a decision by hand."""

    decision: DecisionId


@dataclass(frozen=True, slots=True)
class Decide:
    """Take an option of a scripted decision."""

    decision: DecisionId
    option: OptionId
    by: str
    why: str = ""
    confidence: str = "medium"  # low | medium | high


@dataclass(frozen=True, slots=True)
class DecideUnscripted:
    """A decision that nobody scripted."""

    question: str
    choice: str
    by: str
    why: str = ""
    confidence: str = "medium"
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Cancel what a decision or action (its seq) has not yet brought about, and open the decision again."""

    seq: int
    why: str


@dataclass(frozen=True, slots=True)
class Act:
    """Begin an action of the script."""

    action: ActionId
    by: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class ActUnscripted:
    """Begin an action that nobody scripted."""

    text: str
    takes: Seconds
    by: str
    requires: tuple[ComponentId, ...] = ()
    crew: CrewId | None = None
    effects: tuple[Effect, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class ApplyEffects:
    """The facilitator's hand (`effect` in the journal)."""

    effects: tuple[Effect, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Believe:
    """What the team thinks of a component; None takes it back."""

    component: ComponentId
    state: str | None
    by: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Say:
    """A public word."""

    text: str
    by: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note, tied to injects, decisions, objectives or components."""

    text: str
    by: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correct:
    """Other words for an earlier entry; never option, effects or time."""

    seq: int
    set: tuple[tuple[str, object], ...]  # (field, new value) of why, text, by, confidence, about, participants


@dataclass(frozen=True, slots=True)
class End:
    """ENDEX: ends the clock, not the record."""


@dataclass(frozen=True, slots=True)
class Hotwash:
    """A participant's words straight after the end."""

    by: str
    well: str = ""
    hard: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """A rating of an objective: P, S, M, U or N; the last one per (objective, by) counts."""

    objective: ObjectiveId
    rating: str
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class AddFinding:
    """A strength or an area for improvement (`finding` in the journal)."""

    kind: str  # strength | area
    text: str
    by: str
    objective: ObjectiveId | None = None
    reference: str = ""
    analysis: str = ""


@dataclass(frozen=True, slots=True)
class Improve:
    """An improvement with an owner, carried to the next run of the drill."""

    issue: str
    action: str
    element: str  # planning | organisation | equipment | training | exercise
    owner: str
    status: str = "open"  # open | done | dropped
    start: str | None = None
    due: str | None = None
    of: str | None = None  # run/seq


Command = (
    Begin
    | Play
    | Hold
    | Pace
    | Jump
    | Deliver
    | Skip
    | Move
    | Seen
    | Improvise
    | Open
    | Decide
    | DecideUnscripted
    | TakeBack
    | Act
    | ActUnscripted
    | ApplyEffects
    | Believe
    | Say
    | Note
    | Correct
    | End
    | Hotwash
    | Rate
    | AddFinding
    | Improve
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the journal.

    Attributes
    ----------
    seq : int
        From 1, without gaps.
    at : Seconds
        Exercise time: the last instant that was played when it was given.
    wall_utc : str
        ISO 8601 with offset; for people, never for the fold.
    actor : str
        Who typed.
    """

    seq: int
    at: Seconds
    command: Command
    wall_utc: str = field(default="", compare=False)
    actor: str = ""
