"""Joins what the cue lists found in a reply with what the trained net makes of its words.

Both say what each part of the reply adds to each score; the two are weighed and added, so that a
score is its starting point and the sum of its reasons, and every reason is a part of the score.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.scoring.tally import START, Finding, bent
from simulator.language.cues import CueLists, NamedReason
from simulator.language.net_inputs import ReplyInput
from simulator.language.plain_questions import is_plain_question, without_barbs
from simulator.language.pulls import pulled
from simulator.language.reading import Reading
from simulator.language.trained_net import NetReading

_LEAST = 0.5
"""Points below which a part of the reply is not worth a reason of its own."""

_NAMING_SHARE = 0.35
"""What a listed cue must account for of a reason's points to give the reason its name."""

RELIED_ON = frozenset(
    ["insult", "contempt", "mild-jibe", "tease-with-fix", "negated-courtesy", "calm-down",
     "cheer-to-grief",
     "all-capitals", "shouted-phrase", "contradicts-fact", "forbidden-promise", "unauthorised",
     "unsafe", "privacy", "only-asks-known", "name-overuse", "over-apology", "short-to-upset",
     "bare-no", "flat-no", "stuffing", "not-an-answer", "wrong-fact", "wrong-name"]
)  # fmt: skip
"""Findings of the lists that are right often enough to hold a ceiling of the rubric.

The others cost more than they put right, on replies kept out of training: a missing step, say, is
told better by the net than by the absence of every listed way to offer one.
"""

_SURE_TO_NAME, _SURE_TO_ACCUSE = 0.15, 0.4
"""How well, 0 to 1, a reason must fit the words to be named, and to be held against them."""

_WHOLE = -1


@dataclass(frozen=True)
class Blend:
    """How the net and the cue lists are weighed, fitted on replies that neither was made from.

    ``net`` is the net's share of each score, 0 to 1; ``stretch`` by how much the sum is drawn apart
    from its starting point, upwards and downwards, against the habit of models to stay near the
    middle. ``margin`` is base
    and slope of the error to be expected, which grows with the distance between the two; ``kinds``
    the kinds of reply that the net tells apart, in its order.
    """

    net: Mapping[Skill, float]
    stretch: Mapping[Skill, tuple[float, float]]
    margin: Mapping[Skill, tuple[float, float]]
    kinds: tuple[str, ...]


@dataclass
class _Part:
    """A clause of the reply, or the whole of it, with what it adds to one skill."""

    start: int
    end: int
    net: float = 0.0
    places: dict[int, float] = field(default_factory=dict)
    found: list[Finding] = field(default_factory=list)


def blended(
    reading: Reading, findings: Sequence[Finding], seen: NetReading, given: ReplyInput, blend: Blend
) -> list[Finding]:
    """Give the reasons of a reply, with the points that each is worth when both are joined.

    The listed findings that can be relied on come after them without points: they still hold
    ceilings and flags.
    """
    reasons: list[Finding] = []
    for number, skill in enumerate(SKILLS):
        parts = _parts(reading, findings, skill)
        bend = _bend(reading, findings, skill)
        stretch = _stretch(findings, seen, blend, skill, bend)
        share = blend.net[skill] * stretch
        for place, (start, end) in enumerate(given.places):
            part = parts[reading.clause_of(start) if end > start else _WHOLE]
            worth = share * float(seen.contributions[place, number])
            part.net += worth
            part.places[place] = worth
        listed = (1 - blend.net[skill]) * stretch * bend
        found = [
            reason
            for part in parts.values()
            for reason in _reason(part, skill, listed, seen, reading)
        ]
        reasons += _with_omissions_as_one(found, skill)
    if is_plain_question(reading, findings):
        reasons = without_barbs(reading, reasons)
    else:
        reasons += pulled(reading, reasons, seen, given, blend.kinds)
    sure = [replace(it, points={}) for it in findings if it.fault in RELIED_ON]
    return [_unceiled(it) for it in reasons] + sure


def _unceiled(reason: Finding) -> Finding:
    """Let a reason not hold a ceiling by its name where that name is only likely."""
    if reason.fault in RELIED_ON or reason.fault.startswith("net:"):
        return reason
    return replace(reason, fault=f"listed:{reason.fault}")


def margins(
    reading: Reading, findings: Sequence[Finding], seen: NetReading, blend: Blend
) -> tuple[int, int, int]:
    """Give how far each score may be from a careful rater's; two of three are nearer."""
    found = []
    for number, skill in enumerate(SKILLS):
        total = sum(finding.points.get(skill, 0.0) for finding in findings)
        listed = total * _bend(reading, findings, skill)
        net = float(seen.contributions[:, number].sum())
        base, slope = blend.margin[skill]
        found.append(round(base + slope * abs(net - listed)))
    courtesy, patience, helpfulness = found
    return courtesy, patience, helpfulness


def _stretch(
    findings: Sequence[Finding], seen: NetReading, blend: Blend, skill: Skill, bend: float
) -> float:
    """By how much all points of a skill are drawn apart: bad replies further than good ones."""
    net = float(seen.contributions[:, SKILLS.index(skill)].sum())
    listed = bend * sum(finding.points.get(skill, 0.0) for finding in findings)
    raised = blend.net[skill] * net + (1 - blend.net[skill]) * listed
    return blend.stretch[skill][raised < 0]


def _bend(reading: Reading, findings: Sequence[Finding], skill: Skill) -> float:
    """By how much the listed points shrink, so that a long list cannot run off the scale."""
    total = sum(finding.points.get(skill, 0.0) for finding in findings)
    start = START[reading.temperature][skill]
    return (bent(start + total) - start) / total if total else 1.0


def _parts(reading: Reading, findings: Sequence[Finding], skill: Skill) -> dict[int, _Part]:
    whole = _Part(0, len(reading.text.written))
    parts = {number: _Part(*clause) for number, clause in enumerate(reading.clauses)} | {
        _WHOLE: whole
    }
    for finding in findings:
        if skill not in finding.points:
            continue
        is_part = finding.start is not None and (finding.start, finding.end) != (
            whole.start,
            whole.end,
        )
        parts[reading.clause_of(finding.start or 0) if is_part else _WHOLE].found.append(finding)
    return parts


def _reason(
    part: _Part, skill: Skill, listed: float, seen: NetReading, reading: Reading
) -> list[Finding]:
    """The one reason a part gives for a skill's score; none when it moves it by next to nothing."""
    points = part.net + listed * sum(finding.points[skill] for finding in part.found)
    if abs(points) < _LEAST:
        return []
    worth = {skill: points}
    agreeing = [it for it in part.found if it.points[skill] * points > 0]
    best = max(agreeing, key=lambda it: abs(it.points[skill]), default=None)
    if best and abs(listed * best.points[skill]) >= _NAMING_SHARE * abs(points):
        return [replace(best, points=worth)]
    named = _named_by_net(part, skill, points, seen, reading.lists)
    if points < 0 and named.omits:
        return [Finding(f"net:{named.name}", named.name, named.note, worth)]
    start, end = reading.text.trimmed(part.start, part.end)
    return [Finding(f"net:{named.name}", named.name, named.note, worth, start, end)]


def _with_omissions_as_one(reasons: Sequence[Finding], skill: Skill) -> list[Finding]:
    """Join what is missed in several clauses: it is missing from the reply, not from each of them.

    Such a clause is no slip that could be taken out; the reply would only be barer without it.
    """
    missing: dict[str, Finding] = {}
    kept = []
    for reason in reasons:
        if reason.start is not None or not reason.fault.startswith("net:"):
            kept.append(reason)
            continue
        known = missing.get(reason.fault)
        points = reason.points[skill] + (known.points[skill] if known else 0.0)
        missing[reason.fault] = replace(reason, points={skill: points})
    return kept + list(missing.values())


def _named_by_net(
    part: _Part, skill: Skill, points: float, seen: NetReading, lists: CueLists
) -> NamedReason:
    """The reason that fits the words best among those that move this skill this way."""
    weights = {place: worth * points for place, worth in part.places.items() if worth * points > 0}
    total = sum(weights.values())
    fit = _fit(weights, seen)
    fits = {
        number: fit[number]
        for number, reason in enumerate(lists.reasons)
        if total
        and reason.sign * points > 0
        and skill in reason.skills
        and fit[number] >= total * (_SURE_TO_ACCUSE if reason.accuses else _SURE_TO_NAME)
    }
    if fits:
        return lists.reasons[max(fits, key=lambda number: fits[number])]
    return next(it for it in lists.unnamed if it.sign * points > 0 and skill in it.skills)


def _fit(weights: Mapping[int, float], seen: NetReading) -> Sequence[float]:
    """How well each reason that the net can name fits the words, by the weight of each."""
    import numpy

    if not weights:
        return []
    fit: list[float] = (numpy.array(list(weights.values())) @ seen.cues[list(weights)]).tolist()
    return fit
