"""ARCHITECTURE.md against the folders; the import contracts against planted faults."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
MAP = PAGE.split("```text", 1)[1].split("```", 1)[0]


def named() -> set[str]:
    """The files and folders that the map names, as paths from the root."""
    paths, above = set(), {0: ""}
    for line in MAP.strip("\n").splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        names = re.match(r"(?:[a-z_]+(?:/|\.py) ?)+", line.strip())
        assert names, line
        for name in names[0].split():
            paths.add(above[depth] + name)
            above[depth + 1] = above[depth] + name
    return paths


MADE = {"__pycache__", "build", "dist", "node_modules", "venv"}
"""Folders that tools make, beside those whose names begin with a dot or end in .egg-info."""


def folders_with_files(parent: str) -> set[str]:
    return {
        f"{parent}/{folder.name}/".lstrip("/")
        for folder in (ROOT / parent).iterdir()
        if folder.is_dir() and not _is_made(folder.name) and _holds_a_file(folder)
    }


def _is_made(name: str) -> bool:
    return name in MADE or name.startswith(".") or name.endswith(".egg-info")


def _holds_a_file(folder: Path) -> bool:
    return any(file.is_file() and "__pycache__" not in file.parts for file in folder.rglob("*"))


def test_everything_the_map_names_exists():
    missing = {path for path in named() if not (ROOT / path).exists()}

    assert missing == set()


def test_every_folder_is_on_the_map():
    parents = ("", "simulator", "simulator/core", "simulator/ui")
    there = {folder for parent in parents for folder in folders_with_files(parent)}

    assert there - named() == set()


def test_the_page_is_one_page():
    assert len(PAGE.splitlines()) <= 80


def linted(folder: Path) -> subprocess.CompletedProcess[str]:
    script = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", script, "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def copy_of_the_project(folder: Path) -> Path:
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "simulator", folder / "simulator", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_a_planted_qt_import_in_the_core_breaks_a_contract(tmp_path):
    project = copy_of_the_project(tmp_path)
    planted = project / "simulator/core/scoring/rubric.py"
    planted.write_text("import PySide6\n" + planted.read_text(encoding="utf-8"), encoding="utf-8")

    result = linted(project)

    assert result.returncode == 1
    assert "the core is pure BROKEN" in result.stdout


def test_a_planted_new_package_without_a_place_breaks_a_contract(tmp_path):
    project = copy_of_the_project(tmp_path)
    (project / "simulator/helpers").mkdir()
    (project / "simulator/helpers/__init__.py").write_text('"""x"""\n', encoding="utf-8")

    result = linted(project)

    assert result.returncode == 1
    assert "helpers" in result.stdout
