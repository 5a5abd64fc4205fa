"""Work that would hold the interpreter for seconds: done in a process of its own, which can be ended at any time."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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

    def do(self, work: Callable[..., T], *given: object) -> T:
        """Do a piece of work and wait for it; what it is given, returns and refuses must be picklable.

        Raises
        ------
        GivenUpError
            If it was stopped.
        """
        here, there = get_context("spawn").Pipe(duplex=False)
        process = get_context("spawn").Process(target=_work, args=(there, work, given), daemon=True)
        with self._lock:
            if self._is_closed:
                raise GivenUpError(self._sentence)
            process.start()
            self._process = process
        there.close()  # so that the end of the process is the end of the pipe
        try:
            with _collecting_nothing():
                is_done, outcome = here.recv()
        except EOFError:
            process.join()
            if self._process is None:
                raise GivenUpError(self._sentence) from None
            raise RuntimeError(f"{work.__name__} ended without an outcome, status {process.exitcode}") from None
        finally:
            here.close()
        process.join()
        if not is_done:
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


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Look for no garbage: while a large outcome is read there is none, and each look would hold up the window."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _work(there: Connection, work: Callable[..., object], given: tuple[Any, ...]) -> None:
    try:
        there.send((True, work(*given)))
    except UserError as fault:  # a bug of ours ends the process, with its traceback
        there.send((False, fault))
