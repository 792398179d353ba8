from simulator.core.scoring.context import ReplyContext
from simulator.language.cues import cue_lists
from simulator.language.grounding import Ground, Known
from simulator.language.net_inputs import MOST_REPLY_PIECES, context_numbers, reply_input
from simulator.language.trained_net import TrainedNet

VOCABULARY = TrainedNet().vocabulary
LISTS = cue_lists("en")


def input_of(reply, **context):
    given = ReplyContext(**context)
    return reply_input(reply, given, Known(given, LISTS), VOCABULARY)


def test_every_place_of_a_reply_names_its_own_characters():
    reply = "I'm refunding 34.00 today."

    given = input_of(reply)

    pieces = [reply[start:end] for start, end in given.places]
    assert "".join(pieces) == reply.replace(" ", "")
    assert len(given.numbers) == len(given.grounds) == len(given.places)


def test_a_figure_of_the_facts_is_marked_as_known():
    given = input_of("I'm refunding 34.00 today.", facts=("The 34.00 can be refunded.",))

    assert Ground.KNOWN_FIGURE in given.grounds


def test_of_a_long_reply_the_beginning_and_the_end_are_read():
    reply = "Good morning. " + "word " * 2_000 + "Goodbye."

    given = input_of(reply)

    read = [reply[start:end] for start, end in given.places]
    assert len(given.numbers) == MOST_REPLY_PIECES + 2
    assert read[1] == "Good"
    assert read[-2] == "."
    assert "bye" in "".join(read[-6:]).lower()


def test_two_contexts_that_differ_in_a_fact_are_read_differently():
    one = ReplyContext(customer_message="When?", facts=("Thursday.",))
    other = ReplyContext(customer_message="When?", facts=("Friday.",))

    assert context_numbers(one, VOCABULARY) != context_numbers(other, VOCABULARY)


def test_the_customers_name_is_read_as_anybodys():
    one = input_of("Thanks, Priya. It's Priya's parcel.", customer_name="Priya Nair")
    other = input_of("Thanks, Oluwaseun. It's Oluwaseun's parcel.", customer_name="Oluwaseun Ade")

    assert one.numbers == other.numbers


def test_the_name_of_the_representative_is_nowhere_in_what_is_read():
    fields = ReplyContext.model_fields

    assert not {"trainee", "profile", "history", "seconds"} & set(fields)
