"""Mends in a scenario file what can be mended without asking, and leaves everything else alone.

Each fix is tried on the text itself, so comments and layout stay. It is kept only if the text, read
again, holds exactly the values it held before, except for what the fix was meant to change.
"""

import json
import os
import shutil
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from copy import deepcopy
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from simulator.core.scenario.faults import Fault
from simulator.core.scenario.model import FORMAT
from simulator.core.scenario.schema import known_names
from simulator.core.scenario.validation import scenario_from
from simulator.storage.scenario_edits import (
    block_lines,
    indented_with_spaces,
    with_format,
    without_entries,
)
from simulator.storage.scenario_files import LARGEST_FILE
from simulator.storage.scenario_formats import COMPUTED_SINCE_2, upgraded
from simulator.storage.yaml_documents import YamlDocument, yaml_document

NEAR_ENOUGH = 0.75
"""How like a known name a misspelt one must be, 0 to 1, as the library measures it."""

_MARK = "\ufeff"


class Change(NamedTuple):
    """Something that was mended, and on which line; a line of 0 stands for the whole file."""

    line: int
    what: str


class _Tried(NamedTuple):
    """A text after a fix, what it changed, and the values it must hold; None if it may not be."""

    text: str
    changes: tuple[Change, ...]
    expected: object


def fix_scenario(path: Path) -> tuple[Change, ...]:
    """Mend a file and give what was changed; nothing if there is nothing, or it is not safe.

    Raises:
        OSError: the file cannot be read or written; it is then as it was.
    """
    if not path.is_file() or path.stat().st_size > LARGEST_FILE:
        return ()
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return ()
    mark = _MARK if text.startswith(_MARK) else ""
    fixed, changes = fixed_text(text.removeprefix(_MARK))
    if changes:
        _replace(path.resolve(), (mark + fixed).encode("utf-8"))
    return changes


def fixed_text(text: str) -> tuple[str, tuple[Change, ...]]:
    """Give the text of a scenario mended, and what was changed."""
    done: list[Change] = []
    text, changes = _without_tabs(text)
    done.extend(changes)
    for fix in _FIXES:
        document = _document(text)
        if document is None or not isinstance(document.value, dict):
            break
        tried = fix(text, document)
        if tried and _holds(tried.text, tried.expected):
            text = tried.text
            done.extend(tried.changes)
    return text, tuple(done)


def _document(text: str) -> YamlDocument | None:
    """Read a text; None unless all of it is understood."""
    document = yaml_document(text.encode("utf-8"))
    return document if document.is_whole and not document.faults else None


def _holds(text: str, expected: object) -> bool:
    document = _document(text)
    return document is not None and _exactly(document.value) == _exactly(expected)


def _exactly(value: object) -> str:
    """Write values so that 1, 1.0 and true differ, and so does another order of names."""
    return json.dumps(value, ensure_ascii=True)


def _without_tabs(text: str) -> tuple[str, tuple[Change, ...]]:
    """Indent with spaces where tabs keep the file from being read, if it is clear how many."""
    refused = [fault.code for fault in yaml_document(text.encode("utf-8")).faults]
    if refused != ["RS106"]:
        return text, ()
    found: dict[str, str] = {}
    for width in (8, 4, 2):
        spaced = indented_with_spaces(text, width)
        document = _document(spaced) if spaced else None
        if document is not None:
            found[_exactly(document.value)] = spaced
    if len(found) != 1:
        return text, ()
    (spaced,) = found.values()
    pairs = zip(text.split("\n"), spaced.split("\n"), strict=True)
    lines = [number for number, (old, new) in enumerate(pairs, 1) if old != new]
    return spaced, tuple(Change(number, "tabs became spaces") for number in lines)


def _without_trailing_spaces(text: str, document: YamlDocument) -> _Tried | None:
    kept = block_lines(text)
    lines = text.split("\n")
    changes = []
    for number, line in enumerate(lines):
        ending = "\r" if line.endswith("\r") else ""
        stripped = line.rstrip(" \t\r") + ending
        if stripped != line and number not in kept:
            lines[number] = stripped
            changes.append(Change(number + 1, "spaces at the end of the line are gone"))
    return _Tried("\n".join(lines), tuple(changes), document.value) if changes else None


def _composed(text: str, document: YamlDocument) -> _Tried | None:
    if unicodedata.is_normalized("NFC", text):
        return None
    lines = text.split("\n")
    changed = [at for at, line in enumerate(lines) if not unicodedata.is_normalized("NFC", line)]
    for at in changed:
        lines[at] = unicodedata.normalize("NFC", lines[at])
    changes = tuple(Change(at + 1, "letters and their accents are joined") for at in changed)
    return _Tried("\n".join(lines), changes, _joined(document.value))


def _joined(value: Any) -> Any:  # noqa: ANN401 - plain values of any shape
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_joined(each) for each in value]
    if isinstance(value, dict):
        return {_joined(name): _joined(each) for name, each in value.items()}
    return value


def _with_missing_format(text: str, document: YamlDocument) -> _Tried | None:
    values: dict[str, Any] = document.value  # type: ignore[assignment]  # the caller has looked
    if "format" in values or not values:
        return None
    found = 1 if any(name in it for it in _endings(values) for name in COMPUTED_SINCE_2) else FORMAT
    expected = {"format": found, **values}
    if scenario_from(upgraded(deepcopy(expected))[0])[0] is None:
        return None
    added, line = with_format(text, found)
    return _Tried(added, (Change(line, f"“format: {found}” is added"),), expected)


def _endings(values: dict[str, Any]) -> list[dict[str, Any]]:
    endings = values.get("endings")
    named = endings.values() if isinstance(endings, dict) else ()
    return [ending for ending in named if isinstance(ending, dict)]


def _in_todays_format(text: str, document: YamlDocument) -> _Tried | None:
    values: dict[str, Any] = document.value  # type: ignore[assignment]  # the caller has looked
    if values.get("format") != 1 or isinstance(values["format"], bool):
        return None
    expected, faults = upgraded(deepcopy(values))
    edited = without_entries(text, ("endings",), COMPUTED_SINCE_2, {"format": str(FORMAT)})
    if faults or edited is None:
        return None
    fixed, lines = edited
    changes = [Change(line, f"“{name}” is gone: it is worked out now") for line, name in lines]
    line = document.placed(Fault("RS114", ("format",), "", "")).line
    return _Tried(fixed, (Change(line, f"the format is {FORMAT} now"), *changes), expected)


def _with_names_spelt(text: str, document: YamlDocument) -> _Tried | None:
    """Correct misspelt names that are near exactly one known name, if that leaves fewer faults."""
    _, before = scenario_from(document.value)
    slips = list(_slips(document, before))
    lines, expected, changes = text.split("\n"), deepcopy(document.value), []
    # From the end of the file to its beginning, so that places before a change stay right.
    for fault, meant in sorted(slips, key=lambda slip: (slip[0].line, slip[0].column))[::-1]:
        name, row, at = str(fault.path[-1]), fault.line - 1, fault.column - 1
        if lines[row][at : at + len(name) + 1] != f"{name}:":
            continue
        lines[row] = lines[row][:at] + meant + lines[row][at + len(name) :]
        _rename(expected, fault.path, meant)
        changes.append(Change(fault.line, f"“{name}” is now “{meant}”"))
    if not changes or len(scenario_from(expected)[1]) > len(before) - len(changes):
        return None
    return _Tried("\n".join(lines), tuple(changes[::-1]), expected)


def _slips(document: YamlDocument, faults: tuple[Fault, ...]) -> Iterator[tuple[Fault, str]]:
    taken: set[tuple[object, ...]] = set()
    for fault in faults:
        if fault.code != "RS201":
            continue
        group, name = fault.path[:-1], str(fault.path[-1])
        near = get_close_matches(name, known_names(group), n=2, cutoff=NEAR_ENOUGH)
        if len(near) == 1 and near[0] not in _group(document.value, group):
            place = (*group, near[0])
            if place not in taken:
                taken.add(place)
                yield document.placed(fault), near[0]


def _group(value: Any, path: tuple[str | int, ...]) -> dict[str, Any]:  # noqa: ANN401
    for step in path:
        value = value[step]
    return value if isinstance(value, dict) else {}


def _rename(values: object, path: tuple[str | int, ...], meant: str) -> None:
    group = _group(values, path[:-1])
    renamed = {meant if name == path[-1] else name: value for name, value in group.items()}
    group.clear()
    group.update(renamed)


_FIXES: tuple[Callable[[str, YamlDocument], _Tried | None], ...] = (
    _without_trailing_spaces,
    _composed,
    _with_missing_format,
    _in_todays_format,
    _with_names_spelt,
)


def _replace(path: Path, content: bytes) -> None:
    """Put a draft, written beside the file, in its place, so that no half is ever seen."""
    handle, draft = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, draft)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise
