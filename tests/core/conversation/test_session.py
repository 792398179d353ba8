import json

import pytest

from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.events import EVENT, LONGEST_REPLY, AfterRecord, Began
from simulator.core.conversation.reading import judged
from simulator.core.conversation.session import Session
from simulator.core.errors import ConversationError
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.words import Feeling
from simulator.core.scoring.context import Assessment
from tests.core.conversation.small_contact import (
    SMALL,
    begun,
    chosen,
    insulting,
    promising,
    rated,
)


def as_json(session: Session) -> str:
    log = [EVENT.dump_python(event, mode="json") for event in session.events]
    return json.dumps([log, scorecard_of(session).model_dump(mode="json")])


def test_the_same_seed_and_replies_give_the_same_play_byte_for_byte():
    one = chosen(chosen(begun(seed=7), "own"), "courier-tomorrow")
    other = chosen(chosen(begun(seed=7), "own"), "courier-tomorrow")

    assert as_json(one) == as_json(other)


def test_the_seed_draws_the_wording():
    wordings = {begun(seed=seed).line.text for seed in range(20)}

    assert wordings == set(SMALL.steps["opening"].says)


def test_the_order_of_choices_depends_on_the_seed_alone():
    orders = {tuple(reply.id for reply in begun(seed=seed).offered) for seed in range(20)}

    assert orders == {("own", "wait"), ("wait", "own")}
    assert begun(seed=3).offered == begun(seed=3).offered


def test_a_reply_gives_a_new_session_and_leaves_the_old_one_as_it_was():
    session = begun()
    before = as_json(session)

    chosen(session, "own")

    assert as_json(session) == before


def test_a_log_read_back_from_json_gives_the_same_session():
    session = chosen(chosen(begun().after_hint(), "wait"), "own")
    log = [EVENT.validate_json(EVENT.dump_json(event)) for event in session.events]

    replayed = Session.replayed(SMALL, log)

    assert replayed == session


def test_a_log_without_its_beginning_is_refused():
    session = chosen(begun(), "own")

    with pytest.raises(ConversationError, match="beginning is missing"):
        Session.replayed(SMALL, session.events[1:])


def test_a_foreseen_reply_leads_where_its_author_says():
    session = chosen(begun(), "own")

    assert session.moment.step_id == "plan"
    assert session.moment.state.mood == 45


def test_a_typed_reply_that_matches_is_the_authors_reply():
    assessment = Assessment(rating=rated().rating, matched="own", similarity=0.8)

    session = begun().after_reply("We got this wrong.", assessment)

    assert session.turns[0].reply_id == "own"
    assert session.moment.step_id == "plan"


def test_an_insult_around_a_foreseen_reply_is_not_that_reply():
    session = begun().after_reply("Our mistake, you moron.", insulting(matched="own"))

    assert session.turns[0].reply_id is None
    assert session.ending is SMALL.endings["leaves"]


def test_a_reply_that_matches_nothing_takes_the_first_otherwise_that_holds():
    session = begun().after_reply("Hm.", rated(courtesy=50))

    assert session.moment.step_id == "opening"
    assert session.line.text == "And my parcel?"


def test_a_hidden_fact_is_told_only_when_asked():
    asked = Assessment(rating=rated().rating, asked=("gift",))

    before = begun()
    after = before.after_reply("What is in it?", asked)

    assert before.facts_told == ()
    assert [fact.id for fact in after.facts_told] == ["gift"]


def test_the_authors_own_words_for_a_fact_stand_in_place_of_the_general_ones():
    asked = Assessment(rating=rated().rating, asked=("gift",))

    session = begun().after_reply("What is in it?", asked)

    assert session.line.text == "A birthday present."


def test_a_fact_asked_within_a_foreseen_reply_is_told_before_the_next_line():
    asked = Assessment(rating=rated().rating, asked=("gift",), matched="own", similarity=0.9)

    session = begun().after_reply("Our mistake. What is in it?", asked)

    assert session.line.text == (
        "It's a gift. Sunday is her birthday. And will it be there by Sunday?"
    )


def test_an_insult_that_touches_a_hidden_fact_is_not_told_it():
    insult = insulting().model_copy(update={"asked": ("gift",)})

    session = begun().after_reply("What is in it, you moron?", insult)

    assert session.facts_told == ()
    assert session.line.text == "Forget it."


def test_an_insult_within_a_foreseen_reply_word_for_word_is_not_told_a_hidden_fact():
    insult = insulting(matched="own", similarity=1.0).model_copy(update={"asked": ("gift",)})

    session = begun().after_reply("That is our mistake.", insult)

    assert session.facts_told == ()


def test_a_customer_who_takes_offence_tells_no_hidden_fact():
    asked = rated(courtesy=20).model_copy(update={"asked": ("gift",)})

    session = begun().after_reply("So what is in it?", asked)

    assert session.ending is SMALL.endings["leaves"]
    assert session.facts_told == ()


def test_a_way_that_asks_for_the_fact_tells_it_however_courteous_it_must_be():
    steps = SMALL.model_dump(by_alias=True)["steps"]
    steps["opening"]["otherwise"][1]["when"] = "courtesy > 30 and asks(gift)"
    scenario = Scenario.model_validate(SMALL.model_dump(by_alias=True) | {"steps": steps})
    asked = rated(courtesy=50).model_copy(update={"asked": ("gift",)})
    start = Session.begin(scenario, begun().began)

    session = start.after_reply("What is in it?", asked)

    assert [fact.id for fact in session.facts_told] == ["gift"]


def test_a_reply_for_once_is_not_offered_again():
    session = chosen(begun(), "wait")

    assert [reply.id for reply in session.offered] == ["own"]


def test_a_reply_that_is_not_on_offer_is_refused():
    session = chosen(begun(), "wait")

    with pytest.raises(ConversationError, match="not on offer"):
        session.after_reply("Please wait.", rated(), "wait")


def test_a_reply_sets_the_authors_variables():
    session = chosen(begun(), "wait")

    assert session.moment.state.variables["offers"] == 1


def test_the_customer_gives_up_when_they_will_bear_with_us_no_longer():
    session = begun()
    for _ in range(3):
        session = session.after_reply("Hm.", rated(patience=20))

    assert session.moment.ending_id == "leaves"


@pytest.mark.parametrize("text", ["", "   \n\t"])
def test_an_empty_reply_is_refused(text):
    with pytest.raises(ConversationError, match="Write a few words"):
        begun().after_reply(text, rated())


def test_a_reply_of_the_longest_length_is_taken():
    session = begun().after_reply("🙂" * LONGEST_REPLY, rated())

    assert len(session.turns[0].text) == LONGEST_REPLY


def test_a_longer_reply_is_refused_with_its_length():
    with pytest.raises(ConversationError, match=r"10,001 characters"):
        begun().after_reply("x" * (LONGEST_REPLY + 1), rated())


def test_nothing_can_be_said_after_the_end():
    session = chosen(chosen(begun(), "own"), "courier-tomorrow")

    with pytest.raises(ConversationError, match="over"):
        session.after_reply("Hello?", rated())


def test_replying_skips_an_open_reading():
    session = chosen(begun(), "own")

    assert [event.kind for event in session.events] == ["began", "customer_read", "replied"]


def test_a_reading_is_kept_with_its_turn():
    key = SMALL.steps["opening"].read
    reading = judged(key, Feeling.FRUSTRATED, "", lambda text, wordings: 0.0)

    session = chosen(begun().after_reading(reading), "own")

    assert session.turns[0].before.reading == reading


def test_there_is_nothing_to_read_at_a_step_without_a_key():
    with pytest.raises(ConversationError, match="nothing to read"):
        chosen(begun(), "own").after_reading(None)


def test_rewinding_goes_back_to_the_moment_before_the_reply():
    first = begun()
    session = chosen(chosen(first, "wait"), "own")

    rewound = session.after_rewind(1)

    assert rewound.line == first.line
    assert rewound.turn_number == 1


def test_rewinding_keeps_the_turns_left_behind_as_a_branch():
    session = chosen(chosen(begun(), "wait"), "own")

    rewound = session.after_rewind(2)

    assert rewound.branches == (session.turns,)
    assert rewound.turns == session.turns[:1]


def test_an_exam_cannot_be_rewound():
    session = chosen(begun(mode="exam"), "own")

    with pytest.raises(ConversationError, match="exam"):
        session.after_rewind(1)


def test_an_exam_gives_no_hints():
    with pytest.raises(ConversationError, match="Coach"):
        begun(mode="exam").after_hint()


def test_a_finished_attempt_is_retried_as_a_new_one_with_the_old_turns_beside():
    finished = chosen(chosen(begun(mode="exam"), "wait"), "own").after_stopping()
    finished = finished.after_noting(AfterRecord()).after_finishing()

    retried = finished.retry(2)

    assert retried.turns == finished.turns[:1]
    assert retried.branches == (finished.turns,)
    assert retried.is_coached
    assert not retried.is_over


def test_a_contact_ended_early_is_scored_up_to_there():
    session = chosen(begun(), "own", rated(80, 70, 60)).after_stopping()

    card = scorecard_of(session)

    assert (card.courtesy, card.patience, card.helpfulness) == (80, 70, 60)
    assert card.ending_kind is None


def test_a_card_without_turns_is_not_rated_rather_than_zero():
    card = scorecard_of(begun().after_stopping())

    assert set(card.scores.values()) == {None}


def test_a_card_without_turns_says_that_there_is_nothing_to_score():
    card = scorecard_of(begun().after_stopping())

    assert card.summary == (
        "You have not replied yet, so there is nothing to score. You can begin again."
    )


def test_a_card_of_one_turn_speaks_of_one_turn():
    card = scorecard_of(chosen(begun(), "own").after_stopping())

    assert card.summary.startswith("This card covers the one turn you had.")


def test_notes_wait_for_the_end_of_the_contact():
    with pytest.raises(ConversationError, match="Finish the contact first"):
        begun().after_noting(AfterRecord())


def test_a_promise_that_was_not_logged_costs_helpfulness():
    reply = "It will be there tomorrow by noon."
    assessment = promising(reply, "tomorrow by noon")
    session = begun().after_reply(reply, assessment).after_stopping()

    card = scorecard_of(session.after_noting(AfterRecord()).after_finishing())

    assert card.helpfulness == 76
    assert card.after.promises[0].logged_as is None


def test_a_logged_promise_costs_nothing():
    from simulator.core.conversation.promises import promises_made

    reply = "It will be there tomorrow by noon."
    assessment = promising(reply, "tomorrow by noon")
    session = begun().after_reply(reply, assessment).after_stopping()
    record = AfterRecord(promises=promises_made(session))

    card = scorecard_of(session.after_noting(record).after_finishing())

    assert card.helpfulness == 80


def test_what_was_missed_is_told_with_the_turn():
    card = scorecard_of(chosen(begun(), "own").after_stopping())

    assert [missed.text for missed in card.turns[0].missed] == ["Own it."]


def test_a_need_that_was_met_is_not_missed():
    met = Assessment(rating=rated().rating, needs_met=("owns",))

    card = scorecard_of(chosen(begun(), "own", met).after_stopping())

    assert card.turns[0].missed == ()


@pytest.mark.parametrize(("trust", "ending"), [(50, "stays"), (49, "leaves")])
def test_a_reply_leads_on_by_the_state_in_which_it_leaves_the_customer(trust, ending):
    document = SMALL.model_dump(mode="json", by_alias=True)
    document["customer"]["state"]["trust"] = trust
    reply = document["steps"]["opening"]["replies"][0]
    reply |= {"then": {"trust": 0}, "goes": "leaves"}
    reply["goes_if"] = [{"when": "trust >= 50", "goes": "stays"}]
    session = Session.begin(Scenario.model_validate(document), Began(scenario_id="small"))

    ended = session.after_reply(reply["says"], rated(), reply["id"])

    assert ended.moment.ending_id == ending
