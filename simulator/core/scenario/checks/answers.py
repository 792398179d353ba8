"""Finds wordings that give a choice away or blur it: copies, twins, hints that tell all."""

from collections.abc import Iterator
from functools import lru_cache

from simulator.core.scenario.checks.smells import best_reply, gain
from simulator.core.scenario.checks.wording import copies, copy_test, meanings, plain, words
from simulator.core.scenario.faults import Fault, Path
from simulator.core.scenario.model import Scenario, Step

LONGEST_RUN = 6
"""A hint that repeats this many words of the best reply in a row gives it away."""

MOST_TOLD = 0.75
"""A hint that holds this share of the best reply's words that matter gives it away."""

_FEWEST_MEANINGS = 4


def answer_faults(scenario: Scenario) -> Iterator[Fault]:
    """Yield warnings about replies, model answers and hints that are worded too much alike."""
    for step_id, step in scenario.steps.items():
        path = ("steps", step_id)
        yield from _same_words(path, step)
        yield from _told_by_the_hint(path, step)
        yield from _answers_at_odds(path, step)
    yield from _copied_answers(scenario)


def _same_words(path: Path, step: Step) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for place, reply in enumerate(step.replies):
        twin = first.setdefault(plain(reply.says), reply.id)
        if twin != reply.id:
            message = f"“{reply.id}” says word for word what “{twin}” says"
            remedy = "Word them apart: a trainee cannot choose between them."
            yield Fault("RS412", (*path, "replies", place, "says"), message, remedy)


def _told_by_the_hint(path: Path, step: Step) -> Iterator[Fault]:
    best = best_reply(step)
    answers = (step.better, best.says) if best else (step.better,)
    if any(_gives_away(step.hint, answer) for answer in answers):
        message = "the hint says the answer itself"
        remedy = "Point to what the customer needs, and leave the words to the trainee."
        yield Fault("RS414", (*path, "hint"), message, remedy)


def _gives_away(hint: str, answer: str) -> bool:
    matter = meanings(answer)
    if len(matter) >= _FEWEST_MEANINGS and len(matter & meanings(hint)) >= MOST_TOLD * len(matter):
        return True
    return not _runs(words(hint)).isdisjoint(_runs(words(answer)))


@lru_cache(maxsize=64)
def _runs(said: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(said[at : at + LONGEST_RUN] for at in range(len(said) - LONGEST_RUN + 1))


def _answers_at_odds(path: Path, step: Step) -> Iterator[Fault]:
    best, is_better = best_reply(step), copy_test(step.better)
    for reply in step.replies:
        if gain(reply.then) < 0 and reply is not best and is_better(reply.says):
            message = f"the model answer is worded like “{reply.id}”, which does harm"
            remedy = "Write another model answer, or correct the effects of the reply."
            yield Fault("RS415", (*path, "better"), message, remedy)
    if step.worse is None:
        return
    if is_better(step.worse) or (best is not None and copy_test(best.says)(step.worse)):
        message = "the bad answer is worded like a good one"
        remedy = "Write a bad answer that a decent trainee might give."
        yield Fault("RS416", (*path, "worse"), message, remedy)


def _copied_answers(scenario: Scenario) -> Iterator[Fault]:
    answers: list[tuple[Path, str]] = [
        (("steps", step_id, "better"), step.better) for step_id, step in scenario.steps.items()
    ]
    for path, earlier in copies(answers):
        message = f"the model answer is nearly the one of the step “{earlier[1]}”"
        remedy = "Answer what the customer says here, in words of its own."
        yield Fault("RS413", path, message, remedy)
