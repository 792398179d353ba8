"""Reports in the whole window: from attempts in a real database to a trainer's review and back."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.app import DEFAULT_LIBRARY
from simulator.core.conversation.debrief import scorecard_of
from simulator.core.progress.profile import AttemptStart, Profile
from simulator.core.progress.review import Review, overridden
from simulator.core.scenario.words import Cause
from simulator.core.scoring.rubric import Skill
from simulator.storage import open_store
from tests.ui.pages.looking import misplaced, seen_words_on
from tests.ui.pages.sample_practice import RUDE, kind_session, public_session
from tests.ui.visitor import SHOWN, Visitor

NOON = datetime(2026, 3, 21, 12, tzinfo=UTC)
ANA = Profile(id="ana", name="Ana", created_at=NOON)
TOM = Profile(id="tom", name="Tom", role="trainer", created_at=NOON)


def keep(store, name, session, person=ANA):
    """Keep a played contact as a finished attempt."""
    start = AttemptStart(
        id=name,
        profile_id=person.id,
        scenario=session.scenario,
        scenario_sha256=name,
        began_at=NOON,
    )
    store.begin_attempt(start, session.events[0])
    store.append_events(name, 1, session.events[1:], NOON)
    store.finish_attempt(name, scorecard_of(session), NOON + timedelta(minutes=8))


@pytest.fixture(scope="module")
def _open_window(qapp, tmp_path_factory):
    """One window on what Ana has practised, with a library of one: opening one takes a while."""
    folder = tmp_path_factory.mktemp("reports")
    store = open_store(folder / "data", NOON)
    store.add_profile(ANA)
    store.add_profile(TOM)
    keep(store, "kind", kind_session())
    keep(store, "rude", public_session())
    keep(store, "ruder", public_session(1, audience=300_000))
    store.close()
    (folder / "scenarios").mkdir()
    shutil.copy(DEFAULT_LIBRARY / "complaint" / f"{SHOWN}.yaml", folder / "scenarios")
    visitor = Visitor(QtBot(None), folder / "data", folder / "scenarios")
    yield visitor
    visitor.close()


@pytest.fixture
def window(_open_window):
    yield _open_window
    _open_window.window.show_profiles_page()


def run(visitor, call):
    """Let the store do something, and wait until it has."""
    done = []
    visitor.window.store.run(call, done.append, done.append)
    visitor.wait(lambda: bool(done))
    assert done == [None]


def read_reports(visitor):
    """Click on the place in the sidebar, and wait for the figures of all that is kept."""
    home, finished = visitor.rooms.home, len(visitor.attempts())
    visitor.click(home.shell.sidebar.buttons["reports"])
    home.reports.show_report("exposure")
    visitor.wait(lambda: f"of {finished} finished conversations" in home.reports.headline)
    return home.reports


def part_of(page, cause):
    return next(part for part in page.causes.parts if part.line.cause is cause)


def test_row_03_a_bad_ending_adds_a_row_and_a_good_one_does_not(window):
    window.choose_profile("Tom")
    before = read_reports(window).order
    run(window, lambda store: keep(store, "another-kind", kind_session(seed=3)))
    after_a_good_one = read_reports(window).order
    run(window, lambda store: keep(store, "another-rude", public_session(2)))

    page = read_reports(window)

    assert after_a_good_one == before
    assert set(page.order) == {*before, "another-rude"}
    assert f"“{RUDE}”" in seen_words_on(page)


def test_row_19_quality_stands_in_the_cause_report(window):
    quality = kind_session(seed=2, causes=("quality",))
    run(window, lambda store: keep(store, "quality", quality))
    window.choose_profile("Tom")
    page = read_reports(window)
    page.setFocus()

    window.press(Qt.Key.Key_Right)

    part = part_of(page, Cause.QUALITY)
    assert part.isVisible()
    assert part.accessibleName() == (
        "Quality. The product or the service itself. One conversation. "
        "On average Courtesy 80, Patience 70, Helpfulness 60. "
        "Noted rightly the one time. 1 ended well."
    )


def test_the_score_a_trainer_gave_counts_in_the_cause_report(window):
    session = kind_session(seed=4, causes=("journey",))
    reason = "She was given all the time she needed."
    change = overridden(scorecard_of(session), Skill.PATIENCE, 90, reason)
    review = Review(trainer_id="tom", trainer_name="Tom", at=NOON, overrides=(change,))
    run(window, lambda store: keep(store, "journey", session))
    run(window, lambda store: store.save_review("journey", review))
    window.choose_profile("Tom")

    page = read_reports(window)

    assert part_of(page, Cause.JOURNEY).line.means[Skill.PATIENCE] == 90


def test_a_row_opens_the_review_and_the_way_back_ends_at_the_row(window):
    window.choose_profile("Tom")
    page = read_reports(window)
    home = window.rooms.home
    lower = page.exposure.cards[1]
    lower.setFocus(Qt.FocusReason.TabFocusReason)

    window.press(Qt.Key.Key_Return)
    window.sees(home.review)
    back_words = home.review.bar.back.text()
    window.click(home.review.bar.back)

    window.sees(home.shell)
    assert back_words == "Reports"
    assert home.shell.page_key == "reports"
    window.wait(lower.hasFocus)


def test_the_review_goes_on_to_the_next_conversation_that_went_public(window):
    window.choose_profile("Tom")
    page = read_reports(window)
    review = window.rooms.home.review
    page.attempt_chosen.emit(page.order[-2])
    window.sees(review)
    window.wait(review.next.isEnabled)

    window.click(review.next)

    window.wait(lambda: not review.next.isEnabled())
    assert review.previous.isEnabled()


def test_the_review_from_the_team_leads_back_to_the_team(window):
    window.choose_profile("Tom")
    page = read_reports(window)
    home = window.rooms.home
    page.attempt_chosen.emit("rude")
    window.sees(home.review)
    window.click(home.review.bar.back)
    window.sees(home.shell)
    window.click(home.shell.sidebar.buttons["team"])
    window.wait(lambda: "kind" in home.team.order)

    home.team.attempt_chosen.emit("kind")
    window.sees(home.review)
    window.click(home.review.bar.back)

    window.sees(home.shell)
    assert home.review.bar.back.text() == "Team"
    assert home.shell.page_key == "team"


def test_only_a_trainer_finds_the_reports(window):
    button = window.rooms.home.shell.sidebar.buttons["reports"]
    window.choose_profile("Ana")
    seen_by_ana = button.isVisible()
    window.switch_person()

    window.choose_profile("Tom")

    assert not seen_by_ana
    assert button.isVisible()


def test_f6_leads_from_the_sidebar_through_the_reports_to_the_rows(window):
    window.choose_profile("Tom")
    page = read_reports(window)
    window.rooms.home.shell.sidebar.buttons["reports"].setFocus()

    window.press(Qt.Key.Key_F6)
    first = QApplication.focusWidget()
    window.press(Qt.Key.Key_F6)

    assert page.reports.isAncestorOf(first)
    assert QApplication.focusWidget() is page.exposure.cards[0]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_page_fits_a_window_of_1024_pixels(window, scale):
    window.choose_profile("Tom")
    page = read_reports(window)
    window.window.resize(1024, 700)
    window.window.choose(text_scale=scale)

    for report in ("exposure", "causes"):
        page.show_report(report)
        window.wait(lambda: not misplaced(page))
    window.window.choose(text_scale=1.0)
