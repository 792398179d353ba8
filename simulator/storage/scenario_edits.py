"""Edits in the text of a YAML file that leave comments and layout as they are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK = re.compile(r"(?:^|[\s:-])[|>][-+0-9]*[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_TABS = re.compile(r"^( *)(\t+)(?=[^\t ])", re.MULTILINE)
_MIXED = re.compile(r"^[ \t]*(?: \t|\t )", re.MULTILINE)


class _Cut(NamedTuple):
    """A stretch of the text, from one place up to another, and what comes instead."""

    start: int
    end: int
    instead: str = ""


def indented_with_spaces(text: str, width: int) -> str:
    """Give a text with as many spaces for each tab it is indented by; empty if that is unsafe.

    A text over several lines may hold its own tabs, and tabs mixed with spaces have no clear depth.
    """
    if _BLOCK.search(text) or _MIXED.search(text):
        return ""
    return _TABS.sub(lambda found: found[1] + " " * width * len(found[2]), text)


def block_lines(text: str) -> frozenset[int]:
    """Give the lines, counted from 0, of texts written over several lines with | or >."""
    found: set[int] = set()
    events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
    for event in events:
        if isinstance(event, yaml.ScalarEvent) and event.style in ("|", ">"):
            found.update(range(_line(event.start_mark) + 1, _line_after(event.end_mark)))
    return frozenset(found)


def with_format(text: str, number: int) -> tuple[str, int]:
    """Give a text with a format before its first name, and the line on which it stands."""
    root: Any = yaml.compose(text, Loader=_LOADER)
    row = root.start_mark.line
    lines = text.split("\n")
    ending = "\r" if lines[row].endswith("\r") else ""
    if root.flow_style:
        at = root.start_mark.column + 1
        lines[row] = f"{lines[row][:at]}format: {number}, {lines[row][at:]}"
    else:
        lines.insert(row, f"{' ' * root.start_mark.column}format: {number}{ending}")
    return "\n".join(lines), row + 1


def without_entries(
    text: str, above: Sequence[str], names: Sequence[str], values: Mapping[str, str]
) -> tuple[str, list[tuple[int, str]]] | None:
    """Take names out of all groups below a group, and write other values for names at the top.

    Args:
        text: the text of the file.
        above: the names that lead to the group whose groups are meant.
        names: the names to take out, with their values.
        values: names at the top of the file, with what to write for each.

    Returns:
        The text with the line, counted from 1, of each name taken out; None if it cannot be done
        without touching something else.
    """
    root: Any = yaml.compose(text, Loader=_LOADER)
    starts = [0]
    starts.extend(at + 1 for at, sign in enumerate(text) if sign == "\n")
    cuts = [
        _Cut(_at(starts, value.start_mark), _at(starts, value.end_mark), values[key.value])
        for key, value in root.value
        if key.value in values
    ]
    taken = []
    for group in _groups(root, above):
        for place, (key, _) in enumerate(group.value):
            if key.value in names:
                cut = _cut_out(text, starts, group, place)
                if cut is None:
                    return None
                cuts.append(cut)
                taken.append((key.start_mark.line + 1, key.value))
    for cut in sorted(cuts, reverse=True):
        text = text[: cut.start] + cut.instead + text[cut.end :]
    return text, taken


def _line(mark: Any) -> int:  # noqa: ANN401 - as below
    return int(mark.line)


def _line_after(mark: Any) -> int:  # noqa: ANN401 - as below
    return int(mark.line) + (1 if mark.column else 0)


def _at(starts: Sequence[int], mark: Any) -> int:  # noqa: ANN401 - a mark has no type of its own
    return starts[int(mark.line)] + int(mark.column)


def _groups(root: Any, above: Sequence[str]) -> Iterator[Any]:  # noqa: ANN401 - as marks
    node: Any = root
    for name in above:
        node = next((value for key, value in node.value if key.value == name), None)
        if not isinstance(node, yaml.MappingNode):
            return
    yield from (value for _, value in node.value if isinstance(value, yaml.MappingNode))


def _cut_out(text: str, starts: Sequence[int], group: Any, place: int) -> _Cut | None:  # noqa: ANN401
    key, value = group.value[place]
    start, end = _at(starts, key.start_mark), _at(starts, value.end_mark)
    if group.flow_style:
        return _cut_from_braces(text, starts, group, place)
    first, last = starts[key.start_mark.line], text.find("\n", end)
    last = len(text) if last < 0 else last + 1
    before, after = text[first:start], text[end:last].strip()
    if before.strip() or "\n" in text[start:end] or (after and not after.startswith("#")):
        return None
    # A comment behind what goes stays, on a line of its own.
    return _Cut(first, last, f"{before}{text[end:last].lstrip()}" if after else "")


def _cut_from_braces(
    text: str,
    starts: Sequence[int],
    group: Any,  # noqa: ANN401 - as marks
    place: int,
) -> _Cut | None:
    key, value = group.value[place]
    if place + 1 < len(group.value):
        cut = _Cut(_at(starts, key.start_mark), _at(starts, group.value[place + 1][0].start_mark))
    elif place:
        earlier = group.value[place - 1][1]
        cut = _Cut(_at(starts, earlier.end_mark), _at(starts, value.end_mark))
    else:
        return None
    gone = text[cut.start : cut.end]
    return None if "#" in gone or "\n" in gone else cut
