import pytest

from simulator.core.errors import ProfileError
from simulator.storage.preferences import Preferences, read_preferences, save_preferences


def test_what_was_saved_is_read_back(tmp_path):
    chosen = Preferences(scheme="dark", text_scale=1.5, less_motion=True, voice_on=False)

    save_preferences(tmp_path / "new", chosen)

    assert read_preferences(tmp_path / "new") == chosen


def test_a_missing_file_gives_the_usual_ones(tmp_path):
    assert read_preferences(tmp_path) == Preferences()


@pytest.mark.parametrize("content", ["", "[]", "{", "null", "\udcff", "[" * 100_000])
def test_a_file_that_makes_no_sense_gives_the_usual_ones(tmp_path, content):
    raw = content.encode("utf-8", "surrogateescape")
    (tmp_path / "preferences.json").write_bytes(raw)

    assert read_preferences(tmp_path) == Preferences()


def test_one_bad_value_does_not_cost_the_others(tmp_path):
    text = '{"scheme": "pink", "text_scale": 9, "less_motion": true, "voice_on": 0, "more": 1}'
    (tmp_path / "preferences.json").write_text(text, encoding="utf-8")

    assert read_preferences(tmp_path) == Preferences(less_motion=True)


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")

    with pytest.raises(ProfileError, match="could not be saved"):
        save_preferences(in_the_way, Preferences())
