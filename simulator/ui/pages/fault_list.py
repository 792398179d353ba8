"""What is wrong with a file, fault by fault, each with its remedy."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.ui.pages.broken import BrokenFault
from simulator.ui.theme import Radius, Space, theme
from simulator.ui.widgets.card import divider
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.text import label

_MARKS = {
    "error": ("error", "negative"),
    "warning": ("warn", "caution"),
    "hint": ("bulb", "accent"),
}


class FaultList(Painted):
    """The foot of the card with the file: rounded below, as the card is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 6, 20, 6)
        self._column.setSpacing(0)

    def show_faults(self, faults: Sequence[BrokenFault]) -> None:
        """Show these faults and no others."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, fault in enumerate(faults):
            if place:
                self._column.addWidget(divider())
            self._column.addWidget(_fault_row(fault))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground with two round corners."""
        box = QRectF(self.rect())
        radius = Radius.CARD - 1
        shape = QPainterPath()
        shape.addRoundedRect(box.adjusted(0, -radius, 0, 0), radius, radius)
        above = QPainterPath()
        above.addRect(box.adjusted(0, -radius, 0, -box.height()))
        painter = self.painter()
        painter.fillPath(shape.subtracted(above), theme().colour("sunken"))
        painter.end()


def place_of(fault: BrokenFault) -> str:
    """Say where a fault is, with a colon for what follows."""
    return f"Line {fault.line}, column {fault.column}:" if fault.line > 0 else "The whole file:"


def _fault_row(fault: BrokenFault) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 10, 0, 10)
    line.setSpacing(Space.MEDIUM)
    icon, ink = _MARKS[fault.severity]
    line.addWidget(IconLabel(icon, ink, 18, fault.severity), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(label(f"{place_of(fault)} {fault.message}", "body", wrap=True))
    if fault.remedy:
        words.addWidget(label(fault.remedy, "small", "text2", wrap=True))
    line.addLayout(words, 1)
    line.addWidget(label(fault.code, "code", "text3"), 0, Qt.AlignmentFlag.AlignTop)
    return holder
