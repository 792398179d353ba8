"""What the trained net is shown of a reply and of its context, as numbers.

The same code makes them when the net is trained and when it is used.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.core.scoring.context import ReplyContext
from simulator.language.grounding import Known
from simulator.language.text import Text
from simulator.language.word_pieces import Piece, WordPieces

MOST_REPLY_PIECES = 160
"""Pieces of a reply that are read, some 120 words; the beginning and the end of a longer one."""

_READ_OF_END = 40
_MOST_FEELING = 12
_MOST_MESSAGE = 48
_MOST_EARLIER = 40
_MOST_FACTS = 88
_TITLES = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir", "madam"])


@dataclass(frozen=True)
class ReplyInput:
    """A reply for the net: per place its piece number, its ground, and where it stands.

    The first and last place are signs for the whole; their pieces are empty stretches.
    """

    numbers: tuple[int, ...]
    grounds: tuple[int, ...]
    places: tuple[tuple[int, int], ...]


def context_numbers(context: ReplyContext, vocabulary: WordPieces) -> tuple[int, ...]:
    """Give the piece numbers of a context: feeling, the customer's words, earlier turns, facts."""
    names = _names(context)
    earlier = " ".join(turn.text for turn in context.earlier[-3:])
    parts = (
        (f"{context.channel} {context.customer_emotion}", _MOST_FEELING),
        (context.customer_message, _MOST_MESSAGE),
        (earlier, _MOST_EARLIER),
        (" ".join((*context.facts, *context.must_not)), _MOST_FACTS),
    )
    numbers = [vocabulary.start]
    for written, most in parts:
        pieces = _unnamed(written, vocabulary.pieces(written, most), names, vocabulary)
        numbers += [piece.number for piece in pieces]
        numbers.append(vocabulary.end)
    return tuple(numbers)


def reply_input(
    reply: str, context: ReplyContext, known: Known, vocabulary: WordPieces
) -> ReplyInput:
    """Give what the net reads of a reply; beyond ``MOST_REPLY_PIECES`` its middle is left out."""
    pieces = vocabulary.pieces(reply, MOST_REPLY_PIECES)
    if len(pieces) == MOST_REPLY_PIECES:
        pieces = _with_end(reply, pieces, vocabulary)
    pieces = _unnamed(reply, pieces, _names(context), vocabulary)
    grounds = _grounds_of(pieces, known.grounds(Text(reply)))
    return ReplyInput(
        numbers=(vocabulary.start, *(piece.number for piece in pieces), vocabulary.end),
        grounds=(0, *grounds, 0),
        places=((0, 0), *((piece.start, piece.end) for piece in pieces), (0, 0)),
    )


def _names(context: ReplyContext) -> frozenset[str]:
    words = Text(f"{context.customer_name} {context.address_as}").words
    return frozenset(word.text for word in words if len(word.text) > 1) | _TITLES


def _unnamed(
    written: str, pieces: list[Piece], names: frozenset[str], vocabulary: WordPieces
) -> list[Piece]:
    """Put one and the same name in the place of the customer's, and "they" for "he" and "she".

    What a customer is called, or what gender somebody has, must not move a score, and no net can
    be trusted to ignore it. Signs that are pictures are left out: a smile may go with anything.
    """
    kept: list[Piece] = []
    places = _named(written, names)
    for said in pieces:
        if _is_picture(written[said.start : said.end]):
            continue
        number = vocabulary.pronouns.get(said.number, said.number)
        piece = Piece(number, said.start, said.end)
        place = next((it for it in places if it[0] <= piece.start < it[1]), None)
        if place is None:
            kept.append(piece)
        elif piece.start == place[0]:
            kept.append(Piece(vocabulary.anybody, *place))
    return kept


def _is_picture(sign: str) -> bool:
    return len(sign) <= 2 and bool(sign) and all(map(_is_sign, sign))


def _is_sign(letter: str) -> bool:
    return unicodedata.category(letter) == "So" or letter in "\ufe0f\u200d"


def _named(written: str, names: frozenset[str]) -> list[tuple[int, int]]:
    """Where a text has the customer's name, a title and several names being one."""
    places: list[tuple[int, int]] = []
    for word in Text(written).words:
        name = word.text.split("'", maxsplit=1)[0]
        if name not in names:
            continue
        start, end = word.start, word.start + len(name)
        if places and not written[places[-1][1] : start].strip(" .-'’"):
            start = places.pop()[0]
        places.append((start, end))
    return places


def _with_end(reply: str, pieces: list[Piece], vocabulary: WordPieces) -> list[Piece]:
    """Put the end of a long reply in the place of what would be its middle."""
    beginning = pieces[:-_READ_OF_END]
    tail_start = max(beginning[-1].end, len(reply) - 12 * _READ_OF_END)
    tail = vocabulary.pieces(reply[tail_start:], 12 * _READ_OF_END)[-_READ_OF_END:]
    shifted = [
        Piece(piece.number, piece.start + tail_start, piece.end + tail_start) for piece in tail
    ]
    return beginning + shifted


def _grounds_of(pieces: list[Piece], stretches: Sequence[tuple[int, int, int]]) -> list[int]:
    grounds = []
    at = 0
    for piece in pieces:
        while at < len(stretches) and stretches[at][1] <= piece.start:
            at += 1
        inside = at < len(stretches) and stretches[at][0] < piece.end
        grounds.append(int(stretches[at][2]) if inside else 0)
    return grounds
