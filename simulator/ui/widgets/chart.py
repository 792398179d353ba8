"""Trends of the three skills: threads with markers, named at their ends."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import theme
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.threads import SKILLS, draw_marker, thread_of, thread_pen

FEWEST_FOR_A_TREND = 3

_LINE, _MARKER, _LAST_MARKER = 2.4, 3.2, 4.2
_USUAL_FLOOR = 40
Values = Sequence[float | None]


class TrendChart(Painted):
    """Three lines on a fixed scale of 40 to 100, or 0 to 100 if anything is lower.

    One stop in the tab order; Left and Right move between points, and the accessible
    description tells the point. ``table`` holds the same as text.

    Signals:
        table_wanted: T was pressed.
    """

    table_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: dict[str, list[float | None]] = {}
        self._labels: list[str] = []
        self._point: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_series(self, series: Mapping[str, Values], labels: Sequence[str]) -> None:
        """Show the skills over time.

        Args:
            series: courtesy, patience, helpful to their values, 0 to 100, None where unknown.
            labels: one for each point in time.

        Raises:
            ValueError: a line has not as many points as there are labels.
        """
        if any(len(values) != len(labels) for values in series.values()):
            raise ValueError("every line needs one value a label")
        self._series = {skill: list(series[skill]) for skill in SKILLS if skill in series}
        self._labels = list(labels)
        self._point = None
        self.setAccessibleName(self._sentence())
        self.setAccessibleDescription("")
        self.update()

    @property
    def has_trend(self) -> bool:
        """Whether there are the three points a trend needs."""
        return len(self._labels) >= FEWEST_FOR_A_TREND

    @property
    def floor(self) -> int:
        """The lowest value of the scale, 40 or 0."""
        known = [value for line in self._series.values() for value in line if value is not None]
        return 0 if any(value < _USUAL_FLOOR for value in known) else _USUAL_FLOOR

    def table(self) -> list[list[str]]:
        """Give the chart as rows of text, the header first."""
        header = ["", *(thread_of(skill).label for skill in self._series)]
        rows = [
            [name, *(_shown(line[place]) for line in self._series.values())]
            for place, name in enumerate(self._labels)
        ]
        return [header, *rows]

    def sizeHint(self) -> QSize:
        """Give a comfortable size."""
        return QSize(round(theme().scaled(560)), round(theme().scaled(230)))

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which the labels fit."""
        return QSize(round(theme().scaled(260)), round(theme().scaled(140)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between points with the arrows; T asks for the table."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._labels:
            last = len(self._labels) - 1
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            start = last + 1 if self._point is None else self._point
            self._point = min(max(start + step, 0), last)
            self.setAccessibleDescription(self._spoken_point(self._point))
            self.setToolTip(self._spoken_point(self._point))
            self.update()
        elif event.key() == Qt.Key.Key_T:
            self.table_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the point."""
        super().focusOutEvent(event)
        self._point = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the grid, then the lines, markers and their names."""
        painter = self.painter()
        plot = self._plot()
        self._draw_grid(painter, plot)
        if self._point is not None:
            x = self._place(plot, self._point, 0).x()
            painter.setPen(QPen(theme().colour("border_strong"), 1.0))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        for skill, values in self._series.items():
            self._draw_line(painter, plot, skill, values)
        self._draw_names(painter, plot)
        painter.end()

    def _sentence(self) -> str:
        ends = [
            f"{thread_of(skill).label} {_shown(_last(line))}"
            for skill, line in self._series.items()
        ]
        if not self._labels:
            return "Trend of the three skills, nothing to show yet"
        return f"Trend of the three skills to {self._labels[-1]}: {', '.join(ends)}"

    def _spoken_point(self, place: int) -> str:
        values = ", ".join(
            f"{thread_of(skill).label} {_shown(line[place])}"
            for skill, line in self._series.items()
        )
        return f"{self._labels[place]}: {values}"

    def _plot(self) -> QRectF:
        caption = QFontMetricsF(theme().font("caption"))
        left = caption.horizontalAdvance("100") + 12
        names = QFontMetricsF(theme().font("label", weight=600))
        widest = max(names.horizontalAdvance(f"{thread_of(skill).label} 100") for skill in SKILLS)
        bottom = theme().line_height("caption") + 8
        top = theme().line_height("caption") / 2
        return QRectF(self.rect()).adjusted(left + 4, top, -widest - 20, -bottom)

    def _place(self, plot: QRectF, place: int, value: float) -> QPointF:
        steps = max(len(self._labels) - 1, 1)
        share = (value - self.floor) / (100 - self.floor)
        return QPointF(
            plot.left() + plot.width() * place / steps, plot.bottom() - plot.height() * share
        )

    def _draw_grid(self, painter: QPainter, plot: QRectF) -> None:
        painter.setFont(theme().font("caption", tabular=True))
        step = 20 if self.floor else 25
        height = theme().line_height("caption")
        for value in range(self.floor, 101, step):
            y = round(self._place(plot, 0, value).y()) + 0.5
            painter.setPen(QPen(theme().colour("divider"), 1.0))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme().colour("text2"))
            box = QRectF(0, y - height / 2, plot.left() - 10, height)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, side, str(value))
        self._draw_times(painter, plot)

    def _draw_times(self, painter: QPainter, plot: QRectF) -> None:
        metrics = QFontMetricsF(theme().font("caption"))
        next_free = -1.0
        for place, name in reversed(list(enumerate(self._labels))):
            width = metrics.horizontalAdvance(name) + 8
            left = self._place(plot, place, 0).x() - width / 2
            if next_free >= 0 and left + width + 12 > next_free:
                continue
            next_free = left
            box = QRectF(left, plot.bottom() + 8, width, theme().line_height("caption"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_line(self, painter: QPainter, plot: QRectF, skill: str, values: Values) -> None:
        colour = theme().colour(skill)
        known = [(place, value) for place, value in enumerate(values) if value is not None]
        points = [self._place(plot, place, value) for place, value in known]
        if not points:
            return
        if self.has_trend:
            path = QPainterPath(points[0])
            for point in points[1:]:
                path.lineTo(point)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(thread_pen(skill, colour, _LINE))
            painter.drawPath(path)
        for point in points:
            radius = _LAST_MARKER if point is points[-1] else _MARKER
            draw_marker(painter, skill, point, radius, colour)

    def _draw_names(self, painter: QPainter, plot: QRectF) -> None:
        ends = [(skill, _last(line)) for skill, line in self._series.items()]
        height = theme().line_height("label")
        wanted = sorted(
            (self._place(plot, 0, value).y(), skill, value)
            for skill, value in ends
            if value is not None
        )
        painter.setFont(theme().font("label", weight=600))
        lowest = -height
        for y, skill, value in wanted:
            middle = max(y, lowest + height)
            lowest = middle
            painter.setPen(theme().colour(skill))
            box = QRectF(plot.right() + 14, middle - height / 2, self.width(), height)
            words = f"{thread_of(skill).label} {_shown(value)}"
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)


def _last(values: Values) -> float | None:
    return next((value for value in reversed(values) if value is not None), None)


def _shown(value: float | None) -> str:
    return "–" if value is None else str(round(value))


class SparkLine(Painted):
    """A small trend without axis that takes its scale from its own values."""

    def __init__(self, skill: str, values: Values = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skill = skill
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_values(values)

    def show_values(self, values: Values) -> None:
        """Show the values, oldest first; fewer than three draw nothing."""
        self._values = [value for value in values if value is not None]
        label = thread_of(self._skill).label
        numbers = ", ".join(str(round(value)) for value in self._values)
        self.setAccessibleName(f"{label} lately: {numbers or 'no scores yet'}")
        self.update()

    def sizeHint(self) -> QSize:
        """Give the scaled line."""
        return QSize(round(theme().scaled(84)), round(theme().scaled(26)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the thread and the last marker."""
        if len(self._values) < FEWEST_FOR_A_TREND:
            return
        painter = self.painter()
        box = QRectF(self.rect()).adjusted(4, 6, -7, -6)
        low, high = min(self._values), max(self._values)
        spread = max(high - low, 1.0)
        points = [
            QPointF(
                box.left() + box.width() * place / (len(self._values) - 1),
                box.bottom() - box.height() * (value - low) / spread,
            )
            for place, value in enumerate(self._values)
        ]
        painter.setPen(thread_pen(self._skill, theme().colour(self._skill), 2.0))
        painter.drawPolyline(points)
        draw_marker(painter, self._skill, points[-1], 3.2, theme().colour(self._skill))
        painter.end()
