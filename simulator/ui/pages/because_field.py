"""The field in which the cause of a feeling is written."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from simulator.ui.theme import theme
from simulator.ui.widgets.text import label

_INSET = 11
_GAP = 8


class BecauseField(QLineEdit):
    """A line that begins with the word "because"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("because")
        self._word = label("because", "small", "text2", parent=self)
        theme().changed.connect(self._place_word)
        self._place_word()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the word at the beginning of the line."""
        super().resizeEvent(event)
        self._place_word()

    @Slot()
    def _place_word(self) -> None:
        room = self._word.sizeHint()
        mirrored = self.isRightToLeft()
        left = self.width() - _INSET - room.width() if mirrored else _INSET
        self._word.setGeometry(left, 0, room.width(), self.height())
        before, after = room.width() + _GAP, 0
        self.setTextMargins(*(after, 0, before, 0) if mirrored else (before, 0, after, 0))
