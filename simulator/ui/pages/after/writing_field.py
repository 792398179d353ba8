"""A field for a few lines of plain text in which words can be marked."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from simulator.core.conversation.note_checks import Flagged
from simulator.ui.theme import theme

_FRAME = 20


def _units(text: str, position: int) -> int:
    """Give the place of a character in the UTF-16 units in which Qt counts."""
    return len(text[:position].encode("utf-16-le")) // 2


class WritingField(QPlainTextEdit):
    """Plain text in the type of the conversation; Tab leaves it."""

    def __init__(self, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._flagged: tuple[Flagged, ...] = ()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        theme().changed.connect(self.follow_theme)
        self.follow_theme()

    @property
    def flagged(self) -> tuple[Flagged, ...]:
        """The words marked now."""
        return self._flagged

    def mark(self, flagged: Sequence[Flagged]) -> None:
        """Put the wave under these words."""
        self._flagged = tuple(flagged)
        text = self.toPlainText()
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(theme().colour("negative"))
        look.setBackground(theme().colour("negative_tint"))
        selections = []
        for each in self._flagged:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(_units(text, each.start))
            cursor.setPosition(_units(text, each.end), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = look
            selections.append(selection)
        self.setExtraSelections(selections)

    @Slot()
    def follow_theme(self) -> None:
        """Take font, height and colours from the theme again."""
        self.setFont(theme().font("talk"))
        self.setFixedHeight(round(theme().line_height("talk") * self._lines) + _FRAME)
        self.mark(self._flagged)
