"""Many practices in one window: it grows no heavier and starts no more threads.

``RAPPORT_SESSIONS`` sets how many practices are played, ``RAPPORT_EMITS`` how many signals sent.
"""

import gc
import os
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QLabel

from tests.ui.visitor import Visitor

SESSIONS = int(os.environ.get("RAPPORT_SESSIONS", "8"))
EMITS = int(os.environ.get("RAPPORT_EMITS", "5000"))
WARM_UP = 3
MOST_GROWTH_MB = 1.0
"""For each practice after the warm-up. A page that is not freed weighs more than this."""

REPLIES = (
    "I'm sorry, Ms Rao. You were in and got told you weren't. What did you hear about ten?",
    "You'll have to rebook online.",
)


def resident_mb() -> float:
    """Give the memory in use, after everything that can be freed was freed."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


def practise(visitor: Visitor) -> None:
    visitor.start_anew()
    for reply in REPLIES:
        visitor.type_reply(reply)
    visitor.end_early()
    visitor.finish()
    visitor.leave()


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory from /proc")
def test_practice_after_practice_needs_no_more_memory_or_threads(qtbot, tmp_path):
    visitor = Visitor(qtbot, tmp_path)
    visitor.add_profile("Ana")
    for _ in range(WARM_UP):
        practise(visitor)
    memory_mb, threads = resident_mb(), threading.active_count()

    for _ in range(SESSIONS):
        practise(visitor)

    grown_mb = (resident_mb() - memory_mb) / SESSIONS
    assert threading.active_count() == threads
    assert len(visitor.attempts()) == WARM_UP + SESSIONS
    assert not visitor.crash_windows()
    assert grown_mb < MOST_GROWTH_MB
    visitor.close()


class Sender(QObject):
    sent = Signal(str, object)

    def __init__(self):
        super().__init__()
        self.received = 0
        self.sent.connect(self.take)

    @Slot(str, object)
    def take(self, _text, _value):
        self.received += 1


def test_thousands_of_signals_and_calls_leave_nobody_counting_wrong(qtbot):
    """PySide6 6.12.0 lost a reference to None at every call, and aborted on Python 3.11."""
    sender, label = Sender(), QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for number in range(EMITS):
        sender.sent.emit("word", None)
        label.setText(str(number))

    assert sender.received == EMITS
    assert sys.getrefcount(None) > before - EMITS // 10
