"""Playing a scenario by a script of replies: for an author's tests, scripts and the terminal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.events import Began
from simulator.core.conversation.memory import Memory
from simulator.core.conversation.question import question_of
from simulator.core.conversation.reading import Nearness, judged, revealed_by
from simulator.core.conversation.session import Session
from simulator.core.errors import ConversationError
from simulator.core.scenario.model import Play, PlayedTurn, Range, Scenario
from simulator.core.scenario.words import EndingKind
from simulator.core.scoring.context import Assessment, Question
from simulator.core.scoring.rubric import SKILLS
from simulator.core.scoring.scorecard import Scorecard

Assess = Callable[[str, Question], Assessment]
"""Reads one reply, as a reply model does."""


@dataclass(frozen=True)
class Played:
    """A play that was walked: the session it led to, and what is not as its author expects."""

    session: Session
    problems: tuple[str, ...] = ()


def said(session: Session, say: str, assess: Assess) -> Session:
    """Give a reply by the id of one on offer, or in words.

    Raises:
        ConversationError: the contact is over, or the id is that of a reply not on offer now.
    """
    replies = {reply.id: reply for reply in session.offered}
    known = {r.id for step in session.scenario.steps.values() for r in step.replies}
    if say in known and say not in replies:
        raise ConversationError(f"The reply '{say}' is not on offer at this moment.")
    chosen = replies.get(say)
    text = chosen.says if chosen else say
    assessment = assess(text, question_of(session))
    return session.after_reply(text, assessment, chosen.id if chosen else None)


def _read(session: Session, turn: PlayedTurn, nearness: Nearness) -> Session:
    key = session.step.read if session.step else None
    if turn.read is None or key is None or not session.must_read:
        return session
    read = judged(
        key,
        turn.read.feeling,
        turn.read.because,
        nearness,
        strength=turn.read.strength,
        revealed=revealed_by(session.moment.state),
    )
    return session.after_reading(read)


def _after(session: Session, turn: PlayedTurn, assess: Assess, nearness: Nearness) -> Session:
    if turn.say is None:
        return session.after_silence()
    return said(_read(session, turn, nearness), turn.say, assess)


def memory_before(play: Play) -> Memory | None:
    """Give what the customer of a test play remembers; None for a first contact."""
    if play.memory is None:
        return None
    given = play.memory
    return Memory(
        contacts=given.contacts,
        relationship=given.relationship,
        last_ended=given.last_ended,
        bad_contacts=int(given.last_ended is EndingKind.BAD),
        remembers=given.remembers,
    )


def played(scenario: Scenario, play: Play, assess: Assess, nearness: Nearness) -> Played:
    """Walk a test play and compare where it led with what its author expects."""
    began = Began(scenario_id=scenario.id, seed=play.seed, memory=memory_before(play))
    session = Session.begin(scenario, began)
    for number, turn in enumerate(play.replies, 1):
        try:
            session = _after(session, turn, assess, nearness)
        except ConversationError as error:
            return Played(session, (f"reply {number}: {error}",))
    return Played(session, tuple(_problems(session, play)))


def _problems(session: Session, play: Play) -> list[str]:
    problems = []
    if play.ends is not None and session.moment.ending_id != play.ends:
        stands = session.moment.ending_id or f"step '{session.moment.step_id}'"
        problems.append(f"it should end at '{play.ends}' and stands at {stands}")
    passed = {*session.moment.state.visits, session.moment.ending_id}
    if play.reaches is not None and play.reaches not in passed:
        problems.append(f"it should reach '{play.reaches}' and does not")
    card = scorecard_of(session)
    for skill in SKILLS:
        wanted: Range | None = getattr(play, skill.value)
        score = card.of(skill)
        if wanted and (score is None or not wanted.holds(score)):
            rated = "not rated" if score is None else str(score)
            problems.append(f"{skill} should be {wanted.least} to {wanted.most} and is {rated}")
    reading = card.reading
    if play.reading and (reading is None or not play.reading.holds(reading)):
        rated = "not rated" if reading is None else str(reading)
        wanted = play.reading
        problems.append(f"reading should be {wanted.least} to {wanted.most} and is {rated}")
    return problems


def transcript(session: Session, card: Scorecard) -> str:
    """Write a play-through as text: who said what, and the scores."""
    lines = []
    for turn in session.turns:
        lines += [f"customer: {line.text}" for line in turn.before.lines]
        lines.append(f"  reply: {turn.chosen or turn.text}")
    lines += [f"customer: {line.text}" for line in session.moment.lines]
    if card.ending_id:
        lines.append(f"ending: {card.ending_id}")
    lines.append(f"score: {score_line(card)}")
    return "\n".join(lines) + "\n"


def score_line(card: Scorecard) -> str:
    """Write the three scores in one line."""
    scores = ((skill, card.of(skill)) for skill in SKILLS)
    return ", ".join(f"{s} {'not rated' if score is None else score}" for s, score in scores)


def replies_from(script: str) -> Sequence[str]:
    """Read a script of replies: one a line, by id or in words; blank and ``#`` lines left out."""
    lines = (line.strip() for line in script.splitlines())
    return [line for line in lines if line and not line.startswith("#")]
