"""A number that moves to its new value and then rests."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QWidget

from simulator.ui.theme import theme


class MovingNumber(QVariantAnimation):
    """Moves from one value to another along OutCubic, at once with less motion."""

    def __init__(self, widget: QWidget, duration_ms: int, on_change: Callable[[], None]) -> None:
        """Build a number at rest at 0.

        Args:
            widget: the widget drawn from the number; it owns this object.
            duration_ms: how long a move takes.
            on_change: called at every step.
        """
        super().__init__(widget)
        self._widget = widget
        self._resting = 0.0
        self.setDuration(duration_ms)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(on_change)

    @property
    def value(self) -> float:
        """Where the number is now."""
        if self.state() is QVariantAnimation.State.Running:
            return float(self.currentValue())
        return self._resting

    def move(self, start: float, end: float, *, animate: bool = True) -> None:
        """Move from start to end; out of sight or with less motion it is there at once."""
        self.stop()
        self._resting = end
        if animate and self._widget.isVisible() and not theme().less_motion:
            self.setStartValue(start)
            self.setEndValue(end)
            self.start()
        else:
            self._widget.update()
