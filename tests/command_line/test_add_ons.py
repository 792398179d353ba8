"""Rules that other packages bring along."""

import io
import json
import sys
from pathlib import Path

import pytest

from simulator.command_line.add_ons import MOST_FAULTS, AddOn, AddOns, installed_add_ons
from simulator.command_line.check import CheckOptions, run_check
from simulator.core.scenario.faults import Fault, Severity

SHORT = Path(__file__).parents[1] / "samples" / "short.yaml"
RULES = """
from simulator.core.scenario.faults import Fault, Severity

def rules(scenario):
    yield Fault("ACME001", ("steps", "cross", "better"), "too kind", "Be firm.", character=9,
                told_as=Severity.HINT)

NOT_CALLABLE = 3
"""


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Install a package with entry points; give what is then found."""

    def install(module, **points):
        site = tmp_path / "site"
        info = site / "acme_rules-1.0.dist-info"
        info.mkdir(parents=True)
        (site / "acme_rules_of_a_test.py").write_text(module, "utf-8")
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n")
        lines = [f"{name} = {value}" for name, value in points.items()]
        (info / "entry_points.txt").write_text("[rapport.checks]\n" + "\n".join(lines) + "\n")
        monkeypatch.syspath_prepend(site)
        return installed_add_ons()

    yield install
    sys.modules.pop("acme_rules_of_a_test", None)


def checked(add_ons, config=None):
    out = io.StringIO()
    status = run_check([SHORT], "json", out, None, CheckOptions(config, add_ons=add_ons))
    return status, json.loads(out.getvalue())["faults"]


def with_rules(rules):
    return AddOns((AddOn("ACME", rules),))


def test_an_installed_add_on_is_found_and_its_faults_stand_at_their_place(installed):
    add_ons = installed(RULES, acme="acme_rules_of_a_test:rules")

    status, (fault,) = checked(add_ons)

    lines = SHORT.read_text("utf-8").splitlines()
    row = next(at for at, line in enumerate(lines) if "better: You are right" in line)
    assert add_ons.prefixes == {"ACME"}
    assert status == 0
    assert (fault["code"], fault["severity"]) == ("ACME001", "hint")
    assert (fault["line"], fault["column"]) == (row + 1, lines[row].index("You") + 9)


def test_the_installed_add_ons_are_asked_where_none_are_given(installed):
    installed(RULES, acme="acme_rules_of_a_test:rules")

    _, faults = checked(None)

    assert [fault["code"] for fault in faults] == ["ACME001"]


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("acme", "acme_rules_of_a_test:gone", "gone"),
        ("acme", "no_such_module_anywhere:rules", "ModuleNotFoundError"),
        ("acme", "acme_rules_of_a_test:NOT_CALLABLE", "cannot be called"),
        ("rs", "acme_rules_of_a_test:rules", "its name must be"),
        ("acme-2", "acme_rules_of_a_test:rules", "its name must be"),
    ],
)
def test_an_add_on_that_cannot_be_loaded_is_told_by_name(installed, name, value, reason):
    status, (fault,) = checked(installed(RULES, **{name: value}))

    assert status == 1
    assert fault["code"] == "RS801"
    assert f"“{name}”" in fault["message"]
    assert reason in fault["message"]


def test_a_module_that_stops_while_it_is_loaded_is_told(installed):
    _, (fault,) = checked(installed("raise OSError('no licence')", acme="acme_rules_of_a_test:x"))

    assert "OSError: no licence" in fault["message"]


def test_rules_that_stop_are_told_and_what_they_found_before_counts():
    def rules(scenario):
        yield Fault("ACME001", ("title",), "too long", "Shorten it.")
        raise ZeroDivisionError("oh")

    status, faults = checked(with_rules(rules))

    assert status == 1
    assert {fault["code"] for fault in faults} == {"ACME001", "RS801"}
    assert any("ACME” fail (ZeroDivisionError: oh)" in fault["message"] for fault in faults)


@pytest.mark.parametrize("code", ["RS301", "OTHER001", "ACME1", "ACME0001", "", "acme001"])
def test_a_code_that_is_not_their_own_is_told(code):
    _, (fault,) = checked(with_rules(lambda scenario: [Fault(code, (), "x", "Y.")]))

    assert fault["code"] == "RS801"


@pytest.mark.parametrize("given", ["a text", None, [3], 5])
def test_what_is_not_a_fault_is_told(given):
    _, faults = checked(with_rules(lambda scenario: given))

    assert {fault["code"] for fault in faults} == {"RS801"}


def test_faults_without_end_are_cut():
    def rules(scenario):
        while True:
            for at in range(10**9):
                yield Fault("ACME001", (), f"number {at}", "Stop.")

    _, faults = checked(with_rules(rules))

    assert len(faults) == MOST_FAULTS


def test_one_add_on_that_fails_does_not_keep_others_from_speaking():
    def good(scenario):
        return [Fault("GOOD001", (), "x", "Y.")]

    add_ons = AddOns((AddOn("BAD", lambda scenario: 1 / 0), AddOn("GOOD", good)))

    _, faults = checked(add_ons)

    assert {fault["code"] for fault in faults} == {"RS801", "GOOD001"}


def test_a_project_says_how_bad_a_fault_of_an_add_on_is(tmp_path):
    config = tmp_path / "strict.yaml"
    config.write_text("severity: {ACME001: error}\n", "utf-8")

    status, (fault,) = checked(
        with_rules(lambda scenario: [Fault("ACME001", (), "x", "Y.", told_as=Severity.HINT)]),
        config,
    )

    assert (status, fault["severity"]) == (1, "error")


def test_sarif_describes_rules_of_add_ons_too():
    out = io.StringIO()
    rules = with_rules(lambda scenario: [Fault("ACME001", (), "x", "Y.")])
    run_check([SHORT], "sarif", out, None, CheckOptions(add_ons=rules))

    (run,) = json.loads(out.getvalue())["runs"]

    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "ACME001"
    assert result["level"] == "warning"
