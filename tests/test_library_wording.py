"""The wording of the scenarios that come with the program: best replies must not show by habit."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest

from simulator.core.scenario.checks.walked import longest_of, walked
from simulator.core.scenario.checks.wording import likeness, words
from simulator.core.scenario.model import Scenario
from simulator.storage.scenario_files import read_scenario
from simulator.storage.translations import is_translation

LIBRARY = Path(__file__).resolve().parents[1] / "scenarios"
FILES = sorted(path for path in LIBRARY.rglob("*.yaml") if not is_translation(path))

MOST_LONGEST = 0.40
"""The share of a scenario's steps in which the best reply may be the longest."""

MOST_FIRST = 0.30
"""The share of a scenario's steps in which the best reply may stand first."""

ALIKE = 0.6
"""The share of common words from which two model answers are near-copies."""

FEWEST_WORDS = 5
"""Answers of fewer different words can only be compared as a whole."""


class Answer(NamedTuple):
    """A model answer, good or bad, and where it stands."""

    where: str
    text: str
    words: frozenset[str]


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def scenario(request) -> Scenario:
    return read_scenario(request.param).scenario


def test_the_best_reply_is_seldom_the_longest(scenario):
    choices = walked(scenario).choices()

    longest = sum(best is longest_of(offered) for best, offered in choices)
    assert longest / len(choices) <= MOST_LONGEST


def test_the_best_reply_seldom_stands_first(scenario):
    choices = walked(scenario).choices()

    first = sum(best is offered[0] for best, offered in choices)
    assert first / len(choices) <= MOST_FIRST


def test_no_two_model_answers_of_the_library_are_near_copies():
    answers = [answer for path in FILES for answer in _answers(read_scenario(path).scenario)]

    assert len(answers) > 400
    assert [(a.where, b.where) for a, b in combinations(answers, 2) if _alike(a, b)] == []


def _answers(scenario: Scenario) -> Iterator[Answer]:
    for step_id, step in scenario.steps.items():
        for which, text in (("better", step.better), ("worse", step.worse)):
            if text is not None:
                said = frozenset(words(text))
                yield Answer(f"{scenario.id}: {step_id}, {which}", text, said)


def _alike(one: Answer, other: Answer) -> bool:
    if min(len(one.words), len(other.words)) < FEWEST_WORDS:
        return words(one.text) == words(other.text)
    return likeness(one.words, other.words) >= ALIKE
