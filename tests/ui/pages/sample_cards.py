"""Scorecards and stored attempts the page tests look at, made from real plays."""

from datetime import UTC, datetime, timedelta

from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.events import AfterRecord
from simulator.core.conversation.session import Session
from simulator.core.progress.profile import AttemptSummary, StoredAttempt
from simulator.core.progress.review import Override, Review
from simulator.core.scenario.words import Cause
from simulator.core.scoring.evidence import Flag
from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.scoring.scorecard import Scorecard
from tests.ui.pages.sample_plays import (
    EMOJI_REPLY,
    GOOD_REPLY,
    PROMISING_REPLY,
    after_reply,
    begun,
    ended,
    third_turn,
)

NOON = datetime(2026, 3, 21, 9, 50, tzinfo=UTC)
UNCHANGED: dict[Skill, int | None] = dict.fromkeys(SKILLS)


def card_of(session: Session, **changes: object) -> Scorecard:
    """Give the scorecard of a session with some of its fields replaced."""
    card = scorecard_of(session)
    return Scorecard.model_validate(card.model_dump() | changes)


def amara_stays() -> Session:
    """Give the contact with its record: one promise logged of two, one cause of two."""
    record = AfterRecord.model_validate(
        {
            "promises": [
                {
                    "what": "Courier router, text her the reference",
                    "by": "Today 18:00",
                    "promise_id": "router",
                }
            ],
            "causes": [Cause.SILENCE],
            "follow_up": "Text her when dispatch has decided",
            "note": "Two missed visits. Router by six, dispatch is asking for a crew.",
            "message": "Your router is on its way, Ms Okafor.",
        }
    )
    return ended().after_noting(record).after_finishing()


def finished_card(**changes: object) -> Scorecard:
    """Give the scorecard of the finished contact."""
    return card_of(amara_stays(), **changes)


def retried_card() -> Scorecard:
    """Give a contact whose poor second reply was taken back and put better."""
    return card_of(after_reply(third_turn().after_rewind(2), PROMISING_REPLY))


def stopped_card() -> Scorecard:
    """Give a contact stopped after its first reply."""
    return card_of(after_reply(begun(), GOOD_REPLY).after_stopping())


def silent_card() -> Scorecard:
    """Give a contact stopped before anything was said."""
    return card_of(begun().after_stopping())


def emoji_card() -> Scorecard:
    """Give a contact whose one reply has emoji before and after its evidence."""
    return card_of(after_reply(begun(), EMOJI_REPLY).after_stopping())


def flagged_card() -> Scorecard:
    """Give the finished contact with a promise beyond authority in its last reply."""
    card = finished_card()
    last = card.turns[-1]
    rating = last.rating.model_copy(update={"flags": (Flag.UNAUTHORISED,)})
    turns = (*card.turns[:-1], last.model_copy(update={"rating": rating}))
    return card.model_copy(update={"turns": turns, "flags": (Flag.UNAUTHORISED,)})


def review(comment: str = "Try naming the two mornings first.") -> Review:
    """Give a trainer's word: patience set by hand."""
    override = Override(skill=Skill.PATIENCE, machine=64, score=70, reason="She had room to speak.")
    return Review(
        trainer_id="tom",
        trainer_name="Tom Brennan",
        at=NOON + timedelta(days=1),
        comment=comment,
        overrides=(override,),
    )


def summary(
    attempt_id: str = "a1",
    name: str = "Jonas Petit",
    *,
    hours_ago: int = 0,
    session: Session | None = None,
    **changes: object,
) -> AttemptSummary:
    """Give one line of the list of attempts, with some of its fields replaced."""
    card = scorecard_of(session or ended())
    began = NOON - timedelta(hours=hours_ago)
    whole: dict[str, object] = {
        "id": attempt_id,
        "profile_id": name.lower().replace(" ", "-"),
        "profile_name": name,
        "scenario_id": card.scenario_id,
        "title": card.title,
        "trade": card.trade,
        "track": card.track,
        "customer_name": card.customer.name,
        "face": card.customer.face,
        "mode": card.mode,
        "turns": len(card.turns),
        "began_at": began,
        "finished_at": began + timedelta(minutes=8),
        "courtesy": card.courtesy,
        "patience": card.patience,
        "helpfulness": card.helpfulness,
        "reading": card.reading,
        "ending_kind": card.ending_kind,
    }
    return AttemptSummary.model_validate(whole | changes)


def stored(
    attempt_id: str = "a1",
    *,
    card: Scorecard | None = None,
    given: Review | None = None,
    name: str = "Jonas Petit",
) -> StoredAttempt:
    """Give an attempt with its scorecard as storage gives it."""
    session = amara_stays()
    return StoredAttempt(
        summary=summary(attempt_id, name, session=session),
        scenario=session.scenario,
        events=session.events,
        event_times=(NOON,) * len(session.events),
        scorecard=card or scorecard_of(session),
        review=given,
    )
