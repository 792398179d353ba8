"""Works out which nodes of a story become steps, which endings, and which only lead on.

A node that says nothing and leads on is skipped. What only follows a choice and then leads on is
told as the customer's answer to that choice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from simulator.storage.importing.plain_text import LONGEST_MESSAGE
from simulator.storage.importing.saying import NodeName, Saying
from simulator.storage.importing.story import Link, Node, Sets, Story


class Way(NamedTuple):
    """A link with where it leads in the end: past skipped nodes, with their answers told."""

    link: Link
    goes: str | None
    sets: Sets
    answer: str


@dataclass(frozen=True)
class Routes:
    """The steps of a story with their ways, and its endings; ``start`` names a step.

    ``told_by`` gives for a node that is told as an answer the choices it answers, each as the name
    of its step and the place of the way there.
    """

    start: str
    steps: Mapping[str, tuple[Way, ...]]
    endings: tuple[str, ...]
    told_by: Mapping[str, tuple[tuple[str, int], ...]]

    def onward(self, step: str | None) -> frozenset[str]:
        """Give the steps that can be entered once a step has been, itself among them."""
        met: set[str] = set()
        waiting = [step]
        while waiting:
            name = waiting.pop()
            if name is not None and name in self.steps and name not in met:
                met.add(name)
                waiting.extend(way.goes for way in self.steps[name])
        return frozenset(met)


def routes_of(story: Story) -> Routes:
    """Work out the routes of a story."""
    return _Router(story).routes()


class _Router:
    def __init__(self, story: Story) -> None:
        self._story = story
        self._counted, self._asked = _asked_about(story)
        self._incoming: dict[str, int] = {}
        for node in story.nodes.values():
            for link in node.links:
                if link.goes is not None:
                    self._incoming[link.goes] = self._incoming.get(link.goes, 0) + 1

    def routes(self) -> Routes:
        start = self._start()
        steps: dict[str, tuple[Way, ...]] = {}
        endings: dict[str, None] = {}
        waiting = [*self._own_nodes(), start]
        while waiting:
            name = waiting.pop()
            if name in steps or name in endings:
                continue
            node = self._story.nodes[name]
            if not node.links and name != start:
                endings[name] = None
                continue
            links = node.links or (Link(None, None),)
            steps[name] = tuple(self._way(link) for link in links)
            waiting.extend(way.goes for way in reversed(steps[name]) if way.goes is not None)
        # In the story's own order, whatever order they were met in.
        names = self._story.nodes
        steps = {name: steps[name] for name in names if name in steps}
        ended = tuple(name for name in names if name in endings)
        return Routes(start, steps, ended, self._told_by(steps))

    def _own_nodes(self) -> Iterator[str]:
        """Yield what becomes a step or ending even if nothing leads there, the last one first."""
        for name, node in reversed(list(self._story.nodes.items())):
            if not node.is_answer and not self._is_skipped(name):
                yield name

    def _start(self) -> str:
        way = self._way(Link(None, self._story.start))
        is_bare = not way.sets and not way.answer and way.goes is not None
        if is_bare and way.goes and self._story.nodes[way.goes].links:
            return way.goes
        return self._story.start

    def _way(self, link: Link) -> Way:
        goes, sets, answers = link.goes, link.sets, list[str]()
        passed: set[str] = set()
        while goes is not None and goes not in passed:
            node = self._story.nodes[goes]
            told = " ".join(node.lines)
            room = LONGEST_MESSAGE - sum(map(len, answers)) - len(answers)
            if not self._is_skipped(goes) and not (self._is_told(goes) and len(told) <= room):
                break
            passed.add(goes)
            answers.extend([told] if told else [])
            onward = node.links[0]
            sets = after(after(sets, node.sets), onward.sets)
            goes = onward.goes
        return Way(link, goes, sets, " ".join(answers))

    def _leads_on(self, name: str) -> bool:
        node = self._story.nodes[name]
        return (
            len(node.links) == 1
            and node.links[0].says is None
            and node.links[0].when is None
            and not node.wordings
            and name not in self._counted
            and (name not in self._asked or (node.is_answer and self._incoming.get(name) == 1))
        )

    def _is_skipped(self, name: str) -> bool:
        return not self._story.nodes[name].lines and self._leads_on(name)

    def _is_told(self, name: str) -> bool:
        return self._story.nodes[name].is_answer and self._leads_on(name)

    def _told_by(
        self, steps: Mapping[str, tuple[Way, ...]]
    ) -> dict[str, tuple[tuple[str, int], ...]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for name, ways in steps.items():
            for place, way in enumerate(ways):
                if way.link.goes is not None and way.link.goes != way.goes:
                    found.setdefault(way.link.goes, []).append((name, place))
        return {name: tuple(places) for name, places in found.items()}


def after(first: Sets, second: Sets) -> Sets:
    """Set some variables, then others: what the second use of the first is put in."""
    known = dict(first)
    return tuple((known | {name: value.with_values(known) for name, value in second}).items())


def sayings_of(node: Node) -> Iterator[Saying]:
    """Yield every condition and sum of a node."""
    for wording in node.wordings:
        yield wording.when
    for _, value in node.sets:
        yield value
    for link in node.links:
        if link.when is not None:
            yield link.when
        for _, value in link.sets:
            yield value


def _asked_about(story: Story) -> tuple[set[str], set[str]]:
    """Give the nodes whose visits are counted, and those of which it is asked if they were seen."""
    counted: set[str] = set()
    asked: set[str] = set()
    for node in story.nodes.values():
        for saying in sayings_of(node):
            for before, piece in zip(saying.pieces, saying.pieces[1:], strict=False):
                if isinstance(piece, NodeName):
                    (asked if before == "seen(" else counted).add(piece.name)
    return counted, asked
