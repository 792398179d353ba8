from pathlib import Path

import pytest

from simulator.core.errors import ScenarioError
from simulator.core.scenario.model import Play
from simulator.storage.play_writing import add_play, with_play
from simulator.storage.scenario_files import read_scenario
from simulator.storage.yaml_documents import yaml_document

SAMPLE = Path(__file__).parents[1] / "samples" / "every-feature.yaml"
PLAY = Play.model_validate(
    {"name": "a short one", "replies": ["own-and-act", "thank"], "ends": "neutral"}
)


def values(text: str):
    return yaml_document(text.encode()).value


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "scenario.yaml"
    path.write_bytes(SAMPLE.read_bytes())
    return path


def test_a_play_is_added_and_every_other_line_stays(file):
    before = file.read_text("utf-8").splitlines()

    add_play(file, PLAY)

    after = file.read_text("utf-8").splitlines()
    added = [
        '  - name: "a short one"',
        "    replies: [own-and-act, thank]",
        "    ends: neutral",
    ]
    place = after.index(added[0])
    assert after[place : place + 3] == added
    assert after[:place] + after[place + 3 :] == before


def test_the_file_is_read_back_with_the_play_in_it(file):
    found = add_play(file, PLAY)

    assert found.scenario.plays[-1] == PLAY
    assert not any(fault.is_error for fault in found.faults)


def test_no_draft_is_left_behind(file):
    add_play(file, PLAY)

    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_comments_after_the_last_play_stay_where_they_are():
    text = "a: 1\nplays:\n  - name: one  # first\n    replies: [x]\n\n# about b\nb: 2\n"

    assert with_play(text, PLAY) == (
        "a: 1\nplays:\n  - name: one  # first\n    replies: [x]\n"
        '  - name: "a short one"\n    replies: [own-and-act, thank]\n    ends: neutral\n'
        "\n# about b\nb: 2\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "plays:\n- name: one\n  replies: [x]",
        "plays:\n    - {name: one, replies: [x]}\nb: 2\n",
        "plays: []\nb: 2\n",
        "plays: [{name: one, replies: [x]}]  # all\n",
        "plays:\n  [\n    {name: one, replies: [x]}\n  ]\n",
        "plays:\n  [\n    {name: one, replies: [x]},  # the last\n  ]\n",
        "a: é€😀\nplays: [{name: é😀, replies: [x]}]\n",
        "a: 1\n",
        "a: 1",
        "plays:\n  - name: one\n    replies:\n      - |\n        several\n        lines\n\nb: 2\n",
        "plays:\n  - name: one\n    replies:\n      - >-\n        folded\n        lines\n",
        "plays:\n  - name: one\n    replies:\n      - two\n        lines\n  # done\nb: 2\n",
        'plays:\n  - name: "one\n      and more"\n    replies: [x]\nb: 2\n',
        "a: 1\r\nplays:\r\n  - name: one\r\n    replies: [x]\r\nb: 2\r\n",
        "\ufeffplays:\n  - name: one\n    replies: [x]\n",
    ],
)
def test_a_play_can_be_added_to_any_usual_layout(text):
    found = with_play(text, PLAY)

    old, new = values(text.removeprefix("\ufeff")), values(found.removeprefix("\ufeff"))
    assert new["plays"][:-1] == old.get("plays", [])
    assert Play.model_validate(new["plays"][-1]) == PLAY
    assert {k: v for k, v in new.items() if k != "plays"} == {
        k: v for k, v in old.items() if k != "plays"
    }
    kept = [line for line in text.splitlines() if "plays: [" not in line and "{name" not in line]
    assert [line for line in found.splitlines() if line in kept] == kept


def test_line_endings_are_kept():
    found = with_play("plays:\r\n  - name: one\r\n    replies: [x]\r\n", PLAY)

    assert found.count("\n") == found.count("\r\n") == 6


@pytest.mark.parametrize(
    "words",
    [
        'He said: "no", then # nothing',
        "12:30",
        "no",
        "true",
        "C:\\new\tline",
        "a\nb",
        "\u2028 odd \x85 spaces \u00a0",
        "😀 é",
        "- dash",
        "{brace}",
    ],
)
def test_any_words_are_read_back_as_they_were_typed(words):
    play = Play.model_validate({"name": "typed", "replies": [words, "x"], "reaches": "y"})

    found = values(with_play("plays: []\n", play))

    assert Play.model_validate(found["plays"][0]) == play


def test_readings_silences_seeds_and_long_lists_are_written():
    turns = [
        {"say": "own-and-act", "read": {"feeling": "angry", "because": "two: mornings"}},
        {"silent": True},
        *(f"a-rather-long-reply-{number}" for number in range(9)),
    ]
    play = Play.model_validate({"name": "long", "replies": turns, "seed": 7, "ends": "z"})

    found = with_play("plays:\n  - name: one\n    replies: [x]\n", play)

    assert Play.model_validate(values(found)["plays"][1]) == play
    assert all(len(line) <= 100 for line in found.splitlines())


def test_a_name_that_is_taken_is_refused_and_the_file_left_alone(file):
    add_play(file, PLAY)
    before = file.read_bytes()

    with pytest.raises(ScenarioError, match="There is a play called “a short one” already"):
        add_play(file, PLAY)

    assert file.read_bytes() == before


def test_a_layout_that_takes_no_play_is_refused_with_the_play_to_copy():
    with pytest.raises(ScenarioError, match='Write the play by hand:\n  - name: "a short one"'):
        with_play("{a: 1, b: 2}\n", PLAY)


def test_a_file_with_faults_is_left_alone(file):
    file.write_text("a: [1\n", "utf-8")

    with pytest.raises(ScenarioError, match="The file has faults"):
        add_play(file, PLAY)

    assert read_scenario(file).scenario is None
    assert file.read_text("utf-8") == "a: [1\n"


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(ScenarioError, match="could not be read, so nothing was saved"):
        add_play(tmp_path / "gone.yaml", PLAY)
