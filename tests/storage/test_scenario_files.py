"""Scenario files: read with the place of every fault, listed from folders, never raising."""

import hashlib
import os
from pathlib import Path

import pytest

from simulator.storage import scenario_files
from simulator.storage.scenario_files import read_library, read_scenario

SAMPLE = Path(__file__).parents[1] / "samples" / "every-feature.yaml"
GOOD = SAMPLE.read_text("utf-8")


@pytest.fixture
def written(tmp_path):
    """Write a scenario file and read it."""

    def write_and_read(content):
        path = tmp_path / "written.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_scenario(path)

    return write_and_read


def spoilt(old, new):
    assert GOOD.count(old) == 1, f"{old!r} stands {GOOD.count(old)} times in the sample"
    return GOOD.replace(old, new)


def line_of(text, content):
    before = content[: content.index(text)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_the_sample_is_read_without_a_fault():
    file = read_scenario(SAMPLE)

    assert file.faults == ()
    assert file.is_playable
    assert file.scenario.id == "every-feature"
    assert file.sha256 == hashlib.sha256(SAMPLE.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    "encoded", [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode()]
)
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(written, encoded):
    assert written(encoded).scenario == read_scenario(SAMPLE).scenario


FAULTY = [
    ("RS111", "level: 2", "level: 2\nlevel: 3", "level: 3", "first on line 8, column 1"),
    ("RS201", "hint: Use what", "hnt: Use what", "hnt:", "Did you mean “hint”?"),
    ("RS201", "pace: brisk", "pase: brisk", "pase", "Did you mean “pace”?"),
    ("RS202", "level: 2\n", "", "# A sample", "“level” is missing"),
    ("RS203", "level: 2", "level: two", "two", "must be a whole number"),
    ("RS203", "level: 2", 'level: "2"', '"2"', "without quotation marks"),
    ("RS203", "level: 2", "level: true", "true", "must be a whole number"),
    ("RS203", "once: true", "once: yes", "yes", "must be true or false"),
    ("RS203", "title: The visit that never came", "title: 1984", "1984", "must be text"),
    ("RS203", "title: The visit that never came", "title:", "\nlanguage", "not nothing"),
    ("RS204", "level: 2", "level: 9", "9\n", "at most 5"),
    ("RS204", "mood: 35", "mood: -1", "-1, trust", "at least 0"),
    ("RS204", "trade: broadband", 'trade: " "', '" "', "is empty"),
    ("RS204", "causes: [silence, journey]", "causes: []", "[]", "needs at least 1"),
    ("RS205", "channel: phone", "channel: telephone", "telephone", "Did you mean “phone”?"),
    ("RS205", "pronoun: she", "pronoun: her", "her\n", "Choose from: she, he, they."),
    ("RS206", "id: every-feature", "id: Every Feature", "Every Feature", "not well formed"),
    ("RS206", "  last-straw:\n", "  Last straw:\n", "Last straw:\n", "not well formed"),
    ("RS206", "language: en-GB", "language: English", "English", "such as en or en-GB"),
    ("RS207", "when: visits > 1", "when: visits >> 1", "> 1, says", "not expected here"),
    ("RS207", "when: visits > 1", 'when: "visits >> 1"', '> 1"', "not expected here"),
    ("RS208", "courtesy: 60..100", "courtesy: 60-100", "60-100", "Write a range as 70..100."),
    ("RS208", "courtesy: 60..100", "courtesy: 90..10", "90..10", "smaller number first"),
    ("RS203", "anger_gain: 1.2", "anger_gain: high", "high", "must be a number"),
    ("RS201", "anger_gain: 1.2", "angergain: 1.2", "angergain", "Did you mean “anger_gain”?"),
    ("RS114", "format: 2", "format: 3", "3\nid", "newer than this version"),
    ("RS114", "format: 2", "format: 0", "0\nid", "Write format: 2."),
    ("RS114", "format: 2", "format: one", "one\nid", "Write format: 2."),
    ("RS306", "promised(callback)", "promised(calback)", "promised(calback)", "no promise"),
    ("RS307", "(mood + trust) / 2", "(mood + trst) / 2", "trst", "Did you mean “trust”?"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "old", "new", "place", "words"), FAULTY)
def test_a_faulty_value_is_told_with_its_line_and_column(written, code, old, new, place, words):
    content = spoilt(old, new)

    file = written(content)

    (fault,) = (fault for fault in file.faults if fault.code == code)
    assert (fault.line, fault.column) == line_of(place, content)
    assert words in f"{fault.message}. {fault.remedy}"
    assert not file.is_playable


def test_all_faults_of_a_file_are_told_at_once(written):
    content = spoilt("level: 2", "level: 9\nlevel: 2")
    content = content.replace("channel: phone", "channel: carrier pigeon")
    content = content.replace("when: visits > 1", "when: visits >")

    file = written(content)

    assert [fault.code for fault in file.faults] == ["RS205", "RS204", "RS111", "RS207"]


def test_a_file_without_format_is_told_that_it_is_missing(written):
    (fault,) = written(spoilt("format: 2\n", "")).faults

    assert fault.message == "“format” is missing"


def test_a_date_becomes_a_date_and_words_stay_words():
    history = read_scenario(SAMPLE).scenario.customer.history

    assert [str(entry.on) for entry in history] == ["2026-03-03", "last week"]
    assert history[0].on.year == 2026


def test_faults_beyond_what_anyone_reads_are_counted(written, monkeypatch):
    monkeypatch.setattr(scenario_files, "MOST_FAULTS", 10)
    content = GOOD + "".join(f"unknown-{number}: 1\n" for number in range(25))

    faults = written(content).faults

    assert len(faults) == 10
    assert faults[-1].message == "16 further faults are not listed"


def test_a_missing_file_is_told(tmp_path):
    (fault,) = read_scenario(tmp_path / "nowhere.yaml").faults

    assert (fault.code, fault.message) == ("RS101", "there is no such file")


def test_a_folder_and_a_pipe_are_not_files(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")

    assert read_scenario(tmp_path).faults[0].message == "this is not a file"
    assert read_scenario(tmp_path / "pipe.yaml").faults[0].message == "this is not a file"


def test_a_name_no_file_can_have_is_told():
    (fault,) = read_scenario(Path("nul\0.yaml")).faults

    assert fault.code == "RS101"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    path = tmp_path / "locked.yaml"
    path.write_text(GOOD, "utf-8")
    path.chmod(0)

    (fault,) = read_scenario(path).faults

    assert fault.code == "RS101"


def test_a_file_that_is_too_large_is_told(written, monkeypatch):
    monkeypatch.setattr(scenario_files, "LARGEST_FILE", 1_000_000)

    (fault,) = written(b"#" * 1_000_001).faults

    assert (fault.code, fault.message) == ("RS102", "the file has more than 1,000,000 bytes")


@pytest.fixture
def library(tmp_path):
    """A folder with two tracks, a good file in each, and what does not belong there."""
    for track, name in (("return", "one"), ("complaint", "two")):
        folder = tmp_path / "library" / track
        folder.mkdir(parents=True)
        content = GOOD.replace("id: every-feature", f"id: {name}")
        content = content.replace("track: complaint", f"track: {track}")
        (folder / f"{name}.yaml").write_text(content, "utf-8")
    (tmp_path / "library" / "README.md").write_text("How to write one", "utf-8")
    (tmp_path / "library" / "return" / ".hidden.yaml").write_text("[", "utf-8")
    return tmp_path / "library"


def test_a_library_lists_its_files_sorted_by_folder_and_name(library):
    read = read_library(library)

    assert [scenario.id for scenario in read.scenarios] == ["two", "one"]
    assert read.faults == ()


def test_a_broken_file_is_listed_with_its_faults(library):
    (library / "return" / "broken.yml").write_text("a: [", "utf-8")

    read = read_library(library)

    assert [file.path.name for file in read.files] == ["two.yaml", "broken.yml", "one.yaml"]
    assert [fault.code for fault in read.files[1].faults] == ["RS105"]
    assert len(read.scenarios) == 2


def test_an_id_used_twice_is_told_of_the_later_file(library):
    copy = library / "return" / "three.yaml"
    copy.write_bytes((library / "return" / "one.yaml").read_bytes())

    read = read_library(library)

    (fault,) = read.files[2].faults
    assert fault.code == "RS116"
    assert "one.yaml" in fault.message
    assert (fault.line, fault.column) == (3, 5)


def test_a_file_in_another_track_s_folder_is_hinted_at(library):
    (library / "complaint" / "two.yaml").rename(library / "return" / "two.yaml")

    (fault,) = read_library(library).files[1].faults

    assert fault.code == "RS119"
    assert (fault.line, fault.column) == (6, 8)


def test_links_in_a_circle_do_no_harm(library):
    (library / "return" / "round").symlink_to(library, target_is_directory=True)
    (library / "return" / "self.yaml").symlink_to(library / "return" / "self.yaml")

    read = read_library(library)

    assert len(read.scenarios) == 2
    assert [file.faults[0].code for file in read.files if file.faults] == ["RS101"]


def test_an_empty_folder_is_told(tmp_path):
    (fault,) = read_library(tmp_path).faults

    assert fault.code == "RS117"
    assert not fault.is_error


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_what_is_no_folder_is_told(tmp_path, name):
    (tmp_path / "file").write_text("x", "utf-8")

    read = read_library(tmp_path / name)

    assert read.files == ()
    assert read.faults[0].message == "there is no such folder"


def test_a_library_that_is_wanted_no_longer_is_not_read_to_its_end(library):
    asked = iter([True, False])

    read = read_library(library, lambda: next(asked, False))

    assert len(read_library(library).files) > 1
    assert len(read.files) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told(library):
    (library / "return").chmod(0)

    read = read_library(library)
    (library / "return").chmod(0o700)

    assert [fault.code for fault in read.faults] == ["RS101"]
    assert len(read.scenarios) == 1
