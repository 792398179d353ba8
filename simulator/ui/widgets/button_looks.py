"""What each kind of button looks like at rest, hovered, pressed, chosen and disabled."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from simulator.ui.theme import Radius, theme


class Look(NamedTuple):
    """Colour roles of one state; an empty ground or outline is not drawn."""

    ground: str
    outline: str
    ink: str


class Kind(NamedTuple):
    """The states and the type of one kind of button.

    Attributes:
        rest, hover, pressed: the states every kind has.
        chosen: for kinds that stay on.
        weight: of the label.
        chosen_weight: of the label while on.
    """

    rest: Look
    hover: Look
    pressed: Look
    chosen: Look | None = None
    weight: int = 500
    chosen_weight: int = 500


class Size(NamedTuple):
    """Measures at 100% text size, in logical pixels."""

    height: int
    padding: int
    radius: int
    type_role: str
    icon: int


KINDS = {
    "plain": Kind(
        Look("surface", "border_control", "text"),
        Look("hover", "border_control", "text"),
        Look("sunken", "border_control", "text"),
        Look("selected", "accent", "accent"),
    ),
    "primary": Kind(
        Look("accent", "accent", "on_accent"),
        Look("accent_hover", "accent_hover", "on_accent"),
        Look("accent_press", "accent_press", "on_accent"),
        weight=600,
    ),
    "destructive": Kind(
        Look("surface", "border_control", "negative"),
        Look("hover", "border_control", "negative"),
        Look("sunken", "border_control", "negative"),
    ),
    "quiet": Kind(
        Look("", "", "text2"),
        Look("hover", "", "text2"),
        Look("sunken", "", "text"),
        Look("selected", "", "accent"),
    ),
    "link": Kind(
        Look("", "", "accent"), Look("", "", "accent_hover"), Look("", "", "accent_press")
    ),
    "segment": Kind(
        Look("", "", "text2"),
        Look("hover", "", "text"),
        Look("hover", "", "text"),
        Look("raised", "border_control", "text"),
        chosen_weight=600,
    ),
    "chip": Kind(
        Look("surface", "border_control", "text"),
        Look("hover", "border_control", "text"),
        Look("sunken", "border_control", "text"),
        Look("selected", "accent", "accent"),
    ),
    "nav": Kind(
        Look("", "", "text2"),
        Look("hover", "", "text"),
        Look("hover", "", "text"),
        Look("surface", "border", "text"),
        chosen_weight=600,
    ),
    "toast": Kind(
        Look("", "", "canvas"), Look("", "", "canvas"), Look("", "", "canvas"), weight=600
    ),
    "banner": Kind(
        Look("", "", "text"), Look("", "", "accent"), Look("", "", "accent"), weight=600
    ),
}

SIZES = {
    "small": Size(28, 10, Radius.SMALL_BUTTON, "small", 14),
    "normal": Size(36, 14, Radius.CONTROL, "body", 16),
    "large": Size(44, 20, Radius.LARGE_BUTTON, "h3", 18),
}
CHIP_SIZE = Size(28, 11, 14, "small", 16)
SEGMENT_SIZE = Size(30, 12, Radius.CONTROL - 2, "body", 16)
LINK_SIZE = Size(28, 2, Radius.TAG, "body", 16)


def size_of(kind: str, size: str) -> Size:
    """Give the measures; chips, segments and links have one size each.

    Raises:
        KeyError: there is no such size.
    """
    special = {"chip": CHIP_SIZE, "segment": SEGMENT_SIZE}
    if kind == "link" and size == "normal":
        return LINK_SIZE
    return special.get(kind) or SIZES[size]


def disabled_look(kind: Kind) -> Look:
    """Give the look of a disabled button: an outline at most, and faint ink."""
    bordered = bool(kind.rest.outline)
    return Look("surface" if bordered else "", "border" if bordered else "", "text_disabled")


def colour_or_none(role: str) -> QColor:
    """Give a role's colour, or a transparent one for an empty role."""
    return theme().colour(role) if role else QColor(Qt.GlobalColor.transparent)
