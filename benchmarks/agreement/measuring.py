"""Measures scorers on sets of rated replies."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from benchmarks.agreement import measures
from benchmarks.agreement.scorers import Scored, Scorer
from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.ui.agreement import KindErrors, Margin, ScaleFigures, ScorerFigures, SetFigures
from training.rows import Row

KINDS = (
    "sarcasm",
    "negated",
    "faux",
    "warm-wrong",
    "short-fine",
    "kind-no-help",
    "canned",
    "as-i-said",
)
"""The kinds of replies that lead scorers astray, in the order in which they are told."""

OURS = "this scorer"


@dataclass(frozen=True)
class RatedSet:
    """Rated replies to measure on, with a name and a sentence on what they are."""

    name: str
    about: str
    rows: tuple[Row, ...]


def measured(rated: RatedSet, scorers: Mapping[str, Scorer]) -> SetFigures:
    """Measure all scorers on one set; the one named ``OURS`` is ours."""
    figures = {
        name: figures_of(name, rated.rows, scorer(rated.rows)) for name, scorer in scorers.items()
    }
    return SetFigures(
        name=rated.name,
        about=rated.about,
        replies=len(rated.rows),
        situations=len({row.situation for row in rated.rows}),
        ours=figures.pop(OURS),
        baselines=tuple(figures.values()),
    )


def figures_of(name: str, rows: Sequence[Row], scored: Sequence[Scored]) -> ScorerFigures:
    """Compare a scorer's answers with the ratings, leaving out replies it does not rate."""
    both = [(row, it) for row, it in zip(rows, scored, strict=True) if it.scores]
    return ScorerFigures(
        name=name,
        scales={skill: _scale(place, both) for place, skill in enumerate(SKILLS)},
        apart=measures.skills_order(
            [row.scores[:2] for row, _ in both], [it.scores for _, it in both]
        ),
        kinds=tuple(_kinds(both)),
        margins=_margins(both),
    )


_Both = Sequence[tuple[Row, Scored]]


def _scale(place: int, both: _Both) -> ScaleFigures:
    situations = [row.situation for row, _ in both]
    ratings, scores = _columns(place, both)
    errors = measures.distances(ratings, scores)
    return ScaleFigures(
        replies=len(both),
        pearson=_short(measures.pearson(ratings, scores)),
        spearman=_short(measures.spearman(ratings, scores)),
        kappa=_short(measures.weighted_kappa(ratings, scores)),
        error=round(fmean(errors), 2),
        error_between=tuple(round(e, 1) for e in measures.error_between(situations, errors)),
        half_within=round(measures.kept_to(errors, 5), 1),
        most_within=round(measures.kept_to(errors, 9), 1),
        spread=_short(measures.spread_ratio(ratings, scores)),
        order=measures.pair_order(situations, ratings, scores),
    )


def _columns(place: int, both: _Both) -> tuple[list[float], list[float]]:
    return [row.scores[place] for row, _ in both], [it.scores[place] for _, it in both]


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _kinds(both: _Both) -> list[KindErrors]:
    of_kind: dict[str, list[tuple[Row, Scored]]] = defaultdict(list)
    for row, it in both:
        of_kind[row.kind].append((row, it))
    return [
        KindErrors(
            kind=kind,
            replies=len(of_kind[kind]),
            errors={
                skill: round(measures.signed_error(*_columns(place, of_kind[kind])), 1)
                for place, skill in enumerate(SKILLS)
            },
        )
        for kind in KINDS
        if kind in of_kind
    ]


def _margins(both: _Both) -> dict[Skill, Margin]:
    if not both or not all(it.margins for _, it in both):
        return {}
    return {skill: _margin(place, skill, both) for place, skill in enumerate(SKILLS)}


def _margin(place: int, skill: Skill, both: _Both) -> Margin:
    points = [it.margins[skill] for _, it in both]
    errors = measures.distances(*_columns(place, both))
    kept = [error <= margin for error, margin in zip(errors, points, strict=True)]
    return Margin(points=round(fmean(points), 1), kept=round(fmean(kept), 3))
