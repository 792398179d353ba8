"""Translations as files: found beside their scenario, told with the place of every fault."""

import shutil
from pathlib import Path

import pytest

from simulator.app import DEFAULT_LIBRARY
from simulator.core.scenario.translation import line_ids, missing_lines
from simulator.storage.scenario_files import read_library, read_scenario
from simulator.storage.translations import read_translation, read_translations, translation_path

LAPTOP = DEFAULT_LIBRARY / "internal" / "laptop-before-the-pitch.yaml"


@pytest.fixture
def library(tmp_path):
    shutil.copy(LAPTOP, tmp_path / LAPTOP.name)
    return tmp_path


def write(folder: Path, content: str, language: str = "nl") -> Path:
    path = translation_path(folder / LAPTOP.name, language)
    path.write_text(content, encoding="utf-8")
    return path


HEAD = "translates: laptop-before-the-pitch\nlanguage: nl\nlines:\n"


def test_the_dutch_laptop_is_whole_and_without_a_fault():
    file = read_translation(translation_path(LAPTOP, "nl"))

    assert file.faults == ()
    assert file.is_playable
    assert file.scenario.language == "nl"
    assert missing_lines(read_scenario(LAPTOP).scenario, file.translation) == ()
    assert not any("[en]" in text for text in line_ids(file.scenario).values())


def test_the_dutch_laptop_keeps_the_whole_story():
    english = read_scenario(LAPTOP).scenario
    dutch = read_translation(translation_path(LAPTOP, "nl")).scenario

    for step_id, step in english.steps.items():
        ours = [(it.id, it.when, it.then, it.goes) for it in step.replies]
        theirs = [(it.id, it.when, it.then, it.goes) for it in dutch.steps[step_id].replies]
        assert theirs == ours


def test_a_translation_is_no_scenario_of_the_library(library):
    write(library, HEAD + '  title: "Laptop"\n')

    read = read_library(library)

    assert [file.path.name for file in read.files] == [LAPTOP.name]
    assert [file.scenario.title for file in read_translations(read)] == ["Laptop"]


def test_a_fault_is_told_at_its_line(library):
    path = write(library, HEAD + '  title: "Laptop"\n  steps.opning.hint: "Begin."\n')

    unknown = next(f for f in read_translation(path).faults if f.code == "RS702")

    assert (unknown.line, unknown.column) == (5, 3)
    assert "steps.opening.hint" in unknown.remedy


def test_a_translation_with_missing_lines_can_be_played(library):
    file = read_translation(write(library, HEAD + '  title: "Laptop"\n'))

    assert file.is_playable
    assert {fault.code for fault in file.faults} == {"RS703"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("translates: laptop-after-the-pitch\nlanguage: nl\nlines: {}\n", "RS701"),
        ("translates: laptop-before-the-pitch\nlanguage: de\nlines: {}\n", "RS708"),
        ("- one\n- two\n", "RS113"),
        ("translates: [\n", "RS105"),
        ("translates: laptop-before-the-pitch\nlanguage: nl\nlines:\n\ta: b\n", "RS106"),
    ],
)
def test_what_is_wrong_with_the_file_is_told(library, content, code):
    file = read_translation(write(library, content))

    assert code in {fault.code for fault in file.faults}


def test_the_second_of_two_translations_into_one_language_is_told(library):
    write(library, HEAD + '  title: "Laptop"\n')
    second = library / "zweite.nl.yaml"
    second.write_text(HEAD + '  title: "Laptop"\n', encoding="utf-8")

    first, later = read_translations(read_library(library))

    assert "RS707" not in {fault.code for fault in first.faults}
    assert "RS707" in {fault.code for fault in later.faults}


def test_a_file_that_is_not_there_is_told(library):
    file = read_translation(library / "gone.nl.yaml")

    assert [fault.code for fault in file.faults] == ["RS101"]
