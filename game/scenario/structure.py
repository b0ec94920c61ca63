"""Dataclasses to plain data and back, for the cache.

Only the shapes that documents and engine values use: texts, numbers, bytes, enums, dates, tuples,
dicts and dataclasses of them, and the hex grid. Dataclasses become lists of their fields, so the
text of a cached scenario is short, and going back costs little more than calling the classes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import Field, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from game.hexes import HexGrid, grid

T = TypeVar("T")

_PLAIN = ("str", "int", "bool", "float")

Maker = Callable[[Any], Any] | None
"""Turns plain data into a value; None where they are the same."""


MISSHAPEN = (TypeError, ValueError, LookupError, AttributeError)
"""What `structure` raises for data it cannot have come from `flatten`."""


def flatten(value: Any) -> Any:
    """Return the value as data that JSON can hold.

    Fields that do not count for equality, such as tables made on demand, are left out.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, tuple):
        return [flatten(item) for item in value]
    if isinstance(value, dict):
        return {key: flatten(item) for key, item in value.items()}
    if isinstance(value, HexGrid):
        return [value.width, value.height]
    if is_dataclass(value):
        return [flatten(getattr(value, field.name)) for field in fields(value) if field.compare]
    return value.isoformat()


def structure(cls: type[T], data: Any) -> T:
    """Return the value of a dataclass from what `flatten` made of it; `data` is used up.

    Raises:
        MISSHAPEN: one of these, if the data are of another shape.
    """
    kind: Any = cls
    made: T = _dataclass_maker(kind)(data)
    return made


@cache
def _maker(kind: Any) -> Maker:
    if kind in (str, int, float, bool, Any) or get_origin(kind) is Literal:
        return None
    if kind is bytes:
        return bytes.fromhex
    if kind is HexGrid:
        return lambda data: grid(*data)
    if isinstance(kind, type):
        if is_dataclass(kind):
            return _dataclass_maker(kind)
        return kind if issubclass(kind, Enum) else kind.fromisoformat  # type: ignore[attr-defined]
    return _generic_maker(get_origin(kind), get_args(kind))


def _generic_maker(origin: Any, inner: tuple[Any, ...]) -> Maker:
    if origin in (Union, UnionType):
        return _optional(_maker(next(option for option in inner if option is not NoneType)))
    if origin is dict:
        return _by_key(_maker(inner[1]))
    if len(inner) == 2 and inner[1] is Ellipsis:
        make = _maker(inner[0])
        return tuple if make is None else (lambda data: tuple([make(item) for item in data]))
    makes = [_maker(kind) for kind in inner]
    return lambda data: tuple(
        [make(item) if make else item for make, item in zip(makes, data, strict=True)]
    )


def _optional(make: Maker) -> Maker:
    return None if make is None else (lambda data: None if data is None else make(data))


def _by_key(make: Maker) -> Maker:
    return make and (lambda data: {key: make(item) for key, item in data.items()})


@cache
def _dataclass_maker(cls: type) -> Callable[[Any], Any]:
    makers: list[tuple[int, Callable[[Any], Any]]] | None = None
    size = 0

    def make(data: Any) -> Any:
        nonlocal makers, size
        # Found at the first use, since a class may hold values of its own kind.
        if makers is None:
            kept = [field for field in fields(cls) if field.compare]
            found = ((number, _field_maker(cls, field)) for number, field in enumerate(kept))
            makers = [(number, maker) for number, maker in found if maker]
            size = len(kept)
        if len(data) != size:
            raise ValueError(f"{cls.__name__} has {size} fields, not {len(data)}")
        for number, maker in makers:
            data[number] = maker(data[number])
        return cls(*data)

    return make


def _field_maker(cls: type, field: Field[Any]) -> Maker:
    """Return the maker for a field, as `typing.get_type_hints` would find it, four times faster.

    Most fields are texts and numbers, whose annotations need not be evaluated at all.
    """
    if field.type in _PLAIN:
        return None
    if not isinstance(field.type, str):
        kind: Any = field.type
        return _maker(kind)
    return _maker(eval(field.type, vars(sys.modules[cls.__module__])))
