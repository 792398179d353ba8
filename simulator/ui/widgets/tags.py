"""Small things that are read, not clicked: tags, keys, difficulty."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import Radius, theme
from simulator.ui.widgets.icon import draw_icon
from simulator.ui.widgets.painted import Painted

_TAG_LOOKS = {
    "neutral": ("tag", "text2"),
    "info": ("accent_tint", "accent"),
    "positive": ("positive_tint", "positive"),
    "caution": ("caution_tint", "caution"),
    "negative": ("negative_tint", "negative"),
    "courtesy": ("courtesy_tint", "courtesy"),
    "patience": ("patience_tint", "patience"),
    "helpful": ("helpful_tint", "helpful"),
}


class Tag(Painted):
    """A state in a word or two, with an icon so that colour is not alone."""

    def __init__(
        self,
        text: str,
        status: str = "neutral",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_tag(text, status, icon)

    @property
    def text(self) -> str:
        """The words shown."""
        return self._text

    def set_tag(self, text: str, status: str = "neutral", icon: str = "") -> None:
        """Show another state.

        Raises:
            KeyError: the status is none of neutral, info, positive, caution, negative or a skill.
        """
        self._text, self._icon = text, icon
        self._ground, self._ink = _TAG_LOOKS[status]
        self.setAccessibleName(text)
        self.follow_theme()

    def sizeHint(self) -> QSize:
        """Give the room of icon and words."""
        metrics = QFontMetricsF(theme().font("label", weight=500))
        width = metrics.horizontalAdvance(self._text) + 16 + self._icon_room()
        return QSize(round(width), round(max(theme().scaled(22), metrics.height() + 4)))

    def minimumSizeHint(self) -> QSize:
        """Give the same room: a tag is never cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint, then icon and words."""
        painter = self.painter()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(self._ground))
        painter.drawRoundedRect(QRectF(self.rect()), Radius.TAG, Radius.TAG)
        box = QRectF(self.rect()).adjusted(8, 0, -8, 0)
        if self._icon:
            edge = theme().scaled(13)
            left = box.right() - edge if self.is_mirrored else box.left()
            draw_icon(painter, self._icon, self._ink, QRectF(left, 0, edge, self.height()), edge)
            room = self._icon_room()
            box.adjust(0 if self.is_mirrored else room, 0, -room if self.is_mirrored else 0, 0)
        painter.setFont(theme().font("label", weight=500))
        painter.setPen(theme().colour(self._ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()

    def _icon_room(self) -> float:
        return theme().scaled(13) + 5 if self._icon else 0.0


class KeyCap(Painted):
    """The keys that do something, drawn as a key."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the room of the words on the key."""
        metrics = QFontMetricsF(theme().font("caption", weight=500))
        height = max(theme().scaled(20), metrics.height() + 4)
        return QSize(round(max(metrics.horizontalAdvance(self._keys) + 12, height)), round(height))

    def minimumSizeHint(self) -> QSize:
        """Give the same room."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the key with a thicker lower edge."""
        painter = self.painter()
        painter.setPen(QPen(theme().colour("border_control"), 1.0))
        painter.setBrush(theme().colour("border_control"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(box.adjusted(0, 0, 0, -1.2), 4, 4)
        painter.setFont(theme().font("caption", weight=500))
        painter.setPen(theme().colour("text2"))
        painter.drawText(box.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, self._keys)
        painter.end()


class Difficulty(Painted):
    """Three bars of which one to three are filled; the word stands beside them."""

    def __init__(self, level: int, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the scaled size of the bars."""
        return QSize(round(theme().scaled(20)), round(theme().scaled(14)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars, low to high."""
        painter = self.painter()
        painter.setPen(Qt.PenStyle.NoPen)
        unit = self.height() / 14
        for bar in range(3):
            filled = bar < self._level
            painter.setBrush(theme().colour("text2" if filled else "border_control"))
            height = (6 + 3 * bar) * unit
            place = 2 - bar if self.is_mirrored else bar
            painter.drawRoundedRect(
                QRectF(place * 7 * unit, self.height() - height, 5.5 * unit, height), 1.2, 1.2
            )
        painter.end()
