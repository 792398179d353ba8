"""A soft timer: after a while without a sign of the trainee, the customer may speak up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from simulator.core.conversation.session import Session
from simulator.core.scenario.model import Scenario

LONG_S = 45
"""Seconds of silence after which a customer speaks up."""

_WORDS_A_SECOND = 3
"""How fast a calm reader reads."""

_SECOND_MS = 1000


def speaks_to_silence(scenario: Scenario) -> bool:
    """Whether silence is ever answered here."""
    has_words = any(step.silence is not None for step in scenario.steps.values())
    return has_words and scenario.channel.notices_silence


def may_speak_up(session: Session, is_wanted: bool | None) -> bool:
    """Whether this customer would say something if nothing came back now.

    Args:
        session: the contact as it stands.
        is_wanted: whether the trainee wants it; None: in Coach only.
    """
    wanted = session.is_coached if is_wanted is None else is_wanted
    return wanted and session.can_wait


def has_open_dialog() -> bool:
    """Whether a dialog or a menu of the program is open."""
    return bool(QApplication.activeModalWidget() or QApplication.activePopupWidget())


class SilenceWatch(QObject):
    """Counts seconds in which nothing happens; any sign of the trainee begins anew.

    Nothing is scored by it. While a dialog is open, the page is out of sight or the trainee reads
    or types, no second counts.

    Signals:
        lasted(): it has been silent for long enough.
    """

    lasted = Signal()

    def __init__(self, parent: QObject, counts: Callable[[], bool]) -> None:
        """Watch for a page.

        Args:
            parent: the page; it owns this object.
            counts: tells whether a second of silence counts now.
        """
        super().__init__(parent)
        self._counts = counts
        self._silent_s = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self.pass_second)

    @property
    def left_s(self) -> int:
        """The seconds until it has been silent for long enough."""
        return LONG_S - self._silent_s

    @property
    def is_running(self) -> bool:
        """Whether it watches at all."""
        return self._timer.isActive()

    def run(self, running: bool, words_to_read: int = 0) -> None:
        """Watch from now on, or no longer; so many words are to be read before it is silence."""
        self._silent_s = -(words_to_read // _WORDS_A_SECOND)
        if running:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def begin_anew(self) -> None:
        """Take notice of a sign of the trainee."""
        self._silent_s = min(self._silent_s, 0)

    @Slot()
    def pass_second(self) -> None:
        """Let one second pass."""
        self._silent_s = self._silent_s + 1 if self._counts() else min(self._silent_s, 0)
        if self._silent_s >= LONG_S:
            self._silent_s = 0
            self.lasted.emit()
