"""A raised panel beside what opened it, gone at the first click elsewhere."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from simulator.ui.theme import Space
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.overlay import Overlay

_GAP = 4
_MARGIN = 8


class Popover(Overlay):
    """A panel below a button, or wherever in the window there is room for it.

    Signals:
        dismissed(): Esc was pressed, or something else was clicked; whoever opened it closes it.
    """

    dismissed = Signal()

    def __init__(self, anchor: QWidget) -> None:
        """Build the popover; its contents go into ``body``, and ``put`` shows it."""
        super().__init__(anchor, Panel("raised", Space.SMALL))
        self._anchor = anchor
        self.body = self._panel.body

    def fit(self, room: QSize) -> None:
        """Arrange the contents for the room there is; by themselves they have one arrangement."""

    def put(self, first_focus: QWidget) -> None:
        """Show the popover, with the focus where it begins."""
        self.cover(first_focus)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Find another place when the window changes its size."""
        handled = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Resize:
            self._place()
        return handled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; no other key reaches what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click outside the panel."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.dismissed.emit()
        event.accept()

    def _place(self) -> None:
        margins = self._panel.body.contentsMargins()
        around = QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
        self.fit(self.size() - around - QSize(2 * _MARGIN, 2 * _MARGIN))
        self._panel.body.activate()
        self._panel.resize(self._panel.sizeHint())
        below = self._anchor.mapTo(self._window, QPoint(0, self._anchor.height() + _GAP))
        if self._anchor.isRightToLeft():
            below.setX(below.x() + self._anchor.width() - self._panel.width())
        free = self.size() - self._panel.size() - QSize(_MARGIN, _MARGIN)
        left = min(max(below.x(), _MARGIN), max(free.width(), 0))
        top = min(max(below.y(), _MARGIN), max(free.height(), 0))
        self._panel.move(left, top)
