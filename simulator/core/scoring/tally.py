"""From findings to a rating: start point, points, ceilings, and the evidence for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from types import MappingProxyType

from simulator.core.scoring.caps import ceiling
from simulator.core.scoring.evidence import Effect, Evidence, Flag, Rating
from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.scoring.temperature import Temperature


def _start(courtesy: float, patience: float, helpfulness: float) -> Mapping[Skill, float]:
    points = (courtesy, patience, helpfulness)
    return MappingProxyType(dict(zip(SKILLS, points, strict=True)))


FLAGGED: Mapping[str, Flag] = {
    "unsafe": Flag.UNSAFE,
    "privacy": Flag.PRIVACY,
    "unauthorised": Flag.UNAUTHORISED,
    "forbidden-promise": Flag.UNAUTHORISED,
    "insult": Flag.INSULT,
}
"""Faults that are shown beside the scores as well."""

START: Mapping[Temperature, Mapping[Skill, float]] = MappingProxyType(
    {
        Temperature.COOL: _start(51, 48, 36),
        Temperature.WARM: _start(50, 48, 35),
        Temperature.HOT: _start(48, 47, 35),
    }
)
"""The score of a reply with no evidence either way; what an upset customer misses is evidence.

Fitted, with the points of the cues, to the rated replies the project was given.
"""

LOWEST, HIGHEST = 2.0, 97.0
"""No reply is scored beyond these: the scorer does not claim to see perfection or its opposite."""

_KNEES = (16.0, 84.0)
_BEYOND_KNEES = 0.55


@dataclass(frozen=True)
class Finding:
    """Something found in, or missing from, a reply.

    ``fault`` is its id, by which ceilings and flags are looked up; ``cue`` the name that is shown.
    ``start`` is None for something missing.
    """

    fault: str
    cue: str
    note: str
    points: Mapping[Skill, float] = field(default_factory=dict)
    start: int | None = None
    end: int | None = None


def rate(
    reply: str,
    findings: Sequence[Finding],
    not_rated: frozenset[Skill] = frozenset(),
    temperature: Temperature = Temperature.COOL,
    *,
    is_bent: bool = True,
) -> Rating:
    """Add up what was found.

    Args:
        reply: the reply as typed; the evidence quotes it.
        findings: all that was found, in the order in which it is to be shown.
        not_rated: skills for which the reply gave no occasion.
        temperature: of the customer; the more heated, the lower a reply without merit starts.
        is_bent: whether the sum is bent at the ends of the scale; points that were fitted to the
            whole scale are only settled within it.
    """
    scores: dict[str, int | None] = {}
    evidence: list[Evidence] = []
    for skill in SKILLS:
        if skill in not_rated:
            scores[skill.value] = None
            continue
        limit, capped_by = ceiling((finding.fault for finding in findings), skill)
        total = sum(finding.points.get(skill, 0.0) for finding in findings)
        raw = START[temperature][skill] + total
        uncapped = bent(raw) if is_bent else settled(raw)
        scores[skill.value] = round(min(uncapped, limit))
        evidence += _reasons(reply, findings, skill, capped_by if limit < uncapped else None)
    flags = tuple(dict.fromkeys(FLAGGED[it.fault] for it in findings if it.fault in FLAGGED))
    return Rating.model_validate({**scores, "evidence": tuple(evidence), "flags": flags})


def bent(raw: float) -> float:
    """Bend the ends of the scale, so that a long list of cues cannot run off it."""
    low, high = _KNEES
    if raw > high:
        raw = high + (raw - high) * _BEYOND_KNEES
    elif raw < low:
        raw = low - (low - raw) * _BEYOND_KNEES
    return min(max(raw, LOWEST), HIGHEST)


_ENDS = (12.0, 88.0)


def settled(raw: float) -> float:
    """Give a sum its place within the scale.

    Towards the ends each further reason moves the score less and less, but it always moves: a
    score that stood still at the end would make liars of the reasons beyond it.
    """
    low, high = _ENDS
    if raw > high:
        room = HIGHEST - high
        return high + room * (1 - exp((high - raw) / room))
    if raw < low:
        room = low - LOWEST
        return low - room * (1 - exp((raw - low) / room))
    return raw


def _reasons(
    reply: str, findings: Sequence[Finding], skill: Skill, capped_by: str | None
) -> list[Evidence]:
    reasons = []
    for finding in findings:
        points = finding.points.get(skill, 0.0)
        if points == 0 and finding.fault != capped_by:
            continue
        effect: Effect = "+" if points > 0 else "-"
        is_quote = finding.start is not None
        reasons.append(
            Evidence(
                skill=skill,
                effect=effect,
                cue=finding.cue,
                start=finding.start,
                end=finding.end,
                span=reply[finding.start : finding.end] if is_quote else None,
                points=round(points, 1),
                note=finding.note,
            )
        )
    return reasons
