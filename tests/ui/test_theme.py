import json
import re

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette

from simulator.ui.theme import Scheme, asset_path, colour_roles, raw_tokens, theme, type_scale

TEXT, GRAPHIC = 4.5, 3.0
GRAPHICS = re.compile(r"^(border_strong|focus|mood\d)$|_track$")


def luminance(colour):
    def linear(share):
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    colour = QColor(colour)
    red, green, blue = (linear(x) for x in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first, second):
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pairs(scheme):
    for role, entry in raw_tokens()["colour"][scheme].items():
        for where, stated in entry.get("contrast", {}).items():
            yield role, where.removeprefix("on "), stated


ALL_PAIRS = [(scheme, *pair) for scheme in Scheme for pair in pairs(scheme)]


def test_the_file_names_104_pairs_a_scheme():
    assert [len(list(pairs(scheme))) for scheme in Scheme] == [104, 104]


@pytest.mark.parametrize(("scheme", "role", "ground", "stated"), ALL_PAIRS)
def test_every_pair_has_the_contrast_it_needs_and_states(scheme, role, ground, stated):
    roles = colour_roles(scheme)

    measured = contrast(roles[role], roles[ground])

    needed = GRAPHIC if GRAPHICS.search(role) or ground.endswith("_track") else TEXT
    assert measured >= needed
    assert measured == pytest.approx(stated, abs=0.02)


def test_stronger_contrast_draws_secondary_text_at_full_strength():
    theme().set_up(stronger_contrast=True)

    assert theme().colour("text2") == theme().colour("text")
    assert theme().colour("border") == theme().colour("border_strong")
    assert theme().colour("patience_tint") == theme().colour("surface")


@pytest.mark.parametrize("role", sorted(type_scale()))
def test_bundled_fonts_are_found_at_the_size_and_weight_of_the_role(role):
    step = type_scale()[role]

    found = QFontInfo(theme().font(role))

    assert found.family() == step.family
    assert found.pointSizeF() == pytest.approx(step.points, abs=0.5)
    assert found.weight() == step.weight


def test_text_doubles_at_200_percent():
    before = theme().font("body").pointSizeF()

    theme().set_up(text_scale=2.0)

    assert theme().font("body").pointSizeF() == 2 * before


def test_a_text_scale_beyond_the_limits_is_brought_to_the_nearer_end():
    theme().set_up(text_scale=9)

    assert theme().text_scale == 2.0


def test_changing_the_theme_is_told_once_and_only_if_it_differs(qtbot):
    told = []
    theme().changed.connect(lambda: told.append(True))

    theme().set_up(scheme=Scheme.DARK)
    theme().set_up(scheme=Scheme.DARK)

    assert len(told) == 1


def test_the_palette_follows_the_scheme_and_has_disabled_text(qapp):
    theme().set_up(scheme=Scheme.DARK)

    palette = qapp.palette()

    assert palette.color(QPalette.ColorRole.Window) == theme().colour("canvas")
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == theme().colour("text_disabled")


@pytest.mark.parametrize("scheme", list(Scheme))
def test_no_mark_is_left_open_in_the_style_sheet(qapp, scheme):
    theme().set_up(scheme=scheme, text_scale=1.3)

    assert not re.search(r"[@$%]", qapp.styleSheet())


@pytest.mark.parametrize("scheme", list(Scheme))
def test_the_small_pictures_use_colours_of_the_scheme(scheme):
    roles = {value.upper() for value in colour_roles(scheme).values()}

    for picture in asset_path("style", scheme).glob("*.svg"):
        used = set(re.findall(r"#[0-9A-Fa-f]{6}", picture.read_text(encoding="utf-8")))
        assert used <= roles, picture.name


def test_every_picture_the_style_sheet_names_is_there(qapp):
    named = re.findall(r"url\(([^)]*)\)", qapp.styleSheet())

    assert named
    assert [name for name in named if not asset_path(name).exists()] == []


def test_no_widget_has_a_colour_of_its_own():
    folder = asset_path().parent / "simulator" / "ui"

    offenders = [
        file.name
        for file in folder.rglob("*.py")
        if re.search(r"#[0-9A-Fa-f]{6}\b", file.read_text(encoding="utf-8"))
    ]

    assert offenders == []


def test_assets_state_their_licences():
    fonts = asset_path("fonts")

    assert len(list(fonts.glob("*.ttf"))) == 7
    for licence in fonts.glob("*-LICENSE.txt"):
        assert "SIL Open Font License" in licence.read_text(encoding="utf-8")
    assert json.loads(asset_path("tokens.json").read_text(encoding="utf-8"))["version"] == 1
