"""What a side may see of a state: no hidden enemies, no unfound mines, no future dice."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b

from game.engine.changed import changed
from game.engine.dice import Dice
from game.engine.memo import once
from game.engine.state import BeltNow, GameState, Status, TunnelNow, Unit
from game.engine.untouched import hand_on


def view_for(state: GameState, side: int) -> GameState:
    """The state as `side` knows it; the same object for the same state.

    Hidden units of others are taken off the map, unless they are in a box with own units, and works
    where only such units stand with them; what others are told to do (dig in, stand fast) is not
    shown; unfound belts and tunnels of others count as gone, stocks of others are zero, and the
    dice are seeded anew, so that nobody can look ahead.
    """
    return once(state, ("view", side), lambda: _view_for(state, side))


def _view_for(state: GameState, side: int) -> GameState:
    oob = state.scenario.oob
    units = tuple(
        [
            unit if card.side == side or not _keeps_back(unit) else _known(state, n, side)
            for n, (unit, card) in enumerate(zip(state.units, oob.units, strict=True))
        ]
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
        m if n == side else replace(m, car_bombs=0, replacements=0, attacks=0)
        for n, m in enumerate(state.means)
    )
    view = changed(
        state,
        units=units,
        works=_known_works(state, units, side),
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


def is_unseen(state: GameState, unit: int, side: int) -> bool:
    """Whether a unit of another side is hidden from a side."""
    now = state.units[unit]
    return (
        now.hidden and state.scenario.oob.units[unit].side != side and not _meets(state, now, side)
    )


def _keeps_back(unit: Unit) -> bool:
    """Whether there is something about a unit that others may not know."""
    return unit.hidden or unit.stand_fast or unit.digging


def _known(state: GameState, number: int, side: int) -> Unit:
    """Another side's unit as `side` knows it."""
    if is_unseen(state, number, side):
        return _elsewhere(state.scenario.turns + 1)
    return _at_ease(state.units[number])


@lru_cache(maxsize=16)
def _elsewhere(due: int) -> Unit:
    """What stands for a unit nobody has seen; the same object each time, as in `_at_ease`."""
    return Unit(Status.WAITING, due=due)


@lru_cache(maxsize=1024)
def _at_ease(unit: Unit) -> Unit:
    """The unit without what it has been told; one object for equal units, so that views compare
    quickly."""
    if unit.stand_fast or unit.digging:
        return changed(unit, stand_fast=False, digging=False)
    return unit


def _known_works(state: GameState, known: tuple[Unit, ...], side: int) -> bytes:
    """The works, without those on others' ground where only units stand that are not seen."""
    cards = state.scenario.oob.units
    hiding = [
        unit.at
        for n, unit in enumerate(state.units)
        if unit.hidden
        and unit.status is Status.ON_MAP
        and cards[n].side != side
        and state.works[unit.at]
        and state.control[unit.at] != side
    ]
    if not hiding:
        return state.works
    works = bytearray(state.works)
    seen = {unit.at for unit in known if unit.status is Status.ON_MAP}
    for h in hiding:
        if h not in seen:
            works[h] = 0
    return bytes(works)


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
