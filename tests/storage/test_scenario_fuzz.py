"""Whatever happens to a scenario file, reading it gives faults with places and never raises.

``RAPPORT_FUZZ_EXAMPLES=100000`` reads that many spoilt files instead of the few of every day.
"""

import os
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from simulator.storage.scenario_files import ScenarioFile, read_scenario

EXAMPLES = int(os.environ.get("RAPPORT_FUZZ_EXAMPLES", "150"))
GOOD = (Path(__file__).parents[1] / "samples" / "every-feature.yaml").read_bytes()
LINES = GOOD.splitlines(keepends=True)

TOKENS = [
    *(b":", b"- ", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!x ", b"<<: ", b"#", b"|", b">", b"'"),
    *(b'"', b"\t", b"\n", b"---\n", b"? ", b"%", b"\0", b"\xff", b"\xed\xa0\x80", b"9" * 5000),
    *(
        b"null",
        b"true",
        b"-1",
        b"1e999",
        b"..",
        b"when: (",
        b"asks(",
        b" and ",
        b"\xef\xbb\xbf",
        b"  ",
    ),
]


@st.composite
def spoilt_files(draw):
    """Draw the good file with a few bytes, tokens or lines changed."""
    content = bytearray(GOOD)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(content)))
        length = draw(st.integers(0, 12))
        kind = draw(st.sampled_from(["bytes", "token", "line", "swap"]))
        if kind == "bytes":
            content[place : place + length] = draw(st.binary(max_size=4))
        elif kind == "token":
            content[place:place] = draw(st.sampled_from(TOKENS))
        elif kind == "line":
            content[place:place] = draw(st.sampled_from(LINES))
        else:
            content[place : place + length] = content[place : place + length][::-1]
    return bytes(content)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.one_of(spoilt_files(), st.binary(max_size=200)))
@example(b"format: 2\nsteps: {a: {replies: [*x]}}")
@example(GOOD.replace(b"steps:", b"steps: []\nstep:"))
@example(GOOD.replace(b"temperament:", b"temperament: 5\nx:"))
@example(GOOD.replace(b"plays:", b"plays: [{}]\nx:"))
def test_a_spoilt_file_gives_faults_with_places(tmp_path, content):
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
