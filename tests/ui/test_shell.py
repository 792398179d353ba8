import sys
import traceback

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from simulator.ui.crash_window import LOG_NAME, CrashWindow, install
from simulator.ui.shell import PANEL, Shell
from simulator.ui.theme import theme
from simulator.ui.widgets.text import Label
from tests.ui.pages.sample_library import profile

# The off-screen platform says so whenever a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LEILA = profile("Leila Haddad", 1)
TOM = profile("Tom Brennan", 1, role="trainer")


class TwoPanels(QWidget):
    """A page with two panels of one field each."""

    def __init__(self):
        super().__init__()
        self.fields = [QLineEdit(), QLineEdit()]
        column = QVBoxLayout(self)
        for field in self.fields:
            panel = QWidget()
            panel.setProperty(PANEL, True)
            QVBoxLayout(panel).addWidget(field)
            column.addWidget(panel)


@pytest.fixture
def shell(qtbot):
    shell = Shell()
    qtbot.addWidget(shell)
    shell.add_page("scenarios", TwoPanels())
    shell.add_page("progress", QPushButton("Progress"))
    shell.resize(1280, 800)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    return shell


def shown_texts(widget):
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def test_a_place_in_the_sidebar_asks_for_its_page(shell, qtbot):
    with qtbot.waitSignal(shell.page_wanted) as wanted:
        qtbot.mouseClick(shell.sidebar.buttons["progress"], Qt.MouseButton.LeftButton)

    assert wanted.args == ["progress"]
    assert not shell.sidebar.buttons["progress"].isChecked()


def test_the_page_shown_is_marked(shell):
    shell.set_page("progress")

    assert shell.page_key == "progress"
    assert shell.sidebar.buttons["progress"].isChecked()
    assert not shell.sidebar.buttons["scenarios"].isChecked()


def test_a_page_without_a_place_of_its_own_marks_the_one_it_belongs_to(shell):
    shell.add_page("broken", QPushButton("Broken"), "scenarios")

    shell.set_page("broken")

    assert shell.sidebar.buttons["scenarios"].isChecked()


def test_only_trainers_see_the_team(shell):
    shell.set_profile(LEILA)
    for_trainee = shell.sidebar.buttons["team"].isVisible()

    shell.set_profile(TOM)

    assert not for_trainee
    assert shell.sidebar.buttons["team"].isVisible()
    assert "Training others" in shown_texts(shell.sidebar)


def test_a_guest_is_told_that_nothing_is_kept(shell):
    shell.set_profile(None)

    assert {"Guest", "Nothing is kept"} <= set(shown_texts(shell.sidebar))


def test_another_person_can_take_over(shell, qtbot):
    shell.set_profile(LEILA)

    with qtbot.waitSignal(shell.profile_switch_wanted):
        qtbot.mouseClick(shell.sidebar.switch_button, Qt.MouseButton.LeftButton)


def test_a_name_with_markup_is_shown_as_it_is_written(shell):
    shell.set_profile(profile("<b>x</b>", 1))

    assert "<b>x</b>" in shown_texts(shell.sidebar)


def test_a_narrower_window_leaves_the_icons(shell, qtbot):
    shell.resize(1024, 700)

    qtbot.waitUntil(lambda: shell.sidebar.width() == 60)
    button = shell.sidebar.buttons["scenarios"]
    assert button.text() == ""
    assert button.accessibleName() == "Scenarios"
    assert button.toolTip() == "Scenarios"


def test_large_text_replaces_the_sidebar_by_a_menu(shell, qtbot):
    shell.set_profile(TOM)
    theme().set_up(text_scale=2.0)
    qtbot.waitUntil(shell.menu_bar.isVisible)
    qtbot.mouseClick(shell.menu_bar.button, Qt.MouseButton.LeftButton)
    menu = shell.menu_bar.button.findChild(QMenu)

    with qtbot.waitSignal(shell.page_wanted) as wanted:
        next(action for action in menu.actions() if action.text() == "Team").trigger()

    assert not shell.sidebar.isVisible()
    assert wanted.args == ["team"]
    menu.close()


def test_pages_that_need_calm_have_no_sidebar(shell):
    shell.set_sidebar_visible(False)
    hidden = not shell.sidebar.isVisible()

    shell.set_sidebar_visible(True)

    assert hidden
    assert shell.sidebar.isVisible()


def test_a_page_has_its_focus_back_when_it_is_shown_again(shell):
    shell.set_page("scenarios")
    field = shell.pages.currentWidget().fields[1]
    field.setFocus()

    shell.set_page("progress")
    shell.set_page("scenarios")

    assert field.hasFocus()


def test_f6_walks_from_panel_to_panel_and_round(shell, qtbot):
    shell.set_page("scenarios")
    first, second = shell.pages.currentWidget().fields
    first.setFocus()

    qtbot.keyClick(first, Qt.Key.Key_F6)
    then = second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_F6)
    in_sidebar = shell.sidebar.isAncestorOf(QGuiApplication.focusObject())
    qtbot.keyClick(QGuiApplication.focusObject(), Qt.Key.Key_F6)

    assert then
    assert in_sidebar
    assert first.hasFocus()


def test_shift_f6_walks_back(shell, qtbot):
    shell.set_page("scenarios")
    first, second = shell.pages.currentWidget().fields
    second.setFocus()

    qtbot.keyClick(second, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)

    assert first.hasFocus()


@pytest.fixture
def reporter(qtbot, tmp_path, monkeypatch):
    heard = []
    monkeypatch.setattr(sys, "excepthook", lambda *bug: heard.append(bug))
    reporter = install(tmp_path / "logs", lambda: None)
    reporter.heard = heard
    yield reporter
    if reporter.window is not None:
        reporter.window.close()


def meet_a_bug(words="the page has no step"):
    error = LookupError(words)
    sys.excepthook(type(error), error, None)


def test_a_bug_is_shown_in_a_window_and_kept_in_the_log(reporter, qtbot, tmp_path):
    meet_a_bug()

    qtbot.waitUntil(lambda: reporter.window is not None and reporter.window.isVisible())

    log = (tmp_path / "logs" / LOG_NAME).read_text(encoding="utf-8")
    assert "LookupError: the page has no step" in log
    assert "LookupError: the page has no step" in reporter.window.details
    assert len(reporter.heard) == 1


def test_the_window_says_what_is_safe_and_folds_the_details(reporter, qtbot):
    meet_a_bug()
    qtbot.waitUntil(lambda: reporter.window is not None and reporter.window.isVisible())
    window = reporter.window
    folded = not window.shows_details

    qtbot.mouseClick(window.details_button, Qt.MouseButton.LeftButton)

    assert any("Everything up to your last reply is saved" in text for text in shown_texts(window))
    assert folded
    assert window.shows_details


def test_further_bugs_are_added_to_the_open_window(reporter, qtbot):
    meet_a_bug("first")
    meet_a_bug("second")
    qtbot.waitUntil(lambda: reporter.window is not None and reporter.window.isVisible())
    window = reporter.window

    meet_a_bug("third")

    assert reporter.window is window
    assert [word in window.details for word in ("first", "second", "third")] == [True] * 3


def test_a_bug_after_the_window_was_closed_opens_it_again(reporter, qtbot):
    meet_a_bug("first")
    qtbot.waitUntil(lambda: reporter.window is not None and reporter.window.isVisible())
    qtbot.mouseClick(reporter.window.close_button, Qt.MouseButton.LeftButton)
    closed = reporter.window is None

    meet_a_bug("second")

    qtbot.waitUntil(lambda: reporter.window is not None and reporter.window.isVisible())
    assert closed
    assert "first" not in reporter.window.details


def test_the_details_are_copied(reporter, qtbot):
    meet_a_bug()
    qtbot.waitUntil(lambda: reporter.window is not None and reporter.window.isVisible())

    qtbot.mouseClick(reporter.window.copy_button, Qt.MouseButton.LeftButton)

    assert "LookupError" in QGuiApplication.clipboard().text()


def test_a_log_that_cannot_be_written_does_not_hide_the_bug(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", lambda *bug: None)
    (tmp_path / "logs").write_text("a file where the folder should be", encoding="utf-8")
    reporter = install(tmp_path / "logs", lambda: None)

    meet_a_bug()

    qtbot.waitUntil(lambda: reporter.window is not None and reporter.window.isVisible())
    assert not any("also kept in" in text for text in shown_texts(reporter.window))
    reporter.window.close()


def test_ctrl_c_is_no_bug(reporter, qtbot, tmp_path):
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert not (tmp_path / "logs" / LOG_NAME).exists()
    assert reporter.window is None


def test_the_exception_of_a_slot_reaches_the_window(reporter, qtbot):
    button = QPushButton("Break")
    qtbot.addWidget(button)
    nothing = []
    button.clicked.connect(lambda: nothing[1])

    button.click()

    qtbot.waitUntil(lambda: reporter.window is not None and reporter.window.isVisible())
    assert "IndexError" in reporter.window.details


def test_the_log_keeps_to_a_size(reporter, tmp_path):
    log = tmp_path / "logs" / LOG_NAME
    log.parent.mkdir()
    log.write_text("old " * 100_000, encoding="utf-8")

    meet_a_bug()

    assert log.stat().st_size < 10_000


def test_details_with_markup_are_plain_text(qtbot):
    details = "".join(traceback.format_exception_only(ValueError("<b>x</b>")))

    window = CrashWindow(details, None)
    qtbot.addWidget(window)

    assert "<b>x</b>" in window.details
