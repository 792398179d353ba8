"""Starts Rapport: the window, or a command without one."""

import sys


def main(arguments: list[str]) -> int:
    """Open the window, or run the command named in the arguments; give the exit status."""
    from simulator.command_line import parsed, run_command

    given = parsed(arguments)
    if given.command is not None:
        return run_command(given)
    from simulator.app import run_window

    return run_window(given.data, given.scenarios)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
