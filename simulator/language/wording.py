"""Cues in the wording of a reply, with the reach of "not", of reported speech and of contempt."""

from collections import Counter
from collections.abc import Iterable, Sequence

from simulator.core.scoring.tally import Finding
from simulator.language.patterns import Match, PatternIndex
from simulator.language.reading import Reading
from simulator.language.text import Text

CONTEMPT = frozenset(["insult", "contempt", "negated-courtesy", "accusation"])
"""Faults beside which polite words earn nothing."""

_NEGATION_REACH = 3
_QUOTED_AT_MOST = 120
_SUBSTANCE = 4


def wording_findings(reading: Reading, patterns: PatternIndex) -> list[Finding]:
    """Find all cues of the lists in the wording of a reply."""
    matches = list(patterns.matches(reading.text))
    exceptions = [match for match in matches if match.name.endswith("!")]
    kept: list[Match] = []
    for match in sorted(matches, key=lambda it: (it.name, it.start, -it.end)):
        if match.name.endswith("!") or _is_excepted(match, exceptions):
            continue
        if _is_denied(match, reading) or _is_reported(match, reading):
            continue
        if reading.lists.cues[match.name].stated and reading.is_asked(match.start):
            continue
        if match.name == "flat-no" and _goes_on(reading.text):
            continue
        if not any(other.name == match.name and other.overlaps(match) for other in kept[-1:]):
            kept.append(match)
    kept.sort(key=lambda match: (match.start, match.name))
    return [reading.found(match.name, match.start, match.end) for match in kept]


def without_hollow(reading: Reading, findings: Sequence[Finding]) -> list[Finding]:
    """Drop what earns nothing beside contempt: polite words do not make an insult better."""
    if not any(finding.fault in CONTEMPT for finding in findings):
        return list(findings)
    cues = reading.lists.cues
    return [finding for finding in findings if not cues[finding.fault].hollow]


def limited(reading: Reading, findings: Iterable[Finding]) -> list[Finding]:
    """Keep of each cue no more than its list allows: the third thank-you adds nothing."""
    counts: Counter[str] = Counter()
    kept = []
    for finding in findings:
        counts[finding.fault] += 1
        if counts[finding.fault] <= reading.lists.cues[finding.fault].at_most:
            kept.append(finding)
    return kept


def _is_excepted(match: Match, exceptions: Sequence[Match]) -> bool:
    name = f"{match.name}!"
    return any(other.name == name and other.overlaps(match) for other in exceptions)


def _is_denied(match: Match, reading: Reading) -> bool:
    """Whether a "not" in the same breath takes the words back, before them or among them."""
    cue = reading.lists.cues[match.name]
    negators = reading.lists.words["negators"]
    if cue.negatable and any(
        word.text in negators
        for word in reading.text.words
        if match.start <= word.start < match.end
    ):
        return True
    if not (cue.negatable or cue.hollow):
        return False
    breath = max(reading.text.folded.rfind(mark, 0, match.start) for mark in ",;:\u2013\u2014")
    before = reading.text.words_before(match.start, _NEGATION_REACH)
    standing = [word for word in before if word.start > breath]
    return any(word.text in negators for word in standing)


def _goes_on(text: Text) -> bool:
    """Whether a sentence of substance stands beside a "No.", which then is only the answer."""
    return any(sentence.last - sentence.first >= _SUBSTANCE for sentence in text.sentences)


def _is_reported(match: Match, reading: Reading) -> bool:
    """Whether the match stands inside quotation marks: somebody else's words."""
    folded = reading.text.folded
    before = folded.rfind('"', max(0, match.start - _QUOTED_AT_MOST), match.start)
    after = folded.find('"', match.end, match.end + _QUOTED_AT_MOST)
    inside = before >= 0 and after >= 0
    return inside and folded.count('"', 0, match.start) % 2 == 1
