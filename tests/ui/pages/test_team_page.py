from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from simulator.ui.pages.team.attempt_table import Column
from simulator.ui.pages.team_page import TeamPage
from simulator.ui.theme import theme
from simulator.ui.widgets.notices import EmptyState
from tests.ui.pages.sample_cards import NOON, summary
from tests.ui.pages.shown_page import shown_page

NOW = NOON + timedelta(hours=1)


def team():
    return (
        summary("reviewed", "Ruth Osei", hours_ago=1, is_reviewed=True, review_asked=True),
        summary("old", "Emil Varga", hours_ago=90, courtesy=20),
        summary("new", "Jonas Petit", hours_ago=3, courtesy=95),
        summary("asked", "Leila Haddad", hours_ago=200, review_asked=True, patience=None),
    )


@pytest.fixture
def page(qapp, still):
    page = TeamPage()
    page.show_attempts(team(), NOW)
    with shown_page(page):
        yield page


def text(page, row, column):
    return page.view.model().index(row, column).data()


def click_cell(page, row, column=Column.SCENARIO):
    box = page.view.visualRect(page.view.model().index(row, column))
    return page.view.viewport(), box.center()


def click_header(page, column):
    header = page.view.horizontalHeader()
    x = header.sectionViewportPosition(column) + 20
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, header.height() // 2)
    )


def test_who_asked_comes_first_then_the_newest_not_reviewed(page):
    assert page.order == ("asked", "new", "old", "reviewed")


def test_a_row_says_who_what_when_and_how_it_stands(page):
    shown = [text(page, 1, column) for column in Column]

    assert shown[Column.PERSON] == "Jonas Petit"
    assert shown[Column.SCENARIO] == "The engineer who never came"
    assert shown[Column.COURTESY] == "95"
    assert shown[Column.ENDING] == "Ended well"
    assert shown[Column.REVIEW] == "Not reviewed yet"


def test_a_skill_not_rated_is_a_dash_and_spoken_in_words(page):
    index = page.view.model().index(0, Column.PATIENCE)

    assert index.data() == "–"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Patience: not rated"


def test_a_score_is_spoken_with_its_band(page):
    index = page.view.model().index(1, Column.COURTESY)

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Courtesy 95 of 100, excellent"


def test_a_contact_stopped_early_says_so(page):
    page.show_attempts((summary(ending_kind=None),), NOW)

    assert text(page, 0, Column.ENDING) == "Stopped early"


def test_attempts_not_finished_are_left_out(page):
    page.show_attempts((*team(), summary("open", finished_at=None)), NOW)

    assert "open" not in page.order


def test_enter_opens_the_current_row(page, qtbot):
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Down)

    with qtbot.waitSignal(page.attempt_chosen) as chosen:
        QTest.keyClick(page.view, Qt.Key.Key_Return)

    assert chosen.args == ["new"]


def test_a_double_click_opens_a_row(page, qtbot):
    viewport, place = click_cell(page, 2)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)

    with qtbot.waitSignal(page.attempt_chosen) as chosen:
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args == ["old"]


def test_a_click_on_a_title_sorts_and_says_so(page):
    click_header(page, Column.COURTESY)

    assert page.order[0] == "old"
    assert page.sort_button.text() == "Sorted by courtesy"


def test_the_order_menu_sorts_without_a_mouse_and_turns_round_the_second_time(page):
    by_person = page.sort_menu.actions()[Column.PERSON]

    by_person.trigger()
    first = page.order[0]
    by_person.trigger()

    assert (first, page.order[0]) == ("old", "reviewed")
    assert by_person.isChecked()


def test_only_what_is_to_review_can_be_shown(page):
    QTest.mouseClick(page.to_review, Qt.MouseButton.LeftButton)

    assert page.order == ("asked", "new", "old")


def test_a_name_typed_finds_its_person(page):
    QTest.keyClicks(page.search, "leila")

    assert page.order == ("asked",)


def test_people_can_be_ticked(page):
    page.person.menu_of_values.actions()[0].trigger()

    assert page.order == ("old",)
    assert page.person.text() == "Person: Emil Varga"


def test_clearing_shows_everybody_again(page):
    page.person.menu_of_values.actions()[0].trigger()
    QTest.mouseClick(page.to_review, Qt.MouseButton.LeftButton)

    page.clear_filters()

    assert len(page.order) == 4


def test_a_refresh_keeps_the_filters_and_the_current_row(page):
    page.person.menu_of_values.actions()[0].trigger()
    page.person.menu_of_values.actions()[1].trigger()
    page.view.selectRow(1)

    page.show_attempts((*team(), summary("more", "Anil Desai", hours_ago=2)), NOW)

    assert page.order == ("new", "old")
    assert page.order[page.view.currentIndex().row()] == "old"


def test_nobody_here_yet_says_what_will_be_here(page):
    page.show_attempts((), NOW)

    empty = page.findChild(EmptyState)
    assert empty.isVisible()
    assert empty.accessibleName().startswith("Nobody here yet")


def test_nothing_waits_when_all_is_reviewed(page):
    page.show_attempts((summary(is_reviewed=True),), NOW)

    QTest.mouseClick(page.to_review, Qt.MouseButton.LeftButton)

    assert page.empty.accessibleName().startswith("Nothing waits for you")


def test_a_name_is_never_read_as_markup(page, qtbot):
    page.show_attempts((summary(name="<b>Ana</b> & co"),), NOW)

    assert text(page, 0, Column.PERSON) == "<b>Ana</b> & co"
    assert not page.view.grab().isNull()


def test_rows_grow_with_the_text(qtbot, page):
    before = page.view.rowHeight(0)

    theme().set_up(text_scale=2.0)

    assert page.view.rowHeight(0) == 2 * before
    assert page.view.columnWidth(Column.PERSON) > 2 * 100
