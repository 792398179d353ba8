"""The slider for the text size, in steps of 25 per cent."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from simulator.ui.theme import theme
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.text import label

_STEPS = (1.0, 1.25, 1.5, 1.75, 2.0)


class ScaleSlider(QWidget):
    """A small and a large letter with a slider between them.

    Signals:
        scale_chosen(float): 1.0 to 2.0.
    """

    scale_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(_STEPS) - 1)
        self.slider.setPageStep(1)
        self.slider.setAccessibleName("Text size")
        self.slider.setMinimumHeight(28)
        self.slider.valueChanged.connect(self._tell)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.slider)
        column.addWidget(_Ticks(len(_STEPS)))
        line.addWidget(label("A", "small", "text2"))
        line.addLayout(column, 1)
        large = label("A", "h1")
        large.set_weight(500)
        line.addWidget(large)
        self.setFocusProxy(self.slider)
        theme().changed.connect(self._fit)
        self._fit()

    def show_scale(self, scale: float) -> None:
        """Show the nearest step without telling anyone."""
        nearest = min(range(len(_STEPS)), key=lambda place: abs(_STEPS[place] - scale))
        with QSignalBlocker(self.slider):
            self.slider.setValue(nearest)
        self._describe()

    @Slot()
    def _tell(self) -> None:
        self._describe()
        self.scale_chosen.emit(_STEPS[self.slider.value()])

    def _describe(self) -> None:
        self.slider.setAccessibleDescription(f"{_STEPS[self.slider.value()]:.0%}")

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(round(min(theme().scaled(310), 460)))


class _Ticks(Painted):
    """A mark below each step."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def sizeHint(self) -> QSize:
        """Give the height of the marks."""
        return QSize(40, 7)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the marks below where the knob stands at each step."""
        painter = self.painter()
        painter.setPen(QPen(theme().colour("border_strong"), 1.5))
        room = self.width() - 16
        for place in range(self._count):
            x = 8 + room * place / (self._count - 1)
            painter.drawLine(round(x), 0, round(x), 5)
        painter.end()
