"""Writes plain values as YAML that our strict reader reads back as the same values.

Every text stands in double quotation marks, so that nothing in it is taken for a number, a note or
the beginning of a list.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*|[0-9]+(?:-[a-z0-9]+)+")
_TO_ESCAPE = re.compile(
    '[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|["\\\\]'
)
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}

LONGEST_COMMENT = 100
"""The most characters of a line of a comment."""


def quoted(text: str) -> str:
    """Give a text in double quotation marks, on one line."""
    return f'"{_TO_ESCAPE.sub(_escaped, text)}"'


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in _SHORT:
        return _SHORT[sign]
    code = ord(sign)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def yaml_text(document: Mapping[str, object], comments: Iterable[str] = ()) -> str:
    """Write a group of names and values, with comments at the head."""
    head = [line for comment in comments for line in _comment(comment)]
    return "\n".join([*head, *_group(document, "")]) + "\n"


def _comment(text: str) -> Iterator[str]:
    line = "#"
    for word in "".join(sign if sign.isprintable() else " " for sign in text).split():
        if len(line) + 1 + len(word) > LONGEST_COMMENT and line.strip("# "):
            yield line
            line = "#  "
        line = f"{line} {word}"
    yield line


def _group(values: Mapping[str, object], indent: str) -> Iterator[str]:
    for name, value in values.items():
        shown = name if _PLAIN_NAME.fullmatch(name) else quoted(name)
        yield from _value(f"{indent}{shown}:", value, indent)


def _value(before: str, value: object, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield before if value else f"{before} {{}}"
        yield from _group(value, f"{indent}  ")
    elif isinstance(value, list | tuple):
        yield before if value else f"{before} []"
        for entry in value:
            yield from _entry(entry, f"{indent}  ")
    else:
        yield f"{before} {_single(value)}"


def _entry(entry: object, indent: str) -> Iterator[str]:
    if isinstance(entry, Mapping) and entry:
        first, *rest = _group(entry, f"{indent}  ")
        yield f"{indent}- {first.lstrip()}"
        yield from rest
    else:
        yield from _value(f"{indent}-", entry, indent)


def _single(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    return str(value) if isinstance(value, int | float) else quoted(str(value))
