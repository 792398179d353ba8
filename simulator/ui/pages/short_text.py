"""A few lines of text drawn into a box; what does not fit ends in an ellipsis."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from simulator.ui.theme import theme
from simulator.ui.widgets.text_lines import UNBOUNDED, elide, lay_out


def draw_lines(
    painter: QPainter, box: QRectF, text: str, role: str, colour: str, *, most: int
) -> int:
    """Draw at most so many lines from the top of the box.

    Args:
        painter: in use on the widget.
        box: its width breaks the lines.
        text: never read as markup.
        role: the type role.
        colour: the colour role.
        most: lines; the last one is shortened where the text is longer.

    Returns:
        How many lines were drawn, at least 1.
    """
    font, height = theme().font(role), theme().line_height(role)
    one_line = " ".join(text.split())
    lines = lay_out(one_line, font, height, box.width())
    painter.setPen(theme().colour(colour))
    count = lines.layout.lineCount()
    if count <= most:
        lines.layout.draw(painter, box.topLeft())
        return max(count, 1)
    for number in range(most - 1):
        lines.layout.lineAt(number).draw(painter, box.topLeft())
    in_units = one_line.encode("utf-16-le")
    rest = in_units[2 * lines.layout.lineAt(most - 1).textStart() :].decode("utf-16-le")
    last = lay_out(elide(rest, font, box.width()), font, height, UNBOUNDED)
    shift = 0.0
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        shift = box.width() - QFontMetricsF(font).horizontalAdvance(last.layout.text())
    last.layout.draw(painter, box.topLeft() + QPointF(shift, (most - 1) * height))
    return most
