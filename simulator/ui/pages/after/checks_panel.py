"""Could a colleague act on this? The answers beside the note."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.core.conversation.note_checks import NoteCheck
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.theme import Space
from simulator.ui.widgets.text import label

_LOOKS = {True: ("ok", "positive"), False: ("warn", "caution"), None: ("minus", "text2")}
_STATES = {True: "met", False: "worth fixing", None: "nothing to look at yet"}
_COUNTS = ("", "One", "Two", "Three", "Four", "Five")


def summary(checks: Sequence[NoteCheck]) -> str:
    """Say how much is worth fixing, and that nothing has to be."""
    open_ones = sum(check.is_met is False for check in checks)
    if open_ones == 0:
        return "You can go on whenever you are ready."
    fixing = "One is worth fixing" if open_ones == 1 else f"{_COUNTS[open_ones]} are worth fixing"
    it = "it" if open_ones == 1 else "them"
    return f"{fixing}. You can also go on; the scorecard will show {it}."


class ChecksPanel(QWidget):
    """The checks of a record; they point at things and never block."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Could a colleague act on this?")
        self._lines: list[IconLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.CARD)
        self._column.addWidget(label("Could a colleague act on this?", "h2", wrap=True))

    def show_checks(self, checks: Sequence[NoteCheck]) -> None:
        """Show each check with what was found."""
        while len(self._lines) < len(checks):
            line = IconLine("minus", "", role="small")
            line.text.set_weight(600)
            line.note.set_role("small")
            self._lines.append(line)
            self._column.addWidget(line)
        for line, check in zip(self._lines, checks, strict=True):
            icon, role = _LOOKS[check.is_met]
            line.show_line(icon, role, check.title, check.says)
            line.setAccessibleName(f"{check.title}: {_STATES[check.is_met]}. {check.says}")
