"""Makes plain lines of the texts of other programs, and cuts them to what a scenario can hold."""

import html
import re
import unicodedata

LONGEST_MESSAGE = 400
"""The most characters of one message: what people say at once."""

_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,2000}>")
_BREAK = re.compile(r"<(?:br|p|div|li|h[1-6]|tr)\b[^<>]{0,500}>|</(?:p|div|li|h[1-6]|tr)>", re.I)
_SPACES = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+")


def plain_line(text: str) -> str:
    """Give a text on one line, without what cannot be printed."""
    if not text.isprintable():
        text = "".join(map(_printable, text))
    return _SPACES.sub(" ", text).strip()


def _printable(sign: str) -> str:
    if sign.isspace():
        return " "
    return "" if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn") else sign


def plain_lines(text: str) -> tuple[str, ...]:
    """Give the lines of a text, each plain, empty ones left out."""
    return tuple(line for line in map(plain_line, text.splitlines()) if line)


def html_lines(text: str) -> tuple[str, ...]:
    """Give the lines that a piece of HTML shows."""
    broken = _BREAK.sub("\n", _SPACES.sub(" ", text))
    return plain_lines(html.unescape(_TAG.sub("", broken)))


def without_tags(text: str) -> str:
    """Take HTML tags away and leave lines as they are."""
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))


def messages(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Pack lines into as few messages as people could say, cut where sentences end."""
    packed: list[str] = []
    for line in lines:
        for part in _parts(line):
            if packed and len(packed[-1]) + 1 + len(part) <= LONGEST_MESSAGE:
                packed[-1] = f"{packed[-1]} {part}"
            else:
                packed.append(part)
    return tuple(packed)


def _parts(line: str) -> list[str]:
    if len(line) <= LONGEST_MESSAGE:
        return [line]
    parts = []
    for sentence in _SENTENCE_END.split(line):
        left = sentence
        while len(left) > LONGEST_MESSAGE:
            place = left.rfind(" ", 1, LONGEST_MESSAGE + 1)
            place = place if place > 0 else LONGEST_MESSAGE
            parts.append(left[:place].rstrip())
            left = left[place:].lstrip()
        parts.append(left)
    return [part for part in parts if part]


def shortened(text: str, longest: int) -> str:
    """Cut a text at a word, with a sign that it goes on."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return f"{cut[: cut.rfind(' ') if ' ' in cut[1:] else len(cut)].rstrip()}…"
