"""Values as text that any database keeps and gives back unchanged, or else says so."""

import contextlib
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError

from simulator.core.errors import ProfileError

UNREADABLE = (
    "{what} cannot be read: the database was damaged there, or changed by another program. "
    "Everything else is still there; a backup may hold what is missing."
)

_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")
_STANDS_FOR_IT = "\ufffd"


def mended(text: str) -> str:
    """Replace halves of characters, which no encoding can write, one for one by U+FFFD."""
    return _HALF_A_CHARACTER.sub(_STANDS_FOR_IT, text)


def json_of(value: BaseModel) -> str:
    """Write a value as JSON; the same value always gives the same text."""
    try:
        return value.model_dump_json(by_alias=True)
    except PydanticSerializationError:
        content = _all_mended(value.model_dump(mode="python", by_alias=True))
        return value.__class__.model_validate(content).model_dump_json(by_alias=True)


def _all_mended(content: object) -> object:
    match content:
        case str():
            return mended(content)
        case Mapping():
            return {key: _all_mended(part) for key, part in content.items()}
        case tuple() | list():
            return [_all_mended(part) for part in content]
    return content


def plain_json(content: Mapping[str, object]) -> str:
    """Write plain content as JSON."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def digest(*parts: str) -> str:
    """Give the SHA-256 of some texts in hexadecimal: 64 characters."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def name_key(name: str) -> str:
    """Give a name as it is compared: without case, and however its accents are encoded."""
    return unicodedata.normalize("NFKC", " ".join(mended(name).split())).casefold()


@contextlib.contextmanager
def told_unreadable(what: str) -> Iterator[None]:
    """Turn values that cannot be read back into a ``ProfileError`` naming them."""
    try:
        yield
    except (ValueError, TypeError) as error:
        raise ProfileError(UNREADABLE.format(what=what)) from error
