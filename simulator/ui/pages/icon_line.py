"""A line of text, and perhaps a quieter one below it, beside an icon."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.ui.theme import Space
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.text import Label, label


class IconLine(QWidget):
    """An icon, a line, and a smaller line below it if there is something to add."""

    def __init__(
        self,
        icon: str,
        text: str,
        note: str = "",
        *,
        icon_role: str = "text2",
        role: str = "small",
        colour: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.icon = IconLabel(icon, icon_role, 16)
        self.text: Label = label(text, role, colour, wrap=True)
        self.note: Label = label(note, "caption", "text2", wrap=True)
        lines = QVBoxLayout()
        lines.setSpacing(Space.HAIR)
        lines.addWidget(self.text)
        lines.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        top = QVBoxLayout()
        top.setContentsMargins(0, 2, 0, 0)
        top.addWidget(self.icon)
        top.addStretch()
        row.addLayout(top)
        row.addLayout(lines, 1)
        row.setAlignment(lines, Qt.AlignmentFlag.AlignTop)
        self.note.setVisible(bool(note))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_line(self, icon: str, icon_role: str, text: str, note: str = "") -> None:
        """Show another line."""
        self.icon.set_icon(icon, icon_role)
        self.text.setText(text)
        self.note.setText(note)
        self.note.setVisible(bool(note))


def with_icon(icon: str, words: QWidget) -> QHBoxLayout:
    """Put words beside an icon, level with their first line."""
    line = QHBoxLayout()
    line.setSpacing(Space.SMALL + 2)
    line.addWidget(IconLabel(icon, "text2", 18), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    return line
