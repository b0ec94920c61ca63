"""Copies of states and units with some fields changed: `dataclasses.replace`, in less than half
its time. A game makes tens of thousands of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T", bound=Hashable)
_Put: TypeAlias = Callable[[object, object], None]


def changed(value: T, **new: Any) -> T:
    """The same value with some fields changed; the value is a frozen dataclass with slots.

    Fields that are no part of the value, such as the tables kept with a state, begin anew.
    Raises KeyError for a field that there is not.
    """
    read, puts, put_by_name, anew = _slots(type(value))
    made = object.__new__(type(value))
    for put, old in zip(puts, read(value), strict=True):
        put(made, old)
    for name, field in new.items():
        put_by_name[name](made, field)
    for put, make in anew:
        put(made, make())
    return made


@cache
def _slots(
    kind: type[Any],
) -> tuple[
    Callable[[object], tuple[object, ...]],
    tuple[_Put, ...],
    dict[str, _Put],
    tuple[tuple[_Put, Callable[[], object]], ...],
]:
    """How the fields of a kind of value are read and set, and those that are made anew."""
    given = [field.name for field in fields(kind) if field.init]
    put_by_name = {name: getattr(kind, name).__set__ for name in given}
    anew = tuple(
        (getattr(kind, field.name).__set__, field.default_factory)
        for field in fields(kind)
        if not field.init and field.default_factory is not MISSING
    )
    return attrgetter(*given), tuple(put_by_name.values()), put_by_name, anew
