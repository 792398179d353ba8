"""Turns branching stories of other programs into scenarios, and says what stays behind.

Each format has a module that gives a ``Story``: ``ink``, ``twine``, ``yarn`` and ``h5p``. What
becomes of a story is worked out once for all: ``routes``, ``composing``, ``plays``.
"""

from simulator.storage.importing.stories import ImportedScenario, imported, story_in
from simulator.storage.importing.story import Loss

__all__ = ["ImportedScenario", "Loss", "imported", "story_in"]
