"""Days on which something is wrong: it is told in plain words, and nothing is lost."""

import os
import resource
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from simulator.app import DEFAULT_LIBRARY, now
from simulator.core.conversation.events import LONGEST_REPLY
from simulator.storage import open_store
from simulator.storage.backups import backup_if_due
from simulator.ui.crash_window import CrashWindow
from simulator.ui.main_window import MEANWHILE
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.notices import Banner, EmptyState
from tests.ui.visitor import CONTROL, SHOWN, Visitor

ROOT = Path(__file__).resolve().parents[2]
KIND = "I'm sorry, Ms Rao. What did you hear about ten?"


@pytest.fixture
def come_in(qtbot, tmp_path):
    """Open a window on the data folder of this test, with its own scenarios where it has some."""
    opened = []

    def come(scenarios: Path | None = None) -> Visitor:
        opened.append(Visitor(qtbot, tmp_path / "data", scenarios))
        return opened[-1]

    yield come
    for visitor in opened:
        assert not visitor.crash_windows()
        visitor.close()


@pytest.fixture
def library(tmp_path):
    """A scenario folder of one's own with one good file in it."""
    folder = tmp_path / "scenarios"
    (folder / "complaint").mkdir(parents=True)
    shutil.copy(DEFAULT_LIBRARY / "complaint" / f"{SHOWN}.yaml", folder / "complaint")
    return folder


def enter_without_scenarios(visitor):
    visitor.click(visitor.window.profiles.guest_button)
    visitor.sees(visitor.rooms.home.shell)


def empty_words(visitor) -> str:
    """Give what stands where the scenarios would be."""
    page = visitor.rooms.home.library
    visitor.wait(lambda: any(e.isVisible() for e in page.findChildren(EmptyState)))
    return " ".join(e.accessibleName() for e in page.findChildren(EmptyState) if e.isVisible())


# Scenarios


def test_an_empty_scenario_folder_says_where_files_belong(come_in, tmp_path):
    folder = tmp_path / "scenarios"
    folder.mkdir()
    visitor = come_in(folder)

    enter_without_scenarios(visitor)

    assert str(folder) in empty_words(visitor)


def test_a_scenario_folder_that_is_gone_is_told(come_in, tmp_path):
    visitor = come_in(tmp_path / "gone")

    enter_without_scenarios(visitor)

    visitor.wait(lambda: bool(visitor.rooms.library.problem))
    assert "gone" in visitor.rooms.library.problem
    visitor.is_told("gone")


def test_a_broken_file_stands_beside_the_good_ones(come_in, library):
    broken = library / "complaint" / "broken.yaml"
    broken.write_text("id: [", encoding="utf-8")
    visitor = come_in(library)
    visitor.add_profile("Tom", role="trainer")
    home = visitor.rooms.home
    visitor.wait(lambda: bool(visitor.rooms.library.broken))

    home.library.broken_chosen.emit(str(broken))

    visitor.wait(lambda: home.broken.isVisible())
    assert home.shell.sidebar.isVisible()
    assert len(visitor.rooms.library.entries) == 1


def test_alt_left_leads_from_a_broken_file_to_the_scenarios(come_in, library):
    broken = library / "complaint" / "broken.yaml"
    broken.write_text("id: [", encoding="utf-8")
    visitor = come_in(library)
    visitor.add_profile("Tom", role="trainer")
    home = visitor.rooms.home
    visitor.wait(lambda: bool(visitor.rooms.library.broken))
    home.library.broken_chosen.emit(str(broken))
    visitor.wait(lambda: home.broken.isVisible())

    visitor.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    visitor.wait(lambda: home.shell.page_key == "scenarios")


def test_a_scenario_deleted_in_mid_play_goes_on_today_and_tomorrow(come_in, library):
    today = come_in(library)
    today.add_profile("Ana")
    today.start()
    today.type_reply(KIND)
    (library / "complaint" / f"{SHOWN}.yaml").unlink()
    left = today.type_reply(KIND)
    attempt_id = today.attempts()[0].id
    today.close()

    tomorrow = come_in(library)
    tomorrow.click(tomorrow.window.profiles.cards[0])
    tomorrow.sees(tomorrow.rooms.home.shell)
    tomorrow.rooms.home.resumed.emit(attempt_id)

    tomorrow.sees(tomorrow.rooms.flow.conversation)
    assert tomorrow.session == left


def test_an_unfinished_play_of_a_deleted_scenario_is_still_offered(come_in, library):
    today = come_in(library)
    today.add_profile("Ana")
    today.start()
    today.close()
    (library / "complaint" / f"{SHOWN}.yaml").unlink()

    tomorrow = come_in(library)
    tomorrow.click(tomorrow.window.profiles.cards[0])
    tomorrow.sees(tomorrow.rooms.home.shell)

    tomorrow.wait(lambda: bool(tomorrow.rooms.home.library.shown_titles))
