"""What has reached the team, and what was written down about it, as lines of one list."""

from dataclasses import dataclass

from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Channel


@dataclass(frozen=True, slots=True)
class FeedLine:
    """An inject as it reached the team, or words that were written down; those have no channel.

    Attributes
    ----------
    key : str
        Id of the inject; empty for other words.
    to : tuple of str
        Names of the roles it went to; empty = everyone.
    expect : str
        What the facilitator waits for; nobody else sees it.
    seen_at : Seconds or None
        When that was seen first; `seen_note` is what was said of it last.
    is_improvised : bool
        Written on the spot.
    is_public : bool
        A public word, and no note.
    """

    at: Seconds
    channel: Channel | None
    sender: str
    text: str
    key: str = ""
    to: tuple[str, ...] = ()
    expect: str = ""
    seen_at: Seconds | None = None
    seen_note: str = ""
    is_improvised: bool = False
    is_public: bool = False

    @property
    def is_inject(self) -> bool:
        return self.channel is not None
