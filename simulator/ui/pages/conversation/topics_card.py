"""What is on the table in a contact, and what is settled."""

from PySide6.QtWidgets import QWidget

from simulator.core.conversation.session import Session
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.theme import Space
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.text import Run


class TopicsCard(Panel):
    """The topics that have come up, open ones first; empty in an exam."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", Space.CARD, parent)
        self.setAccessibleName("On the table")
        self._lines: list[IconLine] = []
        head = IconLine("choose", "On the table", icon_role="accent", role="h3")
        self.body.setSpacing(Space.TINY)
        self.body.addWidget(head)

    @property
    def lines(self) -> tuple[QWidget, ...]:
        """A line for each topic, in the order shown."""
        return tuple(self._lines)

    def show_session(self, session: Session) -> None:
        """Show the topics as they stand."""
        topics = session.moment.state.topics
        texts = session.scenario.topics
        come_up = [topic for topic in texts if topic in topics] if session.is_coached else []
        come_up.sort(key=lambda topic: not topics[topic])
        self.setVisible(bool(come_up))
        for old in self._lines:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [_line(texts[topic], is_open=topics[topic]) for topic in come_up]
        for line in self._lines:
            self.body.addWidget(line)


def _line(text: str, *, is_open: bool) -> IconLine:
    icon, role, word = ("chat", "text2", "open") if is_open else ("ok", "positive", "settled")
    line = IconLine(icon, "", icon_role=role)
    line.text.set_runs((Run(text), Run(f"  {word}", colour="text2")))
    line.setAccessibleName(f"{text}, {word}")
    return line
