from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from simulator.ui.pages.progress_page import ProgressPage
from simulator.ui.theme import theme
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.dial import SkillBar
from simulator.ui.widgets.notices import EmptyState
from simulator.ui.widgets.text import Label
from tests.ui.pages.sample_library import NOW, attempt, attempts

TODAY = NOW.date()


@pytest.fixture
def page(qtbot):
    page = ProgressPage()
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def empty_states(page):
    return [s.accessibleName() for s in page.findChildren(EmptyState) if s.isVisible()]


def button(page, text):
    return next(b for b in page.findChildren(Button) if b.text() == text and b.isVisible())


def test_before_the_first_conversation_the_page_says_what_will_be_here(page, qtbot):
    page.show_progress((), TODAY)

    with qtbot.waitSignal(page.practise_wanted):
        qtbot.mouseClick(button(page, "Choose a scenario"), Qt.MouseButton.LeftButton)

    assert empty_states(page)[0].startswith("No conversation yet.")


@pytest.mark.parametrize(
    ("count", "title", "next_step"),
    [
        (1, "One conversation so far. A trend needs three.", "Practise a second"),
        (2, "Two conversations so far. A trend needs three.", "Practise a third"),
    ],
)
def test_fewer_than_three_conversations_are_no_trend(page, qtbot, count, title, next_step):
    page.show_progress(attempts(count), TODAY)

    assert empty_states(page)[0].startswith(title)
    assert button(page, next_step)
    assert len(page.attempts.rows) == count


def test_three_conversations_are_a_trend(page):
    page.show_progress(attempts(3), TODAY)

    assert empty_states(page) == []
    assert page.trend.isVisible()


def test_the_header_counts_conversations_and_feelings_read_right(page):
    page.show_progress(attempts(34), TODAY)

    assert page.headline == (
        "34 conversations since January. You read the customer’s feeling right 7 times in 10."
    )


def test_an_unfinished_attempt_counts_nowhere(page):
    unfinished = attempt(0, id="open", finished_at=None)

    page.show_progress((*attempts(3), unfinished), TODAY)

    assert page.headline.startswith("3 conversations")
    assert len(page.attempts.rows) == 3


def test_without_a_read_feeling_nothing_is_said_about_reading(page):
    unread = tuple(attempt(place, reading=None) for place in range(3))

    page.show_progress(unread, TODAY)

    assert page.headline == "3 conversations since March."


def test_a_score_that_was_not_given_is_a_dash(page):
    page.show_progress((attempt(0, patience=None), *attempts(4)[1:]), TODAY)

    row = page.attempts.rows[0]

    assert "patience not rated" in row.accessibleName()


def test_a_skill_never_rated_is_a_dash_in_the_table(page):
    page.show_progress(tuple(attempt(place, patience=None) for place in range(3)), TODAY)

    cells = [page.trend.table.item(row, 2).text() for row in range(page.trend.table.rowCount())]

    assert set(cells) == {"–"}


def test_a_click_on_an_attempt_opens_its_scorecard(page, qtbot):
    page.show_progress(attempts(5), TODAY)

    with qtbot.waitSignal(page.attempt_chosen) as chosen:
        qtbot.mouseClick(page.attempts.rows[0], Qt.MouseButton.LeftButton)

    assert chosen.args == ["attempt-0"]


def test_enter_on_an_attempt_opens_its_scorecard(page, qtbot):
    page.show_progress(attempts(5), TODAY)

    with qtbot.waitSignal(page.attempt_chosen) as chosen:
        qtbot.keyClick(page.attempts.rows[2], Qt.Key.Key_Return)

    assert chosen.args == ["attempt-2"]


def test_all_attempts_are_listed_on_request(page, qtbot):
    page.show_progress(attempts(34), TODAY)
    few = len(page.attempts.rows)

    qtbot.mouseClick(button(page, "All 34 attempts"), Qt.MouseButton.LeftButton)

    assert few == 6
    assert len(page.attempts.rows) == 34
    assert button(page, "Fewer attempts").hasFocus()


def test_two_hundred_attempts_are_shown(page):
    page.show_progress(attempts(200), TODAY)
    page.show_range("all")

    assert page.headline.startswith("200 conversations since")
    assert page.trend.table.rowCount() > 50
    assert not page.grab().isNull()


def test_the_lines_have_a_table_with_the_same_numbers(page, qtbot):
    page.show_progress(attempts(20), TODAY)

    qtbot.mouseClick(button(page, "Show as table"), Qt.MouseButton.LeftButton)

    assert page.trend.shows_table
    first = [page.trend.table.item(0, column).text() for column in range(4)]
    assert first[1:] == ["82", "58", "74"]


def test_t_swaps_lines_and_table_while_the_card_has_the_keyboard(page, qtbot):
    page.show_progress(attempts(20), TODAY)
    page.trend.twin_button.setFocus()

    qtbot.keyClick(page.trend.twin_button, Qt.Key.Key_T)
    table_came = page.trend.shows_table
    qtbot.keyClick(page.trend.twin_button, Qt.Key.Key_T)

    assert table_came
    assert not page.trend.shows_table


def test_t_does_nothing_elsewhere(page, qtbot):
    page.show_progress(attempts(20), TODAY)
    page.attempts.rows[0].setFocus()

    qtbot.keyClick(page.attempts.rows[0], Qt.Key.Key_T)

    assert not page.trend.shows_table


def test_the_range_decides_which_weeks_are_drawn(page, qtbot):
    page.show_progress(attempts(60), TODAY)
    eight = page.trend.table.rowCount()

    four_weeks = next(b for b in page.ranges.findChildren(Button) if b.text() == "4 weeks")
    with qtbot.waitSignal(page.range_chosen) as chosen:
        qtbot.mouseClick(four_weeks, Qt.MouseButton.LeftButton)

    assert chosen.args == ["4"]
    assert eight == 8
    assert page.trend.table.rowCount() == 4


def test_a_range_without_a_trend_leads_to_all_weeks(page, qtbot):
    long_ago = tuple(
        attempt(place, finished_at=NOW - timedelta(days=200 + place)) for place in range(5)
    )
    page.show_progress(long_ago, TODAY)

    with qtbot.waitSignal(page.range_chosen) as chosen:
        qtbot.mouseClick(button(page, "Show all weeks"), Qt.MouseButton.LeftButton)

    assert chosen.args == ["all"]
    assert page.trend.isVisible()


def test_the_weakest_skill_leads_to_scenarios(page, qtbot):
    page.show_progress(attempts(9), TODAY)

    with qtbot.waitSignal(page.practise_wanted):
        qtbot.mouseClick(page.tracks.practise_button, Qt.MouseButton.LeftButton)

    texts = [label.text() for label in page.tracks.findChildren(Label)]
    assert "Patience is where practice pays most: 58 on average." in texts


def test_more_tracks_than_fit_are_counted(page):
    many = tuple(attempt(place, trade=f"trade {place}") for place in range(9))

    page.show_progress(many, TODAY)

    shown = [label.text() for label in page.tracks.findChildren(Label) if label.isVisible()]
    assert "and 3 more" in shown


def test_a_title_with_markup_is_shown_as_it_is_written(page):
    page.show_progress((attempt(0, title="<b>x</b>"), *attempts(4)[1:]), TODAY)

    shown = [each for each in page.findChildren(Label) if each.text() == "<b>x</b>"]

    assert [each.textFormat() for each in shown] == [Qt.TextFormat.PlainText]


def test_where_room_is_short_the_numbers_stand_alone(page, qtbot):
    page.show_progress(attempts(9), TODAY)
    with_bars = len(page.attempts.rows[0].findChildren(SkillBar))

    theme().set_up(text_scale=2.0)

    qtbot.waitUntil(lambda: not page.attempts.rows[0].findChildren(SkillBar))
    assert with_bars == 3
    assert page.minimumSizeHint().width() <= 800
