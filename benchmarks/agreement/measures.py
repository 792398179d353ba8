"""The measures of agreement between ratings and scores. Numbers in, numbers out."""

import random
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from itertools import combinations
from statistics import fmean, pstdev, quantiles

from simulator.ui.agreement import Order

Values = Sequence[float]

BANDS = 5
"""Bands of the scale: 0-19, 20-39, 40-59, 60-79, 80-100."""

APART = 20
"""Two ratings of a situation this far apart are in clear order."""

SKILLS_APART = 15
"""Courtesy and patience of a reply this far apart are in clear order."""

_DRAWS = 1_000
_SEED = 20


def pearson(ratings: Values, scores: Values) -> float | None:
    """Give the linear correlation; None where one side never varies."""
    mean_rating, mean_score = fmean(ratings), fmean(scores)
    pairs = list(zip(ratings, scores, strict=True))
    shared = sum((r - mean_rating) * (s - mean_score) for r, s in pairs)
    spread = pstdev(ratings) * pstdev(scores) * len(pairs)
    # A mean of many equal numbers may differ from them in the last digit.
    return None if spread < 1e-9 else max(-1.0, min(1.0, shared / spread))


def spearman(ratings: Values, scores: Values) -> float | None:
    """Give the correlation of the ranks; equal values share the mean of their ranks."""
    return pearson(ranks(ratings), ranks(scores))


def ranks(values: Values) -> list[float]:
    """Give each value's rank from 0 upwards, equal ones the mean of theirs."""
    ordered = sorted(values)
    first = {value: place for place, value in reversed(list(enumerate(ordered)))}
    last = {value: place for place, value in enumerate(ordered)}
    return [(first[value] + last[value]) / 2 for value in values]


def band(value: float) -> int:
    """Give the band of a rating or score, 0 to 4."""
    return max(0, min(int(value // 20), BANDS - 1))


def weighted_kappa(ratings: Values, scores: Values) -> float | None:
    """Give Cohen's kappa on the five bands, disagreement weighted by its square.

    1 is agreement in every band, 0 what chance would give; None where chance could not disagree.
    """
    rated, scored = [band(value) for value in ratings], [band(value) for value in scores]
    found = sum((r - s) ** 2 for r, s in zip(rated, scored, strict=True)) / len(rated)
    in_rated, in_scored = Counter(rated), Counter(scored)
    by_chance = (
        sum((r - s) ** 2 * in_rated[r] * in_scored[s] for r in in_rated for s in in_scored)
        / len(rated) ** 2
    )
    return 1 - found / by_chance if by_chance else None


def mean_error(ratings: Values, scores: Values) -> float:
    """Give the mean absolute difference in points."""
    return fmean(distances(ratings, scores))


def distances(ratings: Values, scores: Values) -> list[float]:
    """Give the absolute difference of each reply in points."""
    return [abs(score - rating) for rating, score in zip(ratings, scores, strict=True)]


def signed_error(ratings: Values, scores: Values) -> float:
    """Give the mean of score minus rating: positive is too generous."""
    return fmean(score - rating for rating, score in zip(ratings, scores, strict=True))


def kept_to(values: Values, tenths: int) -> float:
    """Give the value that so many tenths of the values do not exceed."""
    if len(values) == 1:
        return values[0]
    return quantiles(values, n=10, method="inclusive")[tenths - 1]


def spread_ratio(ratings: Values, scores: Values) -> float | None:
    """Give the scores' standard deviation as a part of the ratings'; None if those are all equal.

    Below 1 the scorer shies away from the ends of the scale.
    """
    spread = pstdev(ratings)
    return pstdev(scores) / spread if spread else None


def pair_order(situations: Sequence[Hashable], ratings: Values, scores: Values) -> Order:
    """Count pairs of the same situation rated 20 or more apart, and those in the right order.

    Equal scores are not in order.
    """
    together: dict[Hashable, list[tuple[float, float]]] = defaultdict(list)
    for situation, rating, score in zip(situations, ratings, scores, strict=True):
        together[situation].append((rating, score))
    differences = [
        (one[0] - other[0], one[1] - other[1])
        for members in together.values()
        for one, other in combinations(members, 2)
    ]
    return _order([(r, s) for r, s in differences if abs(r) >= APART])


def skills_order(rated: Sequence[tuple[float, float]], scored: Sequence[Values]) -> Order:
    """Count replies with courtesy and patience 15 or more apart, and those in the right order.

    Args:
        rated: courtesy and patience of each reply as rated.
        scored: the same as scored.
    """
    differences = [(r[0] - r[1], s[0] - s[1]) for r, s in zip(rated, scored, strict=True)]
    return _order([(r, s) for r, s in differences if abs(r) >= SKILLS_APART])


def _order(differences: Sequence[tuple[float, float]]) -> Order:
    right = sum(rated * scored > 0 for rated, scored in differences)
    return Order(pairs=len(differences), right=right)


def error_between(situations: Sequence[Hashable], errors: Values) -> tuple[float, float]:
    """Give the 95 % interval of the mean error, over situations drawn anew a thousand times.

    Whole situations are drawn, because replies to the same customer are rated alike.
    """
    together: dict[Hashable, list[float]] = defaultdict(list)
    for situation, error in zip(situations, errors, strict=True):
        together[situation].append(error)
    sums = [(sum(members), len(members)) for members in together.values()]
    chance = random.Random(_SEED)
    means = []
    for _ in range(_DRAWS):
        drawn = chance.choices(sums, k=len(sums))
        means.append(sum(total for total, _ in drawn) / sum(count for _, count in drawn))
    cuts = quantiles(means, n=40, method="inclusive")
    return cuts[0], cuts[-1]
