"""From `forces.yaml` to the order of battle."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from game.engine.board import NO_SIDE, NOWHERE
from game.engine.forces import (
    Belt,
    OrderOfBattle,
    Relation,
    Side,
    SupportPeriod,
    Tunnel,
    UnitCard,
)
from game.scenario.compile.desk import Desk
from game.scenario.compile.sides import read_relations
from game.scenario.compile.units import Ground, read_formations, read_leaders, read_units
from game.scenario.documents import ForcesDoc, HeaderDoc
from game.scenario.problems import Path

LONGEST_TUNNEL: Final = 3
_MOST_POINTS: Final = 99
_POINTS: Final = ("air", "artillery", "car_bombs", "replacements", "attacks")


@dataclass(slots=True)
class _Stack:
    units: int = 0
    steps: int = 0
    sides: set[int] = field(default_factory=set)


def compile_forces(
    doc: ForcesDoc, header: HeaderDoc, sides: tuple[Side, ...], ground: Ground, desk: Desk
) -> OrderOfBattle:
    """Return the order of battle; mistakes go to the desk."""
    relations = read_relations(header, ground.sides, desk)
    formations = read_formations(doc, ground.sides, desk)
    units = read_units(doc, ground, *formations, desk)
    leaders = read_leaders(doc, ground.days, formations, units, desk)
    _check_stacks(units[0], relations, sides, ground, desk)
    return OrderOfBattle(
        sides=sides,
        formations=formations[0],
        units=units[0],
        leaders=leaders[0],
        support=_read_support(doc, ground, desk),
        belts=_read_belts(doc, ground, desk),
        tunnels=_read_tunnels(doc, ground, desk),
        relations=relations,
        side_index=ground.sides,
        unit_index=units[1],
        formation_index=formations[1],
        leader_index=leaders[1],
    )


def _check_stacks(
    units: tuple[UnitCard, ...],
    relations: tuple[tuple[Relation, ...], ...],
    sides: tuple[Side, ...],
    ground: Ground,
    desk: Desk,
) -> None:
    """Report hexes that are too full at the start, or held by an enemy of who stands there."""
    board, movement = ground.board, ground.rules.movement
    stacks: dict[int, _Stack] = {}
    for number, unit in enumerate(units):
        if unit.hex == NOWHERE or unit.arrives or unit.side == NOWHERE:
            continue
        path: Path = ("forces", "units", number, "at")
        label = board.grid.label(unit.hex)
        holder = board.start_control[unit.hex]
        if holder != NO_SIDE and relations[unit.side][holder] is Relation.HOSTILE:
            desk.say(path, f"hex {label} is held by {sides[holder].id}, an enemy")
        stack = stacks.setdefault(unit.hex, _Stack())
        if any(relations[unit.side][other] is Relation.HOSTILE for other in stack.sides):
            desk.say(path, f"an enemy unit starts on hex {label} too")
        before = stack.units, stack.steps
        stack.units += 1
        stack.steps += unit.start_steps
        stack.sides.add(unit.side)
        # Told once, at the unit that is one too many.
        if before[0] <= movement.stack_units < stack.units:
            limit = movement.stack_units
            desk.say(path, f"{stack.units} units start on hex {label} (at most {limit})")
        if before[1] <= movement.stack_steps < stack.steps:
            limit = movement.stack_steps
            desk.say(path, f"{stack.steps} steps start on hex {label} (at most {limit})")


def _read_support(doc: ForcesDoc, ground: Ground, desk: Desk) -> tuple[SupportPeriod, ...]:
    periods: list[SupportPeriod] = []
    for number, support in enumerate(doc.support):
        path: Path = ("forces", "support", number)
        first, last = ground.days.span(support.since, support.until, desk, path)
        points = {
            name: desk.within(getattr(support, name), 0, _MOST_POINTS, (*path, name))
            for name in _POINTS
        }
        periods.append(
            SupportPeriod(
                side=desk.pick("side", support.side, ground.sides, (*path, "side")),
                first=first,
                last=last,
                **points,
                sources=support.sources,
                note=support.note,
            )
        )
    return tuple(periods)


def _read_belts(doc: ForcesDoc, ground: Ground, desk: Desk) -> tuple[Belt, ...]:
    desk.index("belt", [belt.id for belt in doc.belts], ("forces", "belts"))
    return tuple(
        Belt(
            id=belt.id,
            hex=desk.hex(ground.board.grid, belt.hex, ("forces", "belts", number, "hex")),
            side=desk.pick("side", belt.side, ground.sides, ("forces", "belts", number, "side")),
            source=belt.source,
            known=belt.known,
        )
        for number, belt in enumerate(doc.belts)
    )


def _read_tunnels(doc: ForcesDoc, ground: Ground, desk: Desk) -> tuple[Tunnel, ...]:
    desk.index("tunnel", [tunnel.id for tunnel in doc.tunnels], ("forces", "tunnels"))
    tunnels: list[Tunnel] = []
    for number, tunnel in enumerate(doc.tunnels):
        path: Path = ("forces", "tunnels", number)
        a, b = (
            desk.hex(ground.board.grid, text, (*path, "ends", end))
            for end, text in enumerate(tunnel.ends)
        )
        if NOWHERE not in (a, b):
            length = ground.board.grid.distance(a, b)
            if not 0 < length <= LONGEST_TUNNEL:
                message = f"a tunnel is 1 to {LONGEST_TUNNEL} hexes long, not {length}"
                desk.say((*path, "ends"), message)
        side = desk.pick("side", tunnel.side, ground.sides, (*path, "side"))
        tunnels.append(Tunnel(tunnel.id, a, b, side, tunnel.source, tunnel.known))
    return tuple(tunnels)
