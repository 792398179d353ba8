"""Where the bundled fonts, icons and faces are, and how the fonts reach Qt."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

_ASSETS = Path(__file__).resolve().parents[3] / "assets"


def asset_path(*parts: str) -> Path:
    """Give the path of a bundled file, such as ``asset_path("icons", "chat.svg")``."""
    return _ASSETS.joinpath(*parts)


def load_fonts() -> list[str]:
    """Give Qt the bundled fonts and return the families it now knows from them.

    A font file that is missing or unreadable is passed over: Qt then falls back to a system
    font, which is uglier but readable. Needs a running ``QGuiApplication``.
    """
    families: list[str] = []
    for file in sorted(asset_path("fonts").glob("*.ttf")):
        handle = QFontDatabase.addApplicationFont(str(file))
        if handle >= 0:
            families += QFontDatabase.applicationFontFamilies(handle)
    return families
