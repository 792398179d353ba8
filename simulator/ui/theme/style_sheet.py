"""The one style sheet, filled from the tokens.

In the template ``@role`` stands for a colour, ``$36px$`` for a length that grows with the text,
``$16round$`` for the corner radius that makes a disc of such a length with its 1 px outline,
``$body_pt$`` for the size of a type role, and ``%style%`` for the folder of the small pictures a
style sheet cannot tint.
"""

import re

from simulator.ui.theme.assets import asset_path
from simulator.ui.theme.tokens import Roles, Scheme, type_scale

_TEMPLATE = asset_path("style", "rapport.qss")
_COLOUR = re.compile(r"@([a-z_0-9]+)")
_SCALED_PX = re.compile(r"\$(\d+)px\$")
_ROUND = re.compile(r"\$(\d+)round\$")
_FONT_POINTS = re.compile(r"\$([a-z0-9]+)_pt\$")


def style_sheet(scheme: Scheme, roles: Roles, text_scale: float) -> str:
    """Fill the template.

    Args:
        scheme: decides which of the small pictures are used.
        roles: the colours.
        text_scale: 1.0 to 2.0; multiplies font sizes and the heights that hold text.

    Raises:
        KeyError: the template names a colour or type role the tokens do not have.
    """
    text = _TEMPLATE.read_text(encoding="utf-8")
    text = _COLOUR.sub(lambda match: roles[match[1]], text)
    text = _SCALED_PX.sub(lambda match: f"{round(int(match[1]) * text_scale)}px", text)
    text = _ROUND.sub(lambda match: f"{round(int(match[1]) * text_scale) // 2 + 1}px", text)
    text = _FONT_POINTS.sub(
        lambda match: f"{type_scale()[match[1]].points * text_scale:.2f}pt", text
    )
    return text.replace("%style%", asset_path("style", scheme).as_posix())
