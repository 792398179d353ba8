"""What every widget that draws itself has in common: it follows the theme."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from simulator.ui.theme import theme


class Painted(QWidget):
    """A widget drawn by its own ``paintEvent`` with colours and fonts of the theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme().changed.connect(self._follow)

    # A slot of its own: PySide does not cut the connection of an overridden slot when the
    # widget goes.
    @Slot()
    def _follow(self) -> None:
        self.follow_theme()

    def follow_theme(self) -> None:
        """Measure and draw again; a subclass first drops what it made from the old theme."""
        self.updateGeometry()
        self.update()

    def painter(self) -> QPainter:
        """Give a smooth painter on this widget, for use inside ``paintEvent`` only."""
        return smooth_painter(self)

    @property
    def is_mirrored(self) -> bool:
        """Whether this widget is laid out from right to left."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft


def smooth_painter(widget: QWidget) -> QPainter:
    """Give a smooth painter on a widget, for use inside its ``paintEvent`` only.

    Left means left, also from right to left: the widgets mirror their boxes themselves.
    """
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return painter


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at the widget again, after a property it selects by changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet selects by and restyle the widget if it differs."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        restyle(widget)
