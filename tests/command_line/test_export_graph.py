import io
from pathlib import Path

import pytest

from simulator.command_line.export_graph import WRITERS, run_export_graph
from simulator.core.errors import ScenarioError
from simulator.core.scenario.graph import GraphEdge, GraphNode, ScenarioGraph, graph_of
from simulator.core.scenario.words import EndingKind, Track
from simulator.storage.importing import imported
from simulator.storage.scenario_files import read_library, read_scenario

SAMPLE = Path(__file__).parents[1] / "samples" / "every-feature.yaml"
LIBRARY = Path(__file__).parents[2] / "scenarios"
SCENARIOS = [read_scenario(SAMPLE).scenario, *read_library(LIBRARY).scenarios]


@pytest.fixture
def written():
    """Write a small graph in a format."""

    def write(output_format, says="Well?", when="", ending=EndingKind.GOOD):
        nodes = (GraphNode("end", says, is_start=True), GraphNode("bye", "Bye.", ending))
        edges = (
            GraphEdge("end", "bye", "reply", says, when),
            GraphEdge("end", "end", "otherwise", when="mood < 40"),
        )
        return WRITERS[output_format](ScenarioGraph(says, nodes, edges))

    return write


def apart(node_id):
    """An imported story gets an ending "gives-up" of its own; one of that name stands beside it."""
    return "gives-up-2" if node_id == "gives-up" else node_id


def reply_edges(scenario):
    edges = graph_of(scenario).edges
    return {(it.source, it.target, it.says) for it in edges if it.kind == "reply"}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.id)
def test_twee_is_imported_as_the_same_graph(scenario, tmp_path):
    path = tmp_path / "graph.twee"

    run_export_graph(scenario, "twee", path, io.StringIO())

    made = imported(path, Track.COMPLAINT).scenario
    assert made.start == scenario.start
    assert list(made.steps) == list(scenario.steps)
    assert list(made.endings) == [*map(apart, scenario.endings), "gives-up"]
    assert reply_edges(made) == {(a, apart(b), said) for a, b, said in reply_edges(scenario)}


@pytest.mark.parametrize(
    "says", ["[[a->b]]", "<<goto x>>", ":: no", "a -> b | c ][ d", "$x costs $5"]
)
def test_signs_of_twine_in_a_line_do_not_become_links(written, tmp_path, says):
    path = tmp_path / "graph.twee"
    path.write_text(written("twee", says), "utf-8")

    made = imported(path, Track.COMPLAINT).scenario

    assert [(reply.goes) for reply in made.steps["end"].replies] == ["bye"]


def test_dot_draws_endings_by_kind_and_other_ways_dashed(written):
    text = written("dot", when="trust > 50")

    assert '"bye" [label="bye\\nBye.", shape=oval, fillcolor="#cdeccf"];' in text
    assert '"end" -> "bye" [label="Well? [trust > 50]"];' in text
    assert '"end" -> "end" [label="otherwise [mood < 40]", style=dashed];' in text


def test_dot_keeps_quotation_marks_and_backslashes(written):
    assert 'label="a \\"b\\" \\\\n c"' in written("dot", 'a "b" \\n c')


def test_mermaid_draws_endings_by_kind_and_other_ways_dashed(written):
    lines = written("mermaid", ending=EndingKind.BAD).splitlines()

    assert lines[0] == "flowchart TD"
    assert '  n1(["bye<br/>Bye."]):::bad' in lines
    assert '  n0 -->|"Well?"| n1' in lines
    assert '  n0 -.->|"otherwise #91;mood #60; 40#93;"| n0' in lines


def test_mermaid_gives_signs_of_its_own_as_codes(written):
    assert "a #34;b#34; #124; #59; #35; #60;i#62;" in written("mermaid", 'a "b" | ; # <i>')


def test_a_label_is_cut_in_a_drawing_and_whole_in_twee(written):
    says = "word " * 40

    assert "…" in written("dot", says)
    assert says.strip() in written("twee", says)


@pytest.mark.parametrize("output_format", WRITERS)
def test_the_same_scenario_gives_the_same_text(output_format):
    first, second = io.StringIO(), io.StringIO()

    run_export_graph(SCENARIOS[0], output_format, None, first)
    run_export_graph(SCENARIOS[0], output_format, None, second)

    assert first.getvalue() == second.getvalue() != ""


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(ScenarioError, match="cannot be written"):
        run_export_graph(SCENARIOS[0], "dot", tmp_path / "none" / "x.dot", io.StringIO())
