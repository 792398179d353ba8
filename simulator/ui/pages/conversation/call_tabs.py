"""Call, Coach and Facts as tabs, where the window has room for one of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from simulator.ui.theme import Space
from simulator.ui.widgets.choices import Segments


class CallTabs(QWidget):
    """The row of tabs; the coach's tells how many notes there are.

    Signals:
        chosen(str): "call", "coach" or "facts".
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = "call"
        self._shown: tuple[str, bool, int] | None = None
        self._segments: Segments | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.MEDIUM, Space.SMALL, Space.MEDIUM, Space.TINY)

    @property
    def key(self) -> str:
        """The tab in front."""
        return self._key

    def show_tabs(self, noun: str, *, has_coach: bool, notes: int) -> None:
        """Name the tabs; the first is called what the contact is."""
        shown = (noun, has_coach, notes)
        if shown == self._shown:
            return
        self._shown = shown
        coach = f"Coach  {notes}" if notes else "Coach"
        tabs = [("call", noun.capitalize(), ""), ("coach", coach, "bulb"), ("facts", "Facts", "")]
        if not has_coach:
            tabs.pop(1)
        if self._key not in {key for key, _, _ in tabs}:
            self._key = "call"
        if self._segments is not None:
            self._row.removeWidget(self._segments)
            # Hidden now, freed later: its own click may still be on the stack.
            self._segments.hide()
            self._segments.deleteLater()
        self._segments = Segments(tabs, "Parts of the conversation")
        self._segments.choose(self._key)
        self._segments.chosen.connect(self._go_to)
        self._segments.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row.addWidget(self._segments)

    def choose(self, key: str) -> None:
        """Bring a tab to the front."""
        if self._segments is not None:
            self._segments.choose(key)
        self._go_to(key)

    def _go_to(self, key: str) -> None:
        self._key = key
        self.chosen.emit(key)
