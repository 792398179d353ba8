"""What the reply model is asked at a moment of a session."""

from typing import Literal

from simulator.core.conversation.session import Session
from simulator.core.scenario.model import Fact, Scenario
from simulator.core.scoring.context import Checkable, Foreseen, Question, ReplyContext, Said


def _fact_text(fact: Fact) -> str:
    parts = [fact.says, fact.note or ""]
    if fact.costs is not None:
        parts.append(f"Costs {fact.costs:g}.")
    if fact.when:
        parts.append(f"When: {fact.when}.")
    return " ".join(part for part in parts if part)


def _known_facts(session: Session) -> tuple[str, ...]:
    told = set(session.moment.state.told)
    return tuple(
        _fact_text(fact)
        for fact in session.scenario.briefing.facts
        if fact.told == "always" or fact.id in told
    )


def _checkable(session: Session) -> tuple[Checkable, ...]:
    told = set(session.moment.state.told)
    return tuple(
        Checkable(may=fact.may, costs=fact.costs, when=fact.when or "", only_if=fact.only_if or "")
        for fact in session.scenario.briefing.facts
        if fact.may and (fact.told == "always" or fact.id in told)
    )


def _earlier(session: Session) -> tuple[Said, ...]:
    said: list[Said] = []
    for turn in session.turns:
        said.append(Said(who="customer", text=turn.before.meant.text))
        said.append(Said(who="rep", text=turn.text))
    return tuple(said)


def context_of(session: Session) -> ReplyContext:
    """Give what the next reply is read against."""
    customer = session.scenario.customer
    policies = session.scenario.briefing.policies
    return ReplyContext(
        customer_message=session.moment.meant.text,
        customer_name=customer.name,
        address_as=customer.address_as,
        customer_emotion=session.line.feeling.value,
        channel=session.scenario.channel.value,
        facts=_known_facts(session),
        checkable=_checkable(session),
        must_not=tuple(text for policy in policies for text in policy.like),
        earlier=_earlier(session),
        language=session.scenario.language,
    )


def _askable(scenario: Scenario) -> tuple[Foreseen, ...]:
    hidden = (
        Foreseen(id=fact.id, wordings=fact.like)
        for fact in scenario.briefing.facts
        if fact.told == "when_asked" and fact.like
    )
    return (*hidden, *_on_card(scenario, "asks"))


def _on_card(scenario: Scenario, what: Literal["uses", "asks"]) -> tuple[Foreseen, ...]:
    """Ways to use, or to ask for, what stands on the customer's card."""
    return tuple(
        Foreseen(id=entry.id, wordings=wordings)
        for entry in scenario.customer.history
        if entry.id and (wordings := entry.uses if what == "uses" else entry.asks)
    )


def question_of(session: Session) -> Question:
    """Give everything the reply model is asked about the next reply."""
    step, scenario = session.step, session.scenario
    if step is None:
        return Question(context=context_of(session))
    return Question(
        context=context_of(session),
        foreseen=tuple(
            Foreseen(id=reply.id, wordings=(reply.says, *reply.also)) for reply in session.offered
        ),
        needs=(
            *(Foreseen(id=need.id, wordings=need.like) for need in step.needs),
            *(_on_card(scenario, "uses")),
        ),
        askable=_askable(scenario),
        promises=tuple(
            Foreseen(id=promise.id, wordings=promise.like) for promise in scenario.after.promises
        ),
    )
