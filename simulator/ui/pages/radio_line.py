"""One of several answers whose words may run over several lines."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from simulator.ui.theme import Space
from simulator.ui.widgets.text import label


class RadioLine(QWidget):
    """A radio button with its words beside it; clicking the words chooses it as well."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.radio = QRadioButton()
        self.radio.setAccessibleName(text)
        self.radio.setProperty("rings_parent", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.TINY, 0, Space.TINY, 0)
        row.setSpacing(Space.SMALL)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(text, "body", wrap=True), 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose this answer."""
        if self.rect().contains(event.position().toPoint()):
            self.radio.click()
