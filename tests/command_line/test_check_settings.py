"""A project says how bad each fault is."""

import io
import json
from pathlib import Path

import pytest

from simulator.command_line.add_ons import AddOns
from simulator.command_line.check import CheckOptions, run_check
from simulator.command_line.check_settings import nearest_settings, read_settings
from simulator.core.scenario.faults import Severity

SHORT = (Path(__file__).parents[1] / "samples" / "short.yaml").read_text("utf-8")
SETTINGS = "rapport-checks.yaml"


@pytest.fixture
def checked():
    """Run the check as JSON; give its exit status and the codes with their severities."""

    def run(path, config=None):
        out = io.StringIO()
        status = run_check([path], "json", out, None, CheckOptions(config, add_ons=AddOns()))
        faults = json.loads(out.getvalue())["faults"]
        return status, {fault["code"]: fault["severity"] for fault in faults}

    return run


@pytest.fixture
def library(tmp_path):
    """A folder with one scenario that has the hint RS514, below a folder for settings."""
    folder = tmp_path / "scenarios"
    folder.mkdir()
    (folder / "bike.yaml").write_text(
        SHORT.replace("be ready. Nobody", "be ready.  Nobody"), "utf-8"
    )
    return folder


def settings_beside(folder, text):
    path = folder / SETTINGS
    path.write_text(text, "utf-8")
    return path


def test_without_settings_a_fault_is_as_bad_as_its_code_says(checked, library):
    assert checked(library) == (0, {"RS514": "hint"})


def test_a_fault_that_is_off_is_not_told(checked, library):
    settings_beside(library, "severity: {RS514: off}\n")

    assert checked(library) == (0, {})


def test_a_hint_made_an_error_fails_the_check(checked, library):
    settings_beside(library, "severity:\n  RS514: error\n")

    assert checked(library) == (1, {"RS514": "error"})


def test_settings_are_found_in_the_folders_above(checked, library):
    settings_beside(library.parent, "severity: {RS514: warning}\n")

    assert checked(library / "bike.yaml") == (0, {"RS514": "warning"})


def test_the_nearest_settings_count(library):
    settings_beside(library.parent, "severity: {RS514: off}\n")
    nearer = settings_beside(library, "severity: {RS514: error}\n")

    assert nearest_settings(library) == nearer


def test_settings_named_on_the_command_line_stand_in_for_the_nearest(checked, library, tmp_path):
    settings_beside(library, "severity: {RS514: off}\n")
    strict = tmp_path / "strict.yaml"
    strict.write_text("severity: {RS514: error}\n", "utf-8")

    assert checked(library, strict) == (1, {"RS514": "error"})


def test_the_settings_file_is_not_taken_for_a_scenario(checked, library):
    path = settings_beside(library, "severity: {RS514: off}\n")

    assert checked(library) == (0, {})
    assert checked(path) == (0, {})


def test_settings_that_are_not_there_are_a_fault(checked, library):
    status, told = checked(library, library / "nowhere.yaml")

    assert status == 1
    assert told["RS120"] == "error"


def test_a_fault_of_the_settings_is_told_though_the_scenarios_have_none(checked, library):
    (library / "bike.yaml").write_text(SHORT, "utf-8")
    settings_beside(library, "severity: {RS999: off}\n")

    assert checked(library) == (1, {"RS120": "error"})


WRONG = [
    ("severity: {RS54: off}", 1, 12, "Did you mean “RS5"),
    ("severity:\n  RS514: loud", 2, 10, "Choose from: off, hint, warning, error."),
    ("severity:\n  RS301: hint", 2, 10, "Take the line away, and mend the fault."),
    ("severity:\n  RS301: off", 2, 10, "Take the line away, and mend the fault."),
    ("severities: {RS514: off}", 1, 1, "There is only “severity”."),
    ("severity: [RS514]", 1, 11, "Write severity: and a line for each code below it."),
    ("- RS514", 1, 1, "Write severity: and a line for each code below it."),
    ("severity:\n  ACME001: off", 2, 3, "Codes look like RS505."),
]


@pytest.mark.parametrize(("text", "line", "column", "remedy"), WRONG)
def test_what_cannot_be_used_is_told_with_its_place(tmp_path, text, line, column, remedy):
    (fault,) = read_settings(settings_beside(tmp_path, text)).faults

    assert (fault.code, fault.line, fault.column) == ("RS120", line, column)
    assert fault.remedy.startswith(remedy)


def test_what_can_be_used_counts_beside_what_cannot(tmp_path):
    path = settings_beside(tmp_path, "severity: {RS999: off, RS514: warning, RS505: off}")

    assert read_settings(path).severities == {"RS514": Severity.WARNING, "RS505": None}


def test_codes_of_add_ons_may_be_set(tmp_path):
    path = settings_beside(tmp_path, "severity: {ACME001: error}")

    settings = read_settings(path, {"ACME"})

    assert settings.faults == ()
    assert settings.severities == {"ACME001": Severity.ERROR}


def test_broken_yaml_and_other_encodings_are_faults_and_empty_settings_are_none(tmp_path):
    broken = read_settings(settings_beside(tmp_path, "severity: {"))
    (tmp_path / "latin.yaml").write_bytes(b"# \xe4\n")

    assert [fault.code for fault in broken.faults] == ["RS105"]
    assert [fault.code for fault in read_settings(tmp_path / "latin.yaml").faults] == ["RS120"]
    assert read_settings(settings_beside(tmp_path, "")).faults == ()
