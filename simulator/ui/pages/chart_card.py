"""A card that shows the same numbers twice: as lines over time, and as a table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import small
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.chart import TrendChart
from simulator.ui.widgets.text import label


class ChartCard(Panel):
    """A chart and the table of its numbers; a button and the key T swap them."""

    def __init__(
        self, title: str, table_name: str, height: int, parent: QWidget | None = None
    ) -> None:
        """Build a card without numbers.

        Args:
            title: the line at its top.
            table_name: what the table holds, for screen readers.
            height: the least height of chart and table, in pixels at 100 % text.
            parent: the widget this one lies in.
        """
        super().__init__("card", 0, parent)
        self.setProperty("panel", True)
        self.body.setContentsMargins(18, Space.CARD, 18, 14)
        self._height = height
        self.chart = TrendChart()
        self.chart.table_wanted.connect(self.swap)
        self.table = _quiet_table(table_name)
        self._twins = QStackedWidget()
        self._twins.addWidget(self.chart)
        self._twins.addWidget(self.table)
        self.twin_button = small("Show as table", "panel", kind="quiet")
        self.twin_button.setToolTip("T")
        self.twin_button.clicked.connect(self.swap)
        head = QHBoxLayout()
        head.addWidget(label(title, "h3"))
        head.addStretch(1)
        head.addWidget(self.twin_button)
        self.body.addLayout(head)
        self.body.addWidget(self._twins, 1)
        shortcut = QShortcut(QKeySequence("T"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.swap)
        theme().changed.connect(self._fit)
        self._fit()

    @property
    def shows_table(self) -> bool:
        """Whether the table is shown rather than the lines."""
        return self._twins.currentWidget() is self.table

    def show_rows(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Fill the table.

        Args:
            head: what stands over each column.
            rows: as many cells each as the head has.
        """
        self.table.setColumnCount(len(head))
        self.table.setHorizontalHeaderLabels(list(head))
        self.table.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(cell))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)

    @Slot()
    def swap(self) -> None:
        """Show the table instead of the lines, or the other way round."""
        before: QWidget = self.chart
        after: QWidget = self.table
        if self.shows_table:
            before, after = after, before
        had_focus = before.hasFocus()
        self._twins.setCurrentWidget(after)
        self.twin_button.setText("Show as chart" if self.shows_table else "Show as table")
        if had_focus:
            after.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _fit(self) -> None:
        self._twins.setMinimumHeight(round(theme().scaled(self._height)))


def _quiet_table(name: str) -> QTableWidget:
    table = QTableWidget()
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    return table
