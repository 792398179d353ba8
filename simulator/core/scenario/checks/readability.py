"""Finds customers who are hard to read, and idioms where plain language is promised."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from simulator.core.scenario.checks.walked import Walked
from simulator.core.scenario.checks.wording import words
from simulator.core.scenario.faults import Fault, Path, shown
from simulator.core.scenario.model import Scenario

OLDEST_READER = 12
"""The age in years at which a customer's lines should be readable."""

FEWEST_WORDS = 60
"""Fewer words say too little about how hard a customer is to read."""

LONG_LINE = 40
"""From this many words a single line is judged too, and may be for readers of fifteen."""

OLDEST_READER_OF_A_LINE = 15

IDIOMS = (
    "a piece of cake", "a storm in a teacup", "a wild goose chase", "add insult to injury",
    "at the end of the day", "back to square one", "ball is in your court", "ballpark figure",
    "bark up the wrong tree", "barking up the wrong tree", "beat around the bush",
    "beating around the bush", "bend over backwards", "better late than never",
    "bit the bullet", "bite the bullet", "blessing in disguise", "blow off steam",
    "by the skin of", "call it a day", "cost an arm and a leg", "costs an arm and a leg",
    "cut corners", "cut to the chase", "cutting corners", "drives me up the wall",
    "driving me up the wall", "drop the ball", "dropped the ball", "fed up to the back teeth",
    "fit as a fiddle", "get the ball rolling", "get your act together", "give you a bell",
    "go the extra mile", "going round in circles", "hang in there", "hit the nail on the head",
    "hit the roof", "in a nutshell", "in the same boat", "it is not rocket science",
    "it's not rocket science", "jump through hoops", "jumping through hoops", "keep me posted",
    "keep you posted", "kick the can down the road", "last straw", "leave no stone unturned",
    "let the cat out of the bag", "light at the end of the tunnel", "like pulling teeth",
    "long story short", "lose my rag", "lost the plot", "miss the boat", "missed the boat",
    "off the top of my head", "on the ball", "on the fence", "on the same page",
    "once in a blue moon", "out of the blue", "over the moon", "pain in the neck",
    "pass the buck", "passing the buck", "play it by ear", "pull a fast one",
    "pull my leg", "pull your finger out", "pulling my leg", "pulling strings", "rule of thumb",
    "run around in circles", "running around in circles", "see eye to eye",
    "sick as a parrot", "sick to the back teeth", "sit on the fence", "sort it out pronto",
    "spill the beans", "take it with a pinch of salt", "the whole nine yards",
    "through the roof", "throw in the towel", "touch base", "under the weather",
    "up in the air", "wild goose chase", "wrap my head around", "you can't have it both ways",
)  # fmt: skip
"""Expressions whose words do not say what is meant, in small letters."""

_IDIOM = re.compile(rf"\b(?:{'|'.join(map(re.escape, IDIOMS))})\b")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$|[\"”])|\n")
_WORD_SIGN = re.compile(r"[^\W_]")
_VOWELS = re.compile(r"[aeiouyáéíóúäöü]+")
_SHOWN = {"says", "says_if", "answer", "tells", "messages", "better", "worse", "also", "hint"}


def readability_faults(found: Walked) -> Iterator[Fault]:
    """Yield hints about lines that readers stumble over; only English can be judged."""
    scenario = found.scenario
    if not scenario.language.startswith("en"):
        return
    said = _lines_of_customer(scenario)
    if _holds(said, FEWEST_WORDS):
        age = reading_age(said)
        if age > OLDEST_READER:
            message = f"the customer's lines read as for an age of {age}"
            remedy = "Use shorter sentences and shorter words, as people do when they speak."
            yield Fault("RS510", ("steps",), message, remedy, at_name=True)
    for path, text in found.places_of({text for text in set(said) if _is_hard(text)}):
        if _is_by_customer(path):
            message = f"the line reads as for an age of {reading_age([text])}"
            remedy = "Use shorter sentences and shorter words, as people do when they speak."
            yield Fault("RS510", path, message, remedy)
    if scenario.plain_language:
        yield from _idioms(found)


def _holds(said: list[str], fewest: int) -> bool:
    total = 0
    for text in said:
        total += len(words(text))
        if total >= fewest:
            return True
    return False


def _is_hard(text: str) -> bool:
    if len(text) < 2 * LONG_LINE - 1 or len(words(text)) < LONG_LINE:
        return False
    return reading_age([text]) > OLDEST_READER_OF_A_LINE


def reading_age(said: list[str]) -> int:
    """Give the age in years at which texts can be read, by the length of sentences and words.

    The Flesch-Kincaid grade is the American school year, which begins at the age of five.
    """
    sentences, counted, syllables = 0, 0, 0
    for text, times in Counter(said).items():
        found = words(text)
        counted += times * len(found)
        syllables += times * sum(map(_syllables, found))
        sentences += times * sum(
            [1 for part in _SENTENCE_END.split(text) if part and _WORD_SIGN.search(part)]
        )
    grade = 0.39 * counted / sentences + 11.8 * syllables / counted - 15.59
    return max(5, round(grade + 5))


@lru_cache(maxsize=5_000)
def _syllables(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    is_silent = word.endswith("e") and not word.endswith("le") and groups > 1
    return max(1, groups - is_silent)


def _lines_of_customer(scenario: Scenario) -> list[str]:
    said: list[str] = []
    for step in scenario.steps.values():
        said += step.says
        said += step.messages
        for other in step.says_if:
            said += (*other.says, *other.messages)
        if step.silence is not None:
            said += step.silence.says
        said += [reply.answer for reply in step.replies if reply.answer is not None]
        said += [entry.says for entry in step.otherwise if entry.says is not None]
    said += [ending.says for ending in scenario.endings.values()]
    return said


def _is_by_customer(path: Path) -> bool:
    """Tell where the customer's lines stand; the first two names of a path are no part of it."""
    if path[0] == "endings":
        return path[-1] == "says"
    names = path[2:]
    if path[0] != "steps" or _BY_CUSTOMER.isdisjoint(names):
        return False
    return "replies" not in names or "answer" in names


_BY_CUSTOMER = frozenset({"says", "answer", "messages"})


def _idiom_in(text: str) -> re.Match[str] | None:
    return _IDIOM.search(text.lower().replace("’", "'"))


def _idioms(found: Walked) -> Iterator[Fault]:
    for path, text in found.places_of(
        {text for text in (*found.texts.simple, *found.texts.others) if _idiom_in(text)}
    ):
        idiom = _idiom_in(text)
        if idiom and path[0] in ("briefing", "steps", "endings") and not _SHOWN.isdisjoint(path):
            message = f"{shown(idiom[0])} does not say what its words mean"
            remedy = "Say it in plain words: the scenario has “plain_language: true”."
            yield Fault("RS511", path, message, remedy, character=idiom.start() + 1)
