"""Floods that take their time: whole sets of hexes go on together, each step after what it costs.

Most steps from a hex cost the same: these are taken together when that time has passed, and only
the others are kept apart by cost.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_

from game.hexes.arrays import IMPASSABLE
from game.hexes.hexgrid import HexGrid
from game.hexes.sets import Strides, set_of, steps_on


@dataclass(frozen=True, slots=True)
class Tide:
    """All steps of a map and what they cost, taken by sets of hexes; get it from `tide_of`."""

    usual: tuple[tuple[int, int], ...]
    """(cost, the hexes from which most steps cost so much)."""
    together: Strides
    """These steps."""
    apart: tuple[tuple[int, int, Strides], ...]
    """(cost, the hexes from which some other steps cost so much, these steps)."""

    def rise(self, sources: int, dry: int, limit: int | None) -> list[tuple[int, int]]:
        """Return (cost, all hexes the cheapest way to which costs so much), in rising order.

        Only ``dry`` hexes are entered; what is dearer than ``limit`` is left out.
        """
        costs = [cost for cost, _hexes in self.usual] + [cost for cost, _, _ in self.apart]
        span = 1 + max(costs, default=0)
        setting_out, arriving = [0] * span, [0] * span  # by when it is due; nothing waits longer
        arriving[0] = sources
        left = dry | sources
        found: list[tuple[int, int]] = []
        now = quiet = 0
        while quiet < span and (limit is None or now <= limit):
            slot = now % span
            fresh = arriving[slot]
            if setting_out[slot]:
                fresh |= self.together.beyond(setting_out[slot])
            setting_out[slot] = arriving[slot] = 0
            fresh &= left
            if not fresh:
                now += 1
                quiet += 1
                continue
            quiet = 0
            left ^= fresh
            found.append((now, fresh))
            for cost, hexes in self.usual:
                if part := fresh & hexes:
                    setting_out[(now + cost) % span] |= part
            for cost, hexes, steps in self.apart:
                if part := fresh & hexes:
                    arriving[(now + cost) % span] |= steps.beyond(part)
        return found


@lru_cache(maxsize=64)
def tide_of(grid: HexGrid, costs: bytes) -> Tide:
    """The tide of a map with these costs, six to a hex; the same object for the same costs."""
    sixes = [costs[at : at + 6] for at in range(0, len(costs), 6)]
    most = {six: _most_common(six) for six in set(sixes)}
    by_hex = bytes([most[six] for six in sixes])
    usual, apart = [], []
    together: defaultdict[int, int] = defaultdict(int)
    for cost in sorted(set(costs) - {IMPASSABLE}):
        here = _where(by_hex, cost)
        other: defaultdict[int, int] = defaultdict(int)
        for direction, change, open_from in steps_on(grid):
            taken = _where(costs[direction::6], cost) & open_from
            together[change] |= taken & here
            other[change] |= taken & ~here
        usual.append((cost, here))
        apart.append((cost, reduce(or_, other.values(), 0), Strides.of(other)))
    return Tide(
        tuple((cost, here) for cost, here in usual if here),
        Strides.of(together),
        tuple(entry for entry in apart if entry[1]),
    )


def _most_common(six: bytes) -> int:
    """The cost of most of the six steps that can be taken."""
    counted = Counter(step for step in six if step != IMPASSABLE)
    return counted.most_common(1)[0][0] if counted else IMPASSABLE


def _where(costs: bytes, cost: int) -> int:
    """The hexes with this cost."""
    return set_of(costs.translate(bytes(cost) + b"\x01" + bytes(255 - cost)))
