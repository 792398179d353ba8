"""Pages in a window of their own for the length of a test."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


@contextmanager
def shown_page(page: QWidget, width: int = 1280, height: int = 800) -> Iterator[QWidget]:
    """Show a page, and free it at once afterwards.

    Pages that linger follow every change of the theme and make each later test slower.
    """
    page.resize(width, height)
    page.show()
    yield page
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
