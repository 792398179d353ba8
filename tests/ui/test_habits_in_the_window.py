from datetime import UTC, datetime, timedelta

import pytest

from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.events import Began
from simulator.core.conversation.session import Session
from simulator.core.progress.profile import AttemptStart, Profile
from simulator.storage import open_store
from tests.core.conversation.small_contact import SMALL, rated
from tests.ui.visitor import Visitor

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ANA = Profile(id="ana", name="Ana Silva", created_at=MONDAY)


def practised(folder, person, contacts):
    """Keep finished contacts of somebody who says the same words each time."""
    store = open_store(folder, MONDAY)
    store.add_profile(person)
    for number in range(contacts):
        at = MONDAY + timedelta(days=number)
        session = Session.begin(SMALL, Began(scenario_id=SMALL.id))
        reply = f"I understand, but lorry number {number} is full."
        session = session.after_reply(reply, rated()).after_stopping().after_finishing()
        start = AttemptStart(
            id=f"a{number}", profile_id=person.id, scenario=SMALL, scenario_sha256="s", began_at=at
        )
        store.begin_attempt(start, session.events[0])
        store.append_events(start.id, 1, session.events[1:], at)
        store.finish_attempt(start.id, scorecard_of(session), at)
    store.close()


@pytest.fixture
def visit(qtbot, tmp_path):
    visitors = []

    def visited(contacts):
        practised(tmp_path, ANA, contacts)
        visitors.append(Visitor(qtbot, tmp_path))
        visitors[0].choose_profile(ANA.name)
        return visitors[0]

    yield visited
    visitors[0].close()


def test_habits_stand_on_the_progress_page_and_lead_to_a_scorecard_that_names_them(visit):
    visitor = visit(4)
    home, flow = visitor.rooms.home, visitor.rooms.flow

    home.show_page("progress")
    visitor.wait(home.progress.habits.isVisible)
    visitor.click(home.progress.habits.parts[0].quotes[0])
    visitor.sees(flow.scorecard)

    visitor.wait(flow.scorecard.column.habit.isVisible)
    assert "“I understand, but”" in flow.scorecard.column.habit.text.text()


def test_somebody_else_does_not_see_them(visit):
    visitor = visit(4)
    progress = visitor.rooms.home.progress
    visitor.wait(lambda: bool(progress.habits.parts))

    visitor.switch_person()
    visitor.add_profile("Ben Okoro")

    assert not progress.habits.parts
