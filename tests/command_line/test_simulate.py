import io
import json
from pathlib import Path

import pytest

from simulator.command_line import parsed
from simulator.command_line.entry import _PLAYERS
from simulator.command_line.simulate import run_simulate
from simulator.core.conversation.simulation import PLAYERS
from simulator.core.errors import ScenarioError

LIBRARY = Path(__file__).resolve().parents[2] / "scenarios"
SAMPLE = LIBRARY.parent / "tests" / "samples" / "every-feature.yaml"


def simulated(*arguments: str) -> tuple[int, str]:
    out = io.StringIO()
    status = run_simulate(parsed(["simulate", *arguments]), LIBRARY, out)
    return status, out.getvalue()


@pytest.fixture(scope="module")
def trapping(tmp_path_factory) -> str:
    """A file with a step that nothing reaches."""
    path = tmp_path_factory.mktemp("trap") / "trap.yaml"
    text = SAMPLE.read_text("utf-8")
    text = text.replace("goes: stays", "goes: neutral")
    path.write_text(text, "utf-8")
    return str(path)


def test_the_table_tells_endings_and_coverage():
    status, text = simulated(str(SAMPLE), "--plays", "60")

    assert status == 0
    assert "60 plays, seeds 1 to 60" in text
    assert "Coverage" in text
    assert "Shortest paths" in text


def test_json_is_the_report_and_nothing_else():
    _, text = simulated(str(SAMPLE), "--plays", "12", "--player", "best", "--json")

    report = json.loads(text)
    assert report["plays"] == 12
    assert [player["name"] for player in report["players"]] == ["best"]


def test_an_ending_never_reached_fails(trapping):
    status, text = simulated(trapping, "--plays", "30")

    assert status == 1
    assert "Fault: the ending “stays” is never reached." in text


def test_the_report_is_kept_in_a_file_as_json_where_its_name_says_so(tmp_path):
    kept, table = tmp_path / "report.json", tmp_path / "report.txt"

    simulated(str(SAMPLE), "--plays", "6", "--report", str(kept))
    _, text = simulated(str(SAMPLE), "--plays", "6", "--report", str(table))

    assert json.loads(kept.read_text("utf-8"))["plays"] == 6
    assert table.read_text("utf-8") == text


def test_a_report_that_cannot_be_kept_is_told(tmp_path):
    with pytest.raises(ScenarioError, match="The report could not be written"):
        simulated(str(SAMPLE), "--plays", "6", "--report", str(tmp_path / "no" / "report"))


def test_the_players_of_the_command_line_are_those_there_are():
    assert (*PLAYERS, "all") == _PLAYERS


@pytest.mark.parametrize("count", ["0", "-1", "many", "1000001"])
def test_a_number_of_plays_out_of_range_is_refused(count, capsys):
    with pytest.raises(SystemExit):
        parsed(["simulate", "x", "--plays", count])

    assert "give a number from 1 to 1,000,000" in capsys.readouterr().err
