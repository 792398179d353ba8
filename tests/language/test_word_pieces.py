import time

import pytest

from simulator.language.word_pieces import WordPieces

PIECES = WordPieces(
    {
        piece: number
        for number, piece in enumerate(
            ["[UNK]", "[CLS]", "[SEP]", "refund", "##ed", "##s", "cafe", "!", ".", "i", "'", "ll"]
        )
    }
)


def cut(text, most=100):
    return [(piece.number, text[piece.start : piece.end]) for piece in PIECES.pieces(text, most)]


def test_a_word_is_cut_into_the_longest_pieces_that_are_known():
    assert cut("refunded") == [(3, "refund"), (4, "ed")]


def test_signs_stand_apart_from_the_words_beside_them():
    assert cut("I'll refund!") == [
        (9, "I"),
        (10, "'"),
        (11, "ll"),
        (3, "refund"),
        (7, "!"),
    ]


def test_capitals_and_accents_do_not_make_another_word():
    assert cut("CAFÉ") == [(6, "CAFÉ")]


def test_accents_written_as_signs_of_their_own_keep_their_place():
    assert cut("cafe\u0301 refund") == [(6, "cafe"), (3, "refund")]


def test_a_word_that_cannot_be_cut_is_one_unknown_piece():
    assert cut("refundx") == [(0, "refundx")]


def test_no_more_pieces_are_given_than_are_wanted():
    assert cut("refund refund refund", most=2) == [(3, "refund"), (3, "refund")]


@pytest.mark.parametrize("letter", ["😀", "!", "a", "Z\u0338\u0322\u031b", "\u200b", "\u4e2d"])
def test_a_text_of_a_hundred_thousand_letters_is_cut_in_a_moment(letter):
    text = (letter * 100_000)[:100_000]
    begun = time.perf_counter()

    PIECES.pieces(text, 160)

    assert time.perf_counter() - begun < 2


def test_half_a_character_is_no_reason_to_stop():
    assert cut("refund \ud800 refund")[0] == (3, "refund")
