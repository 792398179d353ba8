from simulator.core.scenario.graph import GraphEdge, GraphNode, graph_of
from simulator.core.scenario.validation import scenario_from
from simulator.core.scenario.words import EndingKind


def graph(document):
    scenario, faults = scenario_from(document)
    assert scenario, faults
    return graph_of(scenario)


def test_steps_and_endings_are_nodes_in_the_files_order(document):
    nodes = graph(document).nodes

    assert [node.id for node in nodes] == [*document["steps"], *document["endings"]]
    assert [node.id for node in nodes if node.is_start] == [document["start"]]
    assert [node.id for node in nodes if node.is_gives_up] == [document["gives_up"]]


def test_an_ending_has_its_kind_and_a_step_none(document):
    nodes = {node.id: node for node in graph(document).nodes}

    ending_id, ending = next(iter(document["endings"].items()))
    assert nodes[ending_id] == GraphNode(
        ending_id, ending["says"], EndingKind(ending["kind"]), is_gives_up=nodes[ending_id][4]
    )
    assert nodes[document["start"]].ending is None


def test_every_reply_and_every_other_way_is_an_edge(document):
    edges = graph(document).edges

    for step_id, step in document["steps"].items():
        own = [edge for edge in edges if edge.source == step_id]
        replies = [edge.says for edge in own if edge.kind == "reply"]
        others = [edge.target for edge in own if edge.kind == "otherwise"]
        assert replies == [reply["says"] for reply in step["replies"]]
        assert others == [entry["goes"] for entry in step["otherwise"]]


def test_silence_and_a_limit_of_visits_are_edges_of_their_own(document):
    start, ending = document["start"], document["gives_up"]
    step = document["steps"][start]
    step["silence"] = {"says": "Hello?", "goes": ending}
    step["at_most"] = {"visits": 3, "goes": ending}

    edges = graph(document).edges

    assert GraphEdge(start, ending, "silence") in edges
    assert GraphEdge(start, ending, "limit", when="visits > 3") in edges
