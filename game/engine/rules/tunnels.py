"""Tunnels: a linked pair of hexes, used once in some days, found by being used (rule 6.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.engine.board import River
from game.engine.dice import Purpose
from game.engine.draft import Draft, Position
from game.engine.events import MoveStopped, TunnelCollapsed, TunnelFound, UnitMoved
from game.engine.forces import Tunnel
from game.engine.orders import CollapseTunnel, TunnelMove
from game.engine.refusal import Illegal, Refusal
from game.engine.rulebook import MoveClass, Trait
from game.engine.rules.belts import enter_belt
from game.engine.rules.control import sweep
from game.engine.rules.ground import river_between
from game.engine.rules.presence import (
    barred_by_contact_line,
    enemies_at,
    has,
    own_unit_on_map,
    room_for,
    side_of,
    type_of,
)
from game.engine.rules.sight import came_by
from game.engine.rules.unseen import found_in
from game.engine.rules.works import spend_day, worker
from game.engine.state import Status


def tunnel_number(p: Position, tunnel_id: str) -> int | None:
    """Number of a tunnel by id."""
    for number, tunnel in enumerate(p.scenario.oob.tunnels):
        if tunnel.id == tunnel_id:
            return number
    return None


def _existing(p: Position, tunnel_id: str) -> int:
    """The same when legality has made sure that there is one."""
    number = tunnel_number(p, tunnel_id)
    if number is None:
        raise ValueError(f"there is no tunnel {tunnel_id}")
    return number


def _unknown(tunnel_id: str) -> Illegal:
    return Illegal(Refusal.UNKNOWN, f"There is no tunnel {tunnel_id}.")


def _why_unusable(p: Position, number: int) -> Illegal | None:
    """Why the active side cannot use a tunnel today."""
    tunnel, now = p.scenario.oob.tunnels[number], p.tunnels[number]
    if tunnel.side != p.active:
        return Illegal(Refusal.NOT_YOURS, f"The tunnel {tunnel.id} belongs to the other side.")
    if now.gone:
        return Illegal(Refusal.WRONG_KIND, f"The tunnel {tunnel.id} has been collapsed.")
    rest = p.scenario.rules.hidden.tunnel_rest
    if now.used_on and p.turn - now.used_on < rest:
        return Illegal(Refusal.SPENT, f"The tunnel {tunnel.id} was used less than {rest} days ago.")
    return None


def _far_end(tunnel: Tunnel, here: int) -> int:
    return tunnel.b if here == tunnel.a else tunnel.a


def why_illegal_tunnel_move(p: Position, order: TunnelMove) -> Illegal | None:
    """Why the unit may not go through the tunnel, None if it may."""
    number = own_unit_on_map(p, order.unit)
    if isinstance(number, Illegal):
        return number
    which = tunnel_number(p, order.tunnel)
    if which is None:
        return _unknown(order.tunnel)
    refused = _why_unusable(p, which) or _why_unfit(p, number, order.unit)
    if refused:
        return refused
    tunnel, now = p.scenario.oob.tunnels[which], p.units[number]
    if now.at not in (tunnel.a, tunnel.b):
        return Illegal(Refusal.NOT_HERE, f"{order.unit} does not stand at an end of {tunnel.id}.")
    exit_hex = _far_end(tunnel, now.at)
    if barred_by_contact_line(p, exit_hex, p.active):
        return Illegal(Refusal.NEUTRAL, "The other end lies beyond the contact line.")
    if enemies_at(p, exit_hex, p.active, hidden=False):
        return Illegal(Refusal.ENEMY_THERE, "The enemy stands at the other end.")
    if not room_for(p, exit_hex, p.active, number):
        return Illegal(Refusal.STACKING, "There is no room at the other end.")
    return None


def _why_unfit(p: Position, number: int, name: str) -> Illegal | None:
    now = p.units[number]
    if type_of(p, number).moves is not MoveClass.LEG:
        return Illegal(Refusal.WRONG_KIND, f"{name} cannot go under ground: only units on foot.")
    if now.active <= 0:
        return Illegal(Refusal.SUPPRESSED, f"{name} is suppressed.")
    if now.fought or now.mp <= 0:
        return Illegal(Refusal.SPENT, f"{name} has no movement left today.")
    return None


def do_tunnel_move(d: Draft, order: TunnelMove) -> None:
    """Move to the other end, whatever zones and enemies lie between; it takes all movement.

    An enemy whom nobody had seen there is found, and the unit stays where it is.
    """
    number = d.scenario.oob.unit_index[order.unit]
    tunnel = d.scenario.oob.tunnels[_existing(d, order.tunnel)]
    here, cost = d.units[number].at, d.units[number].mp
    exit_hex = _far_end(tunnel, here)
    d.change(number, mp=0, fresh=False)
    use_tunnel(d, order.tunnel)
    if found_in(d, side_of(d, number), exit_hex):
        d.tell(MoveStopped(number, here, "hidden enemy"))
        return
    d.change(number, at=exit_hex)
    d.tell(UnitMoved(number, (here, exit_hex), cost, "tunnel"))
    enter_belt(d, number, exit_hex)
    if d.units[number].status is Status.ON_MAP:
        sweep(d, number, (exit_hex,))
        came_by(d, number, (here, exit_hex))


def through(p: Position, units: Sequence[int], target: int, tunnel_id: str) -> frozenset[int]:
    """The attackers who come through the tunnel: on foot, from an end that leads to the target."""
    entries = _entries(p, target, tunnel_id)
    return frozenset(
        unit
        for unit in units
        if p.units[unit].at in entries and type_of(p, unit).moves is MoveClass.LEG
    )


def _entries(p: Position, target: int, tunnel_id: str) -> list[int]:
    """Ends of the tunnel from which it leads into the target or beside it."""
    tunnel, grid = p.scenario.oob.tunnels[_existing(p, tunnel_id)], p.scenario.board.grid
    ends = (tunnel.a, tunnel.b)
    return [end for end in ends if grid.distance(_far_end(tunnel, end), target) <= 1]


def why_not_through(
    p: Position, units: Sequence[int], target: int, tunnel_id: str
) -> Illegal | None:
    """Why an attack cannot come through the tunnel, None if it can.

    One attacker on foot at least stands at an end; the target is the other end or beside it. The
    rest do so too, or stand next to the target on the same bank.
    """
    number = tunnel_number(p, tunnel_id)
    if number is None:
        return _unknown(tunnel_id)
    refused = _why_unusable(p, number)
    if refused:
        return refused
    tunnel = p.scenario.oob.tunnels[number]
    here = {p.units[unit].at for unit in units}
    if not here & {tunnel.a, tunnel.b}:
        return Illegal(Refusal.NOT_HERE, f"No attacker stands at an end of {tunnel_id}.")
    entries = _entries(p, target, tunnel_id)
    if not here & set(entries):
        return Illegal(Refusal.NOT_ADJACENT, f"{tunnel_id} does not lead to the hex attacked.")
    below = through(p, units, target, tunnel_id)
    for unit in units:
        at = p.units[unit].at
        if unit in below or _beside(p, at, target):
            continue
        if at in entries:
            name = p.scenario.oob.units[unit].id
            return Illegal(
                Refusal.WRONG_KIND, f"{name} cannot go under ground: only units on foot."
            )
        return Illegal(
            Refusal.NOT_ADJACENT,
            f"Every attacker must stand at the end of {tunnel_id} or next to the hex attacked, "
            "on the same bank.",
        )
    if not below:
        return Illegal(Refusal.WRONG_KIND, f"No attacker on foot comes through {tunnel_id}.")
    return None


def _beside(p: Position, h: int, target: int) -> bool:
    beside = p.scenario.board.grid.direction(h, target) >= 0
    return beside and river_between(p, h, target) is not River.MAIN


def use_tunnel(d: Draft, tunnel_id: str) -> None:
    """Note that a tunnel was used today; now everyone knows it."""
    number = _existing(d, tunnel_id)
    found = not d.tunnels[number].known
    d.tunnels[number] = replace(d.tunnels[number], used_on=d.turn, known=True)
    if found:
        d.tell(TunnelFound(number))


def why_illegal_collapse(p: Position, order: CollapseTunnel) -> Illegal | None:
    """Why the engineers may not try to collapse the tunnel, None if they may."""
    number = worker(p, order.unit)
    if isinstance(number, Illegal):
        return number
    if not has(p, number, Trait.ENGINEER):
        return Illegal(Refusal.WRONG_KIND, f"{order.unit} are not engineers.")
    which = tunnel_number(p, order.tunnel)
    if which is None:
        return _unknown(order.tunnel)
    tunnel, now = p.scenario.oob.tunnels[which], p.tunnels[which]
    if not now.known and tunnel.side != p.active:
        return _unknown(order.tunnel)
    if now.gone:
        return Illegal(Refusal.NOTHING_TO_DO, f"The tunnel {tunnel.id} is collapsed already.")
    grid, here = p.scenario.board.grid, p.units[number].at
    if min(grid.distance(here, tunnel.a), grid.distance(here, tunnel.b)) > 1:
        return Illegal(Refusal.NOT_ADJACENT, f"{order.unit} must be within a hex of an end.")
    return None


def do_collapse(d: Draft, order: CollapseTunnel) -> None:
    """1d6 decides; it takes the engineers the day either way."""
    which = _existing(d, order.tunnel)
    spend_day(d, d.scenario.oob.unit_index[order.unit])
    if d.check(Purpose.COLLAPSE, order.tunnel, d.scenario.rules.hidden.tunnel_collapse):
        d.tunnels[which] = replace(d.tunnels[which], known=True, gone=True)
        d.tell(TunnelCollapsed(which))
