"""Finds the page that explains a code, where the documentation is there."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

PAGES = Path(__file__).resolve().parents[2] / "docs" / "checks"
"""One page a code; a program without its documentation has none."""

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


class CheckPage(NamedTuple):
    """A page: its address, its whole text, and its first part, on what is found."""

    address: str
    text: str
    what: str


@cache
def page_of(code: str) -> CheckPage | None:
    """Give the page of a code; None if there is none."""
    path = PAGES / f"{code}.md"
    if not code.isalnum() or not path.is_file():
        return None
    text = path.read_text("utf-8")
    return CheckPage(path.as_uri(), text, sections(text).get("What", "").strip())


def sections(text: str) -> dict[str, str]:
    """Give the parts of a page by their headings."""
    parts = _HEADING.split(text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))
