import pytest

from simulator.language.cues import cue_lists
from simulator.language.patterns import Pattern, PatternError, PatternIndex
from simulator.language.text import Text

GROUPS = {"will": ("i'll", "i will"), "verb": ("send~", "call")}


def matches(pattern, text):
    index = PatternIndex([Pattern("cue", pattern)], GROUPS)
    return [text[match.start : match.end] for match in index.matches(Text(text))]


@pytest.mark.parametrize(
    ("pattern", "text", "quoted"),
    [
        ("you should have", "Well, You should have asked.", "You should have"),
        ("you (should|could) have", "you could have", "you could have"),
        ("i [really] do", "I do", "I do"),
        ("i [really] do", "I really do", "I really do"),
        ("[so] sorry", "sorry", "sorry"),
        ("apolog~", "We apologised twice", "apologised"),
        ("you * wrong", "you are so very wrong", "you are so very wrong"),
        ("by {number}", "by 10:15 am today", "by 10:15 am"),
        ("by {number}", "by seven", "by seven"),
        ("{will} {verb}", "I’ll send it", "I’ll send"),
        ("{will} {verb}", "I will call you", "I will call"),
        ("^ no $", "No.", "No"),
        ("is it ?", "Is it on?", "Is it"),
        ("don't", "dont", "dont"),
        ("i understand but", "I understand, but no", "I understand, but"),
    ],
)
def test_a_pattern_finds_its_words(pattern, text, quoted):
    assert quoted in matches(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("you should have", "you should. Have a seat"),
        ("no", "nobody knows"),
        ("^ no $", "There is no. No way"),
        ("^ no $", "No, but I can."),
        ("is it ?", "Is it on."),
        ("you * wrong", "you are not in any way at all wrong"),
        ("apolog~", "unapologetic"),
    ],
)
def test_a_pattern_passes_over_what_only_looks_like_it(pattern, text):
    assert matches(pattern, text) == []


@pytest.mark.parametrize("pattern", ["(a|b", "a|b)", "[a]", "", "{nobody} a", "*"])
def test_a_pattern_that_cannot_be_read_is_told(pattern):
    with pytest.raises(PatternError):
        matches(pattern, "a b")


def test_every_pattern_of_the_cue_lists_can_be_read():
    lists = cue_lists("en")

    assert lists.patterns
    assert all(len(cue.says) == len(set(cue.says)) for cue in lists.cues.values())
