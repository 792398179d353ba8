"""Reads Yarn Spinner scripts: nodes, lines, options, jumps, conditions and simple variables."""

import re
from collections.abc import Iterator, Mapping

from simulator.core.errors import StoryError
from simulator.storage.importing.infix import said
from simulator.storage.importing.saying import Kind
from simulator.storage.importing.story import Losses, Story, kinds_of, nodes_from
from simulator.storage.importing.yarn_flow import YarnFlow
from simulator.storage.importing.yarn_statements import (
    Block,
    Branches,
    Option,
    Options,
    SetTo,
    statements,
)

MOST_LINES = 50_000
"""The most lines of a script."""

_HEADER = re.compile(r"([^:\s][^:]*):(.*)")


def yarn_story(text: str, title: str) -> Story:
    """Turn a Yarn script into nodes and links.

    Raises:
        StoryError: it holds no nodes, too many, or options nested too deeply.
    """
    if text.count("\n") > MOST_LINES:
        raise StoryError(f"This story has more than {MOST_LINES:,} lines. Cut it into parts.")
    losses = Losses()
    bodies: dict[str, Block] = {}
    for name, lines in _bodies(text.removeprefix("\ufeff")):
        if name in bodies:
            losses.add(name, "a second node of this name")
        else:
            bodies[name] = statements(lines, name, losses)
    if not bodies:
        raise StoryError("This file holds no nodes of Yarn Spinner.")
    variables = _variables(bodies, losses)
    start = "Start" if "Start" in bodies else _first_told(bodies)
    nodes = nodes_from(YarnFlow(bodies, kinds_of(variables), losses).node, bodies)
    return Story(title, "Yarn Spinner", nodes, start, variables, losses.all())


def _first_told(bodies: Mapping[str, Block]) -> str:
    """Give the first node that is more than a list of declarations."""
    told = (name for name, body in bodies.items() if any(not isinstance(it, SetTo) for it in body))
    return next(told, next(iter(bodies)))


def _bodies(text: str) -> Iterator[tuple[str, list[str]]]:
    title, lines = None, list[str]()
    is_body = False
    for line in text.splitlines():
        mark = line.strip()
        if is_body and mark == "===":
            if title is not None:
                yield title, lines
            title, lines, is_body = None, [], False
        elif is_body:
            lines.append(line)
        elif mark == "---":
            is_body = True
        elif (header := _HEADER.fullmatch(mark)) and header[1].strip() == "title":
            title = header[2].strip() or None
    if is_body and title is not None:
        yield title, lines


def _variables(bodies: Mapping[str, Block], losses: Losses) -> dict[str, int | bool]:
    """Read the first value of each variable: declared, or else nought or false."""
    found: dict[str, int | bool] = {}
    unfit: dict[str, None] = {}
    kinds: dict[str, Kind] = {}
    for assignment in _assignments(bodies):
        value = said(assignment.formula, kinds, lambda _name, _argument: None)
        known = value.value if value else None
        is_fit = isinstance(known, int | float) and known == int(known)
        if assignment.is_declared and is_fit and isinstance(known, int | float):
            found[assignment.name] = known if isinstance(known, bool) else int(known)
        elif value is None or value.kind == "text" or (assignment.is_declared and not is_fit):
            unfit[assignment.name] = None
        else:
            found.setdefault(assignment.name, False if value.kind == "yes-no" else 0)
        if assignment.name in found:
            kinds[assignment.name] = (
                "yes-no" if isinstance(found[assignment.name], bool) else "number"
            )
    for name in unfit:
        if name not in found:
            losses.add("variables", f"“{name}” holds what a scenario cannot: text or a fraction")
    return found


def _assignments(bodies: Mapping[str, Block]) -> Iterator[SetTo]:
    """Yield all that is set, declarations first."""
    found: list[SetTo] = []
    waiting = list(bodies.values())[::-1]
    while waiting:
        for statement in waiting.pop():
            if isinstance(statement, SetTo):
                found.append(statement)
            elif isinstance(statement, Options):
                waiting.extend(option.body for option in statement.options)
            elif isinstance(statement, Branches):
                waiting.extend(body for _, body in statement.cases)
            elif isinstance(statement, Option):
                waiting.append(statement.body)
    yield from sorted(found, key=lambda assignment: not assignment.is_declared)
