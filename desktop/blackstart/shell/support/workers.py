"""Work that must not stall the window: done in a thread, its outcome told in the window's own."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from blackstart.core.base.errors import UserError

T = TypeVar("T")


class Worker(QObject):
    """One thread that does one piece of work after another.

    Of pieces that share a name only the latest counts: those still waiting are dropped, and the outcome of one
    that is already being done is not told.
    """

    _settled = Signal(object)  # Callable that tells the outcome, called in the window's thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="blackstart-work")
        self._latest: dict[str, Future[Any]] = {}
        self._settled.connect(_call, Qt.ConnectionType.QueuedConnection)

    def do(
        self, name: str, work: Callable[[], T], done: Callable[[T], None], refused: Callable[[UserError], None]
    ) -> None:
        """Do a piece of work, then call `done` with what it returned, or `refused` with the user's error.

        Any other error is raised in the window's thread, where our bugs are told.
        """
        before = self._latest.get(name)
        if before is not None:
            before.cancel()
        future = self._pool.submit(work)
        self._latest[name] = future

        def tell() -> None:
            if self._latest.get(name) is not future:
                return
            del self._latest[name]
            try:
                outcome = future.result()
            except UserError as fault:
                refused(fault)
                return
            done(outcome)

        future.add_done_callback(lambda ended: None if ended.cancelled() else self._settled.emit(tell))

    def forget(self, name: str) -> None:
        """Want no outcome any more of what was to be done under a name."""
        before = self._latest.pop(name, None)
        if before is not None:
            before.cancel()

    def has(self, name: str) -> bool:
        """Whether an outcome is still wanted of what was to be done under a name."""
        return name in self._latest

    @property
    def is_busy(self) -> bool:
        return bool(self._latest)

    def stop(self) -> None:
        """Forget what waits, and wait for what is being done."""
        self._latest.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)


def _call(tell: Callable[[], None]) -> None:
    tell()
