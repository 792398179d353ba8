import pytest

from simulator.core.conversation.reading import judged
from simulator.core.scenario.model import Read
from simulator.core.scenario.words import NEIGHBOURS, Feeling

KEY = Read.model_validate(
    {"feeling": "frustrated", "near": ["worried"], "cause": ["nobody called"], "also": ["payroll"]}
)


def nearness(text, wordings):
    return {"nobody called": 1.0, "calls": 0.5, "payroll": 1.0}.get(text, 0.0) * (
        text in wordings or text == "calls"
    )


@pytest.mark.parametrize(
    ("feeling", "points"),
    [
        (Feeling.FRUSTRATED, 100),
        (Feeling.ANGRY, 50),
        (Feeling.WORRIED, 50),
        (Feeling.DELIGHTED, 0),
    ],
)
def test_the_feeling_earns_all_a_neighbour_half_and_the_opposite_nothing(feeling, points):
    assert judged(KEY, feeling, "", nearness).feeling_points == points


@pytest.mark.parametrize(
    ("because", "points"), [("nobody called", 100), ("payroll", 70), ("calls", 50), ("shoes", 0)]
)
def test_the_cause_earns_by_how_near_it_comes(because, points):
    assert judged(KEY, Feeling.FRUSTRATED, because, nearness).cause_points == points


def test_a_true_cause_beside_the_main_one_is_told_apart():
    assert judged(KEY, Feeling.FRUSTRATED, "payroll", nearness).also


def test_no_cause_written_is_not_rated():
    assert judged(KEY, Feeling.FRUSTRATED, "  ", nearness).cause_points is None


def test_being_a_neighbour_goes_both_ways():
    one_way = {(a, b) for a in NEIGHBOURS for b in NEIGHBOURS[a] if a not in NEIGHBOURS[b]}

    assert one_way == set()
