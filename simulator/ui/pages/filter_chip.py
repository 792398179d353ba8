"""A chip whose menu ticks the values to show."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from simulator.ui.widgets.choices import Chip

_TICK_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TickMenu(QMenu):
    """A menu that stays open while its entries are ticked; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A press on the chip closes the menu; replayed, it would open it again.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the entry under the pointer."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the entry the keyboard is on."""
        action = self.activeAction()
        if event.key() in _TICK_KEYS and action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)


class FilterChip(Chip):
    """Shows what its filter lets through, such as "Difficulty: Steady, Tough".

    Signals:
        values_changed(str, frozenset): the facet's key and the values ticked; none shows all.
    """

    values_changed = Signal(str, object)

    def __init__(
        self, key: str, title: str, values: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(title, opens_menu=True, parent=parent)
        self._key, self._title = key, title
        self._menu = TickMenu(self)
        self._actions: dict[str, QAction] = {}
        self.set_values(values)
        self.setAccessibleDescription("Filter, opens a menu")
        self.clicked.connect(self.open_menu)

    @property
    def values(self) -> frozenset[str]:
        """The values ticked."""
        return frozenset(value for value, action in self._actions.items() if action.isChecked())

    @property
    def menu_of_values(self) -> TickMenu:
        """The menu."""
        return self._menu

    def set_values(self, values: Iterable[str]) -> None:
        """Take other values; those ticked stay so where they are among them."""
        values, ticked = tuple(values), self.values
        if values == tuple(self._actions):
            return
        self._menu.clear()
        self._actions = {value: self._action(value) for value in values}
        self.tick(ticked)

    def offer(self, values: Iterable[str]) -> None:
        """Offer only values that occur; one that is ticked stays on offer."""
        present = frozenset(values)
        for value, action in self._actions.items():
            action.setVisible(value in present or action.isChecked())

    def tick(self, values: Iterable[str]) -> None:
        """Tick these values and no others without telling anyone."""
        wanted = frozenset(values)
        for value, action in self._actions.items():
            action.setChecked(value in wanted)
        self._show_values()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu with Down or Alt+Down as well."""
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    @Slot()
    def open_menu(self) -> None:
        """Drop the menu below the chip, with its first value ready to be ticked."""
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))
        shown = [action for action in self._actions.values() if action.isVisible()]
        if shown:
            self._menu.setActiveAction(shown[0])

    def _action(self, value: str) -> QAction:
        # Doubled, "&" is a letter: a value may be the name of a person.
        action = self._menu.addAction(value.replace("&", "&&"))
        action.setCheckable(True)
        action.triggered.connect(self._tell)
        return action

    @Slot()
    def _tell(self) -> None:
        self._show_values()
        self.values_changed.emit(self._key, self.values)

    def _show_values(self) -> None:
        ticked = [value for value, action in self._actions.items() if action.isChecked()]
        self.setText(f"{self._title}: {', '.join(ticked)}" if ticked else self._title)
        self.setChecked(bool(ticked))
