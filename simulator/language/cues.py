"""The cue lists of a language, read from its YAML files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from simulator.core.scoring.rubric import Skill
from simulator.language.patterns import Pattern, PatternIndex
from simulator.language.stems import stem

LANGUAGES = ("en",)
"""Languages that have cue lists; a reply in another one is read by the first."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CUE_FILES = ("courtesy", "patience", "helpfulness", "faults", "context")


@dataclass(frozen=True)
class Cue:
    """A habit of speech with what it is worth.

    ``id`` is unique; ``name`` is the cue as shown in the evidence and may be shared by several.
    ``hollow`` cues earn nothing beside contempt; ``negatable`` ones nothing after a "not".
    ``stated`` ones count in statements only, not when they are asked. ``at_most`` is how often it
    counts in one reply.
    """

    id: str
    name: str
    points: Mapping[Skill, float]
    note: str
    says: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    hollow: bool = False
    negatable: bool = False
    stated: bool = False
    at_most: int = 1


@dataclass(frozen=True)
class NamedReason:
    """A reason that the trained net can name: which skills it raises or lowers, and its words.

    One that ``accuses`` is a serious thing to say of somebody's words; one that ``omits`` is about
    what is not in them.
    """

    name: str
    sign: int
    skills: frozenset[Skill]
    note: str
    accuses: bool = False
    omits: bool = False


@dataclass(frozen=True)
class CueLists:
    """Everything the scorer knows of one language."""

    cues: Mapping[str, Cue]
    reasons: tuple[NamedReason, ...]
    unnamed: tuple[NamedReason, ...]
    words: Mapping[str, frozenset[str]]
    groups: Mapping[str, tuple[str, ...]]
    synonyms: tuple[tuple[str, ...], ...]
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...]

    @property
    def patterns(self) -> PatternIndex:
        """All patterns of all cues; the name of an exception is that of its cue with ``!``."""
        made = [
            Pattern(name, written)
            for cue in self.cues.values()
            for name, phrases in ((cue.id, cue.says), (f"{cue.id}!", cue.unless))
            for written in phrases
        ]
        return PatternIndex(made, self.groups)


@cache
def cue_lists(language: str) -> CueLists:
    """Read the cue lists of a language, once.

    Args:
        language: a code such as ``en-GB``; only its first part counts.
    """
    code = language.split("-", maxsplit=1)[0].lower()
    folder = files("simulator.language") / "cues" / (code if code in LANGUAGES else LANGUAGES[0])

    cues = [_cue(entry) for name in _CUE_FILES for entry in _read(folder, name)]
    return CueLists(
        cues={cue.id: cue for cue in cues},
        reasons=tuple(_reason(entry) for entry in _read(folder, "named")),
        unnamed=tuple(_reason(entry) for entry in _read(folder, "unnamed")),
        words={name: frozenset(listed.split()) for name, listed in _read(folder, "words").items()},
        groups={name: tuple(phrases) for name, phrases in _read(folder, "groups").items()},
        synonyms=tuple(tuple(line.split(", ")) for line in _read(folder, "synonyms")),
        opposites=tuple(_opposed(line) for line in _read(folder, "opposites")),
    )


def _read(folder: Traversable, name: str) -> Any:  # noqa: ANN401 - what the file holds
    return yaml.load((folder / f"{name}.yaml").read_text(encoding="utf-8"), Loader=_LOADER)


def _cue(entry: Mapping[str, Any]) -> Cue:
    return Cue(
        id=entry.get("id", entry["cue"]),
        name=entry["cue"],
        points={Skill(skill): float(value) for skill, value in entry["points"].items()},
        note=entry["note"],
        says=tuple(entry.get("says", ())),
        unless=tuple(entry.get("unless", ())),
        hollow=entry.get("hollow", False),
        negatable=entry.get("negatable", False),
        stated=entry.get("stated", False),
        at_most=entry.get("at_most", 1),
    )


def _reason(entry: Mapping[str, Any]) -> NamedReason:
    skills = entry.get("raises") or entry["lowers"]
    return NamedReason(
        name=entry["cue"],
        sign=1 if "raises" in entry else -1,
        skills=frozenset(map(Skill, skills)),
        note=entry["note"],
        accuses=entry.get("accuses", False),
        omits=entry.get("omits", False),
    )


def _opposed(line: str) -> tuple[frozenset[str], frozenset[str]]:
    one, other = line.split(" | ")
    return _stems(one), _stems(other)


def _stems(listed: str) -> frozenset[str]:
    """The phrases of a line; single words by their stem, as texts are compared."""
    return frozenset(stem(phrase) if " " not in phrase else phrase for phrase in listed.split(", "))
