"""Finding the words that habits across many replies are made of."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from simulator.core.progress.habits import Sign, SignFound
from simulator.language.cues import LANGUAGES, cue_lists
from simulator.language.patterns import Match, Pattern, PatternIndex
from simulator.language.text import Text

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EXCEPT = "!"
_OWN_WORDS = 4
"""Words beside the small talk from which a sentence says something of its own."""


class HabitSigns:
    """Finds signs in the replies of one language."""

    def __init__(self, language: str = "en") -> None:
        self._patterns = _patterns(language)

    def __call__(self, text: str) -> tuple[SignFound, ...]:
        """Give the signs of a text, left to right; those of one kind never overlap."""
        read = Text(text)
        matches = sorted(
            self._patterns.matches(read), key=lambda match: (match.start, -match.end, match.name)
        )
        kept: list[SignFound] = []
        for match in matches:
            if match.name.endswith(_EXCEPT) or _is_excepted(match, matches):
                continue
            found = SignFound(Sign(match.name), match.start, match.end)
            if not _stands_already(found, kept) and not _is_more_than_talk(found, read):
                kept.append(found)
        return tuple(kept)


def _is_excepted(match: Match, matches: Sequence[Match]) -> bool:
    name = match.name + _EXCEPT
    return any(other.name == name and other.overlaps(match) for other in matches)


def _stands_already(found: SignFound, kept: Sequence[SignFound]) -> bool:
    return any(other.sign is found.sign and found.start < other.end for other in kept)


def _is_more_than_talk(found: SignFound, read: Text) -> bool:
    """Whether a greeting only opens a sentence that goes on to say something."""
    if found.sign is not Sign.SMALL_TALK:
        return False
    sentence = read.sentence_at(found.start)
    inside = [
        word
        for word in read.words[sentence.first : sentence.last]
        if not found.start <= word.start < found.end
    ]
    return len(inside) >= _OWN_WORDS


@cache
def _patterns(language: str) -> PatternIndex:
    code = language.split("-", maxsplit=1)[0].lower()
    code = code if code in LANGUAGES else LANGUAGES[0]
    file = files("simulator.language") / "cues" / code / "habits.yaml"
    listed = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)
    patterns = [
        Pattern(name, written)
        for sign, phrases in listed.items()
        for name, kind in ((sign, "says"), (sign + _EXCEPT, "unless"))
        for written in phrases.get(kind, ())
    ]
    return PatternIndex(patterns, cue_lists(code).groups)
