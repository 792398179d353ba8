"""Work off the window's thread: calls run one after another elsewhere, results come back here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from simulator.core.errors import SimulatorError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Result = TypeVar("Result")


class Background(QObject):
    """One thread that runs calls in the order in which they were given.

    What a call returns, or the ``SimulatorError`` it raises, is handed on in the window's thread.
    Any other exception is a bug: it is raised there too, so that the crash window shows it.

    Signals:
        crashed(): a call ended in a bug, which is about to be raised.
    """

    crashed = Signal()
    _ended = Signal(object, object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._executor: ThreadPoolExecutor | None = None
        self._under_way: set[Future[Any]] = set()
        self._is_closed = False
        self._ended.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        call: Callable[[], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[SimulatorError], None] | None = None,
    ) -> None:
        """Run a call; ``done`` gets its result, ``failed`` the error a user can put right.

        Once closed, nothing is begun any more.
        """
        if self._is_closed:
            return
        future = self._started().submit(call)
        self._under_way.add(future)
        future.add_done_callback(lambda ended: self._ended.emit(ended, done, failed))

    def finish(self) -> None:
        """Wait for everything given so far, and for what its results lead to."""
        from concurrent.futures import wait

        while self._under_way:
            wait(self._under_way)
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def close(self) -> None:
        """Finish what was given, hand its results on, and end the thread."""
        self._is_closed = True
        self.finish()
        if self._executor is not None:
            self._executor.shutdown()

    def _started(self) -> ThreadPoolExecutor:
        """The thread, begun with the first call: the first frame does without."""
        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor

            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)
        return self._executor

    @Slot(object, object, object)
    def _hand_on(
        self,
        future: Future[Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[SimulatorError], None] | None,
    ) -> None:
        self._under_way.discard(future)
        error = future.exception()
        if isinstance(error, SimulatorError) and failed is not None:
            failed(error)
            return
        if error is not None:
            self.crashed.emit()
            raise error
        if done is not None:
            done(future.result())
