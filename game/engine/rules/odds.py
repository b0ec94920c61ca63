"""The sum of an attack before the dice, and what each total brings (rules 3.1 to 3.3).

T = 2d6 + odds value + shifts, read on one strip. `sheet` makes the sum; `odds` lists every total
with its chance from the same sheet by which the attack is resolved.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.board import NOWHERE
from game.engine.dice import THROWN, Purpose, ways
from game.engine.draft import Position
from game.engine.events import Shift
from game.engine.orders import Attack
from game.engine.rulebook import StripCell
from game.engine.rules.ground import terrain_at
from game.engine.rules.presence import enemies_at, side_of, type_of
from game.engine.rules.shifts import (
    BOX_LINES,
    LINES,
    Assault,
    capped,
    is_combined_arms,
    itemise,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sum of an attack before the dice."""

    assault: Assault
    attack: int
    """Attacking strength: factor x active steps."""
    defence: int
    """Defending strength: factor x steps; suppression is a shift."""
    value: int
    """Odds value."""
    shifts: tuple[Shift, ...]
    net: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """A total of the dice, in how many of 36 cases it comes, and what it brings."""

    roll: int
    cases: int
    cell: StripCell


def odds_value(p: Position, attack: int, defence: int) -> int:
    """Value of the odds, rounded in the defender's favour."""
    least = max(1, defence)
    for row in p.scenario.rules.odds:
        if attack * row.defence >= row.attack * least:
            return row.value
    return p.scenario.rules.odds[-1].value


def sheet(p: Position, order: Attack) -> Sheet:
    """The odds sheet of an attack that `why_illegal_attack` accepts."""
    numbers = tuple(p.scenario.oob.unit_index[u] for u in order.units)
    side = side_of(p, numbers[0])
    return sheet_for(
        p,
        Assault(
            side, order.target, numbers,
            tuple(enemies_at(p, order.target, side, hidden=False)),
            order.air, order.artillery, order.car_bomb, bool(order.tunnel),
        ),
    )  # fmt: skip


def sheet_for(p: Position, assault: Assault) -> Sheet:
    """The odds sheet of an assault, in the field or in a box (target NOWHERE)."""
    attack = sum(type_of(p, u).factor * p.units[u].active for u in assault.attackers)
    defence = sum(type_of(p, u).factor * p.units[u].steps for u in assault.defenders)
    shifts = _box_shifts(p, assault) if assault.target == NOWHERE else itemise(p, assault)
    value = odds_value(p, attack, defence)
    return Sheet(assault, attack, defence, value, shifts, capped(p, shifts))


def _box_shifts(p: Position, assault: Assault) -> tuple[Shift, ...]:
    lines = [(n, count(p, assault), r) for n, r, count in LINES if n in BOX_LINES]
    lines.append(("support", min(assault.air, p.scenario.rules.support.air_cap), "4.2"))
    return tuple(Shift(name, value, rule) for name, value, rule in lines if value)


def cell_for(p: Position, total: int) -> StripCell:
    """The cell of the combat strip for a total."""
    for cell in p.scenario.rules.strip:
        if total <= cell.upto:
            return cell
    return p.scenario.rules.strip[-1]


def odds(p: Position, order: Attack) -> tuple[Outcome, ...]:
    """Every total of the dice with its chance and its result; the chances add up to 36."""
    line = sheet(p, order)
    return tuple(
        Outcome(roll, cases, cell_for(p, roll + line.value + line.net))
        for roll, cases in sorted(ways(*THROWN[Purpose.ATTACK]).items())
    )


def street_loss(p: Position, assault: Assault, cell: StripCell) -> int:
    """Steps the attackers lose in street fighting besides those of the cell (rule 3.4)."""
    return int(cell.defender_loss > 0 and in_streets(p, assault))


def in_streets(p: Position, assault: Assault) -> bool:
    """True if success costs the attackers a step: built-up ground without combined arms."""
    if assault.target == NOWHERE:
        return False
    return terrain_at(p, assault.target).built_up and not is_combined_arms(p, assault)


def expected_losses(p: Position, order: Attack) -> tuple[float, float]:
    """Steps the attackers and the defenders lose on average, by the strip and in the streets."""
    assault = sheet(p, order).assault
    lost = inflicted = 0.0
    for outcome in odds(p, order):
        own = outcome.cell.attacker_loss + street_loss(p, assault, outcome.cell)
        lost += outcome.cases * own / 36
        inflicted += outcome.cases * outcome.cell.defender_loss / 36
    return lost, inflicted
