"""Which reasons are shown: two or three points, not ten. The rest are kept."""

from dataclasses import dataclass

from simulator.core.scoring.evidence import Evidence, Rating
from simulator.core.scoring.rubric import SKILLS

MOST_SLIPS = 2
"""Slips shown for one reply, at most."""

MOST_STRENGTHS = 3
"""Strengths shown for one reply, at most: one a skill."""


@dataclass(frozen=True)
class ShownEvidence:
    """A reason chosen to be shown, with the number of its disc in the reply, from 1."""

    number: int
    evidence: Evidence

    @property
    def is_slip(self) -> bool:
        """Whether it cost points."""
        return self.evidence.effect == "-"


def _by_weight(evidence: Evidence) -> tuple[float, int]:
    return (-abs(evidence.points), evidence.start or 0)


def _overlap(one: Evidence, other: Evidence) -> bool:
    return (one.start or 0) < (other.end or 0) and (other.start or 0) < (one.end or 0)


def _apart(candidates: list[Evidence], taken: list[Evidence], most: int) -> list[Evidence]:
    """The weightiest candidates whose spans lie apart from each other and from those taken."""
    chosen: list[Evidence] = []
    for evidence in sorted(candidates, key=_by_weight):
        if len(chosen) < most and not any(_overlap(evidence, e) for e in (*taken, *chosen)):
            chosen.append(evidence)
    return chosen


def shown(rating: Rating) -> tuple[ShownEvidence, ...]:
    """Choose the quotes to mark in a reply, numbered in the order in which they stand.

    At most two slips, the weightiest, and one strength a skill; spans never overlap.
    """
    quoted = [evidence for evidence in rating.evidence if not evidence.is_missing]
    slips = _apart([e for e in quoted if e.effect == "-"], [], MOST_SLIPS)
    strengths: list[Evidence] = []
    for skill in SKILLS:
        own = [e for e in quoted if e.effect == "+" and e.skill is skill]
        strengths += _apart(own, [*slips, *strengths], 1)
    in_order = sorted(
        (*slips, *strengths[:MOST_STRENGTHS]), key=lambda evidence: evidence.start or 0
    )
    return tuple(ShownEvidence(number, evidence) for number, evidence in enumerate(in_order, 1))


def missing(rating: Rating) -> Evidence | None:
    """Give the weightiest thing that the reply did not contain, None when nothing was missing."""
    absent = [evidence for evidence in rating.evidence if evidence.is_missing]
    return min(absent, key=_by_weight, default=None)
