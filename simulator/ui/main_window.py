"""The window: one page at a time, and the shortcuts that work on every page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from simulator.core.errors import DatabaseDamagedError, SimulatorError
from simulator.ui.pages.profiles_page import ProfilesPage
from simulator.ui.store_access import StoreAccess
from simulator.ui.theme import Scheme, theme

if TYPE_CHECKING:
    # Not before the first frame: pydantic takes longer to load than the window.
    from simulator.core.progress.profile import Profile, Role
    from simulator.core.services import ProfileStore, Voice
    from simulator.ui.library_controller import LibraryReading
    from simulator.ui.practice_controller import Surroundings
    from simulator.ui.rooms import Rooms

FIRST_SIZE = QSize(1280, 800)
SMALLEST_SIZE = QSize(800, 600)

MEANWHILE = "Until then you can try Rapport as a guest."


class Choices(NamedTuple):
    """The switches of the settings page, as they stand."""

    scheme: str = "system"
    text_scale: float = 1.0
    less_motion: bool = False
    stronger_contrast: bool = False
    voice_on: bool = True
    language: str = ""


class Outside(NamedTuple):
    """What the window takes from outside: storage, scenarios, voice, the clock, settings.

    ``make_voice`` gets a function that tells a notice; it may be called from any thread.
    ``make_around`` is called after the first frame.
    ``repair`` puts a damaged database right: from its backup, or by starting afresh.
    ``let_go`` is called when the store is closed for good.
    """

    open_store: Callable[[], tuple[ProfileStore, str]]
    repair: Callable[[DatabaseDamagedError], None]
    let_go: Callable[[], None]
    read_library: Callable[[Callable[[], bool]], LibraryReading]
    make_voice: Callable[[Callable[[str], None]], Voice]
    make_around: Callable[[], Surroundings]
    watch_for_crashes: Callable[[MainWindow], None]
    save_choices: Callable[[Choices], None]
    data_folder: str
    scenario_folder: str
    version: str
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    choices: Choices = Choices()


class MainWindow(QMainWindow):
    """Shows who is practising first; everything else is built after the first frame.

    Signals:
        first_frame_shown(): the window has been painted once.
    """

    first_frame_shown = Signal()
    _voice_notice = Signal(str)

    def __init__(self, outside: Outside) -> None:
        super().__init__()
        self._outside = outside
        self._choices = outside.choices
        self._rooms: Rooms | None = None
        self._damage: DatabaseDamagedError | None = None
        self._profiles: tuple[Profile, ...] = ()
        self._is_first_frame_shown = False
        self._is_closed = False
        self.setWindowTitle("Rapport")
        self.setMinimumSize(SMALLEST_SIZE)
        self.resize(FIRST_SIZE)
        self.store = StoreAccess(outside.open_store, self)
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self._build_profiles_page()
        self._voice_notice.connect(self.tell)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _build_profiles_page(self) -> None:
        # At its size from the start, so that it is laid out once.
        self._pages.resize(FIRST_SIZE)
        self.profiles = ProfilesPage(self._pages)
        self.profiles.show_loading()
        self.profiles.show_scheme(self._choices.scheme)
        self.profiles.profile_chosen.connect(self._use_profile)
        self.profiles.profile_added.connect(self._add_profile)
        self.profiles.guest_chosen.connect(lambda: self._enter(None))
        self.profiles.scheme_chosen.connect(
            lambda v: self._choose(self._choices._replace(scheme=v))
        )
        self.profiles.text_scale_chosen.connect(
            lambda v: self._choose(self._choices._replace(text_scale=v))
        )
        self.profiles.files_wanted.connect(self._show_files)
        self.profiles.problem_action.connect(self._repair)
        self._pages.addWidget(self.profiles)
        self.store.opened.connect(self._greet)
        self.store.unavailable.connect(self._tell_unavailable)

    # The first frame, and what comes after it

    def event(self, event: QEvent) -> bool:
        """Notice the first frame; only then are files, database and model touched."""
        handled = super().event(event)
        is_painted = event.type() in (QEvent.Type.UpdateRequest, QEvent.Type.Paint)
        if is_painted and not self._is_first_frame_shown:
            self._is_first_frame_shown = True
            QTimer.singleShot(0, self, self._after_first_frame)
        return handled

    @Slot()
    def _after_first_frame(self) -> None:
        if self._is_closed:
            return
        self.first_frame_shown.emit()
        self._outside.watch_for_crashes(self)
        self.store.open()
        # In a turn of its own: the profiles are shown before the other pages are built.
        QTimer.singleShot(0, self, self._build_rooms)

    @Slot()
    def _build_rooms(self) -> None:
        if self._rooms is None and not self._is_closed:
            from simulator.ui.rooms import Rooms

            self._rooms = Rooms(self, self.store, self._outside, self._voice_notice.emit)
            self._rooms.set_choices(self._choices)
            self._build_shortcuts()

    @property
    def rooms(self) -> Rooms:
        """The pages behind the profiles page, built when first needed."""
        self._build_rooms()
        assert self._rooms is not None
        return self._rooms

    def _build_shortcuts(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        for keys, key in (("Ctrl+2", "scenarios"), ("Ctrl+3", "progress"), ("Ctrl+,", "settings")):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda page=key: self.rooms.go_to(page))
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.activated.connect(self._go_back)

    @Slot()
    def _go_back(self) -> None:
        self.rooms.go_back()

    # Who is practising

    @Slot(str)
    def _greet(self, notice: str) -> None:
        if notice:
            self.tell(notice)
        self._read_profiles()

    def _read_profiles(self) -> None:
        self.store.run(lambda store: store.profiles(), self._show_profiles, self._tell_unread)

    def _tell_unread(self, error: SimulatorError) -> None:
        self._show_profiles(self._profiles)
        self._tell_error(error)

    def _show_profiles(self, profiles: tuple[Profile, ...]) -> None:
        self._damage = None
        self._profiles = profiles
        self.profiles.show_profiles(profiles, self._outside.now().astimezone())

    @Slot(str)
    def _use_profile(self, profile_id: str) -> None:
        profile = next(profile for profile in self._profiles if profile.id == profile_id)
        now = self._outside.now()
        self.store.run(
            lambda store: store.use_profile(profile_id, now),
            lambda _: self._enter(profile),
            self._tell_error,
        )

    @Slot(str, str)
    def _add_profile(self, name: str, role: Role) -> None:
        from simulator.core.progress.profile import Profile

        outside = self._outside
        profile = Profile(id=outside.new_id(), name=name, role=role, created_at=outside.now())

        def added(_: None) -> None:
            self._show_profiles((profile, *self._profiles))
            self._use_profile(profile.id)

        self.store.run(lambda store: store.add_profile(profile), added, self._tell_error)

    def _enter(self, profile: Profile | None) -> None:
        self.rooms.enter(profile)

    def show_profiles_page(self) -> None:
        """Let somebody else practise."""
        # Not the cards of last time: a click on one would be lost when they are read anew.
        self.profiles.show_loading()
        self.show_page(self.profiles)
        self._read_profiles()

    # What is told

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the one now shown."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def page(self) -> QWidget | None:
        """The page now shown."""
        return self._pages.currentWidget()

    @Slot(str)
    def tell(self, text: str) -> None:
        """Tell something in passing."""
        from simulator.ui.widgets.notices import Toast

        Toast.show_in(self, text)

    def _tell_error(self, error: SimulatorError) -> None:
        if self._pages.currentWidget() is self.profiles:
            self.profiles.show_problem(str(error))
        else:
            self.tell(str(error))

    @Slot(object)
    def _tell_unavailable(self, error: SimulatorError) -> None:
        self.profiles.show_profiles((), self._outside.now().astimezone())
        self._damage = error if isinstance(error, DatabaseDamagedError) else None
        if isinstance(error, DatabaseDamagedError):
            action = "Use the backup" if error.backup else "Start afresh"
        else:
            action = "Try again"
        self.profiles.show_problem(f"{error} {MEANWHILE}", action)

    @Slot()
    def _repair(self) -> None:
        damage = self._damage
        self.profiles.show_loading()
        if damage is None:
            self.store.open()
        else:
            self.store.replace(lambda: self._outside.repair(damage))

    @Slot()
    def _show_files(self) -> None:
        self.show_place(self._outside.data_folder)

    @Slot(str)
    def show_place(self, path: str) -> None:
        """Show a file or folder outside of the program; tell where it is if nothing can show it."""
        from PySide6.QtCore import QFileInfo, QUrl
        from PySide6.QtGui import QDesktopServices

        is_shown = QFileInfo.exists(path) and QDesktopServices.openUrl(QUrl.fromLocalFile(path))
        if not is_shown:
            self.tell(f"You find it at {path}")

    # Settings and leaving

    def _choose(self, choices: Choices) -> None:
        self._choices = choices
        apply_choices(choices)
        self.profiles.show_scheme(choices.scheme)
        if self._rooms is not None:
            self._rooms.set_choices(choices)
        try:
            self._outside.save_choices(choices)
        except SimulatorError as error:
            self.tell(str(error))

    @Slot()
    def _follow_system(self) -> None:
        if self._choices.scheme == "system":
            apply_choices(self._choices)

    def choose(self, **changed: str | float | bool) -> None:
        """Change some of the switches, at once and for the next time."""
        self._choose(self._choices._replace(**changed))  # type: ignore[arg-type]

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is being saved, then close."""
        if not self._is_closed:
            self._is_closed = True
            # The page shown keeps what was just typed when it is hidden; later there is no store.
            self.hide()
            if self._rooms is not None:
                self._rooms.close()
            self.store.close()
            self._outside.let_go()
        super().closeEvent(event)


def _system_scheme() -> Scheme:
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return Scheme.DARK if is_dark else Scheme.LIGHT


def apply_choices(choices: Choices) -> None:
    """Dress the program as chosen."""
    theme().set_up(
        scheme=_system_scheme() if choices.scheme == "system" else Scheme(choices.scheme),
        text_scale=choices.text_scale,
        less_motion=choices.less_motion,
        stronger_contrast=choices.stronger_contrast,
    )
