"""Controls that stay as set: segments, chips and switches."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from simulator.ui.theme import Radius, theme
from simulator.ui.widgets.button_looks import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.glyph import draw_glyph
from simulator.ui.widgets.painted import smooth_painter

_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class _Segment(Button):
    """One button of a segment control; the control decides who is chosen."""

    step_wanted = Signal(int)

    def __init__(self, key: str, text: str, icon: str) -> None:
        super().__init__(text, kind="segment", icon=icon)
        self.key = key
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice with the arrow keys."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if event.key() in _FORWARD + _BACK:
            step = 1 if event.key() in _FORWARD else -1
            across = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            self.step_wanted.emit(-step if mirrored and across else step)
        else:
            super().keyPressEvent(event)


class Segments(QFrame):
    """A row of which exactly one is chosen; one stop in the tab order, arrows move inside.

    Signals:
        chosen(str): the key of the segment the person chose; not sent by ``choose``.
    """

    chosen = Signal(str)

    def __init__(
        self,
        segments: Sequence[tuple[str, str, str]],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Build the row.

        Args:
            segments: key, label and icon name of each; the icon may be empty. The first is chosen.
            name: what the choice is about, for screen readers.
            parent: the widget this one lies in.
        """
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: list[_Segment] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for key, text, icon in segments:
            row.addWidget(self._segment(key, text, icon))
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.choose(segments[0][0])
        theme().changed.connect(self.update)

    @property
    def key(self) -> str:
        """The key of the chosen segment."""
        return next(button.key for button in self._buttons if button.isChecked())

    @Slot(str)
    def choose(self, key: str) -> None:
        """Show a segment as chosen without telling anyone.

        Raises:
            KeyError: no segment has this key.
        """
        self._by_key(key).setChecked(True)
        self._keep_one_tab_stop()

    def set_segment_enabled(self, key: str, *, enabled: bool, reason: str = "") -> None:
        """Let a segment be chosen or not; the reason is its tooltip."""
        button = self._by_key(key)
        button.setEnabled(enabled)
        button.setToolTip(reason)
        button.setAccessibleDescription(reason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well."""
        painter = smooth_painter(self)
        painter.setBrush(theme().colour("sunken"))
        painter.setPen(QPen(theme().colour("border_control"), 1.0))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, Radius.CONTROL, Radius.CONTROL)
        painter.end()

    def _segment(self, key: str, text: str, icon: str) -> _Segment:
        button = _Segment(key, text, icon)
        button.clicked.connect(self._announce)
        button.step_wanted.connect(self._step)
        self._group.addButton(button)
        self._buttons.append(button)
        return button

    def _by_key(self, key: str) -> _Segment:
        for button in self._buttons:
            if button.key == key:
                return button
        raise KeyError(key)

    @Slot()
    def _announce(self) -> None:
        self._keep_one_tab_stop()
        self.chosen.emit(self.key)

    @Slot(int)
    def _step(self, step: int) -> None:
        usable = [button for button in self._buttons if button.isEnabled()]
        place = usable.index(self._by_key(self.key)) + step
        button = usable[min(max(place, 0), len(usable) - 1)]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        if not button.isChecked():
            button.click()

    def _keep_one_tab_stop(self) -> None:
        for button in self._buttons:
            policy = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
            if button.isChecked():
                self.setFocusProxy(button)


class Chip(Button):
    """A small round choice, with a feeling's face or an icon before its label.

    Args:
        text: the label.
        feeling: draws this feeling's line face.
        icon: draws this icon instead.
        shows_tick: set where several chips may be on at once.
        opens_menu: draws an arrow; the chip then only shows whether its filter is on.
    """

    def __init__(
        self,
        text: str,
        *,
        feeling: str = "",
        icon: str = "",
        shows_tick: bool = False,
        opens_menu: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, kind="chip", icon=icon, opens_menu=opens_menu, parent=parent)
        self._feeling, self._shows_tick = feeling, shows_tick
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.updateGeometry)

    def nextCheckState(self) -> None:
        """Leave the state of a menu chip to whoever reads its menu."""
        if not self._opens_menu:
            super().nextCheckState()

    def _lead_width(self) -> float:
        if self._feeling:
            return theme().scaled(18) + 5
        return super()._lead_width()

    def _draw_lead(self, painter: QPainter, left: float, look: Look) -> None:
        if not self._feeling:
            super()._draw_lead(painter, left, look)
            return
        edge = theme().scaled(18)
        box = self._mirrored(QRectF(left - 3, (self.height() - edge) / 2, edge, edge))
        draw_glyph(painter, self._feeling, box, theme().colour(look.ink))

    def _tail_width(self) -> float:
        if self._shows_tick and self.isChecked():
            return 6 + theme().scaled(14)
        return super()._tail_width()

    def _draw_tail(self, painter: QPainter, left: float, look: Look) -> None:
        if self._shows_tick and self.isChecked():
            self._draw_icon(painter, "check", left + 6, look.ink, 14)
        else:
            super()._draw_tail(painter, left, look)


class Switch(QAbstractButton):
    """On or off, at once. The label stands beside it; ``name`` is for screen readers."""

    _WIDTH, _HEIGHT = 38, 22
    _HIT_HEIGHT = 28

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focus_radius", self._HIT_HEIGHT // 2)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Give the track with the room that makes it easy to hit."""
        return QSize(round(theme().scaled(self._WIDTH)), round(theme().scaled(self._HIT_HEIGHT)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn with Enter as well as with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track and knob; the knob's side says on or off without colour."""
        painter = smooth_painter(self)
        height = theme().scaled(self._HEIGHT)
        track = QRectF(0.5, (self.height() - height) / 2 + 0.5, self.width() - 1, height - 1)
        on = self.isChecked()
        faint = not self.isEnabled()
        ground = "accent" if on else "surface"
        edge = "border_control" if faint else ("accent" if on else "border_strong")
        painter.setBrush(theme().colour("border_control" if faint and on else ground))
        painter.setPen(QPen(theme().colour(edge), 1.0))
        painter.drawRoundedRect(track, height / 2, height / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        knob = "on_accent" if on else ("border_control" if faint else "border_strong")
        painter.setBrush(theme().colour(knob))
        radius = height * (0.32 if on else 0.27)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at_right = on != mirrored
        x = track.right() - height / 2 if at_right else track.left() + height / 2
        painter.drawEllipse(QPointF(x, track.center().y()), radius, radius)
        painter.end()
