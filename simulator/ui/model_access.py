"""The reply model, reached from the window: every call runs on the model's own thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from simulator.core.errors import SimulatorError
from simulator.ui.background import Background

if TYPE_CHECKING:
    # Not before the first frame: pydantic takes longer to load than the window.
    from simulator.core.services import ReplyModel

Result = TypeVar("Result")


class ModelAccess(QObject):
    """Loads the reply model when it is first needed and runs every call in its thread.

    Signals:
        crashed(): a call ended in a bug, which is about to be raised.
    """

    crashed = Signal()

    def __init__(self, load_model: Callable[[], ReplyModel], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load_model = load_model
        self._model: ReplyModel | None = None
        self._background = Background("reply-model", self)
        self._background.crashed.connect(self.crashed)

    def load(self) -> None:
        """Load the model before it is needed."""
        self._background.run(self._loaded)

    def run(
        self,
        call: Callable[[ReplyModel], Result],
        done: Callable[[Result], None],
        failed: Callable[[SimulatorError], None],
    ) -> None:
        """Ask the model something; it is loaded first where it is not yet."""
        self._background.run(lambda: call(self._loaded()), done, failed)

    def finish(self) -> None:
        """Wait for everything asked so far, and for what the answers lead to."""
        self._background.finish()

    def close(self) -> None:
        """Finish what is being read, hand it on, and end the thread."""
        self._background.close()

    def _loaded(self) -> ReplyModel:
        if self._model is None:
            self._model = self._load_model()
        return self._model
