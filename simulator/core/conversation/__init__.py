"""One play-through: the session, the customer, reading the customer, events, what happens next."""
