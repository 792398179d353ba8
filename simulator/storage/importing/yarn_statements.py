"""Parses the lines of a Yarn node into statements: who says what, options, cases and jumps."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from simulator.core.errors import StoryError
from simulator.storage.importing.plain_text import plain_line
from simulator.storage.importing.story import Losses

DEEPEST_NESTING = 40
"""How many options and cases may stand inside each other."""

LONGEST_LINE = 20_000
"""The most characters of a line that are read."""

_TAB = 4
_COMMENT = re.compile(r"(?<!\\)//.*")
_CONDITION = re.compile(r"\s*(?:(once)\b\s*(?:if\b)?|if\b)")
_MARKUP = re.compile(r"(?<!\\)\[/?[A-Za-z][^\[\]]{0,200}?\]|(?<!\\)\[/\]")
_VALUE = re.compile(r"(?<!\\)\{([^{}]{0,200})\}")
_ESCAPED = re.compile(r"\\([^\w\s])")
_OLD_LINK = re.compile(r"\[\[([^\[\]|]{1,400})(?:\|([^\[\]|]{1,200}))?\]\]")
_SET = re.compile(r"\$(\w+)\s*(to\b|=(?!=)|\+=|-=|\*=|/=|%=)(.*)", re.S)


class Line(NamedTuple):
    """A line somebody says."""

    text: str
    when: str = ""


class Option(NamedTuple):
    """A choice with what follows it."""

    text: str
    body: "Block"
    when: str = ""
    is_once: bool = False


class Options(NamedTuple):
    """Choices that are offered together."""

    options: tuple[Option, ...]


class Branches(NamedTuple):
    """Cases, each with its condition; the last may have none."""

    cases: tuple[tuple[str, "Block"], ...]


class SetTo(NamedTuple):
    """A variable with the formula it is set to."""

    name: str
    formula: str
    is_declared: bool = False


class Jump(NamedTuple):
    """A way to another node; with ``returns`` the flow comes back here."""

    target: str
    returns: bool = False


class OldLink(NamedTuple):
    """A choice of the first version of Yarn: it waits until the node ends."""

    text: str
    target: str


class Stop(NamedTuple):
    """The end of the conversation, or with ``returns`` of a detour."""

    returns: bool = False


Statement = Line | Options | Option | Branches | SetTo | Jump | OldLink | Stop
Block = tuple[Statement, ...]


def statements(lines: Sequence[str], node: str, losses: Losses) -> Block:
    """Parse the lines of a node.

    Raises:
        StoryError: options or cases are nested too deeply.
    """
    return _Parser(lines, node, losses).block(-1, 0)


class _Parser:
    def __init__(self, lines: Sequence[str], node: str, losses: Losses) -> None:
        self._lines = [it for line in lines for it in _pieces(line)]
        if any(len(line) > LONGEST_LINE for line in lines):
            losses.add(node, f"what stands behind the first {LONGEST_LINE:,} characters of a line")
        self._place = 0
        self._node = node
        self._losses = losses

    def block(self, above: int, depth: int) -> Block:
        """Parse lines that are indented more than what they belong to."""
        if depth > DEEPEST_NESTING:
            raise StoryError(f"The node “{self._node}” nests its options too deeply.")
        found: list[Statement] = []
        while self._place < len(self._lines):
            indent, text = self._lines[self._place]
            if indent <= above or _word(text) in ("elseif", "else", "endif", "endonce"):
                break
            self._place += 1
            if text.startswith("->"):
                found.append(self._options(indent, text, depth))
            elif text.startswith("=>"):
                found.extend(self._line_group(indent, text, depth))
            elif text.startswith("<<"):
                found.extend(self._command(indent, text, depth))
            else:
                found.extend(self._line(text))
        return tuple(found)

    def _options(self, indent: int, text: str, depth: int) -> Options:
        options = [self._option(indent, text, depth)]
        while self._place < len(self._lines):
            following, text = self._lines[self._place]
            if following != indent or not text.startswith("->"):
                break
            self._place += 1
            options.append(self._option(indent, text, depth))
        return Options(tuple(options))

    def _option(self, indent: int, text: str, depth: int) -> Option:
        words, when, is_once = _with_condition(text[2:])
        body = self.block(indent, depth + 1)
        return Option(self._told(words), body, when, is_once)

    def _line_group(self, indent: int, text: str, depth: int) -> Block:
        """Keep the first of lines of which one is drawn."""
        kept = self._line_of_group(indent, text, depth)
        while self._place < len(self._lines):
            following, text = self._lines[self._place]
            if following != indent or not text.startswith("=>"):
                break
            self._place += 1
            self._line_of_group(indent, text, depth)
            self._losses.add(self._node, "lines of which one is drawn; the first is kept")
        return kept

    def _line_of_group(self, indent: int, text: str, depth: int) -> Block:
        words, _, _ = _with_condition(text[2:])
        return (Line(self._told(words)), *self.block(indent, depth + 1))

    def _line(self, text: str) -> Block:
        if old := _OLD_LINK.search(text):
            label, target = old[1].strip(), (old[2] or "").strip()
            return (OldLink(self._told(label), target) if target else Jump(label),)
        words, when, is_once = _with_condition(text)
        if is_once:
            self._losses.add(self._node, "a line that is said only once")
        told = self._told(words)
        return (Line(told, when),) if told else ()

    def _told(self, text: str) -> str:
        for name in _VALUE.findall(text):
            shown = plain_line(name.strip().removeprefix("$"))
            self._losses.add(self._node, f"a text that tells {shown}, written here as [{shown}]")
        text = _MARKUP.sub("", text)
        text = _VALUE.sub(lambda found: f"[{found[1].strip().removeprefix('$')}]", text)
        return plain_line(_ESCAPED.sub(r"\1", text))

    def _command(self, indent: int, text: str, depth: int) -> Block:
        word, rest = _word(text), _argument(text)
        match word:
            case "if" | "once":
                return (self._branches(word, rest, indent, depth),)
            case "set" | "declare":
                return self._set(rest, is_declared=word == "declare")
            case "jump" | "detour" if rest and not rest.startswith("{"):
                return (Jump(rest, returns=word == "detour"),)
            case "stop" | "return":
                return (Stop(returns=word == "return"),)
            case _:
                self._losses.add(self._node, f"the command “{plain_line(f'{word} {rest}')[:80]}”")
                return ()

    def _set(self, rest: str, *, is_declared: bool) -> Block:
        found = _SET.match(rest)
        if found is None:
            self._losses.add(self._node, f"the command “set {plain_line(rest)[:80]}”")
            return ()
        name, operator, formula = found[1], found[2], found[3].strip()
        if is_declared:
            formula = re.split(r"\s+as\s+", formula)[0]
        elif operator not in ("to", "="):
            formula = f"${name} {operator[0]} ({formula})"
        return (SetTo(name, formula, is_declared),)

    def _branches(self, word: str, condition: str, indent: int, depth: int) -> Branches:
        if word == "once":
            self._losses.add(self._node, "words that are said only once")
            condition = "once"
        cases: list[tuple[str, Block]] = []
        while True:
            above = min(indent, self._lines[self._place][0]) if self._has_more else indent
            cases.append((condition, self.block(above - 1, depth + 1)))
            if not self._has_more:
                break
            _, text = self._lines[self._place]
            closing = _word(text)
            if closing in ("endif", "endonce"):
                self._place += 1
                break
            if closing not in ("elseif", "else") or (cases[-1][0] == "" and closing == "else"):
                break
            self._place += 1
            condition = _argument(text) if closing == "elseif" else ""
        return Branches(tuple(cases))

    @property
    def _has_more(self) -> bool:
        return self._place < len(self._lines)


def _pieces(line: str) -> list[tuple[int, str]]:
    """Give a line with its indent, without comments and tags; commands stand alone."""
    text = _COMMENT.sub("", line[:LONGEST_LINE].expandtabs(_TAB))
    text = text[: _end_before_tags(text)]
    indent, text = len(text) - len(text.lstrip()), text.strip()
    pieces = []
    while text.startswith("<<") and ">>" in text:
        command, _, text = text.partition(">>")
        pieces.append((indent, f"{command}>>"))
        text = text.strip()
    if pieces and text.endswith(">>") and "<<" in text:
        text, _, closing = text.rpartition("<<")
        return [*pieces, (indent, text.strip()), (indent, f"<<{closing}")] if text else pieces
    return [*pieces, (indent, text)] if text else pieces


def _end_before_tags(text: str) -> int:
    """Give where a line ends when the tags behind it are left out."""
    end = len(text)
    while True:
        while end and text[end - 1].isspace():
            end -= 1
        place = text.rfind("#", 0, end)
        tag = text[place + 1 : end]
        if place < 0 or not tag or " " in tag or text[place - 1 : place] == "\\":
            return end
        end = place


def _with_condition(text: str) -> tuple[str, str, bool]:
    """Part a line from the condition at its end."""
    words, mark, command = text.rpartition("<<")
    found = _CONDITION.match(command)
    if not mark or found is None or not command.endswith(">>"):
        return text.strip(), "", False
    return words.strip(), command[found.end() : -2].strip(), found[1] == "once"


def _word(text: str) -> str:
    inside = text[2:].strip() if text.startswith("<<") else ""
    found = re.match(r"\w+", inside)
    return found[0] if found else ""


def _argument(text: str) -> str:
    inside = text.strip().removeprefix("<<").removesuffix(">>").strip()
    return inside[len(_word(text)) :].strip()
