import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"pydantic", "sqlalchemy", "alembic", "yaml", "pyttsx3", "miniaudio", "sqlite3"}

PROGRAM = """
import sys
from pathlib import Path
from simulator.app import make_window
from PySide6.QtWidgets import QApplication
application = QApplication([])
window = make_window(application, data=Path(sys.argv[1]))
def shown():
    print(*sorted(sys.modules))
    window.close()
window.first_frame_shown.connect(shown)
window.show()
application.exec()
"""


def test_nothing_heavy_is_loaded_before_the_first_frame(tmp_path):
    started = subprocess.run(
        [sys.executable, "-c", PROGRAM, tmp_path],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    loaded = set(started.stdout.split())
    assert "simulator.ui.pages.profiles_page" in loaded
    assert loaded.isdisjoint(HEAVY)
