"""The program without a window: for authors, scripts and machines without a screen."""

from simulator.command_line.entry import parsed, run_command

__all__ = ["parsed", "run_command"]
