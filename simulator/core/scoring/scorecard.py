"""The scorecard of one attempt: three skills, each reply with its reasons, and what happens next.

It stands on its own: it can be shown, exported and reviewed without the scenario it came from.
"""

from typing import Annotated, Literal

from pydantic import Field

from simulator.core.scoring.consequences import (
    BasicsCard,
    Card,
    Expectation,
    Impression,
    InternalCard,
    NextCard,
    PostCard,
)
from simulator.core.scoring.evidence import Flag, Rating
from simulator.core.scoring.rubric import SKILLS, Score, Skill

__all__ = [
    "AfterCard",
    "BasicsCard",
    "Card",
    "CustomerCard",
    "Expectation",
    "Impression",
    "InternalCard",
    "Missed",
    "NextCard",
    "PostCard",
    "PromiseCard",
    "Push",
    "ReadCard",
    "Scorecard",
    "TurnCard",
]


class ReadCard(Card):
    """How the customer was read at one turn, and what the key was."""

    feeling: str
    because: str
    points: Annotated[int, Field(ge=0, le=100)]
    key_feeling: str
    key_cause: str
    strength: int | None = None
    key_strength: int | None = None
    is_guessed: bool = False


class Missed(Card):
    """A need of the step that the reply did not meet."""

    skill: Skill
    text: str


class TurnCard(Card):
    """One exchange as the scorecard shows it.

    ``mood_before`` and ``mood_after`` are 0 to 100, the ``…_cells`` 0 to 8; ``feeling_before`` and
    ``feeling_after`` are the faces shown. ``customer_lines`` are the pieces of ``customer_said``
    where it came in several. ``does`` is what the reply did beside its words, such as "hold";
    ``asked_known`` what it asked for although the customer card shows it, ``used_known`` what it
    used of the card. ``worse`` is a bad answer that a decent person might give.
    """

    number: int
    customer_said: str
    reply: str
    rating: Rating
    missed: tuple[Missed, ...] = ()
    better: str
    read: ReadCard | None = None
    hint_shown: bool = False
    mood_before: Score
    mood_after: Score
    feeling_before: str
    feeling_after: str
    cells_before: int
    cells_after: int
    customer_answered: str
    customer_lines: tuple[str, ...] = ()
    does: str = ""
    asked_known: tuple[str, ...] = ()
    used_known: tuple[str, ...] = ()
    worse: str = ""
    worse_because: str = ""


class Push(Card):
    """Something that moved the customer, with the points of mood it moved them by."""

    text: str
    points: int
    turn: int


class TowardsCard(Card):
    """What the customer felt towards something, when the contact began and at its end."""

    towards: Literal["firm", "product", "contact"]
    before: Score
    after: Score


class PromiseCard(Card):
    """A promise made in the contact, and whether it was logged."""

    said: str
    logged_as: str | None = None
    by: str = ""


class AfterCard(Card):
    """What was written after the contact, compared with the author's key.

    ``offer_fits`` says how the offer fits this customer: it is too early while their trouble is
    not settled. ``offer_note`` says what that cost, empty when nothing.
    """

    promises: tuple[PromiseCard, ...] = ()
    causes: tuple[str, ...] = ()
    key_causes: tuple[str, ...] = ()
    follow_up: str = ""
    follow_up_fits: Literal["best", "fair", "wrong", "none"] = "none"
    best_follow_up: str = ""
    offer: str = ""
    offer_fits: Literal["fits", "unfit", "too_early", "none"] = "none"
    offer_note: str = ""
    note: str = ""
    message: str = ""

    @property
    def causes_points(self) -> int | None:
        """How well the causes were named, 0 to 100; None where no key was kept.

        Each cause of the key counts alike; each cause named that is not among them takes one back.
        """
        if not self.key_causes:
            return None
        right = len(set(self.causes) & set(self.key_causes))
        wrong = len(set(self.causes) - set(self.key_causes))
        return round(100 * max(0, right - wrong) / len(set(self.key_causes)))


class CustomerCard(Card):
    """Who the customer was, as far as a scorecard shows it."""

    name: str
    first_name: str
    pronoun: str
    face: dict[str, str | int | None]


class Scorecard(Card):
    """One attempt, scored.

    A skill is None when no reply gave occasion to show it. ``not_logged_cost`` is what promises
    made and not logged took off helpfulness, ``offer_cost`` what an offer out of place did.
    ``reading`` is the mean of all readings, 0 to 100, None when the customer was never read.
    ``ending_kind`` is None for a contact stopped early.

    ``persona`` and ``seed`` tell which person and which contact it was: a contact taken up again
    has the seed of the first; ``is_drill`` that many persons said a line each. ``impression`` is
    what the person remembers of it, None for a contact stopped early. ``card_read`` tells whether
    the customer card was looked at before, None where
    that was not noted or there was nothing on it. ``turns_to_resolution`` is None when nothing was
    resolved. ``recovery`` is the mood at the end less the mood at the beginning; ``turned_round``
    that a bad start was made good, which surprises a person only once. Scorecards of earlier
    versions lack these.
    """

    scenario_id: str
    title: str
    trade: str
    channel: str
    track: str
    mode: str
    customer: CustomerCard
    courtesy: Score | None
    patience: Score | None
    helpfulness: Score | None
    flags: tuple[Flag, ...] = ()
    not_logged_cost: int = 0
    headline: str
    summary: str
    ending_id: str | None
    ending_kind: str | None
    last_words: str
    turns: tuple[TurnCard, ...]
    branches: tuple[tuple[TurnCard, ...], ...] = ()
    reading: Score | None
    predicted: tuple[str, ...] = ()
    first_feeling: str
    first_cause: str
    moved: tuple[Push, ...] = ()
    towards: tuple[TowardsCard, ...] = ()
    next: NextCard | None
    after: AfterCard
    offer_cost: int = 0
    persona: str = ""
    seed: int | None = None
    is_drill: bool = False
    impression: Impression | None = None
    card_read: bool | None = None
    basics: BasicsCard | None = None
    expectation: Expectation | None = None
    turns_to_resolution: int | None = None
    recovery: Annotated[int, Field(ge=-100, le=100)] | None = None
    turned_round: bool = False

    def of(self, skill: Skill) -> int | None:
        """Give the score on one skill, None when it was not rated."""
        score: int | None = getattr(self, skill.value)
        return score

    @property
    def scores(self) -> dict[Skill, int | None]:
        """The three scores by skill, in the order of ``SKILLS``."""
        return {skill: self.of(skill) for skill in SKILLS}

    @property
    def weakest_turn(self) -> int | None:
        """The number of the turn with the lowest mean of its rated skills; None without turns."""
        if not self.turns:
            return None
        return min(self.turns, key=_mean_of_rated).number

    @property
    def lowest_turn(self) -> int | None:
        """The number of the first turn after which the customer felt worst; None without turns."""
        if not self.turns:
            return None
        return min(self.turns, key=lambda turn: turn.mood_after).number


def _mean_of_rated(turn: TurnCard) -> float:
    rated = [score for score in turn.rating.scores.values() if score is not None]
    return sum(rated) / len(rated) if rated else 100.0
