"""Tables worked out once and kept: with a state for its life, with a scenario for the game."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from game.engine.draft import Draft, Position
from game.engine.scenario import Scenario

T = TypeVar("T")


def once(holder: Position | Scenario, key: Hashable, make: Callable[[], T]) -> T:
    """What `make` returns, made at the first call for this key; for a draft, which changes, anew.

    Whoever gets a table must not change it.
    """
    if isinstance(holder, Draft):
        return make()
    known = holder.memo.get(key)
    if known is None:
        known = holder.memo[key] = make()
    return cast(T, known)
