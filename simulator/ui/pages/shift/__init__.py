"""The parts of the pages of a shift."""
