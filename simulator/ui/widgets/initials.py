"""People who use Rapport: their initials in a disc. Faces belong to customers."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import theme
from simulator.ui.widgets.painted import Painted

_LOOKS = (
    ("accent_tint", "accent"),
    ("courtesy_tint", "courtesy"),
    ("helpful_tint", "helpful"),
    ("patience_tint", "patience"),
    ("negative_tint", "negative"),
    ("positive_tint", "positive"),
)


def initials_of(name: str) -> str:
    """Give the first letters of the first and the last word, in capitals; "?" for no name."""
    words = name.split()
    letters = [word[0] for word in (words[:1] + words[1:][-1:])]
    return "".join(letters).upper() or "?"


class Initials(Painted):
    """A disc with initials; its colour follows from the name, so that it stays the same."""

    def __init__(self, name: str, size: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show somebody else."""
        self._initials = initials_of(name)
        self._ground, self._ink = _LOOKS[sum(map(ord, name)) % len(_LOOKS)]
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Give the scaled edge."""
        edge = round(theme().scaled(self._size))
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        """Give the scaled edge."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc and the letters."""
        painter = self.painter()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(self._ground))
        painter.drawEllipse(QRectF(self.rect()))
        font = theme().font("label")
        font.setPointSizeF(max(self.height() * 0.37 * 0.75, 6.0))
        painter.setFont(font)
        painter.setPen(theme().colour(self._ink))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._initials)
        painter.end()
