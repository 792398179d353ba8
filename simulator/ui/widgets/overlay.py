"""A layer over the whole window with one panel on it: the ground of questions and popovers."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget
from shiboken6 import isValid

from simulator.ui.theme import theme
from simulator.ui.widgets.card import Panel

_SHADOW_LIGHT, _SHADOW_DARK = 0.20, 0.55


class Overlay(QWidget):
    """Covers the window of a widget until it is taken away; Tab stays on its panel."""

    def __init__(self, place: QWidget, panel: Panel) -> None:
        """Build the layer; ``cover`` shows it.

        Args:
            place: any widget of the window.
            panel: what lies on the layer, with a shadow.
        """
        super().__init__(place.window())
        self._window = place.window()
        self._focus_before = place.window().focusWidget()
        self._panel = panel
        panel.setParent(self)
        shadow = QGraphicsDropShadowEffect(panel)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 12)
        shadow.setColor(veiled("scrim", _SHADOW_LIGHT, _SHADOW_DARK))
        panel.setGraphicsEffect(shadow)
        self._window.installEventFilter(self)

    def cover(self, first_focus: QWidget) -> None:
        """Show the layer, with the focus where it begins."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        first_focus.setFocus(Qt.FocusReason.TabFocusReason)

    def take_away(self, back_to: QWidget | None = None) -> None:
        """Hide the layer and give the focus to a widget, by itself to the one that had it."""
        self._window.removeEventFilter(self)
        # The focus goes first: Qt would pass it on by itself from a widget that hides.
        wanted = back_to or self._focus_before
        if wanted is None or not isValid(wanted):
            wanted = self._window
        wanted.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Cover the window when its size changes."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def focusNextPrevChild(self, following: bool) -> bool:
        """Keep Tab on the panel."""
        stops = self._stops()
        if not stops:
            return super().focusNextPrevChild(following)
        focused = self._window.focusWidget()
        place = stops.index(focused) if focused in stops else -1
        step, reason = (1, Qt.FocusReason.TabFocusReason)
        if not following:
            step, reason = (-1, Qt.FocusReason.BacktabFocusReason)
        stops[(place + step) % len(stops)].setFocus(reason)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let no click reach what lies below."""
        event.accept()

    def _stops(self) -> list[QWidget]:
        """Give what Tab reaches here, in reading order."""
        stops = [
            widget
            for widget in self._panel.findChildren(QWidget)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        top_left = QPoint(0, 0)
        return sorted(
            stops,
            key=lambda widget: (widget.mapTo(self, top_left).y(), widget.mapTo(self, top_left).x()),
        )


def veiled(role: str, light: float, dark: float) -> QColor:
    """Give a colour that lets through what lies below, by how much in each scheme."""
    colour = theme().colour(role)
    colour.setAlphaF(dark if theme().is_dark else light)
    return colour
