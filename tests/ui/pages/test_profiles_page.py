from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from simulator.ui.pages.profiles_page import ProfilesPage
from simulator.ui.theme import Scheme, theme
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.text import Label
from tests.ui.pages.sample_library import NOW, profile

# The off-screen platform says so whenever a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PEOPLE = (
    profile("Jonas Petit", days_ago=8),
    profile("Leila Haddad", days_ago=1),
    profile("Tom Brennan", days_ago=None, role="trainer"),
)


@pytest.fixture
def page(qtbot):
    page = ProfilesPage()
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def texts_of(widget):
    return [label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget)]


def open_form(page):
    page.add_card.setFocus()
    page.add_card.clicked.emit()


def test_the_profile_used_last_stands_first_and_has_the_keyboard(page, qtbot):
    page.show_profiles(PEOPLE, NOW)

    assert [card.profile.name for card in page.cards] == [
        "Leila Haddad",
        "Jonas Petit",
        "Tom Brennan",
    ]
    qtbot.waitUntil(page.cards[0].hasFocus)


def test_each_profile_says_role_and_when_it_was_used(page):
    page.show_profiles(PEOPLE, NOW)

    names = [card.accessibleName() for card in page.cards]

    assert names == [
        "Leila Haddad, trainee, yesterday",
        "Jonas Petit, trainee, last week",
        "Tom Brennan, trainer, new",
    ]


def test_enter_on_a_profile_chooses_it(page, qtbot):
    page.show_profiles(PEOPLE, NOW)

    with qtbot.waitSignal(page.profile_chosen) as chosen:
        qtbot.keyClick(page.cards[0], Qt.Key.Key_Return)

    assert chosen.args == ["leila"]


def test_a_click_on_a_profile_chooses_it(page, qtbot):
    page.show_profiles(PEOPLE, NOW)

    with qtbot.waitSignal(page.profile_chosen) as chosen:
        qtbot.mouseClick(page.cards[1], Qt.MouseButton.LeftButton)

    assert chosen.args == ["jonas"]


def test_down_goes_from_profile_to_profile_and_then_to_adding_one(page, qtbot):
    page.show_profiles(PEOPLE[:2], NOW)
    qtbot.waitUntil(page.cards[0].hasFocus)

    qtbot.keyClick(page.cards[0], Qt.Key.Key_Down)
    second_has_it = page.cards[1].hasFocus()
    qtbot.keyClick(page.cards[1], Qt.Key.Key_Down)

    assert second_has_it
    assert page.add_card.hasFocus()


def test_while_profiles_are_read_the_rest_of_the_page_is_there(page):
    page.show_loading()

    assert "Opening your profiles" in texts_of(page)
    assert "Who is practising?" in texts_of(page)
    assert page.guest_button.isEnabled()
    assert not page.add_card.isEnabled()


def test_the_opening_line_goes_when_the_profiles_come(page):
    page.show_loading()

    page.show_profiles(PEOPLE, NOW)

    assert "Opening your profiles" not in texts_of(page)


def test_a_new_name_is_sent_with_its_role(page, qtbot):
    page.show_profiles(PEOPLE, NOW)
    open_form(page)
    qtbot.keyClicks(page.form.name_field, "  Zoe   Marsh ")
    page.form.role.choose("trainer")

    with qtbot.waitSignal(page.profile_added) as added:
        qtbot.mouseClick(page.form.add_button, Qt.MouseButton.LeftButton)

    assert added.args == ["Zoe Marsh", "trainer"]


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("   ", "Write a name, so that you find your own progress again."),
        ("leila haddad", "Leila Haddad has a profile already. Add a surname or an initial."),
        ("x" * 81, "A name has at most 80 characters; this one has 81."),
    ],
)
def test_a_name_that_cannot_be_used_is_explained_under_the_field(page, qtbot, name, error):
    page.show_profiles(PEOPLE, NOW)
    open_form(page)
    page.form.name_field.setText(name)

    with qtbot.assertNotEmitted(page.profile_added):
        qtbot.keyClick(page.form.name_field, Qt.Key.Key_Return)

    assert page.form.error == error
    assert page.form.name_field.property("state") == "error"


def test_writing_on_takes_the_error_back(page, qtbot):
    page.show_profiles(PEOPLE, NOW)
    open_form(page)
    qtbot.keyClick(page.form.name_field, Qt.Key.Key_Return)

    qtbot.keyClicks(page.form.name_field, "Z")

    assert page.form.error == ""
    assert page.form.name_field.property("state") == ""


def test_escape_closes_the_form_and_returns_to_the_card(page, qtbot):
    page.show_profiles(PEOPLE, NOW)
    open_form(page)

    qtbot.keyClick(page.form.name_field, Qt.Key.Key_Escape)

    assert page.form.isHidden()
    assert page.add_card.hasFocus()


def test_the_form_closes_when_the_profiles_are_shown_again(page):
    page.show_profiles(PEOPLE, NOW)
    open_form(page)

    page.show_profiles((*PEOPLE, profile("Zoe Marsh", 0)), NOW)

    assert page.form.isHidden()
    assert page.add_card.isVisible()


def test_a_guest_goes_in_without_a_profile(page, qtbot):
    with qtbot.waitSignal(page.guest_chosen):
        qtbot.mouseClick(page.guest_button, Qt.MouseButton.LeftButton)


def test_the_files_link_asks_for_the_files(page, qtbot):
    with qtbot.waitSignal(page.files_wanted):
        qtbot.mouseClick(page.files_button, Qt.MouseButton.LeftButton)


def test_the_text_menu_offers_sizes_and_sends_the_one_chosen(page, qtbot):
    qtbot.mouseClick(page.text_button, Qt.MouseButton.LeftButton)
    menu = page.text_button.findChild(QMenu)
    large = next(action for action in menu.actions() if action.text() == "150%")

    with qtbot.waitSignal(page.text_scale_chosen) as chosen:
        large.trigger()

    assert chosen.args == [1.5]
    menu.close()


def test_the_colour_menu_sends_the_scheme_and_the_button_names_it(page, qtbot):
    qtbot.mouseClick(page.scheme_button, Qt.MouseButton.LeftButton)
    menu = page.scheme_button.findChild(QMenu)

    with qtbot.waitSignal(page.scheme_chosen) as chosen:
        menu.actions()[0].trigger()

    assert chosen.args == ["system"]
    assert page.scheme_button.text() == "Follow system"
    menu.close()


def test_a_problem_stands_above_the_list_with_its_action(page, qtbot):
    page.show_problem("Another copy of Rapport has the profiles.", "Try again")
    problem = "Another copy of Rapport has the profiles."
    qtbot.waitUntil(lambda: problem in texts_of(page))
    button = next(b for b in page.findChildren(Button) if b.text() == "Try again")

    with qtbot.waitSignal(page.problem_action):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_problem_that_is_solved_is_taken_away(page):
    page.show_problem("Another copy of Rapport has the profiles.", "Try again")

    page.show_problem("")

    assert "Another copy of Rapport has the profiles." not in texts_of(page)


def test_a_name_with_markup_is_shown_as_it_is_written(page):
    page.show_profiles((profile("<b>x</b>", 0),), NOW)

    shown = [label for label in page.findChildren(Label) if label.text() == "<b>x</b>"]

    assert shown
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in shown)


def test_a_very_long_name_does_not_widen_the_page(page):
    page.resize(800, 600)

    page.show_profiles((profile("W" * 80, 0),), NOW)

    assert page.minimumSizeHint().width() <= 800


def test_at_twice_the_text_size_every_way_in_can_still_be_reached(page, qtbot):
    theme().set_up(text_scale=2.0)
    page.show_profiles(PEOPLE, NOW)

    qtbot.waitUntil(lambda: page.cards[0].width() <= page.width())

    assert page.guest_button.isVisible()
    assert page.minimumSizeHint().width() <= 800


def test_the_look_buttons_follow_the_theme(page):
    theme().set_up(scheme=Scheme.DARK, text_scale=1.25)

    assert page.text_button.text() == "Text 125%"
    assert page.scheme_button.text() == "Dark"


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "yesterday"), (3, "3 days ago"), (7, "last week"), (21, "3 weeks ago")],
)
def test_days_ago_are_put_in_words(page, days, words):
    page.show_profiles((profile("Leila", days),), NOW + timedelta(minutes=1))

    assert page.cards[0].accessibleName().endswith(words)


def test_tab_goes_through_the_form_and_on_to_the_guest(page, qtbot):
    page.show_profiles((), NOW)
    open_form(page)
    form = page.form
    chosen = next(button for button in form.role.findChildren(Button) if button.isChecked())

    reached = []
    for _ in range(4):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        reached.append(page.focusWidget())

    assert reached == [chosen, form.cancel_button, form.add_button, page.guest_button]
