"""What a reply shows only as a whole: findings side by side, and what is missing."""

from collections.abc import Iterator, Mapping, Sequence, Set

from simulator.core.scoring.tally import Finding
from simulator.core.scoring.temperature import Temperature
from simulator.language.reading import Reading
from simulator.language.text import Sentence

ACKNOWLEDGING = frozenset(
    ["names-feeling", "owns-fault", "face-saving", "apology-named", "calm-boundary"]
)
"""Cues that show a very upset customer that they were heard."""

ROOM_GIVING = frozenset(["room-to-talk", "lifts-load", "stays", "reassures", "new-wording"])
"""Cues that give a customer room, or take something off them."""

CARING = ACKNOWLEDGING | ROOM_GIVING | {"apology", "honest-limit"}
"""Cues that are acknowledgement enough for a customer who is only somewhat upset."""

STEPS = frozenset(
    ["own-action", "timed-promise", "alternative", "safety-first", "good-question",
     "fact-used", "fact-detail", "correct-fact", "bare-question", "open-question",
     "narrowing-question", "checks-now"]
)  # fmt: skip
"""Cues that move the customer's need forward."""

HALF_STEPS = frozenset(["fact-touched", "anticipates"])
"""Cues that touch the need without moving it forward by themselves."""

_ACTING = ("own-action", "timed-promise", "safety-first", "alternative")
_FACTUAL = ("fact-used", "correct-fact")
_POLITE = frozenset(["respect", "thanks", "matches-mood", "please"])
_ANSWERING = frozenset(["fact-used", "own-action", "safety-first"])
_BESIDE_SORRY = ROOM_GIVING | {"own-action", "honest-limit", "echoes-customer"}
_SHORT = frozenset(["cold", "clipped", "plain", "short-to-upset"])
_ANSWERED: Mapping[str, frozenset[str]] = {
    "bare-no": frozenset(["alternative", "own-action", "fact-used"]),
    "dont-know": frozenset(["own-action", "timed-promise", "honest-limit"]),
}
_QUESTION_WORDS = 4
_MAIN_SHARE = 0.4
_SLIGHT = -2
_FULL_ANSWER = 2
_STOCK_PHRASES_MANY = 2


def together_findings(reading: Reading, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Give what two findings show only side by side."""
    found = {finding.fault: finding for finding in reversed(findings)}
    if reading.is_closing and _POLITE & found.keys():
        yield reading.whole("closes-well")
    acted, facts = _first(found, _ACTING), _first(found, _FACTUAL)
    step = acted or facts
    if step and reading.temperature > Temperature.COOL and _is_heard(reading, set(found)):
        yield reading.found("heard-and-acted", step.start, step.end)
    if acted and facts:
        yield reading.found("owned-and-concrete", acted.start, acted.end)
    if not found.keys() & _ANSWERING:
        yield from _asked(reading, findings)
    if acted and not reading.context.facts:
        yield from _unchecked_step(reading, acted, found)
    if not facts and _times("canned-phrase", findings) >= _STOCK_PHRASES_MANY:
        yield reading.whole("canned")
    if reading.is_short_question and _times("correct-fact", findings) >= _FULL_ANSWER:
        yield reading.whole("complete-short-answer")


def without_answered(findings: Sequence[Finding]) -> list[Finding]:
    """Drop a no, or a "don't know", that does not stand bare: what follows is the answer."""
    faults = {finding.fault for finding in findings}
    answered = {fault for fault, answers in _ANSWERED.items() if faults & answers}
    return [finding for finding in findings if finding.fault not in answered]


def missing_findings(reading: Reading, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Give what an upset customer, or a customer with a question, waited for in vain."""
    if reading.is_closing:
        return
    faults = {finding.fault for finding in findings}
    is_hot = reading.temperature is Temperature.HOT
    if is_hot and not _is_heard(reading, faults):
        yield from _unheard(reading, faults)
    if reading.temperature is Temperature.WARM and not faults & CARING:
        yield reading.found("no-acknowledgement")
    if not faults & (STEPS | HALF_STEPS):
        yield reading.found("no-step-hot" if is_hot else "no-step")
    elif not faults & STEPS:
        yield reading.found("half-step")


def _is_heard(reading: Reading, faults: Set[str]) -> bool:
    """Whether an upset customer was heard, in words or in the deed; a sorry alone is not enough."""
    in_the_deed = "own-action" in faults and faults & (ROOM_GIVING | {"echoes-customer"})
    if faults & ACKNOWLEDGING or in_the_deed:
        return True
    is_hot = reading.temperature is Temperature.HOT
    return "apology" in faults and (not is_hot or bool(faults & _BESIDE_SORRY))


def _unheard(reading: Reading, faults: Set[str]) -> Iterator[Finding]:
    if "apology" in faults:
        yield reading.found("apology-alone-hot")
        return
    yield reading.found("no-acknowledgement-hot")
    if not faults & ROOM_GIVING:
        yield reading.found("no-room-hot")


def _asked(reading: Reading, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The first honest question of a reply that is mostly that question."""
    for sentence in reading.text.sentences:
        length = sentence.last - sentence.first
        if (
            length < _MAIN_SHARE * len(reading.text.words)
            or not reading.text.is_question(sentence)
            or reading.text.is_offer(sentence)
        ):
            continue
        if any(_is_slip_in(sentence, finding) for finding in findings):
            continue
        yield reading.at_sentence(_kind_of_question(reading, sentence), sentence)
        return


def _kind_of_question(reading: Reading, sentence: Sentence) -> str:
    words = reading.text.words[sentence.first : sentence.last]
    if len(words) < _QUESTION_WORDS:
        return "bare-question"
    said = {word.text for word in words}
    if said & reading.lists.words["narrowing"]:
        return "narrowing-question"
    return "open-question" if said & reading.lists.words["open"] else "bare-question"


def _is_slip_in(sentence: Sentence, finding: Finding) -> bool:
    is_slip = sum(finding.points.values()) < _SLIGHT
    start, end = finding.start, finding.end
    if finding.fault in _SHORT or not is_slip or start is None or end is None:
        return False
    return start < sentence.end and sentence.start < end


def _unchecked_step(
    reading: Reading, acted: Finding, found: Mapping[str, Finding]
) -> Iterator[Finding]:
    """Credit for a step where no facts were given to check it against."""
    yield reading.found("acts", acted.start, acted.end)
    detail = found.get("timed-promise") or found.get("figure-given")
    if detail:
        yield reading.found("acts-in-detail", detail.start, detail.end)


def _first(found: Mapping[str, Finding], faults: Sequence[str]) -> Finding | None:
    return next((found[fault] for fault in faults if fault in found), None)


def _times(fault: str, findings: Sequence[Finding]) -> int:
    return sum(finding.fault == fault for finding in findings)
