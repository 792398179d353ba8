"""The bar at the top of a practice: where it is in Before, During, After, Scorecard."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.card import vertical_divider
from simulator.ui.widgets.icon import draw_icon
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.text import Label, elided

STEPS = ("Before", "During", "After", "Scorecard")
_BAR_HEIGHT = 56
_DISC, _LINE, _GAP = 20.0, 28.0, 8.0


class StepSpine(Painted):
    """The four steps: those behind with a check, the present one filled, those ahead outlined.

    Where room is short only the present step is named.
    """

    def __init__(self, step: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_step(step)

    def show_step(self, step: int) -> None:
        """Show the present step, 0 Before to 3 Scorecard."""
        self._step = step
        self.setAccessibleName(f"Step {step + 1} of {len(STEPS)}: {STEPS[step]}")
        self.follow_theme()

    def sizeHint(self) -> QSize:
        """Give the room of all names."""
        return QSize(round(self._width(named=True)), round(theme().scaled(28)))

    def minimumSizeHint(self) -> QSize:
        """Give the room of the present step's name alone."""
        return QSize(round(self._width(named=False)), round(theme().scaled(28)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw discs, names and the lines between."""
        painter = self.painter()
        named = self.width() >= self._width(named=True)
        left = max((self.width() - self._width(named=named)) / 2, 0.0)
        for step, name in enumerate(STEPS):
            left = self._draw_step(painter, left, step, name if self._shows(step, named) else "")
            if step < len(STEPS) - 1:
                left = self._draw_line(painter, left)
        painter.end()

    def _shows(self, step: int, named: bool) -> bool:
        return named or step == self._step

    def _font(self, step: int) -> QFont:
        return theme().font("small", weight=600 if step == self._step else 400)

    def _width(self, *, named: bool) -> float:
        names = sum(
            _GAP + QFontMetricsF(self._font(step)).horizontalAdvance(name)
            for step, name in enumerate(STEPS)
            if self._shows(step, named)
        )
        lines = (len(STEPS) - 1) * (_LINE + 2 * _GAP)
        return len(STEPS) * theme().scaled(_DISC) + names + lines + 2

    def _draw_line(self, painter: QPainter, left: float) -> float:
        y = self.height() / 2
        painter.setPen(QPen(theme().colour("border_control"), 1.0))
        start, end = self._x(left + _GAP), self._x(left + _GAP + _LINE)
        painter.drawLine(QPointF(start, y), QPointF(end, y))
        return left + _LINE + 2 * _GAP

    def _draw_step(self, painter: QPainter, left: float, step: int, name: str) -> float:
        edge = theme().scaled(_DISC)
        disc = self._box(left, edge)
        is_present, is_behind = step == self._step, step < self._step
        ground = "accent" if is_present else "accent_tint" if is_behind else "surface"
        outlined = not is_present and not is_behind
        painter.setPen(
            QPen(theme().colour("border_strong"), 1.2) if outlined else Qt.PenStyle.NoPen
        )
        painter.setBrush(theme().colour(ground))
        inset = 0.6 if outlined else 0.0
        painter.drawEllipse(disc.adjusted(inset, inset, -inset, -inset))
        if is_behind:
            draw_icon(painter, "check", "accent", disc, edge * 0.7)
        else:
            painter.setFont(theme().font("label", weight=600))
            painter.setPen(theme().colour("on_accent" if is_present else "text2"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(step + 1))
        return self._draw_name(painter, left + edge, step, name)

    def _draw_name(self, painter: QPainter, left: float, step: int, name: str) -> float:
        if not name:
            return left
        font = self._font(step)
        width = QFontMetricsF(font).horizontalAdvance(name)
        box = self._box(left + _GAP, width + 1)
        painter.setFont(font)
        painter.setPen(theme().colour("text" if step == self._step else "text2"))
        box = QRectF(box.left(), 0, box.width(), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
        return left + _GAP + width

    def _x(self, x: float) -> float:
        return self.width() - x if self.is_mirrored else x

    def _box(self, left: float, width: float) -> QRectF:
        edge = theme().scaled(_DISC)
        x = self.width() - left - width if self.is_mirrored else left
        return QRectF(x, (self.height() - edge) / 2, width, edge)


class TopBar(QFrame):
    """Back button, title and subtitle, the spine, and room for what a page adds at the right.

    Signals:
        back_clicked: the person wants to leave this page.
    """

    back_clicked = Signal()

    def __init__(
        self,
        back_text: str,
        title: str = "",
        subtitle: str = "",
        *,
        step: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the bar; without a step it has no spine.

        Args:
            back_text: where the back button leads.
            title: first line.
            subtitle: second line.
            step: 0 Before to 3 Scorecard.
            parent: the widget this one lies in.
        """
        super().__init__(parent)
        self.setProperty("kind", "topbar")
        self.back = Button(back_text, kind="quiet", icon="arrowleft")
        self.back.clicked.connect(self.back_clicked)
        self.spine = StepSpine(step or 0)
        self._title: Label = elided(title, "small")
        self._subtitle: Label = elided(subtitle, "caption", "text2")
        self._right = QHBoxLayout()
        self._right.setSpacing(Space.SMALL)
        self._build()
        # Once it has its place: a widget shown before would be a window of its own.
        self.spine.setVisible(step is not None)
        self.set_titles(title, subtitle)

    def set_titles(self, title: str, subtitle: str = "") -> None:
        """Change both lines."""
        for line, text in ((self._title, title), (self._subtitle, subtitle)):
            line.setText(text)
            line.setToolTip(text)
            line.setVisible(bool(text))

    def add_right(self, widget: QWidget) -> None:
        """Put a widget at the end of the bar."""
        self._right.addWidget(widget)

    def sizeHint(self) -> QSize:
        """Give the contents' room, at least the usual height of the bar."""
        wanted = super().sizeHint()
        return QSize(wanted.width(), max(wanted.height(), _BAR_HEIGHT))

    def _build(self) -> None:
        self._title.set_weight(600)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addStretch()
        titles.addWidget(self._title)
        titles.addWidget(self._subtitle)
        titles.addStretch()
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.MEDIUM, Space.TINY, Space.CARD, Space.TINY)
        line.setSpacing(Space.CARD)
        line.addWidget(self.back)
        line.addWidget(vertical_divider())
        line.addLayout(titles, 2)
        line.addWidget(self.spine, 3)
        right = QHBoxLayout()
        right.addStretch()
        right.addLayout(self._right)
        line.addLayout(right, 2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
