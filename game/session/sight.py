"""What a side gets to see of the state and of what happens.

States are seen through the engine's `view_for`; this is the same for events. An event that tells
of a unit, a belt or a tunnel the side does not know is left out, or cut down to what shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from game.engine import events as e
from game.engine.board import NOWHERE
from game.engine.dice import Purpose
from game.engine.memo import once
from game.engine.state import IN_PLAY, GameState, Status
from game.engine.view import is_unseen


def visible_units(state: GameState, side: int) -> frozenset[int]:
    """Return the numbers of the units a side knows about, its own included."""
    return once(state, ("visible units", side), lambda: _visible_units(state, side))


def _visible_units(state: GameState, side: int) -> frozenset[int]:
    return frozenset(n for n in range(len(state.units)) if not is_unseen(state, n, side))


def newly_seen(before: GameState, after: GameState, side: int) -> int | None:
    """Return the hex of something a side has found out, NOWHERE if it is not on the map.

    None if it knows no more than before.
    """
    for number in sorted(visible_units(after, side) - visible_units(before, side)):
        return after.units[number].at
    oob = after.scenario.oob
    for number, belt in enumerate(after.belts):
        if belt.known and not before.belts[number].known and oob.belts[number].side != side:
            return oob.belts[number].hex
    for number, tunnel in enumerate(after.tunnels):
        if tunnel.known and not before.tunnels[number].known and oob.tunnels[number].side != side:
            return oob.tunnels[number].a
    return None


@dataclass(frozen=True, slots=True)
class Sight:
    """What one side sees of an order, from the states before and after it."""

    before: GameState
    after: GameState
    side: int

    def seen(self, events: tuple[e.Event, ...]) -> tuple[e.Event, ...]:
        """Return the events as the side sees them, in their sequence."""
        return tuple(found for event in events if (found := self.see(event)) is not None)

    def see(self, event: e.Event) -> e.Event | None:
        """Return an event as the side sees it, None if it does not."""
        found: e.Event | None = SEES[type(event)](self, event)
        return found

    def knows(self, unit: int) -> bool:
        """Whether the side sees a unit before or after the order."""
        return self.was_seen(unit) or self.is_seen(unit)

    def was_seen(self, unit: int) -> bool:
        """Whether the side saw a unit before the order."""
        return unit in visible_units(self.before, self.side)

    def is_seen(self, unit: int) -> bool:
        """Whether the side sees a unit after the order."""
        return unit in visible_units(self.after, self.side)

    def owns(self, unit: int) -> bool:
        """Whether a unit is the side's own."""
        return self.after.scenario.oob.units[unit].side == self.side


See = Callable[[Sight, Any], e.Event | None]


def _always(_sight: Sight, event: e.Event) -> e.Event:
    return event


def _never(_sight: Sight, _event: e.Event) -> None:
    return None


def _of_unit(sight: Sight, event: Any) -> e.Event | None:
    """Things done to a unit, for who sees it before or after."""
    return event if event.unit == NOWHERE or sight.knows(event.unit) else None


def _going(sight: Sight, event: Any) -> e.Event | None:
    """A unit comes or goes: for who sees where it ends."""
    return event if sight.is_seen(event.unit) else None


def _moved(sight: Sight, event: e.UnitMoved) -> e.Event | None:
    """A way is seen if the unit is seen all along; of one just found only the end."""
    if sight.is_seen(event.unit):
        if sight.was_seen(event.unit):
            return event
        return replace(event, path=event.path[-1:], cost=0, how="tactical")
    gone = sight.after.units[event.unit].status not in IN_PLAY
    return event if gone and sight.was_seen(event.unit) else None


def _own_unit(sight: Sight, event: e.OrderNoted) -> e.Event | None:
    """What others are told to do is theirs to know."""
    return event if event.unit != NOWHERE and sight.owns(event.unit) else None


def _works(sight: Sight, event: e.WorksChanged) -> e.Event | None:
    """Digging is seen, unless only unseen units are there."""
    there = [
        n
        for n, unit in enumerate(sight.after.units)
        if unit.status is Status.ON_MAP and unit.at == event.hex
    ]
    return event if not there or any(sight.is_seen(n) for n in there) else None


def _rolled(sight: Sight, event: e.DiceRolled) -> e.Event | None:
    """Rolls about what is seen; whether a scripted event comes is never told beforehand."""
    if event.purpose is Purpose.EVENT:
        return None
    unit = sight.after.scenario.oob.unit_index.get(event.subject)
    return event if unit is None or sight.knows(unit) else None


def _attack(sight: Sight, event: e.AttackResolved) -> e.Event | None:
    """The sum of an attack tells who fights, so only who knows them all sees it."""
    fighting = (*event.attackers, *event.defenders)
    return event if all(sight.knows(unit) for unit in fighting) else None


def _belt(sight: Sight, event: Any) -> e.Event | None:
    oob = sight.after.scenario.oob
    known = sight.after.belts[event.belt].known or oob.belts[event.belt].side == sight.side
    return _of_unit(sight, event) if known else None


def _tunnel(sight: Sight, event: Any) -> e.Event | None:
    oob = sight.after.scenario.oob
    known = sight.after.tunnels[event.tunnel].known or oob.tunnels[event.tunnel].side == sight.side
    return event if known else None


def _means(sight: Sight, event: e.MeansChanged) -> e.Event | None:
    """Stocks are a side's own knowledge, the points of the day are not."""
    return event if event.side == sight.side or event.what in ("air", "artillery") else None


SEES: Final[Mapping[type[e.Event], See]] = {
    e.DayBegan: _always,
    e.SideBegan: _always,
    e.SideEnded: _always,
    e.DayEnded: _always,
    e.GameEnded: _always,
    e.DiceRolled: _rolled,
    e.UnitMoved: _moved,
    e.MoveStopped: _of_unit,
    e.ControlChanged: _always,
    e.BoxControlChanged: _always,
    e.AttackResolved: _attack,
    e.Bombarded: _always,
    e.StepsLost: _of_unit,
    e.Suppressed: _of_unit,
    e.Rallied: _of_unit,
    e.UnitRemoved: _of_unit,
    e.UnitArrived: _going,
    e.UnitSetOut: _going,
    e.SupplyChanged: _of_unit,
    e.WorksChanged: _works,
    e.CrossingChanged: _always,
    e.BeltFound: _belt,
    e.BeltCleared: _belt,
    e.TunnelFound: _tunnel,
    e.TunnelCollapsed: _tunnel,
    e.CarBombUsed: _always,
    e.UnitRevealed: _of_unit,
    e.HarmRecorded: _always,
    e.RubbleMade: _always,
    e.EngagementTightened: _always,
    e.CorridorOpened: _always,
    e.ConvoyArrived: _always,
    e.LeaderLost: _of_unit,
    e.LeaderAttached: _of_unit,
    e.TermsOffered: _always,
    e.PlaceHandedOver: _always,
    e.AgreementMade: _always,
    e.RelationChanged: _always,
    e.PopulationChanged: _always,
    e.MeansChanged: _means,
    e.FlagSet: _never,
    e.ScriptedEventFired: _always,
    e.Decreed: _always,
    e.ObjectiveMet: _always,
    e.ObjectiveLost: _always,
    e.UnitRefitted: _of_unit,
    e.OrderNoted: _own_unit,
}
"""Who sees what, by type of event; a test holds it against the events there are."""
