"""Pairs of replies for the matcher: (typed, the author's wording)."""

from pathlib import Path

import yaml

_PAIRS = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))

SAME = tuple((pair["typed"], pair["wording"]) for pair in _PAIRS["same"])
"""The same in other words: should match."""

DIFFERENT = tuple((pair["typed"], pair["wording"]) for pair in _PAIRS["different"])
"""Not the same for all their likeness: should not match."""
