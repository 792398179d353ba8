"""What might be offered to the customer after the contact; or better nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from simulator.core.conversation.chance import shuffled
from simulator.core.conversation.session import Session
from simulator.ui.pages.radio_line import RadioLine
from simulator.ui.theme import Space
from simulator.ui.widgets.text import label

NOTHING = "Offer nothing"
"""The way to offer nothing, which is always there and chosen at first."""


class OfferChoice(QWidget):
    """Offers in an order drawn by the seed, and *Offer nothing* below them.

    Signals:
        decided(): another offer was chosen, or none.
    """

    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[RadioLine] = []
        self._group = QButtonGroup(self)
        self._question = label(role="h3", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.SMALL, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(self._question)
        column.addLayout(self._list)

    @property
    def offer(self) -> str:
        """The offer chosen; empty for none."""
        chosen = next((line.text for line in self.lines if line.radio.isChecked()), NOTHING)
        return "" if chosen == NOTHING else chosen

    def show_session(self, session: Session) -> None:
        """Show what might be offered; nothing at all where the author wrote no offer."""
        key = session.scenario.after.offer
        self.setVisible(key is not None)
        self._question.setText(f"Would you offer {session.scenario.customer.first_name} anything?")
        for old in self.lines:
            self._group.removeButton(old.radio)
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        offers = shuffled((key.fits, *key.unfit), session.began.seed, "offer") if key else ()
        self.lines = [RadioLine(text) for text in (*offers, NOTHING)]
        for line in self.lines:
            self._group.addButton(line.radio)
            line.radio.clicked.connect(self.decided)
            self._list.addWidget(line)

    def choose(self, offer: str) -> None:
        """Show an offer as chosen; empty for none."""
        for line in self.lines:
            line.radio.setChecked(line.text == (offer or NOTHING))
