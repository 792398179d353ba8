"""Finds needs that neither the author's replies nor the model answer meet."""

from collections.abc import Iterator

from simulator.core.scenario.checks.walked import Walked
from simulator.core.scenario.checks.wording import meanings
from simulator.core.scenario.faults import Fault
from simulator.core.scenario.model import Need, Step

LEAST_IN_COMMON = 0.2
"""The share of a wording's words that matter which an answer that comes near it has."""

MOST_ANSWERS = 60
"""More answers to one step are taken together: comparing each with each would take too long."""


def need_faults(found: Walked) -> Iterator[Fault]:
    """Yield a warning for each need with hardly a word in common with any answer to its step."""
    scenario = found.scenario
    for step_id, step in scenario.steps.items():
        answers = [meanings(text) for text in _answers(step)] if step.needs else []
        if len(answers) > MOST_ANSWERS:
            answers = [frozenset().union(*answers)]
        for place, need in enumerate(step.needs):
            if not _is_met(need, answers):
                path = ("steps", step_id, "needs", place)
                message = f"neither a reply nor “better” comes near the need “{need.id}”"
                remedy = "Add the wording of a reply that meets it to “like”, or meet it in one."
                yield Fault("RS342", path, message, remedy)


def _answers(step: Step) -> Iterator[str]:
    yield step.better
    for reply in step.replies:
        yield reply.says
        yield from reply.also


def _is_met(need: Need, answers: list[frozenset[str]]) -> bool:
    """Tell whether an answer shares words that matter with a wording of the need.

    Whether an answer really meets a need is for the reply model to say; with hardly a word in
    common it cannot. A wording of little words only is left to the model altogether.
    """
    wordings = [meanings(wording) for wording in need.like]
    return any(
        len(wording & answer) >= LEAST_IN_COMMON * len(wording)
        for wording in wordings
        for answer in answers
    )
