"""What faces are made of: the numbers of the twelve feelings and the twelve people.

Named tuples rather than dataclasses, here and in the other modules of the first frame: each of
these takes a millisecond longer to make.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from simulator.ui.theme import asset_path

OTHER_NAMES = {"let_down": "disappointed", "let down": "disappointed", "neutral": "calm"}
"""Words scenario authors use for a feeling of the face data."""

MOOD_NAMES = ("Furious", "Upset", "Wary", "Settled", "Warm")
"""The five steps of a mood, worst first; step 1 is the first."""


_HEADWEAR = {"hijab": "plum", "turban": "rust"}
"""What covers the hair, and its usual colour."""


class FaceNumbers(NamedTuple):
    """The fourteen numbers that make an expression; meanings and ranges are in ``faces.json``."""

    brow_angle: float
    brow_height: float
    brow_asym: float
    eye_open: float
    lower_lid: float
    gaze_x: float
    gaze_y: float
    mouth_curve: float
    mouth_open: float
    mouth_width: float
    mouth_skew: float
    crease: float
    blush: float
    tilt: float

    def towards(self, other: "FaceNumbers", share: float) -> "FaceNumbers":
        """Give the expression a share of the way (0 to 1) from this one to the other."""
        if share >= 1.0:
            return other
        pairs = zip(self, other, strict=True)
        return FaceNumbers(*(start + (end - start) * share for start, end in pairs))


class Person(NamedTuple):
    """How a customer looks; colours are ``#RRGGBB``.

    Attributes:
        style: hair or headwear, one of the styles in ``shapes.json``.
        age: 1 no lines, 2 smile folds, 3 and 4 also crow's feet and forehead.
        disc: the ground behind the person.
        beard: full, stubble, long, grey or empty.
        glasses, earring, aid: the colour of the thing worn, or empty.
    """

    skin: str
    hair: str
    style: str
    top: str
    disc: str
    brow: str
    age: int = 1
    name: str = ""
    beard: str = ""
    glasses: str = ""
    earring: str = ""
    aid: str = ""
    wrap: str = ""
    freckles: bool = False


@cache
def _feelings_file() -> dict[str, Any]:
    return _read("faces.json")


@cache
def shapes() -> dict[str, Any]:
    """Give the shapes of ``assets/faces/shapes.json``."""
    return _read("shapes.json")


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(asset_path("faces", name).read_text(encoding="utf-8"))
    return content


def feeling_id(feeling: str) -> str:
    """Give the id the face data knows the feeling by.

    Raises:
        KeyError: no such feeling.
    """
    known = OTHER_NAMES.get(feeling, feeling)
    if known not in _feelings_file()["emotions"]:
        raise KeyError(feeling)
    return known


def feeling_ids() -> tuple[str, ...]:
    """Give the ids of the twelve feelings."""
    return tuple(_feelings_file()["emotions"])


def person_ids() -> tuple[str, ...]:
    """Give the ids of the twelve people."""
    return tuple(_feelings_file()["people"])


@cache
def face_numbers(feeling: str) -> FaceNumbers:
    """Give the expression of a feeling.

    Raises:
        KeyError: no such feeling.
    """
    entry = _feelings_file()["emotions"][feeling_id(feeling)]
    return FaceNumbers(*(float(entry[name]) for name in FaceNumbers._fields))


def feeling_label(feeling: str) -> str:
    """Give the word shown for a feeling, such as "Let down"."""
    return str(_feelings_file()["emotions"][feeling_id(feeling)]["label"])


def feeling_looks(feeling: str) -> str:
    """Say what is seen on the face, such as "brows drawn together, mouth down"."""
    return str(_feelings_file()["emotions"][feeling_id(feeling)]["spoken"])


def mood_step(feeling: str) -> int:
    """Give the mood a feeling belongs to, from 1 furious to 5 warm."""
    return int(_feelings_file()["emotions"][feeling_id(feeling)]["mood_step"])


def person(description: str | Mapping[str, Any]) -> Person:
    """Find or make up a person.

    Args:
        description: one of the twelve ids; or the words of a scenario (``{"like": "amara"}`` or
            ``{"hair": "grey bun", "skin": 5, "age": "adult", "top": "rust"}``; each may be left
            out, and a word for hair or top that means nothing here gives the usual look);
            or colours under the keys of ``faces.json``.

    Raises:
        KeyError: there is no person with this id.
    """
    if isinstance(description, str):
        return _from_entry(_feelings_file()["people"][description])
    if "style" in description:
        return _from_entry(description)
    if description.get("like"):
        return person(str(description["like"]))
    return _from_author(description)


def _from_entry(entry: Mapping[str, Any]) -> Person:
    given = {name: entry[name] for name in Person._fields if name in entry}
    given["freckles"] = bool(entry.get("freckles"))
    return Person(**given | {"disc": entry.get("bg", entry.get("disc"))})


def _from_author(words: Mapping[str, Any]) -> Person:
    known = shapes()["author"]
    age = known["age"].get(words.get("age"), 2)
    hair_words = str(words.get("hair") or "").lower().replace("_", " ").split()
    style = _first_known(hair_words, known["style_words"], shapes()["styles"]) or "short"
    colour = _first_known(hair_words, known["colour_words"], known["hair_colour"])
    colour = colour or _usual_hair_colour(style, age)
    top, disc = known["top"].get(str(words.get("top")), known["top"]["teal"])
    skins = known["skin"]
    covers_hair = style in _HEADWEAR
    return Person(
        skin=skins[min(max(int(words.get("skin") or 3), 1), len(skins)) - 1],
        hair=known["hair_colour"]["black" if style == "turban" else colour],
        style=style,
        top=top,
        disc=disc,
        brow=known["hair_colour"]["black" if covers_hair else _brow_colour(colour)],
        age=age,
        beard=str(words.get("beard") or ""),
        glasses=known["glasses"] if words.get("glasses") else "",
        earring=known["earring"] if words.get("earring") else "",
        aid=known["aid"] if words.get("aid") else "",
        wrap=known["hair_colour"][colour] if style == "turban" else "",
        freckles=bool(words.get("freckles")),
    )


def _first_known(words: list[str], other_words: Mapping[str, str], known: Mapping[str, Any]) -> str:
    for word in words:
        meant = other_words.get(word, word)
        if meant in known:
            return meant
    return ""


def _usual_hair_colour(style: str, age: int) -> str:
    return _HEADWEAR.get(style) or {3: "grey", 4: "white"}.get(age, "black")


def _brow_colour(hair_colour: str) -> str:
    return {"white": "grey", "blond": "brown"}.get(hair_colour, hair_colour)
