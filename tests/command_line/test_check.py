import io
import json
from pathlib import Path

import jsonschema
import pytest

from simulator.command_line.add_ons import AddOns
from simulator.command_line.check import CheckOptions, run_check
from simulator.command_line.entry import DEFAULT_LIBRARY
from simulator.command_line.play import play_faults
from simulator.command_line.schema import run_schema
from simulator.core.scenario.faults import RULES, Fault

SAMPLE = Path(__file__).parents[1] / "samples" / "every-feature.yaml"
GOOD = SAMPLE.read_text("utf-8")


@pytest.fixture
def checked():
    """Run the command; give its exit status and what it wrote."""

    def run(*paths, output_format="text", play_checker=None, fix=False):
        out = io.StringIO()
        options = CheckOptions(fix=fix, add_ons=AddOns())
        status = run_check(paths, output_format, out, play_checker, options)
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


SARIF_REQUIRED = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {
                                        "items": {"$ref": "#/$defs/rule"},
                                        "uniqueItems": True,
                                    }
                                },
                            }
                        },
                    },
                    "results": {"items": {"$ref": "#/$defs/result"}},
                },
            },
        },
    },
    "$defs": {
        "message": {
            "required": ["text"],
            "properties": {"text": {"type": "string", "minLength": 1}},
        },
        "level": {"enum": ["none", "note", "warning", "error"]},
        "rule": {
            "required": ["id", "shortDescription", "fullDescription", "help", "helpUri"],
            "properties": {
                "id": {"type": "string", "pattern": "^[A-Z]+[0-9]{3}$"},
                "shortDescription": {"$ref": "#/$defs/message"},
                "fullDescription": {"$ref": "#/$defs/message"},
                "help": {
                    "allOf": [{"$ref": "#/$defs/message"}],
                    "required": ["markdown"],
                },
                "helpUri": {"type": "string", "pattern": "^[a-z]+://[^ ]+/RS[0-9]{3}[.]md$"},
                "defaultConfiguration": {"properties": {"level": {"$ref": "#/$defs/level"}}},
            },
        },
        "result": {
            "required": ["ruleId", "message", "locations"],
            "properties": {
                "message": {"$ref": "#/$defs/message"},
                "level": {"$ref": "#/$defs/level"},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "locations": {
                    "minItems": 1,
                    "items": {
                        "required": ["physicalLocation"],
                        "properties": {
                            "physicalLocation": {
                                "required": ["artifactLocation", "region"],
                                "properties": {
                                    "artifactLocation": {"required": ["uri"]},
                                    "region": {
                                        "required": ["startLine"],
                                        "properties": {
                                            "startLine": {"type": "integer", "minimum": 1},
                                            "startColumn": {"type": "integer", "minimum": 1},
                                        },
                                    },
                                },
                            }
                        },
                    },
                },
            },
        },
    },
}
"""What SARIF 2.1.0 asks for, and what code hosts need to show a rule's page."""


def test_sarif_has_all_that_the_format_requires_and_a_page_for_each_rule(checked, faulty, tmp_path):
    _, written = checked(faulty, tmp_path / "nowhere.yaml", output_format="sarif")

    jsonschema.validate(json.loads(written), SARIF_REQUIRED)


def test_sarif_without_the_documentation_still_names_each_rule(checked, faulty, monkeypatch):
    monkeypatch.setattr("simulator.command_line.sarif.page_of", lambda code: None)

    _, written = checked(faulty, output_format="sarif")

    rules = json.loads(written)["runs"][0]["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} == RULES.keys()
    assert all(rule["shortDescription"]["text"].endswith(".") for rule in rules)


def test_the_scenarios_that_come_with_the_program_have_no_fault_at_all(checked):
    status, written = checked(DEFAULT_LIBRARY, play_checker=play_faults)

    assert status == 0
    assert written.endswith("files: no faults.\n")


def test_what_is_mended_is_told_and_then_checked_again(checked, tmp_path):
    path = tmp_path / "older.yaml"
    path.write_text(
        GOOD.replace("format: 2", "format: 1").replace("level: 2", "level: 2 "), "utf-8"
    )

    status, written = checked(path, fix=True)

    assert status == 0
    assert written == (
        f"{path}:8: fixed: spaces at the end of the line are gone.\n"
        f"{path}:2: fixed: the format is 2 now.\n"
        "1 file: no faults.\n"
    )
    assert path.read_text("utf-8") == GOOD


def test_json_stays_json_when_something_is_mended(checked, tmp_path, capsys):
    path = tmp_path / "older.yaml"
    path.write_text(GOOD.replace("format: 2", "format: 1"), "utf-8")

    _, written = checked(path, output_format="json", fix=True)

    assert json.loads(written) == {"files": 1, "faults": []}
    assert "fixed: the format is 2 now." in capsys.readouterr().err


def test_a_file_that_cannot_be_mended_is_told_and_the_others_are_checked(
    checked, tmp_path, monkeypatch
):
    path = tmp_path / "older.yaml"
    path.write_text(GOOD.replace("format: 2", "format: 1"), "utf-8")

    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("simulator.command_line.check.fix_scenario", refuse)

    status, written = checked(path, fix=True)

    assert status == 0
    assert f"{path}: nothing is changed: Permission denied\n" in written


def test_nothing_is_mended_unless_it_is_asked_for(checked, tmp_path):
    path = tmp_path / "older.yaml"
    older = GOOD.replace("format: 2", "format: 1")
    path.write_text(older, "utf-8")

    checked(path)

    assert path.read_text("utf-8") == older


def test_a_memory_left_by_another_file_of_the_folder_is_no_fault(checked, tmp_path):
    short = (SAMPLE.parent / "short.yaml").read_text("utf-8")
    first = short.replace("when: remembers(kept-word)", "when: remembers(lent-a-bike)").replace(
        "remembers: [kept-word]}", "remembers: [lent-a-bike]}"
    )
    second = short.replace("id: bike-for-saturday", "id: bike-again").replace(
        "remember: [kept-word]", "remember: [kept-word, lent-a-bike]"
    )
    (tmp_path / "first.yaml").write_text(first, "utf-8")
    (tmp_path / "second.yaml").write_text(second, "utf-8")

    _, alone = checked(tmp_path / "first.yaml")
    _, together = checked(tmp_path)

    assert "hint RS123" in alone
    assert together == "2 files: no faults.\n"


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
