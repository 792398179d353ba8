"""Whatever a story file holds, importing it gives a scenario without errors or a plain sentence.

``RAPPORT_FUZZ_EXAMPLES=20000`` tries that many spoilt files instead of the few of every day.
"""

import contextlib
import os
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.core.errors import SimulatorError
from simulator.core.scenario.words import Track
from simulator.storage.importing import imported
from tests.storage.importing.stories import SAMPLES, package, question, screen

EXAMPLES = int(os.environ.get("RAPPORT_FUZZ_EXAMPLES", "40"))
LONGEST_S = 5

PAGE = (
    '<tw-storydata name="Late" startnode="1" format="Harlowe">'
    '<tw-passagedata pid="1" name="Start">(if: $a)[Well?] [[Go->End]] (link-goto: "x", "End")'
    '</tw-passagedata><tw-passagedata pid="2" name="End">Bye</tw-passagedata></tw-storydata>'
)
TOKENS = {
    "ink": (
        *(b'{"->":"0"}', b'{"*":".^.c-0","flg":31}', b'"ev",', b'"/ev",', b'"thread",', b"["),
        *(b'{"c":true,"->":".^.b"}', b'{"f()":"gone"}', b'{"->t->":"gone"}', b"]", b"null"),
        *(b'{"#n":"x"}', b'"du",', b'"visit",', b'{"temp=":"$r"}', b"1e400,", b'"->->",'),
        b'{"VAR=":"calm","re":true}',
    ),
    "twine": (
        *(b"[[", b"]]", b"->", b"|", b"<<", b">>", b"(goto: ", b")", b":: ", b"<!--", b"/*"),
        *(b"$a", b'<<link "a">>', b"\n--\n", b"{", b"}", b"<tw-passagedata ", b"[img["),
        b"</tw-passagedata>",
    ),
    "yarn": (
        *(b"-> ", b"<<if ", b"<<else>>", b"<<endif>>", b">>", b"<<once>>", b"=> ", b"===\n"),
        *(b"---\n", b"title: A\n", b"<<jump Start>>", b"<<detour Start>>", b"    ", b"\t"),
        *(b"{", b"((((", b"[[a|b]]"),
    ),
}
STORIES = {
    "ink": (SAMPLES / "late-parcel.ink.json").read_bytes(),
    "twine": (SAMPLES / "late-parcel.twee").read_bytes(),
    "page": PAGE.encode(),
    "yarn": (SAMPLES / "late-parcel.yarn").read_bytes(),
}
CHECKED = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@st.composite
def spoilt(draw, content, tokens):
    """Draw a file with a few pieces changed, doubled or taken out."""
    made = bytearray(content)
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(made)))
        length = draw(st.integers(0, 40))
        match draw(st.sampled_from(["token", "bytes", "cut", "double"])):
            case "token":
                made[place:place] = draw(st.sampled_from(tokens)) * draw(st.sampled_from([1, 1, 3]))
            case "bytes":
                made[place : place + length] = draw(st.binary(max_size=4))
            case "cut":
                del made[place : place + length]
            case _:
                made[place:place] = made[place : place + length]
    return bytes(made)


def check(path, content):
    path.write_bytes(content)
    began = time.monotonic()

    # What is no SimulatorError is a bug and fails the test.
    with contextlib.suppress(SimulatorError):
        assert imported(path, Track.COMPLAINT).scenario.steps

    assert time.monotonic() - began < LONGEST_S


@pytest.mark.parametrize("name", STORIES)
@CHECKED
@given(data=st.data())
def test_a_spoilt_story_is_imported_or_refused(tmp_path, name, data):
    tokens = TOKENS["twine" if name == "page" else name]

    check(tmp_path / "story", data.draw(spoilt(STORIES[name], tokens)))


@CHECKED
@given(content=st.binary(max_size=300))
def test_any_bytes_are_imported_or_refused(tmp_path, content):
    check(tmp_path / "story", content)


@CHECKED
@given(data=st.data())
def test_a_spoilt_package_is_imported_or_refused(tmp_path, data):
    contents = (question("Where?", ("Wait.", 1), ("No.", -1)), screen("Well?", -1))
    path = package(tmp_path / "whole.h5p", *contents)

    check(
        tmp_path / "spoilt.h5p",
        data.draw(spoilt(path.read_bytes(), [b"PK\x03\x04", b"PK\x05\x06"])),
    )


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-3, 3), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["type", "library", "params", "text", "nextContentId", "feedback"])
            | st.sampled_from(["branchingQuestion", "alternatives", "question", "title"]),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=20,
)


@CHECKED
@given(contents=st.lists(JSON, min_size=1, max_size=4))
def test_a_package_of_any_values_is_imported_or_refused(tmp_path, contents):
    path = package(tmp_path / "odd.h5p", *contents)

    check(tmp_path / "copy.h5p", path.read_bytes())


@pytest.mark.parametrize(
    "content",
    [
        b":: A\n" + b"[[" * 400_000,
        b":: A\n" + b"<<a" * 300_000,
        b":: A\n" + b"(a:" * 300_000,
        b":: A\n" + b"<a" * 400_000,
        b":: A\n" + b"{" * 900_000,
        b":: A\n" + b"|a" * 400_000,
        b":: A\n" + b"/*" * 400_000,
        b"<tw-storydata>" + b"<tw-passagedata " * 100_000,
        b"title: A\n---\n" + b"<<if " * 200_000,
        b"title: A\n---\n" + b"-> a\n" * 200_000,
        b"title: A\n---\n" + b"#a " * 300_000,
        b"title: A\n---\n" + b"a <<if " * 150_000 + b"\n===",
        b"title: A\n---\n" + b"<<if $a>>\n" * 30 + b"a\n" * 10 + b"<<endif>>\n" * 30 + b"===",
        b'{"inkVersion": 21, "root": [' + b'{"->": "0"},' * 100_000 + b"null]}",
    ],
    ids=lambda content: repr(content[:24]),
)
def test_a_file_made_to_take_long_does_not(tmp_path, content):
    check(tmp_path / "story", content)
