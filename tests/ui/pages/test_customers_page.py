"""The page of a trainee's customers."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from simulator.core.progress.people import people_of
from simulator.core.scenario.words import EndingKind
from simulator.core.scoring.consequences import Impression
from simulator.ui.pages.customers_page import CustomersPage, remembered_sentence, standing_words
from simulator.ui.widgets.buttons import Button
from tests.core.conversation.small_contact import begun, chosen
from tests.core.progress.past import past

GOOD = Impression(ended=EndingKind.GOOD, shift=15)
LOST = Impression(ended=EndingKind.BAD, shift=-25, leaves=True)


def served(*impressions):
    """Give the one customer who was served so."""
    contacts = []
    for day, impression in enumerate(impressions):
        contact = past(chosen(begun(seed=day + 1), "own"), day)
        card = contact.card.model_copy(update={"impression": impression, "seed": day})
        contacts.append(replace(contact, card=card))
    return tuple(people_of(contacts).values())


@pytest.fixture
def page(qtbot):
    page = CustomersPage()
    qtbot.addWidget(page)
    page.show()
    return page


def test_before_anybody_was_served_the_page_leads_to_the_scenarios(qtbot, page):
    practise = next(b for b in page.findChildren(Button) if b.isVisible())

    with qtbot.waitSignal(page.practise_wanted):
        qtbot.mouseClick(practise, Qt.MouseButton.LeftButton)


def test_a_customer_stands_with_what_they_remember(page):
    page.show_people(served(GOOD, GOOD))

    assert remembered_sentence(served(GOOD, GOOD)[0]) == (
        "Served 2 times. The last contact ended well. 2 good contacts in a row."
    )
    assert not page.cards[0].fresh_start.isVisible()


def test_who_is_lost_can_be_given_a_fresh_start(qtbot, page):
    (person,) = served(LOST)
    page.show_people((person,))

    with qtbot.waitSignal(page.fresh_start_wanted) as wanted:
        qtbot.mouseClick(page.cards[0].fresh_start, Qt.MouseButton.LeftButton)

    assert standing_words(person) == "Lost"
    assert wanted.args == [person.persona]


def test_a_list_that_is_shown_anew_takes_the_place_of_the_old_one(page):
    page.show_people(served(LOST))
    page.show_people(served(GOOD))

    assert len(page.cards) == 1
