"""A small dialog that says how the teaching model works."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.aftermath import KIND_WORDS, NOTE, SHIPPED, listed
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.card import scrolling
from simulator.ui.widgets.text import label

_WIDTH, _HEIGHT = 520, 480
_YOURS = (
    "Your replies decide how the contact ends. Help decides how this contact is judged; courtesy "
    "and patience decide what is remembered. Nothing here changes your three scores. These are all "
    "the numbers, with where they come from; a trainer can change them."
)


class ModelNote(QDialog):
    """Plain text and a button to close it; Esc closes it too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("How it works")
        self.setAccessibleDescription(NOTE)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.SECTION, Space.WIDE, Space.SECTION)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(label("A teaching model, not a forecast", "h2", wrap=True))
        text = QWidget()
        inside = QVBoxLayout(text)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.SMALL)
        inside.addWidget(label(NOTE, "body", wrap=True))
        inside.addWidget(label(_YOURS, "body", wrap=True))
        for number in listed(SHIPPED):
            inside.addWidget(label(f"{number.title}: {number.value:g}", "small", wrap=True))
            source = f"{KIND_WORDS[number.kind]}. {number.source}"
            inside.addWidget(label(source, "caption", "text2", wrap=True))
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
