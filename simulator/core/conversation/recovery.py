"""After a contact with insults: whether there were any, and what in the replies was right.

Attacked employees tend to close up, devalue the customer and serve worse, and the customer then
does the same (Frontiers in Psychology 2015, 01454). So a moment to recover comes after it.
"""

from collections.abc import Iterable
from enum import StrEnum

from simulator.core.conversation.debrief import action_of
from simulator.core.conversation.moment import Moment, Turn
from simulator.core.conversation.session import Session
from simulator.core.scenario.words import EndingKind
from simulator.core.scoring.evidence import Flag
from simulator.core.scoring.rubric import Band, Skill, band_of

_WEAK = (Band.HARMFUL, Band.POOR)


class DoneRight(StrEnum):
    """What can be right in the answers to insults."""

    LIMIT = "limit"
    """Said what has to stop."""
    CALM = "calm"
    """Answered no insult in kind."""
    TASK = "task"
    """Went on with what the customer needed."""
    ENDED = "ended"
    """Ended the contact, and had given a warning before."""


def was_abusive(session: Session) -> bool:
    """Tell whether the customer insulted the trainee in this play, as far as it has come.

    What was heard in turns left behind by rewinding was heard, too.
    """
    return any(_insults(session, moment) for moment in _heard(session))


def needs_recovery(session: Session) -> bool:
    """Tell whether a moment to recover comes next: an abusive contact that is over.

    Once the record after the contact has been begun, that moment has been.
    """
    return session.is_over and session.after is None and was_abusive(session)


def done_right(session: Session) -> tuple[DoneRight, ...]:
    """Name what was right from the first insult on, in the turns that count."""
    turns = tuple(session.turns)
    answers = [turn for turn in turns if _insults(session, turn.before)]
    if not answers:
        return ()
    from_there_on = turns[answers[0].number - 1 :]
    is_so = {
        DoneRight.LIMIT: any(_sets_limit(session, turn) for turn in answers),
        DoneRight.CALM: all(_is_decent(turn, Skill.COURTESY) for turn in answers),
        DoneRight.TASK: any(_goes_on(turn) for turn in from_there_on),
        DoneRight.ENDED: _ended_properly(session, answers[-1]),
    }
    return tuple(done for done, was_done in is_so.items() if was_done)


def _heard(session: Session) -> Iterable[Moment]:
    for turns in (session.turns, *session.branches):
        for turn in turns:
            yield turn.before
            yield turn.after
    yield session.moment


def _insults(session: Session, moment: Moment) -> bool:
    return moment.step_id is not None and session.scenario.steps[moment.step_id].insults


def _is_insult(turn: Turn) -> bool:
    return Flag.INSULT in turn.assessment.rating.flags


def _is_decent(turn: Turn, skill: Skill) -> bool:
    score = turn.assessment.rating.of(skill)
    return not _is_insult(turn) and (score is None or band_of(score) not in _WEAK)


def _sets_limit(session: Session, turn: Turn) -> bool:
    cues = {it.cue for it in turn.assessment.rating.evidence if it.effect == "+"}
    is_said = action_of(session.scenario, turn) == "warn" or "calm-boundary" in cues
    return is_said and not _is_insult(turn)


def _goes_on(turn: Turn) -> bool:
    is_rated = turn.assessment.rating.helpfulness is not None
    return is_rated and _is_decent(turn, Skill.HELPFULNESS) and _is_decent(turn, Skill.COURTESY)


def _ended_properly(session: Session, last_answer: Turn) -> bool:
    ending = session.ending
    return (
        ending is not None
        and ending.kind is not EndingKind.BAD
        and last_answer.after.ending_id is not None
        and action_of(session.scenario, last_answer) == "end"
        and "warn" in last_answer.before.state.did
        and not _is_insult(last_answer)
    )
