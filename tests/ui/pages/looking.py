"""What can be seen of a page: its words, and whether everything lies inside."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QWidget

from simulator.ui.widgets.evidence_text import EvidenceText
from simulator.ui.widgets.tags import Tag


def words_on(page: QWidget) -> str:
    """Give every word of the page, also those out of sight and those only spoken."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    words = []
    for widget in page.findChildren(QWidget):
        words += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton):
            words.append(widget.text())
        elif isinstance(widget, EvidenceText | Tag):
            words.append(widget.text)
    return "\n".join(words)


def seen_words_on(page: QWidget) -> str:
    """Give the words of labels and buttons that are in sight."""
    return "\n".join(
        widget.text()
        for widget in page.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton) and widget.isVisibleTo(page)
    )


def misplaced(page: QWidget) -> list[str]:
    """Name the visible widgets that stick out of their parent or have no room of their own.

    What scrolls may be longer than its view, but never wider.
    """
    return [
        f"{type(widget).__name__} {widget.geometry()} {widget.accessibleName()[:40]}"
        for widget in page.findChildren(QWidget)
        if widget.isVisibleTo(page) and _sticks_out(widget)
    ]


def _sticks_out(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or type(widget).__name__.startswith("_Ring"):
        return False
    box, room = widget.geometry(), parent.rect()
    if box.width() <= 0 or box.height() <= 0:
        return True
    scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
    is_too_wide = box.left() < -1 or box.right() > room.right() + 1
    is_too_high = not scrolls and (box.top() < -1 or box.bottom() > room.bottom() + 1)
    return is_too_wide or is_too_high
