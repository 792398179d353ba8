"""A person's practice over time: profile, attempts, trend, and the trainer's review."""
