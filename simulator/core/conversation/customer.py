"""The customer: mood, trust and how long they will bear with us, and how a reply moves them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from types import MappingProxyType

from simulator.core.conversation.chance import drawn
from simulator.core.scenario.model import Customer, Effects, Temperament, Temperaments
from simulator.core.scenario.words import PLEASANT, Feeling
from simulator.core.scoring.evidence import Flag, Rating

MOOD_LIMIT = 25
"""The most that one reply can move mood or trust: moods have inertia.

Source: support threads where one turn had only a limited immediate effect on frustration
(Leonova et al.).
"""

MOST_CELLS = 8
"""Cells of the meter that shows how long the customer will bear with us."""

HEALING = {"slowly": 0.7, "fairly": 1.0, "quickly": 1.3}
"""How much of a good reply's effect reaches a customer, by how fast they forgive."""


class MoodStep(IntEnum):
    """The five named steps on which a mood is shown."""

    FURIOUS = 1
    UPSET = 2
    WARY = 3
    SETTLED = 4
    WARM = 5

    @property
    def label(self) -> str:
        """The word shown for the step."""
        return self.name.capitalize()


def mood_step(mood: int) -> MoodStep:
    """Give the named step of a mood of 0 to 100: five steps of twenty points."""
    return MoodStep(min(mood // 20, 4) + 1)


def _empty() -> Mapping[str, int]:
    return MappingProxyType({})


@dataclass(frozen=True)
class CustomerState:
    """The customer between two replies.

    ``mood`` and ``trust`` run from 0 to 100, ``bears_with_us`` from 0 to 8 cells. ``told`` are ids
    of facts the customer has told, ``given`` the ids of the author's replies already given,
    ``visits`` counts entries by step id, ``promised`` the ids of promises made, in order.
    """

    mood: int
    trust: int
    bears_with_us: int
    variables: Mapping[str, int | float | bool] = field(
        default_factory=lambda: MappingProxyType({})
    )
    visits: Mapping[str, int] = field(default_factory=_empty)
    told: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    promised: tuple[str, ...] = ()

    @property
    def step(self) -> MoodStep:
        """The named step of the mood."""
        return mood_step(self.mood)

    def with_visit(self, step_id: str) -> "CustomerState":
        """Count one more entry into a step."""
        counted = {**self.visits, step_id: self.visits.get(step_id, 0) + 1}
        return replace(self, visits=MappingProxyType(counted))

    def with_variables(self, changed: Mapping[str, int | float | bool]) -> "CustomerState":
        """Set some of the author's variables."""
        return replace(self, variables=MappingProxyType({**self.variables, **changed}))


def temperament_of(customer: Customer, seed: int) -> Temperament:
    """Give the customer's temperament; where the author wrote several, the seed draws one."""
    if isinstance(customer.temperament, Temperaments):
        return drawn(customer.temperament.any_of, seed, "temperament")
    return customer.temperament


def feeling_at(customer: Customer, mood: int) -> Feeling:
    """Give the feeling shown at a mood where the author names none."""
    step = mood_step(mood)
    first = customer.feels.is_
    if step is MoodStep.FURIOUS:
        return Feeling.ANGRY
    if step is MoodStep.UPSET:
        return Feeling.FRUSTRATED if first in PLEASANT else first
    return {
        MoodStep.WARY: Feeling.SCEPTICAL,
        MoodStep.SETTLED: Feeling.CALM,
        MoodStep.WARM: Feeling.PLEASED,
    }[step]


def _rated(score: int | None) -> int:
    """Let a skill that was not rated neither please nor annoy."""
    return 55 if score is None else score


def _mood_shift(rating: Rating, wants: str) -> int:
    """How a reply's scores move the mood where the author did not say.

    One customer in three would rather be treated well than have the problem solved at once; for
    them kindness weighs most (AchieveGlobal survey of 5,500 consumers, 2012, as reported).
    """
    kindness = (_rated(rating.courtesy) + _rated(rating.patience)) / 2 - 55
    help_given = _rated(rating.helpfulness) - 55
    weight = 0.7 if wants == "treatment_first" else 0.45
    shift = (weight * kindness + (1 - weight) * help_given) * 0.45
    return round(min(shift, -15) if Flag.INSULT in rating.flags else shift)


def _trust_shift(rating: Rating) -> int:
    shift = (_rated(rating.helpfulness) - 55) * 0.2 + (_rated(rating.courtesy) - 55) * 0.1
    return round(min(shift, -10) if rating.flags else shift)


def _cells_shift(rating: Rating) -> int:
    if Flag.INSULT in rating.flags:
        return -2
    if _rated(rating.patience) < 40 or _rated(rating.helpfulness) < 20:
        return -1
    return 1 if min(_rated(rating.patience), _rated(rating.helpfulness)) >= 75 else 0


def _tempered(shift: int, temperament: Temperament) -> int:
    gain = temperament.anger_gain if shift < 0 else HEALING[temperament.forgives]
    return max(-MOOD_LIMIT, min(MOOD_LIMIT, round(shift * gain)))


def _share(value: int) -> int:
    return max(0, min(100, value))


def moved(
    state: CustomerState,
    effects: Effects,
    temperament: Temperament,
    rating: Rating | None = None,
    wants: str = "resolution_first",
) -> CustomerState:
    """Move the customer by what the author wrote and, where nothing is written, by the scores.

    Args:
        state: the customer before the reply.
        effects: what the author wrote; a part left out is taken from the rating.
        temperament: makes bad moves bite and good ones heal more or less.
        rating: the reply's scores; None when a step is merely entered.
        wants: what satisfies this person, ``resolution_first`` or ``treatment_first``.
    """
    mood, trust, cells = effects.mood, effects.trust, effects.bears_with_us
    if rating is not None:
        mood = _mood_shift(rating, wants) if mood is None else mood
        trust = _trust_shift(rating) if trust is None else trust
        cells = _cells_shift(rating) if cells is None else cells
    return replace(
        state,
        mood=_share(state.mood + _tempered(mood or 0, temperament)),
        trust=_share(state.trust + _tempered(trust or 0, temperament)),
        bears_with_us=max(0, min(MOST_CELLS, state.bears_with_us + (cells or 0))),
    )
