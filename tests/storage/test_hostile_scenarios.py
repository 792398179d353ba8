"""Files made to do harm, and files that other programs misread: each gives the fault it must give.

The cases are those in which other YAML loaders crash, hang, run out of memory or quietly change
what an author wrote.
"""

import time
import tracemalloc

import pytest

from simulator.storage.scenario_files import read_scenario
from simulator.storage.yaml_documents import yaml_document

ALIAS_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
MERGE_BOMB = "a0: &a0 {x: 1}\n" + "".join(
    f"a{number}: &a{number} {{<<: [{', '.join([f'*a{number - 1}'] * 9)}]}}\n"
    for number in range(1, 10)
)
DEEP_GROUPS = "".join(f"{'  ' * depth}a:\n" for depth in range(100))

FAULTS = {
    "100,000 square brackets": ("[" * 100_000, "RS107", 1, 41),
    "10,000 square brackets": ("[" * 10_000, "RS107", 1, 41),
    "10,000 square brackets, closed": ("[" * 10_000 + "]" * 10_000, "RS107", 1, 41),
    "100,000 curly brackets": ("{" * 100_000, "RS112", 1, 2),
    "100,000 hyphens": ("- " * 100_000, "RS107", 1, 81),
    "5,000 question marks": ("? " * 5_000, "RS112", 1, 3),
    "groups a hundred deep": (DEEP_GROUPS, "RS107", 41, 81),
    "a bomb of aliases": (ALIAS_BOMB, "RS108", 1, 4),
    "a bomb of merge keys": (MERGE_BOMB, "RS108", 1, 5),
    "an alias to itself": ("a: &a [*a]", "RS108", 1, 4),
    "an alias to nothing": ("a: *b", "RS108", 1, 4),
    "a merge key of its own": ("a: 1\n<<: {b: 2}", "RS108", 2, 1),
    "a Python object": ("a: !!python/object/apply:os.system [ls]", "RS109", 1, 4),
    "a Python name": ("a: !!python/name:os.system", "RS109", 1, 4),
    "a tag of YAML": ("a: !!binary aGVsbG8=", "RS109", 1, 4),
    "a tag of one's own": ("a: 1\nb: !secret x", "RS109", 2, 4),
    "a name given twice": ("a: 1\nb: 2\na: 3", "RS111", 3, 1),
    "a name given twice in brackets": ("a: {b: 1, b: 2}", "RS111", 1, 11),
    "a name given twice in two styles": ("a: 1\n'a': 2", "RS111", 2, 1),
    "a list as a name": ("? [a, b]\n: 1", "RS112", 1, 3),
    "a group as a name": ("{{a: 1}: 2}", "RS112", 1, 2),
    "two documents": ("a: 1\n---\nb: 2", "RS110", 2, 1),
    "an end, then another document": ("a: 1\n...\n---\nb: 2", "RS110", 3, 1),
    "a tab to indent": ("a:\n\tb: 1", "RS106", 2, 1),
    "a tab after a hyphen's line": ("a:\n  - b\n\t- c", "RS106", 3, 1),
    "Latin-1": ("name: Zoë".encode("latin-1"), "RS103", 1, 9),
    "UTF-16, little end first": (b"\xff\xfe" + "a: b".encode("utf-16-le"), "RS103", 1, 1),
    "UTF-16, big end first": (b"\xfe\xff" + "a: b".encode("utf-16-be"), "RS103", 1, 1),
    "UTF-32": ("a: b".encode("utf-32"), "RS103", 1, 1),
    "half a character": (b"a: \xe2\x82", "RS103", 1, 4),
    "a lone surrogate": (b"a: b\nc: \xed\xa0\x80", "RS103", 2, 4),
    "an overlong slash": (b"a: \xc0\xaf", "RS103", 1, 4),
    "a zero byte": ("a: b\nc: \0", "RS104", 2, 4),
    "a bell": ("a: b\x07", "RS104", 1, 5),
    "an escape": ("a: \x1b[31mred", "RS104", 1, 4),
    "a delete": ("a: \x7f", "RS104", 1, 4),
    "a lone surrogate, escaped": ('a: "\\ud800"', "RS105", 1, 7),
    "a quotation mark never closed": ("a: 1\nb: 'c", "RS105", 2, 4),
    "a bracket never closed": ("a: [1, 2\nb: 3", "RS105", 1, 4),
    "a colon in a text": ("a: he said: no", "RS105", 1, 11),
    "another version of YAML": ("%YAML 3.0\n---\na: 1", "RS105", 1, 1),
    "no bytes at all": ("", "RS113", 1, 1),
    "a byte order mark alone": (b"\xef\xbb\xbf", "RS113", 1, 1),
    "remarks alone": ("# nothing\n# more", "RS113", 1, 1),
    "one text": ("hello", "RS113", 1, 1),
    "one list": ("- a\n- b", "RS113", 1, 1),
    "a format of 5,000 digits": ("format: " + "9" * 5_000, "RS114", 1, 9),
    "a format of the future": ("format: 99", "RS114", 1, 9),
    "a format that is a Norwegian": ("format: no", "RS114", 1, 9),
    "60,000 values beside the steps": ("a: [" + "0," * 60_000 + "]", "RS115", 1, 1),
    "a step of 20,000 values": (
        "format: 2\nsteps:\n  a: [" + "0," * 20_000 + "]", "RS115", 3, 3),
    "an unknown name": ("format: 2\nconstructor: 1", "RS201", 2, 1),
    "a level of 5,000 digits": ("format: 2\nlevel: " + "9" * 5_000, "RS203", 2, 8),
    "a level of 18 digits": ("format: 2\nlevel: 999999999999999999", "RS204", 2, 8),
    "minutes on the clock": ("format: 2\nminutes: 12:30", "RS203", 2, 10),
    "minutes to the base of eight": ("format: 2\nminutes: 010", "RS203", 2, 10),
    "yes for true": ("format: 2\nplain_language: yes", "RS203", 2, 17),
    "a path for an id": ("format: 2\nid: ../../etc/passwd", "RS206", 2, 5),
    "an id with a line break": ('format: 2\nid: "a\\n"', "RS206", 2, 5),
}  # fmt: skip


@pytest.fixture
def read(tmp_path):
    """Read bytes or text as a scenario file."""

    def read_content(content):
        path = tmp_path / "case.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_scenario(path)

    return read_content


@pytest.mark.parametrize(("content", "code", "line", "column"), FAULTS.values(), ids=FAULTS)
def test_a_hostile_file_gives_its_fault_at_its_place(read, content, code, line, column):
    file = read(content)

    assert file.scenario is None
    assert (code, line, column) in [(it.code, it.line, it.column) for it in file.faults]


@pytest.mark.parametrize("content", [case[0] for case in FAULTS.values()], ids=FAULTS)
def test_a_hostile_file_takes_little_time_and_memory(read, content):
    started = time.process_time()
    read(content)
    taken_s = time.process_time() - started
    # Read once more: watching every piece of memory takes ten times as long as the reading.
    tracemalloc.start()
    read(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert taken_s < 2, "four times what is meant, for slow machines"
    assert peak < 100_000_000


MISREAD = {
    "no": "no", "off": "off", "yes": "yes", "y": "y", "NO": "NO",
    "1:30": "1:30", "12:30": "12:30", "010": "010", "0x10": "0x10", "1e3": "1e3",
    "1_000": "1_000", "2026-13-45": "2026-13-45", "2026-03-03": "2026-03-03", "=": "=",
    "9" * 5_000: "9" * 5_000, ".inf": ".inf", ".nan": ".nan", "0b1": "0b1",
}  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), MISREAD.items(), ids=lambda text: text[:12])
def test_what_others_take_for_something_else_stays_the_text_it_looks_like(written, meant):
    assert yaml_document(f"a: {written}".encode()).value == {"a": meant}


@pytest.mark.parametrize("name", ["1", "no", "1.5", "null", "2026-03-03"])
def test_a_name_is_text_whatever_it_looks_like(name):
    assert yaml_document(f"{name}: a".encode()).value == {name: "a"}


def test_a_byte_order_mark_is_no_part_of_the_first_name(read):
    faults = read(b"\xef\xbb\xbfformat: 99").faults

    assert [(it.code, it.line, it.column) for it in faults] == [("RS114", 1, 9)]
