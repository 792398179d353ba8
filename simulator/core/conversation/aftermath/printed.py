"""The assumptions as a list to print, and as the setting in which changed ones are kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError

from simulator.core.conversation.aftermath.assumptions import (
    SHIPPED,
    Assumptions,
    Basis,
    BasisKind,
    Venue,
)
from simulator.core.errors import ProfileError

SETTING = "teaching-model"
"""The name of the setting that holds the numbers a trainer has changed."""

KIND_WORDS: dict[BasisKind, str] = {
    "study": "Study figure",
    "interpolated": "Interpolated",
    "own": "Our own assumption",
}
"""How each kind of number is shown."""

VENUE_WORDS = {
    "social_network": "Social network",
    "review_forum": "Review forum",
    "community_group": "Community group",
}
"""What each place in public is called."""

NOTE = (
    "This is a teaching model, not a forecast. Friends and family are a small ring: about as many "
    "people as anybody can keep up with. The public is a large one, and its size is very unequal: "
    "most posts are hardly seen, and a few reach more people than all the others together. That "
    "there is a natural limit to how many people one can keep up with may not hold for networks "
    "online."
)
"""What is said above the list."""


@dataclass(frozen=True)
class Assumption:
    """One number of the model, as it is printed.

    ``name`` is that of the field, with a dot for a number of a venue. ``source`` belongs to the
    shipped value: for one that was changed, it no longer holds.
    """

    name: str
    title: str
    value: float
    shipped: float
    kind: BasisKind
    source: str

    @property
    def is_changed(self) -> bool:
        """Whether somebody replaced the shipped value."""
        return self.value != self.shipped


def listed(assumptions: Assumptions) -> tuple[Assumption, ...]:
    """Give every number of the model, in the order in which it is used."""
    return tuple(_numbers(assumptions, SHIPPED))


def _numbers(
    now: BaseModel, shipped: BaseModel, prefix: str = "", place: str = ""
) -> Iterator[Assumption]:
    for name, field in type(now).model_fields.items():
        value, was = getattr(now, name), getattr(shipped, name)
        if isinstance(value, Venue):
            yield from _numbers(value, was, f"{name}.", f"{VENUE_WORDS[name]}: ")
            continue
        basis = next(it for it in field.metadata if isinstance(it, Basis))
        title = f"{place}{basis.title}"
        yield Assumption(f"{prefix}{name}", title, value, was, basis.kind, basis.source)


def setting_of(assumptions: Assumptions) -> str:
    """Give the text to keep as ``SETTING``: the numbers that differ from the shipped ones."""
    return assumptions.model_dump_json(exclude_defaults=True)


def assumptions_of(setting: str | None) -> Assumptions:
    """Give the assumptions kept in a setting; the shipped ones where nothing is kept.

    Raises:
        ProfileError: the setting holds numbers that the model cannot take.
    """
    if not setting:
        return SHIPPED
    try:
        return Assumptions.model_validate_json(setting)
    except ValidationError as error:
        raise ProfileError(
            "The changed numbers of the teaching model cannot be used. Go back to the shipped "
            "ones, then change what you want to change again."
        ) from error


def with_numbers(assumptions: Assumptions, values: Mapping[str, float]) -> Assumptions:
    """Give the assumptions with some numbers replaced.

    Args:
        assumptions: those that hold now.
        values: new numbers by the name under which they are listed.

    Raises:
        ProfileError: a number is outside its limits, or two do not go together.
    """
    changed = assumptions.model_dump()
    for name, value in values.items():
        *groups, last = name.split(".")
        place = changed
        for group in groups:
            place = place[group]
        place[last] = type(place[last])(value)
    try:
        return Assumptions.model_validate(changed)
    except ValidationError as error:
        titles = {it.name: it.title for it in listed(assumptions)}
        where = ".".join(map(str, error.errors()[0]["loc"]))
        what = titles.get(where, "One of the numbers")
        raise ProfileError(f"{what}: {error.errors()[0]['msg']}.") from error
