"""The one focus ring: laid over the layout, so that nothing moves when it appears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from simulator.ui.theme import Radius, Space, theme
from simulator.ui.widgets.painted import smooth_painter

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

# By name: to make the classes for Python would hold up the first frame.
_FIELDS = ("QLineEdit", "QAbstractSpinBox", "QTextEdit", "QPlainTextEdit")
_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
)
_POINTER = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress)


class _Ring(QWidget):
    """The drawn ring; a child of the nearest widget that has room for it."""

    def __init__(self, target: QWidget, host: QWidget) -> None:
        super().__init__(host)
        self.target, self.host = target, host
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.place()

    def place(self) -> None:
        """Go where the target is."""
        host = self.host
        if not self.target.isVisibleTo(host):
            self.hide()
            return
        box = QRect(self.target.mapTo(host, QPoint(0, 0)), self.target.size())
        room = Space.FOCUS_ROOM
        box = box.adjusted(-room, -room, room, room).intersected(host.rect())
        self.setGeometry(box)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring along the edge of the widget."""
        width = theme().focus_px
        wanted = self.target.property("focus_radius")
        radius = (Radius.CONTROL if wanted is None else float(wanted)) + 3
        painter = smooth_painter(self)
        painter.setPen(QPen(theme().colour("focus"), width))
        edge = width / 2
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(box, min(radius, box.height() / 2), min(radius, box.height() / 2))
        painter.end()


class FocusRing(QObject):
    """Shows the ring on the widget that has the keyboard focus.

    The ring appears when the last thing touched was the keyboard, and on text fields always.
    Widgets steer it by properties: ``focus_radius`` is their own corner radius,
    ``rings_parent`` asks for the ring on the frame around them, and ``draws_focus`` says
    that they show their focus themselves.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._ring: _Ring | None = None
        self._watched: list[QObject] = []
        self._windows: list[QWindow] = []
        self._uses_keyboard = True
        application.focusChanged.connect(self._follow)

    @classmethod
    def install(cls, application: QApplication) -> FocusRing:
        """Start following the focus of the application, once at start."""
        return cls(application)

    @property
    def target(self) -> QWidget | None:
        """The widget that wears the ring now."""
        return self._ring.target if self._ring is not None and isValid(self._ring) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note how the person works, and keep the ring on a target that moves."""
        if watched.isWindowType():
            self._note_input(event.type())
        elif event.type() in _MOVES and self._ring is not None and isValid(self._ring):
            self._ring.place()
        return False

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._take_away()
        if now is None:
            return
        self._watch_window(now)
        if now.property("draws_focus") or not self._shows_on(now):
            return
        target = _framed(now)
        self._ring = _Ring(target, _host_of(target))
        self._watch(target, self._ring.host)

    def _shows_on(self, widget: QWidget) -> bool:
        return self._uses_keyboard or any(map(widget.inherits, _FIELDS))

    def _note_input(self, kind: QEvent.Type) -> None:
        if kind == QEvent.Type.KeyPress:
            self._uses_keyboard = True
        elif kind in _POINTER:
            self._uses_keyboard = False

    def _watch_window(self, widget: QWidget) -> None:
        window = widget.window().windowHandle()
        self._windows = [known for known in self._windows if isValid(known)]
        if window is not None and window not in self._windows:
            window.installEventFilter(self)
            self._windows.append(window)

    def _watch(self, target: QWidget, host: QWidget) -> None:
        widget: QWidget | None = target
        while widget is not None and widget is not host:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    def _take_away(self) -> None:
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched.clear()
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None


def _framed(widget: QWidget) -> QWidget:
    parent = widget.parentWidget()
    if widget.property("rings_parent") and parent is not None:
        return _framed(parent)
    return widget


def _host_of(target: QWidget) -> QWidget:
    """Find the nearest widget around the target with room for the ring."""
    room = Space.FOCUS_ROOM
    host = target.parentWidget()
    while host is not None:
        box = QRect(target.mapTo(host, QPoint(0, 0)), target.size())
        has_room = host.rect().contains(box.adjusted(-room, -room, room, room))
        around = host.parentWidget()
        scrolls = around is not None and around.inherits("QAbstractScrollArea")
        # A child given to a splitter would become one of its panes.
        if host.isWindow() or ((has_room or scrolls) and not host.inherits("QSplitter")):
            return host
        host = around
    return target
