"""What ground is worth to a side: its dated objectives, those of its enemies, crossings, supply.

Worth is counted in steps of a regular unit: what one would give for holding the hex.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil, sqrt
from typing import Final

from game.engine.board import NO_SIDE, NOWHERE, Board, CrossingState, Place
from game.engine.memo import once
from game.engine.rules.presence import hostile
from game.engine.rules.supply import source_hexes
from game.engine.scenario import Objective, ObjectiveKind
from game.engine.state import GameState, ObjectiveNow

_NAMED: Final = 0.06
"""Worth of a hex of a named place that no objective asks for."""
_CROSSING: Final = 0.8
"""Worth of the end of a usable crossing."""
_SOURCE: Final = 3.0
"""Worth of a hex through which own supply comes onto the map."""
_LASTING: Final = 0.7
"""Share of an objective still far off that counts for ground held: once lost it is not got back."""
_AHEAD: Final = 2
"""Days before the window of an objective opens from which it counts in full; ..."""
_FAR_AHEAD: Final = 8
"""... if it lies off the map, for columns are days under way."""
_DENIED: Final = 0.6
"""Share of an enemy's objective that counts for who can deny it."""


@dataclass(slots=True)
class Worth:
    """What ground is worth."""

    hexes: list[float]
    """By hex."""
    boxes: list[float]
    """By off-map box."""
    demands: dict[int, float] = field(default_factory=dict)
    """By place: what it would bring to hold all of it that is not held yet."""
    strongholds: dict[int, float] = field(default_factory=dict)
    """By place: what hangs on keeping a foot in it: own objectives to hold, enemies' to take."""
    rings: set[int] = field(default_factory=set)
    """Places that a ring still lacks."""


def urgency(
    objective: Objective, now: ObjectiveNow, turn: int, turns: int, ahead: int = _AHEAD
) -> float:
    """How much an objective counts today: 0 to about 1.3.

    `ahead`: days before its window opens from which it counts in full.
    """
    if objective.hold:
        open_still = not now.lost_on and not now.met_on and turn <= objective.latest
        return 1.0 if open_still else (0.5 if objective.keep and not now.lost_on else 0.05)
    if now.lost_on:
        return 0.25
    if now.met_on:
        return 0.9 if objective.keep else 0.2
    wait = max(0, objective.earliest - turn - ahead)
    left = max(0, min(objective.latest, turns) - turn)
    return (1.3 if left <= 6 else 1.0) / (1 + wait / 7)


def _open(now: ObjectiveNow) -> bool:
    return not now.met_on and not now.lost_on


def worth(p: GameState, side: int, keep: float, ground: float) -> Worth:
    """What ground is worth to a side; `keep` and `ground` weigh what is held and what is not."""
    board = p.scenario.board
    named = once(p.scenario, "worth of names", lambda: _named(board))
    found = Worth(named.copy(), [0.0] * len(board.boxes))
    for number, site in enumerate(board.crossings):
        if p.crossings[number].state not in (CrossingState.DESTROYED, CrossingState.OPEN_SITE):
            for h in (site.a, site.b):
                found.hexes[h] += _CROSSING if site.owner in (NO_SIDE, side) else 0.2
    for h in source_hexes(p, side):
        found.hexes[h] += _SOURCE
    for number, objective in enumerate(p.scenario.objectives):
        now = p.objectives[number]
        factor = 1.0 if objective.side == side else _DENIED
        if objective.side == side or hostile(p, side, objective.side):
            off = any(board.places[n].box != NOWHERE for n in objective.places)
            ahead = _FAR_AHEAD if off else _AHEAD
            counts = urgency(objective, now, p.turn, p.scenario.turns, ahead)
            share = counts * objective.weight * factor
            lasting = max(share, _LASTING * objective.weight * factor if _open(now) else 0.0)
            _add(p, found, objective, side, share, lasting)
    found.hexes = [
        value * (keep if owner == side else ground) if value else value
        for value, owner in zip(found.hexes, p.control, strict=True)
    ]
    return found


def _named(board: Board) -> list[float]:
    """Worth by hex of what has a name; not to be changed."""
    found = [0.0] * board.grid.size
    for place in board.places:
        for h in place.hexes:
            found[h] = _NAMED
    return found


def _add(p: GameState, found: Worth, o: Objective, side: int, share: float, lasting: float) -> None:
    """Spread what an objective is worth over its hexes and boxes: `lasting` on what is held.

    An objective of the side itself, to take or hold; or of an enemy, to deny.
    """
    places = [p.scenario.board.places[n] for n in o.places]
    spots = _spots(p, o)
    if not spots:
        return
    ours = [spot for spot in spots if _holder(p, spot) == side]
    missing = [spot for spot in spots if _can_be_had(p, spot, side)]
    for_us = o.side == side and not o.negated
    if for_us:
        need = _needed(p, o, len(spots)) - len(ours)
        each_missing = share / sqrt(max(1, min(len(missing), max(need, 1)))) if need > 0 else 0.02
        each_held = lasting / sqrt(max(1, len(ours))) if need >= 0 else lasting / (1 - need) / 2
    else:
        # To deny: one hex kept out of the enemy's hands may do, so the strongest ground counts.
        each_missing = share / max(3.0, sqrt(len(spots))) / 2
        each_held = lasting / max(2.0, sqrt(len(spots)))
    for spot in missing:
        _put(found, spot, each_missing)
    for spot in ours:
        _put(found, spot, each_held)
    if ours and o.hold == (o.side == side) and not o.negated:
        kept = [n for n, place in zip(o.places, places, strict=True) if _foot_in(p, place, side)]
        for n in kept:
            found.strongholds[n] = found.strongholds.get(n, 0.0) + lasting / len(kept)
    if for_us and need <= 0:
        return
    if for_us or (missing and not o.negated):
        lacking = [
            n
            for n, place in zip(o.places, places, strict=True)
            if place.box == NOWHERE and any(_lacks(p, h, side) for h in place.hexes)
        ]
        for n in lacking:
            part = share / sqrt(len(lacking)) * (1.0 if for_us else 0.4)
            found.demands[n] = found.demands.get(n, 0.0) + part
            if for_us and o.kind is ObjectiveKind.RING_CLOSED:
                found.rings.add(n)


def _needed(p: GameState, o: Objective, spots: int) -> int:
    """How many of its hexes the condition asks for."""
    if o.kind is ObjectiveKind.PERCENT:
        return max(1, ceil(o.percent * spots / 100))
    if o.kind is ObjectiveKind.MAJORITY:
        places = [p.scenario.board.places[n] for n in o.places]
        feet = sum(_foot_in(p, place, o.side) for place in places)
        held = sum(_holder(p, spot) == o.side for spot in _spots(p, o))
        return held + max(0, len(places) // 2 + 1 - feet)
    return spots


def _spots(p: GameState, o: Objective) -> tuple[tuple[int, int], ...]:
    """(hex, NOWHERE) or (NOWHERE, box) of an objective, each once."""
    return once(p.scenario, ("spots", o.places), lambda: _all_spots(p, o))


def _all_spots(p: GameState, o: Objective) -> tuple[tuple[int, int], ...]:
    places = [p.scenario.board.places[n] for n in o.places]
    return tuple(
        dict.fromkeys(
            spot
            for place in places
            for spot in (
                [(NOWHERE, place.box)]
                if place.box != NOWHERE
                else [(h, NOWHERE) for h in place.hexes]
            )
        )
    )


def _holder(p: GameState, spot: tuple[int, int]) -> int:
    return p.control[spot[0]] if spot[0] != NOWHERE else p.boxes[spot[1]]


def _can_be_had(p: GameState, spot: tuple[int, int], side: int) -> bool:
    """Whether it is nobody's or an enemy's."""
    owner = _holder(p, spot)
    return owner == NO_SIDE or hostile(p, side, owner)


def _foot_in(p: GameState, place: Place, side: int) -> bool:
    return any(p.control[h] == side for h in place.hexes)


def _lacks(p: GameState, h: int, side: int) -> bool:
    return p.control[h] != side and _can_be_had(p, (h, NOWHERE), side)


def _put(found: Worth, spot: tuple[int, int], value: float) -> None:
    if spot[0] != NOWHERE:
        found.hexes[spot[0]] += value
    else:
        found.boxes[spot[1]] += value
