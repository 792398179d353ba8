"""The library as it is read off the window's thread."""

import threading

from simulator.ui.library_controller import LibraryController, LibraryReading


def test_closing_does_not_wait_until_the_whole_folder_is_read(qtbot):
    is_reading = threading.Event()

    def read(is_wanted):
        is_reading.set()
        # A folder without end: only closing ends the reading.
        while is_wanted():
            pass
        return LibraryReading(problem="cut short")

    library = LibraryController(read)
    library.reload()
    assert is_reading.wait(10)

    library.close()

    assert library.problem == ""
