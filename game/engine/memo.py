"""Tables worked out once and kept: with a state for its life, with a scenario for the game."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from game.engine.draft import Draft, Position
from game.engine.scenario import Scenario
from game.engine.untouched import Since, holds

T = TypeVar("T")


def once(holder: Position | Scenario, key: Hashable, make: Callable[[], T]) -> T:
    """What `make` returns, made at the first call for this key.

    For a draft, which changes, it is the table of the state it began with as long as that still
    holds, and made anew otherwise. Whoever gets a table must not change it.
    """
    if isinstance(holder, Draft):
        known = holder.base.memo.get(key)
        if known is not None and holds(key, Since(holder.base, holder)):
            return cast(T, known)
        return make()
    known = holder.memo.get(key)
    if known is None:
        known = holder.memo[key] = make()
    return cast(T, known)
