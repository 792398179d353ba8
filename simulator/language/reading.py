"""A reply beside its situation, with everything the checks compare worked out once."""

from bisect import bisect_right
from functools import cached_property, lru_cache

from simulator.core.scoring.context import ReplyContext
from simulator.core.scoring.tally import Finding
from simulator.core.scoring.temperature import Temperature
from simulator.language.cues import Cue, CueLists
from simulator.language.quantities import Quantity, quantities
from simulator.language.quoting import Quoting
from simulator.language.stems import stem
from simulator.language.text import Sentence, Text

_REPEATED_PUNCTUATION = 2
_SHOUTED_LETTERS = 8
_CLOSING_AT_MOST = 16
_SHORT_QUESTION = 9


@lru_cache(maxsize=64)
def read_before(written: str) -> Text:
    """Give a text of the context, cut into words once for all replies to it."""
    return Text(written)


@lru_cache(maxsize=64)
def _quantities_before(text: Text) -> tuple[Quantity, ...]:
    return tuple(quantities(text))


class Reading:
    """One reply read in one context."""

    def __init__(self, reply: str, context: ReplyContext, lists: CueLists) -> None:
        self.text = Text(reply)
        self.context = context
        self.lists = lists
        self.message = read_before(context.customer_message)
        self.facts = read_before("\n".join(context.facts))
        self.customer_earlier = read_before(
            "\n".join(said.text for said in context.earlier if said.who == "customer")
        )

    def found(self, cue_id: str, start: int | None = None, end: int | None = None) -> Finding:
        """Make the finding of a cue at a place of the reply, or of something missing."""
        cue = self.lists.cues[cue_id]
        if start is not None and end is not None:
            is_slip = sum(cue.points.values()) < 0
            start, end = self._quoting.widened(start, end, is_slip=is_slip)
        return self._finding(cue, start, end)

    def whole(self, cue_id: str) -> Finding:
        """Make the finding of a cue that stands for the whole reply."""
        return self._finding(self.lists.cues[cue_id], 0, len(self.text.written))

    def at_sentence(self, cue_id: str, sentence: Sentence) -> Finding:
        """Make the finding of a cue that stands for a sentence."""
        return self._finding(self.lists.cues[cue_id], sentence.start, sentence.end)

    def _finding(self, cue: Cue, start: int | None, end: int | None) -> Finding:
        if start is not None and end is not None:
            start, end = self.text.trimmed(start, end)
        return Finding(cue.id, cue.name, cue.note, cue.points, start, end)

    def is_asked(self, place: int) -> bool:
        """Whether a place of the reply stands in a question that is no offer ("Shall I …?")."""
        sentence = self.text.sentence_at(place)
        return self.text.is_question(sentence) and not self.text.is_offer(sentence)

    def same_clause(self, one: int, other: int) -> bool:
        """Whether no clause ends between two places of the reply, the first of which is earlier."""
        return other < self._quoting.clause_end(one)

    @cached_property
    def clauses(self) -> tuple[tuple[int, int], ...]:
        """The clauses of the reply, as stretches that follow one another without a gap."""
        if not self.text.words:
            return ()
        starts = [0, *self._quoting.clause_starts()]
        return tuple(zip(starts, [*starts[1:], len(self.text.written)], strict=True))

    def clause_of(self, place: int) -> int:
        """Give the number of the clause that holds a place of the reply."""
        return bisect_right(self._clause_starts, place) - 1

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [start for start, _ in self.clauses]

    @cached_property
    def _quoting(self) -> Quoting:
        return Quoting(self.text, self.lists.words)

    def stems_of(self, text: Text) -> frozenset[str]:
        """The stems of the words of a text that carry its content."""
        plain = self.lists.words["function"] | self.lists.words["common"]
        return frozenset(
            stem(word.text)
            for word in text.words
            if word.text not in plain and (len(word.text) > 2 or word.text[0].isdigit())
        )

    @cached_property
    def message_stems(self) -> frozenset[str]:
        """Content stems of what the customer said now."""
        return self.stems_of(self.message)

    @cached_property
    def fact_stems(self) -> frozenset[str]:
        """Content stems that only the facts have."""
        return self.stems_of(self.facts) - self.message_stems - self._name_stems

    @cached_property
    def _name_stems(self) -> frozenset[str]:
        return frozenset(stem(word.text) for word in Text(self.context.customer_name).words)

    @cached_property
    def said(self) -> list[Quantity]:
        """Quantities of the reply."""
        return quantities(self.text)

    @cached_property
    def known_from_facts(self) -> list[Quantity]:
        """Quantities of the facts."""
        return list(_quantities_before(self.facts))

    @cached_property
    def known(self) -> list[Quantity]:
        """Quantities of the facts, the customer's message and their earlier lines."""
        earlier = _quantities_before(self.customer_earlier)
        return [*self.known_from_facts, *_quantities_before(self.message), *earlier]

    @cached_property
    def temperature(self) -> Temperature:
        """How heated the customer is: from the named feeling, else from the message."""
        words = self.lists.words
        feeling = Text(self.context.customer_emotion).keys
        if feeling & words["hot"]:
            return Temperature.HOT
        if feeling & words["warm"]:
            return Temperature.WARM
        if feeling & words["cool"]:
            return Temperature.COOL
        return self._temperature_of_message()

    def _temperature_of_message(self) -> Temperature:
        words = self.lists.words
        heat = 2 * len(self.message.keys & words["hot_message"])
        heat += len(self.message.keys & words["warm_message"])
        heat += self.message.written.count("!") >= _REPEATED_PUNCTUATION
        letters = [letter for letter in self.message.written[:2000] if letter.isalpha()]
        shouted = sum(letter.isupper() for letter in letters)
        heat += 2 * (shouted > _SHOUTED_LETTERS and shouted > len(letters) / 2)
        return Temperature.HOT if heat >= 3 else Temperature.WARM if heat else Temperature.COOL

    @cached_property
    def is_closing(self) -> bool:
        """Whether the customer only thanks or says goodbye, so that nothing is left to do."""
        keys = self.message.keys
        words = self.lists.words
        return (
            bool(keys & words["closing"])
            and len(self.message.words) <= _CLOSING_AT_MOST
            and "?" not in self.message.written
            and not keys & (words["trouble"] | words["negators"] | {"but", "need", "want", "could"})
        )

    @cached_property
    def is_short_question(self) -> bool:
        """Whether a calm customer asked something plain in a few words."""
        return (
            self.temperature is Temperature.COOL
            and "?" in self.message.written
            and len(self.message.words) <= _SHORT_QUESTION
        )

    @cached_property
    def is_in_mourning(self) -> bool:
        """Whether the customer speaks of a death, or comes in grief."""
        words = self.lists.words
        said = self.message.keys
        feels = Text(self.context.customer_emotion).keys
        speaks_of_it = bool(said & words["dying"] and said & words["kin"])
        return speaks_of_it or bool((said | feels) & words["grief"])

    @cached_property
    def is_happy(self) -> bool:
        """Whether the customer is in a good mood."""
        return bool(
            Text(self.context.customer_emotion).keys
            & {"happy", "cheerful", "excited", "grateful", "delighted", "pleased"}
        )

    @cached_property
    def polite_words(self) -> int:
        """How many words of the reply are polite ones."""
        return sum(word.key in self.lists.words["polite"] for word in self.text.words)
