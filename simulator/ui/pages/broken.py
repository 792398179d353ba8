"""Scenario files that cannot be played, as the pages show them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class BrokenFault:
    """One thing wrong in a scenario file.

    Attributes:
        line, column: the place, counted from 1; 0 where the fault has none.
        severity: ``error``, ``warning`` or ``hint``.
        code: such as ``RS105``.
        message: what is wrong, in a sentence.
        remedy: what to write instead, in a sentence; may be empty.
    """

    line: int
    column: int
    severity: str
    code: str
    message: str
    remedy: str


@dataclass(frozen=True)
class BrokenScenario:
    """A file with at least one error, which therefore cannot be played.

    Attributes:
        path: of the file, as the trainer knows it.
        title: of the scenario, or the file name where the title cannot be read.
        faults: all of them, in the order of the file.
        source_lines: the text of the file; empty where it cannot be read.
    """

    path: str
    title: str
    faults: tuple[BrokenFault, ...]
    source_lines: tuple[str, ...]

    @property
    def first_error(self) -> BrokenFault | None:
        """The first fault that keeps the scenario from being played."""
        return next((fault for fault in self.faults if fault.severity == "error"), None)

    @property
    def place(self) -> str:
        """Where the first error is, such as "line 31"; "1 problem" where it has no line."""
        fault = self.first_error
        if fault is not None and fault.line > 0:
            return f"line {fault.line}"
        count = len(self.faults)
        return "1 problem" if count == 1 else f"{count} problems"
