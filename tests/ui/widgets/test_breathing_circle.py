"""The circle to breathe with: when it moves, and when it does not."""

import pytest

from simulator.ui.theme import theme
from simulator.ui.widgets import breathing_circle
from simulator.ui.widgets.breathing_circle import BREATHS, IN_S, OUT_S, BreathingCircle


@pytest.fixture
def circle(qtbot):
    made = BreathingCircle()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def said(monkeypatch):
    """Everything that is announced, in order."""
    sentences = []
    monkeypatch.setattr(breathing_circle, "announce", lambda _widget, text: sentences.append(text))
    return sentences


def go_to(circle, second):
    circle._minute.setCurrentTime(round(second * 1000))


def test_nothing_moves_before_it_is_asked_to(circle):
    assert not circle.is_breathing
    assert circle.words == ""


def test_it_takes_a_minute():
    assert BREATHS * (IN_S + OUT_S) == 60


def test_it_grows_while_breathing_in_and_shrinks_while_breathing_out(circle):
    circle.breathe()
    grown = []
    for second in (0.5, 2, 3.9, 5, 7, 9.9):
        go_to(circle, second)
        grown.append(circle.share)

    assert grown[:3] == sorted(grown[:3])
    assert grown[3:] == sorted(grown[3:], reverse=True)
    assert grown[2] > 0.9
    assert grown[5] < 0.1


def test_it_says_once_a_phase_what_to_do(circle, said):
    circle.breathe()
    for second in (1, 2, 5, 6, 11):
        go_to(circle, second)

    assert said == ["Breathe in", "Breathe out", "Breathe in"]


def test_it_comes_to_rest_after_its_minute(qtbot, circle):
    circle.breathe()

    with qtbot.waitSignal(circle.rested):
        go_to(circle, 60)

    assert not circle.is_breathing
    assert circle.share == 0


def test_it_comes_to_rest_at_once_when_asked(qtbot, circle):
    circle.breathe()
    go_to(circle, 3)

    with qtbot.waitSignal(circle.rested):
        circle.rest()

    assert (circle.share, circle.words) == (0, "")


@pytest.mark.usefixtures("still")
def test_with_less_motion_it_stands_still_and_tells_the_count(circle, said):
    before = circle.grab().toImage()

    circle.breathe()

    assert not circle.is_breathing
    assert circle.grab().toImage() == before
    assert circle.words == "In for 4\nout for 6"
    assert said == []


def test_motion_switched_off_stops_it_where_it_is(circle):
    circle.breathe()
    go_to(circle, 3)

    theme().set_up(less_motion=True)

    assert not circle.is_breathing


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_its_words_have_room_in_it_when_it_is_smallest(circle, scale):
    theme().set_up(text_scale=scale)
    circle.adjustSize()
    circle.breathe()
    smallest = 2 * (min(circle.width(), circle.height()) / 2 - 2) * breathing_circle._SMALLEST

    assert circle.fontMetrics().horizontalAdvance("Breathe out") < smallest - 8
