"""Supply: who is linked to a source (rule 5.1).

A source is an off-map box that the side holds and draws on, or a box it holds that is linked to
one. From the entry hexes supply runs along roads, and from those roads up to `trace` hexes over
any ground: not through hexes of others, nor through an enemy zone without an own unit in it,
nor over the main river except by a crossing. A ferry or light pontoon feeds only so many units;
all of them together are one pool, whichever of them reaches a unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from game.engine.board import NO_SIDE, Crossing
from game.engine.draft import Draft, Position
from game.engine.memo import once
from game.engine.rules.crossings import supply_capacity
from game.engine.rules.links import Crossings, flood, land_strides, road_links
from game.engine.rules.presence import controlled_by, enemies_of, side_of
from game.engine.rules.zoc import enemy_zone
from game.engine.state import CrossingNow, Status
from game.hexes import flags_of, gathered, set_of


@dataclass(frozen=True, slots=True)
class Network:
    """The supplied area of a side: 1 per hex. Not to be changed."""

    firm: bytearray
    """Linked without a limited crossing."""
    all: bytearray
    """Linked, limited crossings included."""
    capacity: int
    """Units that limited crossings can feed."""
    roads: bytearray
    """Hexes of roads along which supply runs, limited crossings included."""


def network(p: Position, side: int) -> Network:
    """The supplied area of a side."""
    return once(p, ("network", side), lambda: _network(p, side))


def _network(p: Position, side: int) -> Network:
    size = p.scenario.board.grid.size
    ground = _passable(p, side)
    over = _in_use(p, side, limited=False)
    roads = _roads_from_sources(p, side, over, ground)
    firm = everything = _area(p, over, ground, roads)
    capacity = sum(_limited(p, side))
    if capacity:
        everything = _area(p, _in_use(p, side, limited=True), ground, roads)
    linked = flags_of(everything, size)
    return Network(linked if firm == everything else flags_of(firm, size), linked, capacity, roads)


def linked_hexes(p: Position, side: int) -> bytearray:
    """1 for every hex in the supplied area of a side."""
    return network(p, side).all


def linked_set(p: Position, side: int) -> int:
    """The same as a set, quicker for a position that is only thought of: nothing is kept."""
    ground = _passable(p, side)
    over = _in_use(p, side, limited=any(_limited(p, side)))
    return _area(p, over, ground, _roads_from_sources(p, side, over, ground))


def source_boxes(p: Position, side: int) -> list[int]:
    """Boxes from which the side draws supply, directly or through boxes it holds."""
    boxes = p.scenario.board.boxes
    found = [n for n, b in enumerate(boxes) if p.boxes[n] == side and side in b.sources]
    for box in found:
        for other, _days in boxes[box].links:
            if p.boxes[other] == side and other not in found:
                found.append(other)
    return found


def source_hexes(p: Position, side: int) -> list[int]:
    """Entry hexes through which supply comes onto the map."""
    boxes = p.scenario.board.boxes
    return sorted({h for box in source_boxes(p, side) for h in boxes[box].entries})


def supplied_units(p: Position, side: int) -> set[int]:
    """Units of a side that are in supply now; limited crossings feed the lowest numbers first."""
    net = network(p, side)
    supplied: set[int] = set()
    left = net.capacity
    for number, unit in enumerate(p.units):
        if side_of(p, number) != side:
            continue
        if unit.status is not Status.ON_MAP or net.firm[unit.at]:
            supplied.add(number)
        elif net.all[unit.at] and left > 0:
            left -= 1
            supplied.add(number)
    return supplied


def in_bridgehead(p: Position, unit: int) -> bool:
    """Whether the unit is fed over a ferry or light pontoon only."""
    net = network(p, side_of(p, unit))
    at = p.units[unit].at
    return bool(net.all[at]) and not net.firm[at]


def _passable(p: Position, side: int) -> int:
    """The hexes supply may pass: own or nobody's, free of enemies and their zones."""
    own, enemies = [], []
    foes, cards, on_map = enemies_of(p, side), p.scenario.oob.units, Status.ON_MAP
    for number, unit in enumerate(p.units):
        if unit.status is on_map:
            if cards[number].side == side:
                own.append(unit.at)
            elif not unit.hidden and foes[cards[number].side]:
                enemies.append(unit.at)
    ground = _own_or_nobodys(bytes(p.control), side) & ~set_of(enemy_zone(p, side))
    return (ground & ~gathered(enemies)) | gathered(own)


@lru_cache(maxsize=64)
def _own_or_nobodys(control: bytes, side: int) -> int:
    return set_of(control.translate(controlled_by(side, NO_SIDE)))


def _limited(p: Position, side: int) -> list[int]:
    """Capacities of the limited crossings the side can use."""
    found = []
    for site, capacity in feeding_crossings(p, side):
        if capacity is not None:
            ends = {p.control[site.a], p.control[site.b]}
            if ends <= {side, NO_SIDE}:
                found.append(capacity)
    return found


@dataclass(frozen=True, slots=True)
class _Feeding:
    """What the crossings of some positions can feed."""

    crossings: tuple[CrossingNow, ...]
    capacities: tuple[int | None, ...]


def _capacities(p: Position) -> tuple[int | None, ...]:
    """What each crossing can feed; kept with the scenario for the crossings asked for last."""
    known = p.scenario.memo.get("feeding")
    if isinstance(known, _Feeding) and known.crossings is p.crossings:
        return known.capacities
    found = tuple(supply_capacity(p, number) for number in range(len(p.crossings)))
    if not isinstance(p, Draft):
        p.scenario.memo["feeding"] = _Feeding(p.crossings, found)
    return found


def feeding_crossings(p: Position, side: int) -> Iterator[tuple[Crossing, int | None]]:
    """Crossings over which a side can bring supply, with the units each keeps in supply beyond it
    (None: without limit)."""
    for site, capacity in zip(p.scenario.board.crossings, _capacities(p), strict=True):
        if capacity != 0 and site.owner in (NO_SIDE, side):
            yield site, capacity


def _roads_from_sources(p: Position, side: int, over: Crossings, ground: int) -> bytearray:
    """1 for every hex to which passable roads lead from the sources."""
    size = p.scenario.board.grid.size
    found = bytearray(size)
    for h in flood(road_links(p.scenario, over), source_hexes(p, side), flags_of(ground, size)):
        found[h] = 1
    return found


def _area(p: Position, over: Crossings, ground: int, linked: bytearray) -> int:
    """What lies within the trace of the linked roads, to which those are added that are now linked.

    A road that begins at a landing carries supply on, if the landing lies within the trace.
    """
    roads, land = road_links(p.scenario, over), land_strides(p.scenario, over)
    size, trace = p.scenario.board.grid.size, p.scenario.rules.supply.trace
    ends = [*over, *((b, a) for a, b in over)]
    while True:
        area = land.flood(set_of(linked), ground, trace)
        landings = [h for other, h in ends if not linked[h] and (area >> h & 1 or linked[other])]
        fresh = flood(roads, landings, flags_of(ground, size)) if landings else ()
        fresh = [h for h in fresh if not linked[h]]
        if not fresh:
            return area
        for h in fresh:
            linked[h] = 1


def _in_use(p: Position, side: int, *, limited: bool) -> Crossings:
    """Ends of the crossings over which a side can bring supply."""
    return tuple(
        (site.a, site.b)
        for site, capacity in feeding_crossings(p, side)
        if limited or capacity is None
    )
