"""Windows off screen, dressed in the theme."""

import os

# Before anything of Qt is imported: the platform is chosen when the application starts.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from simulator.ui.theme import Scheme, theme


@pytest.fixture(scope="session", autouse=True)
def _themed_application(qapp):
    theme().apply(qapp)


@pytest.fixture(autouse=True)
def _usual_theme(_themed_application):
    yield
    theme().set_up(scheme=Scheme.LIGHT, text_scale=1.0, stronger_contrast=False, less_motion=False)


@pytest.fixture
def still():
    """Let nothing move, so that a picture taken now is the final one."""
    theme().set_up(less_motion=True)
