"""The pages behind the profiles page, and the controllers that feed them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from simulator.core.progress.profile import Profile
from simulator.core.scenario.model import Scenario
from simulator.ui.customers_flow import CustomersFlow
from simulator.ui.habits_controller import HabitsController
from simulator.ui.home_flow import Folders, HomeFlow
from simulator.ui.library_controller import LibraryController
from simulator.ui.pages.settings_page import SettingsValues
from simulator.ui.practice_controller import PracticeController
from simulator.ui.practice_flow import PracticeFlow
from simulator.ui.shift_flow import ShiftFlow
from simulator.ui.store_access import StoreAccess

if TYPE_CHECKING:
    from simulator.ui.main_window import Choices, MainWindow, Outside


class Rooms(QObject):
    """Joins the pages around practice with those of practice itself."""

    def __init__(
        self,
        window: "MainWindow",
        store: StoreAccess,
        outside: "Outside",
        voice_notice: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._outside = outside
        around = outside.make_around()
        self._voice = outside.make_voice(voice_notice)
        self.library = LibraryController(outside.read_library, self)
        self.practice = PracticeController(store, around, self)
        folders = Folders(outside.data_folder, outside.scenario_folder)
        self.home = HomeFlow(self.library, store, around.now, folders, self)
        self.flow = PracticeFlow(self.practice, store, self._voice, around.now, self)
        self.shifts = ShiftFlow(self.practice, self.flow, self.library, store, around, self)
        self.habits = HabitsController(store, self.practice, around.load_signs, self)
        self.customers = CustomersFlow(store, self.practice, self)
        self.home.shell.add_page("customers", self.customers.page)
        self.shifts.lost = self.customers.lost
        self._wire()
        self.library.set_language(outside.choices.language)
        self.library.reload()
        self.practice.model.load()

    def _wire(self) -> None:
        window, home, flow = self._window, self.home, self.flow
        for part in (home, flow, self.shifts):
            part.page_wanted.connect(window.show_page)
            part.notice.connect(window.tell)
        home.scenario_opened.connect(self._brief)
        home.resumed.connect(flow.resume)
        home.attempt_opened.connect(flow.show_attempt)
        home.profile_switch_wanted.connect(window.show_profiles_page)
        home.place_wanted.connect(window.show_place)
        flow.left.connect(self._leave_practice)
        self._wire_shifts()
        self._wire_customers()
        flow.agreement_wanted.connect(lambda: home.show_agreement(flow.scorecard))
        home.attempts_read.connect(self.habits.look_back)
        flow.scorecard_shown.connect(self.habits.look_back)
        self.habits.found.connect(home.progress.show_habits)
        self.habits.found.connect(flow.show_habits)
        settings = home.settings
        settings.scheme_chosen.connect(lambda value: window.choose(scheme=value))
        settings.text_scale_chosen.connect(lambda value: window.choose(text_scale=value))
        settings.less_motion_changed.connect(lambda value: window.choose(less_motion=value))
        settings.stronger_contrast_changed.connect(
            lambda value: window.choose(stronger_contrast=value)
        )
        settings.voice_changed.connect(lambda value: window.choose(voice_on=value))
        settings.language_chosen.connect(lambda value: window.choose(language=value))
        self.library.library_changed.connect(self._offer_languages)

    def _wire_shifts(self) -> None:
        home, shifts = self.home, self.shifts
        home.library.shift_wanted.connect(shifts.offer)
        home.attempts_read.connect(shifts.look_for_open)
        shifts.open_shift_known.connect(home.library.show_open_shift)
        shifts.left.connect(lambda: home.show_page("scenarios"))
        shifts.attempt_opened.connect(self.flow.show_attempt)
        shifts.agreement_wanted.connect(lambda: home.show_agreement(shifts.debrief))

    def _wire_customers(self) -> None:
        customers = self.customers
        customers.notice.connect(self._window.tell)
        customers.page.practise_wanted.connect(lambda: self.home.show_page("scenarios"))
        settings = self.home.settings
        settings.model_wanted.connect(lambda: customers.change_numbers(settings))
        self.home.attempts_read.connect(customers.look_again)
        self.flow.scorecard_shown.connect(customers.look_again)

    @Slot()
    def _leave_practice(self) -> None:
        if not self.shifts.come_back():
            self.home.show_page("scenarios")

    @Slot(object)
    def _brief(self, scenario: Scenario) -> None:
        why = self.customers.why_closed(scenario)
        if why:
            self._window.tell(why)
            self.home.show_page("customers")
        else:
            self.flow.brief(scenario)

    def enter(self, profile: Profile | None) -> None:
        """Let a person, or a guest, in."""
        self.habits.forget()
        self.home.progress.show_habits(())
        self.flow.set_profile(profile)
        self.shifts.set_profile(profile)
        self.customers.set_profile(profile)
        self.home.settings.set_trainer(profile is not None and profile.role == "trainer")
        self.home.set_profile(profile)

    def set_choices(self, choices: "Choices") -> None:
        """Show the switches as they stand."""
        self.flow.voice_on = choices.voice_on
        if choices.language != self.library.language:
            self.library.set_language(choices.language)
        self.home.settings.show_settings(
            SettingsValues(
                scheme=choices.scheme,
                text_scale=choices.text_scale,
                less_motion=choices.less_motion,
                stronger_contrast=choices.stronger_contrast,
                voice_on=choices.voice_on,
                data_folder=self._outside.data_folder,
                scenario_folder=self._outside.scenario_folder,
                version=self._outside.version,
                language=choices.language,
                languages=self.library.languages,
            )
        )

    @Slot()
    def _offer_languages(self) -> None:
        self.home.settings.show_languages(self.library.language, self.library.languages)

    def go_to(self, key: str) -> None:
        """Go to a page of the shell, unless a conversation is going on."""
        if self._shown() in (self.home.shell, *self.home.pages):
            self.home.show_page(key)

    def go_back(self) -> None:
        """Do what the button at the top left of the page does."""
        shown = self._shown()
        if shown in self.flow.pages:
            wanted = getattr(shown, "leave_wanted", None) or getattr(shown, "back_wanted", None)
            if wanted is not None:
                wanted.emit()
        elif shown in (self.shifts.start, self.shifts.breather, self.shifts.debrief):
            shown.back_wanted.emit()
        elif shown is self.home.agreement:
            self.home.agreement.back_wanted.emit()
        elif shown is self.home.review:
            self.home.review.back_wanted.emit()
        elif shown is self.home.shell and self.home.shell.page_key == "broken":
            self.home.show_page("scenarios")

    def _shown(self) -> QWidget | None:
        return self._window.page()

    def close(self) -> None:
        """Finish what is under way, in the order in which it depends on each other."""
        self.habits.forget()
        self.practice.close()
        self.library.close()
        self._voice.close()
