"""Which reasons are shown: two or three points, not ten. The rest are kept."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.core.scoring.evidence import Evidence, Rating
from simulator.core.scoring.rubric import SKILLS

MOST_SHOWN = 3
"""Points shown for one reply, at most."""

MOST_SLIPS = 2
"""Slips shown for one reply, at most."""

GENERAL = frozenset(["cold", "partial", "figure", "correct-fact", "direct-answer", "explains"])
"""Cues of which little can be learned; they are shown only where nothing more telling stands."""


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


def _apart(candidates: Iterable[Evidence], taken: Sequence[Evidence], most: int) -> list[Evidence]:
    """The weightiest candidates whose spans lie apart from each other and from those taken."""
    chosen: list[Evidence] = []
    for evidence in sorted(candidates, key=_by_weight):
        if len(chosen) < most and not any(_overlap(evidence, e) for e in (*taken, *chosen)):
            chosen.append(evidence)
    return chosen


def _can_be_quoted(evidence: Evidence) -> bool:
    """Whether a trainee can see what is meant: a word alone is quoted only for a slip."""
    is_slip = evidence.effect == "-"
    return not evidence.is_missing and (is_slip or len((evidence.span or "").split()) > 1)


def _where_strongest(quoted: Iterable[Evidence]) -> list[Evidence]:
    """Of a reason that moved several skills only the skill that it moved most."""
    strongest: dict[tuple[object, ...], Evidence] = {}
    for evidence in quoted:
        reason = (evidence.cue, evidence.effect, evidence.start, evidence.end)
        known = strongest.setdefault(reason, evidence)
        if abs(evidence.points) >= abs(known.points):
            strongest[reason] = evidence
    return list(strongest.values())


def _with_more(chosen: list[Evidence], pool: Sequence[Evidence]) -> list[Evidence]:
    """The chosen reasons and those of a pool for which there is still room."""
    slips = sum(evidence.effect == "-" for evidence in chosen)
    chosen = chosen + _apart((e for e in pool if e.effect == "-"), chosen, MOST_SLIPS - slips)
    for skill in SKILLS:
        has_room = len(chosen) < MOST_SHOWN
        if has_room and not any(e.effect == "+" and e.skill is skill for e in chosen):
            own = [e for e in pool if e.effect == "+" and e.skill is skill]
            chosen = chosen + _apart(own, chosen, 1)
    return chosen


def shown(rating: Rating) -> tuple[ShownEvidence, ...]:
    """Choose the quotes to mark in a reply, numbered in the order in which they stand.

    At most three points: the two weightiest slips first, then one strength a skill; spans never
    overlap. What could be said of many words is shown only where nothing says more.
    """
    quoted = _where_strongest([e for e in rating.evidence if _can_be_quoted(e)])
    chosen = _with_more([], [e for e in quoted if e.cue not in GENERAL])
    if not chosen:
        chosen = _with_more([], quoted)
    in_order = sorted(chosen, key=lambda evidence: evidence.start or 0)
    return tuple(ShownEvidence(number, evidence) for number, evidence in enumerate(in_order, 1))


def missing(rating: Rating) -> Evidence | None:
    """Give what was missed most in the reply, over all skills; None when nothing was missing."""
    absent = [evidence for evidence in rating.evidence if evidence.is_missing]
    weight: defaultdict[str, float] = defaultdict(float)
    for evidence in absent:
        weight[evidence.note] += abs(evidence.points)
    return max(absent, key=lambda evidence: weight[evidence.note], default=None)
