"""Garbage in circles, looked for in the window's thread alone, and never for long.

Python looks for it by itself, in whatever thread has just made much. What is on a page and the page are such a
circle. A worker that came upon one would have Qt's objects deleted in the window's thread later, when Qt may have
deleted them already: the program would crash. So Python's own looking is off, and a timer does it between two events.
What nothing holds any more goes at once all the same, in every thread; only circles wait.
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer

NEW, OLD = 0, 2  # generations, as Python numbers them; 1 is empty, for each look makes what is new old
EVERY_MS = 100  # so short that a busy worker cannot make more between two looks than one look may take
FEW = 2_000  # new objects; fewer are not worth a look
GROWTH = 0.25  # of what is old, before all of it is worth one
MOST_LEFT_ALONE = 2_000_000  # objects
MOST_S = 0.03  # a look may take
FIRST_GUESS_S, SLOWEST_S = 5e-7, 3e-6  # for each object; taking a whole page apart is no measure for the next look


class Garbage(QObject):
    """Looks through what is new often, through what is old when it has grown, and leaves alone what is too much.

    Too much is what a large drill brings along: it would hold up the window for longer than a look may, it stays, and
    there are no circles in it. All is looked through when pages are built anew, which takes far longer itself, or
    when more was left alone than a few large drills bring.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_owed = False
        self._kept = 0  # objects that are looked through no more
        self._left_alone = 0  # objects that were too many, at most
        self._old = 0  # objects that were there still when all but those were looked through last
        self._grown = 0  # objects that have come to them since, at most: many go because nothing holds them
        self._each_s = FIRST_GUESS_S
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Take the looking over from Python, for as long as the program runs."""
        gc.disable()
        self._timer.start()

    def keep(self) -> None:
        """Look no more through what there is now; it stays as long as the program runs, such as all that is loaded."""
        gc.freeze()
        self._kept = gc.get_freeze_count()
        self._old = self._grown = self._left_alone = 0

    def owe(self) -> None:
        """Look through everything next time: something large was put away."""
        self._is_owed = True

    def look(self) -> None:
        """Do what is due, a bit at a time."""
        if self._is_owed:
            self._is_owed = False
            gc.unfreeze()
            gc.collect()
            self.keep()
        elif (new := _count(NEW)) >= FEW:
            self._look_through(NEW, new)
        elif self._is_due():
            self._grown = _count(OLD) - self._old
            if self._is_due():
                self._look_through(OLD, self._old + self._grown + new)

    def _is_due(self) -> bool:
        return self._grown > self._old * GROWTH + FEW

    def _look_through(self, generation: int, count: int) -> None:
        if count * self._each_s > MOST_S:
            self._leave_alone(count)
            return
        begun = time.thread_time()
        stayed = count - gc.collect(max(generation, 1))
        each_s = (time.thread_time() - begun) / count
        self._each_s = (self._each_s + min(each_s, SLOWEST_S)) / 2
        self._old, self._grown = (stayed, 0) if generation == OLD else (self._old, self._grown + stayed)

    def _leave_alone(self, count: int) -> None:
        """Have what is there looked through no more, until it has become very much."""
        gc.freeze()
        self._left_alone += max(count, self._old + self._grown)
        self._old = self._grown = 0
        if self._left_alone > MOST_LEFT_ALONE:
            self._left_alone = gc.get_freeze_count() - self._kept
            self._is_owed = self._left_alone > MOST_LEFT_ALONE / 2


def _count(generation: int) -> int:
    """Count what is new, or what is old, and can be part of a circle.

    In one step of Python's: between two a worker could go on, and a tuple it is just building must be held by nobody
    else, which the list of all objects does while it is there.
    """
    (count,) = map(len, map(gc.get_objects, (generation,)))
    return count
