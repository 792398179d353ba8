import io
import json
from pathlib import Path

import pytest

from simulator.command_line import parsed, run_command
from simulator.command_line.import_story import run_import
from simulator.core.errors import StoryError
from simulator.storage.scenario_files import read_scenario

STORY = Path(__file__).parents[1] / "samples" / "stories" / "late-parcel.twee"


def run(source, target, *, as_json=False):
    out = io.StringIO()
    status = run_import(source, target, out, as_json=as_json)
    return status, out.getvalue()


def test_a_story_becomes_a_scenario_file_in_a_new_folder(tmp_path):
    target = tmp_path / "delivery" / "late.yaml"

    status, told = run(STORY, target)

    assert status == 0
    assert told.startswith(f"{target}: 3 steps, 2 endings and 1 plays, from Twine (SugarCube).\n")
    assert read_scenario(target).is_playable
    assert [path.name for path in target.parent.iterdir()] == ["late.yaml"]


def test_the_track_is_that_of_the_folder(tmp_path):
    run(STORY, tmp_path / "delivery" / "late.yaml")
    run(STORY, tmp_path / "mine" / "late.yaml")

    assert read_scenario(tmp_path / "delivery" / "late.yaml").scenario.track == "delivery"
    assert read_scenario(tmp_path / "mine" / "late.yaml").scenario.track == "complaint"


def test_what_stays_behind_is_told(tmp_path):
    _, told = run(STORY, tmp_path / "late.yaml")

    assert "What could not be carried over:\n" in told
    assert "  Questions: macros: if, print\n" in told


def test_all_is_told_as_json(tmp_path):
    _, told = run(STORY, tmp_path / "late.yaml", as_json=True)

    read = json.loads(told)
    assert (read["scenario"], read["steps"], read["endings"]) == ("the-late-parcel", 3, 2)
    assert {"at": "Questions", "what": "macros: if, print"} in read["not_carried"]


def test_a_file_that_is_there_already_is_left_alone(tmp_path):
    target = tmp_path / "late.yaml"
    target.write_text("mine", "utf-8")

    with pytest.raises(StoryError, match="is there already"):
        run(STORY, target)

    assert target.read_text("utf-8") == "mine"


def test_another_kind_of_file_is_not_written(tmp_path):
    with pytest.raises(StoryError, match=r"ends in \.yaml"):
        run(STORY, tmp_path / "late.txt")


def test_a_story_that_cannot_be_read_leaves_no_file(tmp_path):
    with pytest.raises(StoryError, match="cannot be read"):
        run(tmp_path / "nowhere.twee", tmp_path / "late.yaml")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")

    with pytest.raises(StoryError, match="cannot be written"):
        run(STORY, tmp_path / "file" / "late.yaml")


def test_the_command_line_knows_both_commands(tmp_path, capsys):
    target = tmp_path / "late.yaml"

    assert run_command(parsed(["import", str(STORY), "--to", str(target)])) == 0
    assert run_command(parsed(["export-graph", str(target), "--format", "mermaid"])) == 0
    assert run_command(parsed(["import", str(STORY), "--to", str(target)])) == 2
    assert "flowchart TD" in capsys.readouterr().out
