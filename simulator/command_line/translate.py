"""Writes a translation to fill in: every line id of a scenario, with its text as a comment."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from simulator.command_line.play import file_named
from simulator.core.errors import ScenarioError
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.translation import line_ids
from simulator.storage.translations import translation_path

_CODE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")


def run_translate(given: argparse.Namespace, library: Path, out: TextIO) -> int:
    """Write the file beside the scenario; give the exit status, 0.

    Raises:
        ScenarioError: the code is none, the file is there already, or it cannot be written.
    """
    source = file_named(given.scenario, library)
    if source.scenario is None:
        raise ScenarioError(f"{source.path} has faults; the command check lists them.")
    _refuse_code(given.language, source.scenario.language)
    path = translation_path(source.path, given.language)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(template(source.scenario, given.language))
    except FileExistsError as error:
        message = f"{path} is there already; the command check lists what it lacks."
        raise ScenarioError(message) from error
    except OSError as error:
        raise ScenarioError(f"{path} could not be written: {error.strerror}.") from error
    print(f"{path}: {len(line_ids(source.scenario))} lines to translate.", file=out)
    return 0


def _refuse_code(language: str, own: str) -> None:
    if not _CODE.fullmatch(language):
        raise ScenarioError(f"“{language}” is no language code. Write one such as nl or nl-BE.")
    if language == own:
        raise ScenarioError(f"The scenario is written in “{own}” already.")


def template(scenario: Scenario, language: str) -> str:
    """Give the text of a translation in which every line is still empty."""
    return "\n".join(_template_lines(scenario, language)) + "\n"


def _template_lines(scenario: Scenario, language: str) -> Iterator[str]:
    yield f"# {scenario.title}: write each line after its id, in quotation marks."
    yield "# Of several wordings (.1, .2 and so on) each is a line of its own."
    yield f"translates: {scenario.id}"
    yield f"language: {language}"
    yield "lines:"
    for line_id, text in line_ids(scenario).items():
        yield from (f"  # {part}" for part in text.splitlines())
        yield f"  {line_id}:"
