"""Which contacts a shift has, and in which order: tracks take turns, levels rise gently."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from simulator.core.conversation.chance import number_drawn, shuffled
from simulator.core.errors import ScenarioError
from simulator.core.progress.shift.plan import PlannedContact
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.words import Track

_KEPT_APART = 2
"""How many contacts lie between two of the same person, where that can be had."""

_SEEDS = 2**31


def planned(
    scenarios: Iterable[Scenario],
    length: int,
    seed: int,
    lost: frozenset[str] = frozenset(),
) -> tuple[PlannedContact, ...]:
    """Choose the contacts of a shift and put them in order.

    Nobody comes twice before everybody has come once; in a small library people come again, with
    another seed. Two contacts of one track follow each other only where it cannot be avoided.

    Args:
        scenarios: those there are to choose from.
        length: how many contacts.
        seed: the same seed and scenarios give the same contacts.
        lost: the personas of people who have gone to a rival; they do not come.

    Raises:
        ScenarioError: there is no scenario to choose.
    """
    there = sorted((s for s in scenarios if s.persona not in lost), key=lambda s: s.id)
    if not there:
        raise ScenarioError("There is no scenario to make a shift of. Add one, then start again.")
    ordered = _interleaved(_chosen(there, length, seed))
    return tuple(
        PlannedContact(
            scenario_id=scenario.id,
            level=scenario.level,
            seed=number_drawn(seed, f"contact/{number}") % _SEEDS,
        )
        for number, scenario in enumerate(ordered, 1)
    )


def _chosen(there: Sequence[Scenario], length: int, seed: int) -> list[Scenario]:
    """Choose round by round, one scenario a person, so that the tracks are mixed in each."""
    chosen: list[Scenario] = []
    used: Counter[str] = Counter()
    round_number = 0
    while len(chosen) < length:
        round_number += 1
        mixed = sorted(
            shuffled(there, seed, f"shift/{round_number}"), key=lambda scenario: used[scenario.id]
        )
        people = {scenario.persona: scenario for scenario in reversed(mixed)}
        one_each = [scenario for scenario in mixed if people[scenario.persona] is scenario]
        chosen += _by_turns(one_each)[: length - len(chosen)]
        used = Counter(scenario.id for scenario in chosen)
    return chosen


def _by_turns(scenarios: Sequence[Scenario]) -> list[Scenario]:
    """Take one scenario of each track in turn."""
    tracks: dict[str, list[Scenario]] = {}
    for scenario in scenarios:
        tracks.setdefault(scenario.track.value, []).append(scenario)
    return [it for it in chain.from_iterable(zip_longest(*tracks.values())) if it is not None]


def _interleaved(chosen: Sequence[Scenario]) -> list[Scenario]:
    """Take the gentlest that fits, again and again."""
    waiting, ordered = list(chosen), list[Scenario]()
    while waiting:
        following = min(waiting, key=lambda scenario: _unfit(scenario, ordered, waiting))
        waiting.remove(following)
        ordered.append(following)
    return ordered


def _unfit(
    scenario: Scenario, ordered: Sequence[Scenario], waiting: Sequence[Scenario]
) -> tuple[int, int, bool, int]:
    """Tell how ill a scenario fits next.

    Tracks side by side are worst, now or in what is left; then comes a person who has been here
    before, or just now; at last the level counts.
    """
    left = Counter(it.track for it in waiting)
    left[scenario.track] -= 1
    repeats = bool(ordered) and ordered[-1].track is scenario.track
    people = [it.persona for it in ordered]
    return (
        repeats + _repeats_to_come(left, scenario.track),
        people.count(scenario.persona),
        scenario.persona in people[-_KEPT_APART:],
        scenario.level,
    )


def _repeats_to_come(left: Counter[Track], last: Track) -> int:
    """Count the least pairs of one track side by side that what is left will have."""
    rest = sum(left.values())
    places = ((count, rest - count + (track is not last)) for track, count in left.items())
    return max(0, *(count - free for count, free in places))
