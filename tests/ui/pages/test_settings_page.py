from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from simulator.ui.pages.settings_page import SettingsPage
from simulator.ui.pages.settings_values import SettingsValues
from simulator.ui.theme import theme
from simulator.ui.widgets.text import Label

VALUES = SettingsValues(
    scheme="dark",
    text_scale=1.25,
    less_motion=True,
    stronger_contrast=False,
    voice_on=True,
    data_folder="/home/leila/.local/share/Rapport",
    scenario_folder="/home/leila/<b>scenarios</b>",
    version="0.1.0",
)


@pytest.fixture
def page(qtbot):
    page = SettingsPage()
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_settings(VALUES)
    return page


def texts(page):
    return [label.text() for label in page.findChildren(Label)]


def test_the_settings_in_force_are_shown(page):
    assert page.scheme.key == "dark"
    assert page.text_scale.slider.value() == 1
    assert page.motion.isChecked()
    assert not page.contrast.isChecked()
    assert page.voice.isChecked()
    assert "/home/leila/.local/share/Rapport" in texts(page)
    assert "Version 0.1.0" in texts(page)


def test_showing_settings_changes_none(page, qtbot):
    with (
        qtbot.assertNotEmitted(page.less_motion_changed),
        qtbot.assertNotEmitted(page.text_scale_chosen),
        qtbot.assertNotEmitted(page.scheme_chosen),
    ):
        page.show_settings(replace(VALUES, scheme="light", text_scale=2.0, less_motion=False))

    assert not page.motion.isChecked()


def test_a_click_on_a_picture_chooses_its_colours(page, qtbot):
    with qtbot.waitSignal(page.scheme_chosen) as chosen:
        qtbot.mouseClick(page.scheme.buttons["light"], Qt.MouseButton.LeftButton)

    assert chosen.args == ["light"]


def test_arrows_move_between_the_pictures(page, qtbot):
    page.scheme.buttons["dark"].setFocus()

    with qtbot.waitSignal(page.scheme_chosen) as chosen:
        qtbot.keyClick(page.scheme.buttons["dark"], Qt.Key.Key_Left)

    assert chosen.args == ["light"]
    assert page.scheme.buttons["light"].hasFocus()


def test_the_slider_sends_the_size_at_once(page, qtbot):
    with qtbot.waitSignal(page.text_scale_chosen) as chosen:
        qtbot.keyClick(page.text_scale.slider, Qt.Key.Key_Right)

    assert chosen.args == [1.5]
    assert "150%. Everything grows, nothing is cut off." in texts(page)


@pytest.mark.parametrize(
    ("switch", "signal", "value"),
    [
        ("contrast", "stronger_contrast_changed", True),
        ("motion", "less_motion_changed", False),
        ("voice", "voice_changed", False),
    ],
)
def test_a_switch_applies_at_once(page, qtbot, switch, signal, value):
    with qtbot.waitSignal(getattr(page, signal)) as changed:
        qtbot.mouseClick(getattr(page, switch), Qt.MouseButton.LeftButton)

    assert changed.args == [value]


def test_the_data_folder_can_be_opened(page, qtbot):
    with qtbot.waitSignal(page.folder_wanted):
        qtbot.mouseClick(page.folder_button, Qt.MouseButton.LeftButton)


def test_the_page_is_honest_about_what_makes_the_scores(page):
    whole = " ".join(texts(page))

    assert "a small language model trained on rated replies" in whole
    assert "there is no total" in whole
    assert "What it cannot do" in whole


def test_a_folder_name_with_markup_is_shown_as_it_is(page):
    assert "/home/leila/<b>scenarios</b>" in texts(page)


def test_the_list_of_sections_leads_to_its_card(page, qtbot):
    scores = next(b for b in page._section_buttons if b.place.key == "scores")

    qtbot.mouseClick(scores, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: page._scroll.verticalScrollBar().value() > 0)


def test_at_twice_the_text_size_the_page_keeps_to_its_width(page, qtbot):
    theme().set_up(text_scale=2.0)

    qtbot.waitUntil(lambda: not page._section_list.isVisible())

    assert page.minimumSizeHint().width() <= 800
