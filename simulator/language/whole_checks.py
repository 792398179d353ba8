"""What a reply shows only as a whole: findings side by side, and what is missing."""

from collections.abc import Iterator, Mapping, Sequence

from simulator.core.scoring.tally import Finding
from simulator.core.scoring.temperature import Temperature
from simulator.language.reading import Reading

ACKNOWLEDGING = frozenset(
    ["names-feeling", "owns-fault", "face-saving", "apology", "calm-boundary"]
)
"""Cues that show a very upset customer that they were heard."""

ROOM_GIVING = frozenset(["room-to-talk", "lifts-load", "stays", "reassures", "new-wording"])
"""Cues that give a customer room, or take something off them."""

CARING = ACKNOWLEDGING | ROOM_GIVING | {"honest-limit"}
"""Cues that are acknowledgement enough for a customer who is only somewhat upset."""

STEPS = frozenset(
    ["own-action", "timed-promise", "alternative", "safety-first", "good-question",
     "fact-used", "fact-detail", "correct-fact"]
)  # fmt: skip
"""Cues that move the customer's need forward."""

_ACTING = ("own-action", "timed-promise", "safety-first", "alternative")
_FACTUAL = ("fact-used", "correct-fact")
_POLITE = frozenset(["respect", "thanks", "matches-mood", "please"])
_FULL_ANSWER = 2
_STOCK_PHRASES_MANY = 2


def together_findings(reading: Reading, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Give what two findings show only side by side."""
    found = {finding.fault: finding for finding in reversed(findings)}
    if reading.is_closing and _POLITE & found.keys():
        yield reading.whole("closes-well")
    acted, facts = _first(found, _ACTING), _first(found, _FACTUAL)
    step = acted or facts
    if step and ACKNOWLEDGING & found.keys() and reading.temperature > Temperature.COOL:
        yield reading.found("heard-and-acted", step.start, step.end)
    if acted and facts:
        yield reading.found("owned-and-concrete", acted.start, acted.end)
    if acted and not reading.context.facts:
        yield from _unchecked_step(reading, acted, found)
    if not facts and _times("canned-phrase", findings) >= _STOCK_PHRASES_MANY:
        yield reading.whole("canned")
    if reading.is_short_question and _times("correct-fact", findings) >= _FULL_ANSWER:
        yield reading.whole("complete-short-answer")


def missing_findings(reading: Reading, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Give what an upset customer, or a customer with a question, waited for in vain."""
    if reading.is_closing:
        return
    faults = {finding.fault for finding in findings}
    is_hot = reading.temperature is Temperature.HOT
    if is_hot and not faults & ACKNOWLEDGING:
        yield reading.found("no-acknowledgement-hot")
    if is_hot and not faults & (ROOM_GIVING | ACKNOWLEDGING):
        yield reading.found("no-room-hot")
    if reading.temperature is Temperature.WARM and not faults & CARING:
        yield reading.found("no-acknowledgement")
    if not faults & STEPS:
        yield reading.found("no-step-hot" if is_hot else "no-step")


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
