"""The profile store, reached from the window: every call runs on the store's own thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from simulator.core.errors import SimulatorError
from simulator.ui.background import Background

if TYPE_CHECKING:
    # Not before the first frame: pydantic takes longer to load than the window.
    from simulator.core.services import ProfileStore

Result = TypeVar("Result")


class StoreAccess(QObject):
    """Opens the store when it is first needed and runs every call in its thread.

    Signals:
        opened(str): the store is there; the text is what to tell about it, often nothing.
        crashed(): a call ended in a bug, which is about to be raised.
        unavailable(object): it could not be opened; the ``SimulatorError`` says why.
    """

    crashed = Signal()
    opened = Signal(str)
    unavailable = Signal(object)

    def __init__(
        self, open_store: Callable[[], tuple[ProfileStore, str]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open_store = open_store
        self._store: ProfileStore | None = None
        self._notice = ""
        self._background = Background("store", self)
        self._background.crashed.connect(self.crashed)

    def open(self) -> None:
        """Open the store, or try again after a problem was put right."""
        self._background.run(self._opened, self._tell_opened, self.unavailable.emit)

    def run(
        self,
        call: Callable[[ProfileStore], Result],
        done: Callable[[Result], None],
        failed: Callable[[SimulatorError], None],
    ) -> None:
        """Run a call on the store; the store is opened first where it is not yet."""
        self._background.run(lambda: call(self._opened()), done, failed)

    def replace(self, prepare: Callable[[], object]) -> None:
        """Let go of the store, put its files right with ``prepare``, and open it anew."""

        def renew() -> None:
            self._let_go()
            prepare()
            self._opened()

        self._background.run(renew, self._tell_opened, self.unavailable.emit)

    def close(self) -> None:
        """Finish what is being written, and what waits for it, then close the store."""
        self._background.finish()
        self._background.run(self._let_go)
        self._background.close()

    def _opened(self) -> ProfileStore:
        if self._store is None:
            self._store, self._notice = self._open_store()
        return self._store

    def _tell_opened(self, _: object) -> None:
        self.opened.emit(self._notice)

    def _let_go(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
