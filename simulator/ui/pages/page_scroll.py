"""Page content that scrolls, with its scroll bar inside the page margin."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QLayout, QScrollArea


class ScrollMargins(QObject):
    """Keeps content as wide as the page's head whether or not the scroll bar is there.

    The bar takes its place from the trailing margin, so nothing shifts when it comes or goes.
    """

    def __init__(self, area: QScrollArea, content: QLayout) -> None:
        super().__init__(area)
        self._area, self._content = area, content
        self._margins = (0, 0, 0, 0)
        area.verticalScrollBar().rangeChanged.connect(self._fit)

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Set the margins as they are without a scroll bar, in logical pixels."""
        self._margins = (left, top, right, bottom)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        left, top, right, bottom = self._margins
        bar = self._area.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._content.setContentsMargins(left, top, max(right - taken, 0), bottom)
