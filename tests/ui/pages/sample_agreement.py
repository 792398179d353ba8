"""Published figures, made up so that each number can be told from the others."""

from simulator.core.scoring.rubric import SKILLS
from simulator.ui.agreement import (
    Agreement,
    KindErrors,
    Margin,
    Order,
    People,
    ScaleFigures,
    ScorerFigures,
    SetFigures,
)


def scale(error: float) -> ScaleFigures:
    return ScaleFigures(
        replies=200,
        pearson=0.81,
        spearman=0.79,
        kappa=0.7,
        error=error,
        error_between=(error - 1, error + 1),
        half_within=error - 2,
        most_within=2 * error,
        spread=0.9,
        order=Order(pairs=400, right=372),
    )


def scorer(name: str, *errors: float, **more) -> ScorerFigures:
    scales = dict(zip(SKILLS, map(scale, errors), strict=True))
    return ScorerFigures(name=name, scales=scales, apart=Order(pairs=50, right=44), **more)


KINDS = (
    KindErrors(kind="sarcasm", replies=39, errors=dict(zip(SKILLS, (21, 17, 3), strict=True))),
    KindErrors(kind="short-fine", replies=35, errors=dict(zip(SKILLS, (-6, -8, -19), strict=True))),
)

MARGINS = {skill: Margin(points=11.0, kept=0.68) for skill in SKILLS}


def figures(name: str, replies: int, **more) -> SetFigures:
    return SetFigures(
        name=name,
        about=f"What is in {name}.",
        replies=replies,
        situations=30,
        ours=scorer("this scorer", 9.2, 10.4, 12.6, **more),
        baselines=(scorer("length", 17.0, 18.0, 30.0), scorer("TF-IDF", 13.5, 13.3, 18.1)),
    )


AGREEMENT = Agreement(
    trained_on=("It was trained on 7,347 replies.",),
    people=People(with_rubric_pearson=0.98, with_rubric=(3, 4.5), in_the_field=(10, 23)),
    sets=(
        figures("all together", 1_392, kinds=KINDS, margins=MARGINS),
        figures("another writer", 80),
    ),
)

BARE = AGREEMENT.model_copy(update={"trained_on": (), "sets": (figures("dev", 12),)})
"""Without kinds, margins, training or a second set."""
