"""Reads the command and hands it on. Each command imports what it needs, and only that."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from simulator import __version__
from simulator.core.errors import SimulatorError

DEFAULT_LIBRARY = Path(__file__).resolve().parents[2] / "scenarios"
"""The scenarios that come with the program."""

MOST_PLAYS = 1_000_000
"""The most plays of one simulation."""

# Named here as well as in the core, so that the help needs none of it.
_PLAYERS = (
    "best",
    "worst",
    "random",
    "polite-but-useless",
    "cold-but-useful",
    "impatient",
    "all",
)


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
    _add_simulate(commands.add_parser("simulate", help="let a scenario be played many times"))
    _add_check(commands.add_parser("check", help="list every fault of every scenario"))
    _add_translate(commands.add_parser("translate", help="write a translation to fill in"))
    commands.add_parser("score", help="score replies: JSON Lines in, JSON Lines out")
    commands.add_parser("schema", help="print the JSON Schema of the scenario format")
    _add_import(commands.add_parser("import", help="turn another program's story into a scenario"))
    _add_export_graph(commands.add_parser("export-graph", help="draw a scenario's steps and ways"))
    return top


def _add_play(play: argparse.ArgumentParser) -> None:
    play.add_argument("scenario", metavar="SCENARIO", help="a scenario's file, or its id")
    play.add_argument("--replies", metavar="FILE", type=Path, help="play this script of replies")
    play.add_argument("--json", action="store_true", help="print the events and the scorecard")
    play.add_argument("--seed", type=int, default=1, help="the seed of the play (default 1)")
    play.add_argument("--language", metavar="CODE", help="play it in this language, as in nl")
    play.add_argument("--exam", action="store_true", help="no feedback until the scorecard")
    play.add_argument("--author", action="store_true", help="show what a trainee does not see")
    play.add_argument("--step", metavar="ID", help="with --author: begin at this step")
    play.add_argument(
        "--set",
        metavar="NAME=VALUE",
        nargs="+",
        action="extend",
        type=_setting,
        default=[],
        help="with --author: begin with these variables, mood, trust or bears_with_us",
    )


def _setting(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name or not value:
        raise argparse.ArgumentTypeError(f"write NAME=VALUE, as in trust=35, not {text!r}")
    return name.strip(), value.strip()


def _add_simulate(simulate: argparse.ArgumentParser) -> None:
    simulate.add_argument("scenario", metavar="SCENARIO", help="a scenario's file, or its id")
    simulate.add_argument("--plays", type=_count, default=1000, help="how many (default 1000)")
    simulate.add_argument("--seed", type=int, default=1, help="the first seed (default 1)")
    simulate.add_argument("--player", choices=_PLAYERS, default="all", help="who plays")
    simulate.add_argument("--json", action="store_true", help="print the report as JSON")
    simulate.add_argument("--report", metavar="FILE", type=Path, help="keep the report here too")


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_PLAYS:
        raise argparse.ArgumentTypeError(f"give a number from 1 to {MOST_PLAYS:,}")
    return int(text)


def _add_translate(translate: argparse.ArgumentParser) -> None:
    translate.add_argument("scenario", metavar="SCENARIO", help="a scenario's file, or its id")
    translate.add_argument("--language", metavar="CODE", required=True, help="as in nl or nl-BE")


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("paths", metavar="PATH", nargs="+", type=Path)
    check.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    check.add_argument(
        "--config",
        metavar="FILE",
        type=Path,
        help="how bad each fault is, instead of the nearest rapport-checks.yaml",
    )
    check.add_argument("--fix", action="store_true", help="first mend what is safe to mend")


def _add_import(importing: argparse.ArgumentParser) -> None:
    importing.add_argument("file", metavar="FILE", type=Path, help="ink, Twine, Yarn or H5P")
    importing.add_argument(
        "--to", metavar="FOLDER/FILE.yaml", type=Path, required=True, help="the scenario to write"
    )
    importing.add_argument("--json", action="store_true", help="tell what was done as JSON")


def _add_export_graph(graph: argparse.ArgumentParser) -> None:
    graph.add_argument("scenario", metavar="SCENARIO", help="a scenario's file, or its id")
    graph.add_argument("--format", choices=("dot", "mermaid", "twee"), default="dot")
    graph.add_argument("--out", metavar="FILE", type=Path, help="write here, not to the terminal")


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
    return _COMMANDS[given.command](given, out)


def _play(given: argparse.Namespace, out: TextIO) -> int:
    from simulator.command_line.play import run_play

    return run_play(given, given.scenarios or DEFAULT_LIBRARY, out)


def _simulate(given: argparse.Namespace, out: TextIO) -> int:
    from simulator.command_line.simulate import run_simulate

    return run_simulate(given, given.scenarios or DEFAULT_LIBRARY, out)


def _check(given: argparse.Namespace, out: TextIO) -> int:
    from simulator.command_line.check import CheckOptions, run_check
    from simulator.command_line.play import play_faults

    options = CheckOptions(given.config, given.fix)
    return run_check(given.paths, given.format, out, play_faults, options)


def _translate(given: argparse.Namespace, out: TextIO) -> int:
    from simulator.command_line.translate import run_translate

    return run_translate(given, given.scenarios or DEFAULT_LIBRARY, out)


def _score(_given: argparse.Namespace, out: TextIO) -> int:
    from simulator.command_line.score import run_score

    return run_score(sys.stdin.buffer, out)


def _schema(_given: argparse.Namespace, out: TextIO) -> int:
    from simulator.command_line.schema import run_schema

    return run_schema(out)


def _import(given: argparse.Namespace, out: TextIO) -> int:
    from simulator.command_line.import_story import run_import

    return run_import(given.file, given.to, out, as_json=given.json)


def _export_graph(given: argparse.Namespace, out: TextIO) -> int:
    from simulator.command_line.export_graph import run_export_graph
    from simulator.command_line.play import scenario_named

    scenario = scenario_named(given.scenario, given.scenarios or DEFAULT_LIBRARY)
    return run_export_graph(scenario, given.format, given.out, out)


_COMMANDS: dict[str, Callable[[argparse.Namespace, TextIO], int]] = {
    "play": _play,
    "simulate": _simulate,
    "check": _check,
    "translate": _translate,
    "score": _score,
    "schema": _schema,
    "import": _import,
    "export-graph": _export_graph,
}
