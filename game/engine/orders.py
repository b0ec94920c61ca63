"""Every order there is. A change of state is one of these, given to `apply`.

Units, crossings, tunnels, leaders, places and boxes are named by their ids; hexes by index.
The written form of each order (`move tig_1 14_13`) is in `order_text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from game.engine.board import NOWHERE
from game.engine.dice import Fixed
from game.engine.scenario import Effect


@dataclass(frozen=True, slots=True)
class Move:
    """Move a unit to a hex, by the cheapest way through the waypoints given."""

    unit: str
    to: int
    via: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class OperationalMove:
    """A long march on friendly road, away from the enemy."""

    unit: str
    to: int


@dataclass(frozen=True, slots=True)
class CrossRiver:
    """Take a leg unit over the main river in boats to an adjacent hex free of enemies."""

    unit: str
    to: int


@dataclass(frozen=True, slots=True)
class Attack:
    """Attack a hex with units adjacent to it."""

    target: int
    units: tuple[str, ...]
    """The first unit named leads."""
    air: int = 0
    artillery: int = 0
    advance: tuple[str, ...] = ()
    """Attackers that enter the hex if it is vacated."""
    car_bomb: bool = False
    tunnel: str = ""


@dataclass(frozen=True, slots=True)
class Bombard:
    """Air or artillery fire on a hex without a ground attack."""

    target: int
    air: int = 0
    artillery: int = 0


@dataclass(frozen=True, slots=True)
class StrikeCrossing:
    """Fire at a ferry, pontoon or bridge to put it out of use."""

    crossing: str
    air: int = 0
    artillery: int = 0


@dataclass(frozen=True, slots=True)
class DigIn:
    """Spend the turn on a prepared position."""

    unit: str


@dataclass(frozen=True, slots=True)
class StandFast:
    """Set whether a unit gives ground or dies where it stands."""

    unit: str
    on: bool


@dataclass(frozen=True, slots=True)
class BuildCrossing:
    """Engineers work on a crossing: ferry, then pontoon, then heavy bridge."""

    unit: str
    crossing: str


@dataclass(frozen=True, slots=True)
class DemolishCrossing:
    """A unit beside a crossing tries to destroy it."""

    unit: str
    crossing: str


@dataclass(frozen=True, slots=True)
class ClearBelt:
    """Engineers clear a known belt in their hex or next to it."""

    unit: str
    hex: int


@dataclass(frozen=True, slots=True)
class CollapseTunnel:
    """Engineers try to collapse a found tunnel."""

    unit: str
    tunnel: str


@dataclass(frozen=True, slots=True)
class TunnelMove:
    """Move a unit through a tunnel, whatever stands above."""

    unit: str
    tunnel: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Slip away from the enemy to a hex within reach, or off the map to a box."""

    unit: str
    to: int = NOWHERE
    box: str = ""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Give a place to another side under an agreement; units there leave for a box."""

    place: str
    to: str
    box: str = ""


@dataclass(frozen=True, slots=True)
class OfferTerms:
    """Offer terms of surrender to an isolated hex next to an own unit."""

    hex: int


@dataclass(frozen=True, slots=True)
class LayDown:
    """An isolated unit to which terms were offered lays down its arms."""

    unit: str


@dataclass(frozen=True, slots=True)
class OpenCorridor:
    """Let civilians out of a hex through an own supplied unit next to it."""

    hex: int


@dataclass(frozen=True, slots=True)
class Convoy:
    """Send a relief convoy to a place that is linked by road to a source of supply."""

    place: str


@dataclass(frozen=True, slots=True)
class EnterMap:
    """A unit in a box comes onto the map at an entry hex."""

    unit: str
    to: int


@dataclass(frozen=True, slots=True)
class LeaveMap:
    """A unit on an entry hex leaves for the box behind it."""

    unit: str
    box: str


@dataclass(frozen=True, slots=True)
class TravelBox:
    """A unit in a box sets out for a linked box."""

    unit: str
    box: str


@dataclass(frozen=True, slots=True)
class AttackBox:
    """Units in a box attack the enemies in it."""

    box: str
    units: tuple[str, ...]
    air: int = 0


@dataclass(frozen=True, slots=True)
class ClaimBox:
    """Units take possession of a box in which no enemy is left."""

    box: str


@dataclass(frozen=True, slots=True)
class LeaveBattle:
    """A unit in a box of its own side leaves the battle for another front."""

    unit: str


@dataclass(frozen=True, slots=True)
class Refit:
    """A rested unit takes a replacement step."""

    unit: str


@dataclass(frozen=True, slots=True)
class AttachLeader:
    """A leader joins another unit."""

    leader: str
    unit: str


@dataclass(frozen=True, slots=True)
class Hold:
    """A unit does nothing more this turn."""

    unit: str


@dataclass(frozen=True, slots=True)
class EndTurn:
    """The side's turn is over: recovery, then the next side."""


@dataclass(frozen=True, slots=True)
class NextDay:
    """The night is over: the next day begins. The only order at night, and nobody's own."""


@dataclass(frozen=True, slots=True)
class Decree:
    """A fact of the record that no legal order can express; counted and shown."""

    reason: str
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """An order of the record with the dice that led to the recorded outcome."""

    order: Order
    dice: tuple[Fixed, ...] = ()


Order: TypeAlias = (
    Move
    | OperationalMove
    | CrossRiver
    | Attack
    | Bombard
    | StrikeCrossing
    | DigIn
    | StandFast
    | BuildCrossing
    | DemolishCrossing
    | ClearBelt
    | CollapseTunnel
    | TunnelMove
    | Withdraw
    | HandOver
    | OfferTerms
    | LayDown
    | OpenCorridor
    | Convoy
    | EnterMap
    | LeaveMap
    | TravelBox
    | AttackBox
    | ClaimBox
    | LeaveBattle
    | Refit
    | AttachLeader
    | Hold
    | EndTurn
    | NextDay
    | Decree
    | Recorded
)
