"""A scenario as a graph: its steps and endings, and the ways between them.

Pure values, to be drawn or written by others.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from simulator.core.scenario.model import Scenario, Step
from simulator.core.scenario.words import EndingKind

EdgeKind = Literal["reply", "otherwise", "silence", "limit"]
"""What leads on: a reply, any other reply, silence, or one visit too many."""


class GraphNode(NamedTuple):
    """A step, or an ending with its kind."""

    id: str
    says: str
    ending: EndingKind | None = None
    is_start: bool = False
    is_gives_up: bool = False


class GraphEdge(NamedTuple):
    """A way from a step to a step or ending; ``when`` is the condition under which it is open."""

    source: str
    target: str
    kind: EdgeKind
    says: str = ""
    when: str = ""
    is_once: bool = False


class ScenarioGraph(NamedTuple):
    """All nodes in the file's order, steps first, and all ways."""

    title: str
    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]


def graph_of(scenario: Scenario) -> ScenarioGraph:
    """Give the graph of a scenario."""
    edges = (edge for step_id, step in scenario.steps.items() for edge in _edges(step_id, step))
    return ScenarioGraph(scenario.title, tuple(_nodes(scenario)), tuple(edges))


def _nodes(scenario: Scenario) -> Iterator[GraphNode]:
    for step_id, step in scenario.steps.items():
        says = " ".join((step.says[0], *step.messages))
        yield GraphNode(step_id, says, is_start=step_id == scenario.start)
    for ending_id, ending in scenario.endings.items():
        gives_up = ending_id == scenario.gives_up
        yield GraphNode(ending_id, ending.says, ending.kind, is_gives_up=gives_up)


def _edges(step_id: str, step: Step) -> Iterator[GraphEdge]:
    for reply in step.replies:
        when = reply.when.source if reply.when else ""
        for way in reply.goes_if:
            both = " and ".join(filter(None, (when, way.when.source)))
            yield GraphEdge(step_id, way.goes, "reply", reply.says, both, reply.once)
        yield GraphEdge(step_id, reply.goes, "reply", reply.says, when, reply.once)
    for entry in step.otherwise:
        when = entry.when.source if entry.when else ""
        yield GraphEdge(step_id, entry.goes, "otherwise", when=when)
    if step.silence and step.silence.goes:
        yield GraphEdge(step_id, step.silence.goes, "silence")
    if step.at_most:
        when = f"visits > {step.at_most.visits}"
        yield GraphEdge(step_id, step.at_most.goes, "limit", when=when)
