"""How well the scorer agrees with people's ratings, beside simple scorers, in one run."""
