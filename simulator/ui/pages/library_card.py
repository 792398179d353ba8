"""The cards of the library: a scenario that can be played, and one that cannot."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from simulator.core.progress.library import LibraryEntry
from simulator.ui.pages.broken import BrokenScenario
from simulator.ui.pages.customer_face import face_description
from simulator.ui.pages.library_words import (
    CHANNEL_ICONS,
    CHANNEL_WORDS,
    SKILL_ICONS,
    first_words,
    spoken_card,
    state_tag,
    trade_words,
)
from simulator.ui.pages.short_text import draw_lines
from simulator.ui.theme import Radius, theme
from simulator.ui.widgets.face import Face
from simulator.ui.widgets.icon import IconDisc, draw_icon
from simulator.ui.widgets.tags import Difficulty, Tag

_PADDING = 16.0
_FACE = 52
_TEXT_LEFT = _PADDING + _FACE + 13
_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GRID_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


def _line(role: str) -> float:
    return theme().line_height(role)


class LibraryCard(QAbstractButton):
    """A card of the grid: a picture, a title, a name and lines of text; one stop for the keyboard.

    All cards are equally high, whatever they say: text that does not fit ends in an ellipsis and
    stands whole in the tooltip.

    Signals:
        focused: the keyboard has come to this card.
    """

    focused = Signal()

    def __init__(self, title: str, name: str, words: str, picture: QWidget) -> None:
        super().__init__()
        self._title, self._name, self._words = title, name, words
        self._picture = picture
        self._take(picture)
        picture.move(round(_PADDING), 15)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("focus_radius", Radius.CARD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip("")
        theme().changed.connect(self.follow_theme)

    @property
    def title(self) -> str:
        """The title as it is shown."""
        return self._title

    @Slot()
    def follow_theme(self) -> None:
        """Measure and draw again."""
        self.updateGeometry()
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        """Give a card of the usual width."""
        return QSize(round(theme().scaled(324)), round(self._bottom() + _PADDING - 3))

    def minimumSizeHint(self) -> QSize:
        """Give the narrowest card that can be read."""
        return QSize(round(theme().scaled(220)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter and Space; leave the arrows to the grid."""
        if event.key() in _OWN_KEYS:
            self.click()
        elif event.key() in _GRID_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the grid where the keyboard is."""
        super().focusInEvent(event)
        self.focused.emit()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Put the parts in their places."""
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card and what is text on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        self._draw_head(painter)
        self._draw_foot(painter)
        painter.end()

    def _take(self, part: QWidget) -> None:
        part.setParent(self)
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _words_top(self) -> float:
        return 14 + max(2 * _line("h3") + _line("small"), _FACE) + 6

    def _meta_top(self) -> float:
        return self._words_top() + 2 * _line("small") + 9

    def _foot_top(self) -> float:
        return self._meta_top() + _line("small") + 10

    def _bottom(self) -> float:
        return self._foot_top() + max(theme().scaled(22), _line("small"))

    def _place(self) -> None:
        """Move the parts that are widgets; a card without more has none but its picture."""
        left = round(_PADDING)
        if self._mirrored:
            left = self.width() - left - self._picture.sizeHint().width()
        self._picture.setGeometry(left, 15, _FACE, _FACE)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _box(self, left: float, top: float, width: float, height: float) -> QRectF:
        if self._mirrored:
            left = self.width() - left - width
        return QRectF(left, top, width, height)

    def _draw_ground(self, painter: QPainter) -> None:
        lifted = self.underMouse() or self.isDown()
        painter.setPen(QPen(theme().colour("border_control" if lifted else "border"), 1.0))
        painter.setBrush(theme().colour("hover" if self.isDown() else "surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, Radius.CARD, Radius.CARD)

    def _draw_head(self, painter: QPainter) -> None:
        room = self.width() - _TEXT_LEFT - _PADDING
        top = 14.0
        box = self._box(_TEXT_LEFT, top, room, 2 * _line("h3"))
        lines = draw_lines(painter, box, self._title, "h3", "text", most=2)
        box = self._box(_TEXT_LEFT, top + lines * _line("h3"), room, _line("small"))
        draw_lines(painter, box, self._name, "small", "text2", most=1)
        box = self._box(
            _PADDING, self._words_top(), self.width() - 2 * _PADDING, 2 * _line("small")
        )
        draw_lines(painter, box, self._words, "small", "text2", most=2)

    def _draw_foot(self, painter: QPainter) -> None:
        """Draw what stands below the words."""


class ScenarioCard(LibraryCard):
    """A scenario that can be played.

    Signals:
        opened(LibraryEntry): the trainee chose the card.
        begun_anew(LibraryEntry): the trainee wants the briefing although a contact is unfinished.
    """

    opened = Signal(object)
    begun_anew = Signal(object)

    def __init__(self, entry: LibraryEntry) -> None:
        scenario = entry.scenario
        customer = scenario.customer
        face = Face(face_description(customer.face.model_dump()), "calm", _FACE, name=customer.name)
        super().__init__(scenario.title, customer.name, first_words(entry), face)
        self.entry = entry
        self._tag = Tag(*state_tag(entry))
        self._difficulty = Difficulty(*entry.difficulty)
        self._take(self._tag)
        self._take(self._difficulty)
        self.setAccessibleName(spoken_card(entry))
        self.setAccessibleDescription(f"{first_words(entry)} {trade_words(scenario.trade)}")
        self.clicked.connect(self._open)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to begin anew where a contact is unfinished."""
        if self.entry.resume_id is None:
            return
        menu = QMenu(self)
        menu.addAction(f"Continue at turn {self.entry.resume_turn}", self._open)
        menu.addAction("Begin again from the briefing", self._begin_anew)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.entry)

    @Slot()
    def _begin_anew(self) -> None:
        self.begun_anew.emit(self.entry)

    def _place(self) -> None:
        super()._place()
        top = self._foot_top()
        self._shorten_tag()
        tag = self._tag.sizeHint()
        box = self._box(_PADDING, top, tag.width(), tag.height())
        self._tag.setGeometry(box.toRect())
        bars = self._difficulty.sizeHint()
        left = self._word_left() - 6 - bars.width()
        middle = top + tag.height() / 2
        box = self._box(left, middle - bars.height() / 2 - 0.5, bars.width(), bars.height())
        self._difficulty.setGeometry(box.toRect())

    def _shorten_tag(self) -> None:
        """Say "Turn 3" where "Turn 3 of about 6" has no room beside the difficulty."""
        words, status, icon = state_tag(self.entry)
        self._tag.set_tag(words, status, icon)
        room = self._word_left() - self._difficulty.sizeHint().width() - 14 - _PADDING
        if self._tag.sizeHint().width() > room:
            self._tag.set_tag(words.partition(" of ")[0], status, icon)

    def _word_left(self) -> float:
        word = QFontMetricsF(theme().font("small")).horizontalAdvance(self.entry.difficulty[1])
        return self._icons_left() - 20 - word

    def _icons_left(self) -> float:
        count = len(self.entry.scenario.trains)
        return self.width() - _PADDING - count * theme().scaled(16) - (count - 1) * 6

    def _draw_foot(self, painter: QPainter) -> None:
        self._draw_meta(painter)
        self._draw_level_and_skills(painter)

    def _draw_meta(self, painter: QPainter) -> None:
        scenario = self.entry.scenario
        top, height = self._meta_top(), _line("small")
        font = theme().font("small")
        metrics = QFontMetricsF(font)
        language = scenario.language.upper()
        right = self.width() - _PADDING - metrics.horizontalAdvance(language)
        self._write(painter, font, language, right, top)
        minutes = f"{scenario.minutes} min"
        icon = theme().scaled(15)
        clock = 10 + icon + 5 + metrics.horizontalAdvance(minutes)
        left = self._icon(painter, CHANNEL_ICONS[scenario.channel], _PADDING, top)
        left = self._write(painter, font, CHANNEL_WORDS[scenario.channel], left, top) + 10
        room = right - 10 - clock - left
        trade = metrics.elidedText(
            trade_words(scenario.trade), Qt.TextElideMode.ElideRight, max(room, 0)
        )
        left = self._write(painter, font, trade, left, top) + 10
        left = self._icon(painter, "clock", left, top)
        self._write(painter, font, minutes, left, top, height)

    def _draw_level_and_skills(self, painter: QPainter) -> None:
        top = self._foot_top()
        height = float(self._tag.height())
        font = theme().font("small")
        self._write(painter, font, self.entry.difficulty[1], self._word_left(), top, height)
        left = self._icons_left()
        painter.setPen(QPen(theme().colour("divider"), 1.0))
        line = self._box(left - 10.5, top + 1, 1, height - 2)
        painter.drawLine(line.topLeft(), line.bottomLeft())
        edge = theme().scaled(16)
        for skill in self.entry.scenario.trains:
            role = SKILL_ICONS[skill]
            draw_icon(painter, role, role, self._box(left, top, edge, height), edge)
            left += edge + 6

    def _icon(self, painter: QPainter, name: str, left: float, top: float) -> float:
        edge = theme().scaled(15)
        draw_icon(painter, name, "text2", self._box(left, top, edge, _line("small")), edge)
        return left + edge + 5

    def _write(
        self,
        painter: QPainter,
        font: QFont,
        text: str,
        left: float,
        top: float,
        height: float = 0.0,
    ) -> float:
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(text)
        box = self._box(left, top, width, height or _line("small"))
        painter.setFont(font)
        painter.setPen(theme().colour("text2"))
        painter.drawText(
            QPointF(box.left(), round(box.center().y() + metrics.capHeight() / 2)), text
        )
        return left + width


class BrokenCard(LibraryCard):
    """A scenario whose file is at fault. Only trainers are told where, and can open it.

    Signals:
        opened(BrokenScenario): the trainer wants to see what is wrong.
    """

    opened = Signal(object)

    def __init__(self, broken: BrokenScenario, *, is_trainer: bool) -> None:
        sentence = (
            "This file can’t be opened as it stands. Press Enter to see why."
            if is_trainer
            else "This scenario is being repaired. Try another one meanwhile."
        )
        super().__init__(
            broken.title,
            "Can’t be opened" if is_trainer else "Being repaired",
            sentence,
            IconDisc(
                "error" if is_trainer else "clock",
                "negative" if is_trainer else "text2",
                _FACE,
                "negative_tint" if is_trainer else "sunken",
            ),
        )
        self.broken = broken
        self._is_trainer = is_trainer
        self._tag = (
            Tag(broken.place, "negative", "error")
            if is_trainer
            else Tag("Being repaired", "neutral")
        )
        self._take(self._tag)
        place = f", {broken.place}" if is_trainer else ""
        self.setAccessibleName(f"{broken.title}. {sentence}{place}")
        self.clicked.connect(self._open)

    @property
    def tag_text(self) -> str:
        """What the tag says."""
        return self._tag.text

    @Slot()
    def _open(self) -> None:
        if self._is_trainer:
            self.opened.emit(self.broken)

    def _place(self) -> None:
        super()._place()
        tag = self._tag.sizeHint()
        box = self._box(_PADDING, self._foot_top(), tag.width(), tag.height())
        self._tag.setGeometry(box.toRect())
