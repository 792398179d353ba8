"""What trainers write: the scenario's model, its condition language and its checks."""
