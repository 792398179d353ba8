"""The scenario's models without anything of our own, as somebody would write them with pydantic.

The same parts and names, unknown names forbidden; conditions are plain text. They are what loading
is compared with.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, create_model

from simulator.core.scenario.conditions import Condition, Formula
from simulator.core.scenario.model import Scenario, ScoreRange

_AS_WRITTEN: dict[object, Any] = {
    Condition: str,
    Formula: str | int | float | bool,
    ScoreRange: str | dict[str, int],
    date: date | str,
}


@cache
def plain(model: type[BaseModel] = Scenario) -> type[BaseModel]:
    """Give a model with the same names, of plain values and other plain models."""
    fields: dict[str, Any] = {
        name: (
            _plain_type(known.annotation),
            Field(alias=known.alias) if known.is_required() else Field(None, alias=known.alias),
        )
        for name, known in model.model_fields.items()
    }
    config = ConfigDict(extra="forbid")
    return create_model(model.__name__, __config__=config, **fields)


def _plain_type(wanted: Any) -> Any:  # noqa: ANN401, PLR0911 - one answer for each kind
    if wanted in _AS_WRITTEN:
        return _AS_WRITTEN[wanted]
    if isinstance(wanted, type) and issubclass(wanted, BaseModel):
        return plain(wanted)
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        return _plain_type(arguments[0])
    if origin in (Union, UnionType):
        return Union[tuple(_plain_type(choice) for choice in arguments)]  # noqa: UP007 - a tuple
    if origin is tuple:
        below = _plain_type(arguments[0])
        return list[below | str] | str
    if origin in (dict, Mapping):
        return dict[str, _plain_type(arguments[1])]
    return wanted
