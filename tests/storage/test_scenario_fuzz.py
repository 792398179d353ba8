"""Whatever happens to a scenario file, reading it gives faults with places and never raises.

``RAPPORT_FUZZ_EXAMPLES=100000`` reads that many spoilt files instead of the few of every day.
``python -m benchmarks.fuzz_scenarios`` reads as many in processes that may crash.
"""

import os
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from benchmarks.spoilt_files import WORDS, good_files, spoilt_file
from simulator.storage.scenario_files import ScenarioFile, read_scenario

EXAMPLES = int(os.environ.get("RAPPORT_FUZZ_EXAMPLES", "150"))
GOOD = good_files()[0]

relaxed = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

NAMES = st.sampled_from(WORDS) | st.text("ab1:-#'\"[{&*!?|> \t\u00e4", max_size=8)
SCALARS = st.one_of(
    NAMES,
    st.sampled_from(["~", "true", "no", "0", "-1", "1.5", "12:30", "2026-13-45", "9" * 400]),
    st.text(max_size=20),
)


def _inline(values):
    return "[" + ", ".join(values) + "]"


def _inline_group(pairs):
    return "{" + ", ".join(f"{name}: {value}" for name, value in pairs) + "}"


def _quoted(text):
    return "'" + text.replace("'", "''") + "'"


INLINE = st.recursive(
    SCALARS | SCALARS.map(_quoted) | st.builds("{}{}".format, st.sampled_from("&*!|>"), NAMES),
    lambda below: st.one_of(
        st.lists(below, max_size=4).map(_inline),
        st.lists(st.tuples(NAMES, below), max_size=4).map(_inline_group),
    ),
    max_leaves=8,
)


@st.composite
def block_files(draw, depth=0):
    """Draw lines that follow YAML's grammar, or nearly: groups, lists, texts over several lines."""
    lines = []
    for _ in range(draw(st.integers(1, 5))):
        indent = " " * draw(st.sampled_from([2 * depth, 2 * depth, 2 * depth, 2 * depth + 1]))
        start = draw(st.sampled_from(["", "", "- ", "? ", ": ", "# "]))
        name = draw(NAMES)
        kind = draw(st.sampled_from(["value", "value", "group", "text", "break"]))
        if kind == "group" and depth < 4:
            lines += [f"{indent}{start}{name}:", draw(block_files(depth + 1))]
        elif kind == "text":
            text = draw(st.text(max_size=20))
            lines += [f"{indent}{start}{name}: {draw(st.sampled_from('|>'))}", f"{indent}  {text}"]
        elif kind == "break":
            lines.append(draw(st.sampled_from(["---", "...", "", "%YAML 1.1", "\t", "#"])))
        else:
            lines.append(f"{indent}{start}{name}: {draw(INLINE)}")
    return "\n".join(lines)


@pytest.fixture
def read(tmp_path):
    """Read bytes as a scenario file, and check what must be true of every file read."""

    def read_content(content):
        path = tmp_path / "spoilt.yaml"
        path.write_bytes(content)
        file = read_scenario(path)
        assert isinstance(file, ScenarioFile)
        assert file.scenario or file.faults
        lines = content.count(b"\n") + content.count(b"\r") + 3 * content.count(b"\xe2") + 3
        for fault in file.faults:
            assert 1 <= fault.line <= lines + content.count(b"\xc2")
            assert fault.column >= 1
            assert fault.message
            assert fault.remedy

    return read_content


@relaxed
@given(st.randoms(use_true_random=False).map(spoilt_file) | st.binary(max_size=200))
@example(b"format: 2\nsteps: {a: {replies: [*x]}}")
@example(GOOD.replace(b"steps:", b"steps: []\nstep:"))
@example(GOOD.replace(b"temperament:", b"temperament: 5\nx:"))
@example(GOOD.replace(b"plays:", b"plays: [{}]\nx:"))
def test_a_spoilt_file_gives_faults_with_places(read, content):
    read(content)


@relaxed
@given(block_files())
def test_lines_that_nearly_follow_the_grammar_give_faults_with_places(read, text):
    read(text.encode("utf-8", "surrogatepass"))


@relaxed
@given(INLINE)
@example("{: 1, '': 2}")
def test_any_value_in_place_of_the_steps_gives_faults_with_places(read, value):
    head, _, _ = GOOD.partition(b"\nsteps:")

    read(head + b"\nsteps: " + value.encode("utf-8", "surrogatepass"))


def test_every_kind_of_spoilt_file_is_made_the_same_from_the_same_seed():
    files = [spoilt_file(Random(f"1/{number}")) for number in range(100)]

    assert files == [spoilt_file(Random(f"1/{number}")) for number in range(100)]
    assert len(set(files)) > 95


@pytest.mark.parametrize("batch", range(10))
def test_a_hundred_files_of_each_batch_give_faults_with_places(read, batch):
    for number in range(max(100, EXAMPLES // 10)):
        read(spoilt_file(Random(f"tests/{batch}/{number}")))
