from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from simulator.core.progress.habits import Change, HabitKind
from simulator.ui.pages.habit_words import count_words, habit_line
from simulator.ui.pages.progress_page import ProgressPage
from simulator.ui.theme import theme
from simulator.ui.widgets.tags import Tag
from tests.ui.pages.looking import misplaced, seen_words_on
from tests.ui.pages.sample_habits import all_habits, habit
from tests.ui.pages.sample_library import NOW, attempts

TODAY = NOW.date()


@pytest.fixture
def page(qtbot, still):
    page = ProgressPage()
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show_progress(attempts(5), TODAY)
    page.show()
    return page


def tags(page):
    return [tag.text for tag in page.habits.findChildren(Tag)]


def test_without_habits_nothing_is_said_of_them(page):
    page.show_habits(())

    assert not page.habits.isVisible()


def test_a_habit_is_told_with_how_often_its_words_and_one_advice(page):
    page.show_habits((habit(),))

    words = seen_words_on(page.habits)
    assert "“I understand, but”" in words
    assert "In 3 of 12 replies, since 10 March." in words
    assert "“I understand, but the next slot is Thursday.”" in words
    assert "Amara Okafor, turn 2, Today" in words
    assert HabitKind.UNDERSTAND_BUT.advice in words


def test_three_habits_are_shown_at_most(page):
    page.show_habits(all_habits())

    assert [part.habit.kind for part in page.habits.parts] == list(HabitKind)[:3]


@pytest.mark.parametrize(
    ("change", "shown"),
    [(Change.FADING, ["Fading"]), (Change.GROWING, ["More often lately"]), (Change.NONE, [])],
)
def test_a_change_is_told_only_where_there_is_one(page, change, shown):
    page.show_habits((habit(change=change),))

    assert tags(page) == shown


def test_a_quote_leads_to_its_scorecard(page, qtbot):
    page.show_habits((habit(),))
    row = page.habits.parts[0].quotes[1]

    with qtbot.waitSignal(page.attempt_chosen) as chosen:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    assert chosen.args == ["attempt-2"]


def test_other_habits_replace_the_first(page):
    page.show_habits((habit(),))

    page.show_habits((habit(HabitKind.AS_I_SAID, quotes=()),))

    words = seen_words_on(page.habits)
    assert "“As I said”" in words
    assert "“I understand, but”" not in words


def test_markup_in_a_quote_is_shown_as_it_was_written(page):
    loud = habit().quotes[0]
    text = "<b>I understand, but</b> & no"

    page.show_habits((habit(quotes=(type(loud)(**{**vars(loud), "text": text}),)),))

    assert f"“{text}”" in seen_words_on(page.habits)


@pytest.mark.parametrize("width", [360, 720, 1072])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_in_any_room(page, qtbot, width, scale):
    theme().set_up(text_scale=scale, less_motion=True)
    page.resize(width, 800)
    page.show_habits(all_habits())
    page.fit_room()
    qtbot.wait(1)

    assert misplaced(page.habits) == []


# Words


def test_more_than_once_in_a_reply_is_counted(page):
    assert count_words(habit(times=7), TODAY) == "7 times, in 3 of 12 replies, since 10 March."


def test_since_yesterday_is_said_so():
    assert "since yesterday" in count_words(habit(since=NOW - timedelta(days=1)), TODAY)


def test_a_scorecard_tells_of_the_weightiest_habit_that_showed_in_it():
    line = habit_line(all_habits(), "attempt-0")

    assert line == (
        "A habit showed at turns 2 and 4: the same line for different customers. "
        + HabitKind.CANNED_LINES.advice
    )


def test_a_scorecard_without_a_habit_tells_of_none():
    assert habit_line(all_habits(), "attempt-9") == ""
