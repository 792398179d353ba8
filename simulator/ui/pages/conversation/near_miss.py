"""A reading that was a near miss, on a small wheel: how near the two feelings lie."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.core.scenario.pronouns import Pronouns
from simulator.core.scenario.words import NEIGHBOURS, Feeling
from simulator.ui.pages.feeling_popover import FAMILIES
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.glyph import draw_glyph
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.text import Label, Run, label
from simulator.ui.widgets.wheel_layout import small_ring

_EDGE = 104


def is_near_miss(named: Feeling, actual: Feeling) -> bool:
    """Whether two feelings are different and easily taken for each other."""
    return named in NEIGHBOURS[actual]


class _Ring(Painted):
    """The whole ring in grey; the feeling named is outlined, the actual one filled."""

    def __init__(self) -> None:
        super().__init__()
        self._named = self._actual = Feeling.CALM
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_feelings(self, named: Feeling, actual: Feeling) -> None:
        """Mark two feelings."""
        self._named, self._actual = named, actual
        self.update()

    def sizeHint(self) -> QSize:
        """Give the scaled edge."""
        edge = round(theme().scaled(_EDGE))
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        """Give the scaled edge."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, then the two marks and their faces."""
        painter = self.painter()
        ring = small_ring(FAMILIES, self.sizeHint().width())
        for wedge in ring.wedges:
            is_actual = wedge.feeling == self._actual
            painter.setBrush(theme().colour("accent" if is_actual else "tag"))
            painter.setPen(QPen(theme().colour("surface"), 1.5))
            painter.drawPath(ring.path(wedge))
        for wedge in ring.wedges:
            if wedge.feeling == self._named:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme().colour("accent"), 2.0))
                painter.drawPath(ring.path(wedge, -1.5))
            if wedge.feeling in (self._named, self._actual):
                ink = "on_accent" if wedge.feeling == self._actual else "text"
                draw_glyph(painter, wedge.feeling, wedge.glyph, theme().colour(ink))
        painter.end()


class NearMiss(QWidget):
    """The small wheel with both feelings in words beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = _Ring()
        self.named: Label = label(role="small", wrap=True)
        self.actual: Label = label(role="small", wrap=True)
        lines = QVBoxLayout()
        lines.setSpacing(Space.TINY)
        lines.addStretch()
        lines.addWidget(self.named)
        lines.addWidget(self.actual)
        lines.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.CARD)
        row.addWidget(self._ring)
        row.addLayout(lines, 1)

    def show_feelings(self, named: Feeling, actual: Feeling, they: Pronouns) -> None:
        """Show how near a reading came.

        Args:
            named: what the trainee read.
            actual: what it was.
            they: how the customer is spoken of.
        """
        self._ring.show_feelings(named, actual)
        for line, begins, feeling in (
            (self.named, "You read ", named),
            (self.actual, f"{they.opening} {they.is_} ", actual),
        ):
            line.set_runs([Run(begins, colour="text2"), Run(feeling.label.lower(), weight=600)])
        self._ring.setAccessibleName(
            f"Wheel of feelings: {named.label.lower()} and {actual.label.lower()} lie close."
        )
