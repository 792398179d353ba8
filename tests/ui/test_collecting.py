"""What nobody needs any more is freed in the window's thread: elsewhere a widget would fall."""

import gc
import threading
from typing import ClassVar

import pytest

from simulator.ui.collecting import Collector

RINGS = 5_000


class Ring:
    """Refers to itself, so that only the collector can free it; notes in which thread."""

    freed_in: ClassVar[list[int]] = []

    def __init__(self):
        self.itself = self

    def __del__(self):
        self.freed_in.append(threading.get_ident())


@pytest.fixture
def collector():
    gc.collect()
    Ring.freed_in.clear()
    collector = Collector()
    yield collector
    collector.stop()


def work_elsewhere():
    """Leave far more objects behind in another thread than Python lets wait."""

    def work():
        for _ in range(RINGS):
            Ring()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_what_another_thread_leaves_is_freed_in_the_windows_thread(qtbot, collector):
    work_elsewhere()
    assert Ring.freed_in == []

    kept = []

    def are_all_freed() -> bool:
        # Objects freed meanwhile count against those made; a program goes on making some.
        kept.append([[] for _ in range(1_000)])
        return len(Ring.freed_in) == RINGS

    qtbot.waitUntil(are_all_freed, timeout=10_000)

    assert set(Ring.freed_in) == {threading.get_ident()}


def test_python_collects_by_itself_again_once_stopped(collector):
    collector.stop()

    work_elsewhere()

    assert Ring.freed_in != []
