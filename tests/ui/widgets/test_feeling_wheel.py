"""The wheel of feelings: what it tells, how it is used, and whether everything has room."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainterPath
from PySide6.QtWidgets import QApplication

from simulator.ui.pages.feeling_popover import FAMILIES, NEAR, WHEEL
from simulator.ui.theme import Scheme, theme
from simulator.ui.widgets import feeling_wheel
from simulator.ui.widgets.feeling_wheel import FeelingWheel

SMALLEST = QSize(800 - 48, 600 - 48)
USUAL = QSize(1280 - 48, 800 - 48)


@pytest.fixture
def wheel(qtbot):
    made = FeelingWheel(FAMILIES, NEAR, name="What is the customer feeling now?")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def said(monkeypatch):
    """Everything that is announced, in order."""
    sentences = []
    monkeypatch.setattr(feeling_wheel, "announce", lambda _widget, text: sentences.append(text))
    return sentences


def place_of(wheel, feeling) -> QPoint:
    wedge = next(it for it in wheel.wedges.wedges if it.feeling == feeling)
    return wedge.glyph.center().toPoint()


def point_with_mouse(qtbot, wheel, feeling):
    """Move the pointer to a feeling, from the middle: where it lay before, nothing would move."""
    qtbot.mouseMove(wheel, wheel.rect().center())
    qtbot.mouseMove(wheel, place_of(wheel, feeling))
    qtbot.waitUntil(lambda: wheel.pointed_at == feeling)


# What it tells


def test_it_begins_without_putting_a_feeling_into_anybodys_mouth(wheel):
    assert wheel.pointed_at is None
    assert wheel.accessibleName() == "What is the customer feeling now?"
    assert "arrow keys move round it" in wheel.accessibleDescription()


def test_the_feeling_pointed_at_is_announced_with_its_place_and_what_lies_near(qtbot, wheel, said):
    qtbot.keyClick(wheel, Qt.Key.Key_Right)

    assert said[-1] == "Embarrassed, 1 of 12. Near: worried."
    assert wheel.accessibleDescription() == said[-1]


def test_a_chosen_feeling_is_announced_as_chosen(qtbot, wheel, said):
    wheel.show_chosen({"worried"})

    qtbot.keyClick(wheel, Qt.Key.Key_Right)
    qtbot.keyClick(wheel, Qt.Key.Key_Right)

    assert said[-1] == "Worried, chosen, 2 of 12. Near: embarrassed, confused."


def test_the_pointer_announces_nothing(qtbot, wheel, said):
    point_with_mouse(qtbot, wheel, "angry")

    assert wheel.pointed_at == "angry"
    assert said == []


def test_the_ring_of_the_focus_follows_the_keyboard_not_the_pointer(qtbot, wheel):
    point_with_mouse(qtbot, wheel, "angry")
    by_pointer = wheel.grab().toImage()
    qtbot.keyClick(wheel, Qt.Key.Key_Left)
    qtbot.keyClick(wheel, Qt.Key.Key_Right)

    assert wheel.pointed_at == "angry"
    assert wheel.grab().toImage() != by_pointer


# How it is used


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Down])
def test_the_arrows_go_all_the_way_round(qtbot, wheel, key):
    seen = []
    for _ in range(len(WHEEL) + 1):
        qtbot.keyClick(wheel, key)
        seen.append(wheel.pointed_at)

    assert seen == [*WHEEL, WHEEL[0]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Up])
def test_the_other_arrows_go_the_other_way_round(qtbot, wheel, key):
    seen = []
    for _ in range(len(WHEEL) + 1):
        qtbot.keyClick(wheel, key)
        seen.append(wheel.pointed_at)

    assert seen == [*reversed(WHEEL), WHEEL[-1]]


def test_home_and_end_go_to_the_ends_of_the_ring(qtbot, wheel):
    qtbot.keyClick(wheel, Qt.Key.Key_End)
    last = wheel.pointed_at
    qtbot.keyClick(wheel, Qt.Key.Key_Home)

    assert (wheel.pointed_at, last) == (WHEEL[0], WHEEL[-1])


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_chooses_the_feeling_pointed_at(qtbot, wheel, key):
    wheel.point_at("sceptical")

    with qtbot.waitSignal(wheel.chosen) as chosen:
        qtbot.keyClick(wheel, key)

    assert chosen.args == ["sceptical"]


def test_nothing_is_chosen_where_nothing_is_pointed_at(qtbot, wheel):
    with qtbot.assertNotEmitted(wheel.chosen):
        qtbot.keyClick(wheel, Qt.Key.Key_Return)


def test_a_click_chooses_the_wedge_below_the_pointer(qtbot, wheel):
    with qtbot.waitSignal(wheel.chosen) as chosen:
        qtbot.mouseClick(wheel, Qt.MouseButton.LeftButton, pos=place_of(wheel, "relieved"))

    assert chosen.args == ["relieved"]


def test_a_press_that_is_let_go_elsewhere_chooses_nothing(qtbot, wheel):
    qtbot.mousePress(wheel, Qt.MouseButton.LeftButton, pos=place_of(wheel, "relieved"))

    with qtbot.assertNotEmitted(wheel.chosen):
        qtbot.mouseRelease(wheel, Qt.MouseButton.LeftButton, pos=place_of(wheel, "angry"))


def test_a_click_into_the_middle_chooses_nothing(qtbot, wheel):
    with qtbot.assertNotEmitted(wheel.chosen):
        qtbot.mouseClick(wheel, Qt.MouseButton.LeftButton, pos=wheel.rect().center())


def test_a_word_beside_the_ring_can_be_clicked(qtbot, wheel):
    theme().set_up(text_scale=2.0)
    wheel.fit(USUAL)
    wheel.adjustSize()
    word = next(it.word for it in wheel.wedges.wedges if it.feeling == "worried")

    with qtbot.waitSignal(wheel.chosen) as chosen:
        qtbot.mouseClick(wheel, Qt.MouseButton.LeftButton, pos=word.center().toPoint())

    assert chosen.args == ["worried"]


# What can be seen


def test_feelings_of_the_two_families_are_kept_apart(wheel):
    lies = {it.feeling: it.middle % 360 for it in wheel.wedges.wedges}
    within = (lies["worried"] - lies["embarrassed"]) % 360

    assert (lies["embarrassed"] - lies["calm"]) % 360 > within + 5
    assert (lies["delighted"] - lies["angry"]) % 360 > within + 5


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_what_lies_near_is_marked_by_more_than_colour(wheel, scheme):
    theme().set_up(scheme=scheme)
    wheel.point_at("frustrated")

    image = wheel.grab().toImage()

    layout, accent = wheel.wedges, theme().colour("accent")
    marked = [
        it.feeling
        for it in layout.wedges
        if image.pixelColor(layout.mark_of(it).toPoint()) == accent
    ]
    assert marked == ["disappointed", "impatient", "angry"]


@pytest.mark.parametrize("room", [USUAL, SMALLEST])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_words_and_faces_touch_neither_each_other_nor_the_edge(wheel, scale, room):
    theme().set_up(text_scale=scale)
    wheel.fit(room)
    layout = wheel.wedges
    boxes = [box for wedge in layout.wedges for box in (wedge.glyph, wedge.word)]

    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    whole = QSize(wheel.sizeHint())
    assert all(box.left() >= 0 and box.right() <= whole.width() for box in boxes)
    assert all(box.top() >= 0 and box.bottom() <= whole.height() for box in boxes)


@pytest.mark.parametrize("room", [USUAL, SMALLEST])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_every_word_lies_in_its_wedge_or_clear_of_the_ring(wheel, scale, room):
    theme().set_up(text_scale=scale)
    wheel.fit(room)
    layout = wheel.wedges
    ring = QPainterPath()
    ring.addEllipse(layout.centre, layout.outer, layout.outer)

    for wedge in layout.wedges:
        assert layout.path(wedge).contains(wedge.glyph)
        if layout.has_words_inside:
            assert layout.path(wedge).contains(wedge.word)
        else:
            assert not ring.intersects(wedge.word)


def test_large_text_leaves_the_wedges_rather_than_the_window(wheel):
    wheel.fit(USUAL)
    usual = wheel.wedges.has_words_inside
    theme().set_up(text_scale=2.0)
    wheel.fit(USUAL)

    assert usual
    assert not wheel.wedges.has_words_inside
    assert wheel.sizeHint().width() <= USUAL.width()
    assert wheel.sizeHint().height() <= USUAL.height()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_even_the_smallest_window_holds_the_wheel(wheel, scale):
    theme().set_up(text_scale=scale)

    wheel.fit(SMALLEST)

    assert wheel.sizeHint().width() <= 800
    assert wheel.sizeHint().height() <= SMALLEST.height()


def test_a_letter_that_no_key_is_named_after_does_nothing(qtbot, wheel):
    letter = QKeyEvent(QKeyEvent.Type.KeyPress, 0x142, Qt.KeyboardModifier.NoModifier, "ł")

    QApplication.sendEvent(wheel, letter)

    assert wheel.pointed_at is None
