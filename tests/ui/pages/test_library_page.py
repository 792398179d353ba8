import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from simulator.ui.pages.library_card import BrokenCard
from simulator.ui.pages.library_page import LibraryPage
from simulator.ui.theme import theme
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.notices import EmptyState
from simulator.ui.widgets.text import Label
from tests.ui.pages.sample_library import ROOM, entry, six_entries

# The off-screen platform says so whenever a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot):
    page = LibraryPage()
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_library(six_entries(), (), False)
    return page


def cards(page):
    return page._grid.cards


def card(page, title):
    return next(each for each in cards(page) if each.title == title)


def tick(page, key, *values):
    chip = page._chips[key]
    for action in chip.menu_of_values.actions():
        if action.text() in values:
            action.trigger()


def empty_state(page):
    return next(state for state in page.findChildren(EmptyState) if state.isVisible())


def button(widget, text):
    return next(b for b in widget.findChildren(Button) if b.text() == text and b.isVisible())


def test_the_best_fit_stands_first(page):
    assert page.shown_titles[0] == "Engineer never came"
    assert len(page.shown_titles) == 6


def test_a_card_tells_a_screen_reader_all_it_shows(page):
    name = card(page, "Engineer never came").accessibleName()

    assert name == ("Engineer never came, Amara Okafor, phone, steady, 8 minutes, recommended")


def test_a_click_opens_the_briefing(page, qtbot):
    with qtbot.waitSignal(page.scenario_chosen) as chosen:
        qtbot.mouseClick(card(page, "Fourth transfer"), Qt.MouseButton.LeftButton)

    assert chosen.args == ["fourth-transfer"]


def test_an_unfinished_contact_is_continued(page, qtbot):
    with qtbot.waitSignal(page.resume_chosen) as chosen:
        qtbot.mouseClick(card(page, "Prescription"), Qt.MouseButton.LeftButton)

    assert chosen.args == ["r1"]


@pytest.mark.parametrize(
    ("title", "state"),
    [
        ("Engineer never came", "recommended"),
        ("Fourth transfer", "best 63"),
        ("Refund processing", "mastered 88"),
        ("Which form", "new"),
    ],
)
def test_the_tag_says_how_one_stands(page, title, state):
    assert card(page, title).accessibleName().endswith(state)


def test_the_tag_of_an_unfinished_contact_names_the_turn(page):
    assert "turn 3" in card(page, "Prescription").accessibleName()


def test_search_finds_words_of_title_and_customer(page, qtbot):
    qtbot.keyClicks(page.search_field, "okafor form")

    assert page.shown_titles == ("Which form",)


def test_slash_and_find_lead_to_the_search_field(page, qtbot):
    cards(page)[0].setFocus()

    qtbot.keyClick(cards(page)[0], Qt.Key.Key_Slash)

    qtbot.waitUntil(page.search_field.hasFocus)
    cards(page)[0].setFocus()
    qtbot.keyClick(cards(page)[0], Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.search_field.hasFocus)


def test_a_slash_can_be_written_into_the_search(page, qtbot):
    page.search_field.setFocus()

    qtbot.keyClick(page.search_field, Qt.Key.Key_Slash)

    assert page.search_field.text() == "/"


def test_escape_empties_the_search(page, qtbot):
    qtbot.keyClicks(page.search_field, "form")

    qtbot.keyClick(page.search_field, Qt.Key.Key_Escape)

    assert len(page.shown_titles) == 6


def test_a_filter_narrows_the_list_and_shows_its_values(page):
    tick(page, "difficulty", "Steady", "Tough")

    assert page._chips["difficulty"].text() == "Difficulty: Steady, Tough"
    assert set(page.shown_titles) == {
        "Engineer never came",
        "Fourth transfer",
        "Refund processing",
        "Access note",
    }


def test_filters_work_together_and_are_cleared_together(page, qtbot):
    tick(page, "difficulty", "Gentle")
    tick(page, "channel", "Chat")
    narrowed = page.shown_titles

    qtbot.mouseClick(button(page, "Clear 2 filters"), Qt.MouseButton.LeftButton)

    assert narrowed == ("Which form",)
    assert len(page.shown_titles) == 6
    assert page._chips["difficulty"].text() == "Difficulty"


def test_the_state_filter_knows_what_was_begun(page):
    tick(page, "state", "In progress")

    assert page.shown_titles == ("Prescription",)


def test_the_menu_stays_open_while_values_are_ticked_with_space(page, qtbot):
    chip = page._chips["difficulty"]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = chip.menu_of_values
    qtbot.waitUntil(menu.isVisible)

    qtbot.keyClick(menu, Qt.Key.Key_Space)
    still_open = menu.isVisible()
    qtbot.keyClick(menu, Qt.Key.Key_Escape)

    assert still_open
    assert chip.values == {"Gentle"}
    assert not menu.isVisible()


@pytest.mark.parametrize(
    ("order", "first"), [("Shortest first", "Which form"), ("Title", "Access note")]
)
def test_the_order_can_be_chosen(page, qtbot, order, first):
    sort = button(page, "Best fit for me")
    qtbot.mouseClick(sort, Qt.MouseButton.LeftButton)
    menu = sort.findChild(QMenu)

    next(action for action in menu.actions() if action.text() == order).trigger()

    assert page.shown_titles[0] == first
    menu.close()


def test_the_count_is_announced_after_a_pause(page, qtbot):
    with qtbot.waitSignal(page._say_count.timeout):
        tick(page, "difficulty", "Gentle")
        waits = page._say_count.isActive()

    assert waits
    assert page._count.text() == "2 of 6 scenarios"


def test_tab_comes_to_the_grid_once_and_arrows_move_inside(page, qtbot):
    stops = [c for c in cards(page) if c.focusPolicy() & Qt.FocusPolicy.TabFocus]
    cards(page)[0].setFocus()

    qtbot.keyClick(cards(page)[0], Qt.Key.Key_Right)
    qtbot.keyClick(cards(page)[1], Qt.Key.Key_Down)

    assert len(stops) == 1
    assert page._grid.columns == 3
    assert cards(page)[4].hasFocus()


def test_arrows_stop_at_the_edges_of_the_grid(page, qtbot):
    cards(page)[0].setFocus()

    qtbot.keyClick(cards(page)[0], Qt.Key.Key_Up)
    qtbot.keyClick(cards(page)[0], Qt.Key.Key_Left)
    stayed = cards(page)[0].hasFocus()
    qtbot.keyClick(cards(page)[0], Qt.Key.Key_End)
    qtbot.keyClick(cards(page)[5], Qt.Key.Key_Down)

    assert stayed
    assert cards(page)[5].hasFocus()


def test_enter_opens_the_card_the_keyboard_is_on(page, qtbot):
    cards(page)[0].setFocus()
    qtbot.keyClick(cards(page)[0], Qt.Key.Key_End)

    with qtbot.waitSignal(page.scenario_chosen) as chosen:
        qtbot.keyClick(cards(page)[5], Qt.Key.Key_Return)

    assert chosen.args == ["access-note"]


def test_a_card_the_arrows_lead_to_is_scrolled_into_view(page, qtbot):
    theme().set_up(text_scale=2.0)
    page.resize(800, 800)
    qtbot.waitUntil(lambda: page._grid.columns == 1)
    cards(page)[0].setFocus()

    qtbot.keyClick(cards(page)[0], Qt.Key.Key_End)

    last = cards(page)[5]
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
    assert last.visibleRegion().boundingRect().height() == last.height()


def test_a_trainee_only_hears_that_a_scenario_is_being_repaired(page, qtbot):
    page.show_library(six_entries(), (ROOM,), False)
    broken = next(c for c in cards(page) if isinstance(c, BrokenCard))

    with qtbot.assertNotEmitted(page.broken_chosen):
        qtbot.mouseClick(broken, Qt.MouseButton.LeftButton)

    assert broken.tag_text == "Being repaired"
    assert "line" not in broken.accessibleName()
    assert "being repaired" in broken.accessibleName()


def test_a_trainer_sees_the_line_and_can_open_the_faulty_file(page, qtbot):
    page.show_library(six_entries(), (ROOM,), True)
    broken = next(c for c in cards(page) if isinstance(c, BrokenCard))

    with qtbot.waitSignal(page.broken_chosen) as chosen:
        qtbot.mouseClick(broken, Qt.MouseButton.LeftButton)

    assert broken.tag_text == "line 6"
    assert chosen.args == [ROOM.path]


def test_when_nothing_matches_the_best_way_out_is_offered(page, qtbot):
    tick(page, "difficulty", "Gentle")
    tick(page, "channel", "Email")
    state = empty_state(page)
    sentence = state.accessibleName()

    qtbot.mouseClick(button(state, "Remove “Email”"), Qt.MouseButton.LeftButton)

    assert sentence == "No scenario fits both filters. Removing “Email” would show 2."
    assert set(page.shown_titles) == {"Prescription", "Which form"}


def test_a_search_without_a_find_can_be_taken_back(page, qtbot):
    qtbot.keyClicks(page.search_field, "zzz")
    state = empty_state(page)

    qtbot.mouseClick(button(state, "Clear all"), Qt.MouseButton.LeftButton)

    assert "Nothing found for “zzz”" in state.accessibleName()
    assert len(page.shown_titles) == 6


def test_an_empty_library_says_what_will_be_here_and_offers_the_folder(page, qtbot):
    page.show_library((), (), False, folder="/data/scenarios")
    state = empty_state(page)

    with qtbot.waitSignal(page.folder_wanted):
        qtbot.mouseClick(button(state, "Show the folder"), Qt.MouseButton.LeftButton)

    assert "No scenarios yet" in state.accessibleName()
    assert "The folder /data/scenarios is empty" in state.accessibleName()


def test_a_folder_that_cannot_be_read_is_explained(page):
    page.show_library((), (), False, "The folder /data/scenarios can’t be read.")

    assert "The folder /data/scenarios can’t be read." in empty_state(page).accessibleName()


def test_a_problem_with_some_scenarios_left_stands_above_them(page):
    page.show_library(six_entries(), (), False, "One folder can’t be read.")

    shown = [label.text() for label in page.findChildren(Label) if label.isVisible()]

    assert "One folder can’t be read." in shown
    assert len(page.shown_titles) == 6


def test_the_filters_stay_when_the_library_is_shown_again(page):
    tick(page, "difficulty", "Gentle")

    page.show_library(six_entries(), (), False)

    assert set(page.shown_titles) == {"Prescription", "Which form"}


def test_the_keyboard_stays_on_its_scenario_when_the_library_is_shown_again(page):
    card(page, "Access note").setFocus()

    page.show_library(six_entries()[::-1], (), False)

    assert card(page, "Access note").hasFocus()


def test_a_contact_that_was_begun_can_be_begun_anew_from_the_menu(page, qtbot):
    begun = card(page, "Prescription")
    where = begun.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, where, begun.mapToGlobal(where))
    QApplication.sendEvent(begun, event)
    menu = begun.findChild(QMenu)

    with qtbot.waitSignal(page.scenario_chosen) as chosen:
        menu.actions()[1].trigger()

    assert chosen.args == ["prescription"]
    menu.close()


def test_at_twice_the_text_size_fewer_columns_hold_higher_cards(page, qtbot):
    before = cards(page)[0].height()

    theme().set_up(text_scale=2.0)

    qtbot.waitUntil(lambda: page._grid.columns == 1)
    assert cards(page)[0].height() > before * 1.5
    assert cards(page)[0].width() <= page.width()


def test_odd_texts_are_drawn_as_they_are_written(page):
    odd = entry("<b>x</b> & “quoted” 👩‍👧 " * 9, best=50)

    page.show_library((odd,), (), False)
    picture = cards(page)[0].grab()

    assert page.shown_titles == (odd.scenario.title,)
    assert not picture.isNull()


def test_a_hundred_scenarios_are_shown_and_filtered_quickly(page, qtbot):
    many = tuple(entry(f"Number {place}", minutes=5 + place % 9) for place in range(100))
    page.show_library(many, (), False)

    qtbot.keyClicks(page.search_field, "number 99")

    assert page.shown_titles == ("Number 99",)
