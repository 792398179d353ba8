"""The customer's face: any of twelve feelings on any person, moving between them."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import Duration, theme
from simulator.ui.widgets.face_data import (
    MOOD_NAMES,
    FaceNumbers,
    Person,
    face_numbers,
    feeling_id,
    feeling_ids,
    feeling_label,
    feeling_looks,
    mood_step,
    person,
    person_ids,
)
from simulator.ui.widgets.face_paint import draw_person
from simulator.ui.widgets.glyph import GlyphLabel, feeling_glyph
from simulator.ui.widgets.painted import Painted

__all__ = [
    "MOOD_NAMES",
    "Face",
    "GlyphLabel",
    "feeling_glyph",
    "feeling_id",
    "feeling_ids",
    "feeling_label",
    "mood_step",
    "person_ids",
]


@lru_cache(maxsize=128)
def _still(who: Person, numbers: FaceNumbers, pixels: int, ratio: float, dark: bool) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_person(painter, QRectF(0, 0, pixels, pixels), who, numbers, dark=dark)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class Face(Painted):
    """A customer's face.

    Until ``set_knows_feeling(True)`` the accessible name tells only what is seen on the face,
    because naming the feeling is the trainee's work.
    """

    def __init__(
        self,
        description: str | Mapping[str, Any],
        feeling: str = "calm",
        size: int = 168,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show a person.

        Args:
            description: one of the twelve people, or a description; see ``face_data.person``.
            feeling: what the face shows first.
            size: of the edge, in logical pixels: 168, 96, 60, 52 or 32. Faces do not grow with
                the text.
            name: of the customer; the person's own name if left out.
            parent: the widget this one lies in.

        Raises:
            KeyError: no such person or feeling.
        """
        super().__init__(parent)
        self._person = person(description)
        self._customer_name = name or self._person.name
        self._feeling = feeling_id(feeling)
        self._shown = self._start = face_numbers(self._feeling)
        self._size = size
        self._knows_feeling = False
        self._movement = QVariantAnimation(self)
        self._movement.setStartValue(0.0)
        self._movement.setEndValue(1.0)
        self._movement.setDuration(Duration.FACE)
        self._movement.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._movement.valueChanged.connect(self._move)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name_it()

    @property
    def feeling(self) -> str:
        """The id of the feeling shown, or moved to."""
        return self._feeling

    def show_feeling(self, feeling: str, *, animate: bool = True) -> None:
        """Move to a feeling, at once with less motion or while out of sight.

        Raises:
            KeyError: no such feeling.
        """
        wanted = feeling_id(feeling)
        self._movement.stop()
        self._feeling = wanted
        self._name_it()
        if animate and self.isVisible() and not theme().less_motion:
            self._start = self._shown
            self._movement.start()
        else:
            self._shown = face_numbers(wanted)
            self.update()

    def show_person(self, description: str | Mapping[str, Any], *, name: str = "") -> None:
        """Show somebody else with the same feeling."""
        self._person = person(description)
        self._customer_name = name or self._person.name
        self._name_it()
        self.update()

    def set_knows_feeling(self, knows: bool) -> None:
        """Let the accessible name tell the feeling, or only what is seen."""
        self._knows_feeling = knows
        self._name_it()

    def sizeHint(self) -> QSize:
        """Give the edge."""
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        """Give the edge."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the person in the middle, from a kept picture while the face is still."""
        edge = min(self.width(), self.height())
        box = QRectF((self.width() - edge) / 2, (self.height() - edge) / 2, edge, edge)
        painter = self.painter()
        if self._movement.state() is QVariantAnimation.State.Running:
            draw_person(painter, box, self._person, self._shown, dark=theme().is_dark)
        else:
            ratio = self.devicePixelRatioF()
            picture = _still(self._person, self._shown, round(edge * ratio), ratio, theme().is_dark)
            painter.drawPixmap(box.topLeft(), picture)
        painter.end()

    @Slot(object)
    def _move(self, share: float) -> None:
        self._shown = self._start.towards(face_numbers(self._feeling), share)
        self.update()

    def _name_it(self) -> None:
        looks = feeling_looks(self._feeling)
        if self._knows_feeling:
            looks = f"{feeling_label(self._feeling).lower()}: {looks}"
        name = f"{self._customer_name}, {looks}" if self._customer_name else looks
        self.setAccessibleName(name)
