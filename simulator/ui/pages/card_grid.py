"""Cards in columns, one stop in the tab order; arrows move inside."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.pages.library_card import LibraryCard
from simulator.ui.theme import Space, theme

_NARROWEST = 280
_MOST_COLUMNS = 3


class CardGrid(QWidget):
    """Lays cards out in one to three columns, by the width there is and the text size.

    Signals:
        reached(QWidget): the arrows have brought the keyboard to this card.
    """

    reached = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[LibraryCard] = []
        self._current: LibraryCard | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self._arrange)

    @property
    def cards(self) -> tuple[LibraryCard, ...]:
        """The cards shown, in their order."""
        return tuple(self._cards)

    @property
    def columns(self) -> int:
        """How many cards stand side by side."""
        return self._columns(self.width())

    @property
    def current(self) -> LibraryCard | None:
        """The card the keyboard is on, or comes back to."""
        return self._current

    def show_cards(self, cards: Sequence[LibraryCard], current: LibraryCard | None = None) -> None:
        """Show these cards and no others; cards no longer shown are kept by whoever made them.

        Args:
            cards: in their order.
            current: the card the keyboard comes back to; the one it was on, if left out.
        """
        for card in self._cards:
            if card not in cards:
                card.hide()
        self._cards = list(cards)
        for card in self._cards:
            card.setParent(self)
            card.focused.connect(self._note_focus, Qt.ConnectionType.UniqueConnection)
            card.show()
        self._current = current or self._current
        if self._current not in self._cards:
            self._current = self._cards[0] if self._cards else None
        self._keep_one_tab_stop()
        self.updateGeometry()
        self._arrange()

    def focus_current(self) -> None:
        """Bring the keyboard to the card it was on last."""
        if self._current is not None:
            self._current.setFocus(Qt.FocusReason.TabFocusReason)

    def hasHeightForWidth(self) -> bool:
        """Fewer columns make a higher grid."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all rows with the room of the focus ring."""
        rows = -(-len(self._cards) // self._columns(width))
        return max(rows * (self._row_height() + Space.CARD) - Space.CARD, 0) + 2 * Space.FOCUS_ROOM

    def sizeHint(self) -> QSize:
        """Give two columns."""
        width = round(theme().scaled(2 * _NARROWEST)) + Space.CARD
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give one narrow column."""
        width = round(theme().scaled(220))
        return QSize(width, self.heightForWidth(self.width()))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out for the new width."""
        self._arrange()
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the cards."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_Down: self.columns,
            Qt.Key.Key_Home: -len(self._cards),
            Qt.Key.Key_End: len(self._cards),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or self._current is None:
            super().keyPressEvent(event)
            return
        if abs(step) == 1 and self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        self._move(step)

    def _move(self, step: int) -> None:
        here = self._cards.index(self._current) if self._current in self._cards else 0
        last = len(self._cards) - 1
        wanted = here + step
        if abs(step) == self.columns and not 0 <= wanted <= last:
            same_row = here // self.columns == last // self.columns
            wanted = here if step < 0 or same_row else last
        card = self._cards[min(max(wanted, 0), last)]
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(card)

    def _note_focus(self) -> None:
        sender = self.sender()
        if isinstance(sender, LibraryCard):
            self._current = sender
            self._keep_one_tab_stop()

    def _keep_one_tab_stop(self) -> None:
        for card in self._cards:
            is_stop = card is self._current
            card.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            )
        if self._current is not None:
            self.setFocusProxy(self._current)

    def _columns(self, width: int) -> int:
        fitting = (width + Space.CARD) // (round(theme().scaled(_NARROWEST)) + Space.CARD)
        return min(max(int(fitting), 1), _MOST_COLUMNS)

    def _row_height(self) -> int:
        return self._cards[0].sizeHint().height() if self._cards else 0

    def _arrange(self) -> None:
        columns, height = self.columns, self._row_height()
        room = self.width() - 2 * Space.FOCUS_ROOM - (columns - 1) * Space.CARD
        width = room / columns
        for place, card in enumerate(self._cards):
            row, column = divmod(place, columns)
            left = Space.FOCUS_ROOM + column * (width + Space.CARD)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                left = self.width() - left - width
            top = Space.FOCUS_ROOM + row * (height + Space.CARD)
            right = round(left + width)
            card.setGeometry(QRect(round(left), top, right - round(left), height))
