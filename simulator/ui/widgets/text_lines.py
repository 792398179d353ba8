"""Running text laid out with the line height of the type scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from simulator.ui.theme import theme

UNBOUNDED = 1_000_000.0
"""A width no text reaches: everything up to a line break stays on one line."""


class Run(NamedTuple):
    """A stretch of text that looks the same throughout.

    Attributes:
        text: the words, never read as markup.
        weight: 400 to 700, or None for the weight of the type role.
        colour: a colour role, or None for the colour of the whole text.
    """

    text: str
    weight: int | None = None
    italic: bool = False
    colour: str | None = None


def qt_length(text: str) -> int:
    """Count the text as Qt does, in UTF-16 units: an emoji counts two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def formats_of(runs: Sequence[Run], font: QFont) -> list[QTextLayout.FormatRange]:
    """Turn runs into the format ranges of a text layout."""
    ranges = []
    start = 0
    for run in runs:
        length = qt_length(run.text)
        if run.weight is not None or run.italic or run.colour is not None:
            ranges.append(_format(run, font, start, length))
        start += length
    return ranges


def _format(run: Run, font: QFont, start: int, length: int) -> QTextLayout.FormatRange:
    from PySide6.QtGui import QTextCharFormat

    look = QTextCharFormat()
    run_font = QFont(font)
    if run.weight is not None:
        run_font.setWeight(QFont.Weight(run.weight))
    run_font.setItalic(run.italic)
    look.setFont(run_font)
    if run.colour is not None:
        look.setForeground(theme().colour(run.colour))
    span = QTextLayout.FormatRange()
    span.start, span.length, span.format = start, length, look
    return span


class TextLines(NamedTuple):
    """A text layout with the space it takes.

    Attributes:
        layout: the lines, each at its place.
        width: of the longest line, in logical pixels.
        height: of all lines.
        line_height: of one line.
    """

    layout: QTextLayout
    width: float
    height: float
    line_height: float


def lay_out(
    text: str,
    font: QFont,
    line_height: float,
    width: float,
    *,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
    formats: Sequence[QTextLayout.FormatRange] = (),
) -> TextLines:
    """Break the text into lines of the given width and height.

    Line breaks in the text are kept; a word wider than the line is broken inside.
    """
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption(alignment)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    if formats:
        layout.setFormats(list(formats))
    layout.setCacheEnabled(True)
    longest, top = 0.0, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0.0, top + (line_height - line.height()) / 2))
        longest = max(longest, line.naturalTextWidth())
        top += line_height
    layout.endLayout()
    return TextLines(layout, longest, max(top, line_height), line_height)


def elide(text: str, font: QFont, width: float) -> str:
    """Shorten a line with an ellipsis at its end so that it fits the width."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
