"""What takes the composer's place once the contact is over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.recovery import needs_recovery
from simulator.core.conversation.session import Session
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.theme import Space
from simulator.ui.widgets.buttons import primary
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.text import label

_TO_AFTER = "Go on to After"


def closing_words(session: Session) -> str:
    """Say how the contact ended, such as "Amara has hung up"."""
    words = CHANNELS[session.scenario.channel]
    if session.is_stopped:
        return f"You ended the {words.noun}"
    return f"{session.scenario.customer.first_name} {words.left}"


class Closing(Panel):
    """The closing line and the way on.

    Signals:
        to_after_wanted(): on to what comes after the contact.
    """

    to_after_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", Space.SECTION, parent)
        self._is_in_shift = False
        self._title = label(role="h3", wrap=True)
        self._says = label(role="small", colour="text2", wrap=True)
        self.go_on = primary(_TO_AFTER, icon="arrowright")
        self.go_on.clicked.connect(self.to_after_wanted)
        lines = QVBoxLayout()
        lines.setSpacing(Space.HAIR)
        lines.addWidget(self._title)
        lines.addWidget(self._says)
        row = QHBoxLayout()
        row.setSpacing(Space.CARD)
        row.addLayout(lines, 1)
        row.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def set_in_shift(self, is_in_shift: bool) -> None:
        """Lead on to the next contact of a shift, or to After."""
        self._is_in_shift = is_in_shift
        self.go_on.setText("Go on" if is_in_shift else _TO_AFTER)

    def show_session(self, session: Session) -> None:
        """Say how it ended and what is left to do."""
        if self._is_in_shift:
            ended = "This contact ends here" if session.is_stopped else closing_words(session)
            self._title.setText(f"{ended}.")
            self._says.setText("Read it through in your own time. Then take a breath.")
            return
        self._title.setText(f"{closing_words(session)}.")
        self._says.setText("Log what you promised while it is fresh.")
        needs = needs_recovery(session)
        if needs:
            self._says.setText("First a moment for you. Then log what you promised.")
        self.go_on.setText("Go on" if needs else _TO_AFTER)
