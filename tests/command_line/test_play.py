import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.command_line import parsed
from simulator.command_line.play import run_play, scenario_named
from simulator.core.errors import ConversationError, ScenarioError

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "scenarios"
SHOES = "shoes-worn-once"


def main(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )


def script(tmp_path: Path, *replies: str) -> str:
    file = tmp_path / "replies.txt"
    file.write_text("\n".join(replies), encoding="utf-8")
    return str(file)


def played(*arguments: str) -> str:
    out = io.StringIO()
    assert run_play(parsed(["play", *arguments]), LIBRARY, out) == 0
    return out.getvalue()


def first_reply_id() -> str:
    scenario = scenario_named(SHOES, LIBRARY)
    return scenario.steps[scenario.start].replies[0].id


def test_a_script_is_played_as_text_with_its_scores(tmp_path):
    text = played(SHOES, "--replies", script(tmp_path, "# the start", "", first_reply_id()))

    assert text.startswith("customer: ")
    assert f"  reply: {first_reply_id()}\n" in text
    assert text.splitlines()[-1].startswith("score: courtesy ")


def test_json_has_the_events_and_the_scorecard(tmp_path):
    text = played(SHOES, "--json", "--replies", script(tmp_path, "Tell me what happened."))

    found = json.loads(text)
    assert found["events"][0]["kind"] == "began"
    assert found["events"][-1]["text"] == "Tell me what happened."
    assert len(found["scorecard"]["turns"]) == 1


def test_the_same_script_and_seed_give_the_same_json_in_two_processes(tmp_path):
    file = script(tmp_path, "Tell me what happened.", "I'm sorry. Where did it rub?")

    one, other = (main("play", SHOES, "--json", "--replies", file) for _ in range(2))

    assert one.stdout == other.stdout
    assert one.returncode == 0


def test_an_unknown_scenario_is_told_with_those_there_are():
    result = main("play", "no-such-scenario")

    assert result.returncode == 2
    assert SHOES in result.stderr
    assert "Traceback" not in result.stderr


def test_a_broken_scenario_is_told_with_its_place(tmp_path):
    file = tmp_path / "broken.yaml"
    file.write_text("format: 2\nid: broken\ntitel: Oh\n", encoding="utf-8")

    with pytest.raises(ScenarioError, match="line 3, column 1"):
        scenario_named(str(file), LIBRARY)


def test_a_reply_that_is_not_on_offer_is_told_with_its_number(tmp_path):
    scenario = scenario_named(SHOES, LIBRARY)
    later = next(
        reply.id
        for step_id, step in scenario.steps.items()
        for reply in step.replies
        if step_id != scenario.start
    )

    with pytest.raises(ConversationError, match="reply 1: "):
        played(SHOES, "--replies", script(tmp_path, later))


def test_a_missing_script_is_told(tmp_path):
    with pytest.raises(ScenarioError, match="could not be read"):
        played(SHOES, "--replies", str(tmp_path / "none.txt"))


def test_a_conversation_by_hand_ends_with_its_card():
    result = main("play", SHOES, typed="\nI am sorry it hurt. Where did it rub?\n\nend\n")

    assert result.returncode == 0
    assert "courtesy" in result.stdout.splitlines()[-1]


def test_without_a_screen_the_terminal_is_offered():
    result = subprocess.run(
        [sys.executable, "main.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent"},
    )

    assert result.returncode == 2
    assert "python main.py play" in result.stderr
    assert "Traceback" not in result.stderr
