import json
import struct
import time
import zipfile

import pytest

from simulator.core.errors import StoryError
from simulator.core.scenario.words import Track
from simulator.storage.importing import imported
from simulator.storage.importing.h5p_package import LARGEST_CONTENT, LARGEST_PACKAGE
from tests.storage.importing.stories import package, question, screen, told, ways


@pytest.fixture
def made_of_contents(tmp_path):
    def made(*contents, **more):
        return imported(package(tmp_path / "story.h5p", *contents, **more), Track.COMPLAINT)

    return made


def test_questions_become_steps_and_alternatives_replies(made_of_contents):
    made = made_of_contents(
        question("Where is <b>it</b>?", ("Let me look.", 1), ("No idea.", 2)),
        screen("Thank you.", -1),
        question("Really?", ("Really.", -1), ("Let me look.", 1)),
    )

    assert made.scenario.steps["1"].says == ("Where is it?",)
    assert ways(made) == [
        ("1", "Let me look.", "2"),
        ("1", "No idea.", "3"),
        ("2", "Go on.", "the-end"),
        ("3", "Really.", "the-end"),
        ("3", "Let me look.", "2"),
    ]


def test_feedback_is_the_customers_answer(made_of_contents):
    asked = question("Where?", ("Let me look.", 1), ("No.", -1))
    alternatives = asked["type"]["params"]["branchingQuestion"]["alternatives"]
    alternatives[0]["feedback"] = {"title": "<p>Good.</p>", "subtitle": "<p>I can wait.</p>"}

    made = made_of_contents(asked, screen("Thank you.", -1))

    assert made.scenario.steps["1"].replies[0].answer == "Good. I can wait."


def test_feedback_at_the_end_is_an_ending(made_of_contents):
    asked = question("Where?", ("No.", -1))
    asked["type"]["params"]["branchingQuestion"]["alternatives"][0]["feedback"] = {"title": "Bye!"}

    made = made_of_contents(asked)

    assert made.scenario.endings["1-feedback-1"].says == "Bye!"


def test_the_end_screen_is_the_ending_without_one_of_its_own(made_of_contents):
    screens = [{"endScreenTitle": "Done", "endScreenSubtitle": "<p>That was it.</p>"}]

    made = made_of_contents(question("Where?", ("No.", -1)), endScreens=screens)

    assert made.scenario.endings["end-screen"].says == "Done That was it."


def test_a_film_is_told_and_leaves_a_text_to_write(made_of_contents):
    film = {
        "type": {"library": "H5P.Video 1.6", "params": {}, "metadata": {"title": "The call"}},
        "nextContentId": 1,
    }

    made = made_of_contents(film, question("Well?", ("Yes.", -1)))

    assert told(made) == ["content 1: “The call” (Video)"]
    assert made.scenario.steps["1"].says == ("To do: say in words what “The call” showed.",)


def test_a_way_to_content_that_is_not_there_ends_the_story(made_of_contents):
    made = made_of_contents(question("Well?", ("Yes.", 7)))

    assert ways(made) == [("1", "Yes.", "the-end")]
    assert told(made) == ["content 1: the way to content 8, which is not there"]


@pytest.mark.parametrize(
    "content",
    [
        {"type": 5},
        {"type": {"library": ["H5P"], "params": "x"}, "nextContentId": {}},
        {"type": {"library": "H5P.BranchingQuestion 1.0", "params": {"branchingQuestion": []}}},
        {"type": {"library": "H5P.BranchingQuestion 1.0", "params": {"alternatives": [1, None]}}},
        7,
    ],
)
def test_values_of_the_wrong_kind_do_no_harm(made_of_contents, content):
    assert made_of_contents(content, screen("Bye.", -1)).scenario.steps


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil", "a/../../evil", "..\\evil", "C:/x"])
def test_a_name_that_leads_out_of_the_package_is_refused(made_of_contents, name):
    with pytest.raises(StoryError, match="leads out"):
        made_of_contents(screen("Bye.", -1), more=[(name, b"x")])


def test_a_text_that_unpacks_to_far_too_much_is_refused_at_once(tmp_path):
    path = tmp_path / "bomb.h5p"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("h5p.json", "{}")
        archive.writestr("content/content.json", b" " * (LARGEST_CONTENT * 12))
    began = time.monotonic()

    with pytest.raises(StoryError, match="more than"):
        imported(path, Track.COMPLAINT)

    assert time.monotonic() - began < 2


def test_a_package_that_lists_too_many_files_is_refused_before_they_are_read(tmp_path):
    path = package(tmp_path / "many.h5p", screen("Bye.", -1))
    content = bytearray(path.read_bytes())
    struct.pack_into("<HH", content, len(content) - 14, 60_000, 60_000)
    path.write_bytes(content)

    with pytest.raises(StoryError, match="more than 5,000 files"):
        imported(path, Track.COMPLAINT)


def test_a_package_that_is_too_large_is_refused_at_once(tmp_path):
    path = package(tmp_path / "large.h5p", screen("Bye.", -1))
    with path.open("r+b") as file:
        file.truncate(LARGEST_PACKAGE + 1)
    began = time.monotonic()

    with pytest.raises(StoryError, match="more than 100,000,000 bytes"):
        imported(path, Track.COMPLAINT)

    assert time.monotonic() - began < 2


def test_a_package_of_another_kind_is_refused(tmp_path):
    path = tmp_path / "quiz.h5p"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("h5p.json", json.dumps({"mainLibrary": "H5P.QuestionSet"}))
        archive.writestr("content/content.json", "{}")

    with pytest.raises(StoryError, match="something else than a Branching Scenario"):
        imported(path, Track.COMPLAINT)


def test_an_archive_that_is_no_package_is_refused(tmp_path):
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")

    with pytest.raises(StoryError, match=r"h5p\.json is missing"):
        imported(path, Track.COMPLAINT)


def test_a_package_cut_short_is_refused(tmp_path):
    path = package(tmp_path / "cut.h5p", screen("Bye.", -1))
    path.write_bytes(path.read_bytes()[:-40])

    with pytest.raises(StoryError, match="damaged"):
        imported(path, Track.COMPLAINT)
