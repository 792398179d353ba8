"""A margin that a scroll bar comes to stand in, so that nothing moves when it appears."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QLayout, QScrollArea


class SteadyMargin(QObject):
    """Narrows the trailing margin of a scrolled layout by the width of the scroll bar."""

    def __init__(self, area: QScrollArea, layout: QLayout) -> None:
        super().__init__(area)
        self._area, self._layout = area, layout
        self._margin = layout.contentsMargins().right()
        area.verticalScrollBar().rangeChanged.connect(self._follow)

    @Slot(int, int)
    def _follow(self, _least: int, most: int) -> None:
        bar = self._area.verticalScrollBar().sizeHint().width() if most > 0 else 0
        margins = self._layout.contentsMargins()
        margins.setRight(max(self._margin - bar, 0))
        if margins != self._layout.contentsMargins():
            self._layout.setContentsMargins(margins)
