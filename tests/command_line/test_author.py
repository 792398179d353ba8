import io
from pathlib import Path

import pytest

from simulator.command_line import parsed
from simulator.command_line.author import AuthorTerminal
from simulator.command_line.play import run_play
from simulator.core.errors import ConversationError
from simulator.storage.scenario_files import read_scenario
from tests.fakes.reply_model import FakeReplyModel

SAMPLE = Path(__file__).parents[1] / "samples" / "every-feature.yaml"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "scenario.yaml"
    path.write_bytes(SAMPLE.read_bytes())
    return path


@pytest.fixture
def author(file):
    """Play with these lines typed; give what was written."""

    def play(*lines, seed=1, step=None, values=None):
        out = io.StringIO()
        typed = io.StringIO("".join(f"{line}\n" for line in lines))
        scenario = read_scenario(file).scenario
        terminal = AuthorTerminal(typed, out, FakeReplyModel(), file)
        assert terminal.play(scenario, seed, step, values or {}) == 0
        return out.getvalue()

    return play


def first_of(file) -> str:
    scenario = read_scenario(file).scenario
    return scenario.steps[scenario.start].replies[0].id


def test_state_and_variables_are_shown_before_each_reply(author):
    written = author()

    assert "mood " in written
    assert "offers 0" in written


def test_a_hidden_reply_is_shown_with_what_keeps_it_back(author):
    written = author(step="last-straw", values={"asked_twice": "true"})

    assert (
        "last-own is hidden: “not asked_twice (is true)” or “seen(not-again) (is false)”" in written
    )


def test_what_moved_is_shown_after_each_turn(author, file):
    written = author(first_of(file))

    assert f"reply {first_of(file)} (chosen) → " in written
    assert "  moved: " in written


def test_a_reply_can_be_given_by_its_number(author, file):
    assert f"reply {first_of(file)} (chosen)" in author("1")


def test_undo_goes_back_to_the_moment_before(author):
    beginning, _, _ = author().rpartition("> ")
    written = author("1", ":undo")

    shown = beginning[beginning.index("\n\n") :].strip()
    assert written.count(shown) == 2


def test_there_is_nothing_to_undo_at_the_beginning(author):
    assert "There is nothing to undo." in author(":undo")


def test_another_seed_begins_again(author):
    assert "· seed 9 ·" in author("1", ":seed 9")
    assert "Write a whole number" in author(":seed x")


def test_a_step_can_be_gone_to_at_once(author):
    assert "at last-straw ·" in author(":step last-straw")
    assert "There is no step 'nowhere'" in author(":step nowhere")


def test_the_customer_can_be_read(author):
    written = author(":read angry because two mornings lost", ":read sad", ":read calm")

    assert "  read: " in written
    assert "There is nothing to read at this moment." in written


def test_a_play_is_saved_as_a_test_of_the_file(author, file):
    written = author("1", ":save the first reply alone")

    play = read_scenario(file).scenario.plays[-1]
    assert play.name == "the first reply alone"
    assert [turn.say for turn in play.replies] == [first_of(file)]
    assert "It passes." in written


def test_a_play_that_began_in_the_middle_is_not_saved(author, file):
    written = author(":step last-straw", "1", ":save half")

    assert "This play began in the middle" in written
    assert file.read_bytes() == SAMPLE.read_bytes()


def test_a_play_of_nothing_is_not_saved(author, file):
    assert "Say something first" in author(":save nothing")
    assert file.read_bytes() == SAMPLE.read_bytes()


def test_an_unknown_command_is_told_with_those_there_are(author):
    assert "There is no command :what. Type a reply" in author(":what")


def test_quitting_ends_the_play(author):
    assert "moved:" not in author(":quit", "1")


def test_the_command_line_hands_step_and_values_on(monkeypatch, file):
    monkeypatch.setattr("sys.stdin", io.StringIO(":quit\n"))
    out = io.StringIO()
    given = parsed(
        ["play", str(file), "--author", "--step", "last-straw", "--set", "trust=35", "offers=2"]
    )

    assert run_play(given, file.parent, out) == 0
    assert "at last-straw · seed 1 ·" in out.getvalue()
    assert "trust 35" in out.getvalue()
    assert "offers 2" in out.getvalue()


def test_step_and_values_are_refused_to_a_trainee(file):
    with pytest.raises(ConversationError, match="belong to --author"):
        run_play(parsed(["play", str(file), "--step", "x"]), file.parent, io.StringIO())


def test_a_setting_without_a_value_is_refused(capsys):
    with pytest.raises(SystemExit):
        parsed(["play", "x", "--author", "--set", "trust"])

    assert "write NAME=VALUE" in capsys.readouterr().err
