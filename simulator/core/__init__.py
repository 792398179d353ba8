"""The rules of training. No Qt, files, network, clock, chance, models or sound."""
