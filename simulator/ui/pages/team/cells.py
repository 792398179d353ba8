"""How the cells and the header of the team table are drawn."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QRegion
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from simulator.core.progress.profile import AttemptSummary
from simulator.ui.pages.scorecard.words import SKILL_ROLES
from simulator.ui.pages.team.attempt_table import (
    ATTEMPT,
    SKILL_COLUMNS,
    TITLES,
    Column,
    Need,
    need_of,
)
from simulator.ui.theme import Radius, theme
from simulator.ui.widgets.icon import draw_icon
from simulator.ui.widgets.initials import Initials
from simulator.ui.widgets.tags import Tag
from simulator.ui.widgets.text_lines import elide

_PADDING = 9.0
_DISC, _DISC_GAP = 28, 10
_ROW, _HEAD = 46, 38
_BAR = 3.0
_WIDEST_SCENARIO, _WIDEST_NAME = 230, 160

_NEED_LOOKS = {Need.ASKED: ("info", "clock"), Need.REVIEWED: ("positive", "ok")}


def pictured(widget: QWidget, ratio: float) -> QPixmap:
    """Draw a small widget into a picture without its ground."""
    widget.resize(widget.sizeHint())
    picture = QPixmap(widget.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    children = QWidget.RenderFlag.DrawChildren
    widget.render(picture, QPoint(), QRegion(), children)
    return picture


class AttemptCells(QStyledItemDelegate):
    """Draws a row: initials and name, plain text, numbers in ink, the state as a tag."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures: dict[tuple[str, float], QPixmap] = {}
        theme().changed.connect(self._pictures.clear)

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give the room of the text and what stands before it."""
        column = Column(index.column())
        width = QFontMetricsF(_font_of(column)).horizontalAdvance(str(index.data()))
        if column is Column.PERSON:
            width = min(width, theme().scaled(_WIDEST_NAME)) + theme().scaled(_DISC) + _DISC_GAP
        elif column is Column.REVIEW:
            width += theme().scaled(13) + 22
        elif column is Column.SCENARIO:
            width = min(width, theme().scaled(_WIDEST_SCENARIO))
        return QSize(round(width + 2 * _PADDING) + 1, round(theme().scaled(_ROW)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground, the line below and the contents."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        self._draw_ground(painter, option, index)
        column = Column(index.column())
        inside = QRectF(box).adjusted(_PADDING, 0, -_PADDING, 0)
        attempt: AttemptSummary = index.data(ATTEMPT)
        if column is Column.PERSON:
            self._draw_person(painter, inside, attempt.profile_name)
        elif column is Column.REVIEW and need_of(attempt) in _NEED_LOOKS:
            self._draw_tag(painter, inside, need_of(attempt))
        else:
            colour = "text" if column in (*SKILL_COLUMNS, Column.SCENARIO) else "text2"
            _draw_text(painter, inside, str(index.data()), _font_of(column), colour)
        painter.restore()

    def _draw_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box: QRect = option.rect
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, theme().colour("selected" if is_selected else "surface"))
        if is_selected and index.column() == 0:
            bar = QRectF(box.left(), box.top(), _BAR, box.height())
            painter.fillRect(bar, theme().colour("accent"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme().colour("divider"))

    def _draw_person(self, painter: QPainter, box: QRectF, name: str) -> None:
        disc = self._picture(painter, f"person {name}", lambda: Initials(name, _DISC))
        edge = theme().scaled(_DISC)
        painter.drawPixmap(QPoint(round(box.left()), round(box.center().y() - edge / 2)), disc)
        words = box.adjusted(edge + _DISC_GAP, 0, 0, 0)
        _draw_text(painter, words, name, _font_of(Column.PERSON), "text")

    def _draw_tag(self, painter: QPainter, box: QRectF, need: Need) -> None:
        status, icon = _NEED_LOOKS[need]
        tag = self._picture(painter, need.label, lambda: Tag(need.label, status, icon))
        height = tag.height() / tag.devicePixelRatio()
        painter.drawPixmap(QPoint(round(box.left()), round(box.center().y() - height / 2)), tag)

    def _picture(self, painter: QPainter, key: str, make: Callable[[], QWidget]) -> QPixmap:
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        if (key, ratio) not in self._pictures:
            self._pictures[key, ratio] = pictured(make(), ratio)
        return self._pictures[key, ratio]


class AttemptHeader(QHeaderView):
    """Column titles; the skills in their colour with their icon, an arrow where it is sorted."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStyleSheet("QHeaderView { background: transparent; }")

    def sizeHint(self) -> QSize:
        """Give the scaled height."""
        return QSize(super().sizeHint().width(), round(theme().scaled(_HEAD)))

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Give the room of icon, title and arrow."""
        width = QFontMetricsF(theme().font("label")).horizontalAdvance(TITLES[section])
        icon = theme().scaled(14) + 5 if section in SKILL_COLUMNS else 0.0
        arrow = theme().scaled(14) + 4 if self.sortIndicatorSection() == section else 0.0
        return QSize(round(width + icon + arrow + 2 * _PADDING), round(theme().scaled(_HEAD)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, round where the card is, then the titles."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("sunken"))
        # Longer than the header, so that only the upper corners are seen.
        ground = QRectF(self.viewport().rect()).adjusted(0, 0, 0, 2 * Radius.CARD)
        painter.drawRoundedRect(ground, Radius.CARD - 1, Radius.CARD - 1)
        painter.end()
        super().paintEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one title."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("border"), 1.0))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        box = QRectF(rect).adjusted(_PADDING, 0, -2, 0)
        colour = "text2"
        if section in SKILL_COLUMNS:
            colour = SKILL_ROLES[SKILL_COLUMNS[Column(section)]]
            edge = theme().scaled(14)
            icon = QRectF(box.left(), box.top(), edge, box.height())
            draw_icon(painter, colour, colour, icon, edge)
            box.adjust(edge + 5, 0, 0, 0)
        font = theme().font("label")
        _draw_text(painter, box, TITLES[section], font, colour)
        if self.sortIndicatorSection() == section:
            width = QFontMetricsF(font).horizontalAdvance(TITLES[section])
            self._draw_arrow(painter, QRectF(box.left() + width + 4, box.top(), 14, box.height()))
        painter.restore()

    def _draw_arrow(self, painter: QPainter, box: QRectF) -> None:
        is_rising = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        edge = theme().scaled(14)
        box.setWidth(edge)
        draw_icon(painter, "arrowup" if is_rising else "arrowdown", "text2", box, edge)


def _font_of(column: Column) -> QFont:
    if column in SKILL_COLUMNS:
        return theme().font("body", weight=600, tabular=True)
    if column is Column.PERSON:
        return theme().font("body", weight=500)
    return theme().font("small")


def _draw_text(painter: QPainter, box: QRectF, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(theme().colour(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elide(text, font, box.width()))
