"""How steady one scale stayed over a shift, in words that leave room for the scorer's error."""

from collections.abc import Sequence
from enum import StrEnum
from statistics import fmean, pstdev
from typing import NamedTuple

from simulator.core.progress.shift.shift import ContactResult
from simulator.core.scoring.rubric import Skill

FEWEST_RATED = 3
"""Rated contacts below which nothing is said about steadiness."""

FEWEST_IN_A_HALF = 2
"""Rated contacts in each half below which the halves are not compared."""

CLEARLY = 1.5
"""How many times the scorer's error the spread must reach to be called uneven."""


class Steadiness(StrEnum):
    """How far the contacts of a shift lie apart on one scale."""

    STEADY = "steady"
    SOMEWHAT_UNEVEN = "somewhat uneven"
    UNEVEN = "uneven"


class Change(StrEnum):
    """How the second half of a shift compares with the first on one scale."""

    LOWER = "lower"
    NONE = "no change"
    HIGHER = "higher"


class ScaleLine(NamedTuple):
    """One scale over a shift.

    ``scores`` has one entry a contact done, None where the scale was not rated. ``lowest`` is the
    contact with the lowest score. ``spread`` is the standard deviation in points. ``halves`` are
    the means of the first and the second half; of an odd number the middle one counts for neither.
    What cannot be said of so few contacts is None.
    """

    skill: Skill
    scores: tuple[int | None, ...]
    mean: float | None
    lowest: ContactResult | None
    spread: float | None
    steadiness: Steadiness | None
    halves: tuple[float, float] | None
    change: Change | None


def scale_line(skill: Skill, results: Sequence[ContactResult], margin: float) -> ScaleLine:
    """Sum up one scale over the contacts of a shift.

    Args:
        skill: the scale.
        results: the contacts done, in their order.
        margin: by how many points the scorer is wrong on average on this scale. A spread or a
            difference that is no greater is not called one.
    """
    scores = tuple(result.scores.get(skill) for result in results)
    rated = [score for score in scores if score is not None]
    with_score = [result for result in results if result.scores.get(skill) is not None]
    spread = pstdev(rated) if len(rated) >= FEWEST_RATED else None
    halves = _halves(scores)
    return ScaleLine(
        skill=skill,
        scores=scores,
        mean=fmean(rated) if rated else None,
        lowest=min(with_score, key=lambda it: it.scores[skill] or 0, default=None),
        spread=spread,
        steadiness=None if spread is None else _in_words(spread, margin),
        halves=halves,
        change=None if halves is None else _change(*halves, margin),
    )


def _in_words(spread: float, margin: float) -> Steadiness:
    if spread <= margin:
        return Steadiness.STEADY
    return Steadiness.SOMEWHAT_UNEVEN if spread <= CLEARLY * margin else Steadiness.UNEVEN


def _halves(scores: Sequence[int | None]) -> tuple[float, float] | None:
    size = len(scores) // 2
    first = [score for score in scores[:size] if score is not None]
    second = [score for score in scores[len(scores) - size :] if score is not None]
    if min(len(first), len(second)) < FEWEST_IN_A_HALF:
        return None
    return fmean(first), fmean(second)


def _change(first: float, second: float, margin: float) -> Change:
    if abs(second - first) <= margin:
        return Change.NONE
    return Change.LOWER if second < first else Change.HIGHER
