"""A menu below a button, to choose one of a few values."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton


def open_choice_menu(
    button: QPushButton,
    choices: Sequence[tuple[str, object]],
    now: object,
    chosen: Callable[[Any], object],
) -> None:
    """Drop a menu below a button; it frees itself when it closes.

    Args:
        button: what the menu belongs to.
        choices: words and value of each.
        now: the value in force, which is ticked.
        chosen: called with the value picked.
    """
    menu = QMenu(button)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # A press on the button closes the menu; replayed, it would open it again.
    menu.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
    for words, value in choices:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(value == now)
        action.setData(value)
    menu.triggered.connect(lambda action: chosen(action.data()))
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))
