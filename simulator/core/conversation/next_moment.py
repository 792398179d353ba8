"""What happens next: which reply was given, what it does, and what the customer says then."""

from collections.abc import Iterable

from msgspec.structs import replace

from simulator.core.conversation.chance import drawn
from simulator.core.conversation.circumstances import Circumstances, circumstances
from simulator.core.conversation.contact import Contact
from simulator.core.conversation.customer import CustomerState, Heard, feeling_at, moved
from simulator.core.conversation.moment import CustomerLine, Moment, Turn
from simulator.core.scenario.model import (
    NO_EFFECTS,
    Effects,
    Otherwise,
    Reply,
    SaysIf,
    Scenario,
    Silence,
    Step,
)
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Flag

WORD_FOR_WORD = 0.97
"""Similarity from which a typed reply is the author's own wording, insult or not."""


def offered(contact: Contact, moment: Moment, turn: int) -> tuple[Reply, ...]:
    """Give the author's replies that are open at a moment, in the file's order."""
    if moment.step_id is None:
        return ()
    replies = contact.scenario.steps[moment.step_id].replies
    around = None
    open_replies = []
    for reply in replies:
        if reply.once and reply.id in moment.state.given:
            continue
        if reply.when is not None:
            around = around or circumstances(contact, moment, turn)
            if not reply.when.holds(around):
                continue
        open_replies.append(reply)
    return tuple(open_replies)


def first_moment(contact: Contact) -> Moment:
    """Give the moment at which the customer has just said their first words."""
    return _entered(contact, contact.first_state(), contact.scenario.start)


def next_turn(
    contact: Contact,
    moment: Moment,
    number: int,
    reply: tuple[str, str | None, Assessment],
    replies: tuple[Reply, ...],
) -> Turn:
    """Work out what one reply leads to.

    Args:
        contact: the scenario being played, with its seed.
        moment: where the contact stands.
        number: the number of the turn, from 1.
        reply: the reply's text, the id of the reply chosen (None when typed), its assessment.
        replies: the author's replies that are on offer now.
    """
    text, chosen, assessment = reply
    path = way_taken(contact, moment, number, reply, replies)
    given = path if isinstance(path, Reply) else None
    told: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    if assessment.asked:
        told = _newly_told(contact, moment.state, path, assessment)
        known = tuple(it for it in assessment.asked if it in contact.card_ids)
    state = _state_after(contact, moment, path, assessment, len(known))
    state = _with_record(contact, state, given, told, assessment)
    state = _with_effects(state, path.then, contact, moment, number, assessment)
    said = _said_first(contact.scenario, path, told)
    goes = path.goes
    if given and given.goes_if:
        goes = _way_on(contact, given, moment, state, number, assessment)
    after = _moved_on(contact, moment, state, goes, said)
    reply_id = given.id if given else None
    return Turn(number, moment, text, chosen, assessment, reply_id, told, after, known)


def _way_on(
    contact: Contact,
    given: Reply,
    moment: Moment,
    state: CustomerState,
    number: int,
    assessment: Assessment,
) -> str:
    """Where a reply leads by the state in which it leaves the customer."""
    around = replace(circumstances(contact, moment, number, assessment), state=state)
    return next((way.goes for way in given.goes_if if way.when.holds(around)), given.goes)


def way_taken(
    contact: Contact,
    moment: Moment,
    number: int,
    reply: tuple[str, str | None, Assessment],
    replies: tuple[Reply, ...],
) -> Reply | Otherwise:
    """Give the author's reply that was given, else the first other way that holds.

    The arguments are those of ``next_turn``; without any replies on offer, the other way is given.
    """
    _, chosen, assessment = reply
    given = _given(replies, chosen, assessment)
    return given or _fallback(contact, moment, number, assessment)


def entered_at(contact: Contact, state: CustomerState, step_id: str) -> Moment:
    """Give the moment at which a customer in some state comes to a step, from wherever."""
    return _entered(contact, state, step_id)


def after_silence(contact: Contact, moment: Moment) -> Moment | None:
    """Give the moment after the trainee has said nothing for a while.

    Returns:
        None where the customer waits in silence: the author wrote nothing, or all has been said.
    """
    silence = contact.scenario.steps[moment.step_id or ""].silence
    waited = moment.state.silences
    if silence is None or waited >= silence.at_most:
        return None
    state = moved(moment.state, silence.then, contact.temperament)
    state = replace(state, silences=waited + 1)
    state = _with_effects(state, silence.then, contact, moment, 0, None)
    before = moment.lines
    words = silence.says[min(waited, len(silence.says) - 1)]
    if state.bears_with_us == 0 or (silence.goes and waited + 1 >= silence.at_most):
        goes = silence.goes or contact.scenario.gives_up
        after = _moved_on(contact, moment, state, goes, (words,))
        return replace(after, said_before=before)
    line = replace(moment.line, text=words, messages=(), asks_again=True)
    return replace(moment, state=state, line=line, said_before=before)


def silence_of(contact: Contact, moment: Moment) -> Silence | None:
    """Give what the customer would do if nothing came back now; None if they would only wait."""
    if moment.step_id is None or not contact.scenario.channel.notices_silence:
        return None
    silence = contact.scenario.steps[moment.step_id].silence
    return silence if silence and moment.state.silences < silence.at_most else None


def _given(replies: tuple[Reply, ...], chosen: str | None, assessment: Assessment) -> Reply | None:
    """The author's reply that was given: the one chosen, else the one matched.

    An insult wrapped into a foreseen reply is no longer that reply.
    """
    wanted = chosen
    if wanted is None:
        insulted = Flag.INSULT in assessment.rating.flags
        verbatim = assessment.similarity >= WORD_FOR_WORD
        wanted = assessment.matched if verbatim or not insulted else None
    if wanted is None:
        return None
    for reply in replies:
        if reply.id == wanted:
            return reply
    return None


def _fallback(contact: Contact, moment: Moment, turn: int, assessment: Assessment) -> Otherwise:
    step = contact.scenario.steps[moment.step_id or ""]
    around = circumstances(contact, moment, turn, assessment)
    # The checks see to it that the last way out has no condition.
    return next(
        (way for way in step.otherwise if way.when is None or way.when.holds(around)),
        step.otherwise[-1],
    )


def _newly_told(
    contact: Contact, state: CustomerState, path: Reply | Otherwise, assessment: Assessment
) -> tuple[str, ...]:
    """Name the hidden facts that the customer tells now; nobody opens up to an insult."""
    if Flag.INSULT in assessment.rating.flags:
        return ()
    return tuple(
        fact_id
        for fact_id in contact.hidden_facts
        if fact_id in assessment.asked
        and fact_id not in state.told
        and not _takes_offence(path, fact_id)
    )


def _takes_offence(path: Reply | Otherwise, fact_id: str) -> bool:
    """Whether the customer goes this way because of the tone, not because of what was asked."""
    if isinstance(path, Reply) or path.when is None:
        return False
    return "courtesy" in path.when.names() and ("asks", fact_id) not in path.when.calls()


def _newly_used(contact: Contact, state: CustomerState, assessment: Assessment) -> tuple[str, ...]:
    """Name the entries of the card that the reply draws on for the first time."""
    if not assessment.needs_met or not contact.card_ids:
        return ()
    return tuple(
        dict.fromkeys(
            it for it in assessment.needs_met if it in contact.card_ids and it not in state.used
        )
    )


def _state_after(
    contact: Contact,
    moment: Moment,
    path: Reply | Otherwise,
    assessment: Assessment,
    asked_known: int,
) -> CustomerState:
    needs = contact.scenario.steps[moment.step_id or ""].needs
    met = sum(need.id in assessment.needs_met for need in needs) if assessment.needs_met else 0
    used_card = len(_newly_used(contact, moment.state, assessment))
    heard = Heard(assessment.rating, met, len(needs) - met, asked_known, used_card)
    wants = contact.scenario.customer.wants
    return moved(moment.state, path.then, contact.temperament, heard, wants)


def _with_record(
    contact: Contact,
    state: CustomerState,
    given: Reply | None,
    told: tuple[str, ...],
    assessment: Assessment,
) -> CustomerState:
    """Keep what was given, told, promised, used and done; a reply ends the silence."""
    counts, did = state.given, state.did
    if given is not None:
        counts = counts.with_one(given.id)
        if given.does and given.does not in did:
            did = (*did, given.does)
    promised, used = state.promised, _newly_used(contact, state, assessment)
    if assessment.promised:
        promised = _with_new(promised, assessment.promised)
    return replace(
        state,
        given=counts,
        did=did,
        told=(*state.told, *told) if told else state.told,
        promised=promised,
        used=(*state.used, *used) if used else state.used,
        silences=0,
    )


def _with_new(known: tuple[str, ...], came: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *came)))


def _with_effects(
    state: CustomerState,
    effects: Effects,
    contact: Contact,
    moment: Moment,
    turn: int,
    assessment: Assessment | None,
) -> CustomerState:
    """Set variables by what held before the reply; open and close topics, note what to remember."""
    if effects.set:
        state = _with_set(state, effects, circumstances(contact, moment, turn, assessment))
    return _with_notes(state, effects)


def _with_set(state: CustomerState, effects: Effects, around: Circumstances) -> CustomerState:
    variables = dict(state.variables)
    for name, formula in effects.set.items():
        value = formula.value(around)
        if value is not None:
            variables[name] = value
    return replace(state, variables=variables)


def _with_notes(state: CustomerState, effects: Effects) -> CustomerState:
    if effects.opens or effects.closes:
        topics = dict.fromkeys(effects.opens, True) | dict.fromkeys(effects.closes, False)
        state = replace(state, topics={**state.topics, **topics})
    if effects.remember:
        state = replace(state, remembered=_with_new(state.remembered, effects.remember))
    return state


def _said_first(
    scenario: Scenario, path: Reply | Otherwise, told: tuple[str, ...]
) -> tuple[str, ...]:
    """What the customer says before the next step's own line: what was asked, then the answer."""
    own = path.answer if isinstance(path, Reply) else path.says
    if not told:
        return (own,) if own else ()
    spoken_of = {
        fact
        for function, fact in (path.when.calls() if path.when else ())
        if function == "asks" and own
    }
    facts = (scenario.fact(fact_id) for fact_id in told if fact_id not in spoken_of)
    return tuple(fact.tells for fact in facts if fact.tells) + ((own,) if own else ())


def _moved_on(
    contact: Contact, moment: Moment, state: CustomerState, goes: str, said: tuple[str, ...]
) -> Moment:
    scenario = contact.scenario
    target = scenario.gives_up if state.bears_with_us == 0 else _within_limit(scenario, state, goes)
    ending = scenario.endings.get(target)
    if ending is None:
        return _entered(contact, state, target, said, stays=target == moment.step_id)
    text = " ".join((*said, ending.says)) if target == goes else ending.says
    if ending.remember:
        state = replace(state, remembered=_with_new(state.remembered, ending.remember))
    return Moment(state, CustomerLine(text, ending.feels), ending_id=target)


def _within_limit(scenario: Scenario, state: CustomerState, target: str) -> str:
    """Give the target, or what comes instead of entering a step once too often."""
    entered = scenario.steps.get(target)
    if entered is None or entered.at_most is None:
        return target
    # Each limit leads to a step entered less often or to an ending, and none is followed twice.
    followed: set[str] = set()
    while target not in followed:
        step = scenario.steps.get(target)
        limit = step.at_most if step else None
        if limit is None or state.visits.get(target, 0) < limit.visits:
            return target
        followed.add(target)
        target = limit.goes
    return scenario.gives_up


def _entered(
    contact: Contact,
    state: CustomerState,
    step_id: str,
    said: tuple[str, ...] = (),
    *,
    stays: bool = False,
) -> Moment:
    step = contact.scenario.steps[step_id]
    state = state.with_visit(step_id)
    effects = step.then
    if effects is not NO_EFFECTS:
        if effects.moves_the_customer:
            state = moved(state, effects, contact.temperament)
        if effects.set:
            state = _with_set(state, effects, Circumstances(contact, state, step_id, 0))
        state = _with_notes(state, effects)
    words = _words(contact, step, state, step_id)
    # At the same step again, a customer who has just answered does not say their line twice.
    repeats = stays and bool(said)
    own = () if repeats else (_wording(contact, words.says, state, step_id),)
    feeling = None if stays else step.feels
    text = " ".join((*said, *own))
    messages: tuple[str, ...] = ()
    if words.messages and not repeats:
        messages = (text, *words.messages)
        text = " ".join(messages)
    line = CustomerLine(
        text,
        feeling or feeling_at(contact.scenario.customer, state.mood),
        messages,
        drawn(step.thinks, contact.seed, f"thought/{step_id}") if step.thinks else "",
    )
    return Moment(state, line, step_id, read_done=step.read is None or stays)


def _words(contact: Contact, step: Step, state: CustomerState, step_id: str) -> Step | SaysIf:
    if not step.says_if:
        return step
    around = Circumstances(contact, state, step_id, 0)
    return next((other for other in step.says_if if other.when.holds(around)), step)


def _wording(
    contact: Contact, wordings: tuple[str, ...], state: CustomerState, step_id: str
) -> str:
    if len(wordings) == 1:
        return wordings[0]
    return drawn(wordings, contact.seed, f"line/{step_id}/{state.visits.get(step_id, 0)}")
