"""From the face a scenario describes to the description a drawn face takes."""

from collections.abc import Mapping

Description = str | dict[str, str | int]
"""One of the twelve drawn people, or words such as ``{"hair": "afro", "skin": 5}``."""


def face_description(face: Mapping[str, str | int | None]) -> Description:
    """Give the drawn person the face names, or else the words given for it."""
    like = face.get("like")
    if like:
        return str(like)
    return {key: value for key, value in face.items() if value is not None and key != "like"}
