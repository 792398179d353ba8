"""The debrief: a session turned into its scorecard."""

from collections.abc import Iterable
from typing import NamedTuple

from simulator.core.conversation.aftermath import SHIPPED, Assumptions, aftermath
from simulator.core.conversation.basics import basics_of
from simulator.core.conversation.better_wording import better_wording
from simulator.core.conversation.consequences import outcome_of
from simulator.core.conversation.customer_card import asked_known, used_known
from simulator.core.conversation.events import AfterRecord
from simulator.core.conversation.moment import Turn
from simulator.core.conversation.offers import offer_judged
from simulator.core.conversation.promises import is_logged, promises_made
from simulator.core.conversation.session import Session
from simulator.core.scenario.model import Action, FollowUp, Need, Scenario
from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.scoring.scorecard import (
    AfterCard,
    CustomerCard,
    Missed,
    PromiseCard,
    Push,
    ReadCard,
    Scorecard,
    TowardsCard,
    TurnCard,
)

COST_OF_A_LOST_PROMISE = 4
"""Points of helpfulness for each promise made and not logged."""

MOST_LOST = 12
"""The most that lost promises can cost."""

SHOWN_PUSHES = 5
"""How many of the things that moved the customer are shown."""


def missed_needs(scenario: Scenario, turn: Turn) -> tuple[Missed, ...]:
    """Give the needs of the turn's step that its reply did not meet."""
    needs: tuple[Need, ...] = scenario.steps[turn.step_id].needs
    met = turn.assessment.needs_met
    return tuple(
        Missed(skill=Skill(need.about), text=need.missing) for need in needs if need.id not in met
    )


def turn_card(scenario: Scenario, turn: Turn) -> TurnCard:
    """Show one turn with its evidence, what was missed and, if there is one, a better wording."""
    before, after, step = turn.before, turn.after, scenario.steps[turn.step_id]
    pieces = tuple(piece for line in before.lines for piece in line.bubbles)
    return TurnCard(
        number=turn.number,
        customer_said=" ".join(line.text for line in before.lines),
        reply=turn.text,
        rating=turn.assessment.rating,
        missed=missed_needs(scenario, turn),
        better=better_wording(scenario, turn),
        read=_read_card(scenario, turn),
        hint_shown=before.hint_shown,
        mood_before=before.state.mood,
        mood_after=after.state.mood,
        feeling_before=before.line.feeling.value,
        feeling_after=after.line.feeling.value,
        cells_before=before.state.bears_with_us,
        cells_after=after.state.bears_with_us,
        customer_answered=after.line.text,
        customer_lines=pieces if len(pieces) > 1 else (),
        does=action_of(scenario, turn) or "",
        asked_known=tuple(entry.what for entry in asked_known(scenario, turn)),
        used_known=tuple(entry.what for entry in used_known(scenario, turn)),
        worse=step.worse or "",
        worse_because=step.worse_because or "",
    )


def action_of(scenario: Scenario, turn: Turn) -> Action | None:
    """Give what the reply of a turn did beside its words; None where it did nothing."""
    replies = scenario.steps[turn.step_id].replies
    return next((reply.does for reply in replies if reply.id == turn.reply_id), None)


def _read_card(scenario: Scenario, turn: Turn) -> ReadCard | None:
    key, reading = scenario.steps[turn.step_id].read, turn.before.reading
    if key is None or reading is None:
        return None
    return ReadCard(
        feeling=reading.feeling.value,
        because=reading.because,
        points=reading.points,
        key_feeling=key.feeling.value,
        key_cause=key.cause[0],
        strength=reading.strength,
        key_strength=key.strength,
        is_guessed=reading.is_guessed,
    )


def _mean(turns: Iterable[Turn], skill: Skill) -> int | None:
    rated = [s for turn in turns if (s := turn.assessment.rating.of(skill)) is not None]
    return round(sum(rated) / len(rated)) if rated else None


def _promise_cards(session: Session, record: AfterRecord) -> tuple[PromiseCard, ...]:
    cards = []
    for promise in promises_made(session):
        entry = is_logged(promise, record)
        cards.append(
            PromiseCard(
                said=promise.quote,
                logged_as=entry.what if entry else None,
                by=entry.by if entry else "",
            )
        )
    return tuple(cards)


def _fit(chosen: str, follow_up: FollowUp) -> str:
    if not chosen:
        return "none"
    if chosen == follow_up.best:
        return "best"
    return "fair" if chosen in follow_up.fair else "wrong"


def _after_card(session: Session) -> AfterCard:
    record = session.after or AfterRecord()
    key = session.scenario.after
    offer = offer_judged(session, record.offer)
    return AfterCard.model_validate(
        {
            "promises": _promise_cards(session, record),
            "causes": tuple(cause.value for cause in record.causes),
            "key_causes": tuple(cause.value for cause in key.causes),
            "follow_up": record.follow_up,
            "follow_up_fits": _fit(record.follow_up, key.follow_up),
            "best_follow_up": key.follow_up.best,
            "offer": record.offer,
            "offer_fits": offer.fits,
            "offer_note": offer.note,
            "note": record.note,
            "message": record.message,
        }
    )


def _push_text(turn: Turn, points: int) -> str:
    """Name what moved the customer: the words that weighed most, else the reply's first words."""
    wanted = "+" if points > 0 else "-"
    quoted = [e for e in turn.assessment.rating.evidence if e.effect == wanted and e.span]
    if quoted:
        strongest = max(quoted, key=lambda evidence: abs(evidence.points))
        return f"“{_short(strongest.span or '')}”"
    return f"“{_short(turn.text)}”"


def _short(text: str, longest: int = 34) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + "…"


def _pushes(session: Session) -> tuple[Push, ...]:
    pushes = []
    for turn in session.turns:
        points = turn.after.state.mood - turn.before.state.mood
        if points:
            text = _push_text(turn, points)
            pushes.append(Push(text=text, points=points, turn=turn.number))
    pushes.sort(key=lambda push: (-abs(push.points), push.turn))
    return tuple(sorted(pushes[:SHOWN_PUSHES], key=lambda push: -push.points))


def _headline(session: Session) -> tuple[str, str]:
    if session.ending:
        return session.ending.headline, session.ending.summary
    name = session.scenario.customer.first_name
    count = len(session.turns)
    if count == 0:
        summary = "You have not replied yet, so there is nothing to score. You can begin again."
    elif count == 1:
        summary = "This card covers the one turn you had. You can take it up again from there."
    else:
        turns = f"the {count} turns you had"
        summary = f"This card covers {turns}. You can take it up again from any of them."
    return f"You stopped before {name} was answered", summary


def _reading(session: Session) -> int | None:
    points = [turn.before.reading.points for turn in session.turns if turn.before.reading]
    return round(sum(points) / len(points)) if points else None


def _lost(after: AfterCard) -> int:
    lost = sum(promise.logged_as is None for promise in after.promises)
    return min(MOST_LOST, lost * COST_OF_A_LOST_PROMISE)


def _customer_card(scenario: Scenario) -> CustomerCard:
    customer = scenario.customer
    return CustomerCard(
        name=customer.name,
        first_name=customer.first_name,
        pronoun=customer.pronoun,
        face=customer.face.model_dump(),
    )


def _towards(session: Session) -> tuple[TowardsCard, ...]:
    first, last = session.contact.first_state(), session.moment.state
    feelings = (
        ("firm", first.firm, last.firm),
        ("product", first.product, last.product),
        ("contact", first.contact, last.contact),
    )
    return tuple(
        TowardsCard.model_validate({"towards": towards, "before": before, "after": after})
        for towards, before, after in feelings
    )


class _Costs(NamedTuple):
    """What is taken off helpfulness after the contact, never more than there is."""

    not_logged: int
    offer: int


def _costs(session: Session, after: AfterCard, helpfulness: int | None) -> _Costs:
    left = helpfulness or 0
    not_logged = min(_lost(after), left)
    return _Costs(not_logged, min(offer_judged(session, after.offer).cost, left - not_logged))


def scorecard_of(session: Session, assumptions: Assumptions = SHIPPED) -> Scorecard:
    """Score a session as far as it has come.

    Args:
        session: the contact.
        assumptions: the numbers of the teaching model; they touch what happens next and no score.
    """
    after = _after_card(session)
    scores = {skill: _mean(session.turns, skill) for skill in SKILLS}
    helpfulness = scores[Skill.HELPFULNESS]
    costs = _costs(session, after, helpfulness)
    if helpfulness is not None:
        scores[Skill.HELPFULNESS] = helpfulness - costs.not_logged - costs.offer
    return Scorecard.model_validate(
        {
            **_about(session.scenario),
            **{skill.value: score for skill, score in scores.items()},
            **_how_it_went(session),
            **_what_follows(session, scores, assumptions),
            "after": after,
            "not_logged_cost": costs.not_logged,
            "offer_cost": costs.offer,
        }
    )


def _about(scenario: Scenario) -> dict[str, object]:
    return {
        "scenario_id": scenario.id,
        "title": scenario.title,
        "trade": scenario.trade,
        "channel": scenario.channel.value,
        "track": scenario.track.value,
        "customer": _customer_card(scenario),
        "persona": scenario.persona,
        "is_drill": scenario.is_drill,
        "first_feeling": scenario.customer.feels.is_.value,
        "first_cause": scenario.customer.feels.because[0],
    }


def _how_it_went(session: Session) -> dict[str, object]:
    scenario, began, ending = session.scenario, session.began, session.ending
    headline, summary = _headline(session)
    flags = {flag: None for turn in session.turns for flag in turn.assessment.rating.flags}
    branches = (tuple(turn_card(scenario, turn) for turn in it) for it in session.branches)
    return {
        "mode": began.mode,
        "seed": began.seed,
        "card_read": began.card_read,
        "predicted": tuple(feeling.value for feeling in began.predicted),
        "flags": tuple(flags),
        "headline": headline,
        "summary": summary,
        "ending_id": session.moment.ending_id,
        "ending_kind": ending.kind.value if ending else None,
        "last_words": session.line.text,
        "turns": tuple(turn_card(scenario, turn) for turn in session.turns),
        "branches": tuple(branches),
        "reading": _reading(session),
        "moved": _pushes(session),
        "towards": _towards(session),
        "turns_to_resolution": len(session.turns) if ending and ending.solves else None,
    }


def _what_follows(
    session: Session, scores: dict[Skill, int | None], assumptions: Assumptions
) -> dict[str, object]:
    basics = basics_of(tuple(session.turns))
    outcome = outcome_of(session, scores, basics)
    if outcome is None:
        return {"basics": basics, "next": None}
    memory = session.contact.memory
    follows = aftermath(outcome, memory, assumptions, session.began.seed)
    return {
        "basics": basics,
        "next": follows.next,
        "impression": follows.impression,
        "expectation": follows.next.expectation,
        "recovery": outcome.recovery,
        "turned_round": follows.impression.turned_round,
    }
