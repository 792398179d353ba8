"""Words cut to their stems, so that "refunded" and "refunding" count as one."""

from functools import lru_cache

_ENDINGS = ("ingly", "ings", "ing", "edly", "ied", "ies", "ed", "ers", "er", "es", "ly", "s", "e")
_SHORTEST_STEM = 3
_LONGEST_WORD = 40
_IRREGULAR = {
    "sent": "send", "paid": "pay", "rang": "ring", "rung": "ring", "held": "hold", "kept": "keep",
    "brought": "bring", "bought": "buy", "gave": "give", "given": "give", "took": "tak",
    "taken": "tak", "told": "tell", "said": "say", "made": "mak", "written": "writ",
    "wrote": "writ",
    "lost": "lose", "left": "leav", "got": "get", "went": "go", "gone": "go", "came": "com",
    "found": "find", "broken": "break", "broke": "break", "done": "do", "did": "do", "does": "do",
    "spoke": "speak", "spoken": "speak", "felt": "feel", "lent": "lend", "heard": "hear",
    "stood": "stand", "met": "meet", "sat": "sit", "put": "put", "children": "child",
    "mornings": "morn", "morning": "morn", "evening": "even", "during": "during", "colour": "color",
    "thing": "thing", "nothing": "nothing", "something": "something", "ring": "ring",
    "bring": "bring",
}  # fmt: skip


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Give the stem of a word in small letters; numbers stay as they are."""
    word = word[:_LONGEST_WORD].split("'", maxsplit=1)[0]
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= _SHORTEST_STEM or word[0].isdigit():
        return word
    for ending in _ENDINGS:
        cut = word.removesuffix(ending)
        if cut != word and len(cut) >= _SHORTEST_STEM and not (ending == "s" and cut.endswith("s")):
            return _undoubled(cut, ending)
    return word[:-1] + "i" if word.endswith("y") else word


def _undoubled(cut: str, ending: str) -> str:
    if ending in ("ied", "ies"):
        return cut + "i"
    if ending in ("ed", "ing", "er") and len(cut) > _SHORTEST_STEM and cut[-1] == cut[-2] != "s":
        return cut[:-1]
    return cut
