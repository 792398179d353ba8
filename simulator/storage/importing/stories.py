"""Reads a story of another program, whatever the program was, and makes a scenario of it."""

import json
import re
from pathlib import Path
from typing import NamedTuple

from simulator.core.errors import StoryError
from simulator.core.scenario.checks import checked
from simulator.core.scenario.faults import Fault
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.validation import scenario_from
from simulator.core.scenario.words import Track
from simulator.storage.importing import to_do
from simulator.storage.importing.composing import Document, composed
from simulator.storage.importing.h5p import h5p_story
from simulator.storage.importing.h5p_package import package_texts
from simulator.storage.importing.ink import ink_story
from simulator.storage.importing.plays import found_plays
from simulator.storage.importing.story import Loss, Losses, Story
from simulator.storage.importing.twine import html_story, twee_story
from simulator.storage.importing.yaml_writing import yaml_text
from simulator.storage.importing.yarn import yarn_story
from simulator.storage.scenario_files import LARGEST_FILE
from simulator.storage.yaml_documents import yaml_document

LARGEST_TEXT = 4_000_000
"""The most bytes of a story in a text file."""

LARGEST_PAGE = 30_000_000
"""The most bytes of a published page, which carries its program and pictures along."""

MOST_TOLD = 200
"""How many losses are told at the head of the file."""

_ZIP = b"PK\x03\x04"
_TWEE = re.compile(r"^::[ \t]*\S", re.M)
_YARN = re.compile(r"^[ \t]*title:.*$", re.M)
_KINDS = "compiled ink (.json), Twee, a page of Twine 2, Yarn (.yarn) or H5P (.h5p)"


class ImportedScenario(NamedTuple):
    """A scenario made of a story: the text of its file, and what stayed behind."""

    kind: str
    scenario: Scenario
    text: str
    losses: tuple[Loss, ...]


def imported(path: Path, track: Track) -> ImportedScenario:
    """Make a scenario of a story.

    Raises:
        StoryError: the file cannot be read, holds no story, or one that is too large or damaged.
    """
    story = story_in(path)
    losses = Losses()
    for loss in story.losses:
        losses.add(*loss)
    document = composed(story, losses, track)
    _refuse_too_large(yaml_text(document))
    plays = found_plays(_sound(document))
    if plays:
        document["plays"] = plays
    told = losses.all()
    text = yaml_text(document, _head(path.name, story, told))
    return ImportedScenario(story.kind, _read_back(text), text, told)


def story_in(path: Path) -> Story:
    """Read a story as its program tells it.

    Raises:
        StoryError: the file cannot be read, or holds no story that is known.
    """
    title = path.name.partition(".")[0].replace("_", " ").replace("-", " ").strip() or "Story"
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_PAGE + 1)
        if content.startswith(_ZIP):
            return h5p_story(*package_texts(path), title)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StoryError(f"{path} cannot be read: {reason}.") from error
    if len(content) > LARGEST_PAGE:
        raise StoryError(f"{path} has more than {LARGEST_PAGE:,} bytes.")
    return _story_in_text(_decoded(content), title)


def _decoded(content: bytes) -> str:
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise StoryError(f"This is neither text nor an H5P package. Known are {_KINDS}.") from error


def _story_in_text(text: str, title: str) -> Story:
    if "<tw-storydata" in text:
        return html_story(text, title)
    if len(text) > LARGEST_TEXT:
        raise StoryError(f"This story has more than {LARGEST_TEXT:,} characters.")
    if text.lstrip().startswith("{"):
        return ink_story(_json(text), title)
    if _TWEE.search(text):
        return twee_story(text, title)
    if _YARN.search(text):
        return yarn_story(text, title)
    raise StoryError(f"This file holds no story that is known. Known are {_KINDS}.")


def _json(text: str) -> dict[str, object]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise StoryError("This file begins as JSON does, but cannot be read as JSON.") from error
    if not isinstance(found, dict) or "inkVersion" not in found:
        raise StoryError(f"This JSON holds no compiled ink. Known are {_KINDS}.")
    return found


def _sound(document: Document) -> Scenario:
    scenario, faults = scenario_from(document)
    if scenario is None:
        raise _unfit(faults)
    if errors := tuple(fault for fault in checked(scenario) if fault.is_error):
        raise _unfit(errors)
    return scenario


def _unfit(faults: tuple[Fault, ...]) -> StoryError:
    told = "; ".join(f"{'.'.join(map(str, fault.path))}: {fault.message}" for fault in faults[:3])
    return StoryError(f"This story cannot be turned into a scenario: {told}.")


def _refuse_too_large(text: str) -> None:
    if len(text.encode()) > LARGEST_FILE:
        raise StoryError("This story is too large for one scenario file. Cut it into parts.")


def _read_back(text: str) -> Scenario:
    """Read what was written as it will be read, so that no file is written that cannot be."""
    _refuse_too_large(text)
    document = yaml_document(text.encode())
    if document.faults or not isinstance(document.value, dict):
        told = document.faults[0].message if document.faults else "it is empty"
        raise StoryError(f"This story cannot be turned into a scenario: {told}.")
    return _sound(document.value)


def _head(name: str, story: Story, losses: tuple[Loss, ...]) -> list[str]:
    told = [f"Imported from {name} ({story.kind}). Search for “To do:” and write what it asks for."]
    told.append(to_do.CHOSEN)
    if not losses:
        return [*told, "Everything in the story was carried over."]
    told.append("What could not be carried over:")
    told.extend(f"- {_place(loss)}: {loss.what}" for loss in losses[:MOST_TOLD])
    if len(losses) > MOST_TOLD:
        told.append(f"- and {len(losses) - MOST_TOLD} more")
    return told


def _place(loss: Loss) -> str:
    return loss.place or "start"
