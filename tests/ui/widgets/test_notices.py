import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from simulator.ui.widgets.buttons import Button, primary
from simulator.ui.widgets.notices import Banner, EmptyState, Toast
from simulator.ui.widgets.question import Question, ask


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.field = QLineEdit()
    QVBoxLayout(made).addWidget(made.field)
    made.resize(800, 600)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.field.setFocus()
    return made


@pytest.fixture
def question(window):
    made = Question(
        window,
        "Leave this call?",
        "Your place is saved at turn 3.",
        safe="Stay on the call",
        risky="Leave",
    )
    made.put()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_escape_and_enter_give_the_safe_answer(qtbot, question, key):
    with qtbot.waitSignal(question.answered) as answered:
        qtbot.keyClick(question, key)

    assert answered.args == [False]


def test_the_risky_answer_has_to_be_chosen(qtbot, question):
    with qtbot.waitSignal(question.answered) as answered:
        question.risky_button.click()

    assert answered.args == [True]


def test_the_safe_answer_has_the_focus(question, window):
    assert window.focusWidget().text() == "Stay on the call"


def test_tab_stays_inside_the_question(qtbot, question, window):
    seen = set()
    for _ in range(4):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.add(window.focusWidget().text())

    assert seen == {"Leave", "Stay on the call"}


def test_the_focus_goes_back_where_it_was(qtbot, question, window):
    qtbot.keyClick(question, Qt.Key.Key_Escape)

    assert window.focusWidget() is window.field


def test_the_question_covers_the_window_when_it_grows(qtbot, question, window):
    window.resize(900, 700)

    qtbot.waitUntil(lambda: question.size() == window.size())


def test_asking_waits_for_the_answer(qtbot, window):
    def leave():
        window.findChild(Question).risky_button.click()

    QTimer.singleShot(0, window, leave)

    assert ask(window, "Leave?", "Saved.", safe="Stay", risky="Leave")


def test_a_toast_offers_its_action_and_goes(qtbot, window):
    toast = Toast.show_in(window, "Back at turn 2.", action="Undo")

    with qtbot.waitSignals([toast.action_clicked, toast.gone]):
        qtbot.mouseClick(toast.findChild(Button), Qt.MouseButton.LeftButton)


def test_a_new_toast_takes_the_place_of_the_old(qtbot, window):
    first = Toast.show_in(window, "One")

    with qtbot.waitSignal(first.gone):
        Toast.show_in(window, "Two")


def test_a_toast_stays_while_its_action_has_the_focus(qtbot, window):
    toast = Toast.show_in(window, "Back at turn 2.", action="Undo")
    toast.findChild(Button).setFocus()

    toast._timer.timeout.emit()

    assert toast.isVisible()


def test_a_toast_nobody_attends_to_goes(qtbot, window):
    toast = Toast.show_in(window, "Back at turn 2.")

    with qtbot.waitSignal(toast.gone):
        toast._timer.timeout.emit()


def test_escape_puts_a_toast_away(qtbot, window):
    toast = Toast.show_in(window, "Back at turn 2.", action="Undo")

    with qtbot.waitSignal(toast.gone):
        qtbot.keyClick(toast, Qt.Key.Key_Escape)


def test_a_banner_tells_that_its_action_was_chosen(qtbot):
    banner = Banner("The voice is still loading.", action="Hide")
    qtbot.addWidget(banner)

    with qtbot.waitSignal(banner.action_clicked):
        banner.findChild(Button).click()


def test_an_empty_place_reads_as_title_and_sentence(qtbot):
    empty = EmptyState("chat", "Nothing yet", "Play one conversation.", [primary("Start")])
    qtbot.addWidget(empty)

    assert empty.accessibleName() == "Nothing yet. Play one conversation."
