import pytest

from simulator.core.scoring.context import ReplyContext, Said
from simulator.language.cues import cue_lists
from simulator.language.grounding import Ground, Known
from simulator.language.text import Text

CONTEXT = ReplyContext(
    customer_message="My parcel was due at 9 and I have a train.",
    facts=("Delivery is Thursday between 12 and 4.", "The fee of 34.00 can be refunded."),
    earlier=(Said(who="customer", text="I live in Leith."), Said(who="rep", text="One moment.")),
)


def ground_of(word, reply):
    found = Known(CONTEXT, cue_lists("en")).grounds(Text(reply))
    return next((it for start, end, it in found if word in reply[start:end]), Ground.NONE)


@pytest.mark.parametrize(
    ("word", "reply", "ground"),
    [
        ("34", "I'm putting 34.00 back.", Ground.KNOWN_FIGURE),
        ("43", "I'm putting £43 back.", Ground.OTHER_FIGURE),
        ("Thursday", "It comes on Thursday.", Ground.KNOWN_FIGURE),
        ("Friday", "It comes on Friday.", Ground.OTHER_FIGURE),
        ("9", "You were told 9.", Ground.CUSTOMERS_FIGURE),
        ("20", "That is 20% of it.", Ground.NEW_FIGURE),
        ("refunding", "I'm refunding the fee.", Ground.FACT),
        ("train", "You have a train to catch.", Ground.CUSTOMER),
        ("Leith", "A van is in Leith now.", Ground.CUSTOMER),
        ("moment", "Just a moment.", Ground.NEW),
        ("not", "I will not do it.", Ground.NEGATION),
        ("the", "Here is the parcel.", Ground.NONE),
    ],
)
def test_each_word_is_traced_to_where_it_is_known_from(word, reply, ground):
    assert ground_of(word, reply) == ground


def test_a_figure_in_other_words_is_still_known():
    assert ground_of("four", "The window closes at four o'clock.") == Ground.KNOWN_FIGURE
