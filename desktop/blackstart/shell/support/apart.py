"""Work that would hold the interpreter for seconds: done in a process of its own, which can be ended at any time."""

from collections.abc import Callable
from enum import Enum
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import Any, TypeVar, cast

from blackstart.core.base.errors import UserError

T = TypeVar("T")


class GivenUpError(UserError):
    """The work was ended before it was done, because somebody wanted that."""


class Apart:
    """Does one piece of work at a time, each in a process made for it.

    Parameters
    ----------
    sentence : str
        What a `GivenUpError` says.
    """

    def __init__(self, sentence: str = "given up") -> None:
        self._sentence = sentence
        self._lock = Lock()
        self._process: BaseProcess | None = None
        self._is_closed = False

    def do(self, work: Callable[..., T], *given: object, tell: Callable[[Any], None] | None = None) -> T:
        """Do a piece of work and wait for it; what it is given, returns and refuses must be picklable.

        With `tell` it is given something more to call with how far it has come, which comes out of `tell` here.

        Raises
        ------
        GivenUpError
            If it was stopped.
        """
        here, there = get_context("spawn").Pipe(duplex=False)
        process = get_context("spawn").Process(target=_work, args=(there, work, given, tell is not None), daemon=True)
        with self._lock:
            if self._is_closed:
                raise GivenUpError(self._sentence)
            process.start()
            self._process = process
        there.close()  # so that the end of the process is the end of the pipe
        try:
            while (heard := _heard(here))[0] is _Word.ON_ITS_WAY:
                if tell is not None:
                    tell(heard[1])
            word, outcome = heard
        except EOFError:
            process.join()
            if self._process is None:
                raise GivenUpError(self._sentence) from None
            raise RuntimeError(f"{work.__name__} ended without an outcome, status {process.exitcode}") from None
        finally:
            here.close()
        process.join()
        if word is _Word.REFUSED:
            raise cast(UserError, outcome)
        return cast(T, outcome)

    def stop(self) -> None:
        """End what is being done."""
        with self._lock:
            process, self._process = self._process, None
            if process is not None:
                process.kill()

    def close(self) -> None:
        """End what is being done, and do nothing more."""
        with self._lock:
            self._is_closed = True
        self.stop()


class _Word(Enum):
    """What the other process tells."""

    ON_ITS_WAY = 0
    DONE = 1
    REFUSED = 2


def _heard(here: Connection) -> tuple[_Word, Any]:
    heard: tuple[_Word, Any] = here.recv()
    return heard


def _work(there: Connection, work: Callable[..., object], given: tuple[Any, ...], is_telling: bool) -> None:
    try:
        told = (partial(_say, there),) if is_telling else ()
        there.send((_Word.DONE, work(*given, *told)))
    except UserError as fault:  # a bug of ours ends the process, with its traceback
        there.send((_Word.REFUSED, fault))


def _say(there: Connection, stage: object) -> None:
    there.send((_Word.ON_ITS_WAY, stage))
