"""What is selected: a hex, a unit in it, and the hex cursor. No screen is needed for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.engine.board import NOWHERE
from game.engine.rules.mobility import allowance
from game.engine.rules.presence import side_of, units_at, units_in_box
from game.engine.state import GameState, Status

DIRECTION_KEYS = {
    "cursor_e": 0,
    "cursor_ne": 1,
    "cursor_nw": 2,
    "cursor_w": 3,
    "cursor_sw": 4,
    "cursor_se": 5,
}
"""Actions of the hex cursor by the direction of the grid."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A hex or an off-map box, and perhaps an own unit in it."""

    hex: int = NOWHERE
    unit: int = NOWHERE
    cursor: int = NOWHERE
    box: int = NOWHERE

    def at_hex(self, view: GameState, side: int, h: int) -> Selection:
        """Select a hex and its first own unit; the same hex again selects the next unit in it."""
        own = own_at(view, side, h)
        if not own:
            return Selection(h, NOWHERE, h)
        if self.hex == h and self.unit in own:
            return Selection(h, own[(own.index(self.unit) + 1) % len(own)], h)
        return Selection(h, own[0], h)

    def at_box(self, view: GameState, side: int, box: int, *, sending: bool = False) -> Selection:
        """Select a box and its first own unit; the same box again selects the next unit in it.

        While a unit is to be sent there, it stays selected until the box is chosen again.
        """
        own = [n for n in units_in_box(view, box) if side_of(view, n) == side]
        if sending and self.box != box:
            return Selection(NOWHERE, self.unit, self.cursor, box)
        if not own:
            return Selection(NOWHERE, NOWHERE, self.cursor, box)
        here = self.box == box and self.unit in own
        unit = own[(own.index(self.unit) + 1) % len(own)] if here else own[0]
        return Selection(NOWHERE, unit, self.cursor, box)

    def of_unit(self, view: GameState, unit: int) -> Selection:
        """Select a unit, on the map or in a box."""
        now = view.units[unit]
        h = now.at if now.status is Status.ON_MAP else NOWHERE
        box = now.box if now.status is Status.IN_BOX else NOWHERE
        return Selection(h, unit, h if h != NOWHERE else self.cursor, box)

    def cursor_to(self, view: GameState, direction: int, start: int) -> Selection:
        """Move the hex cursor one hex; it appears at `start` if it was nowhere."""
        if self.cursor == NOWHERE:
            return replace(self, cursor=start)
        there = view.scenario.board.grid.adjacent[6 * self.cursor + direction]
        return self if there < 0 else replace(self, cursor=there)

    def fresh(self, view: GameState, side: int) -> Selection:
        """The selection after something happened: a unit that moved keeps being selected."""
        if self.unit != NOWHERE:
            now = view.units[self.unit]
            if now.status is Status.ON_MAP and side_of(view, self.unit) == side:
                same = self.hex == now.at
                return Selection(now.at, self.unit, self.cursor if same else now.at)
            if now.status is Status.IN_BOX:
                return replace(self, hex=NOWHERE, box=now.box)
            own = own_at(view, side, self.hex) if self.hex != NOWHERE else []
            return replace(self, unit=own[0] if own else NOWHERE)
        return self


def own_at(view: GameState, side: int, h: int) -> list[int]:
    """Own units in a hex: those that can still act first, then by number."""
    own = [n for n in units_at(view, h) if side_of(view, n) == side]
    return sorted(own, key=lambda n: (not can_act(view, n), n))


def can_act(view: GameState, unit: int) -> bool:
    """True for a unit on the map or in a box that has done nothing yet and could do something."""
    now = view.units[unit]
    if now.status not in (Status.ON_MAP, Status.IN_BOX) or not now.fresh or now.fought:
        return False
    return now.active > 0 and (allowance(view, unit) > 0 or now.status is Status.ON_MAP)


def idle_units(view: GameState, side: int) -> list[int]:
    """Own units that have not acted and can move, in the order in which N visits them."""
    idle = [
        n
        for n, now in enumerate(view.units)
        if side_of(view, n) == side
        and can_act(view, n)
        and now.status is Status.ON_MAP
        and allowance(view, n) > 0
        and not now.digging
    ]
    return sorted(idle, key=lambda n: _rank(view, n))


def _rank(view: GameState, unit: int) -> tuple[int, int, int]:
    """By formation, so that N stays with the people whose orders are on one's mind."""
    return view.scenario.oob.units[unit].formation, view.units[unit].at, unit


def next_unit(view: GameState, side: int, current: int, step: int) -> int:
    """The next (or previous) idle unit after the current one; NOWHERE if all have acted."""
    idle = idle_units(view, side)
    if not idle:
        return NOWHERE
    if current == NOWHERE:
        return idle[0 if step > 0 else -1]
    here, ranks = _rank(view, current), [_rank(view, n) for n in idle]
    if step > 0:  # the current one may have acted just now: go on from where it stands
        return idle[bisect_right(ranks, here) % len(idle)]
    return idle[bisect_left(ranks, here) - 1]


def nearest_hex(view: GameState, hexes: Sequence[int], h: int) -> int:
    """The one of some hexes that is nearest to another."""
    distance = view.scenario.board.grid.distance
    return min(hexes, key=lambda there: (distance(there, h), there), default=NOWHERE)
