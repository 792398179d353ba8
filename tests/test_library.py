"""Every scenario that comes with the program, played many times by itself."""

from pathlib import Path

import pytest

from simulator.command_line.play import play_faults, reply_model
from simulator.core.conversation.simulation import PLAYERS
from simulator.core.conversation.simulation.assessments import StepAssessments
from simulator.core.conversation.simulation.walks import Walk, walks
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.words import EndingKind
from simulator.storage.scenario_files import read_scenario
from simulator.storage.translations import is_translation

LIBRARY = Path(__file__).resolve().parents[1] / "scenarios"
FILES = sorted(path for path in LIBRARY.rglob("*.yaml") if not is_translation(path))
PLAYS = 500


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def played(request) -> tuple[Scenario, list[Walk]]:
    """A scenario and what plays of it by all players came to."""
    scenario = read_scenario(request.param).scenario
    known = StepAssessments(scenario, reply_model().assess)
    return scenario, list(walks(scenario, tuple(PLAYERS.values()), PLAYS, 1, known))


def test_there_are_scenarios_to_play():
    assert len(FILES) >= 4


def test_every_step_is_reached(played):
    scenario, found = played

    assert set(scenario.steps) - {step for walk in found for step in walk.state.visits} == set()


def test_every_ending_is_reached(played):
    scenario, found = played

    assert set(scenario.endings) - {walk.ending_id for walk in found} == set()


def test_every_play_ends(played):
    _, found = played

    assert [walk.seed for walk in found if walk.ending_id is None] == []


def _seeds_of_good_endings(played: tuple[Scenario, list[Walk]], player: str) -> list[int]:
    scenario, found = played
    good = {name for name, ending in scenario.endings.items() if ending.kind is EndingKind.GOOD}
    return [walk.seed for walk in found if walk.player == player and walk.ending_id in good]


def test_the_best_player_always_reaches_a_good_ending(played):
    _, found = played

    seeds = [walk.seed for walk in found if walk.player == "best"]
    assert _seeds_of_good_endings(played, "best") == seeds


@pytest.mark.parametrize("player", ["worst", "polite-but-useless", "cold-but-useful", "impatient"])
def test_no_player_who_lacks_something_reaches_a_good_ending(played, player):
    assert _seeds_of_good_endings(played, player) == []


def test_the_small_scenario_of_the_guide_has_no_errors_and_plays_as_it_says(tmp_path):
    guide = (LIBRARY / "README.md").read_text(encoding="utf-8")
    file = tmp_path / "guide.yaml"
    file.write_text(guide.split("```yaml\n", 1)[1].split("```", 1)[0], encoding="utf-8")

    read = read_scenario(file)

    assert [fault.code for fault in read.faults if fault.is_error] == []
    assert list(play_faults(read.scenario)) == []
