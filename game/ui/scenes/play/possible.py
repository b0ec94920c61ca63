"""Which of the usual actions the selected unit may do, and why not: asked of the rules."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.board import NOWHERE
from game.engine.legality import why_illegal
from game.engine.orders import DigIn, Hold, Order, StandFast
from game.engine.refusal import Illegal
from game.engine.rules.mobility import allowance
from game.engine.rules.operational import why_illegal_operational
from game.engine.state import GameState, Status
from game.ui.scenes.play.reach import boats_of, march_of, targets_of, withdrawals_of


@dataclass(frozen=True, slots=True)
class Possible:
    """An action: what it is called, whether it can be done, and the rule's word if not."""

    id: str
    order: Order | None = None
    why: Illegal | None = None

    @property
    def can(self) -> bool:
        """True if it can be done now."""
        return self.why is None


def actions_for(state: GameState, unit: int) -> dict[str, Possible]:
    """Return the usual actions of a unit of the side to play, by id.

    Ids: attack, hold, march, dig, stand, boats, withdraw.
    """
    name = state.scenario.oob.units[unit].id
    now = state.units[unit]
    found: dict[str, Possible] = {}

    def plain(ident: str, order: Order) -> None:
        found[ident] = Possible(ident, order, why_illegal(state, order))

    plain("hold", Hold(name))
    if now.status is Status.ON_MAP:
        plain("dig", DigIn(name))
        plain("stand", StandFast(name, not now.stand_fast))
        found["attack"] = _attack(state, unit)
        found["march"] = _march(state, unit)
        if boats_of(state, unit):
            found["boats"] = Possible("boats")
        if withdrawals_of(state, unit):
            found["withdraw"] = Possible("withdraw")
    return found


def attack_refusal(state: GameState, unit: int) -> Illegal | None:
    """Why a unit can attack nothing, None if it can attack something."""
    return _attack(state, unit).why


def _attack(state: GameState, unit: int) -> Possible:
    from game.engine.orders import Attack
    from game.engine.refusal import Refusal
    from game.engine.rules.presence import enemies_at, side_of

    if targets_of(state, unit):
        return Possible("attack")
    now, name = state.units[unit], state.scenario.oob.units[unit].id
    near = [
        h
        for h in state.scenario.board.grid.neighbours[now.at]
        if enemies_at(state, h, side_of(state, unit), hidden=False)
    ]
    if near:
        return Possible("attack", None, why_illegal(state, Attack(near[0], (name,))))
    return Possible("attack", None, Illegal(Refusal.NO_ENEMY, "No enemy is next to the unit."))


def _march(state: GameState, unit: int) -> Possible:
    from game.engine.orders import OperationalMove
    from game.engine.refusal import Refusal

    if now_can_march(state, unit):
        return Possible("march")
    name = state.scenario.oob.units[unit].id
    refused = why_illegal_operational(state, OperationalMove(name, state.units[unit].at))
    return Possible("march", None, refused or Illegal(Refusal.NO_WAY, "There is no way."))


def now_can_march(state: GameState, unit: int) -> bool:
    """True if there is a hex to which the unit may march."""
    now = state.units[unit]
    if now.status is not Status.ON_MAP or not now.fresh or now.active == 0:
        return False
    return now.mp == allowance(state, unit) > 0 and bool(march_of(state, unit).costs)


def shortfall(state: GameState, unit: int, h: int) -> tuple[int, int] | None:
    """Return (needed, left) half-points if a hex could be reached with more movement today."""
    from game.engine.rules.mobility import range_of

    now = state.units[unit]
    if now.status is not Status.ON_MAP or h == NOWHERE:
        return None
    far = range_of(state, unit, now.at, 40)
    return (far.cost[h], now.mp) if h in far.cost and far.cost[h] > now.mp else None
