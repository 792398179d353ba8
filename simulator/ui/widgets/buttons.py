"""Push buttons of every kind, with icon and key hint."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from simulator.ui.theme import theme
from simulator.ui.widgets.button_looks import (
    KINDS,
    Look,
    colour_or_none,
    disabled_look,
    size_of,
)
from simulator.ui.widgets.icon import draw_icon
from simulator.ui.widgets.painted import smooth_painter

_GAP = 8.0


class Button(QPushButton):
    """A push button drawn from the theme.

    Kinds: plain, primary (one a view), quiet, destructive (its label ends in "…" and it asks),
    link, segment, chip, nav, toast, banner. Sizes: small, normal, large.
    The label is drawn as it stands: "&" makes no shortcut.
    """

    def __init__(
        self,
        text: str = "",
        *,
        kind: str = "plain",
        size: str = "normal",
        icon: str = "",
        hint: str = "",
        opens_menu: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        # The text by itself: beside it Qt could take an icon, whose class would have to be made.
        super().__init__(parent)
        super().setText(text)
        self._kind_name, self._size_name = kind, size
        self._kind, self._measures = KINDS[kind], size_of(kind, size)
        self._icon, self._hint = icon, hint
        self._opens_menu = opens_menu
        self.setProperty("focus_radius", self._measures.radius)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if text:
            self._name(text)
        theme().changed.connect(self.follow_theme)

    def setText(self, text: str) -> None:
        """Change the label and the accessible name that goes with it."""
        super().setText(text)
        self._name(text)
        self.updateGeometry()

    def set_icon(self, name: str) -> None:
        """Change the icon before the label; an empty name takes it away."""
        self._icon = name
        self.updateGeometry()
        self.update()

    @Slot()
    def follow_theme(self) -> None:
        """Measure and draw again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the room label, icon and key hint take."""
        height = max(
            theme().scaled(self._measures.height), QFontMetricsF(self._label_font()).height() + 8
        )
        width = self._content_width() + 2 * theme().scaled(self._measures.padding)
        if not self.text() and not self._hint:
            width = height
        return QSize(round(width), round(height))

    def minimumSizeHint(self) -> QSize:
        """Give the same room: a label is never cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, outline and contents."""
        painter = smooth_painter(self)
        look = self._look()
        self._draw_ground(painter, look)
        self._draw_contents(painter, look)
        painter.end()

    def _name(self, text: str) -> None:
        self.setAccessibleName(text)

    def _look(self) -> Look:
        if not self.isEnabled():
            return disabled_look(self._kind)
        if self._kind.chosen is not None and self.isChecked():
            return self._kind.chosen
        if self.isDown():
            return self._kind.pressed
        return self._kind.hover if self.underMouse() else self._kind.rest

    def _draw_ground(self, painter: QPainter, look: Look) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = box.height() / 2 if self._kind_name == "chip" else self._measures.radius
        painter.setBrush(colour_or_none(look.ground))
        painter.setPen(
            QPen(theme().colour(look.outline), 1.0) if look.outline else Qt.PenStyle.NoPen
        )
        if look.ground or look.outline:
            painter.drawRoundedRect(box, radius, radius)

    def _draw_contents(self, painter: QPainter, look: Look) -> None:
        spare = self.width() - self._content_width()
        padding = theme().scaled(self._measures.padding)
        starts_left = self._kind_name == "nav"
        left = padding if starts_left else spare / 2
        if self._hint and spare > 2 * padding + 4:
            left = padding
        self._draw_lead(painter, left, look)
        left += self._lead_width()
        if self.text():
            self._draw_text(painter, self._label_font(), self.text(), left, look.ink)
            left += self._text_width()
        self._draw_tail(painter, left, look)

    def _draw_lead(self, painter: QPainter, left: float, look: Look) -> None:
        if self._icon:
            self._draw_icon(painter, self._icon, left, look.ink)

    def _draw_tail(self, painter: QPainter, left: float, look: Look) -> None:
        if self._hint:
            font = self._hint_font()
            width = QFontMetricsF(font).horizontalAdvance(self._hint)
            right = self.width() - theme().scaled(self._measures.padding) - width
            self._draw_text(painter, font, self._hint, max(right, left + _GAP), look.ink)
        elif self._opens_menu:
            self._draw_icon(painter, "down", left + _GAP * 0.75, look.ink, 14)

    def _draw_icon(
        self, painter: QPainter, name: str, left: float, role: str, size: float = 0
    ) -> None:
        edge = theme().scaled(size or self._measures.icon)
        box = self._mirrored(QRectF(left, 0, edge, self.height()))
        draw_icon(painter, name, role, box, edge)

    def _draw_text(self, painter: QPainter, font: QFont, text: str, left: float, role: str) -> None:
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(text)
        box = self._mirrored(QRectF(left, 0, width, self.height()))
        painter.setFont(font)
        painter.setPen(theme().colour(role))
        baseline = (self.height() + metrics.capHeight()) / 2
        painter.drawText(QPointF(box.left(), round(baseline)), text)

    def _mirrored(self, box: QRectF) -> QRectF:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveLeft(self.width() - box.right())
        return box

    def _label_font(self) -> QFont:
        on = self._kind.chosen is not None and self.isChecked()
        weight = self._kind.chosen_weight if on else self._kind.weight
        return theme().font(self._measures.type_role, weight=weight)

    def _widest_label_font(self) -> QFont:
        weight = max(self._kind.weight, self._kind.chosen_weight)
        return theme().font(self._measures.type_role, weight=weight)

    def _hint_font(self) -> QFont:
        return theme().font("caption", weight=500)

    def _text_width(self) -> float:
        return QFontMetricsF(self._widest_label_font()).horizontalAdvance(self.text())

    def _lead_width(self) -> float:
        if not self._icon:
            return 0.0
        return theme().scaled(self._measures.icon) + (_GAP if self.text() else 0.0)

    def _tail_width(self) -> float:
        if self._hint:
            return _GAP + QFontMetricsF(self._hint_font()).horizontalAdvance(self._hint)
        return _GAP * 0.75 + theme().scaled(14) if self._opens_menu else 0.0

    def _content_width(self) -> float:
        return self._lead_width() + self._text_width() + self._tail_width()


def primary(text: str, icon: str = "", hint: str = "") -> Button:
    """Make the one button of a view that goes on."""
    return Button(text, kind="primary", icon=icon, hint=hint)


def plain(text: str, icon: str = "", hint: str = "") -> Button:
    """Make an outlined button."""
    return Button(text, icon=icon, hint=hint)


def quiet(text: str, icon: str = "", hint: str = "") -> Button:
    """Make a button without outline."""
    return Button(text, kind="quiet", icon=icon, hint=hint)


def destructive(text: str, icon: str = "") -> Button:
    """Make a button that takes something away; end its text in "…" and ask."""
    return Button(text, kind="destructive", icon=icon)


def link(text: str, icon: str = "") -> Button:
    """Make a button that reads as a link."""
    return Button(text, kind="link", icon=icon)


def large(text: str, icon: str = "", hint: str = "") -> Button:
    """Make the primary button of a flow."""
    return Button(text, kind="primary", size="large", icon=icon, hint=hint)


def small(text: str, icon: str = "", kind: str = "plain", hint: str = "") -> Button:
    """Make a button for cards and tool rows."""
    return Button(text, kind=kind, size="small", icon=icon, hint=hint)


def icon_button(icon: str, name: str, kind: str = "plain", size: str = "normal") -> Button:
    """Make a button with an icon alone.

    Args:
        icon: the icon's name.
        name: the action in words, for screen readers and the tooltip.
        kind: of the button.
        size: of the button.
    """
    button = Button(kind=kind, size=size, icon=icon)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
