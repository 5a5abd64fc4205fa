"""Work in many steps, done in a process of its own: each step is told, and it can be ended at any time."""

from collections.abc import Callable, Generator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from blackstart.core.base.errors import UserError
from blackstart.shell.support.translation import sentence_of

_STEP, _DONE, _REFUSED, _BROKEN = "step", "done", "refused", "broken"


class StepsApart(QObject):
    """One piece of work at a time; not in a thread, which could not be ended and would hold the interpreter."""

    stepped = Signal(object)  # what the work yields
    done = Signal(object)  # what it returns
    refused = Signal(str)  # what the user's error says

    _heard = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._process: BaseProcess | None = None
        self._listener: Thread | None = None
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def is_under_way(self) -> bool:
        return self._process is not None

    def begin(self, work: Callable[..., Generator[Any, None, Any]], *given: object) -> None:
        """Do this in place of what is being done; all that goes there and comes back must be picklable."""
        self.stop()
        here, there = get_context("spawn").Pipe(duplex=False)
        self._process = get_context("spawn").Process(target=_work, args=(there, work, given), daemon=True)
        self._process.start()
        there.close()  # so that the end of the process is the end of the pipe
        self._listener = Thread(target=self._listen, args=(here, self._number), daemon=True)
        self._listener.start()

    def stop(self) -> None:
        """End what is being done; nothing more is heard of it."""
        self._number += 1
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.join()
        if self._listener is not None:
            self._listener.join()
            self._listener = None

    def _listen(self, here: Connection, number: int) -> None:
        """Hand on what comes out of the process, in a thread that does nothing else."""
        kind = _STEP
        while kind == _STEP:
            try:
                kind, value = here.recv()
            except (EOFError, OSError):
                kind, value = _BROKEN, None
            self._heard.emit(number, kind, value)
        here.close()

    def _tell(self, number: int, kind: str, value: Any) -> None:
        if number != self._number:
            return
        if kind == _STEP:
            self.stepped.emit(value)
            return
        self.stop()
        if kind == _DONE:
            self.done.emit(value)
        elif kind == _REFUSED:
            self.refused.emit(sentence_of(value))
        else:
            raise RuntimeError("the work apart ended without an outcome")


def _work(there: Connection, work: Callable[..., Generator[Any, None, Any]], given: tuple[Any, ...]) -> None:
    steps = work(*given)
    try:
        while True:
            there.send((_STEP, next(steps)))
    except StopIteration as end:
        there.send((_DONE, end.value))
    except UserError as fault:  # a bug of ours ends the process, with its traceback
        there.send((_REFUSED, fault))
