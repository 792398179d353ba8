"""The walk over all paths: what can be reached, by which replies at the fewest, and what traps."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from simulator.core.conversation.contact import NOBODY_KNOWN, Contact
from simulator.core.conversation.customer import temperament_of
from simulator.core.conversation.memory import Memory
from simulator.core.conversation.moment import Moment
from simulator.core.conversation.next_moment import (
    after_silence,
    first_moment,
    next_turn,
    offered,
    way_taken,
)
from simulator.core.conversation.simulation.assessments import StepAssessments
from simulator.core.conversation.simulation.players import (
    PLAYERS,
    authors_lines,
    lines_of,
    mean_of,
    read_as,
)
from simulator.core.conversation.simulation.relevance import Relevance
from simulator.core.conversation.simulation.walks import memories
from simulator.core.conversation.simulation.ways import way_name
from simulator.core.scenario.model import Reply, Scenario, Temperament, Temperaments
from simulator.core.scoring.context import Assessment

MOST_STATES = 8_000
"""Different moments that are looked at before the walk is cut short."""

SEEDS_TRIED = 4
"""Seeds walked where luck can change the way."""

SEEDS_LOOKED_AT = 50
"""Seeds among which one is sought for each temperament that may be drawn."""


class Act(NamedTuple):
    """One thing done on a path.

    ``say`` is the id of a reply, or typed words, or empty for a silence; ``reads`` how the customer
    is read before it, where that can make a difference.
    """

    kind: Literal["reply", "typed", "silence"]
    say: str
    reads: str = ""


class Path(NamedTuple):
    """What to do, from the first word, to come to some place. ``memory`` is who comes."""

    seed: int
    memory: Memory | None
    acts: tuple[Act, ...]


class Trap(NamedTuple):
    """A loop that no reply leads out of: its steps, and the shortest way into it."""

    steps: tuple[str, ...]
    path: Path


class Paths(NamedTuple):
    """What the walk found.

    ``is_capped`` tells that it was cut short: only ``states`` moments were looked at.

    ``steps`` and ``endings`` hold the shortest path to each that was reached; ``ways`` the names of
    the ways taken; ``dead_ends`` the shortest path to each step at which no reply was on offer.
    """

    states: int
    is_capped: bool
    steps: dict[str, Path]
    endings: dict[str, Path]
    ways: frozenset[str]
    traps: tuple[Trap, ...]
    dead_ends: dict[str, Path]


class _Node(NamedTuple):
    contact: int
    moment: Moment
    turn: int
    came_from: int | None
    act: Act | None


def all_paths(
    scenario: Scenario, known: StepAssessments, seed: int = 1, most_states: int = MOST_STATES
) -> Paths:
    """Walk every path, the shortest first, with all conditions as they hold on the way.

    Moments that nothing written can tell apart are looked at once. Of the typed lines that take the
    same way, only the best and the worst rated are followed. Where there are more moments than
    ``most_states``, the walk is cut short, and a second one looks further that takes moments nearly
    alike as one. What it reaches is reached indeed; what neither reaches may only be far away.
    """
    exact = _Walk(scenario, known, seed, most_states)
    exact.go()
    found = exact.found()
    if not found.is_capped:
        return found
    rough = _Walk(scenario, known, seed, most_states, is_rough=True)
    rough.go()
    return _joined(found, rough.found())


def _joined(exact: Paths, rough: Paths) -> Paths:
    """Add what the rough walk reached; only the exact one can tell what traps."""
    return exact._replace(
        states=exact.states + rough.states,
        steps=_shorter(exact.steps, rough.steps),
        endings=_shorter(exact.endings, rough.endings),
        ways=exact.ways | rough.ways,
        dead_ends=_shorter(exact.dead_ends, rough.dead_ends),
    )


def _shorter(some: dict[str, Path], others: dict[str, Path]) -> dict[str, Path]:
    paths = (*some.items(), *others.items())
    names = dict.fromkeys(name for name, _ in paths)
    return {
        wanted: min((path for name, path in paths if name == wanted), key=lambda it: len(it.acts))
        for wanted in names
    }


def _contacts(scenario: Scenario, relevance: Relevance, seed: int) -> tuple[Contact, ...]:
    """Give the contacts to begin with: the seeds and memories that can make a difference."""
    seeds = [seed]
    if relevance.asks("luck"):
        seeds = list(range(seed, seed + SEEDS_TRIED))
    elif isinstance(scenario.customer.temperament, Temperaments):
        seeds = _seeds_by_temperament(scenario, seed)
    who = memories(scenario)
    return tuple(Contact(scenario, it, memory or NOBODY_KNOWN) for it in seeds for memory in who)


def _seeds_by_temperament(scenario: Scenario, seed: int) -> list[int]:
    """Give the first seed that draws each temperament."""
    found: list[tuple[int, Temperament]] = []
    for each in range(seed, seed + SEEDS_LOOKED_AT):
        temperament = temperament_of(scenario.customer, each)
        if all(temperament != known for _, known in found):
            found.append((each, temperament))
    return [each for each, _ in found]


class _Walk:
    """The breadth-first walk: the moments in the order they were met, and what leads where."""

    def __init__(
        self,
        scenario: Scenario,
        known: StepAssessments,
        seed: int,
        most_states: int,
        *,
        is_rough: bool = False,
    ) -> None:
        self._scenario = scenario
        self._known = known
        self._most = most_states
        self._relevance = Relevance(scenario, is_rough=is_rough)
        self._contacts = _contacts(scenario, self._relevance, seed)
        self._nodes: list[_Node] = []
        self._places: dict[object, int] = {}
        self._first: dict[str, int] = {}
        self._led_from: list[list[int]] = []
        self._open_ended: set[int] = set()
        self._ways: set[str] = set()
        self._dead_ends: dict[str, int] = {}
        self._lines = {step_id: self._lines_at(step_id) for step_id in scenario.steps}

    def go(self) -> None:
        """Look on from every moment met, the nearest first."""
        for number, contact in enumerate(self._contacts):
            self._meet(_Node(number, first_moment(contact), 1, None, None))
        # The list grows while it is walked.
        for place, node in enumerate(self._nodes):
            if node.moment.step_id is not None:
                self._look_on_from(place, node)

    def found(self) -> Paths:
        """Give what was found."""
        steps, endings = self._scenario.steps, self._scenario.endings
        return Paths(
            states=len(self._nodes),
            is_capped=bool(self._open_ended),
            steps={it: self._path(self._first[it]) for it in steps if it in self._first},
            endings={it: self._path(self._first[it]) for it in endings if it in self._first},
            ways=frozenset(self._ways),
            traps=tuple(self._traps()),
            dead_ends={it: self._path(place) for it, place in self._dead_ends.items()},
        )

    def _meet(self, node: _Node) -> None:
        key = self._relevance.of(node.contact, node.moment, node.turn)
        place = self._places.get(key)
        where = node.moment.step_id or node.moment.ending_id or ""
        if place is None:
            # What was never met before is noted even beyond the limit.
            if len(self._nodes) >= self._most and where in self._first:
                self._open_ended.add(node.came_from or 0)
                return
            place = self._places[key] = len(self._nodes)
            self._first.setdefault(where, place)
            self._nodes.append(node)
            self._led_from.append([])
        if node.came_from is not None:
            self._led_from[place].append(node.came_from)

    def _look_on_from(self, place: int, node: _Node) -> None:
        contact, moment = self._contacts[node.contact], node.moment
        silent = after_silence(contact, moment)
        if silent is not None:
            act = Act("silence", "")
            self._meet(_Node(node.contact, silent, node.turn, place, act))
        step_id = moment.step_id or ""
        for reads in self._ways_to_read(moment):
            reading = read_as(self._scenario.steps[step_id].read, moment.state, reads)
            read = moment if moment.read_done else moment.after_reading(reading)
            open_now = offered(contact, read, node.turn)
            if not open_now:
                self._dead_ends.setdefault(step_id, place)
            for act, assessment in self._acts(node, read, open_now, reads):
                reply = (act.say, act.say if act.kind == "reply" else None, assessment)
                turn = next_turn(contact, read, node.turn, reply, open_now)
                self._meet(_Node(node.contact, turn.after, node.turn + 1, place, act))

    def _ways_to_read(self, moment: Moment) -> tuple[str, ...]:
        asked = self._relevance.asks("read") and not moment.read_done
        return ("", "well", "badly") if asked else ("",)

    def _acts(
        self, node: _Node, moment: Moment, open_now: tuple[Reply, ...], reads: str
    ) -> Iterator[tuple[Act, Assessment]]:
        step_id = moment.step_id or ""
        for reply in open_now:
            self._ways.add(way_name(self._scenario, step_id, reply))
            yield Act("reply", reply.id, reads), self._known.chosen(step_id, reply, moment.state)
        by_way: dict[object, list[tuple[str, Assessment]]] = {}
        for text in self._lines[step_id]:
            assessment = self._known.typed(step_id, text, open_now)
            given = (text, None, assessment)
            way = way_taken(self._contacts[node.contact], moment, node.turn, given, open_now)
            self._ways.add(way_name(self._scenario, step_id, way))
            alike = (id(way), assessment.asked, assessment.promised)
            by_way.setdefault(alike, []).append((text, assessment))
        for lines in by_way.values():
            for text, assessment in (lines[0], lines[-1])[: len(lines)]:
                yield Act("typed", text, reads), assessment

    def _lines_at(self, step_id: str) -> tuple[str, ...]:
        """The lines typed at a step, the best rated first."""
        step, language = self._scenario.steps[step_id], self._scenario.language
        lines = dict.fromkeys(
            (
                *authors_lines(self._scenario, step),
                *(line for player in PLAYERS.values() for line in lines_of(player, language)),
            )
        )

        def worth(text: str) -> float:
            return -mean_of(self._known.typed(step_id, text, step.replies).rating)

        return tuple(sorted(lines, key=worth))

    def _path(self, place: int) -> Path:
        acts: list[Act] = []
        node = self._nodes[place]
        while node.came_from is not None and node.act is not None:
            acts.append(node.act)
            node = self._nodes[node.came_from]
        contact = self._contacts[node.contact]
        memory = None if contact.memory == NOBODY_KNOWN else contact.memory
        return Path(contact.seed, memory, tuple(reversed(acts)))

    def _traps(self) -> Iterator[Trap]:
        """Yield the loops from which no ending was found, where the walk looked at all of them."""
        ends = [at for at, node in enumerate(self._nodes) if node.moment.ending_id is not None]
        free = self._leading_to((*ends, *self._open_ended))
        trapped = [at for at in range(len(self._nodes)) if at not in free]
        entered: set[str] = set()
        for at in trapped:
            step_id = self._nodes[at].moment.step_id or ""
            if step_id not in entered:
                steps = self._steps_on_from(at)
                entered.update(steps)
                yield Trap(steps, self._path(at))

    def _steps_on_from(self, place: int) -> tuple[str, ...]:
        """Name the steps that a trapped moment leads to, itself among them."""
        leads: dict[int, list[int]] = {}
        for target, sources in enumerate(self._led_from):
            for source in sources:
                leads.setdefault(source, []).append(target)
        met, waiting = {place: None}, [place]
        while waiting:
            for after in leads.get(waiting.pop(), ()):
                if after not in met:
                    met[after] = None
                    waiting.append(after)
        return tuple(dict.fromkeys(self._nodes[at].moment.step_id or "" for at in met))

    def _leading_to(self, places: Sequence[int]) -> set[int]:
        met, waiting = set(places), list(places)
        while waiting:
            for before in self._led_from[waiting.pop()]:
                if before not in met:
                    met.add(before)
                    waiting.append(before)
        return met
