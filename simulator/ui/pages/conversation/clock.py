"""How long a contact has been going on, for the eye only: nothing is scored by it."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

_SECOND_MS = 1000


class ContactClock(QObject):
    """Counts the seconds during which the conversation could be seen.

    Signals:
        ticked(int): this many seconds so far.
    """

    ticked = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before_ms = 0
        self._running = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def elapsed_s(self) -> int:
        """The seconds so far."""
        running_ms = self._running.elapsed() if self._running.isValid() else 0
        return (self._before_ms + running_ms) // _SECOND_MS

    @property
    def is_running(self) -> bool:
        """Whether seconds are being counted."""
        return self._timer.isActive()

    def reset(self) -> None:
        """Begin again at nothing; a running clock runs on."""
        self._before_ms = 0
        if self._running.isValid():
            self._running.start()
        self._tick()

    def run(self, running: bool) -> None:
        """Count on, or stand still."""
        if running == self.is_running:
            return
        if running:
            self._running.start()
            self._timer.start()
        else:
            self._before_ms += self._running.elapsed()
            self._running.invalidate()
            self._timer.stop()

    @Slot()
    def _tick(self) -> None:
        self.ticked.emit(self.elapsed_s)
