"""The parts of the page that says how good the scores are."""
