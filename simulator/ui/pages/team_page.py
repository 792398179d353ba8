"""The team: what trainees have finished, those first who need a trainer."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from simulator.core.progress.profile import AttemptSummary
from simulator.ui.pages.filter_chip import FilterChip
from simulator.ui.pages.search_field import SearchField
from simulator.ui.pages.team.attempt_table import (
    TITLES,
    AttemptSorter,
    AttemptTable,
    Column,
    Need,
    need_of,
)
from simulator.ui.pages.team.cells import AttemptCells, AttemptHeader
from simulator.ui.room import Room, room_of
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import Button, link, small
from simulator.ui.widgets.card import FlowLayout, Panel
from simulator.ui.widgets.choices import Chip
from simulator.ui.widgets.notices import EmptyState, announce
from simulator.ui.widgets.tags import KeyCap
from simulator.ui.widgets.text import label

_ROW, _HEAD = 46, 38
_SEARCH_WIDTH = 200
_ORDER_WORDS = {Column.REVIEW: "need", Column.WHEN: "newest"}
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AttemptView(QTableView):
    """The table; one whole row is current, Enter or a double click opens it.

    Signals:
        opened(QModelIndex): a row is to be opened.
    """

    opened = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(AttemptCells(self))
        self.setHorizontalHeader(AttemptHeader(self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QTableView { background: transparent; }")
        self.setAccessibleName("Finished conversations")
        self.doubleClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row with Enter."""
        if event.key() in _OPENS and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class TeamPage(QWidget):
    """A trainer's first look at everybody's finished conversations.

    Signals:
        attempt_chosen(str): the id of the attempt to review.
    """

    attempt_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._table = AttemptTable(self)
        self._sorter = AttemptSorter(self)
        self._sorter.setSourceModel(self._table)
        self._attempts: tuple[AttemptSummary, ...] = ()
        self.person = FilterChip("person", "Person")
        self.empty: EmptyState | None = None
        self._build()
        theme().changed.connect(self._measure_rows)

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the attempts as shown: filtered, and in their order."""
        rows = range(self._sorter.rowCount())
        return tuple(self._sorter.attempt(row).id for row in rows)

    def show_attempts(self, attempts: tuple[AttemptSummary, ...], now: datetime) -> None:
        """Show the finished attempts of everybody.

        Args:
            attempts: in any order; those not finished are left out.
            now: tells which day is today.
        """
        chosen = self._chosen_id()
        self._attempts = tuple(attempt for attempt in attempts if attempt.is_finished)
        self._offer_names()
        self._table.show_attempts(self._attempts, now)
        self._narrow()
        self._measure_rows()
        self._choose(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the margins the window has room for."""
        super().resizeEvent(event)
        self._fit_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the table."""
        super().showEvent(event)
        self._fit_room()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(Space.MEDIUM)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(label("Team", "display"))
        self._sentence = label("", "body", "text2", wrap=True)
        head.addWidget(self._sentence)
        self._column.addLayout(head)
        self._column.addWidget(self._build_filters())
        self._body = QStackedWidget()
        self._body.addWidget(self._build_table())
        self._column.addWidget(self._body, 1)

    def _build_filters(self) -> QWidget:
        self._filters = QWidget()
        line = QHBoxLayout(self._filters)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SMALL)
        holder = QWidget()
        self._chips = FlowLayout(holder)
        self._chips.setContentsMargins(0, 4, 0, 0)
        self.search = SearchField("Find a person")
        self.search.setFixedWidth(round(theme().scaled(_SEARCH_WIDTH)))
        self.search.textChanged.connect(self._narrow)
        self.person.values_changed.connect(self._narrow)
        self.to_review = Chip("To review", icon="clock", shows_tick=True)
        self.to_review.toggled.connect(self._narrow)
        self._clear = link("Clear")
        self._clear.clicked.connect(self.clear_filters)
        self.sort_button = Button("Sorted by need", size="small", icon="sort", opens_menu=True)
        self.sort_button.setAccessibleDescription("Order, opens a menu")
        self.sort_button.clicked.connect(self._open_sort_menu)
        self.sort_menu = QMenu(self.sort_button)
        for column in Column:
            action = self.sort_menu.addAction(TITLES[column])
            action.setData(int(column))
            action.setCheckable(True)
            action.setChecked(column is Column.REVIEW)
        self.sort_menu.triggered.connect(self._take_order)
        line.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(holder, 1)
        for widget in (self.person, self.to_review, self.sort_button, self._clear):
            self._chips.addWidget(widget)
        return self._filters

    def _build_table(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        self._card = Panel("card", 1)
        self._card.body.setContentsMargins(1, 1, 1, 5)
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.view = AttemptView()
        self.view.setModel(self._sorter)
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(Column.REVIEW, Qt.SortOrder.AscendingOrder)
        self.view.opened.connect(self._open)
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._tell_order)
        self._card.body.addWidget(self.view)
        column.addWidget(self._card, 1)
        column.addLayout(self._build_foot())
        column.addStretch()
        return holder

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(Space.SMALL)
        self._count = label("", "small", "text2")
        foot.addWidget(self._count)
        foot.addStretch()
        foot.addWidget(KeyCap("Enter"))
        foot.addWidget(label("open", "small", "text2"))
        return foot

    def _offer_names(self) -> None:
        names = {attempt.profile_name for attempt in self._attempts}
        self.person.set_values(sorted(names, key=str.casefold))

    # What is shown

    @Slot()
    def _narrow(self) -> None:
        only_to_review = self.to_review.isChecked()
        self._sorter.narrow(self.person.values, self.search.text(), only_to_review=only_to_review)
        self._clear.setVisible(self._sorter.is_narrowed)
        self._filters.setVisible(bool(self._attempts))
        self._sentence.setText(self._summary())
        self._sentence.setVisible(bool(self._attempts))
        shown, total = self._sorter.rowCount(), len(self._attempts)
        self._count.setText(f"{shown} of {total} scorecards")
        self._show_body()
        self._measure_rows()

    def _summary(self) -> str:
        people = len({attempt.profile_id for attempt in self._attempts})
        needs = [need_of(attempt) for attempt in self._attempts]
        asked, waiting = needs.count(Need.ASKED), needs.count(Need.NOT_REVIEWED)
        who = "1 person" if people == 1 else f"{people} people"
        return f"{who}. {asked} asked for a review, {waiting} not reviewed yet."

    def _show_body(self) -> None:
        if self.empty is not None:
            self._body.removeWidget(self.empty)
            # Freed later: the click of its own button may still be on the stack.
            self.empty.deleteLater()
            self.empty = None
        if self._sorter.rowCount() == 0:
            self.empty = self._empty_state()
            self._body.addWidget(self.empty)
        self._body.setCurrentIndex(self._body.count() - 1)

    def _empty_state(self) -> EmptyState:
        if not self._attempts:
            sentence = (
                "People appear when they make a profile on this computer and finish a "
                "conversation. Their scorecards then wait for you here."
            )
            return EmptyState("people", "Nobody here yet", sentence)
        everything = small("Show all scorecards")
        everything.clicked.connect(self.clear_filters)
        if self._only_to_review_is_on():
            sentence = "Every scorecard has been reviewed. New ones appear here."
            return EmptyState("check", "Nothing waits for you", sentence, (everything,))
        return EmptyState("search", "Nothing found", "Try another name or filter.", (everything,))

    def _only_to_review_is_on(self) -> bool:
        return self.to_review.isChecked() and all(
            need_of(attempt) is Need.REVIEWED for attempt in self._attempts
        )

    @Slot()
    def _measure_rows(self) -> None:
        row, head = round(theme().scaled(_ROW)), round(theme().scaled(_HEAD))
        self.view.verticalHeader().setDefaultSectionSize(row)
        self.view.resizeColumnsToContents()
        scroll_bar = self.view.horizontalScrollBar()
        below = scroll_bar.sizeHint().height() if scroll_bar.maximum() else 0
        height = head + max(self._sorter.rowCount(), 1) * row + below + 8
        self._card.setMaximumHeight(height)

    @Slot()
    def _fit_room(self) -> None:
        room = room_of(self)
        margin = room.margin
        self._column.setContentsMargins(margin - 4, Space.WIDE, margin, Space.CARD)
        self.search.setFixedWidth(round(theme().scaled(_SEARCH_WIDTH)))
        header = self.view.horizontalHeader()
        stretches = room is not Room.COMPACT
        mode = QHeaderView.ResizeMode
        header.setSectionResizeMode(
            Column.SCENARIO, mode.Stretch if stretches else mode.Interactive
        )
        self.view.setColumnHidden(Column.MODE, room is not Room.WIDE)

    # Wishes

    @Slot()
    def clear_filters(self) -> None:
        """Show all scorecards again."""
        self.search.clear()
        self.person.tick(())
        self.to_review.setChecked(False)
        self._narrow()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.attempt_chosen.emit(self._sorter.attempt(index.row()).id)

    def _chosen_id(self) -> str | None:
        index = self.view.currentIndex()
        return self._sorter.attempt(index.row()).id if index.isValid() else None

    def _choose(self, attempt_id: str | None) -> None:
        order = self.order
        if order:
            row = order.index(attempt_id) if attempt_id in order else 0
            self.view.selectRow(row)

    @Slot(int, Qt.SortOrder)
    def _tell_order(self, column: int, order: Qt.SortOrder) -> None:
        words = f"Sorted by {_ORDER_WORDS.get(Column(column), TITLES[column].lower())}"
        self.sort_button.setText(words)
        for action in self.sort_menu.actions():
            action.setChecked(action.data() == column)
        rising = order == Qt.SortOrder.AscendingOrder
        self._measure_rows()
        announce(self, f"{words}, {'ascending' if rising else 'descending'}")

    @Slot()
    def _open_sort_menu(self) -> None:
        self.sort_menu.popup(self.sort_button.mapToGlobal(QPoint(0, self.sort_button.height() + 4)))

    @Slot(QAction)
    def _take_order(self, action: QAction) -> None:
        self._sort_by(action.data())

    def _sort_by(self, column: int) -> None:
        header = self.view.horizontalHeader()
        is_again = header.sortIndicatorSection() == column
        was_rising = header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        falls = is_again and was_rising
        order = Qt.SortOrder.DescendingOrder if falls else Qt.SortOrder.AscendingOrder
        self.view.sortByColumn(column, order)
