"""A shift from its choice to its debrief: short contacts, a breath between them, one look back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.events import Began
from simulator.core.conversation.session import Session
from simulator.core.errors import SimulatorError
from simulator.core.progress.profile import AttemptSummary, Profile
from simulator.core.progress.shift import (
    Shift,
    ShiftPlace,
    ShiftPlan,
    debrief_of,
    is_played_out,
    one_line,
    planned,
    result_of,
    short_record,
)
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.rubric import Skill
from simulator.ui.agreement import AgreementFileError, read_agreement
from simulator.ui.library_controller import LibraryController
from simulator.ui.pages.breather_page import BreatherPage
from simulator.ui.pages.shift.choice import ShiftChoice
from simulator.ui.pages.shift.shift_line import ShiftLine
from simulator.ui.pages.shift_page import ShiftPage
from simulator.ui.pages.shift_start_page import ShiftStartPage
from simulator.ui.practice_controller import PracticeController, Surroundings
from simulator.ui.practice_flow import PracticeFlow
from simulator.ui.shift_records import ShiftRecords, Standing
from simulator.ui.store_access import StoreAccess
from simulator.ui.theme.assets import asset_path


class ShiftFlow(QObject):
    """Leads through a shift. Each contact is an attempt of its own and is kept as such.

    Signals:
        page_wanted(QWidget): this page is to be shown.
        left(): back to the scenarios.
        notice(str): something to be told in passing.
        attempt_opened(str): the scorecard of this attempt is wanted.
        agreement_wanted(): the trainee wants to know how good the scores are.
        open_shift_known(str): where the shift stands that was left; empty if there is none.
    """

    page_wanted = Signal(QWidget)
    left = Signal()
    notice = Signal(str)
    attempt_opened = Signal(str)
    agreement_wanted = Signal()
    open_shift_known = Signal(str)

    def __init__(
        self,
        practice: PracticeController,
        flow: PracticeFlow,
        library: LibraryController,
        store: StoreAccess,
        around: Surroundings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._practice, self._flow, self._library = practice, flow, library
        self._around = around
        self._records = ShiftRecords(store, around, self)
        self._records.failed.connect(self._fail)
        self._standing = Standing()
        self._shift: Shift | None = None
        self._comes_back = False
        self.lost: Callable[[], frozenset[str]] = frozenset
        """Gives the personas of people who have gone to a rival; by itself there are none."""
        self._build_pages()
        practice.session_changed.connect(self._end_when_played_out)
        practice.scored.connect(self._take_result)
        practice.failed.connect(self._leave_what_did_not_begin)
        flow.short_contact_over.connect(self._finish_contact)
        flow.left.connect(self._interrupt)

    def _build_pages(self) -> None:
        self.start, self.breather, self.debrief = ShiftStartPage(), BreatherPage(), ShiftPage()
        self.pages: tuple[QWidget, ...] = (self.start, self.breather, self.debrief)
        self.line = ShiftLine()
        self._flow.conversation.frame.insertWidget(1, self.line)
        self.line.hide()
        self.start.back_wanted.connect(self._leave)
        self.start.start_wanted.connect(self._start)
        self.start.go_on_wanted.connect(self._go_on)
        self.start.debrief_wanted.connect(self._look_back)
        self.breather.back_wanted.connect(self._leave)
        self.breather.go_on_wanted.connect(self._begin_contact)
        self.breather.end_wanted.connect(self._end)
        self.debrief.back_wanted.connect(self._leave)
        self.debrief.again_wanted.connect(self.offer)
        self.debrief.attempt_chosen.connect(self._open_attempt_of)
        self.debrief.agreement_wanted.connect(self.agreement_wanted)

    # Before

    def set_profile(self, profile: Profile | None) -> None:
        """Practise as this person; None is a guest, whose shift is not kept."""
        self._records.set_profile(profile)
        self._standing = Standing()
        self._shift = None
        self._leave_contact()
        self._tell_open()

    @Slot(object)
    def look_for_open(self, attempts: tuple[AttemptSummary, ...]) -> None:
        """Find the shift that was left, among the attempts of the person who is in."""
        self._records.read(self._take_standing, attempts)

    @Slot()
    def offer(self) -> None:
        """Let the trainee choose a shift, or go on with the one that was left."""
        self._comes_back = False

        def show(standing: Standing) -> None:
            self._take_standing(standing)
            self._show_start()

        if self._records.are_kept:
            self._records.read(show)
        else:
            self._show_start()

    def _take_standing(self, standing: Standing) -> None:
        self._standing, self._shift = standing, standing.left
        self._tell_open()

    def _tell_open(self) -> None:
        shift = self._shift
        is_open = shift is not None and not shift.is_over
        place = f"{shift.number} of {shift.length}" if shift and is_open else ""
        self.open_shift_known.emit(place)

    def _show_start(self) -> None:
        self.start.show_shift(self._shift, self._standing.ended is not None)
        self.page_wanted.emit(self.start)

    @Slot(object)
    def _start(self, choice: ShiftChoice) -> None:
        seed = self._around.new_seed()
        try:
            contacts = planned(self._library.scenarios, choice.length, seed, self.lost())
        except SimulatorError as error:
            self._fail(error)
            return
        plan = ShiftPlan(
            id=self._around.new_id(),
            seed=seed,
            mode=choice.mode,
            answer_by=choice.answer_by,
            contacts=contacts,
        )
        self._records.begin(plan, lambda: self._begin_shift(Shift(plan)))

    def _begin_shift(self, shift: Shift) -> None:
        self._shift = shift
        self._breathe()

    @Slot()
    def _go_on(self) -> None:
        if self._shift is None:
            return
        self._records.drop_questions()
        attempt_id = self._standing.attempt_id
        if attempt_id:
            self._standing = self._standing._replace(attempt_id="")
            self._enter_contact()
            self._flow.resume(attempt_id)
        else:
            self._breathe()

    # During

    def _breathe(self, line: str = "") -> None:
        """Show who comes next; a contact whose scenario is gone is left out."""
        while self._shift is not None and not self._shift.is_over:
            scenario = self._next_scenario()
            if scenario is not None:
                self.breather.show_next(self._shift, scenario, line)
                self.page_wanted.emit(self.breather)
                return
            self._shift = self._shift.without_next()
            self.notice.emit("A scenario of this shift is not in the library any more.")
        self._end()

    def _next_scenario(self) -> Scenario | None:
        contact = self._shift.next_contact if self._shift else None
        return self._library.scenario(contact.scenario_id) if contact else None

    @Slot()
    def _begin_contact(self) -> None:
        shift, scenario = self._shift, self._next_scenario()
        if shift is None or shift.number is None or shift.next_contact is None:
            return
        if scenario is None:
            self._breathe()
            return
        self._enter_contact()
        began = Began(
            scenario_id=scenario.id,
            mode=shift.plan.mode,
            answer_by=shift.plan.answer_by,
            seed=shift.next_contact.seed,
        )
        self._flow.begin_short(scenario, began, ShiftPlace(shift.plan.id, shift.number))

    def _enter_contact(self) -> None:
        shift = self._shift
        if shift is not None and shift.number is not None:
            self.line.show_place(shift.number, shift.length)
            self.line.show()
            self._flow.set_short(shift.plan.most_turns)

    def _leave_contact(self) -> None:
        self.line.hide()
        self._flow.set_short(0)

    @Slot(object)
    def _end_when_played_out(self, session: Session) -> None:
        is_on = self._flow.is_in_shift and self._shift is not None
        if is_on and self._shift and is_played_out(session, self._shift.plan.most_turns):
            self._practice.end_early()

    @Slot()
    def _finish_contact(self) -> None:
        session = self._practice.session
        if session is not None:
            self._practice.finish(short_record(session))

    @Slot(str)
    def _take_result(self, attempt_id: str) -> None:
        session, shift = self._practice.session, self._shift
        if not self._flow.is_in_shift or session is None or shift is None or shift.is_over:
            return
        card = scorecard_of(session)
        self._shift = shift.after_contact(result_of(shift.number or 0, attempt_id, card))
        self._practice.leave()
        self._leave_contact()
        self._breathe(one_line(card))

    @Slot()
    def _interrupt(self) -> None:
        """The trainee left in the middle of a contact; the shift can be taken up again."""
        self._leave_contact()
        self._tell_open()

    @Slot()
    def _leave_what_did_not_begin(self) -> None:
        if self._practice.session is None:
            self._leave_contact()

    # After

    @Slot()
    def _end(self) -> None:
        shift, self._shift = self._shift, None
        if shift is None:
            return
        self._records.end(shift)
        self._tell_open()
        if shift.results:
            self._standing = Standing(ended=shift)
            self._show_debrief(shift)
        else:
            self.left.emit()

    @Slot()
    def _look_back(self) -> None:
        if self._standing.ended is not None:
            self._show_debrief(self._standing.ended)

    def _show_debrief(self, shift: Shift) -> None:
        self.debrief.show_debrief(debrief_of(shift, _margins()))
        self.page_wanted.emit(self.debrief)

    @Slot(str)
    def _open_attempt_of(self, attempt_id: str) -> None:
        self._comes_back = True
        self.attempt_opened.emit(attempt_id)

    def come_back(self) -> bool:
        """Show the debrief again if a scorecard was opened from it; tell whether it was."""
        comes, self._comes_back = self._comes_back, False
        if comes:
            self.page_wanted.emit(self.debrief)
        return comes

    @Slot()
    def _leave(self) -> None:
        self._comes_back = False
        self._tell_open()
        self.left.emit()

    @Slot(object)
    def _fail(self, error: SimulatorError) -> None:
        self.notice.emit(str(error))


def _margins() -> Mapping[Skill, float]:
    """Give how far the scorer is off on each scale by its published figures; empty without."""
    try:
        agreement = read_agreement(asset_path("models", "agreement.json"))
    except AgreementFileError:
        return {}
    ours = agreement.sets[0].ours
    return {skill: figures.error for skill, figures in ours.scales.items()}
