"""A contact in the terminal that uses every ability of a scenario."""

import io

from simulator.command_line.terminal import Terminal
from simulator.core.conversation.events import Began
from simulator.core.conversation.session import Session
from simulator.core.scoring.context import Assessment
from tests.core.conversation.nora import RATING, nora
from tests.fakes.reply_model import FakeReplyModel

NUMBER_PLEASE = "What is your order number?"
OWN_IT = next(reply.says for reply in nora().steps["opening"].replies if reply.id == "own-it")


def played(*typed: str, mode: str = "coach") -> tuple[str, Session]:
    """Type lines until they run out; give what was printed and where it led."""
    scenario = nora()
    model = FakeReplyModel(
        {
            NUMBER_PLEASE: Assessment(rating=RATING, asked=("order",)),
            OWN_IT: Assessment(rating=RATING, needs_met=("order",)),
        }
    )
    began = Began.model_validate({"scenario_id": scenario.id, "mode": mode, "seed": 3})
    out = io.StringIO()
    terminal = Terminal(io.StringIO("".join(f"{line}\n" for line in typed)), out, model)
    session = terminal.play(Session.begin(scenario, began))
    return out.getvalue(), session


def number_of(reply_id: str, step: str) -> str:
    """Give the number under which a reply is offered at the first or second turn."""
    session = Session.begin(nora(), Began(scenario_id=nora().id, seed=3))
    if step == "plan":
        session = session.after_reply(OWN_IT, Assessment(rating=RATING), "own-it")
    ids = [reply.id for reply in session.offered]
    return str(ids.index(reply_id) + 1)


def test_each_short_message_has_a_line_of_its_own():
    text, _ = played()

    assert "Nora: Hi\nNora: It's blue.\nNora: I ordered grey." in text


def test_the_customer_card_stands_in_the_briefing():
    text, _ = played()

    assert "A green one came (Taken back the same day)" in text


def test_a_thought_is_shown_when_asked_for_and_counts_as_the_hint():
    text, session = played("", ":thought")

    assert "(Nora may be thinking: If I have to explain this a third time" in text
    assert session.moment.hint_shown


def test_a_thought_can_be_asked_for_before_reading():
    text, _ = played(":thought")

    assert "Nora may be thinking" in text


def test_an_exam_tells_no_thought():
    text, session = played("", ":thought", mode="exam")

    assert "taking my money elsewhere" not in text
    assert not session.moment.hint_shown


def test_strength_is_asked_for_and_judged():
    text, session = played("frustrated because the second wrong sofa in a week", "9", "3", "facts")

    assert session.moment.reading.strength == 3
    assert "You guessed; she had not said it yet. Half. The strength was 4 of 5." in text


def test_strength_may_be_left_open():
    _, session = played("frustrated", "", "facts")

    assert session.moment.reading.strength is None


def test_waiting_lets_the_customer_speak_up_until_she_only_waits():
    text, session = played("", ":wait", ":wait", ":wait")

    assert "Nora: Hello? Anybody there?" in text
    assert "The customer waits for your reply." in text
    assert session.moment.state.silences == 2


def test_topics_are_on_the_table_in_coach_only():
    coached, _ = played("")
    exam, _ = played("", mode="exam")

    assert "On the table: The blue one in her hall (open), The right sofa (open)" in coached
    assert "On the table" not in exam


def test_a_line_says_what_it_does_beside_its_words():
    text, _ = played("")

    assert "The delivery team will know. I am passing you on. [passes on]" in text


def test_the_card_is_pointed_at_and_its_use_credited():
    asked, _ = played("", NUMBER_PLEASE)
    used, _ = played("", OWN_IT)

    assert "- it is on the card: Ordered a grey sofa, order 5512" in asked
    assert "+ used the card: Ordered a grey sofa, order 5512" in used


def test_an_offer_is_recorded():
    closing = number_of("close-it", "plan")

    _, session = played("", OWN_IT, closing, "2", "1", "1", "")

    assert session.after.offer in {nora().after.offer.fits, *nora().after.offer.unfit}


def test_offering_nothing_is_recorded_as_nothing():
    closing = number_of("close-it", "plan")

    text, session = played("", OWN_IT, closing, "2", "1", "4", "")

    assert "  4  Offer nothing" in text
    assert session.after.offer == ""
