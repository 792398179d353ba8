"""Finds endings whose kind contradicts how the customer feels when they are reached."""

from collections import Counter
from collections.abc import Iterator
from math import ceil, floor
from typing import NamedTuple

from simulator.core.scenario.checks.walked import Walked
from simulator.core.scenario.faults import Fault
from simulator.core.scenario.model import Ending, Scenario, Step
from simulator.core.scenario.words import EndingKind, Feeling

LOWEST_FOR_GOOD = 35
"""The mood that a good ending must be able to reach, 0 to 100."""

HIGHEST_FOR_BAD = 65
"""The mood that a bad ending must be able to fall to, 0 to 100."""

_MOST_IN_A_TURN = 25
_MOST_LOOKS = 10
"""After how many looks at a place any mood is taken for possible, so that loops come to an end."""

_GAINS = {True: (0.7, 1.3), False: (2.0, 0.5)}
"""The factors of a temperament for moves up and down, the one for the lower mood first."""

_UNFIT = {
    EndingKind.GOOD: {Feeling.ANGRY, Feeling.FRUSTRATED, Feeling.DISAPPOINTED},
    EndingKind.BAD: {Feeling.PLEASED, Feeling.DELIGHTED, Feeling.RELIEVED},
}


class _Moods(NamedTuple):
    """The lowest and highest mood the customer can have at a place."""

    lowest: int
    highest: int

    def moved(self, shift: int | None) -> "_Moods":
        """Move by what the author wrote; None, left to the scores, may be anything in a turn."""
        if shift is None:
            return self._within(-_MOST_IN_A_TURN, _MOST_IN_A_TURN)
        low, high = _GAINS[shift >= 0]
        return self._within(floor(shift * low), ceil(shift * high))

    def _within(self, down: int, up: int) -> "_Moods":
        down, up = max(down, -_MOST_IN_A_TURN), min(up, _MOST_IN_A_TURN)
        return _Moods(max(0, self.lowest + down), min(100, self.highest + up))

    def joined(self, other: "_Moods") -> "_Moods":
        return _Moods(min(self.lowest, other.lowest), max(self.highest, other.highest))


def outcome_faults(found: Walked) -> Iterator[Fault]:
    """Yield a warning for each ending that cannot be what it says."""
    scenario = found.scenario
    moods = _moods_at_endings(scenario)
    for ending_id, ending in scenario.endings.items():
        path = ("endings", ending_id)
        if ending.feels in _UNFIT.get(ending.kind, ()):
            message = f"the ending is {ending.kind}, but the customer is {ending.feels} at the end"
            remedy = "Change the kind of the ending, or what the customer feels."
            yield Fault("RS408", (*path, "feels"), message, remedy)
        reached = _contradiction(ending, moods.get(ending_id))
        if reached and ending_id != scenario.gives_up:
            message = f"“{ending_id}” is a {ending.kind} ending, but {reached} by your replies"
            remedy = "Change its kind, the effects on the way, or the replies that lead here."
            yield Fault("RS407", (*path, "kind"), message, remedy)


def _contradiction(ending: Ending, moods: _Moods | None) -> str:
    if moods is None:
        return ""
    if ending.kind is EndingKind.GOOD and moods.highest < LOWEST_FOR_GOOD:
        return f"it is reached with a mood of {moods.highest} at most"
    if ending.kind is EndingKind.BAD and moods.lowest > HIGHEST_FOR_BAD:
        return f"it is reached with a mood of {moods.lowest} at least"
    return ""


def _moods_at_endings(scenario: Scenario) -> dict[str, _Moods]:
    """Follow the author's replies from the start until no place is met in another mood."""
    mood = scenario.customer.state.mood
    met = {scenario.start: _Moods(mood, mood)}
    looks: Counter[str] = Counter()
    waiting = {scenario.start: None}
    open_questions = _endings_to_prove(scenario)
    while waiting:
        step_id, _ = waiting.popitem()
        step = scenario.steps.get(step_id)
        looks[step_id] += 1
        if looks[step_id] == _MOST_LOOKS:
            met[step_id] = _Moods(0, 100)
        for target, moods in _ways_on(step, met[step_id]) if step else ():
            known = met.get(target)
            joined = moods if known is None else known.joined(moods)
            if joined != known:
                met[target] = joined
                waiting[target] = None
                if target in open_questions and not _contradiction(open_questions[target], joined):
                    # Moods at a place only become more, so what fits once fits for good.
                    del open_questions[target]
        if not open_questions:
            break
    return {place: moods for place, moods in met.items() if place in scenario.endings}


def _endings_to_prove(scenario: Scenario) -> dict[str, Ending]:
    return {
        ending_id: ending
        for ending_id, ending in scenario.endings.items()
        if ending.kind is not EndingKind.MEDIUM and ending_id != scenario.gives_up
    }


def _ways_on(step: Step, before: _Moods) -> Iterator[tuple[str, _Moods]]:
    if step.at_most is not None:
        yield step.at_most.goes, before
    here = before.joined(before.moved(step.then.mood or 0))
    if step.silence is not None:
        for _ in range(step.silence.at_most):
            here = here.joined(here.moved(step.silence.then.mood or 0))
        if step.silence.goes is not None:
            yield step.silence.goes, here
    for reply in step.replies:
        for target in reply.leads_to:
            yield target, here.moved(reply.then.mood)
