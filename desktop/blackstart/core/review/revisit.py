"""Going to and fro in a recorded run: on from where one stood last, anew from the beginning only to go back."""

from collections.abc import Sequence

from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Begin, Entry
from blackstart.core.play.director import Director
from blackstart.core.play.playback import settings


class Revisit:
    """One visit of a run; what `at` returns is to be read at once, the next call plays it on.

    Parameters
    ----------
    drill : Drill
        Must have an exercise.
    entries : sequence of Entry
        The journal, with its one `Begin`.
    """

    def __init__(self, drill: Drill, entries: Sequence[Entry]) -> None:
        self._drill = drill
        self._begin = settings(entries)
        ordered = sorted(entries, key=lambda entry: (entry.at, entry.seq))
        self._entries = [entry for entry in ordered if not isinstance(entry.command, Begin)]
        self._director: Director | None = None
        self._stands_at: Seconds | None = None
        self._applied = 0

    def at(self, second: Seconds) -> Director:
        """The run at the end of a second, as `playback.look_back` has it."""
        director = self._director
        if director is None or self._stands_at is None or second < self._stands_at:
            director, self._applied = Director(self._drill, self._begin), 0
        self._director, self._stands_at = director, second
        while self._applied < len(self._entries) and self._entries[self._applied].at <= second:
            director.apply(self._entries[self._applied])
            self._applied += 1
        director.advance(second)
        director.close()
        return director
