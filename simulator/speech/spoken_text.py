"""What of a line can be spoken."""

import re

LONGEST_TEXT = 2_000
"""Most characters spoken of one line: about two minutes. The rest stays on the screen."""

_NOT_FOR_ENGINES = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff<>\[\]{}\\|]+")
"""Control characters and lone surrogates stop some engines; brackets are commands to others.

SAPI reads a text that begins with ``<`` as markup, and macOS obeys ``[[rate 300]]``.
"""

_LAST_SENTENCE_END = re.compile(r".*[.!?…](?=\s)", re.DOTALL)


def spoken_text(text: str) -> str:
    """Clean a line for a speech engine and cut it after at most ``LONGEST_TEXT`` characters.

    Returns:
        The text on one line, cut at the end of a sentence or else of a word where it can be;
        empty if it holds no letter or figure.
    """
    words = " ".join(_NOT_FOR_ENGINES.sub(" ", text).split())
    if not any(character.isalnum() for character in words):
        return ""
    return words if len(words) <= LONGEST_TEXT else _cut(words)


def _cut(words: str) -> str:
    start = words[: LONGEST_TEXT + 1]
    if sentences := _LAST_SENTENCE_END.match(start):
        return sentences.group()
    return start.rpartition(" ")[0] or start[:LONGEST_TEXT]
