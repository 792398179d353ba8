"""Windows off screen, dressed in the theme."""

import gc
import os

# Before anything of Qt is imported: the platform is chosen when the application starts.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from simulator.ui.theme import Scheme, theme


@pytest.fixture(scope="session", autouse=True)
def _themed_application(qapp):
    theme().apply(qapp)


@pytest.fixture(autouse=True)
def _usual_theme(_themed_application):
    yield
    theme().set_up(scheme=Scheme.LIGHT, text_scale=1.0, stronger_contrast=False, less_motion=False)


@pytest.fixture(autouse=True)
def _nothing_left_behind(_themed_application):
    """Free what a test has closed: each change of the theme would dress it again."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if not gc.isenabled():
        # There was a whole window, which collects in its own thread; what it left is freed here.
        gc.collect()
        gc.enable()


@pytest.fixture
def still():
    """Let nothing move, so that a picture taken now is the final one."""
    theme().set_up(less_motion=True)
