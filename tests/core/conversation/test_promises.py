from simulator.core.conversation.events import AfterRecord, LoggedPromise
from simulator.core.conversation.promises import is_logged, promises_made
from simulator.core.scoring.context import Assessment
from tests.core.conversation.small_contact import begun, promising, rated


def test_a_promise_is_lifted_with_its_own_sentence():
    reply = "I am sorry. It will be there tomorrow by noon. Is that all right?"

    session = begun().after_reply(reply, promising(reply, "tomorrow by noon"))

    (promise,) = promises_made(session)
    assert promise.quote == "It will be there tomorrow by noon."
    assert promise.promise_id == "tomorrow"


def test_a_question_is_an_offer_and_no_promise():
    reply = "Shall I send it tomorrow by noon?"
    assessment = promising(reply, "tomorrow by noon").model_copy(update={"promised": ()})

    session = begun().after_reply(reply, assessment)

    assert promises_made(session) == ()


def test_a_promise_without_a_cue_is_quoted_by_the_sentence_nearest_to_its_wordings():
    reply = "That was our fault. You have it tomorrow, without charge. Anything else?"
    assessment = Assessment(rating=rated().rating, promised=("tomorrow",))

    session = begun().after_reply(reply, assessment)

    assert promises_made(session)[0].quote == "You have it tomorrow, without charge."


def test_the_same_promise_made_twice_is_logged_once():
    reply = "It will be there tomorrow by noon."
    session = begun()
    for _ in range(2):
        session = session.after_reply(reply, promising(reply, "tomorrow by noon"))

    assert len(promises_made(session)) == 1


def test_an_entry_emptied_by_the_trainee_is_not_logged():
    promise = LoggedPromise(what="Courier", quote="Tomorrow.", promise_id="tomorrow")
    record = AfterRecord(promises=(promise.model_copy(update={"what": " "}),))

    assert is_logged(promise, record) is None


def test_an_entry_worded_anew_still_counts():
    promise = LoggedPromise(what="Courier", quote="Tomorrow.", promise_id="tomorrow")
    reworded = LoggedPromise(what="Send by courier", promise_id="tomorrow")

    assert is_logged(promise, AfterRecord(promises=(reworded,))) is reworded
