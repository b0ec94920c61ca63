"""What is done to the ground and the river: the works of a unit, and orders about a hex.

These stand in the column as rows of their own, so that nobody has to look for them in the list of
all orders. Only the rules are asked, for the one unit or hex that is selected.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.engine import orders as o
from game.engine.board import NOWHERE
from game.engine.legality import why_illegal
from game.engine.refusal import Illegal, Refusal
from game.engine.rulebook import Trait
from game.engine.rules.ground import crossings_at
from game.engine.state import GameState, Status
from game.ui.scenes.play.naming import Naming
from game.ui.scenes.play.order_list import Entry, gathered

_OF_THE_BANKS: Final = (Refusal.NOT_HERE, Refusal.ENEMY_THERE)
"""Refusals of building that tell what has to be done before."""


@dataclass(frozen=True, slots=True)
class Work:
    """An entry of the list of orders, and the rule's word if it cannot be given now."""

    entry: Entry
    why: Illegal | None = None


def works_of(state: GameState, unit: int, names: Naming) -> list[Work]:
    """Return what a unit can do to crossings, mines and tunnels, and whether it can refit.

    Bridging units beside a site where they cannot work are told why.
    """
    now, kind = state.units[unit], state.scenario.unit_type(unit)
    ident, board = state.scenario.oob.units[unit].id, state.scenario.board
    orders: list[o.Order] = [o.Refit(ident)]
    building: list[o.Order] = []
    if now.status is Status.ON_MAP:
        near = (now.at, *board.grid.neighbours[now.at])
        sites = sorted({n for h in near for n in crossings_at(state.scenario, h)})
        if Trait.BRIDGING in kind.traits:
            building = [o.BuildCrossing(ident, board.crossings[n].id) for n in sites]
        tunnels = state.scenario.oob.tunnels
        orders += [o.TunnelMove(ident, t.id) for t in tunnels if now.at in (t.a, t.b)]
        if Trait.ENGINEER in kind.traits:
            orders += [o.DemolishCrossing(ident, board.crossings[n].id) for n in sites]
            orders += [o.ClearBelt(ident, h) for h in near]
            orders += [o.CollapseTunnel(ident, t.id) for t in tunnels]
    can = [order for order in (*building, *orders) if why_illegal(state, order) is None]
    found = [Work(entry) for entry in gathered(can, names, state)]
    for order in building:
        refused = why_illegal(state, order)
        if refused is not None and refused.code in _OF_THE_BANKS:
            found += [Work(entry, refused) for entry in gathered([order], names, state)]
    return found


def about_hex(state: GameState, h: int, names: Naming) -> list[Entry]:
    """Return what can be ordered about a hex besides an attack: fire, terms, a corridor."""
    if h == NOWHERE:
        return []
    means, rules = state.means[state.active], state.scenario.rules.support
    air, guns = min(means.air, rules.air_cap), min(means.artillery, rules.artillery_cap)
    fire = [o.Bombard(h, *points) for points in ((air, 0), (0, guns)) if any(points)]
    asked: list[o.Order] = [*fire, o.OfferTerms(h), o.OpenCorridor(h)]
    return gathered([order for order in asked if why_illegal(state, order) is None], names, state)
