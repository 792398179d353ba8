"""Labels: always plain text, in a type role and a colour role, at the user's text size."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from simulator.ui.theme import theme
from simulator.ui.widgets.text_lines import UNBOUNDED, Run, TextLines, elide, formats_of, lay_out

__all__ = ["Label", "Run", "elided", "label"]

_MOST_CHARACTERS_A_LINE = 75


class Label(QLabel):
    """A line or paragraph drawn with the line height of its type role.

    Text is never read as markup: what customers and trainees write is shown as they wrote it.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        colour: str = "text",
        *,
        wrap: bool = False,
        elides: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._colour, self._wraps, self._elides = role, colour, wrap, elides
        self._weight: int | None = None
        self._runs: tuple[Run, ...] = ()
        self._lines: dict[int, TextLines] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(self._policy())
        self.setFont(theme().font(role))
        self.setText(text)
        theme().changed.connect(self.follow_theme)

    def setText(self, text: str) -> None:
        """Show the text in one look."""
        self._set((Run(text),))

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show stretches of text that differ in weight, slant or colour."""
        self._set(tuple(runs))

    def set_role(self, role: str) -> None:
        """Change the type role."""
        self._role = role
        self.follow_theme()

    def set_colour(self, colour: str) -> None:
        """Change the colour role."""
        self._colour = colour
        self.follow_theme()

    def set_weight(self, weight: int | None) -> None:
        """Set the weight, 400 to 700, or None for that of the type role."""
        self._weight = weight
        self.follow_theme()

    @property
    def colour(self) -> str:
        """The colour role."""
        return self._colour

    @Slot()
    def follow_theme(self) -> None:
        """Take fonts and colours from the theme again."""
        self.setFont(self._look())
        self._forget()

    def hasHeightForWidth(self) -> bool:
        """Only a paragraph gets higher as it gets narrower."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """Give the height of the paragraph at a width, in logical pixels."""
        return ceil(self._laid_out(width).height) if self._wraps else -1

    def sizeHint(self) -> QSize:
        """Give one line, or a paragraph of a comfortable reading width."""
        whole = self._laid_out(UNBOUNDED)
        if not self._wraps:
            return QSize(ceil(whole.width) + 1, ceil(whole.height))
        comfortable = self.fontMetrics().averageCharWidth() * _MOST_CHARACTERS_A_LINE
        width = min(ceil(whole.width) + 1, comfortable)
        return QSize(width, ceil(self._laid_out(width).height))

    def minimumSizeHint(self) -> QSize:
        """Give the least space in which the text can be read."""
        if not self._wraps and not self._elides:
            return self.sizeHint()
        width = self.fontMetrics().averageCharWidth() * 6
        height = self.heightForWidth(self.width()) if self._wraps and self.text() else 0
        return QSize(width, max(height, ceil(theme().line_height(self._role))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height the new width needs, also where a layout does not ask."""
        super().resizeEvent(event)
        if self._wraps and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines, centred vertically if there is room to spare."""
        lines = self._shown_lines()
        painter = QPainter(self)
        colour = self._colour if self.isEnabled() else "text_disabled"
        painter.setPen(theme().colour(colour))
        lines.layout.draw(painter, QPointF(0.0, self._top(lines)))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again when font or direction changed."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._forget()
        super().changeEvent(event)

    def _look(self) -> QFont:
        return theme().font(self._role, weight=self._weight)

    def _policy(self) -> QSizePolicy:
        across = QSizePolicy.Policy.Preferred
        if self._wraps or self._elides:
            policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(self._wraps)
            return policy
        return QSizePolicy(across, QSizePolicy.Policy.Fixed)

    def _set(self, runs: tuple[Run, ...]) -> None:
        self._runs = runs
        super().setText("".join(run.text for run in runs))
        self._forget()

    def _forget(self) -> None:
        self._lines.clear()
        self.updateGeometry()
        self.update()

    def _laid_out(self, width: float) -> TextLines:
        key = ceil(width)
        if key not in self._lines:
            if len(self._lines) > 8:
                self._lines.clear()
            self._lines[key] = self._lay_out(self.text(), width)
        return self._lines[key]

    def _lay_out(self, text: str, width: float) -> TextLines:
        font = self._look()
        return lay_out(
            text,
            font,
            theme().line_height(self._role),
            width,
            alignment=self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
            if width < UNBOUNDED
            else Qt.AlignmentFlag.AlignLeft,
            formats=formats_of(self._runs, font),
        )

    def _shown_lines(self) -> TextLines:
        if self._wraps:
            return self._laid_out(self.width())
        if self._elides:
            short = elide(self.text(), self._look(), self.width())
            if short != self.text():
                return self._lay_out(short, self.width() + 1)
        return self._laid_out(max(self.width(), self.sizeHint().width()))

    def _top(self, lines: TextLines) -> float:
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            return 0.0
        return max((self.height() - lines.height) / 2, 0.0)


def label(
    text: str = "",
    role: str = "body",
    colour: str = "text",
    *,
    wrap: bool = False,
    parent: QWidget | None = None,
) -> Label:
    """Make a label; with ``wrap`` it is a paragraph."""
    return Label(text, role, colour, wrap=wrap, parent=parent)


def elided(
    text: str, role: str = "body", colour: str = "text", parent: QWidget | None = None
) -> Label:
    """Make a one-line label that ends in an ellipsis where room is short.

    The whole text stays its accessible name and its tooltip.
    """
    short = Label(text, role, colour, elides=True, parent=parent)
    short.setToolTip(text)
    return short
