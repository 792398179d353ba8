"""What a simulation found, as values: the shape of the JSON report in docs/simulate.md."""

from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from simulator.core.conversation.simulation.paths import Path, Paths
from simulator.core.conversation.simulation.walks import Walk
from simulator.core.conversation.simulation.ways import other_ways, reply_ways
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.rubric import SKILLS

REPORT_FORMAT = 1
"""The shape of the report; a change that breaks readers raises it."""


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Seen(_Value):
    """The least, mean and most of a number over some plays."""

    least: int
    mean: float
    most: int


class Coverage(_Value):
    """How much of one kind of part the plays came to.

    ``played`` parts were part of some play; ``not_played`` names the others. ``never`` names those
    that the walk over all paths did not reach either.
    """

    of: int
    played: int
    per_cent: float
    not_played: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class Coverages(_Value):
    """Coverage of steps, endings, replies and entries of ``otherwise``."""

    steps: Coverage
    endings: Coverage
    replies: Coverage
    otherwise: Coverage


class ActFound(_Value):
    """One thing done on a path: a reply by its id, typed words, or a silence.

    ``reads`` is ``well`` or ``badly`` where the customer is read before it, else empty.
    """

    kind: Literal["reply", "typed", "silence"]
    say: str
    reads: str = ""


class PathFound(_Value):
    """A way to some place: the seed, whether the customer is one who comes back, and what to do."""

    seed: int
    comes_back: bool
    acts: tuple[ActFound, ...]


class EndingFound(_Value):
    """One ending: how often each player came to it, and how things stood then.

    ``shares`` give for each player the part of its plays that ended here, 0 to 1. ``scores`` are
    the means of a play for each skill; None where no play ended here, or none was rated on it.
    """

    id: str
    kind: str
    firm: int
    rep: int
    plays: int
    shares: dict[str, float]
    scores: dict[str, Seen | None]
    mood: Seen | None
    trust: Seen | None
    bears_with_us: Seen | None
    shortest: PathFound | None


class PlayerFound(_Value):
    """How one player fared; ``unfinished`` counts plays that did not end."""

    name: str
    plays: int
    turns: Seen | None
    gave_up: int
    unfinished: int
    scores: dict[str, Seen | None]


class LoopFound(_Value):
    """Steps from which no ending is reached, and the shortest way into them."""

    steps: tuple[str, ...]
    path: PathFound


class DeadEndFound(_Value):
    """A step at which no reply was on offer, and the shortest way there."""

    step: str
    path: PathFound


class PathsFound(_Value):
    """What the walk over all paths found; ``is_capped`` tells that it was cut short."""

    states: int
    is_capped: bool
    loops: tuple[LoopFound, ...]
    dead_ends: tuple[DeadEndFound, ...]


class Report(_Value):
    """All that one simulation found."""

    format: int = REPORT_FORMAT
    scenario: str
    plays: int
    seed: int
    coverage: Coverages
    players: tuple[PlayerFound, ...]
    endings: tuple[EndingFound, ...]
    paths: PathsFound
    gave_up: int
    is_sound: bool


def report_of(scenario: Scenario, walks: Sequence[Walk], paths: Paths, seed: int = 1) -> Report:
    """Put together what the plays and the walk over all paths found.

    The scenario is sound when every step and ending is reached and no loop is without a way out.
    """
    coverage = _coverages(scenario, walks, paths)
    never = (*coverage.steps.never, *coverage.endings.never)
    return Report(
        scenario=scenario.id,
        plays=len(walks),
        seed=seed,
        coverage=coverage,
        players=tuple(_players(walks)),
        endings=tuple(_ending(scenario, it, walks, paths) for it in scenario.endings),
        paths=_paths_found(paths),
        gave_up=sum(walk.gave_up for walk in walks),
        is_sound=not never and not paths.traps,
    )


def _coverages(scenario: Scenario, walks: Sequence[Walk], paths: Paths) -> Coverages:
    entered = {step_id for walk in walks for step_id in walk.state.visits}
    ended = {walk.ending_id for walk in walks if walk.ending_id}
    taken = frozenset[str]().union(*(walk.ways for walk in walks))
    return Coverages(
        steps=_coverage(scenario.steps, entered, paths.steps),
        endings=_coverage(scenario.endings, ended, paths.endings),
        replies=_coverage(reply_ways(scenario), taken, paths.ways),
        otherwise=_coverage(other_ways(scenario), taken, paths.ways),
    )


def _coverage(parts: Iterable[str], played: Iterable[str], found: Iterable[str]) -> Coverage:
    parts, played, found = tuple(parts), set(played), set(found)
    missing = tuple(part for part in parts if part not in played)
    count = len(parts) - len(missing)
    return Coverage(
        of=len(parts),
        played=count,
        per_cent=round(100 * count / len(parts), 1),
        not_played=missing,
        never=tuple(part for part in missing if part not in found),
    )


def seen(numbers: Iterable[int | None]) -> Seen | None:
    """Sum up some numbers; None where there are none."""
    known = [number for number in numbers if number is not None]
    if not known:
        return None
    return Seen(least=min(known), mean=round(sum(known) / len(known), 1), most=max(known))


def _scores(walks: Sequence[Walk]) -> dict[str, Seen | None]:
    return {
        skill.value: seen(walk.means[place] for walk in walks) for place, skill in enumerate(SKILLS)
    }


def _players(walks: Sequence[Walk]) -> Iterable[PlayerFound]:
    for name in dict.fromkeys(walk.player for walk in walks):
        own = [walk for walk in walks if walk.player == name]
        yield PlayerFound(
            name=name,
            plays=len(own),
            turns=seen(walk.turns for walk in own),
            gave_up=sum(walk.gave_up for walk in own),
            unfinished=sum(walk.ending_id is None for walk in own),
            scores=_scores(own),
        )


def _ending(scenario: Scenario, ending_id: str, walks: Sequence[Walk], paths: Paths) -> EndingFound:
    ending = scenario.endings[ending_id]
    here = [walk for walk in walks if walk.ending_id == ending_id]
    path = paths.endings.get(ending_id)
    return EndingFound(
        id=ending_id,
        kind=ending.kind.value,
        firm=ending.firm,
        rep=ending.rep,
        plays=len(here),
        shares=_shares(walks, ending_id),
        scores=_scores(here),
        mood=seen(walk.state.mood for walk in here),
        trust=seen(walk.state.trust for walk in here),
        bears_with_us=seen(walk.state.bears_with_us for walk in here),
        shortest=_path_found(path) if path else None,
    )


def _shares(walks: Sequence[Walk], ending_id: str) -> dict[str, float]:
    counts: dict[str, list[int]] = {}
    for walk in walks:
        count = counts.setdefault(walk.player, [0, 0])
        count[0] += walk.ending_id == ending_id
        count[1] += 1
    return {player: round(here / all_of, 4) for player, (here, all_of) in counts.items()}


def _paths_found(paths: Paths) -> PathsFound:
    return PathsFound(
        states=paths.states,
        is_capped=paths.is_capped,
        loops=tuple(LoopFound(steps=it.steps, path=_path_found(it.path)) for it in paths.traps),
        dead_ends=tuple(
            DeadEndFound(step=step_id, path=_path_found(path))
            for step_id, path in paths.dead_ends.items()
        ),
    )


def _path_found(path: Path) -> PathFound:
    acts = tuple(ActFound(kind=it.kind, say=it.say, reads=it.reads) for it in path.acts)
    return PathFound(seed=path.seed, comes_back=path.memory is not None, acts=acts)
