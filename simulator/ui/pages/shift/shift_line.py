"""A slim line that says how far a shift has come."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from simulator.ui.pages.shift.words import contact_of
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.text import label

_HEIGHT = 6
_GAP = 4
_WIDEST = 28


class _Cells(Painted):
    """One cell a contact: those done are filled, the present one is outlined in the accent."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._length = 1, 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_place(self, number: int, length: int) -> None:
        """Show that this contact, from 1, is under way."""
        self._number, self._length = number, length
        self.follow_theme()

    def sizeHint(self) -> QSize:
        """Give the room of all cells at their widest."""
        width = self._length * (theme().scaled(_WIDEST) + _GAP)
        return QSize(round(width), round(theme().scaled(_HEIGHT)) + 2)

    def minimumSizeHint(self) -> QSize:
        """Give the room in which the cells can still be told apart."""
        return QSize(self._length * (_GAP + 4), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cells."""
        painter = self.painter()
        pitch = min(self.width() / self._length, theme().scaled(_WIDEST) + _GAP)
        for place in range(self._length):
            left = place * pitch
            if self.is_mirrored:
                left = self.width() - left - pitch + _GAP
            box = QRectF(left, 0, pitch - _GAP, self.height()).adjusted(1, 1, -1, -1)
            is_done, is_present = place + 1 < self._number, place + 1 == self._number
            role = "accent" if is_done or is_present else "border_strong"
            painter.setPen(QPen(theme().colour(role), 1.2))
            painter.setBrush(theme().colour("accent") if is_done else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.end()


class ShiftLine(Panel):
    """“Contact 3 of 8”, in words and as a row of cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("side", 0, parent)
        self._words = label("", "small", "text2")
        self._cells = _Cells()
        line = QHBoxLayout()
        line.setContentsMargins(Space.CARD, 6, Space.CARD, 6)
        line.setSpacing(Space.MEDIUM)
        line.addWidget(self._words)
        line.addWidget(self._cells, 1)
        self.body.addLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """Where the shift stands."""
        return self._words.text()

    def show_place(self, number: int, length: int) -> None:
        """Show that this contact, from 1, is under way or comes next."""
        words = contact_of(number, length)
        self._words.setText(words)
        self._cells.show_place(number, length)
        self.setAccessibleName(f"Shift: {words}")
