"""The pages around practice: scenarios, progress, the trainer's team and reviews, settings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from simulator.core.errors import SimulatorError
from simulator.core.progress.people import PastContact
from simulator.core.progress.profile import AttemptSummary, Profile, StoredAttempt
from simulator.core.progress.review import Override, Review
from simulator.core.scenario.model import Scenario
from simulator.core.services import ProfileStore
from simulator.ui.agreement import AgreementFileError, read_agreement
from simulator.ui.library_controller import LibraryController
from simulator.ui.pages.agreement_page import AgreementPage
from simulator.ui.pages.broken_scenario_page import BrokenScenarioPage
from simulator.ui.pages.library_page import LibraryPage
from simulator.ui.pages.progress_page import ProgressPage
from simulator.ui.pages.reports_page import ReportsPage
from simulator.ui.pages.review_page import ReviewPage
from simulator.ui.pages.settings_page import SettingsPage
from simulator.ui.pages.team_page import TeamPage
from simulator.ui.shell import Shell
from simulator.ui.store_access import StoreAccess
from simulator.ui.theme.assets import asset_path

_Practice = tuple[tuple[PastContact, ...], tuple[AttemptSummary, ...]]


@dataclass(frozen=True)
class Folders:
    """Where a person's data and the scenarios are."""

    data: str
    scenarios: str


class HomeFlow(QObject):
    """What a person finds when not in a conversation.

    Signals:
        page_wanted(QWidget): this page is to be shown in place of the shell, or the shell itself.
        scenario_opened(Scenario), resumed(str), attempt_opened(str): practice and scorecards.
        profile_switch_wanted(): somebody else wants to practise.
        notice(str): something to be told in passing.
        attempts_read(tuple[AttemptSummary, ...]): the attempts of the person who is in.
        place_wanted(str): this file or folder is to be shown, outside of the program.
    """

    page_wanted = Signal(QWidget)
    scenario_opened = Signal(object)
    resumed = Signal(str)
    attempt_opened = Signal(str)
    profile_switch_wanted = Signal()
    notice = Signal(str)
    attempts_read = Signal(object)
    place_wanted = Signal(str)

    def __init__(
        self,
        library: LibraryController,
        store: StoreAccess,
        now: Callable[[], datetime],
        folders: Folders,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._store = store
        self._now = now
        self._folders = folders
        self._profile: Profile | None = None
        self._attempts: tuple[AttemptSummary, ...] = ()
        self._reviewed: StoredAttempt | None = None
        self._review_wanted = ""
        self._before_review = "team"
        self._build_pages()
        self._before_agreement: QWidget = self.shell
        library.library_changed.connect(self._show_library)
        library.library_changed.connect(self._find_lost)

    def _build_pages(self) -> None:
        self.shell = Shell()
        self.library, self.progress = LibraryPage(), ProgressPage()
        self.team, self.reports, self.settings = TeamPage(), ReportsPage(), SettingsPage()
        self.broken, self.review = BrokenScenarioPage(), ReviewPage()
        self.agreement = AgreementPage()
        self.pages: tuple[QWidget, ...] = (self.shell, self.review, self.agreement)
        for key, page in (
            ("scenarios", self.library),
            ("progress", self.progress),
            ("team", self.team),
            ("reports", self.reports),
            ("settings", self.settings),
        ):
            self.shell.add_page(key, page)
        self.shell.add_page("broken", self.broken, "scenarios")
        self.shell.page_wanted.connect(self.show_page)
        self.shell.profile_switch_wanted.connect(self.profile_switch_wanted)
        self._wire_library()
        self._wire_trainer()
        self.settings.agreement_wanted.connect(lambda: self.show_agreement(self.shell))
        self.agreement.back_wanted.connect(self._leave_agreement)
        self.settings.folder_wanted.connect(lambda: self.place_wanted.emit(self._folders.data))
        self.progress.attempt_chosen.connect(self.attempt_opened)
        self.progress.practise_wanted.connect(lambda: self.show_page("scenarios"))

    def _wire_library(self) -> None:
        self.library.scenario_chosen.connect(self._open_scenario)
        self.library.resume_chosen.connect(self.resumed)
        self.library.broken_chosen.connect(self._open_broken)
        self.broken.back_wanted.connect(lambda: self.show_page("scenarios"))
        self.broken.reload_wanted.connect(self._look_again)
        self.broken.show_file_wanted.connect(self.place_wanted)
        self.library.folder_wanted.connect(lambda: self.place_wanted.emit(self._folders.scenarios))

    def _wire_trainer(self) -> None:
        self.team.attempt_chosen.connect(lambda chosen: self._review_from("team", chosen))
        self.reports.attempt_chosen.connect(lambda chosen: self._review_from("reports", chosen))
        self.review.back_wanted.connect(lambda: self.show_page(self._before_review))
        self.review.review_given.connect(self._save_review)
        self.review.neighbour_wanted.connect(self._go_on_reviewing)
        self.review.agreement_wanted.connect(lambda: self.show_agreement(self.review))

    def set_profile(self, profile: Profile | None) -> None:
        """Show the pages to this person; None is a guest."""
        self._profile = profile
        self._attempts = ()
        self.shell.set_profile(profile)
        self.review.set_trainer(profile.name if profile else "")
        self._library.set_attempts(())
        self.show_page("scenarios")

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Show a page of the shell, freshly read."""
        self._review_wanted = ""
        self.shell.set_page(key)
        self.page_wanted.emit(self.shell)
        if key == "team":
            self._store.run(lambda store: store.attempts(None), self._show_team, self._fail)
        elif key == "reports":
            self._store.run(_all_practice, self._show_reports, self._fail)
        elif self._profile is not None:
            person = self._profile.id
            self._store.run(lambda store: store.attempts(person), self._show_attempts, self._fail)
        else:
            self._show_attempts(())

    def show_agreement(self, before: QWidget) -> None:
        """Say how good the scores are.

        Args:
            before: the page from which this was asked, to which the reader comes back.
        """
        self._before_agreement = before
        try:
            self.agreement.show_agreement(read_agreement(asset_path("models", "agreement.json")))
        except AgreementFileError:
            self.agreement.show_missing()
        self.page_wanted.emit(self.agreement)

    @Slot()
    def _leave_agreement(self) -> None:
        self.page_wanted.emit(self._before_agreement)

    def _show_attempts(self, attempts: tuple[AttemptSummary, ...]) -> None:
        self._attempts = attempts
        self._library.set_attempts(attempts)
        self.progress.show_progress(attempts, self._now().astimezone().date())
        self.attempts_read.emit(attempts)

    @Slot()
    def _find_lost(self) -> None:
        """Fetch the scenarios of unfinished attempts that are in the folder no longer."""
        lost = self._library.lost

        def kept(store: ProfileStore) -> tuple[Scenario, ...]:
            return tuple(store.attempt(attempt_id).scenario for attempt_id in lost)

        if lost:
            self._store.run(kept, self._library.add_kept, self._fail)

    @Slot()
    def _show_library(self) -> None:
        is_trainer = self._profile is not None and self._profile.role == "trainer"
        library = self._library
        self.library.show_library(
            library.entries, library.broken, is_trainer, library.problem, self._folders.scenarios
        )

    @Slot(str)
    def _open_scenario(self, scenario_id: str) -> None:
        scenario: Scenario | None = self._library.scenario(scenario_id)
        if scenario is None:
            self.notice.emit("This scenario is not in the library any more.")
            self._library.reload()
        else:
            self.scenario_opened.emit(scenario)

    @Slot(str)
    def _open_broken(self, path: str) -> None:
        broken = next((b for b in self._library.broken if b.path == path), None)
        if broken is None:
            self.show_page("scenarios")
            return
        self.broken.show_broken(broken, len(self._library.entries))
        self.shell.set_page("broken")
        self.page_wanted.emit(self.shell)

    @Slot()
    def _look_again(self) -> None:
        self._library.reload()
        self.show_page("scenarios")

    def _show_team(self, attempts: tuple[AttemptSummary, ...]) -> None:
        self.team.show_attempts(attempts, self._now())

    def _show_reports(self, practice: _Practice) -> None:
        self.reports.show_practice(*practice, self._now().astimezone().date())

    def _review_from(self, key: str, attempt_id: str) -> None:
        self._before_review = key
        self._open_review(attempt_id)

    def _open_review(self, attempt_id: str) -> None:
        self._review_wanted = attempt_id
        self._store.run(lambda store: store.attempt(attempt_id), self._show_review, self._fail)

    @Slot(str)
    def _go_on_reviewing(self, attempt_id: str) -> None:
        # After "Sign off and next" the trainer may have left before the review was saved.
        if self.review.isVisible():
            self._open_review(attempt_id)

    def _show_review(self, stored: StoredAttempt) -> None:
        if self._review_wanted == stored.summary.id:
            self._fill_review(stored)
            self.page_wanted.emit(self.review)

    def _fill_review(self, stored: StoredAttempt) -> None:
        self._reviewed = stored
        before = self.reports if self._before_review == "reports" else self.team
        self.review.bar.back.setText(self._before_review.capitalize())
        self.review.show_attempt(stored, before.order)

    @Slot(str, object)
    def _save_review(self, comment: str, overrides: tuple[Override, ...]) -> None:
        if self._reviewed is None or self._profile is None:
            return
        attempt_id = self._reviewed.summary.id
        review = Review(
            trainer_id=self._profile.id,
            trainer_name=self._profile.name,
            at=self._now(),
            comment=comment.strip(),
            overrides=overrides,
        )

        def saved(_: None) -> None:
            self.notice.emit("Saved. The trainee sees both scores and your reasons.")
            # Read again, but not brought back: the trainer may be elsewhere by now.
            self._store.run(lambda store: store.attempt(attempt_id), self._fill_review, self._fail)

        self._store.run(
            lambda store: store.save_review(attempt_id, review), saved, self._review_failed
        )

    def _review_failed(self, error: SimulatorError) -> None:
        self.review.show_problem(str(error))

    def _fail(self, error: SimulatorError) -> None:
        self.notice.emit(str(error))


def _all_practice(store: ProfileStore) -> _Practice:
    return store.past_contacts(None), store.attempts(None)
