"""What the pages of a practice share: the bar with the four steps, and three arrangements."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.ui.room import Room, room_of
from simulator.ui.theme import theme
from simulator.ui.widgets.steps import TopBar

_SMALLEST = 320


class PracticePage(QWidget):
    """A page with the bar on top that arranges itself anew when its room changes."""

    def __init__(self, bar: TopBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.bar = bar
        self.frame = QVBoxLayout(self)
        self.frame.setContentsMargins(0, 0, 0, 0)
        self.frame.setSpacing(0)
        # The parts follow the room; what they need in one arrangement is no limit for the window.
        self.frame.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.frame.addWidget(bar)
        self._arranged_for: tuple[Room, float] | None = None
        theme().changed.connect(self.follow_room)

    def arrange(self, room: Room) -> None:
        """Put the parts where this much room wants them; by itself a page has one arrangement."""

    def take_first_focus(self) -> None:
        """Put the focus where the page begins; by itself a page leaves it where it is."""

    @property
    def room(self) -> Room | None:
        """The room the parts are arranged for; None before they first were."""
        return self._arranged_for[0] if self._arranged_for else None

    def arrange_anew(self) -> None:
        """Arrange the parts, which are new, in the room there is."""
        self._arranged_for = None
        self.follow_room()

    @Slot()
    def follow_room(self) -> None:
        """Arrange the parts if the room or the size of the text has changed."""
        room = room_of(self)
        if (room, theme().text_scale) != self._arranged_for:
            self._arranged_for = (room, theme().text_scale)
            self.arrange(room)

    def minimumSizeHint(self) -> QSize:
        """Give the size of the smallest window, whatever the arrangement is now."""
        return QSize(_SMALLEST, _SMALLEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the window."""
        super().resizeEvent(event)
        self.follow_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow a window that changed while out of sight, and begin at the first control."""
        super().showEvent(event)
        self.follow_room()
        self.take_first_focus()
