"""How near two wordings come in meaning: a typed reply and one the author foresaw.

Content words are compared by stem and synonym; small slips of the keyboard are forgiven. What turns
a meaning round (a "not", another number, an opposite) pulls the likeness down, since replies on the
same subject share most of their words whether they help or refuse.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from simulator.core.scoring.context import Foreseen
from simulator.language.cues import CueLists
from simulator.language.likeness import Likeness, LikenessScale, LikenessScales, MeaningOf
from simulator.language.quantities import Quantity, quantities
from simulator.language.stems import stem
from simulator.language.text import Text, Word

SAME = 0.6
"""From here on two wordings say the same; below, "none" is the answer."""

_TURNED = 0.45
_LIKE_LETTERS = 84
_FUZZY_FROM = 5
_NEGATION_REACH = 4
_COMMON_WEIGHT = 0.35
_OPEN_QUESTION = (
    "what",
    "how",
    "why",
    "when",
    "where",
    "which",
    "who",
    "tell",
    "describe",
    "anything",
)
_WORDING_SHARE = 0.62
_GENEROSITY = 0.7
_FIRST_PRONOUN = re.compile(
    r"(?<![\w'])(?:(?P<self>let me|let us|(?:like|want) (?:me|us) to|(?:i|we)(?:'\w+)?|im|ive)|"
    r"(?P<other>you(?:'\w+)?(?! (?:don|need|won|shouldn|can))|me|us|please (?!note)\w+))(?![\w'])"
)
_WOULD_YOU = re.compile(r"(?:would you like|do you want|d'you want) (?=me|us)")
_MOST_WORDS = 200
_REFUSING = frozenset(["cannot", "can't", "cant", "won't", "wont", "unable", "not", "impossible"])
_ASKED_SHARE = 0.3


@dataclass(frozen=True)
class _Meaning:
    """A wording as compared: its content with weights, what is denied in it, its quantities."""

    weights: dict[str, float]
    denied: frozenset[str]
    figures: tuple[Quantity, ...]
    surface: frozenset[str]
    is_denial: bool
    agent: str | None


class Matcher:
    """Compares wordings in one language."""

    def __init__(
        self,
        lists: CueLists,
        meaning_of: MeaningOf | None = None,
        scales: LikenessScales | None = None,
    ) -> None:
        """Make a matcher.

        Args:
            lists: the language.
            meaning_of: the net's sense of a text; without it only the words are compared.
            scales: how words and meaning are weighed together; given with ``meaning_of``.
        """
        self._lists = lists
        self._meaning_of = meaning_of
        self._scales = scales
        self._names: dict[str, str] = {}
        self._phrases: dict[tuple[str, ...], str] = {}
        for number, group in enumerate(lists.synonyms):
            for phrase in group:
                words = tuple(stem(word) for word in phrase.split())
                self._phrases.setdefault(words, f"={number}")
        self._longest = max(map(len, self._phrases), default=1)
        self.nearness = lru_cache(maxsize=4096)(self._nearness)
        self._meaning = lru_cache(maxsize=4096)(self._read)

    def _nearness(self, text: str, wordings: tuple[str, ...]) -> float:
        """Give 0 to 1 for the nearest wording; 0 when there is none or nothing to compare."""
        return self._nearest((text,), wordings, self._scales.phrase if self._scales else None)

    def _nearest(
        self, texts: Sequence[str], wordings: Sequence[str], scale: LikenessScale | None
    ) -> float:
        """How near the nearest pair of a text and a wording is.

        Which pair is nearest goes by words and meaning alone, as when the scale was fitted. The
        largest of many readings of the scale would pass its threshold by chance.
        """
        if not wordings:
            return 0.0
        if scale is None:
            return max(self._likeness(text, it, None) for text in texts for it in wordings)
        pairs = [(text, wording) for text in texts for wording in wordings]
        return self._likeness(*max(pairs, key=lambda it: self.pair(*it).rank), scale)

    def best(self, text: str, foreseen: Iterable[Foreseen]) -> tuple[str | None, float]:
        """Give the foreseen reply a text says in other words, None when none is near enough."""
        best: tuple[str | None, float] = (None, 0.0)
        for candidate in foreseen:
            scale = self._scales.reply if self._scales else None
            near = self._nearest((text,), candidate.wordings, scale)
            if near > best[1]:
                best = (candidate.id, near)
        return (best[0] if best[1] >= SAME else None), round(best[1], 4)

    def met(self, text: Text, needs: Iterable[Foreseen]) -> tuple[str, ...]:
        """Give the needs that the text, or a sentence of it, expresses."""
        pieces = _pieces(text)
        scale = self._scales.phrase if self._scales else None
        return tuple(
            need.id for need in needs if self._nearest(pieces, need.wordings, scale) >= SAME
        )

    def promised(self, text: Text, promises: Iterable[Foreseen]) -> tuple[str, ...]:
        """Give the promises the text makes: not those it asks about, nor what is done already."""
        ahead = " ".join(
            text.written[sentence.start : sentence.end]
            for sentence in text.sentences
            if not text.is_question(sentence) and not text.is_report(sentence)
        )
        # By its words alone: an apology is near in meaning to the promise that goes with it.
        pieces = _pieces(Text(ahead))
        return tuple(
            promise.id
            for promise in promises
            if any(
                self._likeness(piece, wording, None) >= SAME
                for piece in pieces
                for wording in promise.wordings
            )
        )

    def asked(self, text: Text, askable: Iterable[Foreseen]) -> tuple[str, ...]:
        """Give the facts near whose words the text asks or invites."""
        questions = [
            text.written[sentence.start : sentence.end]
            for sentence in text.sentences
            if "?" in text.written[sentence.start : sentence.end]
            or text.words[sentence.first].key in _OPEN_QUESTION
        ]
        return tuple(
            fact.id
            for fact in askable
            if any(self._asks(question, fact.wordings) for question in questions)
        )

    def _asks(self, question: str, wordings: Sequence[str]) -> bool:
        asked = self._meaning(question).weights
        total = sum(asked.values())
        for wording in wordings:
            shared = [name for name in self._meaning(wording).weights if name in asked]
            heavy = [name for name in shared if asked[name] >= 1]
            if heavy and sum(asked[name] for name in shared) >= _ASKED_SHARE * total:
                return True
        return False

    def _likeness(self, text: str, wording: str, scale: LikenessScale | None) -> float:
        if not self._meaning(text).weights or not self._meaning(wording).weights:
            return 1.0 if Text(text).keys == Text(wording).keys and Text(text).keys else 0.0
        if scale is None:
            likeness, is_turned = self._in_words(text, wording)
            return likeness * _TURNED if is_turned else likeness
        if Text(text).folded == Text(wording).folded:
            return 1.0
        return scale.nearness(self.pair(text, wording))

    def pair(self, text: str, wording: str) -> Likeness:
        """Give what is known of a text and a wording side by side."""
        words, is_turned = self._in_words(text, wording)
        meaning = 0.0
        if self._meaning_of is not None:
            meaning = float(self._meaning_of(text) @ self._meaning_of(wording))
        longer = len(Text(text).words) - len(Text(wording).words)
        return Likeness(words, meaning, is_turned, longer)

    def _in_words(self, text: str, wording: str) -> tuple[float, bool]:
        mine, theirs = self._meaning(text), self._meaning(wording)
        pairs = _paired(mine.weights, theirs.weights)
        shared = sum(
            (mine.weights[one] + theirs.weights[other]) / 2 * share for one, other, share in pairs
        )
        only_mine = sum(mine.weights.values()) - shared
        only_theirs = sum(theirs.weights.values()) - shared
        extra = (1 - _WORDING_SHARE) * max(only_mine, 0) + _WORDING_SHARE * max(only_theirs, 0)
        likeness = shared / (shared + extra) if shared > 0 else 0.0
        return float(likeness**_GENEROSITY), self._turns_round(mine, theirs, pairs)

    def _turns_round(
        self, mine: _Meaning, theirs: _Meaning, pairs: Sequence[tuple[str, str, float]]
    ) -> bool:
        if any((one in mine.denied) != (other in theirs.denied) for one, other, _ in pairs):
            return True
        if mine.is_denial != theirs.is_denial or {mine.agent, theirs.agent} == {"self", "other"}:
            return True
        return _figures_differ(mine.figures, theirs.figures) or self._opposed(mine, theirs)

    def _opposed(self, mine: _Meaning, theirs: _Meaning) -> bool:
        for one, other in self._lists.opposites:
            for here, there in ((mine.surface, theirs.surface), (theirs.surface, mine.surface)):
                if here & one and not here & other and there & other and not there & one:
                    return True
        return False

    def _read(self, written: str) -> _Meaning:
        text = Text(written)
        words = text.words[:_MOST_WORDS]
        stems = [stem(word.text) for word in words]
        weights: dict[str, float] = {}
        denied: set[str] = set()
        is_denial = False
        since_negation = _NEGATION_REACH + 1
        place = 0
        while place < len(words):
            word = words[place].text
            name, length = self._named(stems, place)
            since_negation += 1
            if word in self._lists.words["negators"] and not name.startswith("="):
                since_negation = 0
                is_denial = is_denial or word in _REFUSING
            elif length > 1 or word not in self._lists.words["function"]:
                is_common = length == 1 and word in self._lists.words["common"]
                weights.setdefault(name, _COMMON_WEIGHT if is_common else 1.0)
                if since_negation <= _NEGATION_REACH:
                    denied.add(name)
            place += length
        return _Meaning(
            weights,
            frozenset(denied),
            tuple(quantities(text)),
            _surface(words),
            is_denial,
            _agent(text.folded),
        )

    def _named(self, stems: Sequence[str], place: int) -> tuple[str, int]:
        for length in range(min(self._longest, len(stems) - place), 0, -1):
            phrase = tuple(stems[place : place + length])
            if phrase in self._phrases:
                return self._phrases[phrase], length
        return stems[place], 1


def _agent(folded: str) -> str | None:
    """Who is to act: the writer ("self"), the reader ("other"), or nobody named."""
    found = _FIRST_PRONOUN.search(_WOULD_YOU.sub("like ", folded[:300]))
    return found.lastgroup if found else None


def _surface(words: Sequence[Word]) -> frozenset[str]:
    texts = [word.text for word in words]
    pairs = {f"{one} {other}" for one, other in pairwise(texts)}
    triples = {" ".join(texts[at : at + 3]) for at in range(len(texts) - 2)}
    return frozenset(texts) | frozenset(map(stem, texts)) | pairs | triples


def _paired(mine: dict[str, float], theirs: dict[str, float]) -> list[tuple[str, str, float]]:
    pairs = [(name, name, 1.0) for name in mine if name in theirs]
    rest = [name for name in theirs if name not in mine and len(name) >= _FUZZY_FROM]
    for name in mine:
        if name in theirs or len(name) < _FUZZY_FROM or not rest:
            continue
        near = max(rest, key=lambda other: fuzz.ratio(name, other))
        if fuzz.ratio(name, near) >= _LIKE_LETTERS:
            pairs.append((name, near, 0.9))
            rest.remove(near)
    return pairs


def _figures_differ(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    for kind in {it.kind for it in mine} & {it.kind for it in theirs}:
        here = {it.value for it in mine if it.kind == kind}
        there = {it.value for it in theirs if it.kind == kind}
        if here and there and not here & there:
            return True
    return False


def _pieces(text: Text) -> list[str]:
    sentences = [text.written[it.start : it.end] for it in text.sentences]
    return [text.written, *sentences] if len(sentences) > 1 else [text.written]
