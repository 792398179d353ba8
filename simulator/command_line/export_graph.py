"""Writes a scenario's graph for Graphviz, Mermaid or Twine."""

import json
import re
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from simulator.core.errors import ScenarioError
from simulator.core.scenario.graph import GraphEdge, GraphNode, ScenarioGraph, graph_of
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.words import EndingKind

LONGEST_LABEL = 60
"""The most characters of a label in a drawing; Twee keeps every word."""

_COLOURS = {
    EndingKind.GOOD: "#cdeccf",
    EndingKind.MEDIUM: "#fbeebc",
    EndingKind.BAD: "#f6cfcb",
}
_OTHER_WAYS = {"otherwise": "otherwise", "silence": "silence", "limit": "too often"}
_IFIDS = uuid.UUID("6f1d1c0a-6b5e-4f0e-9a39-0f3c3e5f6a11")
"""The name space of the ids that Twine asks for: the same scenario has the same id."""


def run_export_graph(
    scenario: Scenario, output_format: str, target: Path | None, out: TextIO
) -> int:
    """Write the graph of a scenario and give the exit status, 0.

    Args:
        scenario: what is drawn.
        output_format: ``dot``, ``mermaid`` or ``twee``.
        target: the file to write; None writes to ``out``.
        out: the terminal.

    Raises:
        ScenarioError: the file cannot be written.
    """
    text = WRITERS[output_format](graph_of(scenario))
    if target is None:
        out.write(text)
        return 0
    try:
        target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ScenarioError(f"{target} cannot be written: {error.strerror}.") from error
    return 0


def _label(edge: GraphEdge) -> str:
    """Give the words on a way: what is said, and when."""
    said = _short(edge.says) if edge.kind == "reply" else _OTHER_WAYS[edge.kind]
    notes = [edge.when] if edge.when else []
    notes += ["once"] if edge.is_once else []
    return f"{said} [{', '.join(notes)}]" if notes else said


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LABEL else f"{line[: LONGEST_LABEL - 1].rstrip()}…"


# Graphviz


def dot(graph: ScenarioGraph) -> str:
    """Write the graph for Graphviz."""
    lines = [f"digraph {_dot_text(graph.title)} {{", "  rankdir=TB;", "  node [style=filled];"]
    lines.extend(f"  {_dot_node(node)}" for node in graph.nodes)
    lines.extend(f"  {_dot_edge(edge)}" for edge in graph.edges)
    return "\n".join([*lines, "}"]) + "\n"


def _dot_text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _dot_node(node: GraphNode) -> str:
    label = _dot_text(f"{node.id}\n{_short(node.says)}")
    if node.ending:
        colour = _COLOURS[node.ending]
        return f'{_dot_text(node.id)} [label={label}, shape=oval, fillcolor="{colour}"];'
    peripheries = ", peripheries=2" if node.is_start else ""
    return f'{_dot_text(node.id)} [label={label}, shape=box, fillcolor="#ffffff"{peripheries}];'


def _dot_edge(edge: GraphEdge) -> str:
    style = "" if edge.kind == "reply" else ", style=dashed"
    ways = f"{_dot_text(edge.source)} -> {_dot_text(edge.target)}"
    return f"{ways} [label={_dot_text(_label(edge))}{style}];"


# Mermaid

_MERMAID_SIGNS = re.compile(r"[\"#&;<>`\\\[\]{}()|]")


def mermaid(graph: ScenarioGraph) -> str:
    """Write the graph for Mermaid; ids are numbered, since Mermaid gives some words a meaning."""
    names = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
    lines = ["flowchart TD"]
    lines.extend(f"  {_mermaid_node(names[node.id], node)}" for node in graph.nodes)
    for edge in graph.edges:
        arrow = "-->" if edge.kind == "reply" else "-.->"
        label = _mermaid_text(_label(edge))
        lines.append(f'  {names[edge.source]} {arrow}|"{label}"| {names[edge.target]}')
    for kind, colour in _COLOURS.items():
        lines.append(f"  classDef {kind.value} fill:{colour},stroke:#555555,color:#000000")
    return "\n".join(lines) + "\n"


def _mermaid_node(name: str, node: GraphNode) -> str:
    label = f'"{_mermaid_text(node.id)}<br/>{_mermaid_text(_short(node.says))}"'
    if node.ending:
        return f"{name}([{label}]):::{node.ending.value}"
    return f"{name}[[{label}]]" if node.is_start else f"{name}[{label}]"


def _mermaid_text(text: str) -> str:
    """Give a text with codes for all that Mermaid or a browser would read as signs."""
    return _MERMAID_SIGNS.sub(lambda found: f"#{ord(found[0])};", " ".join(text.split()))


# Twee


def twee(graph: ScenarioGraph) -> str:
    """Write the graph as Twee 3, each reply a link, so that the importer gives the same graph."""
    start = next(node.id for node in graph.nodes if node.is_start)
    ifid = str(uuid.uuid5(_IFIDS, graph.title)).upper()
    data = {"ifid": ifid, "format": "SugarCube", "start": start}
    head = f":: StoryTitle\n{_twee_line(graph.title)}\n\n:: StoryData\n"
    passages = [f"{head}{json.dumps(data, indent=2)}\n"]
    passages.extend(_passage(node, graph) for node in graph.nodes)
    return "\n".join(passages)


def _passage(node: GraphNode, graph: ScenarioGraph) -> str:
    tags = f" [ending-{node.ending.value}]" if node.ending else ""
    lines = [f":: {node.id}{tags}", _twee_line(node.says)]
    own = [edge for edge in graph.edges if edge.source == node.id and edge.kind == "reply"]
    lines.extend(_twee_links(own))
    return "\n".join(lines) + "\n"


def _twee_links(edges: list[GraphEdge]) -> Iterator[str]:
    for edge in edges:
        yield f"[[{_twee_label(edge.says)}->{edge.target}]]"


def _twee_line(text: str) -> str:
    """Give a text on one line, with nothing left that Twine would take for a link or a macro."""
    line = " ".join(text.split())
    for sign, parted in (("[[", "[ ["), ("]]", "] ]"), ("<<", "< <"), ("/*", "/ *")):
        line = line.replace(sign, parted)
    line = _TWEE_VARIABLE.sub(r"$$", line)
    return f"\\{line}" if line.startswith("::") else line


def _twee_label(text: str) -> str:
    label = _twee_line(text).removeprefix("\\")
    return label.replace("][", "] [").replace("->", "→").replace("<-", "←")


_TWEE_VARIABLE = re.compile(r"\$(?=[A-Za-z_])")

WRITERS: dict[str, Callable[[ScenarioGraph], str]] = {"dot": dot, "mermaid": mermaid, "twee": twee}
"""How each format is written."""
