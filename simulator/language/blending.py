"""Joins what the cue lists found in a reply with what the trained net makes of its words.

Both say what each part of the reply adds to each score; the two are weighed and added, so that a
score is its starting point and the sum of its reasons, and every reason is a part of the score.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.scoring.tally import START, Finding, bent
from simulator.language.cues import NamedReason
from simulator.language.net_inputs import ReplyInput
from simulator.language.reading import Reading
from simulator.language.trained_net import NetReading

_LEAST = 0.5
"""Points below which a part of the reply is not worth a reason of its own."""

_NAMING_SHARE = 0.35
"""What a listed cue must account for of a reason's points to give the reason its name."""

_WHOLE = -1


@dataclass(frozen=True)
class Blend:
    """How the net and the cue lists are weighed, fitted on replies that neither was made from.

    ``net`` is the net's share of each score, 0 to 1; ``stretch`` by how much the sum is drawn apart
    from its starting point, against the habit of models to stay near the middle. ``margin`` is base
    and slope of the error to be expected, which grows with the distance between the two.
    """

    net: Mapping[Skill, float]
    stretch: Mapping[Skill, float]
    margin: Mapping[Skill, tuple[float, float]]


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

    The listed findings come after them without points: they still hold ceilings and flags.
    """
    reasons: list[Finding] = []
    for number, skill in enumerate(SKILLS):
        parts = _parts(reading, findings, skill)
        share = blend.net[skill] * blend.stretch[skill]
        for place, (start, end) in enumerate(given.places):
            part = parts[reading.clause_of(start) if end > start else _WHOLE]
            worth = share * float(seen.contributions[place, number])
            part.net += worth
            part.places[place] = worth
        listed = (1 - blend.net[skill]) * blend.stretch[skill] * _bend(reading, findings, skill)
        for part in parts.values():
            reasons += _reason(part, skill, listed, seen, reading)
    return reasons + [replace(finding, points={}) for finding in findings]


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
    named = _named_by_net(part, skill, points, seen, reading.lists.reasons)
    start, end = reading.text.trimmed(part.start, part.end)
    return [Finding(f"net:{named.name}", named.name, named.note, worth, start, end)]


def _named_by_net(
    part: _Part, skill: Skill, points: float, seen: NetReading, reasons: Sequence[NamedReason]
) -> NamedReason:
    """The reason that fits the words best among those that move this skill this way."""
    votes: defaultdict[int, float] = defaultdict(float)
    for number, reason in enumerate(reasons):
        if reason.sign * points > 0 and skill in reason.skills:
            votes[number] = sum(
                max(worth * reason.sign, 0.01) * float(seen.cues[place, number])
                for place, worth in part.places.items()
            )
    return reasons[max(votes, key=lambda number: votes[number])]
