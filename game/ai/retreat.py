"""Getting out in time: units that are cut off, or would be tomorrow, and are not to stay."""

from __future__ import annotations

from game.ai.commander import Reason, Why
from game.ai.picture import Picture
from game.engine.board import NOWHERE
from game.engine.orders import Move, Order, Withdraw
from game.engine.refusal import Illegal
from game.engine.rulebook import MoveClass
from game.engine.rules.presence import room_for
from game.engine.rules.withdrawal import reaches, way_to_box, way_to_hex
from game.engine.state import Supply

_BEATS = 1.5
"""Times the strength of those near from which nobody runs who was in supply yesterday."""
_TELLS = 5
"""Days after the first in which it tells to be cut off."""


def ways_back(pic: Picture) -> dict[int, tuple[Order, Reason]]:
    """Orders for the units that had better leave where they are."""
    found: dict[int, tuple[Order, Reason]] = {}
    life = pic.lifeline
    for n in pic.own():
        unit = pic.unit(n)
        if not unit.active or not unit.fresh or pic.type(n).moves is MoveClass.STATIC:
            continue
        cut = not life.fed(n)
        endangered = pic.character.foresight > 0 and not cut and life.in_danger(n)
        if not (cut or endangered) or is_worth_staying(pic, n, cut=cut) or _is_stronger(pic, n):
            continue
        order = _way_out(pic, n, cut=cut)
        if order is not None:
            found[n] = (order, Reason(Why.WITHDRAW, pic.place_at(unit.at), unit.at))
    return found


def is_worth_staying(pic: Picture, n: int, *, cut: bool) -> bool:
    """Whether the ground a unit holds is worth more than the unit is."""
    stake = 1.7 * risked(pic, n) if cut else risked(pic, n) * pic.character.foresight
    return ground_held(pic, pic.unit(n).at) >= stake


def _is_stronger(pic: Picture, n: int) -> bool:
    """Whether those in its hex can beat who comes at them, instead of running from him."""
    unit = pic.unit(n)
    strength = sum(pic.power(m) for m in pic.own_at(unit.at))
    return unit.supply is not Supply.ISOLATED and strength >= _BEATS * pic.threat[unit.at] > 0


def ground_held(pic: Picture, h: int) -> float:
    """What a unit in a hex holds: the hex, and half of what lies beside it with nobody in it."""
    held = pic.worth.hexes[h]
    control = pic.view.control
    for there in pic.grid.neighbours[h]:
        if control[there] == pic.side and not pic.own_at(there):
            held += 0.5 * pic.worth.hexes[there]
    return held


def risked(pic: Picture, n: int) -> float:
    """What is put at risk with a unit that may be cut off; little if the battle ends before."""
    left = pic.view.scenario.turns - pic.view.turn
    days = min(1.0, max(0, left - 1) / _TELLS)
    return 0.35 * pic.step_worth(n) * pic.unit(n).steps * pic.caution * days


def _way_out(pic: Picture, n: int, *, cut: bool) -> Order | None:
    """To a supplied hex that is not in danger itself, nearest to where the unit is; or to a box."""
    unit, life = pic.unit(n), pic.lifeline
    safe = life.then().all if pic.character.foresight else life.net.all
    zone = pic.zone()
    best: tuple[float, int, bool] | None = None
    for h, cost in pic.range(n).cost.items():
        if safe[h] and h != unit.at and not zone[h] and room_for(pic.view, h, pic.side, n):
            score = 0.3 * pic.threat[h] + cost / 8
            if best is None or (score, h) < best[:2]:
                best = (score, h, False)
    if zone[unit.at] or cut:
        for found, _boat in reaches(pic.view, n):
            for h, cost in found.cost.items():
                if not safe[h] or h == unit.at:
                    continue
                score = 0.3 * pic.threat[h] + cost / 8 + 0.5
                if (best is None or (score, h) < best[:2]) and not isinstance(
                    way_to_hex(pic.view, n, h), Illegal
                ):
                    best = (score, h, True)
    if best is not None:
        _score, h, slip = best
        return Withdraw(pic.id(n), h) if slip else Move(pic.id(n), h)
    if cut:
        for number, box in enumerate(pic.board.boxes):
            if pic.view.boxes[number] == pic.side and not isinstance(
                way_to_box(pic.view, n, box.id), Illegal
            ):
                return Withdraw(pic.id(n), NOWHERE, box.id)
    return None
