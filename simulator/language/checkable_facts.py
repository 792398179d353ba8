"""Checks a reply by rule against facts in checkable form: what may be done, what it costs, when."""

import math
import re
from collections.abc import Iterator

from simulator.core.scoring.context import Checkable
from simulator.core.scoring.tally import Finding
from simulator.language.quantities import Quantity, agrees, quantities
from simulator.language.reading import Reading
from simulator.language.text import Sentence, Text

_SUBJECT_SHARE = 0.6
_MONEY = ("money",)
_TIMES = ("clock", "weekday", "date", "days")
_FREE = re.compile(r"(?<!\w)(?:free|no (?:charge|cost|fee)|without charge|nothing to pay)(?!\w)")
_NOT_FREE = re.compile(r"(?<!\w)(?:not|isn't|n't) (?:be )?free(?!\w)|(?<!\w)free (?:to|up|time)")
_UNABLE = re.compile(
    r"(?<!\w)(?:can't|cannot|can not|unable to|not able to|won't be able to|not allowed to)(?!\w)"
)
_FROM = re.compile(r"(?<!\w)(?:after|from|not before|no earlier than)(?!\w)")
_UNTIL = re.compile(r"(?<!\w)(?:before|by|until|till|no later than)(?!\w)")
_LIMIT = re.compile(r"(?<!\w)(?:over|more than|above|beyond|exceeding)\W{1,3}[£$€]?\s?(\d[\d,.]*)")


def checkable_findings(reading: Reading) -> Iterator[Finding]:
    """Give the sentences that state another amount, time or permission than a fact does."""
    for rule in reading.context.checkable:
        subject = reading.stems_of(Text(rule.may))
        for sentence in reading.text.sentences:
            if _is_about(reading, sentence, subject) and _differs(reading, sentence, rule):
                yield reading.at_sentence("contradicts-fact", sentence)
                break


def amount_over(phrase: str) -> float | None:
    """Give the amount of "a refund over 40" in a thing that must not be promised, if it has one."""
    found = _LIMIT.search(phrase.lower())
    return float(found[1].rstrip(".,").replace(",", "")) if found else None


def exceeds(reading: Reading, sentence: Sentence, limit: float) -> bool:
    """Whether a sentence of the reply names an amount beyond a limit."""
    return any(it.kind in ("money", "number") and it.value > limit for it in _in(reading, sentence))


def _is_about(reading: Reading, sentence: Sentence, subject: frozenset[str]) -> bool:
    if not subject:
        return False
    said = reading.stems_of(Text(reading.text.written[sentence.start : sentence.end]))
    return len(subject & said) >= math.ceil(_SUBJECT_SHARE * len(subject))


def _differs(reading: Reading, sentence: Sentence, rule: Checkable) -> bool:
    if reading.text.is_question(sentence):
        return False
    said = _in(reading, sentence)
    words = reading.text.folded[sentence.start : sentence.end]
    if _UNABLE.search(words) and not rule.only_if:
        return True
    return _other_cost(reading, words, said, rule.costs) or _other_time(reading, said, rule)


def _other_cost(reading: Reading, words: str, said: list[Quantity], costs: float | None) -> bool:
    if costs is None:
        return False
    if costs > 0 and _FREE.search(words) and not _NOT_FREE.search(words):
        return True
    amounts = [it for it in said if it.kind in _MONEY]
    others = [it for it in reading.known if it.value != costs]
    return bool(amounts) and not any(it.value == costs or agrees(it, others) for it in amounts)


def _other_time(reading: Reading, said: list[Quantity], rule: Checkable) -> bool:
    """Whether a sentence tells another time than a fact allows, and than any other fact has."""
    known = [it for it in quantities(Text(rule.when)) if it.kind in _TIMES]
    others = _other_times(reading, rule)
    for kind in {it.kind for it in known}:
        stated = [it for it in said if it.kind == kind and not agrees(it, others)]
        allowed = [it for it in known if it.kind == kind]
        if stated and not any(_fits(one, other, rule.when) for one in stated for other in allowed):
            return True
    return False


def _other_times(reading: Reading, rule: Checkable) -> list[Quantity]:
    whens = (it.when for it in reading.context.checkable if it is not rule)
    return [it for when in whens for it in quantities(Text(when))]


def _fits(said: Quantity, known: Quantity, when: str) -> bool:
    if said.value == known.value:
        return True
    if said.kind != "clock":
        return False
    folded = when.lower()
    is_later = said.value > known.value
    return bool(_FROM.search(folded) and is_later) or bool(_UNTIL.search(folded) and not is_later)


def _in(reading: Reading, sentence: Sentence) -> list[Quantity]:
    return [it for it in reading.said if sentence.start <= it.start < sentence.end]
