"""The design tokens of ``assets/tokens.json`` as typed values."""

import json
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from simulator.ui.theme.assets import asset_path

Roles = dict[str, str]
"""Colour role to its value as ``#RRGGBB``."""


class Scheme(StrEnum):
    """The two colour schemes."""

    LIGHT = "light"
    DARK = "dark"


class TypeRole(NamedTuple):
    """One step of the type scale, at 100% text size.

    Attributes:
        family: the font family.
        points: the size in points; a point is 4/3 logical pixels at 96 dpi.
        line_px: the height of a line of running text in logical pixels.
        weight: 400 regular to 700 bold.
    """

    family: str
    points: float
    line_px: int
    weight: int


class Space:
    """Distances of the 4 px grid, in logical pixels."""

    HAIR = 2
    TINY = 4
    SMALL = 8
    MEDIUM = 12
    CARD = 16
    SECTION = 20
    WIDE = 24
    PAGE = 32
    FOCUS_ROOM = 4
    """What every container leaves free so that the focus ring is never cut off."""


class Radius:
    """Corner radii in logical pixels."""

    TAG = 6
    SMALL_BUTTON = 7
    CONTROL = 8
    LARGE_BUTTON = 10
    WELL = 10
    CARD = 12
    BUBBLE = 14
    BUBBLE_TAIL = 4


class Duration:
    """How long things move, in milliseconds; the curve is always OutCubic."""

    FACE = 240
    METER = 300
    BUBBLE = 160
    PANEL = 180
    DIAL = 600
    TOAST_FADE = 160
    TOAST_STAYS = 6000
    DOT_STEP = 400


@cache
def raw_tokens() -> dict[str, Any]:
    """Give the tokens file as it stands."""
    text = asset_path("tokens.json").read_text(encoding="utf-8")
    tokens: dict[str, Any] = json.loads(text)
    return tokens


@cache
def type_scale() -> dict[str, TypeRole]:
    """Give every type role by its name."""
    return {
        step["role"]: TypeRole(step["family"], step["pt"], step["line_px"], step["weight"])
        for step in raw_tokens()["type"]["scale"]
    }


def colour_roles(scheme: Scheme, *, stronger_contrast: bool = False) -> Roles:
    """Give the colour of every role.

    Stronger contrast swaps the roles named in the tokens file: secondary text becomes primary,
    outlines become strong and tints give way to the surface.
    """
    roles = {name: entry["hex"] for name, entry in raw_tokens()["colour"][scheme].items()}
    if not stronger_contrast:
        return roles
    tints = {name: roles["surface"] for name in roles if name.endswith("_tint")}
    return (
        roles
        | tints
        | {
            "text2": roles["text"],
            "text3": roles["text2"],
            "border": roles["border_strong"],
            "border_control": roles["border_strong"],
        }
    )
