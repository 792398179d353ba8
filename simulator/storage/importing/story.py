"""A branching story as other programs tell it: nodes, links, and what could not be carried over.

Every importer gives a ``Story``; what becomes of it is the same for all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from simulator.storage.importing.saying import Saying

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
