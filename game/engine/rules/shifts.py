"""The shifts of an attack, one function a line of the odds sheet (rule 3.3).

Each function returns the value its circumstance is worth now, 0 if it does not apply. The list
`LINES` is the order in which the odds sheet shows them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.engine.board import River
from game.engine.draft import Position
from game.engine.events import Shift
from game.engine.rulebook import Trait
from game.engine.rules import leaders
from game.engine.rules.ground import terrain_at
from game.engine.rules.presence import has, type_of
from game.engine.rules.river_assault import ways_over
from game.engine.rules.supply import in_bridgehead
from game.engine.rules.support import support_shift
from game.engine.state import Supply

_RIVERS: Final = tuple(River)
"""By number."""


@dataclass(frozen=True, slots=True)
class Assault:
    """An attack as the shifts see it."""

    side: int
    target: int
    attackers: tuple[int, ...]
    """The first one leads."""
    defenders: tuple[int, ...]
    air: int = 0
    artillery: int = 0
    car_bomb: bool = False
    tunnel: bool = False


def itemise(p: Position, a: Assault) -> tuple[Shift, ...]:
    """All shifts that apply, in the order of the sheet."""
    found = []
    for name, rule, count in LINES:
        value = count(p, a)
        if value:
            found.append(Shift(name, value, rule))
    return tuple(found)


def capped(p: Position, shifts: tuple[Shift, ...]) -> int:
    """Net shifts, cut to the cap."""
    cap = p.scenario.rules.shifts.cap
    return max(-cap, min(cap, sum(s.value for s in shifts)))


def _terrain(p: Position, a: Assault) -> int:
    return terrain_at(p, a.target).shift


def _works(p: Position, a: Assault) -> int:
    return p.works[a.target] * p.scenario.rules.shifts.work_level


def _water(p: Position, a: Assault) -> int:
    """Half or more of the strength attacks over water: the worst such hexside counts."""
    if all(_river(p, a, unit) is River.NONE for unit in a.attackers):
        return 0
    rules = p.scenario.rules.shifts
    ways = ways_over(p, a.attackers, a.target)
    total = over = worst = 0
    for unit in a.attackers:
        strength = p.units[unit].active * type_of(p, unit).factor
        total += strength
        value = _hexside(p, a, unit, ways)
        if value:
            over += strength
            worst = min(worst, value)
    if 2 * over < total or not over:
        return 0
    if worst == rules.river and any(has(p, u, Trait.ENGINEER) for u in a.attackers):
        return rules.river_engineers
    return worst


def _hexside(p: Position, a: Assault, unit: int, ways: dict[int, int]) -> int:
    """What the water before an attacker costs; a tunnel leads below the main river."""
    rules, river = p.scenario.rules.shifts, _river(p, a, unit)
    if river is River.NONE or (river is River.MAIN and a.tunnel):
        return 0
    carried = river is River.CHANNEL or ways[unit] >= 0
    return rules.channel if carried else rules.river


def _river(p: Position, a: Assault, unit: int) -> River:
    """The river between an attacker and the target; none if they are no neighbours."""
    board, here = p.scenario.board, p.units[unit].at
    direction = board.grid.direction(here, a.target)
    return _RIVERS[board.rivers[6 * here + direction]] if direction >= 0 else River.NONE


def _combined_arms(p: Position, a: Assault) -> int:
    return p.scenario.rules.shifts.combined_arms if is_combined_arms(p, a) else 0


def is_combined_arms(p: Position, a: Assault) -> bool:
    """Infantry with armour; in old quarters and ruins infantry with engineers (rule 3.4)."""
    infantry = any(has(p, u, Trait.INFANTRY) for u in a.attackers)
    ground = terrain_at(p, a.target)
    partner = Trait.ENGINEER if ground.needs_engineers else Trait.ARMOUR
    return infantry and any(has(p, u, partner) for u in a.attackers)


def _armour(p: Position, a: Assault) -> int:
    ours = [u for u in a.attackers if has(p, u, Trait.ARMOUR)]
    if not ours or not terrain_at(p, a.target).armour_counts:
        return 0
    if any(has(p, u, Trait.ARMOUR) for u in a.defenders):
        return 0
    ways = ways_over(p, a.attackers, a.target)
    return p.scenario.rules.shifts.armour if not all(_hexside(p, a, u, ways) for u in ours) else 0


def _armour_alone(p: Position, a: Assault) -> int:
    alone = all(has(p, u, Trait.ARMOUR) and not has(p, u, Trait.INFANTRY) for u in a.attackers)
    return (
        p.scenario.rules.shifts.armour_alone_dense if alone and terrain_at(p, a.target).dense else 0
    )


def _elite(p: Position, a: Assault) -> int:
    return p.scenario.rules.shifts.elite_lead if has(p, a.attackers[0], Trait.ELITE) else 0


def _militia(p: Position, a: Assault) -> int:
    only = all(has(p, u, Trait.MILITIA) for u in a.attackers)
    return p.scenario.rules.shifts.militia_only if only else 0


def _concentric(p: Position, a: Assault) -> int:
    rules = p.scenario.rules.shifts
    grid = p.scenario.board.grid
    sides = {grid.direction(a.target, p.units[u].at) for u in a.attackers} - {-1}
    opposite = any((d + 3) % 6 in sides for d in sides)
    return rules.concentric if opposite or len(sides) >= rules.concentric_sides else 0


def _support(p: Position, a: Assault) -> int:
    return support_shift(p, a.target, a.air, a.artillery, list(a.attackers))


def _suppressed(p: Position, a: Assault) -> int:
    still = all(p.units[u].active == 0 for u in a.defenders)
    return p.scenario.rules.shifts.defender_suppressed if still else 0


def _isolated(p: Position, a: Assault) -> int:
    cut = all(p.units[u].supply is Supply.ISOLATED for u in a.defenders)
    return p.scenario.rules.shifts.defender_isolated if cut else 0


def _attacker_supply(p: Position, a: Assault) -> int:
    rules = p.scenario.rules.shifts
    worst = max(p.units[u].supply for u in a.attackers)
    if worst is Supply.ISOLATED:
        return rules.attacker_isolated
    return rules.attacker_low if worst is Supply.LOW else 0


def _bridgehead(p: Position, a: Assault) -> int:
    if p.scenario.oob.sides[a.side].boats:
        return 0
    fed = all(in_bridgehead(p, u) for u in a.attackers)
    return p.scenario.rules.shifts.bridgehead if fed else 0


def _belt(p: Position, a: Assault) -> int:
    return p.scenario.rules.shifts.belt if any(p.units[u].on_belt for u in a.attackers) else 0


def _leader(p: Position, a: Assault) -> int:
    formations = {p.scenario.oob.units[u].formation for u in a.attackers}
    hexes = [p.units[u].at for u in a.attackers]
    led = leaders.leader_near(p, a.side, hexes, sorted(formations))
    return p.scenario.rules.shifts.leader if led else 0


def _leaderless(p: Position, a: Assault) -> int:
    formation = p.scenario.oob.units[a.attackers[0]].formation
    return p.scenario.rules.shifts.leaderless if leaders.leaderless(p, formation) else 0


def _tunnel(p: Position, a: Assault) -> int:
    return p.scenario.rules.shifts.tunnel if a.tunnel else 0


def _car_bomb(p: Position, a: Assault) -> int:
    return p.scenario.rules.shifts.car_bomb if a.car_bomb else 0


LINES: tuple[tuple[str, str, Callable[[Position, Assault], int]], ...] = (
    ("terrain", "2.2", _terrain),
    ("works", "6.1", _works),
    ("water", "3.3", _water),
    ("combined_arms", "3.4", _combined_arms),
    ("armour", "3.3", _armour),
    ("armour_alone", "3.3", _armour_alone),
    ("elite_lead", "3.3", _elite),
    ("militia_only", "3.3", _militia),
    ("concentric", "3.3", _concentric),
    ("support", "4.2", _support),
    ("defender_suppressed", "3.6", _suppressed),
    ("defender_isolated", "5.2", _isolated),
    ("attacker_supply", "5.2", _attacker_supply),
    ("bridgehead", "6.2", _bridgehead),
    ("belt", "6.4", _belt),
    ("leader", "3.8", _leader),
    ("leaderless", "3.8", _leaderless),
    ("tunnel", "6.5", _tunnel),
    ("car_bomb", "6.6", _car_bomb),
)

BOX_LINES = frozenset(
    {"elite_lead", "militia_only", "defender_suppressed", "attacker_supply", "leaderless"}
)
"""Shifts that also hold in an off-map box, where there is no ground (rule 7.3)."""
