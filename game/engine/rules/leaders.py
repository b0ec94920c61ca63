"""Leaders (rule 3.8): attachments with a command radius; a loss heals in days.

`LeaderNow.unit` is the unit a leader is with, NOWHERE while off the map; `lost_on` the turn of
the loss, 0 = not lost. Distances are in hexes, times in days (turns).
"""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.board import NOWHERE
from game.engine.draft import Draft, Position
from game.engine.events import LeaderAttached, LeaderLost
from game.engine.orders import AttachLeader
from game.engine.refusal import Illegal, Refusal
from game.engine.rules.flags import flag, set_flag, today
from game.engine.rules.presence import own_unit
from game.engine.state import LeaderNow, Status, Unit


def leader_near(p: Position, side: int, hexes: list[int], formations: Sequence[int]) -> bool:
    """Whether a leader of one of these formations is within command radius of any of the hexes."""
    grid, radius = p.scenario.board.grid, p.scenario.rules.leaders.radius
    for number, card in enumerate(p.scenario.oob.leaders):
        if card.side != side or card.formation not in formations or not _present(p, number):
            continue
        unit = p.units[p.leaders[number].unit]
        if unit.status is Status.ON_MAP and any(grid.distance(unit.at, h) <= radius for h in hexes):
            return True
    return False


def leaderless(p: Position, formation: int) -> bool:
    """Whether the formation still suffers from the loss of a leader and has no other."""
    heal = p.scenario.rules.leaders.heal_days
    numbers = [n for n, card in enumerate(p.scenario.oob.leaders) if card.formation == formation]
    if any(_present(p, n) for n in numbers):
        return False
    return any(p.leaders[n].lost_on and p.turn - p.leaders[n].lost_on < heal for n in numbers)


def _present(p: Position, leader: int) -> bool:
    now = p.leaders[leader]
    return now.unit != NOWHERE and not now.lost_on


def lose_leader(d: Draft, leader: int) -> None:
    """The leader is lost to the battle."""
    now = d.leaders[leader]
    if now.lost_on:
        return
    d.leaders[leader] = LeaderNow(NOWHERE, d.turn)
    d.tell(LeaderLost(leader, now.unit))


def seat_leaders(d: Draft) -> None:
    """At the start of a day leaders come to their units, and those whose time is over leave.

    A leader who has no unit, be it that it was not there yet or that the one he was with is gone,
    joins the unit of the order of battle as soon as that is on the map or in a box.
    """
    for number, card in enumerate(d.scenario.oob.leaders):
        now = d.leaders[number]
        if now.lost_on:
            continue
        if card.to_turn and d.turn > card.to_turn:
            if now.unit != NOWHERE:
                d.leaders[number] = LeaderNow()
            continue
        if now.unit != NOWHERE or d.turn < card.from_turn or not card.unit:
            continue
        unit = d.scenario.oob.unit_index[card.unit]
        if d.units[unit].status in (Status.ON_MAP, Status.IN_BOX):
            d.leaders[number] = LeaderNow(unit)
            d.tell(LeaderAttached(number, unit))


def why_illegal_attach(p: Position, order: AttachLeader) -> Illegal | None:
    """Why the leader may not join the unit, None if he may."""
    leader = p.scenario.oob.leader_index.get(order.leader)
    if leader is None:
        return Illegal(Refusal.UNKNOWN, f"There is no leader {order.leader}.")
    if p.scenario.oob.leaders[leader].side != p.active:
        return Illegal(Refusal.NOT_YOURS, f"{order.leader} belongs to the other side.")
    if not _present(p, leader):
        return Illegal(Refusal.NOT_HERE, f"{order.leader} is not in the battle.")
    unit = own_unit(p, order.unit)
    if isinstance(unit, Illegal):
        return unit
    if p.leaders[leader].unit == unit:
        return Illegal(Refusal.NOTHING_TO_DO, f"{order.leader} is with {order.unit} already.")
    if flag(p, _ride_flag(order.leader)) == today(p):
        return Illegal(Refusal.SPENT, f"{order.leader} has changed units today.")
    if not _can_join(p, p.units[p.leaders[leader].unit], p.units[unit]):
        ride = p.scenario.rules.leaders.ride
        return Illegal(
            Refusal.NO_WAY,
            f"{order.unit} is too far from {order.leader}: within {ride} hexes or in the same box.",
        )
    return None


def _ride_flag(leader: str) -> str:
    """Name of the flag that holds the turn on which a leader last changed units by order."""
    return f"leader:{leader}"


def _can_join(p: Position, old: Unit, new: Unit) -> bool:
    if old.status is Status.ON_MAP and new.status is Status.ON_MAP:
        return p.scenario.board.grid.distance(old.at, new.at) <= p.scenario.rules.leaders.ride
    return old.status is Status.IN_BOX and new.status is Status.IN_BOX and old.box == new.box


def do_attach(d: Draft, order: AttachLeader) -> None:
    """The leader joins the unit, once a day."""
    leader = d.scenario.oob.leader_index[order.leader]
    unit = d.scenario.oob.unit_index[order.unit]
    d.leaders[leader] = LeaderNow(unit)
    set_flag(d, _ride_flag(order.leader), today(d))
    d.tell(LeaderAttached(leader, unit))
