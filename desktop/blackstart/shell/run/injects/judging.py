"""What is said of a line while it is typed: whether it will do, and what it means."""

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.core.base.typed_time import parse_time
from blackstart.shell.run.stand import RunStand
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


def example_times() -> str:
    """Say by examples how a time is typed."""
    return translate("Injects", "1:05   +10 min   T+1:05:30")


class Judge:
    """Knows what time it is in the run."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.now = Seconds(0)
        self.lasts = Seconds(0)

    def hear(self, stand: RunStand) -> None:
        """Take in how the run stands."""
        self.now, self.lasts = stand.now, stand.director.lasts

    def time(self, typed: str) -> tuple[bool, str]:
        """Say of a time when that is, and whether it is still to come."""
        if not typed:
            return False, translate("Injects", "As 1:05 since the beginning, or +10 min from now.")
        try:
            at = parse_time(typed, self.now)
        except ValueError:
            return False, translate("Injects", "No time yet: write it as 1:05, T+1:05:30 or +10 min.")
        if at <= self.now:
            return False, translate("Injects", "That is over: it is {now}.").format(now=clock_face(self.now))
        if at > self.lasts:
            beyond = translate("Injects", "That lies beyond the end at {lasts}.")
            return False, beyond.format(lasts=clock_face(self.lasts))
        left = self._look.words.duration(at - self.now)
        return True, translate("Injects", "At {time}, in {left}.").format(time=clock_face(at), left=left)

    def reason(self, typed: str) -> tuple[bool, str]:
        """Say what a reason is for."""
        if typed:
            return True, ""
        return False, translate("Injects", "Skipping is no failure. A word or two: it is read when looking back.")
