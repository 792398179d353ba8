"""The sentences of a shift."""

from simulator.core.conversation.events import Mode
from simulator.core.progress.shift import Change, ScaleLine, Shift

MODE_WORDS: dict[Mode, str] = {
    "coach": "Feedback after each reply, and one line between two contacts.",
    "exam": "No feedback and no scores until the debrief.",
}

_SMALL_NUMBERS = ("one", "two", "three", "four", "five", "six")

_CHANGE_WORDS = {
    Change.LOWER: "Lower in the second half",
    Change.NONE: "No change between the halves",
    Change.HIGHER: "Higher in the second half",
}


def number_words(number: int) -> str:
    """Give a small number as a word, a greater one in figures."""
    return _SMALL_NUMBERS[number - 1] if number <= len(_SMALL_NUMBERS) else str(number)


def contact_of(number: int, length: int) -> str:
    """Say where a shift stands, such as "Contact 3 of 8"."""
    return f"Contact {number} of {length}"


def headline(shift: Shift) -> str:
    """Say how much of a shift was done, such as "Your shift: 8 contacts"."""
    done, planned = len(shift.results), shift.length
    return f"Your shift: {planned} contacts" if done == planned else f"{done} of {planned} contacts"


def steady_words(line: ScaleLine) -> str:
    """Say how steady a scale stayed."""
    if line.steadiness is None:
        return "Too few contacts to say"
    return line.steadiness.value.capitalize()


def halves_words(line: ScaleLine) -> str:
    """Compare the two halves in words, with the numbers."""
    if line.halves is None or line.change is None:
        return "The halves are too short to compare"
    first, second = line.halves
    return f"{_CHANGE_WORDS[line.change]}: {first:.0f}, then {second:.0f}"


def lowest_words(line: ScaleLine) -> str:
    """Name the contact in which a scale was lowest; empty where it was never rated."""
    lowest = line.lowest
    if lowest is None:
        return ""
    return f"Lowest: {lowest.scores[line.skill]}, contact {lowest.number}"
