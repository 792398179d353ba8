"""Colours, fonts, spacing and motion; no page or widget sets its own."""

from simulator.ui.theme.assets import asset_path, load_fonts
from simulator.ui.theme.theme import HIGHEST_TEXT_SCALE, LOWEST_TEXT_SCALE, Theme, theme
from simulator.ui.theme.tokens import (
    Duration,
    Radius,
    Scheme,
    Space,
    TypeRole,
    colour_roles,
    raw_tokens,
    type_scale,
)

__all__ = [
    "HIGHEST_TEXT_SCALE",
    "LOWEST_TEXT_SCALE",
    "Duration",
    "Radius",
    "Scheme",
    "Space",
    "Theme",
    "TypeRole",
    "asset_path",
    "colour_roles",
    "load_fonts",
    "raw_tokens",
    "theme",
    "type_scale",
]
