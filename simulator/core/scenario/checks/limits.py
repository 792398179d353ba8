"""Finds limits that lead nowhere, silences with words to spare, and contacts ended too soon."""

from collections.abc import Iterator, Mapping

from simulator.core.scenario.checks.walked import Walked
from simulator.core.scenario.faults import Fault
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.words import EndingKind


def limit_faults(found: Walked) -> Iterator[Fault]:
    """Yield faults of ``at_most``, of silences, and of replies that end the contact."""
    scenario = found.scenario
    for step_id, step in scenario.steps.items():
        path = ("steps", step_id)
        if step.at_most is not None and step.at_most.goes == step_id:
            message = f"the limit of “{step_id}” leads back to “{step_id}”"
            remedy = "Let it lead to another step, or to an ending."
            yield Fault("RS331", (*path, "at_most", "goes"), message, remedy)
        silence = step.silence
        if silence is not None and not scenario.channel.notices_silence:
            message = f"by “{scenario.channel}” nobody speaks up after a minute without an answer"
            remedy = "Take it away; let the customer say in “says” how long they waited."
            yield Fault("RS332", (*path, "silence"), message, remedy, at_name=True)
        elif silence is not None and len(silence.says) > silence.at_most:
            message = (
                f"the customer asks {silence.at_most} times at most, "
                f"so this line, number {silence.at_most + 1}, is never said"
            )
            remedy = f"Take it away, or write at_most: {len(silence.says)}."
            yield Fault("RS332", (*path, "silence", "says", silence.at_most), message, remedy)
    yield from _ended_unwarned(scenario)


def _ended_unwarned(scenario: Scenario) -> Iterator[Fault]:
    if not any(it.does == "end" for step in scenario.steps.values() for it in step.replies):
        return
    warned = _steps_after_a_warning(scenario)
    for step_id, step in scenario.steps.items():
        for place, reply in enumerate(step.replies):
            if reply.does != "end":
                continue
            endings = (scenario.endings.get(target) for target in reply.leads_to)
            ends_well = any(it is not None and it.kind is EndingKind.GOOD for it in endings)
            if ends_well and step_id not in warned:
                path = ("steps", step_id, "replies", place, "does")
                message = "this ends the contact well, though no warning can have gone before"
                remedy = "Offer a reply with “does: warn” earlier, or let this lead elsewhere."
                yield Fault("RS335", path, message, remedy)


def _steps_after_a_warning(scenario: Scenario) -> set[str]:
    routes: Mapping[str, list[str]] = {
        step_id: [target for it in step.replies for target in it.leads_to]
        + [it.goes for it in step.otherwise]
        for step_id, step in scenario.steps.items()
    }
    all_replies = (reply for step in scenario.steps.values() for reply in step.replies)
    met = {target for it in all_replies if it.does == "warn" for target in it.leads_to}
    waiting = list(met)
    while waiting:
        new = set(routes.get(waiting.pop(), ())) - met
        met |= new
        waiting.extend(new)
    return met
