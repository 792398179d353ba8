from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from simulator.ui.pages.broken_scenario_page import BrokenScenarioPage
from simulator.ui.pages.source_view import marked_span
from simulator.ui.theme import theme
from simulator.ui.widgets.text import Label
from tests.ui.pages.sample_library import ROOM


@pytest.fixture
def page(qtbot):
    page = BrokenScenarioPage()
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    page.show_broken(ROOM, 61)
    return page


def texts(page):
    return [label.text() for label in page.findChildren(Label) if label.isVisibleTo(page)]


def test_the_headline_is_plain_and_says_what_still_works(page):
    assert "“They gave our room away” can’t be opened" in texts(page)
    assert (
        "3 things in its file need a look. Your other 61 scenarios work, "
        "and nobody’s progress is affected."
    ) in texts(page)


def test_the_fault_stands_below_its_line_at_its_column(page):
    rows = page._source.shown_rows

    place = rows.index("    - when: offers room")

    assert rows[place + 1] == "             ^ column 14: “offers room” is a name with no value"


def test_every_fault_is_listed_with_its_remedy(page):
    shown = texts(page)

    assert "Line 6, column 14: “offers room” is a name with no value" in shown
    assert "Write a colon." in shown
    assert "Line 9, column 7: “cold” is not a step" in shown
    assert "The whole file: there are no test plays" in shown


def test_the_details_are_copied_as_text(page, qtbot):
    qtbot.mouseClick(page.copy_button, Qt.MouseButton.LeftButton)

    copied = QGuiApplication.clipboard().text()

    assert copied.startswith("scenarios/travel/room-given-away.yaml\nLine 6, column 14: RS105")
    assert copied.count("\n") == 3


def test_back_reload_and_the_file_are_asked_for(page, qtbot):
    with qtbot.waitSignal(page.back_wanted):
        qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.reload_wanted):
        qtbot.mouseClick(page.reload_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.show_file_wanted) as wanted:
        qtbot.mouseClick(page.show_file_button, Qt.MouseButton.LeftButton)

    assert wanted.args == [ROOM.path]


def test_what_trainees_see_is_told(page):
    assert any(
        text.startswith("Trainees see: “This scenario is being repaired") for text in texts(page)
    )


def test_a_file_that_cannot_be_read_has_no_lines_to_show(page):
    page.show_broken(replace(ROOM, source_lines=(), faults=ROOM.faults[2:]), 0)

    assert not page._source_area.isVisible()
    assert "Its file can’t be read. Nobody’s progress is affected." in texts(page)


def test_a_fault_beyond_the_end_of_the_file_is_still_listed(page, qtbot):
    beyond = replace(ROOM.faults[0], line=99)

    page.show_broken(replace(ROOM, faults=(beyond,)), 1)

    listed = "Line 99, column 14: “offers room” is a name with no value"
    qtbot.waitUntil(lambda: listed in texts(page))
    assert not page.grab().isNull()


def test_lines_with_markup_are_shown_as_they_are(page):
    odd = replace(ROOM, title="<b>x</b>", source_lines=("<b>x</b>: [", *ROOM.source_lines[1:]))

    page.show_broken(odd, 2)

    assert "“<b>x</b>” can’t be opened" in texts(page)
    assert "<b>x</b>: [" in page._source.shown_rows


def test_at_twice_the_text_size_the_lines_scroll_and_the_page_does_not(page, qtbot):
    theme().set_up(text_scale=2.0)
    long = replace(ROOM, source_lines=("x" * 400, *ROOM.source_lines[1:]))

    page.show_broken(long, 2)

    assert page.minimumSizeHint().width() <= 800


@pytest.mark.parametrize(
    ("line", "column", "span"),
    [
        ("- when: { courtesy: 60+, offers room }", 26, (25, 36)),
        ("goes: cold", 7, (6, 10)),
        ("goes: cold", 99, (10, 11)),
        ("", 0, (0, 1)),
    ],
)
def test_the_wave_runs_under_the_words_at_the_column(line, column, span):
    assert marked_span(line, column) == span
