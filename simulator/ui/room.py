"""How much room the window gives, so that text size and window size are one rule."""

from enum import IntEnum

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
