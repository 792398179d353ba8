import io
import json
from pathlib import Path

import pytest

from simulator.command_line.check import run_check
from simulator.command_line.schema import run_schema
from simulator.core.scenario.faults import RULES, Fault

SAMPLE = Path(__file__).parents[1] / "samples" / "every-feature.yaml"
GOOD = SAMPLE.read_text("utf-8")


@pytest.fixture
def checked():
    """Run the command; give its exit status and what it wrote."""

    def run(*paths, output_format="text", play_checker=None):
        out = io.StringIO()
        status = run_check(paths, output_format, out, play_checker)
        return status, out.getvalue()

    return run


@pytest.fixture
def faulty(tmp_path):
    path = tmp_path / "faulty.yaml"
    content = GOOD.replace("level: 2", "level: 9").replace("channel: phone", "channel: telephone")
    path.write_text(content, "utf-8")
    return path


@pytest.fixture
def doubtful(tmp_path):
    """A scenario with a warning and no error."""
    path = tmp_path / "doubtful.yaml"
    path.write_text(GOOD.replace("offers: 0", "offers: 0, spare: 1"), "utf-8")
    return path


def test_a_good_file_has_no_faults_and_passes(checked):
    assert checked(SAMPLE) == (0, "1 file: no faults.\n")


def test_faults_are_listed_with_place_severity_code_and_remedy(checked, faulty):
    status, written = checked(faulty)

    first, second, summary = written.splitlines()
    assert status == 1
    assert first == (
        f"{faulty}:7:10: error RS205 “telephone” is not one of the choices for “channel”. "
        "Did you mean “phone”? Choose from: phone, chat, email, social, counter."
    )
    assert second.startswith(f"{faulty}:8:8: error RS204 “level” must be at most 5")
    assert summary == "1 file: 2 errors."


def test_warnings_do_not_fail(checked, doubtful):
    status, written = checked(doubtful)

    assert status == 0
    assert "warning RS309" in written
    assert written.endswith("1 file: 2 warnings.\n")


def test_a_folder_is_searched_and_each_file_checked_once(checked, faulty, doubtful, tmp_path):
    status, written = checked(tmp_path, faulty)

    assert status == 1
    assert written.count("RS205") == 1
    assert written.endswith("2 files: 2 errors, 2 warnings.\n")


def test_a_missing_path_is_an_error_line_and_the_others_are_still_checked(checked, faulty):
    status, written = checked(Path("nowhere.yaml"), faulty)

    assert status == 1
    assert written.startswith("nowhere.yaml:1:1: error RS101 there is no such file.")
    assert "RS205" in written


def test_a_folder_without_scenarios_is_a_warning(checked, tmp_path):
    status, written = checked(tmp_path)

    assert status == 0
    assert "warning RS117" in written


def test_plays_are_run_and_their_faults_brought_to_the_line(checked):
    def play_checker(scenario):
        yield Fault("RS601", ("plays", 1), f"{scenario.plays[1].name} fails", "Mend it.")

    status, written = checked(SAMPLE, play_checker=play_checker)

    line = GOOD[: GOOD.index("- {name: thanks alone")].count("\n") + 1
    assert status == 1
    assert f"{SAMPLE}:{line}:5: error RS601 thanks alone leave it open fails. Mend it." in written


def test_a_scenario_with_errors_is_not_played(checked, faulty):
    def play_checker(scenario):
        raise AssertionError("this scenario cannot be played")

    status, _ = checked(faulty, play_checker=play_checker)

    assert status == 1


def test_json_holds_every_fault(checked, faulty):
    _, written = checked(faulty, output_format="json")

    report = json.loads(written)
    assert report["files"] == 1
    assert report["faults"][1] == {
        "file": str(faulty),
        "line": 8,
        "column": 8,
        "severity": "error",
        "code": "RS204",
        "message": "“level” must be at most 5",
        "remedy": "Write a number up to 5.",
        "path": ["level"],
    }


def test_sarif_names_rules_places_and_levels(checked, faulty, doubtful):
    status, written = checked(faulty, doubtful, output_format="sarif")

    log = json.loads(written)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert status == 1
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in rules] == list(RULES)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
    region = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 8, "startColumn": 8}


def test_sarif_paths_are_uris(checked, tmp_path):
    path = tmp_path / "a name with ü.yaml"
    path.write_text("x", "utf-8")

    _, written = checked(path, Path("no such"), output_format="sarif")

    results = json.loads(written)["runs"][0]["results"]
    uris = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results
    ]
    assert uris[0].startswith("file:///")
    assert uris[0].endswith("a%20name%20with%20%C3%BC.yaml")
    assert uris[1] == "no%20such"


def test_what_a_file_holds_cannot_break_the_lines(checked, tmp_path):
    path = tmp_path / "line\nbreak.yaml"
    path.write_text('"a\\nb\\e[31m": 1\n', "utf-8")

    _, written = checked(path)

    assert "\x1b" not in written
    assert all(".yaml:" in line for line in written.splitlines()[:-1])


def test_the_schema_is_printed(checked):
    out = io.StringIO()

    assert run_schema(out) == 0
    assert json.loads(out.getvalue())["$id"] == "urn:rapport:scenario:2"
