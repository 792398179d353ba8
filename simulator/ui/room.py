"""How much room the window gives, so that text size and window size are one rule."""

from enum import IntEnum

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from simulator.ui.theme import theme

_BODY_PX = 14
_WIDE_EM = 80
_COMPACT_EM = 48


class Room(IntEnum):
    """The three arrangements, narrowest first."""

    COMPACT = 0
    MEDIUM = 1
    WIDE = 2

    @property
    def margin(self) -> int:
        """The page margin in logical pixels."""
        return {Room.COMPACT: 12, Room.MEDIUM: 20, Room.WIDE: 32}[self]


def room_of(widget: QWidget) -> Room:
    """Measure the widget's window in em of the scaled body font."""
    width_em = widget.window().width() / (_BODY_PX * theme().text_scale)
    if width_em >= _WIDE_EM:
        return Room.WIDE
    return Room.MEDIUM if width_em >= _COMPACT_EM else Room.COMPACT


class RoomyPage(QWidget):
    """A page that takes the margins and the arrangement its window has room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Not fit_room itself: PySide keeps a connection to an overridden slot of a page that died.
        theme().changed.connect(self._follow_theme)

    def fit_room(self) -> None:
        """Arrange the page for the window as it is now; by itself a page has one arrangement."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the arrangement the window has room for."""
        super().resizeEvent(event)
        self.fit_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the window once there is one."""
        super().showEvent(event)
        self.fit_room()

    @Slot()
    def _follow_theme(self) -> None:
        self.fit_room()
