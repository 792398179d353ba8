"""What the customer may be thinking: a hint in Coach, behind a small control."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.core.conversation.session import Session
from simulator.core.scenario.pronouns import pronouns_of
from simulator.ui.theme import Radius, Space, theme
from simulator.ui.widgets.buttons import small
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.text import label

_TAIL = 18


class _Cloud(Painted):
    """A round shape with two small bubbles that rise from the face."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label(role="small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.MEDIUM, _TAIL + Space.SMALL, Space.MEDIUM, Space.SMALL)
        column.addWidget(self.words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape and the two bubbles above it."""
        painter = self.painter()
        painter.setPen(QPen(theme().colour("border_strong"), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(theme().colour("sunken"))
        box = QRectF(self.rect()).adjusted(1, _TAIL, -1, -1)
        painter.drawRoundedRect(box, Radius.BUBBLE, Radius.BUBBLE)
        painter.setPen(QPen(theme().colour("border_strong"), 1.2))
        middle = self.width() / 2
        painter.drawEllipse(QPointF(middle, _TAIL * 0.2 + 1.5), 2.2, 2.2)
        painter.drawEllipse(QPointF(middle + 6, _TAIL * 0.62), 3.6, 3.6)
        painter.end()


class Thought(QWidget):
    """Asks for the thought, then shows it; never in an exam, and only where the author wrote one.

    Signals:
        wanted(): the thought is to be shown; this counts as the hint of the step.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask = small("", icon="eye", kind="quiet")
        self._cloud = _Cloud()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._cloud)
        self.ask.clicked.connect(self.wanted)

    @property
    def words(self) -> str:
        """The thought as it is shown; empty while it is not."""
        return "" if self._cloud.isHidden() else self._cloud.words.text()

    def show_session(self, session: Session) -> None:
        """Offer the thought, or show it once the hint was asked for."""
        thinks = session.line.thinks if session.is_coached and not session.is_over else ""
        they = pronouns_of(session.scenario.customer.pronoun)
        self.setVisible(bool(thinks))
        self.ask.setText(f"What might {they.subject} be thinking?")
        self.ask.setVisible(not session.moment.hint_shown)
        is_shown = bool(thinks) and session.moment.hint_shown
        self._cloud.setVisible(is_shown)
        self._cloud.words.setText(thinks if is_shown else "")
        verb = they.verb("thinks", "think")
        name = session.scenario.customer.first_name
        self._cloud.setAccessibleName(f"What {name} {verb}: {thinks}" if is_shown else "")
