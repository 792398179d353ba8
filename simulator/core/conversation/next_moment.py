"""What happens next: which reply was given, what it does, and what the customer says then."""

from dataclasses import dataclass, replace

from simulator.core.conversation.chance import drawn
from simulator.core.conversation.customer import (
    CustomerState,
    feeling_at,
    moved,
    temperament_of,
)
from simulator.core.conversation.moment import CustomerLine, Moment, Turn
from simulator.core.scenario.model import Effects, Otherwise, Reply, Scenario, Step
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Flag

WORD_FOR_WORD = 0.97
"""Similarity from which a typed reply is the author's own wording, insult or not."""


@dataclass(frozen=True)
class Circumstances:
    """What conditions can ask about: the customer's state and, after a reply, that reply."""

    state: CustomerState
    step_id: str
    turn: int
    assessment: Assessment | None = None
    read_points: int | None = None

    def value(self, name: str) -> int | float | bool | None:
        """Give the value of a name in a condition; None when it has none yet."""
        if name in ("courtesy", "patience", "helpfulness"):
            rating = self.assessment.rating if self.assessment else None
            score: int | None = getattr(rating, name, None)
            return score
        own: dict[str, int | float | bool | None] = {
            "mood": self.state.mood,
            "trust": self.state.trust,
            "bears_with_us": self.state.bears_with_us,
            "turn": self.turn,
            "visits": self.state.visits.get(self.step_id, 0),
            "read": self.read_points,
        }
        return own[name] if name in own else self.state.variables.get(name)

    def call(self, function: str, argument: str) -> int | float | bool:
        """Give the value of a call in a condition, such as ``asks(payroll)``."""
        if function == "visits":
            return self.state.visits.get(argument, 0)
        found = self.assessment
        holders: dict[str, tuple[str, ...]] = {
            "asks": found.asked if found else (),
            "met": found.needs_met if found else (),
            "told": self.state.told,
            "promised": self.state.promised,
            "gave": self.state.given,
            "seen": tuple(self.state.visits),
        }
        return argument in holders[function]


def circumstances(moment: Moment, turn: int, assessment: Assessment | None = None) -> Circumstances:
    """Gather what conditions can ask about at a moment."""
    return Circumstances(
        state=moment.state,
        step_id=moment.step_id or "",
        turn=turn,
        assessment=assessment,
        read_points=moment.reading.points if moment.reading else None,
    )


def offered(scenario: Scenario, moment: Moment, turn: int) -> tuple[Reply, ...]:
    """Give the author's replies that are open at a moment, in the file's order."""
    if moment.step_id is None:
        return ()
    around = circumstances(moment, turn)
    return tuple(
        reply
        for reply in scenario.steps[moment.step_id].replies
        if not (reply.once and reply.id in moment.state.given)
        and (reply.when is None or reply.when.holds(around))
    )


def first_moment(scenario: Scenario, seed: int) -> Moment:
    """Give the moment at which the customer has just said their first words."""
    start = scenario.customer.state
    state = CustomerState(
        mood=start.mood,
        trust=start.trust,
        bears_with_us=start.bears_with_us,
    ).with_variables(scenario.variables)
    return _entered(scenario, state, scenario.start, seed, said=())


def next_turn(
    scenario: Scenario,
    moment: Moment,
    number: int,
    seed: int,
    reply: tuple[str, str | None, Assessment],
) -> Turn:
    """Work out what one reply leads to.

    Args:
        scenario: the scenario being played.
        moment: where the contact stands.
        number: the number of the turn, from 1.
        seed: the seed of the play.
        reply: the reply's text, the id of the reply chosen (None when typed), its assessment.
    """
    text, chosen, assessment = reply
    given = _given(offered(scenario, moment, number), chosen, assessment)
    path = given or _fallback(scenario, moment, number, assessment)
    told = _newly_told(scenario, moment.state, path, assessment)
    state = _state_after(scenario, moment, seed, path, assessment)
    state = replace(
        state,
        told=(*state.told, *told),
        given=(*state.given, given.id) if given else state.given,
        promised=(*state.promised, *(p for p in assessment.promised if p not in state.promised)),
    )
    state = _with_variables(state, path.then, circumstances(moment, number, assessment))
    said = _said_first(scenario, path, told)
    after = _moved_on(scenario, moment, state, path, seed, said)
    return Turn(
        number=number,
        before=moment,
        text=text,
        chosen=chosen,
        assessment=assessment,
        reply_id=given.id if given else None,
        told=told,
        after=after,
    )


def _given(replies: tuple[Reply, ...], chosen: str | None, assessment: Assessment) -> Reply | None:
    """The author's reply that was given: the one chosen, else the one matched.

    An insult wrapped into a foreseen reply is no longer that reply.
    """
    wanted = chosen
    if wanted is None:
        insulted = Flag.INSULT in assessment.rating.flags
        verbatim = assessment.similarity >= WORD_FOR_WORD
        wanted = assessment.matched if verbatim or not insulted else None
    return next((reply for reply in replies if reply.id == wanted), None)


def _fallback(scenario: Scenario, moment: Moment, turn: int, assessment: Assessment) -> Otherwise:
    step = scenario.steps[moment.step_id or ""]
    around = circumstances(moment, turn, assessment)
    # The checks see to it that the last way out has no condition.
    return next(
        (way for way in step.otherwise if way.when is None or way.when.holds(around)),
        step.otherwise[-1],
    )


def _newly_told(
    scenario: Scenario, state: CustomerState, path: Reply | Otherwise, assessment: Assessment
) -> tuple[str, ...]:
    """Name the hidden facts that the customer tells now; nobody opens up to an insult."""
    if Flag.INSULT in assessment.rating.flags:
        return ()
    return tuple(
        fact.id
        for fact in scenario.briefing.facts
        if fact.told == "when_asked"
        and fact.id in assessment.asked
        and fact.id not in state.told
        and not _takes_offence(path, fact.id)
    )


def _takes_offence(path: Reply | Otherwise, fact_id: str) -> bool:
    """Whether the customer goes this way because of the tone, not because of what was asked."""
    if isinstance(path, Reply) or path.when is None:
        return False
    return "courtesy" in path.when.names() and ("asks", fact_id) not in path.when.calls()


def _state_after(
    scenario: Scenario,
    moment: Moment,
    seed: int,
    path: Reply | Otherwise,
    assessment: Assessment,
) -> CustomerState:
    customer = scenario.customer
    return moved(
        moment.state,
        path.then,
        temperament_of(customer, seed),
        assessment.rating,
        customer.wants,
    )


def _with_variables(state: CustomerState, effects: Effects, around: Circumstances) -> CustomerState:
    worked_out = {name: formula.value(around) for name, formula in effects.set.items()}
    return state.with_variables({k: v for k, v in worked_out.items() if v is not None})


def _said_first(
    scenario: Scenario, path: Reply | Otherwise, told: tuple[str, ...]
) -> tuple[str, ...]:
    """What the customer says before the next step's own line: what was asked, then the answer."""
    own = path.answer if isinstance(path, Reply) else path.says
    spoken_of = {
        fact
        for function, fact in (path.when.calls() if path.when else ())
        if function == "asks" and own
    }
    facts = (scenario.fact(fact_id) for fact_id in told if fact_id not in spoken_of)
    return tuple(fact.tells for fact in facts if fact.tells) + ((own,) if own else ())


def _moved_on(
    scenario: Scenario,
    moment: Moment,
    state: CustomerState,
    path: Reply | Otherwise,
    seed: int,
    said: tuple[str, ...],
) -> Moment:
    target = scenario.gives_up if state.bears_with_us == 0 else path.goes
    if target in scenario.endings:
        ending = scenario.endings[target]
        text = " ".join((*said, ending.says)) if target == path.goes else ending.says
        return Moment(state=state, line=CustomerLine(text, ending.feels), ending_id=target)
    return _entered(scenario, state, target, seed, said, stays=target == moment.step_id)


def _entered(
    scenario: Scenario,
    state: CustomerState,
    step_id: str,
    seed: int,
    said: tuple[str, ...],
    *,
    stays: bool = False,
) -> Moment:
    step = scenario.steps[step_id]
    state = state.with_visit(step_id)
    state = moved(state, step.then, temperament_of(scenario.customer, seed))
    around = Circumstances(state=state, step_id=step_id, turn=0)
    state = _with_variables(state, step.then, around)
    # At the same step again, a customer who has just answered does not say their line twice.
    own = () if stays and said else (_line(step, state, step_id, seed),)
    feeling = step.feels if step.feels and not stays else None
    return Moment(
        state=state,
        line=CustomerLine(
            " ".join((*said, *own)), feeling or feeling_at(scenario.customer, state.mood)
        ),
        step_id=step_id,
        read_done=step.read is None or stays,
    )


def _line(step: Step, state: CustomerState, step_id: str, seed: int) -> str:
    visit = state.visits.get(step_id, 0)
    around = Circumstances(state=state, step_id=step_id, turn=0)
    wordings = next((other.says for other in step.says_if if other.when.holds(around)), step.says)
    return drawn(wordings, seed, f"line/{step_id}/{visit}")
