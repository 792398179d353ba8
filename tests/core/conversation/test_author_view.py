import pytest

from simulator.core.conversation.author_view import (
    Hidden,
    Move,
    hidden_replies,
    moves,
    passed_over,
    standing_at,
    state_of,
    way_told,
    with_values,
)
from simulator.core.conversation.events import Began
from simulator.core.conversation.session import Session
from simulator.core.errors import ConversationError
from simulator.core.scenario.model import Scenario
from tests.core.conversation.small_contact import SMALL, begun, chosen, rated


def with_conditions() -> Session:
    """Begin the small contact with a reply that takes trust."""
    document = SMALL.model_dump(mode="json", by_alias=True, exclude_none=True)
    document["steps"]["opening"]["replies"][0]["when"] = "trust >= 50 and not told(gift)"
    scenario = Scenario.model_validate(document)
    return Session.begin(scenario, Began(scenario_id=scenario.id))


def test_a_hidden_reply_is_told_with_the_part_at_fault():
    assert hidden_replies(with_conditions()) == (
        Hidden("own", "“trust >= 50 (is 40)” and not told(gift)"),
    )


def test_a_reply_that_was_given_once_is_told_as_given():
    session = chosen(begun(), "wait")

    assert hidden_replies(session) == (Hidden("wait", "once, and it has been given"),)


def test_nothing_is_hidden_where_all_is_on_offer():
    assert hidden_replies(begun()) == ()


def test_what_moved_is_told_with_its_value_before_and_after():
    before = begun()
    after = chosen(before, "wait")

    found = moves(before, after)

    assert Move("mood", "30", "20") in found
    assert Move("bears_with_us", "3", "2") in found
    assert Move("offers", "0", "1") in found


def test_what_stays_as_it_was_is_no_move():
    before = begun()

    assert moves(before, before) == ()


def test_the_way_taken_is_told_with_its_condition():
    session = begun().after_reply("Get lost.", rated(courtesy=10))

    assert way_told(session, session.turns[-1]) == "otherwise 1 (courtesy < 30) → leaves"


def test_a_matched_reply_is_told_with_its_likeness():
    assessment = rated().model_copy(update={"matched": "own", "similarity": 0.9})
    session = begun().after_reply("Our mistake, that.", assessment)

    assert way_told(session, session.turns[-1]) == "reply own (matched, 0.90) → plan"


def test_the_ways_passed_over_are_told_with_why():
    session = begun().after_reply("Hm.", rated(courtesy=60))

    assert list(passed_over(session, session.turns[-1])) == [
        "not otherwise 1: “courtesy < 30 (is 60)”",
        "not otherwise 2: “asks(gift) (is false)”",
    ]


def test_variables_and_feelings_can_be_set_by_hand():
    session = with_values(begun(), {"trust": "77", "offers": "-2"})

    assert session.moment.state.trust == 77
    assert state_of(session)["offers"] == "-2"


def test_what_is_set_opens_the_replies_that_ask_for_it():
    session = with_values(with_conditions(), {"trust": "50"})

    assert [reply.id for reply in session.on_offer] == ["own", "wait"]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("trust", "101", "trust must be a whole number from 0 to 100"),
        ("bears_with_us", "0", "from 1 to 8"),
        ("offers", "many", "offers must be a whole number"),
        ("offer", "1", "There is nothing called 'offer' to set. There are: mood"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(name, value, told):
    with pytest.raises(ConversationError, match=told):
        with_values(begun(), {name: value})


def test_a_play_can_stand_at_any_step_as_if_it_had_come_there():
    session = standing_at(begun(), "plan")

    assert session.line.text == "And now?"
    assert [reply.id for reply in session.on_offer] == ["courier-tomorrow"]
    assert session.moment.state.mood == 30


def test_a_step_that_does_not_exist_is_told_with_those_there_are():
    with pytest.raises(ConversationError, match="There are: opening, plan"):
        standing_at(begun(), "plam")
