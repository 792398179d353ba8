"""Reads the command and hands it on. Each command imports what it needs, and only that."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from simulator import __version__
from simulator.core.errors import SimulatorError

DEFAULT_LIBRARY = Path(__file__).resolve().parents[2] / "scenarios"
"""The scenarios that come with the program."""


def parser() -> argparse.ArgumentParser:
    """Give the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="main.py",
        description="Rapport: practise conversations with customers. Without a command, "
        "the window opens.",
    )
    top.add_argument("--version", action="version", version=f"Rapport {__version__}")
    top.add_argument("--data", metavar="FOLDER", type=Path, help="keep profiles in this folder")
    top.add_argument("--scenarios", metavar="FOLDER", type=Path, help="use this scenario library")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _add_play(commands.add_parser("play", help="play a scenario in the terminal"))
    _add_check(commands.add_parser("check", help="list every fault of every scenario"))
    _add_translate(commands.add_parser("translate", help="write a translation to fill in"))
    commands.add_parser("score", help="score replies: JSON Lines in, JSON Lines out")
    commands.add_parser("schema", help="print the JSON Schema of the scenario format")
    return top


def _add_play(play: argparse.ArgumentParser) -> None:
    play.add_argument("scenario", metavar="SCENARIO", help="a scenario's file, or its id")
    play.add_argument("--replies", metavar="FILE", type=Path, help="play this script of replies")
    play.add_argument("--json", action="store_true", help="print the events and the scorecard")
    play.add_argument("--seed", type=int, default=1, help="the seed of the play (default 1)")
    play.add_argument("--language", metavar="CODE", help="play it in this language, as in nl")
    play.add_argument("--exam", action="store_true", help="no feedback until the scorecard")


def _add_translate(translate: argparse.ArgumentParser) -> None:
    translate.add_argument("scenario", metavar="SCENARIO", help="a scenario's file, or its id")
    translate.add_argument("--language", metavar="CODE", required=True, help="as in nl or nl-BE")


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("paths", metavar="PATH", nargs="+", type=Path)
    check.add_argument("--format", choices=("text", "json", "sarif"), default="text")


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; ``command`` is None when the window is wanted."""
    return parser().parse_args(arguments)


def run_command(given: argparse.Namespace) -> int:
    """Run a command and give its exit status: 0 done, 1 faults found, 2 it could not be done."""
    try:
        return _run(given, sys.stdout)
    except SimulatorError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does: nothing is left to be told.
        sys.stderr.close()
        return 0


def _run(given: argparse.Namespace, out: TextIO) -> int:
    match given.command:
        case "play":
            from simulator.command_line.play import run_play

            return run_play(given, given.scenarios or DEFAULT_LIBRARY, out)
        case "check":
            from simulator.command_line.check import run_check
            from simulator.command_line.play import play_faults

            return run_check(given.paths, given.format, out, play_faults)
        case "translate":
            from simulator.command_line.translate import run_translate

            return run_translate(given, given.scenarios or DEFAULT_LIBRARY, out)
        case "score":
            from simulator.command_line.score import run_score

            return run_score(sys.stdin.buffer, out)
        case "schema":
            from simulator.command_line.schema import run_schema

            return run_schema(out)
        case unknown:
            raise AssertionError(f"argparse let the command {unknown!r} through")
