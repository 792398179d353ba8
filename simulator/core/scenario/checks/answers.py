"""Finds wordings that give a choice away or blur it: copies, twins, hints that tell all."""

from collections.abc import Iterator
from functools import lru_cache

from simulator.core.scenario.checks.walked import Walked, gain
from simulator.core.scenario.checks.wording import (
    Wording,
    copies,
    letters,
    meanings,
    plain,
    words,
)
from simulator.core.scenario.faults import Fault, Path
from simulator.core.scenario.model import Reply, Step

LONGEST_RUN = 6
"""A hint that repeats this many words of the best reply in a row gives it away."""

MOST_TOLD = 0.75
"""A hint that holds this share of the best reply's words that matter gives it away."""

_FEWEST_MEANINGS = 4


def answer_faults(found: Walked) -> Iterator[Fault]:
    """Yield warnings about replies, model answers and hints that are worded too much alike."""
    answers: list[tuple[Path, Wording]] = []
    for step_id, step in found.scenario.steps.items():
        path, best, better = ("steps", step_id), found.best[step_id], Wording.of(step.better)
        answers.append(((*path, "better"), better))
        if len({letters(reply.says) for reply in step.replies}) < len(step.replies):
            yield from _same_words(path, step)
        if _is_told_by_the_hint(step, best):
            message = "the hint says the answer itself"
            remedy = "Point to what the customer needs, and leave the words to the trainee."
            yield Fault("RS414", (*path, "hint"), message, remedy)
        yield from _answers_at_odds(path, step, best, better)
    yield from _copied_answers(answers)


def _same_words(path: Path, step: Step) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for place, reply in enumerate(step.replies):
        twin = first.setdefault(plain(reply.says), reply.id)
        if twin != reply.id:
            message = f"“{reply.id}” says word for word what “{twin}” says"
            remedy = "Word them apart: a trainee cannot choose between them."
            yield Fault("RS412", (*path, "replies", place, "says"), message, remedy)


def _is_told_by_the_hint(step: Step, best: Reply | None) -> bool:
    hint = step.hint
    return _gives_away(hint, step.better) or (best is not None and _gives_away(hint, best.says))


def _gives_away(hint: str, answer: str) -> bool:
    told, runs = _told_by(hint)
    lower = answer.lower().replace("’", "'")
    # Far quicker than to cut the answer into words, and hardly a hint passes it.
    if sum([meaning in lower for meaning in told]) >= MOST_TOLD * _FEWEST_MEANINGS:
        matter = meanings(answer)
        if len(matter) >= _FEWEST_MEANINGS and len(matter & told) >= MOST_TOLD * len(matter):
            return True
    if not runs:
        return False
    said = f" {plain(answer)} "
    return any(run in said for run in runs)


@lru_cache(maxsize=64)
def _told_by(hint: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Give what a hint is about, and its runs of words between blanks."""
    said = words(hint)
    starts = range(len(said) - LONGEST_RUN + 1)
    runs = tuple([f" {' '.join(said[at : at + LONGEST_RUN])} " for at in starts])
    return meanings(hint), runs


def _answers_at_odds(
    path: Path, step: Step, best: Reply | None, better: Wording
) -> Iterator[Fault]:
    harmful = [it for it in step.replies if gain(it.then) < 0 and it is not best]
    if not harmful and step.worse is None:
        return
    for reply in harmful:
        if better.is_like(Wording.of(reply.says)):
            message = f"the model answer is worded like “{reply.id}”, which does harm"
            remedy = "Write another model answer, or correct the effects of the reply."
            yield Fault("RS415", (*path, "better"), message, remedy)
    if step.worse is None:
        return
    worse = Wording.of(step.worse)
    if better.is_like(worse) or (best is not None and Wording.of(best.says).is_like(worse)):
        message = "the bad answer is worded like a good one"
        remedy = "Write a bad answer that a decent trainee might give."
        yield Fault("RS416", (*path, "worse"), message, remedy)


def _copied_answers(answers: list[tuple[Path, Wording]]) -> Iterator[Fault]:
    for path, earlier in copies(answers):
        message = f"the model answer is nearly the one of the step “{earlier[1]}”"
        remedy = "Answer what the customer says here, in words of its own."
        yield Fault("RS413", path, message, remedy)
