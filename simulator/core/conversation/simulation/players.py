"""Players that stand for trainees: each has a taste in replies, and lines it types now and then."""

from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from simulator.core.conversation.chance import drawn, number_drawn
from simulator.core.conversation.customer import CustomerState
from simulator.core.conversation.reading import Reading, judged, revealed_by
from simulator.core.conversation.session import Session
from simulator.core.conversation.simulation.assessments import StepAssessments
from simulator.core.conversation.simulation.typed_lines import (
    BESIDE_THE_POINT,
    COLD_WITH_A_STEP,
    HURRIED,
    KIND_WORD,
    RUDE,
    WARM_WITHOUT_A_STEP,
)
from simulator.core.scenario.model import Read, Scenario, Step
from simulator.core.scenario.words import Feeling
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Rating
from simulator.core.scoring.rubric import SKILLS

TYPES_ONE_IN = 5
"""How seldom a player types instead of choosing."""

WAITS_ONE_IN = 12
"""How seldom a player who plays by chance says nothing, where the customer would speak again."""

NOT_RATED = 50
"""What a skill that was not rated counts when replies are compared."""


class Player(NamedTuple):
    """A way of playing.

    ``prefers`` weighs a reply's scores, None for one who takes any; ``types`` are lines of its own;
    ``types_own`` are which of the author's texts of a step it types too; ``reads`` how it reads the
    customer where that is asked.
    """

    name: str
    prefers: Callable[[Rating], float] | None
    types: tuple[str, ...] = ()
    types_own: Literal["better", "worse", "all", "none"] = "none"
    reads: Literal["well", "badly", "any", "not"] = "not"


class Said(NamedTuple):
    """A reply that a player gives: its text, the id if it was chosen, and its assessment."""

    text: str
    chosen: str | None
    assessment: Assessment


def _score(value: int | None) -> int:
    return NOT_RATED if value is None else value


def mean_of(rating: Rating) -> float:
    """Give the mean of a reply's three scores, one not rated counted as ``NOT_RATED``."""
    return sum(_score(rating.of(skill)) for skill in SKILLS) / len(SKILLS)


def _politeness_alone(rating: Rating) -> float:
    return _score(rating.courtesy) - _score(rating.helpfulness)


_ALL_LINES = (*WARM_WITHOUT_A_STEP, *COLD_WITH_A_STEP, *HURRIED, *RUDE, *BESIDE_THE_POINT)

_PLAYERS = (
    Player("best", mean_of, types_own="better", reads="well"),
    Player("worst", lambda rating: -mean_of(rating), RUDE, "worse", "badly"),
    Player("random", None, _ALL_LINES, "all", "any"),
    Player("polite-but-useless", _politeness_alone, WARM_WITHOUT_A_STEP),
    Player("cold-but-useful", lambda rating: -_politeness_alone(rating), COLD_WITH_A_STEP),
    Player("impatient", lambda rating: -_score(rating.patience), HURRIED),
)

PLAYERS: dict[str, Player] = {player.name: player for player in _PLAYERS}
"""All players by name, in the order in which reports show them."""


@cache
def lines_of(player: Player, language: str) -> tuple[str, ...]:
    """Give the lines of its own that a player types; none where they are in another language."""
    return player.types if _is_english(language) else ()


def _is_english(language: str) -> bool:
    return language.partition("-")[0] == "en"


def authors_lines(scenario: Scenario, step: Step, which: str = "all") -> tuple[str, ...]:
    """Give what the author wrote for a step that may be typed.

    Args:
        scenario: the scenario of the step.
        step: the step.
        which: the model answer (``better``), the bad answer (``worse``), ``all`` with a wording of
            each need, of each question for a hidden fact and of each use of the card, each with a
            kind word before it; or ``none``.
    """
    better, worse = (step.better,), (step.worse,) if step.worse else ()
    if which == "all":
        bare = (
            *(need.like[0] for need in step.needs),
            *(fact.like[0] for fact in scenario.briefing.facts if fact.like),
            *(entry.uses[0] for entry in scenario.customer.history if entry.uses),
        )
        return tuple(dict.fromkeys((*better, *worse, *(_kindly(it, scenario) for it in bare))))
    return better if which == "better" else worse if which == "worse" else ()


def _kindly(words: str, scenario: Scenario) -> str:
    """Put a kind word before a bare question or statement: alone it is rated as curt."""
    if not _is_english(scenario.language):
        return words
    return KIND_WORD.format(name=scenario.customer.address_as) + words


def waits(player: Player, session: Session) -> bool:
    """Tell whether the player says nothing for a while at this moment."""
    if player.prefers is not None or not session.can_wait:
        return False
    return number_drawn(session.began.seed, _purpose("waits", session)) % WAITS_ONE_IN == 0


def reading_by(player: Player, session: Session) -> Reading | None:
    """Give how the player reads the customer at a moment that asks for it; None to go on."""
    how: str = player.reads
    if how == "any":
        choices = ("well", "badly", "not")
        how = drawn(choices, session.began.seed, _purpose("reads", session))
    return read_as(session.step.read if session.step else None, session.moment.state, how)


def read_as(key: Read | None, state: CustomerState, how: str) -> Reading | None:
    """Read the customer ``well``, by the author's key, or ``badly``; else not at all."""
    if key is None or how not in ("well", "badly"):
        return None
    revealed = revealed_by(state)
    if how == "well":
        return judged(key, key.feeling, key.cause[0], _word_for_word, revealed=revealed)
    wrong = (it for it in Feeling if it is not key.feeling and it not in key.near)
    return judged(key, next(wrong), "", _word_for_word, revealed=revealed)


def _word_for_word(text: str, wordings: tuple[str, ...]) -> float:
    return float(text in wordings)


def next_reply(player: Player, session: Session, known: StepAssessments) -> Said:
    """Give what a player says at a moment of a session that is not over."""
    seed, step = session.began.seed, session.step
    if step is None or session.moment.step_id is None:
        raise ValueError("a contact that is over takes no reply")
    lines = (
        *lines_of(player, session.scenario.language),
        *authors_lines(session.scenario, step, player.types_own),
    )
    if not session.on_offer or (
        lines and number_drawn(seed, _purpose("types", session)) % TYPES_ONE_IN == 0
    ):
        text = drawn(lines or (step.better,), seed, _purpose("line", session))
        assessment = known.typed(session.moment.step_id, text, session.on_offer)
        return Said(text, None, assessment)
    return _choice(player, session, session.moment.step_id, known)


def _choice(player: Player, session: Session, step_id: str, known: StepAssessments) -> Said:
    """Take the reply the player likes best; of equals, and for want of a taste, the seed draws."""
    state = session.moment.state
    open_now = [
        Said(reply.says, reply.id, known.chosen(step_id, reply, state))
        for reply in session.on_offer
    ]
    if player.prefers is not None:
        worth = [player.prefers(said.assessment.rating) for said in open_now]
        most = max(worth)
        open_now = [said for said, each in zip(open_now, worth, strict=True) if each == most]
    return drawn(open_now, session.began.seed, _purpose("choice", session))


def _purpose(what: str, session: Session) -> str:
    return f"player/{what}/{session.moment.state.silences}/{session.turn_number}"
