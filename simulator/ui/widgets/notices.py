"""What Rapport tells by the way: banners, toasts and empty places."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from simulator.ui.theme import Duration, Radius, Space, theme
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.icon import IconDisc, IconLabel
from simulator.ui.widgets.painted import smooth_painter
from simulator.ui.widgets.text import label

STATUS_ICONS = {"info": "info", "positive": "ok", "caution": "warn", "negative": "error"}

_TOAST_WIDTH = 440
_TOAST_MARGIN = 24


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence when it has finished the one before."""
    event = QAccessibleAnnouncementEvent(widget, sentence)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)


class Banner(QFrame):
    """A sentence on a status tint with an icon and at most one action; it stays.

    Signals:
        action_clicked: the action was chosen.
    """

    action_clicked = Signal()

    def __init__(
        self,
        text: str,
        status: str = "caution",
        *,
        action: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Build the banner.

        Args:
            text: one sentence.
            status: info, positive, caution or negative.
            action: the label of its button; empty for none.
            icon: instead of the icon of the status.
            parent: the widget this one lies in.

        Raises:
            KeyError: there is no such status.
        """
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self.setProperty("status", status)
        role = "accent" if status == "info" else status
        self._sentence = label(text, "small", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.CARD, Space.MEDIUM, Space.MEDIUM, Space.MEDIUM)
        line.setSpacing(Space.MEDIUM)
        line.addWidget(IconLabel(icon or STATUS_ICONS[status], role))
        line.addWidget(self._sentence, 1)
        if action:
            button = Button(action, kind="banner", size="small")
            button.clicked.connect(self.action_clicked)
            line.addWidget(button)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Change the sentence."""
        self._sentence.setText(text)
        self.setAccessibleName(text)


class Toast(QWidget):
    """A short notice at the lower edge of the window that goes by itself.

    It stays six seconds, and as long as the pointer or the focus is on it; Esc puts it away.

    Signals:
        action_clicked: the action was chosen.
        gone: the toast left, for whatever reason.
    """

    action_clicked = Signal()
    gone = Signal()

    def __init__(self, window: QWidget, text: str, *, action: str = "", icon: str = "") -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(Duration.TOAST_STAYS)
        self._timer.timeout.connect(self._leave_if_unattended)
        self._action: Button | None = None
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(Space.CARD, Space.MEDIUM, Space.MEDIUM, Space.MEDIUM)
        line.setSpacing(Space.MEDIUM)
        if icon:
            line.addWidget(IconLabel(icon, "canvas"))
        line.addWidget(label(text, "small", "canvas", wrap=True), 1)
        if action:
            self._action = Button(action, kind="toast", size="small")
            self._action.clicked.connect(self._act)
            line.addWidget(self._action)
        self.setAccessibleName(text)
        window.installEventFilter(self)

    @classmethod
    def show_in(cls, widget: QWidget, text: str, *, action: str = "", icon: str = "") -> "Toast":
        """Show a toast in the widget's window, in place of the one before.

        Args:
            widget: any widget of the window.
            text: one sentence.
            action: the label of its button, such as "Undo"; also offer it in a menu.
            icon: an icon's name; empty for none.
        """
        window = widget.window()
        for earlier in window.findChildren(cls):
            earlier.leave()
        toast = cls(window, text, action=action, icon=icon)
        toast.place()
        toast.show()
        toast.raise_()
        toast.wait_again()
        announce(toast, text)
        return toast

    def wait_again(self) -> None:
        """Start the six seconds anew."""
        self._timer.start()

    def leave(self) -> None:
        """Go now."""
        self._timer.stop()
        self._window.removeEventFilter(self)
        self.hide()
        self.gone.emit()
        self.deleteLater()

    def place(self) -> None:
        """Go to the lower edge of the window, in the middle."""
        room = self._window.width() - 2 * _TOAST_MARGIN
        width = round(min(theme().scaled(_TOAST_WIDTH), room))
        height = self._line.heightForWidth(width)
        self.resize(width, height)
        left = (self._window.width() - width) // 2
        self.move(left, self._window.height() - height - _TOAST_MARGIN)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dark ground; text and ground are swapped here."""
        painter = smooth_painter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("text"))
        painter.drawRoundedRect(QRectF(self.rect()), Radius.CONTROL, Radius.CONTROL)
        painter.end()

    def _leave_if_unattended(self) -> None:
        if self.underMouse() or (self._action is not None and self._action.hasFocus()):
            self.wait_again()
        else:
            self.leave()

    def _act(self) -> None:
        self.action_clicked.emit()
        self.leave()


class EmptyState(QWidget):
    """What will be here, why it is empty, and the one next step."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        buttons: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(Space.SMALL)
        column.addStretch()
        column.addWidget(IconDisc(icon, "text2", 56), 0, centre)
        heading = label(title, "h2", wrap=True)
        words = label(sentence, "body", "text2", wrap=True)
        for line in (heading, words):
            line.setAlignment(centre)
            column.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(Space.SMALL)
        row.addStretch()
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        column.addSpacing(Space.SMALL)
        column.addLayout(row)
        column.addStretch()
        self.setAccessibleName(f"{title}. {sentence}")
