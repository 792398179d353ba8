"""A plain open question to the customer, which the net takes too readily for a barb.

Most bare questions among the replies it learnt from were mockery or reproach, so it hears contempt
in “What happened when he came to the door?”. Such a question is neither warm nor cold: it is rated
no lower than people rate it, and what would lower it further is taken back.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from simulator.core.scoring.rubric import Skill
from simulator.core.scoring.tally import START, Finding
from simulator.language.cues import CueLists
from simulator.language.reading import Reading

LEAST: dict[Skill, float] = {Skill.COURTESY: 44.0, Skill.PATIENCE: 32.0, Skill.HELPFULNESS: 20.0}
"""What a plain open question is worth at least, 0 to 100.

Source: what raters gave the few there are among the rated replies, near the rubric's rows for a
question without a word beside it.
"""

_FEWEST_WORDS, _MOST_WORDS, _MOST_QUESTIONS = 5, 32, 2
_LEAST_WORTH = 0.5

_BEGINS = re.compile(
    r"(?:(?:and|so|oh|sorry|please|okay|ok|hello|hi|well|then|but),? )*"
    r"(?:(?:mr|mrs|ms|miss|dr) [\w'-]+,? )?"
    r"(?:may i ask|(?:could|can|would|will) you (?:tell|describe|show) me|would you mind telling|"
    r"what|how|is there|was there|has (?:some|any)thing|did (?:some|any)thing|why do you)\b"
)
_BARBED = re.compile(
    r"\b(?:even|exactly|supposed|really|seriously|honestly|again|actually|expect\w*|bother\w*|"
    r"want from (?:me|us)|(?:want|like) (?:me|us) to|wrong with|"
    r"your (?:problem|issue|point|excuse)|the (?:actual|real)|"
    r"so (?:hard|difficult)|too much|how many times|how (?:hard|difficult)|"
    r"how (?:could|should|would|am|can|dare) (?:i|we|you)|what makes you|you think|this time|"
    r"who (?:told|said|do you)|so what|now what|what now|else (?:do you|you'd like)|complain|"
    r"ever (?:tried|thought|read)|"
    r"why (?:did|didn't|don't|would|are|were|can't|couldn't|haven't) (?:you|i|we)|"
    r"did you (?:not|even|read|check|listen)|do you (?:not|even|understand|know|have any idea))\b"
)
_RULED_OUT = frozenset(
    ["contempt", "insult", "mild-jibe", "tease-with-fix", "sarcasm", "faux-polite", "calm-down",
     "as-i-said", "accusation", "asks-known", "only-asks-known", "blame", "condescension", "rush",
     "all-capitals", "shouted-phrase", "double-marks", "negated-courtesy", "wrong-name", "hoops"]
)  # fmt: skip
"""Findings of the lists with which a question is not plain."""

_ACCUSED_BY_NET = frozenset(
    ["sarcasm", "insult", "blame", "condescension", "faux-polite", "negated-courtesy", "as-i-said"]
)
"""What the net alone must not say of a plain question."""


def is_plain_question(reading: Reading, findings: Sequence[Finding]) -> bool:
    """Whether the reply only asks the customer to tell something, without a barb that is known."""
    text = reading.text
    if not 1 <= len(text.sentences) <= _MOST_QUESTIONS or "!" in text.folded:
        return False
    if not _FEWEST_WORDS <= len(text.words) <= _MOST_WORDS:
        return False
    asks = all(
        text.is_question(sentence)
        and _BEGINS.match(text.folded[sentence.start : sentence.end].strip())
        for sentence in text.sentences
    )
    if not asks or _BARBED.search(text.folded):
        return False
    return not any(finding.fault in _RULED_OUT for finding in findings)


def without_barbs(reading: Reading, reasons: Sequence[Finding]) -> list[Finding]:
    """Take back from the reasons of a plain question what rates it below ``LEAST``."""
    kept = list(reasons)
    for skill, least in LEAST.items():
        score = START[reading.temperature][skill] + sum(it.points.get(skill, 0.0) for it in kept)
        lowered = sum(min(it.points.get(skill, 0.0), 0.0) for it in kept)
        share = max(0.0, 1 + (least - score) / lowered) if score < least and lowered else 1.0
        kept = [_lessened(it, skill, share, reading.lists) for it in kept]
    return [it for it in kept if any(abs(points) >= _LEAST_WORTH for points in it.points.values())]


def _lessened(reason: Finding, skill: Skill, share: float, lists: CueLists) -> Finding:
    """Give a reason with a share of what it lowers, and without an accusation by the net."""
    points = reason.points.get(skill, 0.0)
    if points >= 0:
        return reason
    left = {**reason.points, skill: points * share}
    if reason.fault.removeprefix("net:") not in _ACCUSED_BY_NET:
        return replace(reason, points=left)
    plain = next(it for it in lists.unnamed if it.sign < 0 and skill in it.skills)
    return Finding(f"net:{plain.name}", plain.name, plain.note, left)
