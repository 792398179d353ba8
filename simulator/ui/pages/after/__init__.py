"""The parts of the after-contact page."""
