import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from simulator.ui.theme import asset_path, theme
from simulator.ui.widgets.buttons import Button, icon_button, primary
from simulator.ui.widgets.card import Card, FlowLayout, scrolling
from simulator.ui.widgets.choices import Chip, Segments, Switch
from simulator.ui.widgets.focus_ring import FocusRing
from simulator.ui.widgets.icon import icon_pixmap
from simulator.ui.widgets.initials import initials_of
from simulator.ui.widgets.text import Run, elided, label

WAYS = [("type", "Type", "type"), ("choose", "Choose", "choose"), ("speak", "Speak", "mic")]


@pytest.fixture
def segments(qtbot):
    made = Segments(WAYS, "Answer by")
    qtbot.addWidget(made)
    made.show()
    return made


def focused_segment(segments):
    return next(b for b in segments.findChildren(Button) if b.isChecked())


def test_the_arrow_keys_move_between_segments(qtbot, segments):
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.keyClick(focused_segment(segments), Qt.Key.Key_Right)

    assert chosen.args == ["choose"]


def test_the_arrow_keys_stop_at_the_last_segment(qtbot, segments):
    segments.choose("speak")

    qtbot.keyClick(focused_segment(segments), Qt.Key.Key_Right)

    assert segments.key == "speak"


def test_a_disabled_segment_is_passed_over(qtbot, segments):
    segments.set_segment_enabled("choose", enabled=False, reason="Nothing to choose from")

    qtbot.keyClick(focused_segment(segments), Qt.Key.Key_Right)

    assert segments.key == "speak"


def test_from_right_to_left_the_arrows_follow_the_eye(qtbot, segments):
    segments.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    qtbot.keyClick(focused_segment(segments), Qt.Key.Key_Left)

    assert segments.key == "choose"


def test_choosing_from_code_is_not_told(qtbot, segments):
    with qtbot.assertNotEmitted(segments.chosen):
        segments.choose("speak")


def test_segments_are_one_tab_stop(segments):
    stops = [
        button
        for button in segments.findChildren(Button)
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]

    assert len(stops) == 1


def test_space_ticks_a_chip_and_makes_room_for_the_tick(qtbot):
    chip = Chip("Worried", feeling="worried", shows_tick=True)
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()

    qtbot.keyClick(chip, Qt.Key.Key_Space)

    assert chip.isChecked()
    assert chip.sizeHint().width() > before


def test_a_chip_with_a_menu_leaves_its_state_to_the_menu(qtbot):
    chip = Chip("Track", opens_menu=True)
    qtbot.addWidget(chip)

    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert not chip.isChecked()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_switch_turns_from_the_keyboard(qtbot, key):
    switch = Switch("Show captions")
    qtbot.addWidget(switch)

    qtbot.keyClick(switch, key)

    assert switch.isChecked()


def test_a_card_is_one_tab_stop_that_enter_opens(qtbot):
    card = Card()
    qtbot.addWidget(card)

    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, Qt.Key.Key_Return)

    assert card.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_click_that_ends_outside_the_card_does_nothing(qtbot):
    card = Card()
    qtbot.addWidget(card)
    card.resize(100, 60)

    with qtbot.assertNotEmitted(card.clicked):
        qtbot.mousePress(card, Qt.MouseButton.LeftButton)
        qtbot.mouseRelease(card, Qt.MouseButton.LeftButton, pos=card.rect().bottomRight() * 3)


def test_an_icon_button_is_named_by_its_action(qtbot):
    button = icon_button("rewind", "Rewind to turn 2")
    qtbot.addWidget(button)

    assert button.accessibleName() == "Rewind to turn 2"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_button_has_room_for_its_label_at_every_text_size(qtbot, scale):
    theme().set_up(text_scale=scale)
    button = primary("Finish and see the scorecard", hint="Ctrl Enter")
    qtbot.addWidget(button)

    font = theme().font("body", weight=600)

    needed = QFontMetricsF(font).horizontalAdvance(button.text())
    assert button.sizeHint().width() > needed
    assert button.sizeHint().height() >= QFontMetricsF(font).height()


@pytest.mark.parametrize("size", ["small", "normal", "large"])
def test_every_button_is_large_enough_to_hit(qtbot, size):
    button = Button("Go", size=size)
    qtbot.addWidget(button)

    assert button.sizeHint().height() >= 28


def test_labels_never_read_markup(qtbot):
    words = label("<b>no</b>")
    qtbot.addWidget(words)

    assert words.text() == "<b>no</b>"
    assert words.textFormat() == Qt.TextFormat.PlainText


def test_a_narrow_paragraph_is_higher(qtbot):
    words = label("Write so that Amara never has to explain it again.", wrap=True)
    qtbot.addWidget(words)

    assert words.heightForWidth(120) > words.heightForWidth(600)


def test_a_label_grows_with_the_text_size(qtbot):
    words = label("Her mood", "label")
    qtbot.addWidget(words)
    before = words.sizeHint()

    theme().set_up(text_scale=2.0)

    assert words.sizeHint().height() == 2 * before.height()


def test_runs_read_as_one_text(qtbot):
    words = label()
    qtbot.addWidget(words)

    words.set_runs([Run("Upset", weight=600), Run(" from Wary")])

    assert words.text() == "Upset from Wary"


def test_a_shortened_label_keeps_its_whole_text(qtbot):
    words = elided("A scenario with a rather long name")
    qtbot.addWidget(words)
    words.resize(60, 20)

    assert words.text() == words.toolTip() == "A scenario with a rather long name"
    assert words.minimumSizeHint().width() < words.sizeHint().width()


def test_chips_flow_onto_the_next_line(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    for name in ("Frustrated", "Sceptical", "Worried"):
        flow.addWidget(Chip(name))

    assert flow.heightForWidth(130) > flow.heightForWidth(600)
    assert flow.heightForWidth(600) == flow.sizeHint().height()


@pytest.mark.parametrize("name", sorted(path.stem for path in asset_path("icons").glob("*.svg")))
def test_every_icon_can_be_drawn(name):
    image = icon_pixmap(name, "accent", 20).toImage()

    assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))


def test_icons_are_crisp_on_fine_screens():
    assert icon_pixmap("chat", "accent", 16, 2.0).width() == 32


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Leila Haddad", "LH"), ("Ana", "A"), ("", "?"), ("José de la Cruz", "JC")],
)
def test_initials_are_those_of_first_and_last_name(name, letters):
    assert initials_of(name) == letters


@pytest.fixture
def two_stops(qtbot, qapp):
    ring = FocusRing(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    window.button, window.field = Button("Go"), QLineEdit()
    column.addWidget(window.button)
    column.addWidget(window.field)
    window.ring = ring
    window.show()
    window.activateWindow()
    qtbot.waitActive(window).__enter__()
    yield window
    qapp.focusChanged.disconnect(ring._follow)


def test_the_ring_follows_the_keyboard(two_stops):
    two_stops.button.setFocus(Qt.FocusReason.TabFocusReason)

    assert two_stops.ring.target is two_stops.button


def test_after_a_click_the_ring_shows_on_fields_only(qtbot, two_stops):
    two_stops.field.setFocus()
    qtbot.mouseClick(two_stops.windowHandle(), Qt.MouseButton.LeftButton)

    two_stops.button.setFocus(Qt.FocusReason.MouseFocusReason)
    on_button = two_stops.ring.target
    two_stops.field.setFocus(Qt.FocusReason.MouseFocusReason)

    assert on_button is None
    assert two_stops.ring.target is two_stops.field


def test_the_ring_survives_the_widget_it_was_on(qtbot, two_stops):
    two_stops.button.setFocus(Qt.FocusReason.TabFocusReason)

    two_stops.button.deleteLater()
    qtbot.waitUntil(lambda: two_stops.ring.target is not two_stops.button)
    two_stops.field.setFocus(Qt.FocusReason.TabFocusReason)

    assert two_stops.ring.target is two_stops.field


def test_a_scroll_area_shows_the_whole_paragraph(qtbot):
    content = QWidget()
    QVBoxLayout(content).addWidget(label("many words " * 60, wrap=True))
    area = scrolling(content)
    qtbot.addWidget(area)
    area.resize(240, 100)
    area.show()

    qtbot.waitUntil(lambda: content.height() > 300)
