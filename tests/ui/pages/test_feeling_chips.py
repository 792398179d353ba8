"""Naming a feeling by a chip, or on the wheel behind *More*."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from simulator.core.scenario.words import Feeling
from simulator.ui.pages.feeling_chips import FeelingChips
from simulator.ui.pages.feeling_popover import WHEEL, FeelingPopover

LIKELY = (Feeling.SCEPTICAL, Feeling.FRUSTRATED)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.column = QVBoxLayout(window)
    window.field = QLineEdit()
    window.column.addWidget(window.field)
    window.column.addStretch()
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def chips_in(window, *, takes_several=False):
    chips = FeelingChips(name="What is the customer feeling?", takes_several=takes_several)
    window.column.insertWidget(0, chips)
    chips.show_feelings(LIKELY)
    QApplication.processEvents()
    return chips


def open_wheel(qtbot, chips):
    qtbot.mouseClick(chips.more, Qt.MouseButton.LeftButton)
    assert chips.wheel is not None
    return chips.wheel


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def popovers(window):
    QApplication.processEvents()
    return [it for it in window.findChildren(FeelingPopover) if it.isVisible()]


@pytest.fixture(params=[False, True], ids=["one", "several"])
def chips(request, window):
    return chips_in(window, takes_several=request.param)


def test_more_opens_all_feelings_and_gives_them_the_focus(qtbot, window, chips):
    wheel = open_wheel(qtbot, chips)

    assert [it.feeling for it in wheel.wedges.wedges] == list(WHEEL)
    assert wheel.hasFocus()
    assert wheel.accessibleName() == "What is the customer feeling?"


def test_escape_closes_the_wheel_and_gives_the_focus_back(qtbot, window, chips):
    open_wheel(qtbot, chips)

    with qtbot.assertNotEmitted(chips.changed):
        press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Escape)

    assert chips.wheel is None
    assert popovers(window) == []
    assert chips.more.hasFocus()


def test_a_click_elsewhere_closes_the_wheel_and_does_nothing_else(qtbot, window, chips):
    open_wheel(qtbot, chips)
    popover = popovers(window)[0]

    qtbot.mouseClick(popover, Qt.MouseButton.LeftButton, pos=QPoint(4, 790))

    assert popovers(window) == []
    assert chips.chosen == ()


def test_keys_do_not_reach_what_lies_below_the_wheel(qtbot, window, chips):
    open_wheel(qtbot, chips)

    press(qtbot, Qt.Key.Key_X, Qt.Key.Key_Tab, Qt.Key.Key_Tab)

    assert window.field.text() == ""
    assert popovers(window)[0].isAncestorOf(QApplication.focusWidget())


def test_a_page_that_goes_takes_its_wheel_along(qtbot, window, chips):
    open_wheel(qtbot, chips)

    chips.hide()

    qtbot.waitUntil(lambda: popovers(window) == [])


def test_a_reading_that_is_fixed_closes_the_wheel(qtbot, window, chips):
    open_wheel(qtbot, chips)

    chips.set_fixed(True)

    assert popovers(window) == []


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 600)])
def test_the_wheel_stays_within_the_window(qtbot, window, chips, width, height):
    open_wheel(qtbot, chips)

    window.resize(width, height)
    QApplication.processEvents()

    panel = popovers(window)[0]._panel
    assert window.rect().contains(panel.geometry())


def test_one_feeling_from_the_wheel_becomes_a_chip_and_the_only_one_chosen(qtbot, window):
    chips = chips_in(window)
    chips.choose((Feeling.SCEPTICAL,))
    wheel = open_wheel(qtbot, chips)
    wheel.point_at("worried")

    with qtbot.waitSignal(chips.changed):
        press(qtbot, Qt.Key.Key_Return)

    assert chips.chosen == (Feeling.WORRIED,)
    assert [chip.text() for chip in chips.chips] == ["Worried", "Sceptical", "Frustrated"]
    assert chips.chips[0].hasFocus()
    assert popovers(window) == []


def test_a_feeling_that_has_a_chip_already_can_be_chosen_on_the_wheel(qtbot, window):
    chips = chips_in(window)
    open_wheel(qtbot, chips).point_at("frustrated")

    press(qtbot, Qt.Key.Key_Space)

    assert chips.chosen == (Feeling.FRUSTRATED,)
    assert len(chips.chips) == 2


def test_the_one_feeling_chosen_is_where_the_wheel_begins(qtbot, window):
    chips = chips_in(window)
    chips.choose((Feeling.FRUSTRATED,))

    assert open_wheel(qtbot, chips).pointed_at == "frustrated"


def test_several_feelings_are_chosen_and_taken_back_while_the_wheel_stays_open(qtbot, window):
    chips = chips_in(window, takes_several=True)
    wheel = open_wheel(qtbot, chips)

    for feeling in ("worried", "calm", "worried"):
        wheel.point_at(feeling)
        press(qtbot, Qt.Key.Key_Space)

    assert chips.wheel is wheel
    assert chips.chosen == (Feeling.CALM,)


def test_done_closes_the_wheel_of_several(qtbot, window):
    chips = chips_in(window, takes_several=True)
    open_wheel(qtbot, chips).point_at("worried")
    press(qtbot, Qt.Key.Key_Space)

    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Space)

    assert popovers(window) == []
    assert chips.chosen == (Feeling.WORRIED,)
    assert chips.more.hasFocus()


def test_once_every_feeling_has_a_chip_the_focus_goes_to_one_of_them(qtbot, window):
    chips = chips_in(window, takes_several=True)
    wheel = open_wheel(qtbot, chips)
    for feeling in WHEEL:
        wheel.chosen.emit(feeling.value)

    press(qtbot, Qt.Key.Key_Escape)

    assert len(chips.chosen) == len(WHEEL)
    assert chips.chips[-1].hasFocus()
