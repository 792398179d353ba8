"""A question over the window; Esc and Enter both give the safe answer."""

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.text import label

_WIDTH = 420
_MARGIN = 24
_SCRIM_LIGHT, _SCRIM_DARK = 0.45, 0.60
_SHADOW_LIGHT, _SHADOW_DARK = 0.20, 0.55


class Question(QWidget):
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
        super().__init__(parent.window())
        self._window = parent.window()
        self._focus_before = parent.window().focusWidget()
        self._safe = Button(safe, kind="primary")
        self._risky = Button(risky, kind="destructive" if destructive else "plain")
        self._safe.clicked.connect(self._give_safe)
        self._risky.clicked.connect(self._give_risky)
        self._panel = Panel("raised", Space.SECTION)
        self._build(title, text)
        self.setAccessibleName(f"{title} {text}")
        parent.window().installEventFilter(self)

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
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._safe.setFocus(Qt.FocusReason.TabFocusReason)

    def answer(self, risky: bool) -> None:
        """Close with an answer and give the focus back."""
        self._window.removeEventFilter(self)
        # The focus goes first: Qt would pass it on by itself from a widget that hides.
        back_to = self._focus_before
        if back_to is None or not isValid(back_to):
            back_to = self._window
        back_to.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.answered.emit(risky)
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Cover the window when its size changes."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the safe answer on Esc; on Enter that of the focused button."""
        if event.key() == Qt.Key.Key_Escape:
            self.answer(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer(self._risky.hasFocus())
        else:
            event.accept()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Keep Tab inside the question."""
        stops = self._stops()
        if not stops:
            return super().focusNextPrevChild(following)
        focused = self._window.focusWidget()
        place = stops.index(focused) if focused in stops else -1
        step, reason = (1, Qt.FocusReason.TabFocusReason)
        if not following:
            step, reason = (-1, Qt.FocusReason.BacktabFocusReason)
        stops[(place + step) % len(stops)].setFocus(reason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scrim."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _veiled("scrim", _SCRIM_LIGHT, _SCRIM_DARK))
        painter.end()

    def mousePressEvent(self, event: QEvent) -> None:
        """Let no click reach what lies below."""
        event.accept()

    def _stops(self) -> list[QWidget]:
        """Give what Tab reaches here, in reading order."""
        stops = [
            widget
            for widget in self._panel.findChildren(QWidget)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        top_left = QPoint(0, 0)
        return sorted(
            stops,
            key=lambda widget: (widget.mapTo(self, top_left).y(), widget.mapTo(self, top_left).x()),
        )

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
        shadow = QGraphicsDropShadowEffect(self._panel)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 12)
        shadow.setColor(_veiled("scrim", _SHADOW_LIGHT, _SHADOW_DARK))
        self._panel.setGraphicsEffect(shadow)
        middle = QVBoxLayout(self)
        middle.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        middle.addWidget(self._panel, 0, Qt.AlignmentFlag.AlignCenter)

    def _give_safe(self) -> None:
        self.answer(False)

    def _give_risky(self) -> None:
        self.answer(True)


def _veiled(role: str, light: float, dark: float) -> QColor:
    colour = theme().colour(role)
    colour.setAlphaF(dark if theme().is_dark else light)
    return colour


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
