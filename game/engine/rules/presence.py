"""Who stands where, and who is whose enemy (rules 1.5, 2.4)."""

from __future__ import annotations

from functools import lru_cache

from game.engine.board import NO_SIDE
from game.engine.draft import Draft, Position
from game.engine.events import UnitRevealed
from game.engine.forces import Relation
from game.engine.memo import once
from game.engine.refusal import Illegal, Refusal
from game.engine.rulebook import Trait, UnitType
from game.engine.state import Status, Supply


def stacks(p: Position) -> dict[int, list[int]]:
    """Units on the map by hex; units in ascending number."""
    return once(p, "stacks", lambda: _stacks(p))


def _stacks(p: Position) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    on_map = Status.ON_MAP
    for number, unit in enumerate(p.units):
        if unit.status is on_map:
            found.setdefault(unit.at, []).append(number)
    return found


def units_at(p: Position, h: int) -> list[int]:
    """Units in a hex."""
    if isinstance(p, Draft):
        return [n for n, u in enumerate(p.units) if u.at == h and u.status is Status.ON_MAP]
    return stacks(p).get(h, [])


def units_in_box(p: Position, box: int) -> list[int]:
    """Units in an off-map box (not those travelling to it)."""
    return [n for n, u in enumerate(p.units) if u.box == box and u.status is Status.IN_BOX]


def side_of(p: Position, unit: int) -> int:
    """Side of a unit."""
    return p.scenario.oob.units[unit].side


def type_of(p: Position, unit: int) -> UnitType:
    """Type of a unit."""
    return p.scenario.types[unit]


def has(p: Position, unit: int, trait: Trait) -> bool:
    """Whether the unit's type has a trait."""
    return trait in p.scenario.types[unit].traits


def relation(p: Position, a: int, b: int) -> Relation:
    """How two sides stand to each other; a side is its own ally."""
    return Relation.ALLIED if a == b else p.relations[a][b]


def hostile(p: Position, a: int, b: int) -> bool:
    """Whether two sides are enemies."""
    return a != b and p.relations[a][b] is Relation.HOSTILE


def enemies_of(p: Position, side: int) -> list[bool]:
    """By side, whether it is an enemy."""
    ties = p.relations[side]
    return [other != side and tie is Relation.HOSTILE for other, tie in enumerate(ties)]


def enemies_at(p: Position, h: int, side: int, *, hidden: bool = True) -> list[int]:
    """Enemy units of `side` in a hex; `hidden` includes those not yet found."""
    found = units_at(p, h)
    if not found:
        return []
    foes, cards = enemies_of(p, side), p.scenario.oob.units
    return [n for n in found if foes[cards[n].side] and (hidden or not p.units[n].hidden)]


def friends_at(p: Position, h: int, side: int) -> list[int]:
    """Own units in a hex."""
    cards = p.scenario.oob.units
    return [n for n in units_at(p, h) if cards[n].side == side]


def strangers_at(p: Position, h: int, side: int, *, hidden: bool = True) -> bool:
    """Whether units of a side that is neither own nor enemy stand there."""
    return any(
        side_of(p, n) != side
        and not hostile(p, side, side_of(p, n))
        and (hidden or not p.units[n].hidden)
        for n in units_at(p, h)
    )


def barred_by_contact_line(p: Position, h: int, side: int) -> bool:
    """Whether a hex belongs to a neutral side (rule 1.5): nobody walks in, nobody fires in."""
    owner = p.control[h]
    return (
        owner not in (NO_SIDE, side) and relation(p, side, owner) is Relation.NEUTRAL
    ) or strangers_at(p, h, side, hidden=False)


def held_by(p: Position, *sides: int) -> bytearray:
    """1 for every hex that one of these controls (NO_SIDE for nobody's), otherwise 0."""
    return bytearray(bytes(p.control).translate(controlled_by(*sides)))


@lru_cache(maxsize=64)
def controlled_by(*sides: int) -> bytes:
    """What turns the owners of hexes into flags: 1 for what one of these sides controls."""
    return bytes(owner in sides for owner in range(256))


def room_for(p: Position, h: int, side: int, unit: int) -> bool:
    """Whether the unit fits into the hex under the stacking limit (rule 2.4)."""
    limit = p.scenario.rules.movement
    count, steps = 1, p.units[unit].steps
    for n in friends_at(p, h, side):
        if n != unit:
            count += 1
            steps += p.units[n].steps
    return count <= limit.stack_units and steps <= limit.stack_steps


def own_unit(p: Position, unit_id: str) -> int | Illegal:
    """Number of an own unit by id, or why it cannot take orders."""
    number = p.scenario.oob.unit_index.get(unit_id)
    if number is None:
        return Illegal(Refusal.UNKNOWN, f"There is no unit {unit_id}.")
    if side_of(p, number) != p.active:
        return Illegal(Refusal.NOT_YOURS, f"{unit_id} belongs to the other side.")
    return number


def own_unit_on_map(p: Position, unit_id: str) -> int | Illegal:
    """Number of an own unit that stands on the map, or why not."""
    number = own_unit(p, unit_id)
    if isinstance(number, Illegal):
        return number
    if p.units[number].status is not Status.ON_MAP:
        return Illegal(Refusal.NOT_HERE, f"{unit_id} is not on the map.")
    return number


def name_of(p: Position, unit: int) -> str:
    """Id of a unit, for sentences."""
    return p.scenario.oob.units[unit].id


def reveal(d: Draft, unit: int) -> None:
    """A hidden unit is found (rule 2.6)."""
    if d.units[unit].hidden:
        d.change(unit, hidden=False)
        d.tell(UnitRevealed(unit))


def is_isolated(p: Position, unit: int) -> bool:
    """Whether the unit stands on the lowest rung of the supply ladder."""
    return p.units[unit].supply is Supply.ISOLATED
