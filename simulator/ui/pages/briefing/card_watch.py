"""Whether the customer card was looked at before the contact."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_S = 3
"""Seconds for which the end of the card must be in view, to count as looked at."""

_SECOND_MS = 1000


class CardWatch(QObject):
    """Counts the seconds in which the end of the card can be seen."""

    def __init__(self, parent: QObject, is_in_view: Callable[[], bool]) -> None:
        """Watch a card.

        Args:
            parent: the page; it owns this object.
            is_in_view: tells whether the end of the card can be seen now.
        """
        super().__init__(parent)
        self._is_in_view = is_in_view
        self._seen_s = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self.pass_second)

    @property
    def was_read(self) -> bool:
        """Whether the card was in view for long enough."""
        return self._seen_s >= LOOK_S

    def begin(self) -> None:
        """Watch another card."""
        self._seen_s = 0
        self._timer.start()

    @Slot()
    def pass_second(self) -> None:
        """Let one second pass."""
        self._seen_s += self._is_in_view()
        if self.was_read:
            self._timer.stop()
