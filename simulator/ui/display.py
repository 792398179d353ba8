"""Is there a screen, and what Qt needs to reach it? Asked first: Qt aborts instead of telling.

Imports no Qt.
"""

import ctypes
import os
import sys
from collections.abc import Mapping

from simulator.core.errors import DisplayError

IN_THE_TERMINAL = "You can practise in the terminal instead: python main.py play SCENARIO"

X_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt's X11 window needs beside Qt itself: library, and the Debian package that holds it."""

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
}
"""What any Qt program needs on Linux."""


def check_display(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> None:
    """Make sure that a window can open.

    Raises:
        DisplayError: there is no screen, it does not answer, or a system library is missing; the
            text says which and what to do.
    """
    if not platform.startswith("linux"):
        return
    wanted = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    _refuse_missing(QT_LIBRARIES)
    if wanted in {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}:
        return
    if environment.get("WAYLAND_DISPLAY") and wanted in {"", "wayland"}:
        return
    if not environment.get("DISPLAY"):
        raise DisplayError(
            "There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.\n"
            + IN_THE_TERMINAL
        )
    _refuse_missing(X_LIBRARIES)
    if not _answers():
        raise DisplayError(
            f"The screen {environment['DISPLAY']} named by DISPLAY does not answer.\n"
            + IN_THE_TERMINAL
        )


def _refuse_missing(libraries: Mapping[str, str]) -> None:
    missing = [package for library, package in libraries.items() if not _is_there(library)]
    if missing:
        raise DisplayError(
            "The window needs system libraries that are not installed. On Debian and Ubuntu:\n"
            f"  sudo apt-get install {' '.join(missing)}\n" + IN_THE_TERMINAL
        )


def _is_there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers() -> bool:
    """Ask the X server for a connection, as Qt will.

    A connection that stands is left open for as long as the program runs: a server that loses its
    last client starts itself anew, and Qt would have to wait for that.
    """
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    if not xcb.xcb_connection_has_error(connection):
        return True
    xcb.xcb_disconnect(connection)
    return False
