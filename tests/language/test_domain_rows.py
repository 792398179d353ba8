"""What service research says of a single reply, one test a claim, read by the program's model."""

import pytest

from simulator.core.scoring.context import Question, ReplyContext

HOTEL = ReplyContext(
    customer_message=(
        "The man at the desk last night laughed at me when I asked for help with my bags."
    ),
    customer_name="Ruth Ellery",
    address_as="Ms Ellery",
    customer_emotion="angry",
)
BUILDER = ReplyContext(
    customer_message="You said somebody would ring on Monday. Nobody rang. It's Thursday now.",
    customer_name="Ruth Ellery",
    address_as="Ms Ellery",
    customer_emotion="disappointed",
    facts=("The roofer rings between 9 and 11 tomorrow",),
)
WIDOW = ReplyContext(
    customer_message="My husband died on Sunday. I need his name taken off the account.",
    customer_name="Ruth Ellery",
    address_as="Ms Ellery",
    customer_emotion="sad",
    facts=("The account can be put in her name today",),
)
BIRTHDAY = ReplyContext(
    customer_message="I'm forty today! Can I put my new name on the account, as a present to me?",
    customer_name="Ruth Ellery",
    address_as="Ms Ellery",
    customer_emotion="delighted",
    facts=("The account can be put in her name today",),
)


@pytest.fixture
def rated(trained):
    def rate(text: str, context: ReplyContext):
        return trained.assess(text, Question(context=context)).rating

    return rate


@pytest.mark.parametrize(
    "cheer",
    [
        "How wonderful! What a lovely day for it. I'll put the account in your name right now!",
        "Yay, congratulations! Your name goes on the account today.",
        "Ha, that's the spirit! Consider it done: the account is in your name from today. Enjoy!",
    ],
)
def test_row_08_the_same_cheer_is_courteous_on_a_birthday_and_not_to_a_widow(rated, cheer):
    assert rated(cheer, BIRTHDAY).courtesy >= rated(cheer, WIDOW).courtesy + 10


@pytest.mark.parametrize(
    "reply",
    [
        "I'm so sorry about your husband. I've put the account in your name, nothing to sign.",
        "I'm sorry for your loss, Ms Ellery. It's done: the account is yours from today.",
        "Of course. I'm sorry. I'll do it while we speak, and you needn't send anything.",
    ],
)
def test_row_08_plain_sympathy_is_courteous_to_a_widow(rated, reply):
    assert rated(reply, WIDOW).courtesy >= 65


def test_row_08_a_battery_that_died_is_nobody_to_mourn(rated):
    customer = BIRTHDAY.model_copy(update={"customer_message": "The battery died on my birthday."})

    assert (
        rated("Happy birthday! How exciting. A new battery is on its way.", customer).courtesy >= 55
    )


@pytest.mark.parametrize(
    ("defends", "owns"),
    [
        (
            "Our desk staff are very professional, I'm sure he didn't mean it like that.",
            "Nobody should be laughed at for asking. I'm sorry he did that to you.",
        ),
        (
            "He is one of our best people, so there must have been a misunderstanding.",
            "That was wrong of him, and I'm sorry. I'll tell his manager what happened.",
        ),
        (
            "To be fair to him, it was a very busy night for the team.",
            "However busy it was, laughing at you is not on. I'm sorry.",
        ),
    ],
)
def test_row_18_defending_the_colleague_lowers_courtesy(rated, defends, owns):
    assert rated(owns, HOTEL).courtesy >= rated(defends, HOTEL).courtesy + 10


@pytest.mark.parametrize(
    ("silent", "offers"),
    [
        (
            "I'm sorry nobody rang. The roofer will be in touch.",
            (
                "I'm sorry nobody rang. The roofer rings tomorrow between 9 and 11. Does that suit "
                "you, or would the afternoon be better?"
            ),
        ),
        (
            "That shouldn't have happened. Somebody will call you back.",
            (
                "That shouldn't have happened. When is a good time to reach you? The roofer can "
                "ring between 9 and 11 tomorrow."
            ),
        ),
    ],
)
def test_row_20_offering_a_time_for_the_call_earns_patience(rated, silent, offers):
    assert rated(offers, BUILDER).patience > rated(silent, BUILDER).patience
