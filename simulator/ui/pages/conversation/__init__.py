"""The parts of the conversation page."""
