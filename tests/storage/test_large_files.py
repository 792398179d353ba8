"""Files of thousands of steps: every fault is told at its place, and little is kept in memory."""

import gc
import re
import time

import pytest

from benchmarks.large_scenarios import large_scenario_text
from benchmarks.loading import memory_per_step
from simulator.core.scenario.checks.choices import MOST_COMPARED, Choices
from simulator.storage.scenario_files import collector_paused, read_scenario

STEPS = 800
SPOILING = {
    "RS301": (r"goes: step-", "goes: stpe-"),
    "RS306": (r"not gave\(plain-", "not gave(plan-"),
    "RS307": (r"trust < 90", "trsut < 90"),
    "RS311": (r"id: blunt-\d+", "id: blunt-0"),
    "RS503": (r"I will stay with it", "I will stay with \U0001f600 it"),
}


@pytest.fixture
def read(tmp_path):
    """Read a text as a scenario file."""

    def read_text(text):
        path = tmp_path / "large.yaml"
        path.write_text(text, encoding="utf-8")
        return read_scenario(path)

    return read_text


def spoilt(text, step=3):
    """Spoil every third line that can be spoilt; give the text and each fault with its line."""
    lines = text.splitlines()
    expected = set()
    seen = dict.fromkeys(SPOILING, 0)
    for number, line in enumerate(lines):
        for code, (good, bad) in SPOILING.items():
            if not re.search(good, line) or "blunt-0" in line or "plain-0" in line:
                continue
            seen[code] += 1
            if seen[code] % step == 0:
                lines[number] = re.sub(good, bad, line, count=1)
                expected.add((code, number + 1))
                break
    return "\n".join(lines), expected


def test_each_of_more_than_a_thousand_faults_is_told_on_its_line(read):
    text, expected = spoilt(large_scenario_text(STEPS))

    file = read(text)

    assert len(expected) > 1_000
    told = {(fault.code, fault.line) for fault in file.faults if fault.code in SPOILING}
    assert told == expected


@pytest.mark.parametrize("steps", [5, 17, 100, STEPS])
def test_a_good_file_of_any_size_has_no_faults(read, steps):
    assert read(large_scenario_text(steps)).faults == ()


def test_a_fault_in_every_step_of_a_large_file_ends_with_how_many_are_not_listed(read):
    text = large_scenario_text(STEPS).replace("goes: step-", "goes: stpe-")

    faults = read(text).faults

    assert len(faults) == 2_000
    assert faults[-1].code == "RS118"


def test_mistakes_of_single_values_beyond_a_thousand_are_not_told_one_by_one(read):
    text = large_scenario_text(STEPS).replace("hint: ", "hints: ")

    faults = read(text).faults

    assert len(faults) == 1_001
    assert {fault.code for fault in faults} == {"RS201", "RS202", "RS118"}


def test_a_step_takes_at_most_six_kilobytes(tmp_path):
    path = tmp_path / "large.yaml"
    path.write_text(large_scenario_text(STEPS), encoding="utf-8")

    assert memory_per_step(path, STEPS) < 6_000


def test_ten_thousand_wrong_ids_among_a_hundred_thousand_are_answered_soon():
    choices = Choices({f"step-{number}" for number in range(100_000)})
    started = time.process_time()

    remedies = [choices.remedy(f"stpe-{number}") for number in range(10_000)]

    assert time.process_time() - started < 2
    assert remedies[7] == "Did you mean “step-7”?"
    assert remedies[-1] == "Choose one of the 100,000 there are, or add this one."


@pytest.mark.parametrize("word", ["opning", "openning", "opeming", "poening", "opening-"])
def test_one_slip_is_seen_among_many_ids_as_among_few(word):
    few = Choices(["opening", "anger"])
    many = Choices(["opening", *(f"x{number:04}" for number in range(MOST_COMPARED))])

    assert few.remedy(word) == many.remedy(word) == "Did you mean “opening”?"


def test_the_collector_goes_on_after_a_pause_even_if_that_fails():
    def fail():
        with collector_paused():
            assert not gc.isenabled()
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - the very one raised above
        fail()

    assert gc.isenabled()


def test_a_collector_that_stood_still_before_a_pause_does_so_after_it():
    gc.disable()
    try:
        with collector_paused():
            pass
        is_running = gc.isenabled()
    finally:
        gc.enable()

    assert not is_running
