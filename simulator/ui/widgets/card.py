"""Surfaces: cards, rows, panels, dividers, and the layouts they need."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from simulator.ui.theme import Radius, Space, theme
from simulator.ui.widgets.painted import set_property

_ACTIVATES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ACCENT_BAR = 3.0


class _Clickable(QFrame):
    """A frame that works like a button: one tab stop, Enter and Space.

    Signals:
        clicked: the frame was clicked or activated from the keyboard.
    """

    clicked = Signal()

    def __init__(self, kind: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._pressed = False

    @property
    def is_selected(self) -> bool:
        """Whether it is shown as the selected one."""
        return bool(self.property("selected"))

    def set_selected(self, selected: bool) -> None:
        """Show it as the selected one, or not."""
        set_property(self, "selected", selected)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Activate with Enter or Space."""
        if event.key() in _ACTIVATES and not event.isAutoRepeat():
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember that the click began here."""
        self._pressed = event.button() == Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Send the click if it also ended here."""
        began_here, self._pressed = self._pressed, False
        if began_here and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class Card(_Clickable):
    """A clickable surface with a border; the whole card is one stop in the tab order.

    Give it an accessible name that says all it shows. ``body`` is its vertical layout.
    Kinds: card, and choice for one of several to pick from.
    """

    def __init__(self, kind: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(kind, parent)
        self.setProperty("clickable", True)
        self.setProperty("focus_radius", Radius.CARD)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(Space.CARD, Space.CARD, Space.CARD, Space.CARD)
        self.body.setSpacing(Space.SMALL)


class Row(_Clickable):
    """A clickable row of a list; the selected one has an accent bar. ``line`` is its layout."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("row", parent)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(Space.MEDIUM, Space.TINY, Space.MEDIUM, Space.TINY)
        self.line.setSpacing(Space.SMALL)

    def minimumSizeHint(self) -> QSize:
        """Give the height of a comfortable target."""
        least = super().minimumSizeHint()
        return QSize(least.width(), max(least.height(), round(theme().scaled(38))))

    def sizeHint(self) -> QSize:
        """Give the contents' room, at least a comfortable target."""
        return super().sizeHint().expandedTo(self.minimumSizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the bar at the leading edge if selected."""
        super().paintEvent(event)
        if not self.is_selected:
            return
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - _ACCENT_BAR if mirrored else 0.0
        painter = QPainter(self)
        painter.fillRect(QRectF(left, 0, _ACCENT_BAR, self.height()), theme().colour("accent"))
        painter.end()


class Panel(QFrame):
    """A still surface. ``body`` is its vertical layout.

    Kinds: card, well, side, surface, sidebar, canvas, raised.
    """

    def __init__(
        self, kind: str = "card", padding: int = Space.CARD, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(Space.SMALL)


def divider(parent: QWidget | None = None) -> QFrame:
    """Make a hairline across."""
    line = QFrame(parent)
    line.setProperty("kind", "divider")
    line.setFixedHeight(1)
    return line


def vertical_divider(parent: QWidget | None = None) -> QFrame:
    """Make a hairline from top to bottom."""
    line = QFrame(parent)
    line.setProperty("kind", "divider")
    line.setFixedWidth(1)
    return line


class _Scrolling(QScrollArea):
    """A scroll area without frame that keeps the focused widget and its ring in view."""

    def focusNextPrevChild(self, following: bool) -> bool:
        """Move the focus, then show the whole of the widget that got it."""
        moved = super().focusNextPrevChild(following)
        focused = self.focusWidget()
        if moved and focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, Space.SMALL, Space.SMALL)
        return moved


def scrolling(content: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Put a widget into a scroll area that is as wide as its place and scrolls up and down."""
    area = _Scrolling(parent)
    # Our own viewport: asked for Qt's, PySide would first make every class of widget for Python,
    # which takes 20 ms and more.
    viewport = QWidget()
    area.setViewport(viewport)
    content.setObjectName(content.objectName() or "scrolled")
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    viewport.setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area


class FlowLayout(QLayout):
    """Lays widgets in lines like words, from the leading edge."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = Space.SMALL) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item, or None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give up an item, or None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines at a width."""
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        """Move the items into place."""
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def sizeHint(self) -> QSize:
        """Give everything on one line."""
        shown = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in shown) + self.spacing() * max(len(shown) - 1, 0)
        height = max((size.height() for size in shown), default=0)
        return self._with_margins(width, height)

    def minimumSize(self) -> QSize:
        """Give the room of the widest item."""
        sizes = [item.minimumSize() for item in self._shown()]
        return self._with_margins(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _with_margins(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        x, y, line_height = 0, inner.y(), 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(inner.width(), 1), 1_000_000))
            if x > 0 and x + size.width() > inner.width():
                x, y, line_height = 0, y + line_height + self.spacing(), 0
            if moves:
                item.setGeometry(QRect(QPoint(self._left(inner, x, size), y), size))
            x += size.width() + self.spacing()
            line_height = max(line_height, size.height())
        return y + line_height - rect.y() + self.contentsMargins().bottom()

    def _left(self, inner: QRect, x: int, size: QSize) -> int:
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return inner.right() + 1 - x - size.width()
        return inner.x() + x
