"""What a reply uses of the customer card, and what it asks for all the same."""

from simulator.core.conversation.customer_card import asked_known, used_known
from simulator.core.conversation.debrief import scorecard_of
from tests.core.conversation.nora import after, begun, ended, nora


def whats(entries):
    return [entry.what for entry in entries]


def test_what_a_reply_asks_for_although_it_is_on_the_card_is_named():
    session = after(begun(), "number-please", asked=("order",))

    assert whats(asked_known(nora(), session.turns[0])) == ["Ordered a grey sofa, order 5512"]


def test_an_entry_is_credited_once():
    session = after(begun(), "own-it", needs_met=("order",))
    session = after(session, "friday", needs_met=("order", "green"))

    assert whats(used_known(nora(), session.turns[0])) == ["Ordered a grey sofa, order 5512"]
    assert whats(used_known(nora(), session.turns[1])) == ["A green one came"]


def test_who_asks_for_an_entry_has_not_used_it():
    session = after(begun(), "number-please", asked=("order",), needs_met=("order",))

    assert used_known(nora(), session.turns[0]) == ()


def test_a_scorecard_tells_whether_the_card_was_looked_at():
    assert scorecard_of(begun(card_read=False)).card_read is False
    assert scorecard_of(begun(card_read=True)).card_read is True
    assert scorecard_of(begun()).card_read is None


def test_a_scorecard_has_the_feelings_towards_firm_product_and_contact():
    card = scorecard_of(ended())

    felt = {each.towards: (each.before, each.after) for each in card.towards}
    assert felt["firm"] == (60, 60 - 6 + 10)
    assert felt["product"] == (35, 35 + 10)
    assert felt["contact"][0] == 38


def test_a_scorecard_has_the_worse_answer_and_what_a_reply_did():
    card = scorecard_of(ended())

    assert card.turns[0].worse_because.startswith("the number is on her card")
    assert [turn.does for turn in card.turns] == ["", "warn", "", ""]
