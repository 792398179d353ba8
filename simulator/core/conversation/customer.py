"""The customer: mood, trust and how long they will bear with us, and how a reply moves them."""

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from simulator.core.conversation.chance import drawn
from simulator.core.conversation.tally import Tally
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


class CustomerState(Struct, frozen=True, gc=False):
    """The customer between two replies.

    ``mood``, ``trust`` and the feelings towards ``firm``, ``product`` and this ``contact`` run from
    0 to 100, ``bears_with_us`` from 0 to 8 cells. ``visits`` counts entries by step id, ``given``
    the author's replies by id. ``told`` are ids of facts the customer has told, ``promised`` of
    promises made, ``used`` of entries of the card that replies have used, ``did`` what replies did
    beside their words, ``remembered`` what is to be remembered next time: all in order.
    ``topics`` holds True for a topic on the table, False for one settled. ``silences`` counts the
    times the trainee let the customer wait, since the last reply.

    A struct over shared counts, since the next state is made at every turn: another made of this
    one copies sixteen references and nothing that was visited or given.
    """

    mood: int
    trust: int
    bears_with_us: int
    variables: Mapping[str, int | float | bool] = MappingProxyType({})
    visits: Tally = field(default_factory=Tally.of)
    told: tuple[str, ...] = ()
    given: Tally = field(default_factory=Tally.of)
    promised: tuple[str, ...] = ()
    firm: int = 50
    product: int = 50
    contact: int = 50
    topics: Mapping[str, bool] = MappingProxyType({})
    did: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    remembered: tuple[str, ...] = ()
    silences: int = 0

    @property
    def step(self) -> MoodStep:
        """The named step of the mood."""
        return mood_step(self.mood)

    def with_visit(self, step_id: str) -> "CustomerState":
        """Count one more entry into a step."""
        return replace(self, visits=self.visits.with_one(step_id))


def temperament_of(customer: Customer, seed: int) -> Temperament:
    """Give the customer's temperament; where the author wrote several, the seed draws one."""
    if isinstance(customer.temperament, Temperaments):
        return drawn(customer.temperament.any_of, seed, "temperament")
    return customer.temperament


def feeling_at(customer: Customer, mood: int) -> Feeling:
    """Give the feeling shown at a mood where the author names none."""
    step = mood // 20
    if step != _UPSET:
        return _AT_STEP[step]
    first = customer.feels.is_
    return Feeling.FRUSTRATED if first in PLEASANT else first


_UPSET = 1
_AT_STEP = (
    Feeling.ANGRY,
    Feeling.FRUSTRATED,
    Feeling.SCEPTICAL,
    Feeling.CALM,
    Feeling.PLEASED,
    Feeling.PLEASED,
)
"""By every twenty points of mood; whoever is merely upset shows what they came with."""


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


def _contact_shift(rating: Rating) -> int:
    """How a reply moves the feeling about this contact: treatment alone, not the remedy."""
    courtesy, patience = rating.courtesy, rating.patience
    if courtesy is None or patience is None:
        courtesy, patience = _rated(courtesy), _rated(patience)
    return round((courtesy + patience - 110) * 0.2)


def _cells_shift(rating: Rating) -> int:
    if Flag.INSULT in rating.flags:
        return -2
    if _rated(rating.patience) < 40 or _rated(rating.helpfulness) < 20:
        return -1
    return 1 if min(_rated(rating.patience), _rated(rating.helpfulness)) >= 75 else 0


def _tempered(shift: int, temperament: Temperament) -> int:
    gain = temperament.anger_gain if shift < 0 else HEALING[temperament.forgives]
    change = round(shift * gain)
    return -MOOD_LIMIT if change < -MOOD_LIMIT else MOOD_LIMIT if change > MOOD_LIMIT else change


def _share(value: int) -> int:
    return 0 if value < 0 else 100 if value > 100 else value


class Heard(Struct, frozen=True, gc=False):
    """What a customer takes from a reply beside its words.

    ``rating`` are its scores; ``needs_met`` and ``needs_missed`` count the needs of the step that
    it meets and misses; ``asked_known`` counts what it asks for although the card shows it,
    ``used_card`` the entries of the card that it draws on for the first time.
    """

    rating: Rating
    needs_met: int = 0
    needs_missed: int = 0
    asked_known: int = 0
    used_card: int = 0


NEED_MET, NEED_MISSED = 2, -1
"""Points of mood for a need that a reply meets, and for one it misses: small beside the scores."""

ASKED_KNOWN = -3
"""Points of mood for asking what the card shows: the customer has told it before."""

USED_CARD = 3
"""Points of mood for drawing on what the card shows: the customer need not tell it again. With it
comes a cell of patience, however many entries a reply draws on."""


def _needs_shift(heard: Heard) -> int:
    return NEED_MET * heard.needs_met + NEED_MISSED * heard.needs_missed


def moved(
    state: CustomerState,
    effects: Effects,
    temperament: Temperament,
    heard: Heard | None = None,
    wants: str = "resolution_first",
) -> CustomerState:
    """Move the customer by what the author wrote and, where nothing is written, by the scores.

    Args:
        state: the customer before the reply.
        effects: what the author wrote; a part left out is taken from what was heard.
        temperament: makes bad moves bite and good ones heal more or less.
        heard: the reply's scores and needs; None when a step is merely entered.
        wants: what satisfies this person, ``resolution_first`` or ``treatment_first``.
    """
    mood, trust, cells = effects.mood, effects.trust, effects.bears_with_us
    contact = state.contact
    if heard is not None:
        rating = heard.rating
        known = ASKED_KNOWN * heard.asked_known + USED_CARD * heard.used_card
        if mood is None:
            mood = _mood_shift(rating, wants) + _needs_shift(heard)
        mood += known
        trust = _trust_shift(rating) if trust is None else trust
        cells = _cells_shift(rating) if cells is None else cells
        cells += 1 if heard.used_card else 0
        shift = _contact_shift(rating) + known
        if shift:
            contact = _share(contact + _tempered(shift, temperament))
    left = state.bears_with_us + (cells or 0)
    return replace(
        state,
        mood=_share(state.mood + _tempered(mood, temperament)) if mood else state.mood,
        trust=_share(state.trust + _tempered(trust, temperament)) if trust else state.trust,
        bears_with_us=0 if left < 0 else MOST_CELLS if left > MOST_CELLS else left,
        firm=_share(state.firm + effects.firm) if effects.firm else state.firm,
        product=_share(state.product + effects.product) if effects.product else state.product,
        contact=contact,
    )
