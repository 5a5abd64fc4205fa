"""Work that Qt does only in a thread of its own making: rich text starts timers, which other threads do not have."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QThread

T = TypeVar("T")


def in_qt_thread(work: Callable[[], T]) -> T:
    """Do a piece of work and return what it returned; from a worker's thread in another one, else at once.

    Raises
    ------
    Exception
        Whatever the work raised.
    """
    app = QCoreApplication.instance()
    if app is None or QThread.currentThread() is app.thread():
        return work()
    thread = _Thread(work)
    thread.start()
    thread.wait()
    return thread.outcome.result()


class _Thread(QThread, Generic[T]):
    def __init__(self, work: Callable[[], T]) -> None:
        super().__init__()
        self._work = work
        self.outcome: Future[T] = Future()

    def run(self) -> None:
        try:
            self.outcome.set_result(self._work())
        except BaseException as error:
            self.outcome.set_exception(error)
