"""Line icons tinted with a colour role, and the discs that hold them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import asset_path, theme
from simulator.ui.widgets.painted import Painted

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    source = asset_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(source.replace("currentColor", colour).encode())
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def tinted_pixmap(name: str, colour: QColor, size: float, ratio: float = 1.0) -> QPixmap:
    """Draw an icon in any colour.

    Args:
        name: the file name in ``assets/icons`` without its ending.
        colour: of the strokes.
        size: of the edge, in logical pixels.
        ratio: device pixels a logical pixel.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    return _drawn(name, colour.name(), max(round(size * ratio), 1), ratio)


def icon_pixmap(name: str, role: str = "text2", size: float = 16, ratio: float = 1.0) -> QPixmap:
    """Draw an icon in a colour role, cached. See ``tinted_pixmap``."""
    return tinted_pixmap(name, theme().colour(role), size, ratio)


def icon(name: str, role: str = "text2", size: int = 16) -> QIcon:
    """Make an icon for menus and actions, in one and two device pixels a logical pixel."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(icon_pixmap(name, role, size, ratio))
    return made


class IconLabel(Painted):
    """An icon that grows with the text. Without a spoken name screen readers pass it over."""

    def __init__(
        self,
        name: str,
        role: str = "text2",
        size: int = 16,
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, role, size
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, role: str | None = None) -> None:
        """Show another icon, or the same in another colour role."""
        self._name = name
        self._role = role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        """Give the scaled edge."""
        edge = round(theme().scaled(self._size))
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        """Give the scaled edge."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the middle."""
        painter = self.painter()
        draw_icon(painter, self._name, self._role, QRectF(self.rect()), self.sizeHint().width())
        painter.end()


class IconDisc(Painted):
    """An icon in a round well."""

    def __init__(
        self,
        name: str,
        role: str = "text2",
        size: int = 36,
        ground: str = "sunken",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._size, self._ground = name, role, size, ground
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the scaled edge."""
        edge = round(theme().scaled(self._size))
        return QSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc, then the icon."""
        painter = self.painter()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(self._ground))
        painter.drawEllipse(QRectF(self.rect()))
        draw_icon(painter, self._name, self._role, QRectF(self.rect()), self.width() * 0.5)
        painter.end()


class NumberDisc(Painted):
    """A small number in a filled disc, as at the end of an evidence span."""

    def __init__(self, number: int, role: str = "negative", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._role = number, role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Evidence {number}")

    def sizeHint(self) -> QSize:
        """Give the scaled edge."""
        edge = round(theme().scaled(16))
        return QSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc and its number."""
        painter = self.painter()
        draw_number_disc(painter, QRectF(self.rect()), self._number, self._role)
        painter.end()


class Logo(Painted):
    """Two overlapping speech bubbles."""

    def __init__(self, size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._renderer = QSvgRenderer(str(asset_path("logo", "rapport.svg")), self)
        self.setAccessibleName("Rapport")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the scaled edge."""
        edge = round(theme().scaled(self._size))
        return QSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the logo over the whole widget."""
        painter = self.painter()
        self._renderer.render(painter, QRectF(self.rect()))
        painter.end()


def draw_icon(painter: QPainter, name: str, role: str, box: QRectF, size: float) -> None:
    """Draw an icon of the given edge in the middle of a box."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    place = QRectF(0, 0, size, size)
    place.moveCenter(box.center())
    place.moveTopLeft(place.topLeft().toPoint().toPointF())
    painter.drawPixmap(place.topLeft(), icon_pixmap(name, role, size, ratio))


def draw_number_disc(painter: QPainter, box: QRectF, number: int, role: str) -> None:
    """Draw a filled disc with a number in the colour of the surface."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour(role))
    painter.drawEllipse(box)
    font = theme().font("label", weight=700, tabular=True)
    font.setPointSizeF(box.height() * 0.75 * 0.68)
    painter.setFont(font)
    painter.setPen(theme().colour("surface"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()
