"""What had reached the team by any second of a run, and what had been said in public."""

from bisect import bisect_right
from dataclasses import dataclass

from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import Text, plain
from blackstart.core.play.commands import Act, Decide, Say
from blackstart.core.play.injects import DeliveredInject
from blackstart.core.play.visible import Message, message
from blackstart.core.review.milestones import milestones
from blackstart.core.review.story import Story


@dataclass(frozen=True, slots=True)
class Word:
    """A public word: said, or what counts as one.

    Attributes
    ----------
    by : str
        Role id or name.
    to : str
        For whom it was; empty = nobody said.
    """

    at: Seconds
    seq: int
    by: str
    text: Text
    to: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """Both over a whole run, in order of time."""

    messages: tuple[Message, ...]
    words: tuple[Word, ...]

    def messages_by(self, t: int) -> tuple[Message, ...]:
        """Return what had been delivered by the end of a second."""
        return self.messages[: bisect_right(self.messages, t, key=_when)]

    def words_by(self, t: int) -> tuple[Word, ...]:
        """Return what had been said by then."""
        return self.words[: bisect_right(self.words, t, key=_when)]


def heard(story: Story) -> Heard:
    """Gather what a run brought to the team, and what it said to others."""
    delivered = sorted(story.director.delivered(), key=_when)
    messages = tuple(message(each, each.inject.text) for each in delivered if each.inject.text is not None)
    words = (_word(story, each.at, each.seq) for each in milestones(story).words)
    return Heard(messages, tuple(word for word in words if word is not None))


def _word(story: Story, at: Seconds, seq: int) -> Word | None:
    match story.command(seq):
        case Say(text, by, to):
            return Word(at, seq, by, plain(text), to)
        case Decide(decision, option, by):
            options = (each.options for each in story.exercise.decisions if each.id == decision)
            return next((Word(at, seq, by, each.text) for each in next(options, ()) if each.id == option), None)
        case Act(action, by, why):
            texts = (_with(each.text, why) for each in story.exercise.actions if each.id == action)
            return next((Word(at, seq, by, text) for text in texts), None)
    return None


def _with(text: Text, why: str) -> Text:
    """Put what was noted down of an action behind its name: there, mostly, stand the words themselves."""
    return Text(tuple((language, f"{words} · {why}" if why else words) for language, words in text.words))


def _when(each: DeliveredInject | Message | Word) -> Seconds:
    return each.at
