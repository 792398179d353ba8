"""Parts used by two or more pages; each is imported from its own module to start quickly."""
