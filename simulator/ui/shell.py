"""The frame around the pages: sidebar, rail or menu by the room there is."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from simulator.core.progress.profile import Profile
from simulator.ui.room import Room, room_of
from simulator.ui.sidebar import GUEST_NAME, PRACTICE, SETTINGS, TRAINING, Sidebar
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.icon import Logo
from simulator.ui.widgets.initials import Initials
from simulator.ui.widgets.text import label

PANEL = "panel"
"""Set to True on a widget of a page, it makes the widget a stop of F6."""


class _MenuBar(Panel):
    """The line above the page where there is no room for a sidebar.

    Signals:
        menu_wanted: the places are to be shown.
    """

    menu_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("sidebar", 0)
        line = QHBoxLayout()
        line.setContentsMargins(Space.MEDIUM, 6, Space.MEDIUM, 6)
        line.setSpacing(10)
        self.button = Button("Menu", icon="choose")
        self.button.clicked.connect(self.menu_wanted)
        self._initials = Initials(GUEST_NAME, 26)
        line.addWidget(self.button)
        line.addWidget(Logo(18))
        line.addWidget(label("Rapport", "h3"))
        line.addStretch(1)
        line.addWidget(self._initials)
        self.body.addLayout(line)

    def set_name(self, name: str) -> None:
        """Show who is practising."""
        self._initials.set_name(name)
        self._initials.setToolTip(name)


class Shell(QWidget):
    """Holds the pages and leads from one to the other.

    Signals:
        page_wanted(str): the key of a place: ``scenarios``, ``team``, ``settings`` and so on.
        profile_switch_wanted: another person wants to practise.
    """

    page_wanted = Signal(str)
    profile_switch_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.pages = QStackedWidget()
        self.sidebar = Sidebar()
        self.menu_bar = _MenuBar()
        self._is_trainer = False
        self._shows_sidebar = True
        self._keys: dict[str, QWidget] = {}
        self._places: dict[str, str] = {}
        self._focus: dict[QWidget, QWidget] = {}
        self._build()
        self._listen()
        self._fit_room()

    def set_profile(self, profile: Profile | None) -> None:
        """Show who is practising; None is a guest, of whom nothing is kept."""
        self._is_trainer = profile is not None and profile.role == "trainer"
        self.sidebar.set_profile(profile)
        self.menu_bar.set_name(profile.name if profile else GUEST_NAME)

    def add_page(self, key: str, page: QWidget, place: str = "") -> None:
        """Take a page in.

        Args:
            key: its name for ``set_page``.
            page: the page; it gets the focus through its focus proxy when it is shown first.
            place: what the sidebar marks while it is shown, if that is not the key itself.
        """
        self._keys[key] = page
        self._places[key] = place or key
        self.pages.addWidget(page)

    def set_page(self, key: str) -> None:
        """Show a page, with the focus where it was when the page was left.

        Raises:
            KeyError: no page has this key.
        """
        page = self._keys[key]
        self._remember_focus()
        self.pages.setCurrentWidget(page)
        self.sidebar.show_place(self._places[key])
        kept = self._focus.get(page)
        if kept is not None and isValid(kept) and kept.isVisible() and kept.isEnabled():
            kept.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page.focusProxy() is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def page_key(self) -> str:
        """The key of the page shown; empty before the first."""
        current = self.pages.currentWidget()
        return next((key for key, page in self._keys.items() if page is current), "")

    def set_sidebar_visible(self, visible: bool) -> None:
        """Leave the sidebar, or the menu bar, out for pages that need calm."""
        self._shows_sidebar = visible
        self._fit_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose sidebar, rail or menu bar."""
        super().resizeEvent(event)
        self._fit_room()

    def _build(self) -> None:
        self._edge = Panel("edge", 0)
        self._edge.setFixedWidth(1)
        self._menu_edge = Panel("edge", 0)
        self._menu_edge.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(0)
        for part in (self.sidebar, self._edge):
            line.addWidget(part)
        line.addWidget(self.pages, 1)
        column.addWidget(self.menu_bar)
        column.addWidget(self._menu_edge)
        column.addLayout(line, 1)

    def _listen(self) -> None:
        self.sidebar.place_chosen.connect(self.page_wanted)
        self.sidebar.switch_wanted.connect(self.profile_switch_wanted)
        self.menu_bar.menu_wanted.connect(self._open_menu)
        theme().changed.connect(self._fit_room)
        for keys, slot in (("F6", self._next_panel), ("Shift+F6", self._previous_panel)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    @Slot()
    def _fit_room(self) -> None:
        room = room_of(self)
        compact = room is Room.COMPACT
        self.sidebar.setVisible(self._shows_sidebar and not compact)
        self._edge.setVisible(self._shows_sidebar and not compact)
        self.menu_bar.setVisible(self._shows_sidebar and compact)
        self._menu_edge.setVisible(self._shows_sidebar and compact)
        self.sidebar.set_rail(room is Room.MEDIUM)

    @Slot()
    def _open_menu(self) -> None:
        menu = QMenu(self.menu_bar.button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        places = (*PRACTICE, *(TRAINING if self._is_trainer else ()), SETTINGS)
        for place in places:
            action = menu.addAction(place.words)
            action.setData(place.key)
            action.setCheckable(True)
            action.setChecked(place.key == self._places.get(self.page_key))
        menu.addSeparator()
        menu.addAction("Switch to another person").setData("")
        menu.triggered.connect(lambda action: self._go(action.data()))
        button = self.menu_bar.button
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def _go(self, key: str) -> None:
        if key:
            self.page_wanted.emit(key)
        else:
            self.profile_switch_wanted.emit()

    def _remember_focus(self) -> None:
        page, focused = self.pages.currentWidget(), QApplication.focusWidget()
        if page is not None and focused is not None and page.isAncestorOf(focused):
            self._focus[page] = focused

    @Slot()
    def _next_panel(self) -> None:
        self._go_to_panel(1)

    @Slot()
    def _previous_panel(self) -> None:
        self._go_to_panel(-1)

    def _go_to_panel(self, step: int) -> None:
        panels = self._panels()
        focused = QApplication.focusWidget()
        here = next(
            (i for i, p in enumerate(panels) if p is focused or p.isAncestorOf(focused or self)), -1
        )
        for distance in range(1, len(panels) + 1):
            panel = panels[(here + step * distance) % len(panels)]
            target = _first_stop(panel)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _panels(self) -> list[QWidget]:
        frame: list[QWidget] = [part for part in (self.sidebar, self.menu_bar) if part.isVisible()]
        page = self.pages.currentWidget()
        if page is None:
            return frame
        marked = [w for w in page.findChildren(QWidget) if w.property(PANEL) and w.isVisible()]
        return [*frame, *(marked or [page])]


def _first_stop(panel: QWidget) -> QWidget | None:
    """Find the widget the Tab key reaches first inside a panel."""
    candidate: QWidget = panel
    while True:
        is_inside = candidate is panel or panel.isAncestorOf(candidate)
        takes_tab = bool(candidate.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if is_inside and takes_tab and candidate.isVisible() and candidate.isEnabled():
            return candidate
        following = candidate.nextInFocusChain()
        if following is None or following is panel:
            return None
        candidate = following
