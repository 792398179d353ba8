"""A small dialog that says how the teaching model works."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from simulator.ui.pages.scorecard.words import MODEL_NOTE
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.card import scrolling
from simulator.ui.widgets.text import label

_WIDTH, _HEIGHT = 440, 330


class ModelNote(QDialog):
    """Plain text and a button to close it; Esc closes it too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("How it works")
        self.setAccessibleDescription(MODEL_NOTE)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.SECTION, Space.WIDE, Space.SECTION)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(label("A teaching model, not a forecast", "h2", wrap=True))
        text = QWidget()
        inside = QVBoxLayout(text)
        inside.setContentsMargins(0, 0, 0, 0)
        for paragraph in MODEL_NOTE.split("\n\n"):
            inside.addWidget(label(paragraph, "body", wrap=True))
        inside.addStretch()
        column.addWidget(scrolling(text), 1)
        self.close_button = Button("Close")
        self.close_button.clicked.connect(self.close)
        line = QHBoxLayout()
        line.addStretch()
        line.addWidget(self.close_button)
        column.addLayout(line)
        room = parent.window().size()
        width = min(round(theme().scaled(_WIDTH)), room.width())
        self.resize(width, min(round(theme().scaled(_HEIGHT)), room.height()))
