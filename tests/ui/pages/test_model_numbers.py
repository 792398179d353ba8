"""The dialog in which a trainer changes the numbers of the teaching model."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from simulator.core.conversation.aftermath import SHIPPED, assumptions_of, listed, setting_of
from simulator.ui.pages.model_numbers import ModelNumbers


@pytest.fixture
def page(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


@pytest.fixture
def dialog(page):
    dialog = ModelNumbers(SHIPPED, page)
    dialog.show()
    return dialog


def chance(dialog):
    return next(it for it in listed(SHIPPED) if it.kind == "study" and 0 < it.shipped < 1)


def test_every_number_has_a_field_with_its_value(dialog):
    shown = {name: field.value() for name, field in dialog.fields.items()}

    assert shown == pytest.approx({it.name: it.value for it in listed(SHIPPED)}, abs=1e-4)


def test_a_changed_number_is_saved_and_kept_as_a_setting(qtbot, dialog):
    name = chance(dialog).name
    dialog.fields[name].setValue(chance(dialog).value - 0.01)

    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    kept = assumptions_of(setting_of(saved.args[0]))
    assert {it.name for it in listed(kept) if it.is_changed} == {name}


def test_a_number_outside_its_limits_is_told_and_nothing_is_saved(qtbot, dialog):
    dialog.fields[chance(dialog).name].setValue(7)

    with qtbot.assertNotEmitted(dialog.saved):
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    assert chance(dialog).title in dialog.problem.text()


def test_the_shipped_numbers_come_back_at_a_press(qtbot, dialog):
    dialog.fields[chance(dialog).name].setValue(0.123)

    qtbot.mouseClick(dialog.shipped, Qt.MouseButton.LeftButton)

    assert dialog.fields[chance(dialog).name].value() == pytest.approx(chance(dialog).shipped)
