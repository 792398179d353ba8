import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.speech.spoken_text import LONGEST_TEXT, spoken_text


def test_an_ordinary_line_is_spoken_as_it_is():
    line = "My parcel is a week late, and nobody tells me anything!"

    assert spoken_text(line) == line


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("one\x00two", "one two"),
        ("one\ud83dtwo", "one two"),
        ("one\r\n\ttwo", "one two"),
        ("<speak>one</speak>", "speak one /speak"),
        ("[[rate 300]] one", "rate 300 one"),
        ("שלום עולם", "שלום עולם"),
        ("Thanks 👍", "Thanks 👍"),
    ],
)
def test_what_an_engine_could_take_for_a_command_or_choke_on_is_left_out(text, spoken):
    assert spoken_text(text) == spoken


@pytest.mark.parametrize("text", ["", "   ", "…", "😡🔥" * 5000, "!" * 10_000, "\x00"])
def test_a_line_without_a_letter_or_figure_is_not_spoken(text):
    assert spoken_text(text) == ""


def test_a_long_line_ends_with_its_last_whole_sentence():
    text = "I have waited for a week. " * 400

    spoken = spoken_text(text)

    assert len(spoken) > LONGEST_TEXT - len("I have waited for a week. ")
    assert spoken.endswith("for a week.")


def test_a_long_sentence_ends_with_a_whole_word():
    spoken = spoken_text("waiting " * 2000)

    assert spoken.endswith("waiting")


def test_a_single_endless_word_is_cut():
    assert spoken_text("a" * 10_000) == "a" * LONGEST_TEXT


@given(st.text(st.characters(), max_size=3 * LONGEST_TEXT))
def test_any_text_gives_one_short_line_that_can_be_encoded(text):
    spoken = spoken_text(text)

    assert len(spoken.encode()) <= 4 * LONGEST_TEXT
    assert spoken == " ".join(spoken.split())
