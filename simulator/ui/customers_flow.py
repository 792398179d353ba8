"""Joins the page of a trainee's customers with what the store keeps of them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from simulator.core.conversation.aftermath import (
    SETTING,
    Assumptions,
    assumptions_of,
    setting_of,
)
from simulator.core.errors import SimulatorError
from simulator.core.progress.people import (
    Person,
    closed_scenarios,
    fresh_starts_of,
    fresh_starts_setting,
    people_of,
)
from simulator.core.progress.profile import Profile
from simulator.core.scenario.model import Scenario
from simulator.core.services import ProfileStore
from simulator.ui.pages.customers_page import CustomersPage
from simulator.ui.pages.model_numbers import ModelNumbers
from simulator.ui.practice_controller import PracticeController
from simulator.ui.store_access import StoreAccess


class CustomersFlow(QObject):
    """Knows who remembers the person who is in, and who no longer comes.

    Signals:
        notice(str): something to be told in passing.
    """

    notice = Signal(str)

    def __init__(self, store: StoreAccess, practice: PracticeController, parent: QObject) -> None:
        super().__init__(parent)
        self.page = CustomersPage()
        self._store = store
        self._profile: Profile | None = None
        self._people: Mapping[str, Person] = {}
        self.page.fresh_start_wanted.connect(practice.give_fresh_start)
        practice.forgotten.connect(self.look_again)

    def set_profile(self, profile: Profile | None) -> None:
        """Show the customers of this person; a guest's are forgotten with the guest."""
        self._profile = profile
        self._show({})
        self.look_again()

    @Slot()
    def look_again(self) -> None:
        """Read anew what customers remember."""
        profile = self._profile
        if profile is None:
            return

        def read(store: ProfileStore) -> Mapping[str, Person]:
            fresh = fresh_starts_of(store.setting(fresh_starts_setting(profile.id)))
            return people_of(store.past_contacts(profile.id), fresh)

        def found(people: Mapping[str, Person]) -> None:
            if self._profile is profile:
                self._show(people)

        self._store.run(read, found, self._fail)

    def change_numbers(self, parent: QWidget) -> None:
        """Let a trainer change the numbers of the teaching model, in a dialog over a page."""

        def found(assumptions: Assumptions) -> None:
            dialog = ModelNumbers(assumptions, parent)
            dialog.saved.connect(self._save_numbers)
            dialog.open()

        self._store.run(lambda store: assumptions_of(store.setting(SETTING)), found, self._fail)

    @Slot(object)
    def _save_numbers(self, assumptions: Assumptions) -> None:
        self._store.run(
            lambda store: store.save_setting(SETTING, setting_of(assumptions)),
            lambda _: self.notice.emit("Saved. The numbers hold from the next contact on."),
            self._fail,
        )

    def lost(self) -> frozenset[str]:
        """Give the ids of the customers who no longer come to this person."""
        return frozenset(it.persona for it in self._people.values() if it.memory.is_lost)

    def why_closed(self, scenario: Scenario) -> str:
        """Say why a scenario cannot be begun anew; empty where it can."""
        closed = closed_scenarios((scenario,), self._people).get(scenario.id)
        return closed.why if closed else ""

    def _show(self, people: Mapping[str, Person]) -> None:
        self._people = people
        self.page.show_people(tuple(people.values()))

    def _fail(self, error: SimulatorError) -> None:
        self.notice.emit(str(error))
