"""The coach: what a reply came across as, and the one thing to change next.

It only reads what the rating found; it never changes a score.
"""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType

from simulator.core.conversation.debrief import missed_needs
from simulator.core.conversation.moment import Turn
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.pronouns import Pronouns, pronouns_of
from simulator.core.scenario.words import PLEASANT, Feeling
from simulator.core.scoring.caps import CAPS
from simulator.core.scoring.evidence import Evidence, Rating
from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.scoring.scorecard import CustomerCard, Missed, TurnCard
from simulator.core.scoring.shown import GENERAL
from simulator.core.scoring.tally import FLAGGED, START, bent
from simulator.core.scoring.temperature import Temperature

FEELING_CUES: Mapping[str, str] = MappingProxyType(
    {
        "names-feeling": "told {object} that you saw how {subject} felt",
        "owns-fault": "told {object} that you own what went wrong",
        "face-saving": "made it easier for {object} to tell you",
        "matches-mood": "met {possessive} mood",
    }
)
"""Cues by which a customer hears that the feeling was seen, and what each of them says."""

REASON_CUES = frozenset({"names-situation", "names-feeling", "owns-fault", "face-saving"})
"""Cues by which a customer hears that the reason was understood."""

STEP_CUES = frozenset(
    {"concrete-step", "owned-step", "own-action", "timed-promise", "alternative", "safety-first",
     "heard-and-acted", "correct-fact", "good-question", "direct-answer", "honest-limit"}
)  # fmt: skip
"""Cues by which the reply moves the customer's need forward."""

SMALL = 10.0
"""Points, over all skills, below which a fault is small."""

_LEAST_CAP = 2.0
"""Points by which a score must lie below its sum before a ceiling is held to be the reason."""

_WORTH_TELLING = 4.0
"""Points from which something done well is told."""

_HOLLOW = frozenset({"apology", "please"})
"""Cues that say little about the tone by themselves."""

_LOUD = 12.0
"""Points from which a slip in manner is what the customer hears first."""

_LONGEST_QUOTE = 80
_LOOSE_END = re.compile(r"[\s.,;:]+(?:(?:and|so)[\s.,;:]*)?$")


@dataclass(frozen=True)
class Given:
    """A reply as the coach looks at it.

    ``feeling`` is the customer's when it was given; ``cause`` the reason behind it, empty as long
    as the trainee has not tried to read it; ``missed`` are the needs of the step still unmet.
    """

    rating: Rating
    feeling: Feeling
    pronouns: Pronouns
    missed: tuple[Missed, ...] = ()
    cause: str = ""


@dataclass(frozen=True)
class Point:
    """One thing to tell, with the evidence it rests on, if it rests on any."""

    text: str
    is_good: bool
    evidence: Evidence | None = None

    @property
    def quote(self) -> str:
        """The words of the reply it is about; empty for something missing."""
        return " ".join((self.evidence.span or "").split()) if self.evidence else ""


@dataclass(frozen=True)
class Coaching:
    """What to tell about one reply; None where there is nothing to say.

    ``heard``: the feeling and the tone. ``understood``: the reason behind it. ``answered``: the
    step and the facts. ``change``: the one thing to do otherwise next.
    """

    heard: Point | None = None
    understood: Point | None = None
    answered: Point | None = None
    change: Point | None = None

    @property
    def points(self) -> tuple[Point, ...]:
        """The two or three points worth telling, what to change last; nothing is told twice."""
        told = [self.heard] if self.heard else []
        rest = [point for point in (self.understood, self.answered) if point]
        rest.sort(key=lambda point: point.is_good)
        told += [point for point in rest if not _repeats(point, (*told, self.change))][:1]
        told = [point for point in told if not _repeats(point, (self.change,))]
        return (*told, self.change) if self.change else tuple(told)


def coaching_of_turn(scenario: Scenario, turn: Turn) -> Coaching:
    """Coach one turn of a session."""
    key = scenario.steps[turn.step_id].read
    return coaching(
        Given(
            rating=turn.assessment.rating,
            feeling=turn.before.line.feeling,
            pronouns=pronouns_of(scenario.customer.pronoun),
            missed=missed_needs(scenario, turn),
            cause=key.cause[0] if key and turn.before.reading else "",
        )
    )


def coaching_of_card(turn: TurnCard, customer: CustomerCard) -> Coaching:
    """Coach one turn of a scorecard, which stands on its own."""
    return coaching(
        Given(
            rating=turn.rating,
            feeling=Feeling(turn.feeling_before),
            pronouns=pronouns_of(customer.pronoun),
            missed=turn.missed,
            cause=turn.read.key_cause if turn.read else "",
        )
    )


def coaching(given: Given) -> Coaching:
    """Say what came across, and what to change. Same reply, same words."""
    return Coaching(
        heard=_heard(given),
        understood=_understood(given),
        answered=_answered(given),
        change=_change(given),
    )


def _repeats(point: Point, others: Iterable[Point | None]) -> bool:
    """Whether another point says the same, or rests on the same words."""
    return any(
        other is not None
        and (point.text == other.text or _is_same_place(point.evidence, other.evidence))
        for other in others
    )


def _is_same_place(one: Evidence | None, other: Evidence | None) -> bool:
    if one is None or other is None:
        return False
    is_same = (one.start, one.end) == (other.start, other.end)
    return is_same and (not one.is_missing or one.cue == other.cue)


# What came across


def _heard(given: Given) -> Point | None:
    they = given.pronouns
    slip = _strongest(given.rating, "-", (Skill.COURTESY, Skill.PATIENCE))
    felt = _strongest(given.rating, "+", SKILLS, FEELING_CUES.keys())
    if slip and abs(slip.points) >= max(_LOUD, felt.points if felt else 0):
        return Point(f"{they.opening} heard {_quoted(slip)} before anything else.", False, slip)
    if felt:
        forms = {"subject": they.subject, "object": they.object, "possessive": they.possessive}
        said = FEELING_CUES[felt.cue].format(**forms)
        return Point(f"{_quoted(felt)} {said}.", True, felt)
    unsaid = _unsaid(given.rating)
    if unsaid and given.feeling not in PLEASANT:
        feeling = given.feeling.label.lower()
        words = f"{they.opening} {they.was} {feeling}, and your words did not say so yet."
        return Point(words, False, unsaid)
    return _tone(given.rating)


def _tone(rating: Rating) -> Point | None:
    tone = _strongest(rating, "+", (Skill.COURTESY, Skill.PATIENCE))
    if tone is None or tone.points < _WORTH_TELLING or tone.cue in _HOLLOW:
        return None
    return Point(f"{_quoted(tone)} set the tone.", True, tone)


def _unsaid(rating: Rating) -> Evidence | None:
    """What was missing of care; None where nothing was."""
    absent = (e for e in rating.evidence if e.is_missing and e.skill is not Skill.HELPFULNESS)
    return next(absent, None)


def _understood(given: Given) -> Point | None:
    still = _first_missed(given.missed, (Skill.COURTESY, Skill.PATIENCE))
    if still:
        return Point(_sentence(still.text), is_good=False)
    shown = _strongest(given.rating, "+", SKILLS, REASON_CUES)
    if shown and given.cause:
        return Point(f"You took up the reason: {given.cause.rstrip('.')}.", True, shown)
    return None


def _answered(given: Given) -> Point | None:
    still = _first_missed(given.missed, (Skill.HELPFULNESS,))
    if still:
        return Point(_sentence(still.text), is_good=False)
    step = _strongest(given.rating, "+", (Skill.HELPFULNESS,), STEP_CUES)
    if step and step.points >= _WORTH_TELLING:
        words = f"{_quoted(step)} moved it forward for {given.pronouns.object}."
        return Point(words, True, step)
    return None


def _first_missed(missed: Sequence[Missed], skills: Sequence[Skill]) -> Missed | None:
    return next((need for need in missed if need.skill in skills), None)


def _strongest(
    rating: Rating, effect: str, skills: Sequence[Skill], cues: Set[str] | None = None
) -> Evidence | None:
    """The quoted evidence of an effect that moved one of some skills most; the first of equals."""
    quoted = [
        evidence
        for evidence in rating.evidence
        if not evidence.is_missing
        and evidence.effect == effect
        and evidence.skill in skills
        and (evidence.cue in cues if cues else evidence.cue not in GENERAL)
        and (effect == "-" or len((evidence.span or "").split()) > 1)
    ]
    return min(quoted, key=lambda it: (-abs(it.points), it.start or 0), default=None)


# What to change


@dataclass(frozen=True)
class _Fault:
    """What one fault cost over all skills, with the evidence on the skill it hurt most."""

    evidence: Evidence
    cost: float
    tier: int


def _change(given: Given) -> Point | None:
    """The fault that cost most; what the step still needed, where faults are small."""
    fault = _worst_fault(given.rating)
    need = given.missed[0] if given.missed else None
    if fault is None or (fault.tier == 0 and need is not None):
        return Point(_sentence(need.text), is_good=False) if need else None
    if fault.evidence.is_missing:
        # The author's words for what was missing are about this customer.
        need = _first_missed(given.missed, _side_of(fault.evidence.skill))
        if need is not None:
            return Point(_sentence(need.text), is_good=False)
    return Point(_sentence(fault.evidence.note), False, fault.evidence)


def _side_of(skill: Skill) -> tuple[Skill, ...]:
    is_manner = skill is not Skill.HELPFULNESS
    return (Skill.COURTESY, Skill.PATIENCE) if is_manner else (Skill.HELPFULNESS,)


def _worst_fault(rating: Rating) -> _Fault | None:
    """The fault to speak of: a critical one, else one that is capped or weighs, by its cost."""
    held = {skill: _held_down(rating, skill) for skill in SKILLS}
    by_reason: dict[tuple[object, ...], list[Evidence]] = {}
    for evidence in rating.evidence:
        if evidence.effect == "-" and evidence.note:
            reason = (evidence.cue, evidence.start, evidence.end)
            by_reason.setdefault(reason, []).append(evidence)
    faults = [_fault(reasons, held) for reasons in by_reason.values()]
    return min(faults, key=_by_weight, default=None)


def _by_weight(fault: _Fault) -> tuple[int, float, int, str]:
    return (-fault.tier, -fault.cost, fault.evidence.start or 0, fault.evidence.cue)


def _fault(reasons: Sequence[Evidence], held: dict[Skill, tuple[Evidence | None, float]]) -> _Fault:
    lost = sum(points for holder, points in held.values() if holder in reasons)
    cost = sum(abs(evidence.points) for evidence in reasons) + lost
    worst = max(reasons, key=lambda evidence: abs(evidence.points))
    tier = 2 if worst.cue in FLAGGED else int(lost > 0 or cost >= SMALL)
    return _Fault(worst, cost, tier)


def _held_down(rating: Rating, skill: Skill) -> tuple[Evidence | None, float]:
    """The fault whose ceiling holds a score down, and the points it takes off; None and 0 if none.

    The rating keeps no ceilings, so the one is taken whose limit is the score.
    """
    score = rating.of(skill)
    own = [evidence for evidence in rating.evidence if evidence.skill is skill]
    faults = [evidence for evidence in own if evidence.effect == "-"]
    if score is None or not faults:
        return None, 0.0
    total = bent(START[Temperature.WARM][skill] + sum(evidence.points for evidence in own))
    if total - score < _LEAST_CAP:
        return None, 0.0
    limited = [evidence for evidence in faults if score in _limits(evidence.cue, skill)]
    holder = max(limited or faults, key=lambda evidence: abs(evidence.points))
    return holder, total - score


def _limits(cue: str, skill: Skill) -> set[int]:
    """The ceilings of the faults that are shown under a cue: ``no-step`` and ``no-step-hot``."""
    return {
        limits[skill]
        for fault, limits in CAPS.items()
        if skill in limits and (fault == cue or fault.startswith(cue) or fault.endswith(cue))
    }


# Words


def _quoted(evidence: Evidence) -> str:
    words = " ".join((evidence.span or "").split())
    if len(words) > _LONGEST_QUOTE:
        words = words[: _LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + "…"
    return f"“{_LOOSE_END.sub('', words)}”"


def _sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:]
