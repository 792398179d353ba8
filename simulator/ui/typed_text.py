"""What people type or paste, as text that can be kept."""


def whole(text: str) -> str:
    """Replace halves of characters, as a program that pastes badly leaves them, by U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
