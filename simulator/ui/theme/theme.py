"""The theme in force: colours, fonts, text size, motion."""

from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication, QStyleFactory

from simulator.ui.theme.assets import load_fonts
from simulator.ui.theme.palette import palette_of
from simulator.ui.theme.style_sheet import style_sheet
from simulator.ui.theme.tokens import Scheme, colour_roles, type_scale

LOWEST_TEXT_SCALE = 1.0
HIGHEST_TEXT_SCALE = 2.0

_FALLBACKS = {
    "Inter": ["Inter", "Noto Sans"],
    "Inter Display": ["Inter Display", "Inter", "Noto Sans"],
    "JetBrains Mono": ["JetBrains Mono", "Noto Sans Mono", "monospace"],
}


class Theme(QObject):
    """Colours, fonts and motion as the person using Rapport has set them.

    Signals:
        changed: colours, text size or motion are different now; fonts and pictures made from the
            theme have to be made again.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scheme = Scheme.LIGHT
        self._stronger_contrast = False
        self._less_motion = False
        self._text_scale = LOWEST_TEXT_SCALE
        self._roles = colour_roles(self._scheme)
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, int | None, bool], QFont] = {}
        self._line_heights: dict[str, float] = {}
        self._application: QApplication | None = None

    @property
    def scheme(self) -> Scheme:
        """Light or dark."""
        return self._scheme

    @property
    def is_dark(self) -> bool:
        """Whether the dark scheme is in force."""
        return self._scheme is Scheme.DARK

    @property
    def text_scale(self) -> float:
        """What every font size is multiplied by, 1.0 to 2.0."""
        return self._text_scale

    @property
    def less_motion(self) -> bool:
        """Whether everything takes its end state at once."""
        return self._less_motion

    @property
    def stronger_contrast(self) -> bool:
        """Whether secondary text and outlines are drawn at full strength."""
        return self._stronger_contrast

    @property
    def thread_px(self) -> float:
        """How thick the thread under evidence is drawn."""
        return 3.0 if self._stronger_contrast else 2.0

    @property
    def focus_px(self) -> int:
        """How thick the focus ring is drawn."""
        return 3 if self._stronger_contrast else 2

    def set_up(
        self,
        *,
        scheme: Scheme | None = None,
        text_scale: float | None = None,
        stronger_contrast: bool | None = None,
        less_motion: bool | None = None,
    ) -> None:
        """Change what is given and leave the rest; ``changed`` follows if anything differs.

        A text scale outside 1.0 to 2.0 is brought to the nearer end.
        """
        before = (self._scheme, self._text_scale, self._stronger_contrast, self._less_motion)
        if scheme is not None:
            self._scheme = scheme
        if text_scale is not None:
            self._text_scale = min(max(text_scale, LOWEST_TEXT_SCALE), HIGHEST_TEXT_SCALE)
        if stronger_contrast is not None:
            self._stronger_contrast = stronger_contrast
        if less_motion is not None:
            self._less_motion = less_motion
        if before != (
            self._scheme,
            self._text_scale,
            self._stronger_contrast,
            self._less_motion,
        ):
            self._refresh()

    def apply(self, application: QApplication) -> None:
        """Load the fonts and dress the application; later changes reach it by themselves."""
        load_fonts()
        self._application = application
        application.setStyle(QStyleFactory.create("Fusion"))
        self._refresh()

    def colour(self, role: str) -> QColor:
        """Give the colour of a role of the tokens file, such as ``"accent"``.

        Raises:
            KeyError: there is no such role.
        """
        if role not in self._colours:
            self._colours[role] = QColor(self._roles[role])
        return QColor(self._colours[role])

    def font(self, role: str, *, weight: int | None = None, tabular: bool = False) -> QFont:
        """Give the font of a type role, such as ``"h1"``, at the text size in force.

        Args:
            role: a role of the type scale.
            weight: 400 to 700, if it differs from the role's own.
            tabular: whether all figures are equally wide, for numbers that line up.

        Raises:
            KeyError: there is no such role.
        """
        key = (role, weight, tabular)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(role, weight, tabular=tabular)
        return QFont(self._fonts[key])

    def line_height(self, role: str) -> float:
        """Give the height of a line of running text in logical pixels at the text size in force."""
        if role not in self._line_heights:
            wanted = type_scale()[role].line_px * self._text_scale
            self._line_heights[role] = max(wanted, QFontMetricsF(self.font(role)).height())
        return self._line_heights[role]

    def scaled(self, px: float) -> float:
        """Give a length that grows with the text, in logical pixels."""
        return px * self._text_scale

    def _make_font(self, role: str, weight: int | None, *, tabular: bool) -> QFont:
        step = type_scale()[role]
        font = QFont(_FALLBACKS[step.family])
        font.setPointSizeF(step.points * self._text_scale)
        font.setWeight(QFont.Weight(weight or step.weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if step.family == "Inter Display":
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.5)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _refresh(self) -> None:
        self._roles = colour_roles(self._scheme, stronger_contrast=self._stronger_contrast)
        self._colours.clear()
        self._fonts.clear()
        self._line_heights.clear()
        if self._application is not None:
            self._dress(self._application)
        self.changed.emit()

    def _dress(self, application: QApplication) -> None:
        application.setPalette(palette_of(self._roles))
        application.setFont(self.font("body"))
        application.setStyleSheet(style_sheet(self._scheme, self._roles, self._text_scale))


@cache
def _theme_in_force() -> Theme:
    return Theme()


def theme() -> Theme:
    """Give the theme every widget draws with; there is one a process."""
    return _theme_in_force()
