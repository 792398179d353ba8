"""Every broken file in samples/faults is told with exactly the codes and places it announces."""

import re
from pathlib import Path

import pytest

from simulator.command_line.play import play_faults
from simulator.core.scenario.checks.library import library_faults
from simulator.core.scenario.faults import RULES
from simulator.storage.scenario_files import read_scenario

FAULTS = Path(__file__).parents[2] / "samples" / "faults"
FILES = sorted(FAULTS.glob("*.yaml"))
EXPECTED = re.compile(r"(RS\d{3}) (\d+):(\d+)")

NOT_IN_ONE_SMALL_FILE = {
    "RS101",  # a file that is not there
    "RS102",  # a million bytes
    "RS115",  # fifty thousand values
    "RS116",  # two files
    "RS117",  # a folder
    "RS118",  # two thousand faults
    "RS119",  # a folder's name
    "RS120",  # a file of settings
    "RS121",  # two files
    "RS122",  # a whole library
    "RS801",  # an add-on
}


def announced(path):
    first = path.read_bytes().split(b"\n", 1)[0].decode("latin-1")
    assert first.startswith("# expect: ")
    return sorted((code, int(line), int(column)) for code, line, column in EXPECTED.findall(first))


def found(path):
    file = read_scenario(path)
    if file.scenario is not None:
        file = file.with_faults(
            fault for _, fault in library_faults([file.scenario], is_whole=False)
        )
        if path.name.startswith("rs601"):
            file = file.with_faults(play_faults(file.scenario))
    return sorted((fault.code, fault.line, fault.column) for fault in file.faults)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_broken_file_is_told_with_what_it_announces_and_nothing_else(path):
    assert found(path) == announced(path)


def test_every_code_that_can_stand_in_one_small_file_has_one():
    covered = {code for path in FILES for code, _, _ in announced(path)}
    of_translations = {code for code in RULES if code[2] == "7"}

    assert covered == RULES.keys() - NOT_IN_ONE_SMALL_FILE - of_translations


def test_there_are_enough_broken_files_to_trust_the_checks():
    assert len(FILES) >= 80


def test_the_sample_they_are_made_from_has_no_fault():
    assert found(FAULTS.parent / "short.yaml") == []
