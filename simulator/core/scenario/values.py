"""The small values a scenario is made of: ids, texts, numbers with their limits."""

from datetime import date
from functools import cache, lru_cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=60)]
"""A short name in lower case, digits and hyphens."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
"""A line somebody reads or hears: never empty, at most 2,000 characters."""

Whole = Annotated[int, Field(strict=True)]
"""A whole number written as one: neither text nor true or false."""

YesNo = Annotated[bool, Field(strict=True)]
"""True or false written as such: neither text nor a number."""

Share = Annotated[Whole, Field(ge=0, le=100)]
"""A quantity of the customer's state, 0 (worst) to 100 (best)."""

Shift = Annotated[Whole, Field(ge=-50, le=50)]
"""How far a reply moves the customer's mood or trust, before the limit of a turn."""


def _as_date(value: object) -> object:
    """Read 2026-03-03 as a date; anything else stays text."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value


Day = Annotated[date | Text, BeforeValidator(_as_date)]
"""A date such as 2026-03-03, or words such as ``last week``."""

Strength = Annotated[Whole, Field(ge=1, le=5)]
"""How strong a feeling is, from 1 (hardly there) to 5 (overwhelming)."""

SkillName = Literal["courtesy", "patience", "helpfulness"]


def _as_tuple(value: object) -> object:
    """Let an author write one text where a list is asked for."""
    return (value,) if isinstance(value, str) else value


Texts = Annotated[
    tuple[Text, ...],
    BeforeValidator(_as_tuple, json_schema_input_type=Text | tuple[Text, ...]),
]
"""One line or several."""

SomeTexts = Annotated[
    tuple[Text, ...],
    Field(min_length=1),
    BeforeValidator(
        _as_tuple, json_schema_input_type=Text | Annotated[tuple[Text, ...], Field(min_length=1)]
    ),
]
"""One line or several, and at least one."""

RangeText = Annotated[str, StringConstraints(pattern=r"^\d{1,3} *\.\. *\d{1,3}$")]
"""The least and most a score may be, in one text."""


class Part(BaseModel):
    """A part of a scenario: frozen, with no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _context: object) -> None:
        """Share what all parts of a kind have in common: a scenario may have 100,000 steps."""
        written = _shared_names(frozenset(self.__pydantic_fields_set__))
        object.__setattr__(self, "__pydantic_fields_set__", written)
        values = _shared_dict(type(self)).copy()
        values.update(self.__dict__)
        object.__setattr__(self, "__dict__", values)


@lru_cache(maxsize=1024)
def _shared_names(names: frozenset[str]) -> set[str]:
    return set(names)


@cache
def _shared_dict(part: type[Part]) -> dict[str, Any]:
    """Give a dict whose copies have its names in common, which takes half the memory.

    Python makes such dicts for objects whose attributes are set one by one, as pydantic does not.
    """
    model = part.__new__(part)
    for name in part.model_fields:
        object.__setattr__(model, name, None)
    return model.__dict__
