"""Facts and policy, a key away during the contact."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.session import Session
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.pronouns import pronouns_of
from simulator.ui.pages.briefing.known import known_lines
from simulator.ui.pages.conversation.customer_panel import TOLD_ICONS
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.pages.scenario_words import day_words, year_of
from simulator.ui.theme import Space
from simulator.ui.widgets.buttons import Button, icon_button
from simulator.ui.widgets.card import Panel, divider, scrolling
from simulator.ui.widgets.text import label


class FactsPanel(Panel):
    """What may be done, what must not, and what the customer has told.

    Signals:
        closed(): the panel is to be put away.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", Space.CARD, parent)
        self.setAccessibleName("Facts and policy")
        self._key: tuple[str, tuple[str, ...]] | None = None
        self.close_button: Button = icon_button("close", "Close facts and policy", "quiet", "small")
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(label("Facts and policy", "h3"), 1)
        head.addWidget(self.close_button)
        self.body.addLayout(head)
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, Space.SMALL, 0)
        self._column.setSpacing(Space.MEDIUM)
        self._area = scrolling(self._lines)
        # Without a control inside, the list itself is scrolled by the arrow keys.
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.body.addWidget(self._area, 1)

    def show_session(self, session: Session) -> None:
        """Show the facts of the briefing and those told since."""
        told = session.facts_told
        key = (session.scenario.id, tuple(fact.id for fact in told))
        if key == self._key:
            return
        self._key = key
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        facts, policies = known_lines(session.scenario)
        for line in (*facts, divider(), *policies):
            self._column.addWidget(line)
        self._add_card(session.scenario)
        if told:
            they = pronouns_of(session.scenario.customer.pronoun)
            self._column.addWidget(divider())
            self._column.addWidget(label(f"{they.opening} {they.has} told you", "label", "text2"))
            for fact in told:
                self._column.addWidget(IconLine(TOLD_ICONS[fact.kind], fact.says, role="body"))
        self._column.addStretch(1)

    def _add_card(self, scenario: Scenario) -> None:
        history = scenario.customer.history
        if not history:
            return
        self._column.addWidget(divider())
        self._column.addWidget(label("On the card", "label", "text2"))
        year = year_of(scenario)
        for entry in history:
            what = f"{entry.what}, {day_words(entry.on, year)}"
            self._column.addWidget(IconLine("file", what, entry.note or "", role="body"))

    @property
    def wanted_height(self) -> int:
        """The height that shows everything, in logical pixels."""
        width = max(self.width() - 2 * Space.CARD - Space.WIDE, 1)
        return self._column.totalHeightForWidth(width) + round(self.fontMetrics().height() * 2) + 56
