"""Turns a branching story of another program into a scenario file."""

import json
from pathlib import Path
from typing import TextIO

from simulator.core.errors import StoryError
from simulator.core.scenario.words import Track
from simulator.storage.importing import ImportedScenario, imported

_DEFAULT_TRACK = Track.COMPLAINT
"""The track of a scenario whose folder is not named after one."""


def run_import(source: Path, target: Path, out: TextIO, *, as_json: bool) -> int:
    """Write a scenario made of a story, and tell what could not be carried over.

    Args:
        source: the story.
        target: the scenario file to write; if its folder is named after a track, that is taken.
        out: where it is told.
        as_json: whether to tell it as JSON.

    Raises:
        StoryError: the story cannot be read, or the file cannot be written or is there already.
    """
    if target.suffix.lower() not in (".yaml", ".yml"):
        raise StoryError(f"A scenario file ends in .yaml; {target} does not.")
    if target.exists():
        raise StoryError(f"{target} is there already. Give another name, or move it away first.")
    folder = target.absolute().parent.name
    track = Track(folder) if folder in set(Track) else _DEFAULT_TRACK
    made = imported(source, track)
    _write(target, made.text)
    if as_json:
        json.dump(_as_json(target, made), out, ensure_ascii=False, indent=2)
        out.write("\n")
    else:
        out.writelines(f"{line}\n" for line in _as_text(target, made))
    return 0


def _write(target: Path, text: str) -> None:
    draft = target.with_name(f"{target.name}.draft")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(target)
    except OSError as error:
        raise StoryError(f"{target} cannot be written: {error.strerror}.") from error


def _as_text(target: Path, made: ImportedScenario) -> list[str]:
    scenario = made.scenario
    told = [
        (
            f"{target}: {len(scenario.steps)} steps, {len(scenario.endings)} endings and "
            f"{len(scenario.plays)} plays, from {made.kind}."
        ),
        "Search it for “To do:” and write what it asks for.",
    ]
    if not made.losses:
        return [*told, "Everything in the story was carried over."]
    told.append("What could not be carried over:")
    return [*told, *(f"  {loss.place or 'start'}: {loss.what}" for loss in made.losses)]


def _as_json(target: Path, made: ImportedScenario) -> dict[str, object]:
    scenario = made.scenario
    return {
        "file": str(target),
        "kind": made.kind,
        "scenario": scenario.id,
        "steps": len(scenario.steps),
        "endings": len(scenario.endings),
        "plays": len(scenario.plays),
        "not_carried": [{"at": loss.place or "start", "what": loss.what} for loss in made.losses],
    }
