"""Who may attack, and how an attack is resolved (rules 3.1 to 3.7).

The sum is made by `odds.sheet`; `do_attack` rolls and applies. What a player is shown before an
attack is computed by the code that resolves it.
"""

from __future__ import annotations

from game.engine.board import NOWHERE
from game.engine.dice import Purpose
from game.engine.draft import Draft, Position
from game.engine.events import AttackResolved
from game.engine.orders import Attack
from game.engine.refusal import Illegal, Refusal
from game.engine.rulebook import Trait
from game.engine.rules import car_bombs, civilians, support, tunnels, works
from game.engine.rules.aftermath import advance, give_ground, take_losses
from game.engine.rules.attack_supply import spend_attack, why_no_attack
from game.engine.rules.fire import note_attack
from game.engine.rules.mobility import allowance
from game.engine.rules.odds import Outcome, Sheet, cell_for, odds, sheet, sheet_for, street_loss
from game.engine.rules.presence import (
    barred_by_contact_line,
    enemies_at,
    has,
    hostile,
    own_unit_on_map,
    reveal,
    side_of,
    type_of,
    units_in_box,
)
from game.engine.rules.river_assault import set_over, ways_over, why_not_over_water
from game.engine.rules.shifts import Assault

__all__ = [
    "Outcome",
    "Sheet",
    "do_attack",
    "fight_box",
    "odds",
    "sheet",
    "sheet_for",
    "why_illegal_attack",
]


def why_illegal_attack(p: Position, order: Attack) -> Illegal | None:
    """Whether these units may attack this hex with this support (rule 3.1)."""
    label = p.scenario.board.grid.label
    if not 0 <= order.target < p.scenario.board.grid.size:
        return Illegal(Refusal.UNKNOWN, "There is no such hex.")
    if not order.units or len(set(order.units)) < len(order.units):
        return Illegal(Refusal.UNKNOWN, "An attack needs units, each named once.")
    for unit in order.units:
        refused = _why_not_attacker(p, unit, order)
        if refused:
            return refused
    side = p.active
    if not enemies_at(p, order.target, side, hidden=False):
        return Illegal(Refusal.NO_ENEMY, f"No enemy is seen in {label(order.target)}.")
    if barred_by_contact_line(p, order.target, side):
        return Illegal(Refusal.NEUTRAL, "No attack over the neutral contact line.")
    if order.target in p.struck:
        return Illegal(Refusal.STRUCK, f"{label(order.target)} was attacked already this turn.")
    if civilians.corridor_open(p, order.target):
        return Illegal(Refusal.STRUCK, "A corridor for civilians is open there today.")
    refused = why_no_attack(p, side) or support.why_no_points(p, order.air, order.artillery)
    if refused:
        return refused
    refused = car_bombs.why_no_attack_bomb(p, side) if order.car_bomb else None
    if refused:
        return refused
    if not set(order.advance) <= set(order.units):
        return Illegal(Refusal.UNKNOWN, "Only attackers can advance.")
    numbers = [p.scenario.oob.unit_index[u] for u in order.units]
    if order.tunnel:
        return tunnels.why_not_through(p, numbers, order.target, order.tunnel)
    return why_not_over_water(p, numbers, order.target)


def _why_not_attacker(p: Position, unit_id: str, order: Attack) -> Illegal | None:
    number = own_unit_on_map(p, unit_id)
    if isinstance(number, Illegal):
        return number
    now = p.units[number]
    if now.fought or now.digging:
        return Illegal(Refusal.SPENT, f"{unit_id} has fought or worked already this turn.")
    if now.active == 0:
        return Illegal(Refusal.SUPPRESSED, f"{unit_id} is suppressed.")
    grid = p.scenario.board.grid
    if not order.tunnel and grid.direction(now.at, order.target) < 0:
        return Illegal(
            Refusal.NOT_ADJACENT, f"{unit_id} is not next to {grid.label(order.target)}."
        )
    return None


def do_attack(d: Draft, order: Attack) -> None:
    """Resolve an attack."""
    numbers = tuple(d.scenario.oob.unit_index[u] for u in order.units)
    side, h = side_of(d, numbers[0]), order.target
    ways = {} if order.tunnel else ways_over(d, numbers, h)
    through: frozenset[int] = frozenset()
    if order.tunnel:
        through = tunnels.through(d, numbers, h, order.tunnel)
        tunnels.use_tunnel(d, order.tunnel)
    if order.car_bomb:
        car_bombs.use_in_attack(d, side, h)
    spend_attack(d, side)
    support.spend(d, order.air, order.artillery)
    note_attack(d, h)
    before = sheet(d, order)
    car_bombs.defend_with(d, side, list(numbers), h, before.value)
    for unit in (*numbers, *enemies_at(d, h, side)):
        reveal(d, unit)
    line = sheet(d, order)
    set_over(d, ways)
    _resolve(d, line, tuple(d.scenario.oob.unit_index[u] for u in order.advance), through=through)
    civilians.fire_dice(d, side, h, order.air, order.artillery)
    if order.car_bomb:
        civilians.civilian_dice(d, side, h, 1, "car bomb")


def fight_box(d: Draft, box: int, attackers: tuple[int, ...], air: int) -> None:
    """Resolve an attack in an off-map box by the same table (rule 7.3)."""
    side = side_of(d, attackers[0])
    defenders = tuple(n for n in units_in_box(d, box) if hostile(d, side, side_of(d, n)))
    spend_attack(d, side)
    support.spend(d, air, 0)
    _resolve(d, sheet_for(d, Assault(side, NOWHERE, attackers, defenders, air)), (), box)


def _resolve(
    d: Draft,
    line: Sheet,
    advancing: tuple[int, ...],
    box: int = NOWHERE,
    through: frozenset[int] = frozenset(),
) -> None:
    """Roll, then losses, suppression, retreat and advance, in that order."""
    a = line.assault
    subject = d.scenario.board.boxes[box].id if box >= 0 else d.scenario.board.grid.label(a.target)
    roll = d.roll(Purpose.ATTACK, subject)
    total = roll + line.value + line.net
    cell = cell_for(d, total)
    in_streets = street_loss(d, a, cell)
    d.tell(
        AttackResolved(
            a.side, a.target, box, a.attackers, a.defenders, line.attack, line.defence,
            line.value, line.shifts, line.net, roll, total, cell.code,
        )
    )  # fmt: skip
    for unit in a.attackers:
        _tire(d, unit)
    take_losses(d, list(a.attackers), cell.attacker_loss, "attack", lead_first=True)
    if cell.attacker_suppressed:
        for unit in a.attackers:
            d.suppress(unit, d.units[unit].steps)
    if cell.defender_suppressed:
        for unit in a.defenders:
            d.suppress(unit, d.units[unit].steps)
    if cell.defender_loss:
        if box < 0 and any(has(d, u, Trait.ENGINEER) for u in a.attackers):
            works.engineers_lower(d, a.target)
        take_losses(d, list(a.defenders), cell.defender_loss, "attack")
        take_losses(d, list(a.attackers), in_streets, "street fighting", lead_first=True)
    if cell.retreat:
        give_ground(d, a, box)
    if box < 0 and not enemies_at(d, a.target, a.side):
        advance(d, a, advancing, through)


def _tire(d: Draft, unit: int) -> None:
    """After an attack a mobile unit may exploit a little; others are done (rule 3.7)."""
    exploit = 2 * d.scenario.rules.movement.exploit_points
    mobile = type_of(d, unit).moves.is_vehicle
    left = min(exploit, allowance(d, unit)) if mobile else 0
    d.change(unit, fought=True, fresh=False, mp=left if d.units[unit].at >= 0 else 0)
