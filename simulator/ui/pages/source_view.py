"""A few lines of a scenario file with the faulty places marked."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.pages.broken import BrokenFault
from simulator.ui.theme import theme
from simulator.ui.widgets.icon import draw_icon
from simulator.ui.widgets.painted import Painted

LINES_BEFORE = 5
LINES_AFTER = 2
"""Lines shown around a fault."""

_ROW_PX = 24.0
_NUMBERS_PX = 56.0
_KEY = re.compile(r"^(\s*(?:- )?)([\w-]+:)(\s|$)")
_TAB = "  "


def line_numbers_shown(lines: Sequence[str], faults: Sequence[BrokenFault]) -> list[int]:
    """Give the numbers of the lines worth showing, from 1: each fault with those around it."""
    shown: set[int] = set()
    for fault in faults:
        if 0 < fault.line <= len(lines):
            first = max(fault.line - LINES_BEFORE, 1)
            shown.update(range(first, min(fault.line + LINES_AFTER, len(lines)) + 1))
    return sorted(shown)


def marked_span(line: str, column: int) -> tuple[int, int]:
    """Give the first and the last-but-one place of the words at a column (from 1) of a line."""
    start = min(max(column - 1, 0), len(line))
    end = start
    while end < len(line) and line[end] not in ",:{}[]#\"'":
        end += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    return start, max(end, start + 1)


class SourceView(Painted):
    """Lines with their numbers, keys in colour, and what is wrong below each faulty line.

    Long lines are not broken: the view is as wide as the longest, for a scroll area.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[str, ...] = ()
        self._faults: tuple[BrokenFault, ...] = ()
        self._rows: list[tuple[int, str | None, BrokenFault | None]] = []
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("The file around the faults")

    def show_source(self, lines: Sequence[str], faults: Sequence[BrokenFault]) -> None:
        """Show the lines around the faults of a file."""
        self._lines = tuple(line.replace("\t", _TAB) for line in lines)
        self._faults = tuple(faults)
        self._rows = self._rows_to_draw()
        spoken = [f"Line {f.line}, column {f.column}: {f.message}" for f in faults if f.line]
        self.setAccessibleDescription(" ".join(spoken))
        self.follow_theme()

    @property
    def shown_rows(self) -> list[str]:
        """The text of the rows in their order, as drawn."""
        return [self._text_of(row) for row in self._rows]

    def sizeHint(self) -> QSize:
        """Give the room of all rows at their full width."""
        metrics = QFontMetricsF(theme().font("code"))
        widest = max((metrics.horizontalAdvance(text) for text in self.shown_rows), default=0.0)
        height = len(self._rows) * self._row_height() + 20
        return QSize(round(widest + self._text_left() + 20), round(height))

    def minimumSizeHint(self) -> QSize:
        """Give the same room."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw row by row."""
        painter = self.painter()
        painter.setFont(theme().font("code"))
        top = 10.0
        for number, text, fault in self._rows:
            self._draw_row(painter, top, number, text, fault)
            top += self._row_height()
        painter.end()

    def _rows_to_draw(self) -> list[tuple[int, str | None, BrokenFault | None]]:
        rows: list[tuple[int, str | None, BrokenFault | None]] = []
        before = 0
        for number in line_numbers_shown(self._lines, self._faults):
            if before and number > before + 1:
                rows.append((0, None, None))
            before = number
            here = [fault for fault in self._faults if fault.line == number]
            rows.append((number, self._lines[number - 1], here[0] if here else None))
            rows += [(number, None, fault) for fault in here]
        return rows

    def _text_of(self, row: tuple[int, str | None, BrokenFault | None]) -> str:
        number, text, fault = row
        if text is not None:
            return text
        if fault is None or not number:
            return "…"
        indent = " " * max(fault.column - 1, 0)
        return f"{indent}^ column {fault.column}: {fault.message}"

    def _row_height(self) -> float:
        return max(theme().scaled(_ROW_PX), QFontMetricsF(theme().font("code")).height())

    def _text_left(self) -> float:
        return theme().scaled(_NUMBERS_PX)

    def _draw_row(
        self,
        painter: QPainter,
        top: float,
        number: int,
        text: str | None,
        fault: BrokenFault | None,
    ) -> None:
        height = self._row_height()
        ink = "caution" if fault is not None and fault.severity != "error" else "negative"
        if fault is not None:
            painter.fillRect(QRectF(0, top, self.width(), height), theme().colour(f"{ink}_tint"))
        if text is None:
            row = (number, text, fault)
            self._write(painter, top, 0, self._text_of(row), ink if fault else "text3")
            return
        self._draw_number(painter, top, number, ink if fault else "text3")
        if fault is not None:
            edge = theme().scaled(14)
            name = "error" if ink == "negative" else "warn"
            draw_icon(painter, name, ink, QRectF(4, top, edge, height), edge)
        self._draw_line(painter, top, text)
        if fault is not None:
            self._draw_wave(painter, top, marked_span(text, fault.column), ink)

    def _draw_number(self, painter: QPainter, top: float, number: int, ink: str) -> None:
        painter.setPen(theme().colour(ink))
        box = QRectF(0, top, self._text_left() - theme().scaled(13), self._row_height())
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side, str(number))

    def _draw_line(self, painter: QPainter, top: float, text: str) -> None:
        """Draw keys in the accent, comments faint, sentences in their own colour."""
        if text.lstrip().startswith("#"):
            self._write(painter, top, 0, text, "text3")
            return
        match = _KEY.match(text)
        if match is None:
            self._write(painter, top, 0, text, "text")
            return
        start, end = match.span(2)
        self._write(painter, top, 0, text[:start], "text")
        self._write(painter, top, start, text[start:end], "accent")
        is_sentence = " " in text[end:].strip() and text[end:].strip()[0] not in "{["
        self._write(painter, top, end, text[end:], "helpful" if is_sentence else "text")

    def _write(self, painter: QPainter, top: float, column: int, text: str, ink: str) -> None:
        metrics = QFontMetricsF(painter.font())
        left = self._text_left() + column * metrics.horizontalAdvance("m")
        baseline = top + (self._row_height() + metrics.capHeight()) / 2
        painter.setPen(theme().colour(ink))
        painter.drawText(QPointF(left, round(baseline)), text)

    def _draw_wave(self, painter: QPainter, top: float, span: tuple[int, int], ink: str) -> None:
        advance = QFontMetricsF(painter.font()).horizontalAdvance("m")
        left, right = (self._text_left() + place * advance for place in span)
        y = top + self._row_height() - 3
        path = QPainterPath(QPointF(left, y))
        x, up = left, True
        while x < right:
            path.quadTo(QPointF(x + 2, y + (-4 if up else 4)), QPointF(x + 4, y))
            x, up = x + 4, not up
        painter.setPen(QPen(theme().colour(ink), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
