"""A question over the window; Esc and Enter both give the safe answer."""

from PySide6.QtCore import QEventLoop, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.overlay import Overlay, veiled
from simulator.ui.widgets.text import label

_WIDTH = 420
_MARGIN = 24
_SCRIM_LIGHT, _SCRIM_DARK = 0.45, 0.60


class Question(Overlay):
    """A raised panel over a scrim that covers the window until it is answered.

    Signals:
        answered(bool): True for the risky answer, False for the safe one.
    """

    answered = Signal(bool)

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        *,
        safe: str,
        risky: str,
        destructive: bool = False,
    ) -> None:
        """Build the question over the parent's window; it shows itself with ``put``.

        Args:
            parent: any widget of the window.
            title: the question.
            text: what either answer does.
            safe: the label of the safe answer, the default.
            risky: the label of the other answer.
            destructive: whether the other answer takes something away for good.
        """
        super().__init__(parent, Panel("raised", Space.SECTION))
        self._safe = Button(safe, kind="primary")
        self._risky = Button(risky, kind="destructive" if destructive else "plain")
        self._safe.clicked.connect(self._give_safe)
        self._risky.clicked.connect(self._give_risky)
        self._build(title, text)
        self.setAccessibleName(f"{title} {text}")

    @property
    def content(self) -> QVBoxLayout:
        """The layout above the buttons, for a field or a list the question needs."""
        return self._content

    @property
    def risky_button(self) -> Button:
        """The button of the risky answer, to be enabled once it may be given."""
        return self._risky

    def put(self) -> None:
        """Show the question and give the safe answer the focus."""
        self.cover(self._safe)

    def answer(self, risky: bool) -> None:
        """Close with an answer and give the focus back."""
        self.take_away()
        self.answered.emit(risky)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the safe answer on Esc; on Enter that of the focused button."""
        if event.key() == Qt.Key.Key_Escape:
            self.answer(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer(self._risky.hasFocus())
        else:
            event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scrim."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), veiled("scrim", _SCRIM_LIGHT, _SCRIM_DARK))
        painter.end()

    def _build(self, title: str, text: str) -> None:
        self._panel.body.addWidget(label(title, "h3", wrap=True))
        self._panel.body.addWidget(label(text, "small", "text2", wrap=True))
        self._content = QVBoxLayout()
        self._panel.body.addLayout(self._content)
        self._panel.body.addSpacing(Space.SMALL)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SMALL)
        buttons.addStretch()
        buttons.addWidget(self._risky)
        buttons.addWidget(self._safe)
        self._panel.body.addLayout(buttons)
        self._panel.setFixedWidth(round(theme().scaled(_WIDTH)))
        middle = QVBoxLayout(self)
        middle.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        middle.addWidget(self._panel, 0, Qt.AlignmentFlag.AlignCenter)

    def _give_safe(self) -> None:
        self.answer(False)

    def _give_risky(self) -> None:
        self.answer(True)


def ask(
    parent: QWidget,
    title: str,
    text: str,
    *,
    safe: str,
    risky: str,
    destructive: bool = False,
) -> bool:
    """Ask and wait for the answer; see ``Question``.

    Returns:
        True if the risky answer was given. The safe answer also stands for a window that closes.
    """
    question = Question(parent, title, text, safe=safe, risky=risky, destructive=destructive)
    loop = QEventLoop()
    answers: list[bool] = []
    question.answered.connect(answers.append)
    question.answered.connect(loop.quit)
    question.destroyed.connect(loop.quit)
    question.put()
    loop.exec()
    return bool(answers) and answers[0]
