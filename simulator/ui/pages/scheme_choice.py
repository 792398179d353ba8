"""Three small pictures of a window to choose the colours by."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from simulator.ui.theme import Radius, Scheme, Space, colour_roles, theme

_CHOICES = (("system", "Follow system"), ("light", "Light"), ("dark", "Dark"))
_PICTURE = QSize(112, 70)
_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class _SchemeButton(QAbstractButton):
    """A picture of the scheme with a radio mark below it."""

    step_wanted = Signal(int)

    def __init__(self, key: str, words: str) -> None:
        super().__init__()
        self.key, self._words = key, words
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setProperty("focus_radius", Radius.CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.follow_theme)

    @Slot()
    def follow_theme(self) -> None:
        """Measure and draw again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the picture with the words below it."""
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self._words) * 1.1 + theme().scaled(18) + 8
        height = _PICTURE.height() + 6 + max(theme().scaled(20), metrics.height())
        return QSize(round(max(_PICTURE.width(), words)), round(height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice with the arrows."""
        if event.key() in _FORWARD + _BACK:
            self.step_wanted.emit(1 if event.key() in _FORWARD else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw again; the ring is drawn over the layout."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw picture, mark and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = (self.width() - _PICTURE.width()) / 2
        box = QRectF(left + 1, 1, _PICTURE.width() - 2, _PICTURE.height() - 2)
        self._draw_picture(painter, box)
        self._draw_words(painter)
        painter.end()

    def _draw_picture(self, painter: QPainter, box: QRectF) -> None:
        scheme = Scheme.DARK if self.key == "dark" else Scheme.LIGHT
        roles = colour_roles(scheme)
        chosen = self.isChecked()
        outline = theme().colour("accent" if chosen else "border_control")
        painter.setPen(QPen(outline, 2.0 if chosen else 1.0))
        ground = roles["canvas"] if self.key != "system" else roles["border"]
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, Radius.CONTROL, Radius.CONTROL)
        painter.setPen(Qt.PenStyle.NoPen)
        parts = (
            (10, 10, 44, 6, "text2"),
            (10, 22, 90, 36, "surface"),
            (16, 27, 60, 4, "border_strong"),
            (16, 36, 30, 8, "accent"),
        )
        for x, y, width, height, role in parts:
            painter.setBrush(QColor(roles[role]))
            painter.drawRoundedRect(QRectF(box.left() + x, box.top() + y, width, height), 2.5, 2.5)

    def _draw_words(self, painter: QPainter) -> None:
        chosen = self.isChecked()
        font = theme().font("small", weight=600 if chosen else 400)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        edge = theme().scaled(16)
        width = edge + 7 + metrics.horizontalAdvance(self._words)
        left = (self.width() - width) / 2
        line = QRectF(left, _PICTURE.height() + 6, width, self.height() - _PICTURE.height() - 6)
        mark = QRectF(left, line.center().y() - edge / 2, edge, edge)
        painter.setPen(QPen(theme().colour("accent" if chosen else "border_strong"), 1.2))
        painter.setBrush(theme().colour("surface"))
        if chosen:
            painter.setPen(QPen(theme().colour("accent"), edge * 0.31))
            inset = edge * 0.155
            painter.drawEllipse(mark.adjusted(inset, inset, -inset, -inset))
        else:
            painter.drawEllipse(mark)
        painter.setPen(theme().colour("text"))
        painter.drawText(
            line.adjusted(edge + 7, 0, 4, 0), Qt.AlignmentFlag.AlignVCenter, self._words
        )


class SchemeChoice(QWidget):
    """One of system, light and dark; one stop in the tab order, arrows move inside.

    Signals:
        chosen(str): ``system``, ``light`` or ``dark``; not sent by ``choose``.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Theme")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.MEDIUM)
        self._group = QButtonGroup(self)
        self.buttons = {key: _SchemeButton(key, words) for key, words in _CHOICES}
        for button in self.buttons.values():
            self._group.addButton(button)
            button.clicked.connect(self._tell)
            button.step_wanted.connect(self._step)
            line.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.choose("system")

    @property
    def key(self) -> str:
        """What is chosen."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Show a scheme as chosen without telling anyone.

        Raises:
            KeyError: there is no such scheme.
        """
        self.buttons[key].setChecked(True)
        for button in self.buttons.values():
            stop = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[key])

    @Slot()
    def _tell(self) -> None:
        self.choose(self.key)
        self.chosen.emit(self.key)

    @Slot(int)
    def _step(self, step: int) -> None:
        keys = [key for key, _ in _CHOICES]
        place = min(max(keys.index(self.key) + step, 0), len(keys) - 1)
        button = self.buttons[keys[place]]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        if not button.isChecked():
            button.click()
