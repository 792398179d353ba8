import pytest

from simulator.language.cues import cue_lists
from simulator.language.quoting import LONGEST_QUOTE, Quoting
from simulator.language.text import Text


def quoted(reply, find, *, is_slip=False):
    start = reply.index(find)
    quoting = Quoting(Text(reply), cue_lists("en").words)
    first, last = quoting.widened(start, start + len(find), is_slip=is_slip)
    return reply[first:last]


@pytest.mark.parametrize(
    ("reply", "find", "quote"),
    [
        ("Good morning Ms Rao, I see.", "Rao", "Good morning Ms Rao"),
        ("Were you in, about ten?", "ten", "about ten?"),
        ("It's on the job now, about ten.", "job", "It's on the job now"),
        ("I've called and it's on the job now.", "job", "it's on the job now"),
        ("We owe you that: it was our slip.", "our slip", "it was our slip"),
        ("Yes, today.", "today", "today"),
        ("One line\nand another", "line", "One line"),
    ],
)
def test_a_short_clause_is_quoted_whole(reply, find, quote):
    assert quoted(reply, find) == quote


LONG = (
    "The crew that should have been with you on Monday was sent at about ten to another house "
    "on the far side of the river where nobody had asked for them at all"
)


def test_of_a_long_clause_the_phrase_is_quoted():
    quote = quoted(LONG, "ten")

    assert quote == "at about ten"
    assert len(quote.split()) <= LONGEST_QUOTE


def test_a_quote_does_not_break_off_at_a_small_word():
    assert quoted(LONG, "should have been with you on").endswith("on Monday")


def test_of_a_slip_no_more_is_quoted_than_it_needs():
    reply = "As I said, it is back on your card by Friday."

    assert quoted(reply, "As I said", is_slip=True) == "As I said"


def test_a_slip_is_not_cut_off_a_word_before_its_end():
    quote = quoted("It is not rocket science, madam.", "is not rocket", is_slip=True)

    assert quote == "It is not rocket science"


def test_a_slip_of_one_word_is_quoted_with_its_clause():
    assert quoted("It has been logged, thanks.", "logged", is_slip=True) == "It has been logged"


def test_a_mark_without_a_word_is_quoted_with_its_sentence():
    assert quoted("Fine. It is late :)", ":)", is_slip=True) == "It is late :)"


def test_a_question_keeps_its_mark():
    assert quoted("Is it on?", "it", is_slip=False) == "Is it on?"
