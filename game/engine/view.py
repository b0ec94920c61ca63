"""What a side may see of a state: no hidden enemies, no unfound mines, no future dice."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from game.engine.dice import Dice
from game.engine.memo import once
from game.engine.state import BeltNow, GameState, Status, TunnelNow, Unit
from game.engine.untouched import hand_on


def view_for(state: GameState, side: int) -> GameState:
    """The state as `side` knows it; the same object for the same state.

    Hidden units of others are taken off the map, unless they are in a box with own units; unfound
    belts and tunnels of others count as gone, stocks of others are zero, and the dice are seeded
    anew, so that nobody can look ahead.
    """
    return once(state, ("view", side), lambda: _view_for(state, side))


def _view_for(state: GameState, side: int) -> GameState:
    oob = state.scenario.oob
    units = tuple(
        Unit(Status.WAITING, due=state.scenario.turns + 1)
        if unit.hidden and oob.units[n].side != side and not _meets(state, unit, side)
        else unit
        for n, unit in enumerate(state.units)
    )
    belts = tuple(
        BeltNow(gone=True) if not b.known and oob.belts[n].side != side else b
        for n, b in enumerate(state.belts)
    )
    tunnels = tuple(
        TunnelNow(gone=True) if not t.known and oob.tunnels[n].side != side else t
        for n, t in enumerate(state.tunnels)
    )
    means = tuple(
        m if n == side else replace(m, car_bombs=0, replacements=0)
        for n, m in enumerate(state.means)
    )
    view = replace(
        state,
        units=units,
        belts=belts,
        tunnels=tunnels,
        means=means,
        dice=Dice(seed=_other_seed(state)),
    )
    before = state.memo.pop(("view before", side), None)
    if isinstance(before, GameState):
        hand_on(before, view)
    return view


def keep_views(old: GameState, new: GameState) -> None:
    """Let the views of a state hand on their tables to those of the next one."""
    for side in range(len(old.scenario.oob.sides)):
        before = old.memo.get(("view", side)) or old.memo.get(("view before", side))
        if before is not None:
            new.memo["view before", side] = before


def _other_seed(state: GameState) -> int:
    """A seed that does not tell the dice to come."""
    text = f"{state.dice.seed} {state.dice.drawn} as seen"
    return int.from_bytes(blake2b(text.encode(), digest_size=6).digest(), "big")


def _meets(state: GameState, unit: Unit, side: int) -> bool:
    """Whether units of a side are in the same box as another's unit: there is no hiding there."""
    return unit.status is Status.IN_BOX and any(
        other.status is Status.IN_BOX
        and other.box == unit.box
        and state.scenario.oob.units[n].side == side
        for n, other in enumerate(state.units)
    )
