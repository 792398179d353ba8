"""The first page: who is practising."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.ui.pages.choice_menu import open_choice_menu
from simulator.ui.pages.days_ago import when_used
from simulator.ui.pages.profiles_welcome import Welcome, logo_line
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import Button, link
from simulator.ui.widgets.card import Card, Panel, scrolling
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.initials import Initials
from simulator.ui.widgets.text import elided, label

if TYPE_CHECKING:
    # Not before the first frame: pydantic takes longer to load than the window.
    from simulator.core.progress.profile import Profile
    from simulator.ui.pages.profile_form import ProfileForm

TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
_SCHEMES = (("system", "Follow system"), ("light", "Light"), ("dark", "Dark"))
_ROLE_WORDS = {"trainee": "Trainee", "trainer": "Trainer"}
_WELCOME_FROM_EM = 62
_WIDEST_LIST = 620


class ProfileCard(Card):
    """One person to pick.

    Signals:
        chosen(str): the profile's id.
    """

    chosen = Signal(str)

    def __init__(self, profile: Profile, now: datetime) -> None:
        super().__init__("choice")
        self.profile = profile
        when, role = when_used(profile.last_used_at, now), _ROLE_WORDS[profile.role]
        self.body.setContentsMargins(14, 11, 14, 11)
        line = QHBoxLayout()
        line.setSpacing(Space.MEDIUM)
        line.addWidget(Initials(profile.name, 40))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(elided(profile.name, "h3"))
        words.addWidget(label(role, "small", "text2"))
        line.addLayout(words, 1)
        line.addWidget(label(when, "caption", "text3"))
        line.addSpacing(Space.TINY)
        line.addWidget(IconLabel("right", "text2", 16))
        self.body.addLayout(line)
        self.setAccessibleName(f"{profile.name}, {role.lower()}, {when.lower()}")
        self.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.profile.id)


class _Ways(QWidget):
    """The ways in, from top to bottom; Up and Down move between them.

    Signals:
        reached(QWidget): the arrows have brought the keyboard to this way in.
    """

    reached = Signal(QWidget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus up or down, without going round."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        ways = [
            way
            for way in self.findChildren(QWidget)
            if isinstance(way, Card | Button) and way.isVisible() and way.isEnabled()
        ]
        ways.sort(key=lambda way: way.mapTo(self, QPoint(0, 0)).y())
        focused = self.focusWidget()
        if step is None or focused not in ways:
            super().keyPressEvent(event)
            return
        place = min(max(ways.index(focused) + step, 0), len(ways) - 1)
        ways[place].setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(ways[place])


class ProfilesPage(QWidget):
    """Lets a person pick their profile, add one, or go in as a guest.

    Signals:
        profile_chosen(str): the id of the profile picked.
        profile_added(str, str): a new name, and ``trainee`` or ``trainer``.
        guest_chosen: somebody wants to try without leaving a trace.
        text_scale_chosen(float): 1.0 to 2.0.
        scheme_chosen(str): ``light``, ``dark`` or ``system``.
        files_wanted: somebody wants to know where their files are kept.
        problem_action: the action of the banner shown by ``show_problem``.
    """

    profile_chosen = Signal(str)
    profile_added = Signal(str, str)
    guest_chosen = Signal()
    text_scale_chosen = Signal(float)
    scheme_chosen = Signal(str)
    files_wanted = Signal()
    problem_action = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if parent is not None:
            self.resize(parent.size())
        self.setObjectName("page")
        self._profiles: tuple[Profile, ...] = ()
        self._cards: list[ProfileCard] = []
        self._scheme = ""
        self._form: ProfileForm | None = None
        self._build()
        theme().changed.connect(self._show_look)
        self._show_look()
        self.show_loading()

    @property
    def cards(self) -> tuple[ProfileCard, ...]:
        """The profiles on offer, in the order shown."""
        return tuple(self._cards)

    @Slot()
    def show_loading(self) -> None:
        """Show that the profiles are still being read; everything else is ready."""
        self._clear_list()
        self._loading.show()
        self.add_card.setEnabled(False)

    def show_profiles(self, profiles: tuple[Profile, ...], now: datetime) -> None:
        """Show the people of this computer, the last used first, and close the form.

        Args:
            profiles: all of them, in any order.
            now: the time, with its zone, from which "Yesterday" is counted.
        """
        self._clear_list()
        self._loading.hide()
        self._profiles = tuple(sorted(profiles, key=_last_use, reverse=True))
        for profile in self._profiles:
            card = ProfileCard(profile, now)
            card.chosen.connect(self.profile_chosen)
            self._cards.append(card)
            self._list.addWidget(card)
        self.add_card.setEnabled(True)
        self._close_form()
        self._explanation.setText(
            "Pick your name to see your own scenarios and progress."
            if profiles
            else "Add a profile to keep your progress, or look around as a guest."
        )
        self.focus_first()

    def show_problem(self, text: str, action_text: str = "") -> None:
        """Show what went wrong above the list; an empty text takes it away.

        Args:
            text: a sentence.
            action_text: of the button that emits ``problem_action``; empty for none.
        """
        while (item := self._notice.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._loading.hide()
        if text:
            from simulator.ui.widgets.notices import Banner

            banner = Banner(text, "caution", action=action_text)
            banner.action_clicked.connect(self.problem_action)
            self._notice.addWidget(banner)
        self._notice.setContentsMargins(0, 0, 0, Space.MEDIUM if text else 0)

    def show_scheme(self, scheme: str) -> None:
        """Show which of ``light``, ``dark`` and ``system`` was chosen."""
        self._scheme = scheme
        self._show_look()

    def focus_first(self) -> None:
        """Bring the keyboard to the profile used last, or to the card that adds one."""
        first: QWidget = self._cards[0] if self._cards else self.add_card
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the left half where there is no room for both."""
        super().resizeEvent(event)
        self._fit_room()

    def _build(self) -> None:
        halves = QHBoxLayout(self)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        self._welcome = Welcome()
        self._edge = Panel("edge", 0)
        self._edge.setFixedWidth(1)
        halves.addWidget(self._welcome, 603)
        halves.addWidget(self._edge)
        area = scrolling(self._build_choice())
        self._ways.reached.connect(
            lambda way: area.ensureWidgetVisible(way, Space.SMALL, Space.SMALL)
        )
        halves.addWidget(area, 676)

    def _build_choice(self) -> QWidget:
        choice = QWidget()
        self._column = QVBoxLayout(choice)
        self._column.setSpacing(0)
        self._column.addLayout(self._build_look_buttons())
        self._column.addStretch(5)
        self._column.addSpacing(Space.CARD)
        self._column.addWidget(label("Who is practising?", "display"))
        self._column.addSpacing(5)
        self._explanation = label("", "body", "text2", wrap=True)
        self._column.addWidget(self._explanation)
        self._column.addSpacing(15)
        self._notice = QVBoxLayout()
        self._notice.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._notice)
        self._column.addWidget(self._build_ways())
        self._column.addStretch(6)
        self._column.addSpacing(Space.CARD)
        self._column.addWidget(self._build_promise())
        return choice

    def _build_look_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        self._small_logo = QWidget()
        logo = logo_line()
        logo.setContentsMargins(0, 0, 0, 0)
        self._small_logo.setLayout(logo)
        line.addWidget(self._small_logo)
        line.addStretch(1)
        self.text_button = Button("Text 100%", size="small", icon="text", opens_menu=True)
        self.text_button.clicked.connect(self._open_text_menu)
        self.scheme_button = Button("Light", size="small", icon="sun", opens_menu=True)
        self.scheme_button.clicked.connect(self._open_scheme_menu)
        line.addWidget(self.text_button)
        line.addWidget(self.scheme_button)
        return line

    def _build_ways(self) -> QWidget:
        self._ways = _Ways()
        column = QVBoxLayout(self._ways)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._loading = Panel("well", Space.CARD)
        self._loading.body.addWidget(label("Opening your profiles", "body", "text2"))
        column.addWidget(self._loading)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        column.addLayout(self._list)
        column.addWidget(self._build_add_card())
        self._form_place = QVBoxLayout()
        column.addLayout(self._form_place)
        column.addSpacing(Space.SMALL)
        column.addLayout(self._build_guest_line())
        return self._ways

    def _build_add_card(self) -> Card:
        self.add_card = Card("card")
        self.add_card.setProperty("dashed", True)
        self.add_card.setAccessibleName("Add a profile. Just a name. No email.")
        self.add_card.body.setContentsMargins(14, 15, 14, 15)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addSpacing(11)
        line.addWidget(IconLabel("plus", "accent", 18))
        line.addSpacing(23)
        words = label("Add a profile", "h3", "accent")
        words.set_weight(500)
        line.addWidget(words)
        line.addStretch(1)
        line.addWidget(elided("Just a name. No email.", "caption", "text3"))
        self.add_card.body.addLayout(line)
        self.add_card.clicked.connect(self._open_form)
        return self.add_card

    def _build_guest_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(4, 0, 0, 0)
        line.setSpacing(Space.CARD)
        self.guest_button = link("Try as guest")
        self.guest_button.clicked.connect(self.guest_chosen)
        line.addWidget(self.guest_button)
        line.addWidget(
            label("Nothing from a guest session is kept.", "small", "text3", wrap=True), 1
        )
        return line

    def _build_promise(self) -> Panel:
        well = Panel("well", 0)
        well.body.setContentsMargins(18, 13, 16, 13)
        line = QHBoxLayout()
        line.setSpacing(Space.MEDIUM)
        line.addWidget(IconLabel("lock", "text2", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        heading = label("Everything stays on this computer.", "small", wrap=True)
        heading.set_weight(600)
        words.addWidget(heading)
        sentence = "No account, no upload, and your voice is never stored."
        words.addWidget(label(sentence, "small", "text2", wrap=True))
        self.files_button = link("Where your files are kept")
        self.files_button.clicked.connect(self.files_wanted)
        words.addWidget(self.files_button, 0, Qt.AlignmentFlag.AlignLeading)
        line.addLayout(words, 1)
        well.body.addLayout(line)
        return well

    def _clear_list(self) -> None:
        for card in self._cards:
            card.hide()
            self._list.removeWidget(card)
            card.deleteLater()
        self._cards = []

    @Slot()
    def _open_form(self) -> None:
        self.add_card.hide()
        self.form.open(profile.name for profile in self._profiles)

    @property
    def form(self) -> ProfileForm:
        """The form that adds a profile, built when it is first opened."""
        if self._form is None:
            from simulator.ui.pages.profile_form import ProfileForm

            self._form = ProfileForm()
            self._form.submitted.connect(self.profile_added)
            self._form.cancelled.connect(self._cancel_form)
            self._form.hide()
            self._form_place.addWidget(self._form)
            self._form.come_after(self.add_card)
        return self._form

    @Slot()
    def _cancel_form(self) -> None:
        self._close_form()
        self.add_card.setFocus(Qt.FocusReason.TabFocusReason)

    def _close_form(self) -> None:
        if self._form is not None:
            self._form.hide()
        self.add_card.show()

    @Slot()
    def _open_text_menu(self) -> None:
        choices = [(f"{scale:.0%}", scale) for scale in TEXT_SCALES]
        open_choice_menu(self.text_button, choices, theme().text_scale, self.text_scale_chosen.emit)

    @Slot()
    def _open_scheme_menu(self) -> None:
        choices = [(words, key) for key, words in _SCHEMES]
        open_choice_menu(self.scheme_button, choices, self._scheme, self._choose_scheme)

    def _choose_scheme(self, scheme: str) -> None:
        self._scheme = scheme
        self._show_look()
        self.scheme_chosen.emit(scheme)

    @Slot()
    def _show_look(self) -> None:
        self.text_button.setText(f"Text {theme().text_scale:.0%}")
        self.text_button.setAccessibleDescription("Text size, opens a menu")
        dark = theme().is_dark
        words = dict(_SCHEMES).get(self._scheme, "Dark" if dark else "Light")
        self.scheme_button.setText(words)
        self.scheme_button.set_icon("moon" if dark else "sun")
        self.scheme_button.setAccessibleDescription("Colours, opens a menu")
        self._fit_room()

    def _fit_room(self) -> None:
        em = 14 * theme().text_scale
        has_both = self.width() / em >= _WELCOME_FROM_EM
        self._welcome.setVisible(has_both)
        self._edge.setVisible(has_both)
        self._small_logo.setVisible(not has_both)
        side = 56 if self.width() / em >= 80 else 32
        if not has_both:
            side = max(16, (self.width() - round(_WIDEST_LIST * theme().text_scale)) // 2)
        self._column.setContentsMargins(side, 28, side, 32 if has_both else 16)


def _last_use(profile: Profile) -> tuple[bool, datetime]:
    used = profile.last_used_at
    return used is not None, used or profile.created_at
