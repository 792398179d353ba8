"""How a contact went, as far as the teaching model looks at it."""

from typing import NamedTuple

from simulator.core.scenario.words import EndingKind
from simulator.core.scoring.consequences import Expectation


class WorstLine(NamedTuple):
    """The trainee's own line that went down worst, letter for letter, and its turn."""

    text: str = ""
    turn: int | None = None


class Outcome(NamedTuple):
    """A finished contact.

    The three scores are 0 to 100, None where a skill was not rated; moods run from 0 to 100.
    ``solved`` tells whether the customer got what they came for, ``basics_met`` whether they were
    acknowledged, helped and told what comes next. ``wants`` is what satisfies them first,
    ``audience`` how many people follow them. ``expectation`` and ``post`` are the author's, where
    they wrote any. ``remember`` is what the scenario wants remembered.
    """

    ended: EndingKind
    solved: bool
    courtesy: int | None
    patience: int | None
    helpfulness: int | None
    first_mood: int = 50
    last_mood: int = 50
    basics_met: bool = True
    wants: str = "resolution_first"
    audience: int = 150
    is_internal: bool = False
    firm: int = 3
    rep: int = 3
    expectation: Expectation | None = None
    rival: str | None = None
    post: str | None = None
    worst: WorstLine = WorstLine()
    remember: tuple[str, ...] = ()

    @property
    def treatment(self) -> float | None:
        """The mean of courtesy and patience, as far as they were rated."""
        rated = [score for score in (self.courtesy, self.patience) if score is not None]
        return sum(rated) / len(rated) if rated else None

    @property
    def recovery(self) -> int:
        """Points of mood from the beginning to the end."""
        return self.last_mood - self.first_mood
