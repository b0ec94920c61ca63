"""The list of legal orders of the side to play.

It is complete but for these shorthands. Attacks, in the field and in boxes, are listed with each
single attacker and with all of them, without support and with as much as counts: an attack is
legal with any choice of its attackers if it is legal with each, so the rest follow (over the main
river with as many as boats and ferries carry). Car bombs may be added to any of them; attacks
through tunnels are not listed. Fire is listed with as many points as count, and with one at
crossings. Withdrawals are listed for units in an enemy zone. Decrees and fixed dice belong to the
record and are never listed.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.draft import Position
from game.engine.legality import why_illegal
from game.engine.orders import (
    AttachLeader,
    Attack,
    AttackBox,
    Bombard,
    BuildCrossing,
    ClaimBox,
    ClearBelt,
    CollapseTunnel,
    Convoy,
    CrossRiver,
    DemolishCrossing,
    DigIn,
    EndTurn,
    EnterMap,
    HandOver,
    Hold,
    LayDown,
    LeaveBattle,
    LeaveMap,
    Move,
    NextDay,
    OfferTerms,
    OpenCorridor,
    OperationalMove,
    Order,
    Refit,
    StandFast,
    StrikeCrossing,
    TravelBox,
    TunnelMove,
    Withdraw,
)
from game.engine.rulebook import Trait
from game.engine.rules.ground import crossings_at
from game.engine.rules.mobility import allowance, range_of
from game.engine.rules.operational import march_range
from game.engine.rules.presence import enemies_at, hostile, room_for, side_of, stacks, units_in_box
from game.engine.rules.turn import is_night
from game.engine.rules.withdrawal import withdrawal_hexes
from game.engine.rules.zoc import enemy_zone
from game.engine.state import GameState, Status, Supply


def legal_orders(state: GameState) -> tuple[Order, ...]:
    """Every legal order (see above for the shorthands), the same ones in the same sequence."""
    if state.ended:
        return ()
    if is_night(state):
        return (NextDay(),)
    found: list[Order] = []
    for number, unit in enumerate(state.units):
        if side_of(state, number) != state.active:
            continue
        if unit.status is Status.ON_MAP:
            found.extend(_moves(state, number))
            found.extend(o for o in _deeds(state, number) if why_illegal(state, o) is None)
        elif unit.status is Status.IN_BOX:
            found.extend(o for o in _in_box(state, number) if why_illegal(state, o) is None)
    found.extend(o for o in _attacks(state) if why_illegal(state, o) is None)
    found.extend(o for o in _of_the_side(state) if why_illegal(state, o) is None)
    found.append(EndTurn())
    return tuple(found)


def _moves(p: GameState, number: int) -> Iterator[Order]:
    """Moves and marches; reach is legality here, so only stacking is left to ask."""
    now, name, side = p.units[number], p.scenario.oob.units[number].id, side_of(p, number)
    stacked = stacks(p)
    if now.mp > 0:
        for to in sorted(range_of(p, number).cost):
            if to != now.at and (to not in stacked or room_for(p, to, side, number)):
                yield Move(name, to)
    if now.fresh and now.mp == allowance(p, number) > 0 and now.active > 0:
        for to in sorted(march_range(p, number).cost):
            if to != now.at and (to not in stacked or room_for(p, to, side, number)):
                yield OperationalMove(name, to)


def _deeds(p: GameState, number: int) -> Iterator[Order]:
    """What a unit on the map might do besides moving and attacking."""
    oob, board = p.scenario.oob, p.scenario.board
    now, card, kind = p.units[number], oob.units[number], p.scenario.unit_type(number)
    near = (now.at, *board.grid.neighbours[now.at])
    for to in board.grid.neighbours[now.at]:
        if board.rivers[6 * now.at + board.grid.direction(now.at, to)] == 2:
            yield CrossRiver(card.id, to)
    yield DigIn(card.id)
    yield StandFast(card.id, not now.stand_fast)
    yield Refit(card.id)
    yield Hold(card.id)
    yield LayDown(card.id)
    sites = sorted({n for h in near for n in crossings_at(p.scenario, h)})
    for site in sites:
        yield DemolishCrossing(card.id, board.crossings[site].id)
        if Trait.BRIDGING in kind.traits:
            yield BuildCrossing(card.id, board.crossings[site].id)
    if Trait.ENGINEER in kind.traits:
        for h in near:
            yield ClearBelt(card.id, h)
        for tunnel in oob.tunnels:
            yield CollapseTunnel(card.id, tunnel.id)
    for tunnel in oob.tunnels:
        if now.at in (tunnel.a, tunnel.b):
            yield TunnelMove(card.id, tunnel.id)
    for box in board.boxes:
        if now.at in box.entries:
            yield LeaveMap(card.id, box.id)
    if enemy_zone(p, card.side)[now.at]:
        for to in withdrawal_hexes(p, number):
            yield Withdraw(card.id, to)
        for box in board.boxes:
            yield Withdraw(card.id, box=box.id)


def _in_box(p: GameState, number: int) -> Iterator[Order]:
    board, card, now = p.scenario.board, p.scenario.oob.units[number], p.units[number]
    here = board.boxes[now.box]
    for h in here.entries:
        yield EnterMap(card.id, h)
    for other, _days in here.links:
        yield TravelBox(card.id, board.boxes[other].id)
    yield LeaveBattle(card.id)
    yield Refit(card.id)
    yield Hold(card.id)


def _attacks(p: GameState) -> Iterator[Order]:
    """For each enemy hex in contact: each single attacker, and all of them, with and without
    support."""
    side, means = p.active, p.means[p.active]
    rules = p.scenario.rules.support
    air, guns = min(means.air, rules.air_cap), min(means.artillery, rules.artillery_cap)
    for h in sorted(stacks(p)):
        if not enemies_at(p, h, side, hidden=False):
            continue
        able = [
            p.scenario.oob.units[n].id
            for there in p.scenario.board.grid.neighbours[h]
            for n in stacks(p).get(there, ())
            if side_of(p, n) == side
        ]
        able = [u for u in able if why_illegal(p, Attack(h, (u,))) is None]
        for names in dict.fromkeys([*((u,) for u in able), _together(p, h, able)]):
            if not names:
                continue
            for points in dict.fromkeys([(0, 0), (air, guns)]):
                yield Attack(h, names, *points, advance=names)
        for points in dict.fromkeys([(air, 0), (0, guns), (air, guns)]):
            if any(points):
                yield Bombard(h, *points)
        if any(u.supply is Supply.ISOLATED for u in p.units if u.at == h):
            yield OfferTerms(h)


def _together(p: GameState, h: int, able: list[str]) -> tuple[str, ...]:
    """As many of them as can attack together: the river sets a limit."""
    if why_illegal(p, Attack(h, tuple(able))) is None:
        return tuple(able)
    found: tuple[str, ...] = ()
    for unit in able:
        if why_illegal(p, Attack(h, (*found, unit))) is None:
            found = (*found, unit)
    return found


def _of_the_side(p: GameState) -> Iterator[Order]:
    """Orders that belong to no single unit on the map."""
    board, oob, side = p.scenario.board, p.scenario.oob, p.active
    means = p.means[side]
    for site in board.crossings:
        for points in dict.fromkeys([(min(1, means.air), 0), (0, min(1, means.artillery))]):
            if any(points):
                yield StrikeCrossing(site.id, *points)
    for number, box in enumerate(board.boxes):
        inside = [oob.units[n].id for n in units_in_box(p, number) if side_of(p, n) == side]
        if inside:
            yield ClaimBox(box.id)
            yield from _box_attacks(p, box.id, inside)
    for leader, now in zip(oob.leaders, p.leaders, strict=True):
        if leader.side == side and now.unit >= 0:
            for number in range(len(p.units)):
                if side_of(p, number) == side and number != now.unit:
                    yield AttachLeader(leader.id, oob.units[number].id)
    for agreement in p.agreements:
        for number in agreement.places if agreement.side == side else ():
            for refuge in ("", *(b.id for b in board.boxes)):
                yield HandOver(board.places[number].id, oob.sides[agreement.to].id, refuge)
    for h, level in enumerate(p.population):
        if level and _in_contact(p, h, side):
            yield OpenCorridor(h)
    for place in board.places:
        if any(p.control[h] == side for h in place.hexes):
            yield Convoy(place.id)


def _box_attacks(p: GameState, box: str, inside: list[str]) -> Iterator[Order]:
    """Each single attacker, and all of them, with and without air points."""
    able = [u for u in inside if why_illegal(p, AttackBox(box, (u,))) is None]
    air = min(p.means[p.active].air, p.scenario.rules.support.air_cap)
    for names in dict.fromkeys([*((u,) for u in able), tuple(able)]):
        if names:
            yield from (AttackBox(box, names, points) for points in dict.fromkeys((0, air)))


def _in_contact(p: Position, h: int, side: int) -> bool:
    """An enemy's hex with an own unit next to it."""
    owner = p.control[h]
    if owner >= len(p.relations) or not hostile(p, side, owner):
        return False
    return any(
        side_of(p, n) == side
        for there in p.scenario.board.grid.neighbours[h]
        for n in stacks(p).get(there, ())
    )
