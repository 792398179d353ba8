"""Reads the scenario library off the window's thread and joins it with what a person has done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal, Slot

from simulator.core.progress.library import LibraryEntry, library_of
from simulator.core.progress.profile import AttemptSummary
from simulator.core.scenario.model import Scenario
from simulator.ui.background import Background
from simulator.ui.pages.broken import BrokenScenario


@dataclass(frozen=True)
class LibraryReading:
    """What a scenario folder holds: what plays, what is broken, what is wrong with the folder.

    ``translations`` are scenarios in another language, by id and language.
    """

    scenarios: tuple[Scenario, ...] = ()
    broken: tuple[BrokenScenario, ...] = ()
    problem: str = ""
    translations: Mapping[tuple[str, str], Scenario] = field(default_factory=dict)


class LibraryController(QObject):
    """The scenarios as one person sees them.

    Signals:
        library_changed(): scenarios or attempts are new; read ``entries``, ``broken``, ``problem``.
    """

    library_changed = Signal()

    def __init__(
        self,
        read_library: Callable[[Callable[[], bool]], LibraryReading],
        parent: QObject | None = None,
    ) -> None:
        """Make the controller.

        Args:
            read_library: reads the folder; it asks now and then whether that is still wanted.
            parent: the object this one belongs to.
        """
        super().__init__(parent)
        self._read_library = read_library
        self._reading = LibraryReading()
        self._attempts: tuple[AttemptSummary, ...] = ()
        self._kept: dict[str, Scenario] = {}
        self._is_read = False
        self._is_closed = False
        self._language = ""
        self._background = Background("library", self)

    @Slot()
    def reload(self) -> None:
        """Read the folder again, as after a file was mended."""
        self._background.run(lambda: self._read_library(self._is_wanted), self._keep)

    def set_attempts(self, attempts: tuple[AttemptSummary, ...]) -> None:
        """Show the library to the person who made these attempts."""
        self._attempts = attempts
        self.library_changed.emit()

    @property
    def language(self) -> str:
        """The language in which scenarios are shown where translated; empty as written."""
        return self._language

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of all languages in which there is a scenario, sorted."""
        written = {scenario.language for scenario in self._reading.scenarios}
        return tuple(sorted(written | {language for _, language in self._reading.translations}))

    def set_language(self, language: str) -> None:
        """Show each scenario in this language, if it is translated into it."""
        self._language = language
        self.library_changed.emit()

    def _in_language(self, scenario: Scenario) -> Scenario:
        return self._reading.translations.get((scenario.id, self._language), scenario)

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The scenarios of the folder that play, in the language that was set."""
        return tuple(self._in_language(scenario) for scenario in self._reading.scenarios)

    @property
    def lost(self) -> tuple[str, ...]:
        """The unfinished attempts, by id, whose scenario is in the folder no longer."""
        if not self._is_read:
            return ()
        here = {scenario.id for scenario in self._reading.scenarios} | self._kept.keys()
        unfinished = (attempt for attempt in self._attempts if not attempt.is_finished)
        return tuple(attempt.id for attempt in unfinished if attempt.scenario_id not in here)

    def add_kept(self, scenarios: tuple[Scenario, ...]) -> None:
        """Show scenarios as they were kept with attempts, as long as one is unfinished."""
        self._kept |= {scenario.id: scenario for scenario in scenarios}
        self.library_changed.emit()

    @property
    def entries(self) -> tuple[LibraryEntry, ...]:
        """The scenarios that play, the recommended one first."""
        here = {scenario.id for scenario in self._reading.scenarios}
        unfinished = {a.scenario_id for a in self._attempts if not a.is_finished}
        kept = tuple(self._kept[i] for i in sorted(unfinished - here) if i in self._kept)
        return library_of((*self.scenarios, *kept), self._attempts)

    @property
    def broken(self) -> tuple[BrokenScenario, ...]:
        """The scenarios that cannot be played as they stand."""
        return self._reading.broken

    @property
    def problem(self) -> str:
        """What is wrong with the folder; empty when it can be read."""
        return self._reading.problem

    def scenario(self, scenario_id: str) -> Scenario | None:
        """Give a scenario by its id, None when it is not in the folder any more."""
        return next((s for s in self.scenarios if s.id == scenario_id), None)

    def close(self) -> None:
        """End the thread; a folder that is being read is not read to its end."""
        self._is_closed = True
        self._background.close()

    def _is_wanted(self) -> bool:
        return not self._is_closed

    def _keep(self, reading: LibraryReading) -> None:
        if self._is_closed:
            return
        self._reading, self._is_read = reading, True
        self.library_changed.emit()
