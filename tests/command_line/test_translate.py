"""Writing a translation to fill in, checking it, and playing in another language."""

import io
import shutil

import pytest

from simulator.command_line import parsed
from simulator.command_line.check import run_check
from simulator.command_line.play import run_play, scenario_named
from simulator.command_line.translate import run_translate
from simulator.core.errors import ScenarioError
from simulator.core.scenario.translation import line_ids
from tests.command_line.test_play import LIBRARY, SHOES, script


@pytest.fixture
def shoes(tmp_path):
    path = tmp_path / "shoes-worn-once.yaml"
    shutil.copy(LIBRARY / "return" / path.name, path)
    return path


def translate(path, language="nl"):
    out = io.StringIO()
    status = run_translate(parsed(["translate", str(path), "--language", language]), LIBRARY, out)
    return status, out.getvalue()


def checked(*paths):
    out = io.StringIO()
    return run_check(paths, "text", out), out.getvalue()


def test_a_template_has_every_line_empty_with_its_text_as_a_comment(shoes):
    status, told = translate(shoes)

    written = (shoes.parent / "shoes-worn-once.nl.yaml").read_text("utf-8")
    lines = line_ids(scenario_named(SHOES, LIBRARY))
    assert status == 0
    assert f"{len(lines)} lines to translate" in told
    assert all(f"  {line_id}:\n" in written for line_id in lines)
    assert f"  # {lines['briefing.goal']}\n" in written


def test_a_template_as_it_is_written_has_warnings_and_no_error(shoes):
    translate(shoes)

    status, told = checked(shoes.parent)

    assert status == 0
    assert "RS703" in told
    assert " error " not in told


def test_a_translation_that_is_there_is_not_overwritten(shoes):
    translate(shoes)

    with pytest.raises(ScenarioError, match="is there already"):
        translate(shoes)


@pytest.mark.parametrize("language", ["Dutch", "en"])
def test_a_code_that_is_none_or_the_scenarios_own_is_refused(shoes, language):
    with pytest.raises(ScenarioError):
        translate(shoes, language)

    assert list(shoes.parent.iterdir()) == [shoes]


def test_check_finds_what_is_wrong_with_a_translation(shoes):
    translation = shoes.parent / "shoes-worn-once.nl.yaml"
    translation.write_text(
        'translates: shoes-worn-once\nlanguage: nl\nlines:\n  titel: "Schoenen"\n', "utf-8"
    )

    status, told = checked(translation)

    assert status == 1
    assert f"{translation}:4:3: error RS702" in told
    assert "Did you mean “title”?" in told


def test_a_scenario_is_played_in_the_language_asked_for(tmp_path):
    out = io.StringIO()
    arguments = ["play", "laptop-before-the-pitch", "--language", "nl"]
    arguments += ["--replies", script(tmp_path, "loaner-first")]

    run_play(parsed(arguments), LIBRARY, out)

    assert "O, gelukkig. Hij viel gewoon uit" in out.getvalue()


def test_a_translation_that_is_not_there_is_told():
    with pytest.raises(ScenarioError, match=r"no translation shoes-worn-once\.fr\.yaml"):
        scenario_named(SHOES, LIBRARY, "fr")


def test_the_scenarios_own_language_needs_no_translation():
    assert scenario_named(SHOES, LIBRARY, "en") == scenario_named(SHOES, LIBRARY)
