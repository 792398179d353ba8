"""A branching story as other programs tell it: nodes, links, and what could not be carried over.

Every importer gives a ``Story``; what becomes of it is the same for all of them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from simulator.core.errors import StoryError
from simulator.storage.importing.saying import Kind, Saying

MOST_NODES = 2_000
"""The most nodes of a story; a scenario file holds no more steps than that."""


class Loss(NamedTuple):
    """Something that could not be carried over, and where in the story it stands."""

    place: str
    what: str


Sets = tuple[tuple[str, Saying], ...]
"""Variables with the values they are set to."""


class Link(NamedTuple):
    """A way from one node to another.

    ``says`` is what is chosen; None where the story goes on by itself. ``goes`` names a node; None
    ends the story. ``when`` is the condition under which it is offered.
    """

    says: str | None
    goes: str | None
    when: Saying | None = None
    is_once: bool = False
    sets: Sets = ()


class Wording(NamedTuple):
    """The lines of a node in a certain case."""

    when: Saying
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A moment of a story.

    ``is_answer`` marks what only follows a choice, such as the lines below an option: it may be
    told together with what comes next.
    """

    name: str
    lines: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    wordings: tuple[Wording, ...] = ()
    sets: Sets = ()
    is_answer: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """A whole story; ``variables`` are those whose values a scenario can hold."""

    title: str
    kind: str
    nodes: Mapping[str, Node]
    start: str
    variables: Mapping[str, int | bool] = field(default_factory=dict)
    losses: tuple[Loss, ...] = ()


class Losses:
    """Collects what cannot be carried over, each thing once, in order."""

    def __init__(self) -> None:
        self._found: dict[Loss, None] = {}

    def add(self, place: str, what: str) -> None:
        """Note that something at a place of the story stays behind."""
        self._found.setdefault(Loss(place, what))

    def all(self) -> tuple[Loss, ...]:
        """Give everything noted so far."""
        return tuple(self._found)


def nodes_from(node: Callable[[str], Node], starts: Iterable[str]) -> dict[str, Node]:
    """Follow the links of a story from some places on, and give every node on the way.

    Args:
        node: makes the node at a place.
        starts: the names of the places, the first of them first.

    Raises:
        StoryError: there are too many nodes.
    """
    nodes: dict[str, Node] = {}
    waiting = list(starts)[::-1]
    while waiting:
        name = waiting.pop()
        if name in nodes:
            continue
        if len(nodes) >= MOST_NODES:
            raise StoryError(f"This story has more than {MOST_NODES:,} moments. Cut it into parts.")
        nodes[name] = node(name)
        waiting.extend(link.goes for link in reversed(nodes[name].links) if link.goes is not None)
    return nodes


def kinds_of(variables: Mapping[str, int | bool]) -> dict[str, Kind]:
    """Tell for each variable whether it holds a number or yes and no."""
    return {
        name: "yes-no" if isinstance(value, bool) else "number" for name, value in variables.items()
    }
