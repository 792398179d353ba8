"""Adds a test play to a scenario file as text, so that its comments and layout stay as they are."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import yaml

from simulator.core.errors import ScenarioError
from simulator.core.scenario.model import Play, PlayedTurn
from simulator.storage.scenario_files import ScenarioFile, read_scenario
from simulator.storage.yaml_documents import yaml_document

LONGEST_LINE = 100
"""Characters of a line of ids; a longer list has one entry a line."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MARK = "\ufeff"


def add_play(path: Path, play: Play) -> ScenarioFile:
    """Write a play to the end of a file's ``plays``, and give the file as it reads then.

    Nothing else in the file is changed; what was added is read back before the file is replaced.

    Raises:
        ScenarioError: the file cannot be read or written, has a play of that name, or is laid out
            so that nothing can be added to it.
    """
    before = _read(path)
    after = with_play(before, play)
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.write_text(after, encoding="utf-8", newline="")
        os.replace(draft, path)  # noqa: PTH105 - replaces an open file on Windows too
    except OSError as error:
        draft.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise ScenarioError(f"The play could not be saved in {path}: {reason}.") from error
    return read_scenario(path)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ScenarioError(f"{path} could not be read, so nothing was saved.") from error


def with_play(text: str, play: Play) -> str:
    """Give the text of a scenario file with one more play in it.

    Raises:
        ScenarioError: a play of that name is there, or the text is laid out in another way.
    """
    body = text.removeprefix(_MARK)
    newline = "\r\n" if "\r\n" in body else "\n"
    old = _values(body)
    known = old.get("plays")
    plays = known if isinstance(known, list) else []
    if any(isinstance(it, dict) and it.get("name") == play.name for it in plays):
        raise ScenarioError(f"There is a play called “{play.name}” already. Give another name.")
    added = _inserted(body, play, newline)
    wanted = {**old, "plays": [*plays, play_values(play)]}
    if _values(added, is_sure=False) != wanted:
        raise ScenarioError(
            "The plays of this file are laid out in a way that nothing can be added to. "
            "Write the play by hand:\n" + "\n".join(_block(play, "  "))
        )
    return text[: len(text) - len(body)] + added


def _values(text: str, *, is_sure: bool = True) -> dict[str, object]:
    document = yaml_document(text.encode())
    if document.is_whole and isinstance(document.value, dict):
        return document.value
    if is_sure:
        raise ScenarioError("The file has faults, so nothing was saved. Check it first.")
    return {}


def _inserted(text: str, play: Play, newline: str) -> str:
    value = _plays_node(text)
    if value is None:
        lines = ["", "plays:", *_block(play, "  ")]
        ending = "" if text.endswith("\n") else newline
        return text + ending + newline.join(lines) + newline
    if not isinstance(value, yaml.SequenceNode) or value.flow_style:
        return _into_brackets(text, value, play)
    indent = " " * value.start_mark.column
    return _after_line(text, _last_line(text, value), _block(play, indent), newline)


def _plays_node(text: str) -> yaml.Node | None:
    root = yaml.compose(text, Loader=_LOADER)
    if not isinstance(root, yaml.MappingNode):
        return None
    return next((value for name, value in root.value if name.value == "plays"), None)


def _into_brackets(text: str, value: yaml.Node, play: Play) -> str:
    """Add to a list in brackets; what is no list is left as it is and refused later."""
    if not isinstance(value, yaml.SequenceNode):
        return text
    if not value.value:
        place, comma = value.end_mark.index - 1, ""
    else:
        place, comma = value.value[-1].end_mark.index, ", "
    return f"{text[:place]}{comma}{_flow(play)}{text[place:]}"


def _last_line(text: str, node: yaml.Node) -> int:
    """Give the number, from 0, of the last line with something of a node on it."""
    last = node
    while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
        below = last.value[-1]
        last = below[1] if isinstance(below, tuple) else below
    mark = last.end_mark
    line = mark.line if mark.column else mark.line - 1
    lines = text.splitlines()
    while line > last.start_mark.line and not lines[line].strip():
        line -= 1
    return max(line, last.start_mark.line)


def _after_line(text: str, line: int, added: list[str], newline: str) -> str:
    lines = text.splitlines(keepends=True)
    before = "".join(lines[: line + 1])
    ending = "" if before.endswith("\n") else newline
    return before + ending + newline.join(added) + newline + "".join(lines[line + 1 :])


def play_values(play: Play) -> dict[str, object]:
    """Give a play as the plain values a file holds, without what is left at its first value."""
    values = play.model_dump(mode="json", exclude_defaults=True)
    values["replies"] = [_turn(turn) for turn in play.replies]
    return values


def _turn(turn: PlayedTurn) -> object:
    values: dict[str, object] = turn.model_dump(mode="json", exclude_defaults=True)
    return values["say"] if values.keys() == {"say"} else values


def _block(play: Play, indent: str) -> list[str]:
    """Write a play as an entry of a list, one name a line."""
    lines: list[str] = []
    for name, value in play_values(play).items():
        lead = f"{indent}- " if not lines else f"{indent}  "
        lines += _named(lead, name, value)
    return lines


def _named(lead: str, name: str, value: object) -> Iterator[str]:
    line = f"{lead}{name}: {_flow_value(value)}"
    if not isinstance(value, list) or len(line) <= LONGEST_LINE:
        yield line
        return
    yield f"{lead}{name}:"
    for entry in value:
        yield f"{' ' * len(lead)}  - {_flow_value(entry)}"


def _flow(play: Play) -> str:
    return _flow_value(play_values(play))


def _flow_value(value: object) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {_flow_value(it)}' for name, it in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(_flow_value(it) for it in value)}]"
    return _scalar(value) if isinstance(value, str) else json.dumps(value)


def _scalar(text: str) -> str:
    """Write an id as it is, and anything else in quotation marks that YAML reads back alike."""
    if _is_plain_id(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(it if it.isprintable() else f"\\U{ord(it):08x}" for it in quoted)


def _is_plain_id(text: str) -> bool:
    return (
        text.isascii()
        and text.replace("-", "a").isalnum()
        and text == text.lower()
        and text[0].isalpha()
        and text not in ("true", "false", "null", "yes", "no", "on", "off")
    )
