"""The menu that asks which turn to answer again."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from simulator.core.conversation.session import Session

_SHORTENED = 48


def ask_for_turn(place: QWidget, session: Session, chosen: Callable[[int], None]) -> None:
    """Offer the turns so far above a widget, the last one first.

    Args:
        place: the widget; the menu belongs to it.
        session: at least one turn of it.
        chosen: called with the number of the turn.
    """
    menu = QMenu(place)
    menu.setAccessibleName("Rewind to which turn?")
    for turn in reversed(session.turns[:]):
        action = menu.addAction(f"Turn {turn.number}: {_shortened(turn.text)}")
        action.triggered.connect(lambda _=False, number=turn.number: chosen(number))
    menu.setActiveAction(menu.actions()[0])
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place.mapToGlobal(QPoint(20, -menu.sizeHint().height())))


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHORTENED else f"{words[: _SHORTENED - 1]}…"
