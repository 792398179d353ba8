"""Tells a YAML parser's complaint in the words of somebody who does not know YAML."""

import re

import yaml

from simulator.core.scenario.faults import Fault

_QUOTES = "Put the whole text in quotation marks; write a quotation mark inside it twice."

_PROBLEMS = {
    "mapping values are not allowed": (
        "a colon makes a name here where none can stand",
        "Put text that holds a colon in quotation marks; begin names of a group in one column.",
    ),
    "found unexpected end of stream": (
        "a quotation mark is opened here and never closed",
        "Close it at the end of the text.",
    ),
    "found unexpected document indicator": (
        "a quotation mark is opened here and never closed",
        "Close it at the end of the text.",
    ),
    "did not find expected ',' or ']'": (
        "a square bracket is opened here and not closed",
        "Close it with ], and put commas between the entries.",
    ),
    "did not find expected ',' or '}'": (
        "a curly bracket is opened here and not closed",
        "Close it with }, and put commas between the names.",
    ),
    "did not find expected '-' indicator": (
        "an entry of a list begins without a hyphen, or in another column",
        "Let all entries of the list begin with a hyphen in the same column.",
    ),
    "block sequence entries are not allowed": (
        "a hyphen begins a list where none can stand",
        "Begin the list on its own line; put text that begins with a hyphen in quotation marks.",
    ),
    "did not find expected key": (
        "this fits neither the text before it nor the names above it",
        f"Let names of one group begin in the same column. {_QUOTES}",
    ),
    "could not find expected ':'": (
        "a name stands here without a colon",
        "Write a colon and a space after the name, and indent text that runs over several lines.",
    ),
    "found unknown escape character": (
        "a backslash stands before a letter that means nothing",
        "Write the backslash twice, or use single quotation marks.",
    ),
    "found invalid Unicode character escape code": (
        "the code after the backslash is no character",
        "Write the character itself.",
    ),
    "found incompatible YAML document": (
        "the file says that it is written in another version of YAML",
        "Take the line that begins with % away.",
    ),
}

# The parser written in Python, used where the one in C is missing, has other words for these.
_PROBLEMS["expected ',' or ']'"] = _PROBLEMS["did not find expected ',' or ']'"]
_PROBLEMS["expected ',' or '}'"] = _PROBLEMS["did not find expected ',' or '}'"]
_PROBLEMS["expected <block end>"] = _PROBLEMS["did not find expected key"]

_TOO_DEEP = "exceeded maximum nesting depth"
_OPENED = ("quoted scalar", "flow sequence", "flow mapping")
_OPENING_PROBLEMS = ("found unexpected", "did not find expected ','", "expected ','")
_NAME_ALONE = "could not find expected ':'"

FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The characters that cannot stand in YAML."""


def before_deepest(error: yaml.YAMLError, content: bytes) -> bytes | None:
    """Give what stands before a parser gave up because of nesting; None if that was not why.

    Parsers look ahead, and newer ones stop at a thousand brackets before they give a single event.
    What stands before is nested more deeply than any scenario, which shows as the fault it is.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None or _TOO_DEEP not in (getattr(error, "problem", None) or ""):
        return None
    before = content.decode("utf-8", errors="replace")[: max(0, mark.index - 1)].encode()
    return before if len(before) < len(content) else None


def grammar_fault(error: yaml.YAMLError, content: bytes) -> Fault:
    """Give what a parser complains about as a fault with its place in the file."""
    problem = getattr(error, "problem", None) or str(error)
    line, column = _place(error, problem)
    sign = _character(content, line, column)
    if sign == "\t" and ("cannot start any token" in problem or "tab character" in problem):
        return tab_fault(line, column)
    message, remedy = _told(problem, sign)
    return Fault("RS105", (), message, remedy).placed(line, column)


def tab_fault(line: int, column: int) -> Fault:
    """Give the fault of a line indented by a tab."""
    remedy = "Indent with spaces; most editors can turn tabs into spaces."
    return Fault("RS106", (), "a tab is used to indent", remedy).placed(line, column)


def _place(error: yaml.YAMLError, problem: str) -> tuple[int, int]:
    context = getattr(error, "context", None) or ""
    opened = any(word in context for word in _OPENED)
    mark = getattr(error, "problem_mark", None)
    if (opened and problem.startswith(_OPENING_PROBLEMS)) or problem.startswith(_NAME_ALONE):
        mark = getattr(error, "context_mark", None) or mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _character(content: bytes, line: int, column: int) -> str:
    lines = content.decode("utf-8", "replace").splitlines()
    text = lines[line - 1] if line <= len(lines) else ""
    return text[column - 1 : column]


def _told(problem: str, sign: str) -> tuple[str, str]:
    for start, told in _PROBLEMS.items():
        if problem.startswith(start):
            return told
    if "cannot start any token" in problem:
        return f"a text cannot begin with “{sign}”", _QUOTES
    return f"the file cannot be read from here on ({problem})", _QUOTES
