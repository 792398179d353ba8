"""Shows a bug to the person who met it, and keeps it in a file for whoever mends it."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from simulator import __version__
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import plain, primary, quiet
from simulator.ui.widgets.icon import IconDisc
from simulator.ui.widgets.text import label

LOG_NAME = "crash.log"
_LONGEST_LOG_BYTES = 256 * 1024

ExceptionHook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class CrashWindow(QDialog):
    """Says that something went wrong in Rapport, what is safe, and what can be done.

    Signals:
        closed: the person has read it.
    """

    closed = Signal()

    def __init__(self, details: str, log_file: Path | None, parent: QWidget | None = None) -> None:
        """Make the window.

        Args:
            details: the traceback and what it ran on.
            log_file: where they were kept; None where that was not possible.
            parent: the window it belongs to.
        """
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setAccessibleName("Details")
        self._details.setFont(theme().font("code"))
        self._details.setMinimumHeight(round(theme().scaled(160)))
        self._details.hide()
        self.details_button = quiet("Show details", "down")
        self.details_button.clicked.connect(self._unfold)
        self.copy_button = plain("Copy details", "copy")
        self.copy_button.clicked.connect(self._copy)
        self.close_button = primary("Close")
        self.close_button.clicked.connect(self.accept)
        self._build(log_file)
        self.finished.connect(self.closed)
        self.close_button.setFocus()

    @property
    def details(self) -> str:
        """What *Copy details* copies."""
        return self._details.toPlainText()

    @property
    def shows_details(self) -> bool:
        """Whether the details are unfolded."""
        return not self._details.isHidden()

    def add_details(self, details: str) -> None:
        """Add a further bug met while the window is open."""
        self._details.appendPlainText("\n" + details)

    def _build(self, log_file: Path | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.SECTION)
        column.setSpacing(Space.CARD)
        head = QHBoxLayout()
        head.setSpacing(Space.CARD)
        head.addWidget(IconDisc("error", "negative", 44, "negative_tint"))
        words = QVBoxLayout()
        words.setSpacing(Space.TINY)
        words.addWidget(label("Something went wrong in Rapport", "h1", wrap=True))
        words.addWidget(label(_what_is_safe(), "body", "text2", wrap=True))
        head.addLayout(words, 1)
        column.addLayout(head)
        if log_file is not None:
            sentence = f"The details are also kept in {log_file}."
            column.addWidget(label(sentence, "small", "text3", wrap=True))
        column.addWidget(self._details, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.SMALL)
        row.addWidget(self.details_button)
        row.addStretch(1)
        row.addWidget(self.copy_button)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.setMinimumWidth(round(min(theme().scaled(520), 760)))

    @Slot()
    def _unfold(self) -> None:
        unfolded = not self.shows_details
        self._details.setVisible(unfolded)
        self.details_button.setText("Hide details" if unfolded else "Show details")
        self.details_button.set_icon("up" if unfolded else "down")
        self.adjustSize()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)
        self.copy_button.setText("Copied")


class CrashReporter:
    """Takes bugs from ``sys.excepthook``: into the log first, then to the person.

    One window at a time: further bugs are added to the one that is open, so that a fault in
    drawing cannot fill the screen.
    """

    def __init__(
        self,
        log_folder: Path,
        parent_getter: Callable[[], QWidget | None],
        previous: ExceptionHook,
    ) -> None:
        self._log_file = log_folder / LOG_NAME
        self._parent_getter = parent_getter
        self._previous = previous
        self._waiting: list[str] = []
        self.window: CrashWindow | None = None

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Keep and show one bug; Ctrl+C in a terminal is none."""
        self._previous(kind, error, trace)
        if not issubclass(kind, Exception):
            return
        details = _details_of(kind, error, trace)
        kept = self._keep(details)
        if self.window is not None:
            self.window.add_details(details)
            return
        self._waiting.append(details)
        if len(self._waiting) == 1 and QGuiApplication.instance() is not None:
            # Later, because the bug may have been met while drawing.
            QTimer.singleShot(0, lambda: self._show(self._log_file if kept else None))

    def _keep(self, details: str) -> bool:
        try:
            self._log_file.parent.mkdir(parents=True, exist_ok=True)
            is_long = self._log_file.exists() and self._log_file.stat().st_size > _LONGEST_LOG_BYTES
            with self._log_file.open("w" if is_long else "a", encoding="utf-8") as log:
                log.write(details + "\n\n")
        except OSError:
            return False
        return True

    def _show(self, log_file: Path | None) -> None:
        details, self._waiting = "\n\n".join(self._waiting), []
        self.window = CrashWindow(details, log_file, self._parent_getter())
        self.window.closed.connect(self._forget)
        self.window.open()

    def _forget(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
        self.window = None


def install(log_folder: Path, parent_getter: Callable[[], QWidget | None]) -> CrashReporter:
    """Show every uncaught exception in a window and keep it in ``crash.log``.

    PySide hands exceptions of slots and event handlers to ``sys.excepthook`` as well.

    Args:
        log_folder: where the log is kept; made when it is needed.
        parent_getter: gives the window to show it over, or None.

    Returns:
        What is now ``sys.excepthook``.
    """
    reporter = CrashReporter(log_folder, parent_getter, sys.excepthook)
    sys.excepthook = reporter
    return reporter


def _what_is_safe() -> str:
    return (
        "We are sorry. Everything up to your last reply is saved. You can close this and go on; "
        "if the page looks odd, start Rapport again and pick up where you were."
    )


def _details_of(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> str:
    import platform

    where = (
        f"Rapport {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}"
    )
    return where + "\n" + "".join(traceback.format_exception(kind, error, trace)).rstrip()
