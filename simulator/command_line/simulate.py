"""Plays a scenario many times by itself and tells what was found."""

import argparse
from pathlib import Path
from typing import TextIO

from simulator.command_line.play import reply_model, scenario_named
from simulator.core.conversation.simulation import PLAYERS, Report, readable, simulated
from simulator.core.errors import ScenarioError


def run_simulate(given: argparse.Namespace, library: Path, out: TextIO) -> int:
    """Simulate a scenario; give the exit status.

    Returns:
        1 if a step or ending is never reached or a loop has no way out, else 0.

    Raises:
        ScenarioError: the scenario cannot be played, or the report cannot be written.
    """
    scenario = scenario_named(given.scenario, library)
    players = tuple(PLAYERS.values()) if given.player == "all" else (PLAYERS[given.player],)
    report = simulated(
        scenario, reply_model().assess, given.plays, seed=given.seed, players=players
    )
    out.write(_written(report, as_json=given.json))
    if given.report is not None:
        _save(report, given.report, as_json=given.json)
    return 0 if report.is_sound else 1


def _written(report: Report, *, as_json: bool) -> str:
    return report.model_dump_json(indent=2) + "\n" if as_json else readable(report)


def _save(report: Report, path: Path, *, as_json: bool) -> None:
    as_json = as_json or path.suffix == ".json"
    try:
        path.write_text(_written(report, as_json=as_json), encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise ScenarioError(f"The report could not be written to {path}: {reason}.") from error
