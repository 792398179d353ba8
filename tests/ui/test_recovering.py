"""After an abusive customer, in the flow of a practice and of a shift."""

from datetime import UTC, datetime
from itertools import count

import pytest

from simulator.core.conversation.events import AfterRecord, Began
from simulator.core.progress.profile import Profile
from simulator.core.progress.shift import Shift, ShiftPlan
from simulator.storage import open_store
from simulator.ui.practice_controller import PracticeController, Surroundings
from simulator.ui.practice_flow import PracticeFlow
from simulator.ui.store_access import StoreAccess
from tests.core.conversation.grant import ENDED, grant
from tests.core.conversation.nora import nora
from tests.fakes.reply_model import FakeReplyModel
from tests.fakes.voice import FakeVoice
from tests.ui.visitor import Visitor

NOON = datetime(2026, 3, 21, 12, tzinfo=UTC)
ANA = Profile(id="ana", name="Ana", created_at=NOON)


@pytest.fixture
def flow(qtbot, tmp_path, still):
    store = open_store(tmp_path, NOON)
    store.add_profile(ANA)
    store.close()
    numbers = count(1)
    access = StoreAccess(lambda: (open_store(tmp_path, NOON), ""))
    around = Surroundings(
        now=lambda: NOON,
        new_id=lambda: f"attempt-{next(numbers)}",
        new_seed=lambda: 7,
        load_model=FakeReplyModel,
        load_signs=lambda: lambda _text: (),
        digest=lambda scenario: scenario.id,
    )
    practice = PracticeController(access, around)
    flow = PracticeFlow(practice, access, FakeVoice(), lambda: NOON)
    for page in flow.pages:
        qtbot.addWidget(page)
    flow.set_profile(ANA)
    yield flow
    practice.close()
    access.close()


def after(qtbot, flow, act):
    with qtbot.waitSignal(flow._practice.session_changed) as shown:
        act()
    return shown.args[0]


def call_ended(qtbot, flow):
    """Have the call ended by the rules."""
    practice = flow._practice
    after(qtbot, flow, lambda: practice.start(grant(), Began(scenario_id=grant().id)))
    for reply in ENDED:
        session = after(qtbot, flow, lambda reply=reply: practice.choose(reply))
    assert session.is_over
    return session


def page_after(qtbot, flow, act):
    with qtbot.waitSignal(flow.page_wanted) as wanted:
        act()
    return wanted.args[0]


def go_on(flow):
    flow.conversation.to_after_wanted.emit()


def test_an_abusive_call_leads_to_the_recovery_page_and_then_to_after(qtbot, flow):
    call_ended(qtbot, flow)

    first = page_after(qtbot, flow, lambda: go_on(flow))
    second = page_after(qtbot, flow, flow.recovery.go_on_wanted.emit)

    assert first is flow.recovery
    assert second is flow.after


def test_the_closing_line_tells_what_comes_next(qtbot, flow):
    call_ended(qtbot, flow)

    closing = flow.conversation.body.closing
    assert closing.go_on.text() == "Go on"
    assert closing._says.text() == "First a moment for you. Then log what you promised."


def test_any_other_contact_leads_straight_to_after(qtbot, flow):
    practice = flow._practice
    after(qtbot, flow, lambda: practice.start(nora(), Began(scenario_id=nora().id)))
    after(qtbot, flow, practice.end_early)

    assert page_after(qtbot, flow, lambda: go_on(flow)) is flow.after
    assert flow.conversation.body.closing.go_on.text() == "Go on to After"


def test_an_abusive_call_that_was_stopped_leads_there_as_well(qtbot, flow):
    practice = flow._practice
    after(qtbot, flow, lambda: practice.start(grant(), Began(scenario_id=grant().id)))
    after(qtbot, flow, lambda: practice.choose("not-you-us"))
    after(qtbot, flow, practice.end_early)

    assert page_after(qtbot, flow, lambda: go_on(flow)) is flow.recovery


def test_a_recovery_page_that_was_left_comes_again_with_the_attempt(qtbot, flow):
    ended = call_ended(qtbot, flow)
    page_after(qtbot, flow, lambda: go_on(flow))
    flow.recovery.leave_wanted.emit()

    resumed = after(qtbot, flow, lambda: flow.resume("attempt-1"))

    assert tuple(resumed.events) == tuple(ended.events)
    assert page_after(qtbot, flow, lambda: go_on(flow)) is flow.recovery


def test_it_does_not_come_again_once_the_record_is_begun(qtbot, flow):
    call_ended(qtbot, flow)
    page_after(qtbot, flow, lambda: go_on(flow))
    page_after(qtbot, flow, flow.recovery.go_on_wanted.emit)
    flow._practice.note(AfterRecord(note="One warning given, then ended."))
    qtbot.waitUntil(lambda: flow._practice.session.after is not None)
    flow.after.leave_wanted.emit()

    after(qtbot, flow, lambda: flow.resume("attempt-1"))

    assert page_after(qtbot, flow, lambda: go_on(flow)) is flow.after


def test_recovering_leaves_no_trace_in_the_log(qtbot, flow):
    ended = call_ended(qtbot, flow)
    page_after(qtbot, flow, lambda: go_on(flow))
    flow.recovery.breathe.click()
    page_after(qtbot, flow, flow.recovery.go_on_wanted.emit)

    found = []
    flow._store.run(lambda store: store.attempt("attempt-1"), found.append, found.append)
    qtbot.waitUntil(lambda: bool(found))

    assert tuple(found[0].events) == tuple(ended.events)


@pytest.fixture
def visitor(qtbot, tmp_path):
    visitor = Visitor(qtbot, tmp_path)
    visitor.window.choose(voice_on=False, less_motion=True)
    yield visitor
    visitor.close()


def test_in_a_shift_it_comes_before_the_breather(visitor):
    ana = visitor.add_profile("Ana")
    shifts, flow = visitor.rooms.shifts, visitor.rooms.flow
    contact = {"scenario_id": grant().id, "level": 5, "seed": 1}
    plan = ShiftPlan.model_validate({"id": "shift", "seed": 1, "contacts": [contact] * 5})
    shifts._records.begin(plan, lambda: shifts._begin_shift(Shift(plan)))
    visitor.sees(shifts.breather)
    visitor.click(shifts.breather.go_on)
    visitor.sees(flow.conversation)
    for turn, reply in enumerate(ENDED, 1):
        visitor.rooms.practice.choose(reply)
        visitor.wait(lambda turn=turn: len(visitor.session.turns) == turn)

    visitor.click(flow.conversation.body.closing.go_on)
    visitor.sees(flow.recovery)
    assert not flow.recovery.bar.spine.isVisible()
    visitor.click(flow.recovery.go_on)

    visitor.sees(shifts.breather)
    assert shifts.breather.line.words == "Contact 2 of 5"
    assert [attempt.is_finished for attempt in visitor.attempts(ana)] == [True]


def test_the_window_leads_back_from_the_recovery_page(visitor):
    visitor.add_profile("Ana")
    practice, flow = visitor.rooms.practice, visitor.rooms.flow
    flow.brief(grant())
    practice.start(grant(), Began(scenario_id=grant().id))
    visitor.sees(flow.conversation)
    for turn, reply in enumerate(ENDED, 1):
        practice.choose(reply)
        visitor.wait(lambda turn=turn: len(visitor.session.turns) == turn)
    visitor.click(flow.conversation.body.closing.go_on)
    visitor.sees(flow.recovery)

    visitor.leave()

    visitor.sees_scenarios()
