"""Opens an H5P package with care: it is a ZIP archive a stranger may have made."""

import json
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from simulator.core.errors import StoryError

LARGEST_PACKAGE = 100_000_000
"""The most bytes of a package."""

LARGEST_CONTENT = 8_000_000
"""The most bytes of one text in a package, unpacked."""

MOST_FILES = 5_000
"""The most files of a package."""

_LARGEST_DIRECTORY = 2_000_000
_END = struct.Struct("<4s4H2LH")
_END_SIGN = b"PK\x05\x06"
_DAMAGED = "This H5P package is damaged: {reason}. Download or save it anew."


def package_texts(path: Path) -> tuple[object, object]:
    """Give what a package says of itself, and its content, both as plain values.

    Nothing is unpacked to the disk, and no more is unpacked than is asked for.

    Raises:
        StoryError: it is too large, damaged, or holds names that lead out of it.
    """
    _refuse_unfit_directory(path)
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_unfit_names(archive.namelist())
            return _values(archive, "h5p.json"), _values(archive, "content/content.json")
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        struct.error,
        OSError,
    ) as error:
        raise StoryError(_DAMAGED.format(reason="its archive cannot be read")) from error


def _refuse_unfit_directory(path: Path) -> None:
    """Look at the archive's last lines before its list of files is read: it may be a trap."""
    size = path.stat().st_size
    if size > LARGEST_PACKAGE:
        raise StoryError(f"This H5P package has more than {LARGEST_PACKAGE:,} bytes.")
    with path.open("rb") as file:
        file.seek(max(0, size - 65_557))
        tail = file.read()
    place = tail.rfind(_END_SIGN)
    if place < 0 or len(tail) - place < _END.size:
        raise StoryError(_DAMAGED.format(reason="the list of its files is missing"))
    _, _, _, _, files, directory, _, _ = _END.unpack_from(tail, place)
    if files > MOST_FILES or directory > _LARGEST_DIRECTORY:
        raise StoryError(f"This H5P package has more than {MOST_FILES:,} files.")


def _refuse_unfit_names(names: list[str]) -> None:
    for name in names:
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in name:
            raise StoryError("This H5P package holds a file whose name leads out of the package.")


def _values(archive: zipfile.ZipFile, name: str) -> object:
    try:
        with archive.open(name) as file:
            content = file.read(LARGEST_CONTENT + 1)
    except KeyError as error:
        raise StoryError(f"This is no H5P package: {name} is missing in it.") from error
    if len(content) > LARGEST_CONTENT:
        raise StoryError(f"{name} in this H5P package has more than {LARGEST_CONTENT:,} bytes.")
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise StoryError(_DAMAGED.format(reason=f"{name} cannot be read")) from error
