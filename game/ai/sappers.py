"""Engineers and hidden means: belts, tunnels, demolition, fire at crossings."""

from __future__ import annotations

from collections.abc import Iterator

from game.ai.commander import Intent, Reason, Why
from game.ai.picture import Picture
from game.ai.reckoning import fire_cost
from game.engine.board import NO_SIDE, CrossingKind, CrossingState
from game.engine.legality import why_illegal
from game.engine.orders import ClearBelt, CollapseTunnel, DemolishCrossing, StrikeCrossing
from game.engine.rulebook import Trait

_IN_USE = (
    CrossingState.INTACT, CrossingState.FERRY, CrossingState.PONTOON, CrossingState.HEAVY,
)  # fmt: skip
_NEED = 1.5
"""What a crossing of the enemy must be worth to him for the charges to be lit."""


def cleared(pic: Picture) -> Iterator[Intent]:
    """Known belts and tunnels in reach of engineers who have nothing else to do."""
    for n in pic.own():
        unit = pic.unit(n)
        if Trait.ENGINEER not in pic.traits(n) or not unit.fresh or not unit.active:
            continue
        for h in (unit.at, *pic.grid.neighbours[unit.at]):
            clear = ClearBelt(pic.id(n), h)
            if why_illegal(pic.view, clear) is None:
                yield Intent(clear, Reason(Why.CLEAR, pic.place_at(h), h))
                break
        else:
            for number, tunnel in enumerate(pic.view.scenario.oob.tunnels):
                if not pic.foes[tunnel.side] or pic.view.tunnels[number].gone:
                    continue
                collapse = CollapseTunnel(pic.id(n), tunnel.id)
                if why_illegal(pic.view, collapse) is None:
                    yield Intent(collapse, Reason(Why.CLEAR, "", tunnel.a))
                    break


def use_to_enemy(pic: Picture, number: int) -> float:
    """What a crossing is worth to the enemies who hold an end of it, less what it is to us."""
    site, state = pic.board.crossings[number], pic.view.crossings[number].state
    if state not in _IN_USE or site.kind is CrossingKind.CAUSEWAY:
        return 0.0
    ends = (site.a, site.b)
    theirs = sum(pic.enemy_held(h) for h in ends)
    if not theirs or (site.owner != NO_SIDE and not pic.foes[site.owner]):
        return 0.0
    if theirs == 1 and not pic.weaker:
        return 0.0  # the stronger side needs the crossing itself
    land = pic.board.landmass
    banks = {land[site.a], land[site.b]}
    enemies = [n for n in pic.enemies() if land[pic.unit(n).at] in banks]
    hangers = min(
        sum(land[pic.unit(n).at] == bank for n in enemies) for bank in banks
    )  # the smaller force is the one that hangs on it
    return 0.5 * theirs + min(3.0, 0.6 * hangers)


def crossings_denied(pic: Picture) -> Iterator[Intent]:
    """Charges where an own unit stands at an end, fire where it can be directed."""
    means = pic.view.means[pic.side]
    for number, site in enumerate(pic.board.crossings):
        value = use_to_enemy(pic, number)
        if value < _NEED:
            continue
        reason = Reason(Why.DENY_CROSSING, site.id)
        for n in (*pic.own_at(site.a), *pic.own_at(site.b)):
            demolish = DemolishCrossing(pic.id(n), site.id)
            if why_illegal(pic.view, demolish) is None:
                yield Intent(demolish, reason)
                break
        points = min(2, means.air), min(1, means.artillery)
        harm = sum(fire_cost(pic, end) for end in (site.a, site.b))
        if not sum(points) or sum(points) * harm > value / 3:
            continue
        for air, guns in (points, (points[0], 0), (0, points[1])):
            strike = StrikeCrossing(site.id, air, guns)
            if air + guns and why_illegal(pic.view, strike) is None:
                yield Intent(strike, reason)
                means = pic.view.means[pic.side]
                break
