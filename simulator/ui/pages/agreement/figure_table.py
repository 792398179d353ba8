"""A small table to read: as high as its rows, walked through with the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from simulator.ui.pages.agreement.words import Row
from simulator.ui.theme import theme

_NARROWEST_COLUMN = 72
_LOWEST_ROW = 34
_PADDING = 12


class FigureTable(QTableWidget):
    """Names at the leading edge, figures in columns, headings across all of them.

    It is never scrolled up and down: the page is. Where even its narrowest form is wider than its
    place, it scrolls sideways.
    """

    def __init__(self, name: str, head: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._head = tuple(head)
        self.setColumnCount(len(self._head))
        self.setHorizontalHeaderLabels(list(self._head))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self._set_up_columns()
        self.horizontalHeader().geometriesChanged.connect(self._fit)
        theme().changed.connect(self._follow_theme)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.clearSpans()
        self.setRowCount(len(rows))
        heading = ""
        for place, row in enumerate(rows):
            if row.cells:
                self._fill(place, row, heading)
            else:
                heading = row.name
                self._fill_heading(place, row.name)
        self._fit()

    def sizeHint(self) -> QSize:
        """Give the height of all rows."""
        return QSize(super().sizeHint().width(), self._whole_height())

    def minimumSizeHint(self) -> QSize:
        """Give the height of all rows, at any width."""
        return QSize(0, self._whole_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the rows as high as their words need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(round(theme().scaled(_NARROWEST_COLUMN)))

    def _fill(self, place: int, row: Row, heading: str) -> None:
        for column, words in enumerate((row.name, *row.cells)):
            item = QTableWidgetItem(words)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
            if column:
                about = self._head[column].replace("\n", " ")
                spoken = ", ".join(filter(None, (heading, row.name, about)))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{spoken}: {words}")
            self.setItem(place, column, item)

    def _fill_heading(self, place: int, words: str) -> None:
        item = QTableWidgetItem(words)
        item.setFont(theme().font("label"))
        self.setItem(place, 0, item)
        self.setSpan(place, 0, 1, self.columnCount())

    @Slot()
    def _follow_theme(self) -> None:
        for place in range(self.rowCount()):
            item = self.item(place, 0)
            if item is not None and self.columnSpan(place, 0) > 1:
                item.setFont(theme().font("label"))
        self._set_up_columns()
        self._fit()

    @Slot()
    def _fit(self) -> None:
        # Not resizeRowsToContents: it forgets the style sheet's padding, and cuts wrapped words.
        for place in range(self.rowCount()):
            self.setRowHeight(place, max(self._lowest, self._words_height(place) + _PADDING))
        self.updateGeometry()

    @property
    def _lowest(self) -> int:
        return round(theme().scaled(_LOWEST_ROW))

    def _words_height(self, place: int) -> int:
        item = self.item(place, 0)
        if item is None:
            return 0
        is_heading = self.columnSpan(place, 0) > 1
        width = self.viewport().width() if is_heading else self.columnWidth(0)
        metrics = QFontMetrics(item.font() if is_heading else self.font())
        room = QRect(0, 0, max(width - 2 * _PADDING, 1), 10_000)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text()).height()

    def _whole_height(self) -> int:
        bar = self.horizontalScrollBar()
        taken = bar.sizeHint().height() if bar.maximum() > 0 else 0
        rows = self.verticalHeader().length()
        head = self.horizontalHeader().sizeHint().height()
        return rows + head + taken + 2 * self.frameWidth()
