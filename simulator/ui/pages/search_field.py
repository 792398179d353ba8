"""A field to find things by their words, with the key that leads to it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from simulator.ui.theme import theme
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.tags import KeyCap


class SearchField(QLineEdit):
    """A line to write in; Esc empties it.

    Args:
        prompt: what is looked for; also the accessible name.
        keys: the key that leads here, shown at the end while the field is empty.
    """

    def __init__(self, prompt: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        self.setProperty("focus_radius", 8)
        self.setMaxLength(200)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._icon = IconLabel("search", parent=self)
        self._icon.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._keys = KeyCap(keys, self)
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._keys.setVisible(bool(keys))
        self._has_keys = bool(keys)
        self.textChanged.connect(self._show_keys)
        theme().changed.connect(self._place)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field with Esc; an empty field leaves the key to the window."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep icon and key at their ends."""
        super().resizeEvent(event)
        self._place()

    @Slot(str)
    def _show_keys(self, text: str) -> None:
        self._keys.setVisible(self._has_keys and not text)

    @Slot()
    def _place(self) -> None:
        icon, keys = self._icon.sizeHint(), self._keys.sizeHint()
        self._icon.setGeometry(
            13, (self.height() - icon.height()) // 2, icon.width(), icon.height()
        )
        left = self.width() - keys.width() - 12
        self._keys.setGeometry(
            left, (self.height() - keys.height()) // 2, keys.width(), keys.height()
        )
        end = keys.width() + 6 if self._has_keys else 0
        self.setTextMargins(icon.width() + 9, 0, end, 0)
