"""How alike two wordings are when their words and their meaning are weighed together.

Words alone miss what is said in other words; vectors alone take a refusal for an offer, since both
are about the same thing. Weights and knots are fitted on steps with labelled replies, half of which
say none of what the author foresaw.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

MeaningOf = Callable[[str], Any]
"""Gives a text's meaning as a vector (numpy, one dimension) of length 1."""


@dataclass(frozen=True)
class Likeness:
    """What is known of a pair: shared words (0 to 1), near meaning (-1 to 1), and turned round.

    ``is_turned`` tells that a "not", another figure or another doer turns one against the other.
    ``longer`` is by how many words the text is longer than the wording.
    """

    words: float
    meaning: float
    is_turned: bool
    longer: int

    @property
    def rank(self) -> float:
        """By which the nearest of several pairs is chosen."""
        return self.words + self.meaning - 0.3 * self.is_turned

    @property
    def features(self) -> tuple[float, ...]:
        """The numbers that are weighed; the more alike two are, the larger the first two.

        No products of them: a fit with such puts "half alike" above "alike in every way".
        """
        return (
            self.words,
            self.meaning,
            float(self.is_turned),
            # No more than ten words: in a long text, length alone must not make a likeness.
            min(max(self.longer, 0) / 20, 0.5),
            min(max(-self.longer, 0) / 20, 2.0),
        )


@dataclass(frozen=True)
class LikenessScale:
    """Turns a pair's features into nearness from 0 to 1.

    ``knots`` are pairs of a fitted probability and the nearness it stands for, rising; between them
    it runs straight, so that the thresholds of the program mean what they were measured to mean.
    """

    weights: tuple[float, ...]
    bias: float
    knots: tuple[tuple[float, float], ...]

    @classmethod
    def read(cls, settings: Mapping[str, Sequence[float]]) -> "LikenessScale":
        """Make a scale from settings: weights with the bias last, and the two inner knots."""
        *weights, bias = settings["weights"]
        near, same = settings["knots"]
        return cls(tuple(weights), bias, ((0.0, 0.0), (near, 0.4), (same, 0.6), (1.0, 1.0)))

    def probability(self, pair: Likeness) -> float:
        """Give the fitted probability that a pair says the same, 0 to 1."""
        worth = zip(self.weights, pair.features, strict=True)
        total = self.bias + sum(weight * feature for weight, feature in worth)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))

    def nearness(self, pair: Likeness) -> float:
        """Give how near a pair is, 0 to 1."""
        probability = self.probability(pair)
        for (low, low_near), (high, high_near) in pairwise(self.knots):
            if probability <= high and high > low:
                share = (probability - low) / (high - low)
                return low_near + share * (high_near - low_near)
        return 1.0


@dataclass(frozen=True)
class LikenessScales:
    """The two scales: for a whole reply among the author's, and for a phrase, such as a cause."""

    reply: LikenessScale
    phrase: LikenessScale

    @classmethod
    def read(cls, settings: Mapping[str, Mapping[str, Sequence[float]]]) -> "LikenessScales":
        """Make the scales from the settings of each."""
        return cls(LikenessScale.read(settings["reply"]), LikenessScale.read(settings["phrase"]))
