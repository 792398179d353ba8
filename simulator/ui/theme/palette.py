"""The Qt palette, for the parts the style sheet does not reach."""

from PySide6.QtGui import QColor, QPalette

from simulator.ui.theme.tokens import Roles

_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "negative",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "canvas",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border_control",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Shadow: "scrim",
}

_DISABLED = {
    QPalette.ColorRole.WindowText: "text_disabled",
    QPalette.ColorRole.Text: "text_disabled",
    QPalette.ColorRole.ButtonText: "text_disabled",
    QPalette.ColorRole.PlaceholderText: "text_disabled",
    QPalette.ColorRole.Highlight: "border_control",
    QPalette.ColorRole.HighlightedText: "text_disabled",
}


def palette_of(roles: Roles) -> QPalette:
    """Build the palette, the Disabled group included."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(roles[name]))
    for role, name in _DISABLED.items():
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(roles[name]))
    return palette
