"""The parts of the briefing page."""
