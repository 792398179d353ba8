"""Measure the time to the first window, beside a bare PySide6 window, in one run.

    python -m benchmarks.first_window [--rounds N]

Each round starts both programs anew, one after the other, so that a busy machine slows both. Needs
a screen (or xvfb-run). Prints medians and their ratio; exits with 1 when it is above the bar.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BAR = 2.0
"""The first window may take this many times as long as a bare one."""

BARE = """
import sys
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Window(QMainWindow):
    def event(self, event):
        handled = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            print("first frame", flush=True)
            QTimer.singleShot(0, self, QApplication.quit)
        return handled
application = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QLabel("Hello"))
window.resize(1280, 800)
window.show()
sys.exit(application.exec())
"""

OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from simulator.app import make_window
from simulator.ui.display import check_display
check_display()
from PySide6.QtWidgets import QApplication
application = QApplication(sys.argv[:1])
window = make_window(application, data=Path(sys.argv[1]))
def shown():
    print("first frame", flush=True)
    QTimer.singleShot(0, window, window.close)
window.first_frame_shown.connect(shown)
window.show()
sys.exit(application.exec())
"""


def seconds_to_first_frame(program: str, *arguments: str) -> float:
    """Start a program and wait for the line it prints at its first frame."""
    started = time.perf_counter()
    # As on a user's machine, where the second start finds the modules compiled.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
        env=environment,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    taken = time.perf_counter() - started
    process.communicate(timeout=60)
    if line.strip() != "first frame" or process.returncode != 0:
        raise SystemExit(f"the window did not open: {line!r}, exit {process.returncode}")
    return taken


def main() -> int:
    """Measure, print, and compare with the bar."""
    parser = argparse.ArgumentParser(description="Time to the first window beside a bare one.")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--report-only", action="store_true", help="0 whatever the ratio is")
    given = parser.parse_args()
    rounds = given.rounds
    bare, ours = [], []
    with tempfile.TemporaryDirectory() as folder:
        seconds_to_first_frame(BARE)
        seconds_to_first_frame(OURS, folder)
        for _ in range(rounds):
            bare.append(seconds_to_first_frame(BARE))
            ours.append(seconds_to_first_frame(OURS, folder))
    ratio = statistics.median(o / b for o, b in zip(ours, bare, strict=True))
    print(f"platform {os.environ.get('QT_QPA_PLATFORM', 'xcb')}, {rounds} rounds, medians")
    print(f"bare PySide6 window {statistics.median(bare):.3f} s")
    print(f"Rapport             {statistics.median(ours):.3f} s")
    print(f"ratio               {ratio:.2f} (at most {BAR})")
    return 0 if ratio <= BAR or given.report_only else 1


if __name__ == "__main__":
    sys.exit(main())
