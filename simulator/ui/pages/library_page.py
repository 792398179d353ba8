"""Scenarios: find one, see how one stands with it, open it."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from simulator.core.progress.library import LibraryEntry
from simulator.ui.pages.broken import BrokenScenario
from simulator.ui.pages.card_grid import CardGrid
from simulator.ui.pages.choice_menu import open_choice_menu
from simulator.ui.pages.filter_chip import FilterChip
from simulator.ui.pages.library_card import BrokenCard, LibraryCard, ScenarioCard
from simulator.ui.pages.library_filters import FACETS, SORTS, LibraryFilter
from simulator.ui.pages.library_words import SKILL_ICONS, SKILL_WORDS
from simulator.ui.pages.page_scroll import ScrollMargins
from simulator.ui.pages.search_field import SearchField
from simulator.ui.pages.stacked import cover
from simulator.ui.room import Room, RoomyPage, room_of
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import Button, link, small
from simulator.ui.widgets.card import FlowLayout, scrolling
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.notices import Banner, EmptyState, announce
from simulator.ui.widgets.text import Label, Run, label

_COUNT_IS_SAID_AFTER_MS = 300
_SEARCH_WIDTH = 272
_HEAD_WIDTH, _HEAD_WITH_A_SHIFT = 620, 740

START_A_SHIFT = "Start a shift"


class LibraryPage(RoomyPage):
    """The scenarios as cards, with search, filters and an order.

    Signals:
        scenario_chosen(str): the id of the scenario whose briefing is wanted.
        resume_chosen(str): the id of the unfinished attempt to continue.
        broken_chosen(str): the path of the faulty file a trainer wants to see.
        folder_wanted: the scenario folder is to be shown.
        shift_wanted: several short contacts in a row are wanted.
    """

    scenario_chosen = Signal(str)
    resume_chosen = Signal(str)
    broken_chosen = Signal(str)
    folder_wanted = Signal()
    shift_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._entries: tuple[LibraryEntry, ...] = ()
        self._broken: tuple[BrokenScenario, ...] = ()
        self._problem, self._folder, self._is_trainer = "", "", False
        self._filter = LibraryFilter()
        self._cards: dict[str, LibraryCard] = {}
        self._broken_cards: list[BrokenCard] = []
        self._say_count = QTimer(self, singleShot=True, interval=_COUNT_IS_SAID_AFTER_MS)
        self._say_count.timeout.connect(self._announce_count)
        self._build()
        self._listen()
        self.setFocusProxy(self._grid)
        for panel in (self._search, self._filters, self._grid):
            panel.setProperty("panel", True)

    @property
    def search_field(self) -> SearchField:
        """The field to find scenarios in."""
        return self._search

    @property
    def shown_titles(self) -> tuple[str, ...]:
        """The titles on the cards shown, in their order."""
        return tuple(card.title for card in self._grid.cards)

    def show_library(
        self,
        entries: tuple[LibraryEntry, ...],
        broken: tuple[BrokenScenario, ...],
        is_trainer: bool,
        problem: str = "",
        folder: str = "",
    ) -> None:
        """Show the scenarios of one person.

        Args:
            entries: the scenarios that can be played, best fit first.
            broken: the files that cannot.
            is_trainer: whether faulty files are named and can be opened.
            problem: why the folder could not be read; empty when it could.
            folder: where scenario files belong, named while there are none.
        """
        self._entries, self._broken = entries, broken
        self._is_trainer, self._problem, self._folder = is_trainer, problem, folder
        current = self._grid.current
        had_focus = current is not None and current.hasFocus()
        kept = next((key for key, card in self._cards.items() if card is current), "")
        self._make_cards()
        for facet, chip in self._chips.items():
            chip.offer(word for entry in entries for word in _FACET[facet].of(entry))
        self._apply(returns_to=self._cards.get(kept))
        if had_focus:
            self._grid.focus_current()

    @Slot(str)
    def show_open_shift(self, place: str) -> None:
        """Offer to go on with a shift that stands at "4 of 8"; empty offers a new one."""
        self.shift_button.setText(f"Go on with your shift ({place})" if place else START_A_SHIFT)
        self.fit_room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the font size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit_room()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = QVBoxLayout()
        self._top.setSpacing(0)
        self._top.addLayout(self._build_head())
        self._top.addSpacing(15)
        self._top.addWidget(self._build_filters())
        self._top.addSpacing(14)
        self._top.addWidget(self._build_count_line())
        column.addLayout(self._top)
        column.addSpacing(8)
        column.addWidget(self._build_body(), 1)

    def _build_head(self) -> QHBoxLayout:
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.MEDIUM)
        self._search = SearchField("Search scenarios", "/")
        self._head.addWidget(label("Scenarios", "display"))
        self._head.addStretch(1)
        self.shift_button = Button(START_A_SHIFT, icon="play")
        self._head.addWidget(self.shift_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._head.addWidget(self._search)
        return self._head

    def _build_filters(self) -> QWidget:
        self._filters = QWidget()
        line = QHBoxLayout(self._filters)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SMALL)
        flow = QWidget()
        chips = FlowLayout(spacing=Space.SMALL)
        flow.setLayout(chips)
        self._chips = {
            facet.key: FilterChip(facet.key, facet.label, facet.words) for facet in FACETS
        }
        for chip in self._chips.values():
            chips.addWidget(chip)
        self._clear = link("Clear 1 filter")
        self._clear.hide()
        chips.addWidget(self._clear)
        self._sort = Button("Best fit for me", size="small", icon="sort", opens_menu=True)
        self._sort.setAccessibleDescription("Order, opens a menu")
        line.addWidget(flow, 1)
        line.addWidget(self._sort, 0, Qt.AlignmentFlag.AlignTop)
        return self._filters

    def _build_count_line(self) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        self._count = label("", "small", "text2")
        line.addWidget(self._count)
        line.addStretch(1)
        self._legend = _legend()
        line.addWidget(self._legend)
        return holder

    def _build_body(self) -> QWidget:
        self._body = QStackedWidget()
        self._grid = CardGrid()
        inside = QWidget()
        column = QVBoxLayout(inside)
        self._banner = Banner("", "caution", action="Show the folder", icon="folder")
        self._banner.action_clicked.connect(self.folder_wanted)
        self._banner.hide()
        column.addWidget(self._banner)
        column.addWidget(self._grid)
        column.addStretch(1)
        area = scrolling(inside)
        self._grid.reached.connect(
            lambda card: area.ensureWidgetVisible(card, Space.SMALL, Space.SMALL)
        )
        self._margins = ScrollMargins(area, column)
        self._body.addWidget(area)
        return self._body

    def _listen(self) -> None:
        self.shift_button.clicked.connect(self.shift_wanted)
        self._search.textChanged.connect(self._find)
        self._search.returnPressed.connect(self._grid.focus_current)
        for chip in self._chips.values():
            chip.values_changed.connect(self._narrow)
        self._clear.clicked.connect(self._clear_filters)
        self._sort.clicked.connect(self._open_sort_menu)
        for keys in (QKeySequence("/"), QKeySequence(QKeySequence.StandardKey.Find)):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._go_to_search)

    def _make_cards(self) -> None:
        self._grid.show_cards(())
        for old in (*self._cards.values(), *self._broken_cards):
            old.deleteLater()
        self._cards = {entry.scenario.id: self._card(entry) for entry in self._entries}
        self._broken_cards = [self._broken_card(broken) for broken in self._broken]

    def _card(self, entry: LibraryEntry) -> ScenarioCard:
        card = ScenarioCard(entry)
        card.opened.connect(self._open)
        card.begun_anew.connect(self._begin_anew)
        return card

    def _broken_card(self, broken: BrokenScenario) -> BrokenCard:
        card = BrokenCard(broken, is_trainer=self._is_trainer)
        card.opened.connect(self._open_broken)
        return card

    def _apply(self, returns_to: LibraryCard | None = None) -> None:
        shown: list[LibraryCard] = [
            self._cards[entry.scenario.id] for entry in self._filter.apply(self._entries)
        ]
        fitting = len(shown)
        if not self._filter.in_use:
            shown += [card for card in self._broken_cards if self._is_found(card)]
        self._grid.show_cards(shown, returns_to)
        self._show_count(fitting)
        self._show_clear()
        self._banner.setVisible(bool(self._problem and self._entries))
        if self._problem:
            self._banner.set_text(self._problem)
        cover(self._body, None if shown else self._empty_state())

    def _is_found(self, card: BrokenCard) -> bool:
        return self._filter.search.casefold().strip() in card.title.casefold()

    def _show_count(self, fitting: int) -> None:
        noun = "scenario" if len(self._entries) == 1 else "scenarios"
        self._count.set_runs(
            [Run(str(fitting), weight=600, colour="text"), Run(f" of {len(self._entries)} {noun}")]
        )
        for part in (self._count, self._search, self._filters, self.shift_button):
            part.setVisible(bool(self._entries))
        self._legend.setVisible(bool(self._entries) and room_of(self) is not Room.COMPACT)
        self._say_count.start()

    def _show_clear(self) -> None:
        count = self._filter.in_use
        self._clear.setText(f"Clear {count} filter" + ("" if count == 1 else "s"))
        self._clear.setVisible(count > 0)

    def _empty_state(self) -> EmptyState:
        if self._problem and not self._entries:
            return self._unreadable()
        return self._nothing_matches() if self._entries else self._no_scenarios()

    def _unreadable(self) -> EmptyState:
        show = small("Show the folder", "folder")
        show.clicked.connect(self.folder_wanted)
        return EmptyState("folder", "The scenarios can’t be read just now", self._problem, (show,))

    def _no_scenarios(self) -> EmptyState:
        show = small("Show the folder", "folder")
        show.clicked.connect(self.folder_wanted)
        folder = f"The folder {self._folder}" if self._folder else "The scenario folder"
        sentence = (
            "The customers you can practise with will stand here. "
            f"{folder} is empty; put scenario files into it and they appear here."
        )
        return EmptyState("library", "No scenarios yet", sentence, (show,))

    def _nothing_matches(self) -> EmptyState:
        clear = small("Clear all", kind="quiet")
        clear.clicked.connect(self._clear_all)
        best = self._filter.best_to_remove(self._entries)
        if best is None:
            words = self._filter.search.strip()
            title = f"Nothing found for “{words}”" if words else "No scenario fits the filters"
            return EmptyState("search", title, "Try fewer words, or another filter.", (clear,))
        facet, count = best
        values = " or ".join(
            f"“{word}”" for word in facet.words if word in self._chips[facet.key].values
        )
        remove = small(f"Remove {values}")
        remove.clicked.connect(lambda: self._narrow(facet.key, frozenset()))
        sentence = f"Removing {values} would show {count}."
        return EmptyState("search", self._headline_of_no_match(), sentence, (remove, clear))

    def _headline_of_no_match(self) -> str:
        count = self._filter.in_use
        words = {1: "this filter", 2: "both filters", 3: "all three filters", 4: "all four filters"}
        return f"No scenario fits {words.get(count, 'all five filters')}"

    @Slot()
    def _announce_count(self) -> None:
        if self.isVisible():
            announce(self, self._count.text())

    @Slot(str)
    def _find(self, text: str) -> None:
        self._filter = LibraryFilter(text, self._filter.chosen, self._filter.sort)
        self._apply()

    @Slot(str, object)
    def _narrow(self, key: str, values: frozenset[str]) -> None:
        self._filter = self._filter.with_values(key, values)
        self._chips[key].tick(values)
        self._apply()

    @Slot()
    def _clear_filters(self) -> None:
        for chip in self._chips.values():
            chip.tick(())
        self._filter = LibraryFilter(self._filter.search, {}, self._filter.sort)
        self._apply()
        self._grid.focus_current()

    @Slot()
    def _clear_all(self) -> None:
        self._search.clear()
        self._clear_filters()

    @Slot()
    def _open_sort_menu(self) -> None:
        choices = [(words, key) for key, (words, _) in SORTS.items()]
        open_choice_menu(self._sort, choices, self._filter.sort, self._sort_by)

    def _sort_by(self, key: str) -> None:
        self._filter = LibraryFilter(self._filter.search, self._filter.chosen, key)
        self._sort.setText(SORTS[key][0])
        self._apply()

    @Slot(object)
    def _open(self, entry: LibraryEntry) -> None:
        if entry.resume_id is not None:
            self.resume_chosen.emit(entry.resume_id)
        else:
            self.scenario_chosen.emit(entry.scenario.id)

    @Slot(object)
    def _begin_anew(self, entry: LibraryEntry) -> None:
        self.scenario_chosen.emit(entry.scenario.id)

    @Slot(object)
    def _open_broken(self, broken: BrokenScenario) -> None:
        self.broken_chosen.emit(broken.path)

    @Slot()
    def _go_to_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def fit_room(self) -> None:
        """Arrange the page for the window as it is now."""
        room = room_of(self)
        margin = room.margin
        self._top.setContentsMargins(margin, 24, margin, 0)
        self._margins.set_margins(margin - 4, 0, margin - 4, Space.WIDE)
        self._search.setFixedWidth(round(theme().scaled(_SEARCH_WIDTH)))
        needed = _HEAD_WIDTH if self.shift_button.text() == START_A_SHIFT else _HEAD_WITH_A_SHIFT
        # A head too wide for the window would else make the page as wide as it needs.
        beside = min(self.width(), self.window().width()) > theme().scaled(needed)
        self._head.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._legend.setVisible(bool(self._entries) and room is not Room.COMPACT)


_FACET = {facet.key: facet for facet in FACETS}


def _legend() -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.TINY)
    for skill, words in SKILL_WORDS.items():
        role = SKILL_ICONS[skill]
        line.addWidget(IconLabel(role, role, 14))
        word: Label = label(words, "small", role)
        line.addWidget(word)
        line.addSpacing(Space.SMALL)
    line.addWidget(label("what it trains most", "small", "text3"))
    return holder
