"""The published figures on how well the scorer agrees with people, as they are kept in a file.

``python -m benchmarks.agreement --json`` writes them, the page "How good are these scores?" shows
them.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from simulator.core.errors import SimulatorError
from simulator.core.scoring.rubric import Skill

Share = Annotated[float, Field(ge=0, le=1)]
"""A part of a whole, from 0 to 1."""

Correlation = Annotated[float, Field(ge=-1, le=1)] | None
"""From -1 to 1; None where one side never varies and nothing can be said."""

Points = Annotated[float, Field(ge=0, le=100)]
"""A distance on the scale of 0 to 100."""


class AgreementFileError(SimulatorError):
    """The figures are not there or cannot be read."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Order(_Part):
    """How often two scores that differ clearly in the ratings come in the right order."""

    pairs: int = Field(ge=0)
    right: int = Field(ge=0)

    @property
    def share(self) -> float | None:
        """The right ones of all pairs, 0 to 1; None without pairs."""
        return self.right / self.pairs if self.pairs else None


class ScaleFigures(_Part):
    """One scorer on one scale.

    ``error`` is the mean absolute difference from the ratings in points, ``error_between`` its 95 %
    interval over situations drawn anew. ``half_within`` and ``most_within`` are the differences
    that half, and nine in ten, of the scores keep to. ``kappa`` is quadratic-weighted over the five
    bands, ``spread`` the standard deviation of the scores as a part of that of the ratings, and
    ``order`` counts pairs of the same situation that are rated 20 points or more apart.
    """

    replies: int = Field(ge=0)
    pearson: Correlation
    spearman: Correlation
    kappa: Correlation
    error: Points
    error_between: tuple[Points, Points]
    half_within: Points
    most_within: Points
    spread: float | None = Field(ge=0)
    order: Order


class KindErrors(_Part):
    """The mean signed error on replies of one kind, in points: positive is too generous."""

    kind: str
    replies: int = Field(ge=1)
    errors: Mapping[Skill, float]


class Margin(_Part):
    """What a scorer says of its own error on one scale, and how often it was right about it."""

    points: Points
    kept: Share


class ScorerFigures(_Part):
    """One scorer on one set of replies.

    ``apart`` counts the replies whose courtesy and patience are rated 15 points or more apart, and
    how often the scorer puts the right one higher. ``margins`` is empty for a scorer that says
    nothing of its own error.
    """

    name: str
    scales: Mapping[Skill, ScaleFigures]
    apart: Order
    kinds: tuple[KindErrors, ...] = ()
    margins: Mapping[Skill, Margin] = Field(default_factory=dict)


class SetFigures(_Part):
    """All scorers on one set of rated replies that none of them was trained on."""

    name: str
    about: str
    replies: int = Field(ge=1)
    situations: int = Field(ge=1)
    ours: ScorerFigures
    baselines: tuple[ScorerFigures, ...] = ()

    def best_baseline(self, skill: Skill) -> ScorerFigures | None:
        """Give the simple scorer with the smallest error on a scale; None if none was measured."""
        return min(self.baselines, key=lambda it: it.scales[skill].error, default=None)


class People(_Part):
    """How far people are from each other, in points of mean absolute difference."""

    with_rubric_pearson: Correlation
    with_rubric: tuple[Points, Points]
    in_the_field: tuple[Points, Points]


class Agreement(_Part):
    """All figures. The first of ``sets`` is the one that counts: everything held out together."""

    format_version: Literal[1] = 1
    trained_on: tuple[str, ...] = ()
    people: People
    sets: tuple[SetFigures, ...] = Field(min_length=1)


def read_agreement(file: Path) -> Agreement:
    """Read the published figures.

    Raises:
        AgreementFileError: the file is missing, damaged or of a later version of the program.
    """
    try:
        return Agreement.model_validate_json(file.read_bytes())
    except FileNotFoundError as error:
        raise AgreementFileError(f"There are no figures at {file}.") from error
    except (OSError, ValidationError) as error:
        raise AgreementFileError(f"The figures at {file} cannot be read.") from error
