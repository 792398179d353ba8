"""The parts of the scorecard page; some of them serve the review page as well."""
