"""The ways to "How good are these scores?" and back, in the whole window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.pages.looking import seen_words_on
from tests.ui.visitor import Visitor


@pytest.fixture(scope="module")
def visitor(qapp, tmp_path_factory):
    visitor = Visitor(QtBot(None), tmp_path_factory.mktemp("data"))
    visitor.rooms.enter(None)
    visitor.sees(visitor.rooms.home.shell)
    yield visitor
    visitor.close()


def test_settings_lead_there_and_back(visitor):
    home = visitor.rooms.home
    home.show_page("settings")

    QTest.mouseClick(home.settings.agreement_link, Qt.MouseButton.LeftButton)

    visitor.sees(home.agreement)
    assert "This scorer differs by about" in seen_words_on(home.agreement)
    QTest.mouseClick(home.agreement.bar.back, Qt.MouseButton.LeftButton)
    visitor.sees(home.shell)
    assert home.shell.page_key == "settings"


def test_the_scorecard_leads_there_and_alt_left_back(visitor):
    home, scorecard = visitor.rooms.home, visitor.rooms.flow.scorecard
    visitor.window.show_page(scorecard)

    QTest.mouseClick(scorecard.steps.agreement_link, Qt.MouseButton.LeftButton)

    visitor.sees(home.agreement)
    visitor.rooms.go_back()
    visitor.sees(scorecard)


def test_a_review_leads_there_and_keeps_what_was_typed(visitor):
    home = visitor.rooms.home
    visitor.window.show_page(home.review)
    home.review.form.comment.setPlainText("Well heard.")

    QTest.mouseClick(home.review.form.agreement_link, Qt.MouseButton.LeftButton)

    visitor.sees(home.agreement)
    home.agreement.back_wanted.emit()
    visitor.sees(home.review)
    assert home.review.form.comment.toPlainText() == "Well heard."
