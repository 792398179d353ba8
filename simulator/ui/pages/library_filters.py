"""Which scenarios the library shows, and in which order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from simulator.core.progress.library import LibraryEntry
from simulator.ui.pages.library_words import (
    CHANNEL_WORDS,
    SKILL_WORDS,
    TRACK_WORDS,
    state_word,
)


@dataclass(frozen=True)
class Facet:
    """One thing scenarios can be filtered by.

    Attributes:
        key: its name in the code.
        label: its name on the chip.
        words: all values, in the order of the menu.
        of: the values a scenario has.
    """

    key: str
    label: str
    words: tuple[str, ...]
    of: Callable[[LibraryEntry], tuple[str, ...]]


FACETS = (
    Facet(
        "track",
        "Track",
        tuple(TRACK_WORDS.values()),
        lambda entry: (TRACK_WORDS[entry.scenario.track],),
    ),
    Facet(
        "channel",
        "Channel",
        tuple(CHANNEL_WORDS.values()),
        lambda entry: (CHANNEL_WORDS[entry.scenario.channel],),
    ),
    Facet(
        "difficulty",
        "Difficulty",
        ("Gentle", "Steady", "Tough"),
        lambda entry: (entry.difficulty[1],),
    ),
    Facet(
        "skill",
        "Skill",
        tuple(SKILL_WORDS.values()),
        lambda entry: tuple(SKILL_WORDS[skill] for skill in entry.scenario.trains),
    ),
    Facet(
        "state",
        "State",
        ("New", "In progress", "Practised", "Mastered"),
        lambda entry: (state_word(entry),),
    ),
)

SORTS: dict[str, tuple[str, Callable[[LibraryEntry], tuple[int, str]]]] = {
    "fit": ("Best fit for me", lambda _entry: (0, "")),
    "shortest": (
        "Shortest first",
        lambda entry: (entry.scenario.minutes, entry.scenario.title.casefold()),
    ),
    "title": ("Title", lambda entry: (0, entry.scenario.title.casefold())),
}
"""The orders on offer: the label and the key to sort by; ``fit`` keeps the order given."""


def _searched(entry: LibraryEntry) -> str:
    scenario = entry.scenario
    first = " ".join(scenario.steps[scenario.start].says)
    words = (scenario.title, scenario.customer.name, scenario.trade, first)
    return " ".join((*words, TRACK_WORDS[scenario.track])).casefold()


@dataclass(frozen=True)
class LibraryFilter:
    """What the trainee asked to see: words to find, values by facet, an order."""

    search: str = ""
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sort: str = "fit"

    @property
    def in_use(self) -> int:
        """How many facets narrow the list."""
        return sum(1 for values in self.chosen.values() if values)

    def with_values(self, key: str, values: Iterable[str]) -> "LibraryFilter":
        """Give the filter with other values of one facet; none means that all are shown."""
        return replace(self, chosen={**self.chosen, key: frozenset(values)})

    def cleared(self) -> "LibraryFilter":
        """Give the filter without facets and without words to find."""
        return replace(self, search="", chosen={})

    def apply(self, entries: Iterable[LibraryEntry]) -> list[LibraryEntry]:
        """Give the scenarios that fit, in the order asked for."""
        fitting = [entry for entry in entries if self._fits(entry)]
        return sorted(fitting, key=SORTS[self.sort][1])

    def best_to_remove(self, entries: Iterable[LibraryEntry]) -> tuple[Facet, int] | None:
        """Name the facet whose removal shows most, with how many; None if no single one helps."""
        pool = tuple(entries)
        counts = [
            (facet, len(self.with_values(facet.key, ()).apply(pool)))
            for facet in FACETS
            if self.chosen.get(facet.key)
        ]
        best = max(counts, key=lambda pair: pair[1], default=None)
        return best if best is not None and best[1] else None

    def _fits(self, entry: LibraryEntry) -> bool:
        found = _searched(entry) if self.search.strip() else ""
        return all(word in found for word in self.search.casefold().split()) and all(
            not self.chosen.get(facet.key) or self.chosen[facet.key] & set(facet.of(entry))
            for facet in FACETS
        )
