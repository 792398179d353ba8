"""Puts the parts together for the window. The only place that reads the clock and draws chance."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from simulator import __version__
from simulator.core.errors import DatabaseDamagedError, ProfileError, SimulatorError
from simulator.storage.preferences import Preferences, read_preferences, save_preferences
from simulator.ui.display import check_display

if TYPE_CHECKING:
    # Not before the first frame: pydantic takes longer to load than the window.
    from PySide6.QtWidgets import QApplication

    from simulator.core.progress.habits import Signs
    from simulator.core.scenario.model import Scenario
    from simulator.core.services import ProfileStore, ReplyModel, Voice
    from simulator.storage import InstanceLock
    from simulator.storage.scenario_files import ScenarioFile
    from simulator.ui.library_controller import LibraryReading
    from simulator.ui.main_window import Choices, MainWindow, Outside
    from simulator.ui.pages.broken import BrokenScenario
    from simulator.ui.practice_controller import Surroundings

DEFAULT_LIBRARY = Path(__file__).resolve().parents[1] / "scenarios"
"""The scenarios that come with the program."""

_PRIVATE = 0o600

SECOND_COPY = (
    "Rapport is open in another window too. Both save to the same place and nothing is lost, "
    "but play each conversation in one of them only."
)


def run_window(data: Path | None = None, scenarios: Path | None = None) -> int:
    """Open the window and stay until it is closed; give the exit status."""
    try:
        check_display()
    except SimulatorError as error:
        print(error, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 2
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    window = make_window(application, data, scenarios)
    window.show()
    return application.exec()


def make_window(
    application: QApplication, data: Path | None = None, scenarios: Path | None = None
) -> MainWindow:
    """Make the window with everything it takes from outside, without showing it."""
    from simulator.ui.collecting import Collector

    with _uncollected():
        window = _made_window(application, data, scenarios)
    Collector(window)
    return window


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Let no garbage be collected meanwhile, and leave what is there out of later collections.

    A program that starts keeps what it makes. To look through all of it again and again finds
    nothing and holds up the first frame.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _made_window(
    application: QApplication, data: Path | None, scenarios: Path | None
) -> MainWindow:
    from simulator.storage import data_folder
    from simulator.ui.main_window import MainWindow, apply_choices
    from simulator.ui.theme import theme
    from simulator.ui.widgets.focus_ring import FocusRing

    application.setApplicationName("Rapport")
    application.setApplicationVersion(__version__)
    folder, problem = _usable(data_folder, data)
    outside = _outside(folder, scenarios or DEFAULT_LIBRARY, problem)
    apply_choices(outside.choices)
    theme().apply(application)
    FocusRing.install(application)
    return MainWindow(outside)


def _usable(
    data_folder: Callable[[Path | None], Path], chosen: Path | None
) -> tuple[Path | None, SimulatorError | None]:
    try:
        return data_folder(chosen), None
    except SimulatorError as error:
        return None, error


def _watch_for_crashes(window: MainWindow, folder: Path | None) -> None:
    """Show bugs in a window, and let a crash inside Qt leave a trace where there is a folder."""
    if folder is None:
        return
    from simulator.ui import crash_window

    crash_window.install(folder, lambda: window)
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        log = folder / "crash-native.log"
        # Never closed: it is written to while the program falls.
        faulthandler.enable(os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, _PRIVATE))


def _outside(folder: Path | None, library: Path, problem: SimulatorError | None) -> Outside:
    from simulator.ui.main_window import Choices, Outside

    store = _StoreOpening(folder, problem)
    preferences = read_preferences(folder) if folder else Preferences()
    return Outside(
        open_store=store.open,
        repair=store.repair,
        let_go=store.let_go,
        read_library=lambda is_wanted: _library_reading(library, is_wanted),
        make_voice=_make_voice,
        make_around=_surroundings,
        now=now,
        new_id=_new_id,
        watch_for_crashes=lambda window: _watch_for_crashes(window, folder),
        save_choices=lambda choices: _save(folder, choices),
        data_folder=str(folder or ""),
        scenario_folder=str(library),
        version=__version__,
        choices=Choices(**preferences._asdict()),
    )


def _surroundings() -> Surroundings:
    import secrets

    from simulator.ui.practice_controller import Surroundings

    return Surroundings(
        now=now,
        new_id=_new_id,
        new_seed=lambda: secrets.randbelow(2**31),
        load_model=load_model,
        load_signs=_load_signs,
        digest=_digest,
    )


def _new_id() -> str:
    import uuid

    return uuid.uuid4().hex


def now() -> datetime:
    """Give the time, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the one place that reads the clock


class _StoreOpening:
    """Opens the store, holding the lock that tells a second copy of the program of the first."""

    def __init__(self, folder: Path | None, problem: SimulatorError | None) -> None:
        self._folder = folder
        self._problem = problem
        self._lock: InstanceLock | None = None
        self._is_alone = False

    def open(self) -> tuple[ProfileStore, str]:
        """Open the store, and give what there is to tell about it; a due backup is made first."""
        if self._folder is None:
            raise self._problem or AssertionError("a folder or the reason why there is none")
        from simulator.storage import InstanceLock, backup_if_due, open_store

        self._lock = self._lock or InstanceLock()
        if not self._is_alone:
            self._is_alone = self._lock.acquire(self._folder)
        try:
            store = open_store(self._folder, now(), is_alone=self._is_alone)
        except DatabaseDamagedError as error:
            if self._is_alone:
                raise
            # The other window still has it open: it cannot be put right from here.
            raise ProfileError(str(error)) from error
        if not self._is_alone:
            return store, SECOND_COPY
        try:
            backup_if_due(self._folder, now())
        except ProfileError as error:
            # Practice goes on without the copy of the day; the trainee hears why there is none.
            return store, str(error)
        return store, store.notice

    def let_go(self) -> None:
        """Let another copy of the program be the only one; the store is closed before."""
        if self._lock is not None:
            self._lock.release()

    def repair(self, damage: DatabaseDamagedError) -> None:
        """Put the backup in the database's place, or start afresh where there is none."""
        from simulator.storage import restore_backup, start_afresh

        if self._folder is None:
            return
        if damage.backup is not None:
            restore_backup(self._folder, damage.backup, now())
        else:
            start_afresh(self._folder, now())


def _library_reading(folder: Path, is_wanted: Callable[[], bool]) -> LibraryReading:
    from simulator.storage.scenario_files import NO_SCENARIOS, read_library
    from simulator.storage.translations import read_translations
    from simulator.ui.library_controller import LibraryReading

    library = read_library(folder, is_wanted)
    further = read_translations(library, is_wanted)
    files = (*library.files, *further)
    return LibraryReading(
        scenarios=library.scenarios,
        broken=tuple(_broken(file) for file in files if not file.is_playable),
        translations={
            (file.scenario.id, file.scenario.language): file.scenario
            for file in further
            if file.scenario and file.is_playable
        },
        # An empty folder is no problem to tell: the page says where scenarios belong.
        problem=" ".join(
            f"{folder}: {fault.message}. {fault.remedy}".strip()
            for fault in library.faults
            if fault.code != NO_SCENARIOS
        ),
    )


def _broken(file: ScenarioFile) -> BrokenScenario:
    from simulator.ui.pages.broken import BrokenFault, BrokenScenario

    return BrokenScenario(
        path=str(file.path),
        title=file.scenario.title if file.scenario else _title_of(file.path),
        faults=tuple(
            BrokenFault(f.line, f.column, f.severity.value, f.code, f.message, f.remedy)
            for f in file.faults
        ),
        source_lines=_lines(file.path),
    )


def _title_of(path: Path) -> str:
    return path.stem.replace("-", " ").capitalize()


def _lines(path: Path) -> tuple[str, ...]:
    try:
        return tuple(path.read_text(encoding="utf-8-sig", errors="replace").splitlines())
    except OSError:
        return ()


def load_model() -> ReplyModel:
    """Make the reply model that the window uses."""
    from simulator.language import TrainedReplyModel

    model = TrainedReplyModel()
    model.load()
    return model


def _load_signs() -> Signs:
    from simulator.language.habit_signs import HabitSigns

    return HabitSigns()


def _make_voice(on_notice: Callable[[str], None]) -> Voice:
    from simulator.speech import Speaker

    return Speaker(on_notice)


def _digest(scenario: Scenario) -> str:
    import hashlib

    return hashlib.sha256(scenario.model_dump_json(by_alias=True).encode()).hexdigest()


def _save(folder: Path | None, choices: Choices) -> None:
    if folder is not None:
        save_preferences(folder, Preferences(**choices._asdict()))
