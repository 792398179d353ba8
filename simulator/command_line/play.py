"""Plays a scenario in the terminal, by hand or by a script of replies."""

import argparse
import json
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from simulator.command_line.author import AuthorTerminal
from simulator.command_line.terminal import Terminal
from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.events import EVENT, Began
from simulator.core.conversation.plays import played, replies_from, said, transcript
from simulator.core.conversation.session import Session
from simulator.core.errors import ConversationError, ScenarioError
from simulator.core.scenario.faults import Fault
from simulator.core.scenario.model import Scenario
from simulator.core.services import ReplyModel

if TYPE_CHECKING:
    from simulator.storage.scenario_files import ScenarioFile


@cache
def reply_model() -> ReplyModel:
    """Give the reply model, loaded once a run."""
    from simulator.language import TrainedReplyModel

    return TrainedReplyModel()


def scenario_named(name: str, library: Path, language: str | None = None) -> Scenario:
    """Give a scenario by its file or its id, in another language where one is asked for.

    Raises:
        ScenarioError: there is no such scenario or translation, or it cannot be played as it is.
    """
    file = file_named(name, library)
    scenario = _understood(file)
    if language in (None, scenario.language):
        return scenario
    from simulator.storage.translations import read_translation, translation_path

    path = translation_path(file.path, str(language))
    if not path.is_file():
        raise ScenarioError(
            f"There is no translation {path.name} beside the scenario. "
            f"The command translate writes one to fill in."
        )
    return _understood(read_translation(path, [scenario]))


def file_named(name: str, library: Path) -> "ScenarioFile":
    """Give the file of a scenario by its place or by the scenario's id.

    Raises:
        ScenarioError: there is no such scenario.
    """
    from simulator.storage.scenario_files import read_library, read_scenario

    path = Path(name)
    if path.suffix in {".yaml", ".yml"} or path.exists():
        if not path.is_file():
            raise ScenarioError(f"There is no scenario file {name}.")
        return read_scenario(path)
    files = read_library(library).files
    found = [f for f in files if f.scenario and f.scenario.id == name]
    if not found:
        known = ", ".join(sorted(f.scenario.id for f in files if f.scenario))
        raise ScenarioError(f"There is no scenario '{name}'. There are: {known}.")
    return found[0]


def _understood(file: "ScenarioFile") -> Scenario:
    if file.scenario is None:
        faults = "\n".join(f"  line {f.line}, column {f.column}: {f.message}" for f in file.faults)
        raise ScenarioError(f"{file.path} cannot be played as it stands:\n{faults}")
    return file.scenario


def run_play(given: argparse.Namespace, library: Path, out: TextIO) -> int:
    """Play a scenario; give the exit status."""
    scenario = scenario_named(given.scenario, library, given.language)
    if (given.step or given.set) and not given.author:
        raise ConversationError("--step and --set belong to --author: add it, or leave them out.")
    if given.author:
        start = (given.seed, given.step, dict(given.set))
        path = file_named(given.scenario, library).path
        return AuthorTerminal(sys.stdin, out, reply_model(), path).play(scenario, *start)
    began = Began(scenario_id=scenario.id, mode="exam" if given.exam else "coach", seed=given.seed)
    session = Session.begin(scenario, began)
    if given.replies is None:
        session = Terminal(sys.stdin, out, reply_model()).play(session)
    else:
        session = _scripted(session, given.replies)
    card = scorecard_of(session)
    if given.json:
        json.dump(_as_json(session), out, ensure_ascii=False, indent=2)
        out.write("\n")
    elif given.replies is not None:
        out.write(transcript(session, card))
    return 0


def _as_json(session: Session) -> dict[str, object]:
    return {
        "scenario": session.scenario.id,
        "seed": session.began.seed,
        "events": [EVENT.dump_python(event, mode="json") for event in session.events],
        "scorecard": scorecard_of(session).model_dump(mode="json"),
    }


def _scripted(session: Session, script: Path) -> Session:
    try:
        text = script.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ScenarioError(f"The replies in {script} could not be read: {error}.") from error
    for number, say in enumerate(replies_from(text), 1):
        try:
            session = said(session, say, reply_model().assess)
        except ConversationError as error:
            raise ConversationError(f"{script}, reply {number}: {error}") from error
    return session


def play_faults(scenario: Scenario) -> Iterable[Fault]:
    """Run the tests that travel with a scenario; give a fault for each that fails."""
    model = reply_model()
    for index, play in enumerate(scenario.plays):
        outcome = played(scenario, play, model.assess, model.nearness)
        for problem in outcome.problems:
            yield Fault(
                code="RS601",
                path=("plays", index),
                message=f"the play “{play.name}” fails: {problem}",
                remedy="Correct the play, or the step at which it goes another way.",
            )
