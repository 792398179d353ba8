"""Checks of a reply against what is known: figures, permissions, what the customer already said."""

import re
from collections.abc import Iterator

from simulator.core.scoring.tally import Finding
from simulator.language.checkable_facts import amount_over, checkable_findings, exceeds
from simulator.language.quantities import COMPARABLE, Quantity, agrees
from simulator.language.reading import Reading
from simulator.language.stems import stem
from simulator.language.text import Sentence, Text

_ASKING = (
    "what",
    "which",
    "could",
    "can",
    "may",
    "please",
    "send",
    "give",
    "tell",
    "confirm",
    "whats",
)
_OPEN = re.compile(
    r"(?<!\w)(?:what|where|how|when|why)(?: exactly)? (?:you|happened|it|did|were)(?!\w)"
)
_OWN_PROMISE = frozenset(["i'll", "i", "we'll", "ill", "me"])
_SHARED_FOR_USE = 2
_SAME_STATEMENT = 2
_FREE = frozenset(["free", "included", "nothing"])
_TIMES = ("clock", "weekday", "date", "days")
_DATED = ("clock", "weekday", "date")
_SEVERAL = 2
_RIVALS = {"money": ("money", "number"), "percent": ("percent",)}
_STEMS_A_DETAIL = 2
_NEGATION_REACH = 4


def fact_findings(reading: Reading) -> Iterator[Finding]:
    """Give what comparing the reply with the facts and the customer's words shows."""
    yield from _figures(reading)
    yield from _facts_used(reading)
    yield from _overstepped(reading)
    yield from _echo(reading)
    yield from _asked_again(reading)
    yield from _forbidden(reading)
    yield from checkable_findings(reading)


def _figures(reading: Reading) -> Iterator[Finding]:
    seen: set[tuple[str, float]] = set()
    for said in reading.said:
        if (said.kind, said.value) in seen:
            continue
        seen.add((said.kind, said.value))
        if agrees(said, reading.known_from_facts):
            yield reading.found("correct-fact", said.start, said.end)
        elif _contradicts(said, reading):
            yield reading.found("wrong-fact", said.start, said.end)


def _contradicts(said: Quantity, reading: Reading) -> bool:
    """Whether the facts make the same statement with another figure of the same kind."""
    if said.kind not in COMPARABLE or agrees(said, reading.known):
        return False
    before = {word.text for word in reading.text.words_before(said.start, 6)}
    if _OWN_PROMISE & before and said.kind in _TIMES:
        return False
    if said.kind in _DATED and _is_all_astray(reading):
        return True
    sentence = reading.text.sentence_at(said.start)
    mine = {name for name, _, _ in _shared(reading, sentence, reading.stems_of(reading.facts))}
    kinds = _RIVALS.get(said.kind, (said.kind,))
    for fact in reading.facts.sentences:
        figures = [it for it in reading.known_from_facts if fact.start <= it.start < fact.end]
        is_free = said.kind == "money" and _FREE & set(_words_of_fact(reading, fact))
        if not is_free and not any(it.kind in kinds for it in figures):
            continue
        theirs = {stem(word.text) for word in reading.facts.words[fact.first : fact.last]}
        numbers = {word.text for word in reading.text.words if word.text[0].isdigit()}
        if len((mine & theirs) - numbers) >= (_SAME_STATEMENT if said.kind in _TIMES else 1):
            return True
    return False


def _is_all_astray(reading: Reading) -> bool:
    """Whether a reply tells several times, and none of them is one that anybody knows of.

    One unknown time may be the representative's own; two beside none that fits are a mistake.
    """
    told = [it for it in reading.said if it.kind in (*_DATED, "number")]
    astray = {it.value for it in told if not agrees(it, reading.known)}
    dated = [it for it in told if it.kind in _DATED]
    known = {it.kind for it in reading.known_from_facts}
    return (
        len(astray) >= _SEVERAL
        and not known.isdisjoint(_DATED)
        and not any(agrees(it, reading.known) for it in dated)
    )


def _words_of_fact(reading: Reading, sentence: Sentence) -> list[str]:
    return [word.text for word in reading.facts.words[sentence.first : sentence.last]]


def _facts_used(reading: Reading) -> Iterator[Finding]:
    used: set[str] = set()
    for sentence in reading.text.sentences:
        shared = _shared(reading, sentence, reading.fact_stems - used)
        used |= {name for name, _, _ in shared}
        if len(shared) == 1:
            yield reading.found("fact-touched", shared[0][1], shared[0][2])
        for place in range(0, len(shared) - 1, _STEMS_A_DETAIL):
            first, last = shared[place], shared[min(place + 1, len(shared) - 1)]
            start = first[1] if reading.same_clause(first[1], last[1]) else last[1]
            yield reading.found("fact-detail" if place else "fact-used", start, last[2])


def _shared(
    reading: Reading, sentence: Sentence, stems: frozenset[str]
) -> list[tuple[str, int, int]]:
    found: dict[str, tuple[str, int, int]] = {}
    for word in reading.text.words[sentence.first : sentence.last]:
        name = stem(word.text)
        if name in stems and name not in found:
            found[name] = (name, word.start, word.end)
    return list(found.values())


def _overstepped(reading: Reading) -> Iterator[Finding]:
    """What the facts say the representative may not do, and the reply promises all the same."""
    forbidden = {name for name, _, _ in _verbs_after(reading, reading.facts, "forbidding")}
    for name, start, end in _verbs_after(reading, reading.text, "promising"):
        if name in forbidden:
            yield reading.found("forbidden-promise", start, end)
            return


def _verbs_after(reading: Reading, text: Text, modals: str) -> Iterator[tuple[str, int, int]]:
    """The first verb after each word of a list that forbids, or promises, with its place."""
    negators = reading.lists.words["negators"]
    passed_over = reading.lists.words["function"] | negators
    for place, word in enumerate(text.words):
        if word.text not in reading.lists.words[modals]:
            continue
        following = text.words[place + 1 : place + 1 + _NEGATION_REACH]
        is_denied = any(later.text in negators for later in following[:2])
        if is_denied != (modals == "forbidding" and word.text in ("may", "must", "can")):
            continue
        verb = next((it for it in following if it.text not in passed_over), None)
        if verb and verb.text not in reading.lists.words["common"]:
            yield stem(verb.text), word.start, verb.end


def _echo(reading: Reading) -> Iterator[Finding]:
    times = 0
    for sentence in reading.text.sentences:
        shared = _shared(reading, sentence, reading.message_stems)
        if len(shared) >= _SHARED_FOR_USE and times < 2:
            times += 1
            yield reading.found("echoes-customer", shared[0][1], shared[-1][2])


def _asked_again(reading: Reading) -> Iterator[Finding]:
    nouns = reading.lists.words["ask_nouns"]
    known = reading.message.keys | reading.facts.keys | reading.customer_earlier.keys
    for sentence in reading.text.sentences:
        words = reading.text.words[sentence.first : sentence.last]
        asking = next((word for word in words if word.key in _ASKING), None)
        asked = [word for word in words if word.key in nouns and _is_known(word.key, known)]
        if (
            not asking
            or not asked
            or _OPEN.search(reading.text.folded[asking.start : sentence.end])
        ):
            continue
        if asked[0].start > asking.start and _is_request(reading, sentence):
            is_all = len(words) >= 0.7 * len(reading.text.words)
            cue = "only-asks-known" if is_all else "asks-known"
            yield reading.found(cue, asking.start, asked[-1].end)
            return


def _is_request(reading: Reading, sentence: Sentence) -> bool:
    piece = reading.text.folded[sentence.start : sentence.end]
    first = reading.text.words[sentence.first].key
    return (
        "?" in piece or "please" in piece or first in ("send", "give", "tell", "confirm", "provide")
    )


def _is_known(noun: str, known: frozenset[str]) -> bool:
    if noun == "name":
        return False
    if noun in ("number", "reference", "order", "booking", "account", "case"):
        return any(len(key) >= 4 and any(c.isdigit() for c in key) for key in known) and (
            noun in known
        )
    return noun in known


def _forbidden(reading: Reading) -> Iterator[Finding]:
    for phrase in reading.context.must_not:
        wanted = reading.stems_of(Text(phrase)) - {"promis", "promise", "offer", "tell", "say"}
        limit = amount_over(phrase)
        if limit is not None:
            wanted = frozenset(name for name in wanted if not name[0].isdigit())
        if not wanted:
            continue
        for sentence in reading.text.sentences:
            words = reading.text.words[sentence.first : sentence.last]
            stems = {stem(word.text) for word in words}
            if limit is not None and not exceeds(reading, sentence, limit):
                continue
            denied = any(word.text in reading.lists.words["negators"] for word in words)
            if not denied and len(wanted & stems) >= max(1, 0.6 * len(wanted)):
                yield reading.at_sentence("forbidden-promise", sentence)
                return
