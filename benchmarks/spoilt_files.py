"""Spoils scenario files in every way a slip, a bad copy or malice could."""

import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks.large_scenarios import large_scenario_text
from simulator.storage.yaml_documents import yaml_document

_ROOT = Path(__file__).parents[1]

TOKENS = (
    *(b":", b": ", b"- ", b"[", b"]", b"{", b"}", b",", b"&a ", b"*a", b"!x ", b"!!int ", b"<<: "),
    *(
        b"#",
        b"|\n",
        b">\n",
        b"'",
        b'"',
        b"\t",
        b"\n",
        b"\r",
        b"---\n",
        b"...\n",
        b"? ",
        b"%YAML 9\n",
    ),
    *(b"\0", b"\xff", b"\xfe\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xc2\x85", b"\xe2\x80\xa8"),
    *(b"9" * 5000, b"1" * 19, b"-1", b"1e999", b"1.5", b"..", b"70..100", b"100..70", b"12:30"),
    *(
        b"null",
        b"~",
        b"true",
        b"no",
        b"010",
        b"0x1f",
        b"2026-13-45",
        b"[]",
        b"{}",
        b'""',
        b"@",
        b"`",
    ),
    *(b"when: (", b"when: not ", b"asks(", b" and ", b" or ", b"mood", b"visits(a) <= 2", b"1/0"),
    *("\U0001f600".encode(), "\u202e".encode(), "e\u0301".encode() * 20, b"[" * 60, b"a: {" * 30),
)
"""Pieces that mean something to YAML or to conditions, or nothing to anybody."""

WORDS = (
    *("format", "id", "steps", "endings", "replies", "otherwise", "then", "set", "when", "says"),
    *("goes", "start", "plays", "ends", "read", "needs", "like", "customer", "history", "on", "x"),
    *("variables", "briefing", "facts", "after", "silence", "at_most", "temperament", "any_of"),
    *("mood < 40", "asked + 1", "told(a)", "70..100", "angry", "step-1", "settled", "no", "2", ""),
)


@cache
def good_files() -> tuple[bytes, ...]:
    """Give the files that are spoilt: the sample, the scenarios, and a generated one."""
    paths = [_ROOT / "tests/samples/every-feature.yaml", *sorted(_ROOT.glob("scenarios/*/*.yaml"))]
    return (*(path.read_bytes() for path in paths), large_scenario_text(12).encode())


@cache
def _good_values() -> tuple[Any, ...]:
    return tuple(yaml_document(content).value for content in good_files())


def spoilt_file(chance: Random) -> bytes:
    """Spoil one of the good files in one of the ways, or make a file up."""
    return chance.choice(_WAYS)(chance)


def _with_other_bytes(chance: Random) -> bytes:
    content = bytearray(chance.choice(good_files()))
    for _ in range(chance.randint(1, 8)):
        place, length = chance.randrange(len(content) + 1), chance.randint(0, 6)
        content[place : place + length] = chance.randbytes(chance.randint(0, 4))
    return bytes(content)


def _with_a_flipped_bit(chance: Random) -> bytes:
    content = bytearray(chance.choice(good_files()))
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def _with_other_tokens(chance: Random) -> bytes:
    content = bytearray(chance.choice(good_files()))
    for _ in range(chance.randint(1, 4)):
        place, length = chance.randrange(len(content) + 1), chance.choice((0, 0, 1, 12))
        content[place : place + length] = chance.choice(TOKENS)
    return bytes(content)


def _with_other_lines(chance: Random) -> bytes:
    lines = chance.choice(good_files()).splitlines(keepends=True)
    for _ in range(chance.randint(1, 4)):
        place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        change = chance.choice(("double", "drop", "swap", "move", "indent", "outdent", "foreign"))
        if change == "double":
            lines[other:other] = lines[place : place + chance.randint(1, 20)]
        elif change == "drop" and len(lines) > 30:
            del lines[place : place + chance.randint(1, 5)]
        elif change == "swap":
            lines[place], lines[other] = lines[other], lines[place]
        elif change == "move":
            lines.insert(other, lines.pop(place))
        elif change == "foreign":
            lines[place] = chance.choice(chance.choice(good_files()).splitlines(keepends=True))
        else:
            line = lines[place]
            lines[place] = b"  " + line if change == "indent" else line.removeprefix(b"  ")
    return b"".join(lines)


def _cut_short(chance: Random) -> bytes:
    content = chance.choice(good_files())
    return content[: chance.randrange(len(content))]


def _of_two_halves(chance: Random) -> bytes:
    first, second = chance.choice(good_files()), chance.choice(good_files())
    return first[: chance.randrange(len(first))] + second[chance.randrange(len(second)) :]


def _in_another_encoding(chance: Random) -> bytes:
    text = chance.choice(good_files()).decode()
    encoding = chance.choice(("utf-16", "utf-32", "latin-1", "cp1252", "utf-7", "utf-8-sig"))
    return text.encode(encoding, "replace")


def _with_other_values(chance: Random) -> bytes:
    values = json.loads(json.dumps(chance.choice(_good_values())))
    for _ in range(chance.randint(1, 5)):
        _spoil_a_value(values, chance)
    return json.dumps(values, ensure_ascii=chance.random() < 0.5).encode("utf-8", "replace")


def _spoil_a_value(values: Any, chance: Random) -> None:  # noqa: ANN401 - whatever a file holds
    places = list(_places(values))
    container, name = chance.choice(places)
    change = chance.choice(("replace", "drop", "double", "rename", "swap"))
    if change == "replace":
        container[name] = made_up(chance, 3)
    elif change == "drop":
        del container[name]
    elif change == "double" and isinstance(container, list):
        container.extend([container[name]] * chance.randint(1, 10))
    elif change == "rename" and isinstance(container, dict):
        container[chance.choice(WORDS)] = container.pop(name)
    else:
        other, place = chance.choice(places)
        # Copies, as one of the two may hold the other.
        one, two = json.dumps(container[name]), json.dumps(other[place])
        container[name], other[place] = json.loads(two), json.loads(one)


def _places(values: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - whatever a file holds
    found: list[tuple[Any, Any]] = []
    waiting = [values]
    while waiting:
        container = waiting.pop()
        names = range(len(container)) if isinstance(container, list) else container
        for name in names:
            found.append((container, name))
            if isinstance(container[name], dict | list):
                waiting.append(container[name])
    return found


def made_up(chance: Random, depth: int) -> Any:  # noqa: ANN401 - whatever a file may hold
    """Make up a value: a word, a number, or lists and groups of such."""
    kind = chance.randrange(7 if depth else 4)
    if kind == 0:
        return chance.choice((0, 1, -1, 5, 101, 10**18, 1.5, -0.0, True, False, None))
    if kind <= 2:
        return chance.choice(WORDS)
    if kind == 3:
        return "".join(chr(chance.choice((32, 97, 228, 0x4E2D, 0x1F600))) for _ in range(30))
    if kind == 4:
        return [made_up(chance, depth - 1) for _ in range(chance.randint(0, 4))]
    return {chance.choice(WORDS): made_up(chance, depth - 1) for _ in range(chance.randint(0, 5))}


def _made_up_file(chance: Random) -> bytes:
    values = made_up(chance, 6)
    style = chance.choice((True, False, None))
    return yaml.safe_dump(values, default_flow_style=style, allow_unicode=True).encode()


def _of_tokens(chance: Random) -> bytes:
    words = [word.encode() for word in WORDS]
    pieces: Sequence[bytes] = [*TOKENS, *words, b"\n  ", b"\n    ", b"\n- "]
    return b"".join(chance.choice(pieces) for _ in range(chance.randint(1, 60)))


def _noise(chance: Random) -> bytes:
    return chance.randbytes(chance.randint(0, 300))


_WAYS: tuple[Callable[[Random], bytes], ...] = (
    *(_with_other_bytes, _with_a_flipped_bit, _with_other_tokens, _with_other_tokens),
    *(_with_other_lines, _with_other_lines, _cut_short, _of_two_halves, _in_another_encoding),
    *(_with_other_values, _with_other_values, _with_other_values),
    *(_made_up_file, _of_tokens, _noise),
)
