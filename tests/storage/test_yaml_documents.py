"""What YAML may and may not do in a scenario file, one hand-made case each."""

import time

import pytest
import yaml

from simulator.storage import yaml_documents
from simulator.storage.scenario_files import read_scenario
from simulator.storage.yaml_documents import yaml_document


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def either_parser(request, monkeypatch):
    """Run a test with the parser in C and with the slower one in Python."""
    monkeypatch.setattr(yaml_documents, "_LOADER", getattr(yaml, request.param))


@pytest.fixture
def faults_of(tmp_path):
    """Read bytes or text as a scenario file and give its faults."""

    def read(content):
        path = tmp_path / "case.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_scenario(path).faults

    return read


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("5", 5),
        ("+15", 15),
        ("-14", -14),
        ("0", 0),
        ("1.5", 1.5),
        ("-0.25", -0.25),
        ("true", True),
        ("False", False),
        ("", None),
        ("~", None),
        ("null", None),
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("off", "off"),
        ("y", "y"),
        ("12:30", "12:30"),
        ("1:30:00", "1:30:00"),
        ("010", "010"),
        ("0o10", "0o10"),
        ("0x1f", "0x1f"),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".5", ".5"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("2026-03-03", "2026-03-03"),
        ("2026-13-45", "2026-13-45"),
        ("2026-03-03T10:00:00", "2026-03-03T10:00:00"),
        ('"5"', "5"),
        ("'true'", "true"),
        ('""', ""),
        ("70..100", "70..100"),
        ("=", "="),
        ("9" * 18, int("9" * 18)),
        ("9" * 5000, "9" * 5000),
        ("1." + "3" * 5000, "1." + "3" * 5000),
        ("٣", "٣"),
        ("[1, no]", [1, "no"]),
        ("{a: 1, b: off}", {"a": 1, "b": "off"}),
    ],
)
def test_a_value_is_what_it_looks_like(written, meant):
    document = yaml_document(f"value: {written}".encode())

    assert document.value == {"value": meant}
    assert type(document.value["value"]) is type(meant)
    assert document.faults == ()


def test_names_are_always_text():
    document = yaml_document(b"1: a\ntrue: b\n~: c\n1.5: e")

    assert list(document.value) == ["1", "true", "~", "1.5"]


BOMBS = {
    "aliases": "a: &a [x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
        for before, name in zip("abcdefghij", "bcdefghijk", strict=True)
    ),
    "merge keys": "a: &a {x: 1}\nb: &b\n  <<: [*a, *a, *a]\nc:\n  <<: [*b, *b, *b]\n",
}  # fmt: skip

CASES = [
    ("RS105", "a: [1, 2", (1, 4), "square bracket"),
    ("RS105", "a: {b: 1", (1, 4), "curly bracket"),
    ("RS105", "a: 'b\nc: d", (1, 4), "never closed"),
    ("RS105", "says: He said: no", (1, 14), "quotation marks"),
    ("RS105", "a: 1\n b: 2", (2, 3), "same column|one column"),
    ("RS105", "- a\nb: 1", (2, 1), "hyphen"),
    ("RS105", "a: - b", (1, 4), "hyphen"),
    ("RS105", "a: 'don't do'", (1, 9), "inside it twice"),
    ("RS105", 'a: "\\q"', (1, 5), "backslash"),
    ("RS105", 'a: "\\ud800"', (1, 7), "no character"),
    ("RS105", "a: @b", (1, 4), "cannot begin with “@”"),
    ("RS105", "a: `b`", (1, 4), "cannot begin with “`”"),
    ("RS105", "%YAML 9.9\n---\na: 1", (1, 1), "begins with %"),
    ("RS105", "a: 1\nb\nc: 2", (2, 1), "colon"),
    ("RS106", "a:\n\tb: 1", (2, 1), "Indent with spaces"),
    ("RS103", "a: ü".encode("latin-1"), (1, 4), "UTF-8"),
    ("RS103", "a: b".encode("utf-16"), (1, 1), "UTF-16"),
    ("RS103", b"a: b\nc: \xed\xa0\x80", (2, 4), "UTF-8"),
    ("RS104", "a: b\nc: d\0", (2, 5), "U+0000"),
    ("RS104", "a: \x07", (1, 4), "U+0007"),
    ("RS107", "a: " + "[" * 60, (1, 43), "inside each other"),
    ("RS107", "- " * 60, (1, 81), "inside each other"),
    ("RS107", "? " * 5000, (1, 3), "inside each other|name should"),
    ("RS108", "a: &x 1\nb: *x", (1, 4), "Write the value out"),
    ("RS108", "a: *x", (1, 4), "Write the value out"),
    ("RS108", "a: {<<: {b: 1}}", (1, 5), "Write the value out"),
    ("RS108", BOMBS["aliases"], (1, 4), "borrow"),
    ("RS108", BOMBS["merge keys"], (1, 4), "borrow"),
    ("RS109", "a: !!python/object:os.system x", (1, 4), "Take it away"),
    ("RS109", "a: !!str 5", (1, 4), "Take it away"),
    ("RS109", "a: ! x", (1, 4), "Take it away"),
    ("RS110", "a: 1\n---\nb: 2", (2, 1), "second document"),
    ("RS111", "a: 1\nb: 2\na: 3", (3, 1), "first on line 1, column 1"),
    ("RS111", "x: {a: [1], a: [2]}", (1, 13), "first on line 1, column 5"),
    ("RS112", "[a]: 1", (1, 1), "name should"),
    ("RS112", "? {a: 1}\n: 2", (1, 3), "name should"),
    ("RS113", "", (1, 1), "no scenario"),
    ("RS113", "# only a remark", (1, 1), "no scenario"),
    ("RS113", "- a\n- b", (1, 1), "no scenario"),
    ("RS113", "just a text", (1, 1), "no scenario"),
    ("RS113", b"\xef\xbb\xbf", (1, 1), "no scenario"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "content", "place", "words"), CASES)
def test_bad_yaml_is_told_with_its_place_and_a_remedy(faults_of, code, content, place, words):
    fault = next(fault for fault in faults_of(content) if fault.code in (code, "RS112"))

    told = f"{fault.message}. {fault.remedy}"
    assert (fault.line, fault.column) == place
    assert any(word in told for word in words.split("|"))


def test_a_file_with_too_many_values_is_refused_where_they_become_too_many(faults_of, monkeypatch):
    monkeypatch.setattr(yaml_documents, "MOST_VALUES", 1_000)

    (fault,) = faults_of("a: [" + "0," * 2_000 + "]")

    assert (fault.code, fault.line, fault.column) == ("RS115", 1, 2001)
    assert fault.message == "the file has more than 1,000 values"


HEAVY = {
    "100,000 brackets": "[" * 100_000,
    "100,000 curly brackets": "{" * 100_000,
    "100,000 opening brackets in a value": "a: " + "[" * 100_000 + "]" * 100_000,
    "100,000 question marks": "? " * 100_000,
    "100,000 hyphens": "- " * 100_000,
    "a million-digit number": "a: " + "9" * 900_000,
    "half a million entries": "a: [" + "0," * 490_000 + "]",
    "half a million names": "a: {" + "b," * 490_000 + "}",
    "100,000 empty lines": "\n" * 100_000 + "a",
    "a very long name": "b" * 900_000 + ": 1",
    "a bomb of aliases": BOMBS["aliases"],
    "a bomb of merge keys": BOMBS["merge keys"],
    "quotation marks": "'" * 900_000,
    "anchors": "&a " * 300_000,
}


@pytest.mark.parametrize("content", HEAVY.values(), ids=HEAVY)
def test_a_hostile_file_is_refused_soon(faults_of, content):
    started = time.process_time()
    faults = faults_of(content)
    taken_s = time.process_time() - started

    assert any(fault.is_error for fault in faults)
    assert taken_s < 2, "four times what is meant, for slow machines"


def test_a_hundred_thousand_brackets_take_under_half_a_second(faults_of):
    started = time.process_time()
    faults_of("[" * 100_000)

    assert time.process_time() - started < 0.5


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("content", ["a: [1", "a: 'b", "a: 1\n b: 2", "a:\n\tb: 1", "a: @b"])
def test_both_parsers_are_told_in_the_same_words(content):
    (fault,) = yaml_document(content.encode()).faults

    assert fault.line
    assert "cannot be read" not in fault.message


def test_a_file_full_of_faults_is_given_up():
    document = yaml_document(b"a: 1\n" * 30_000)

    assert len(document.faults) == yaml_documents.MOST_FAULTS
    assert not document.is_whole
