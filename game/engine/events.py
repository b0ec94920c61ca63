"""What happened. Every event names the rule it comes from and carries what explains it.

`rule` is the section of docs/rules.md. Units, places and so on are numbers of the scenario;
hexes are indices. No event holds a sentence: the front ends word them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.engine.board import CrossingState
from game.engine.dice import Purpose
from game.engine.forces import Relation
from game.engine.state import Status, Supply


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events."""

    rule: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class DayBegan(Event):
    rule: ClassVar[str] = "1.1"
    turn: int


@dataclass(frozen=True, slots=True)
class SideBegan(Event):
    rule: ClassVar[str] = "1.1"
    side: int
    air: int
    artillery: int


@dataclass(frozen=True, slots=True)
class SideEnded(Event):
    rule: ClassVar[str] = "1.1"
    side: int


@dataclass(frozen=True, slots=True)
class DayEnded(Event):
    rule: ClassVar[str] = "1.1"
    turn: int


@dataclass(frozen=True, slots=True)
class GameEnded(Event):
    rule: ClassVar[str] = "8.3"
    turn: int


@dataclass(frozen=True, slots=True)
class DiceRolled(Event):
    """A roll: faces, their sum, what was needed, and the chance of the outcome that came."""

    rule: ClassVar[str] = "1.3"
    purpose: Purpose
    subject: str
    faces: tuple[int, ...]
    total: int
    target: int
    """Least total for the check to pass (0 = a table is read instead)."""
    passed: bool
    chance: tuple[int, int]
    """Favourable and all cases of the outcome that came: pass or fail, or what the table gave."""
    fixed: bool


@dataclass(frozen=True, slots=True)
class UnitMoved(Event):
    rule: ClassVar[str] = "2.1"
    unit: int
    path: tuple[int, ...]
    cost: int
    """Half-points."""
    how: str
    """tactical, operational, boats, tunnel, retreat, advance, withdrawal."""


@dataclass(frozen=True, slots=True)
class MoveStopped(Event):
    rule: ClassVar[str] = "2.6"
    unit: int
    at: int
    """Where it stopped; for a unit still in its box, the entry hex it could not come onto."""
    why: str
    """belt, hidden enemy."""


@dataclass(frozen=True, slots=True)
class ControlChanged(Event):
    rule: ClassVar[str] = "2.5"
    hexes: tuple[int, ...]
    side: int
    how: str
    """move, mopping up, agreement, event, decree."""


@dataclass(frozen=True, slots=True)
class BoxControlChanged(Event):
    rule: ClassVar[str] = "7.1"
    box: int
    side: int


@dataclass(frozen=True, slots=True)
class Shift:
    """One line of an odds sheet."""

    name: str
    """Key of the shift in the rules file."""
    value: int
    rule: str


@dataclass(frozen=True, slots=True)
class AttackResolved(Event):
    """An attack: the whole sum, line by line."""

    rule: ClassVar[str] = "3.1"
    side: int
    target: int
    """Hex, or -1 in a box."""
    box: int
    attackers: tuple[int, ...]
    defenders: tuple[int, ...]
    attack_strength: int
    defence_strength: int
    odds_value: int
    shifts: tuple[Shift, ...]
    net: int
    """Shifts after the cap."""
    roll: int
    total: int
    code: str


@dataclass(frozen=True, slots=True)
class Bombarded(Event):
    rule: ClassVar[str] = "4.3"
    side: int
    target: int
    air: int
    artillery: int
    hit: bool


@dataclass(frozen=True, slots=True)
class StepsLost(Event):
    rule: ClassVar[str] = "3.5"
    unit: int
    steps: int
    why: str
    """attack, street fighting, stand fast, no retreat, belt, attrition, withdrawal, car bomb."""


@dataclass(frozen=True, slots=True)
class Suppressed(Event):
    rule: ClassVar[str] = "3.6"
    unit: int
    steps: int


@dataclass(frozen=True, slots=True)
class Rallied(Event):
    rule: ClassVar[str] = "3.6"
    unit: int


@dataclass(frozen=True, slots=True)
class UnitRemoved(Event):
    rule: ClassVar[str] = "3.5"
    unit: int
    how: Status
    at: int


@dataclass(frozen=True, slots=True)
class UnitArrived(Event):
    rule: ClassVar[str] = "7.2"
    unit: int
    at: int
    box: int


@dataclass(frozen=True, slots=True)
class UnitSetOut(Event):
    rule: ClassVar[str] = "7.2"
    unit: int
    box: int
    at: int
    due: int


@dataclass(frozen=True, slots=True)
class SupplyChanged(Event):
    rule: ClassVar[str] = "5.2"
    unit: int
    supply: Supply
    cut_days: int


@dataclass(frozen=True, slots=True)
class WorksChanged(Event):
    rule: ClassVar[str] = "6.1"
    hex: int
    level: int


@dataclass(frozen=True, slots=True)
class CrossingChanged(Event):
    rule: ClassVar[str] = "6.2"
    crossing: int
    state: CrossingState
    work: int


@dataclass(frozen=True, slots=True)
class BeltFound(Event):
    rule: ClassVar[str] = "6.4"
    belt: int
    unit: int


@dataclass(frozen=True, slots=True)
class BeltCleared(Event):
    rule: ClassVar[str] = "6.4"
    belt: int
    unit: int


@dataclass(frozen=True, slots=True)
class TunnelFound(Event):
    rule: ClassVar[str] = "6.5"
    tunnel: int


@dataclass(frozen=True, slots=True)
class TunnelCollapsed(Event):
    rule: ClassVar[str] = "6.5"
    tunnel: int


@dataclass(frozen=True, slots=True)
class CarBombUsed(Event):
    rule: ClassVar[str] = "6.6"
    side: int
    target: int
    defending: bool


@dataclass(frozen=True, slots=True)
class UnitRevealed(Event):
    rule: ClassVar[str] = "2.6"
    unit: int


@dataclass(frozen=True, slots=True)
class HarmRecorded(Event):
    rule: ClassVar[str] = "4.4"
    hex: int
    side: int
    cause: str


@dataclass(frozen=True, slots=True)
class RubbleMade(Event):
    rule: ClassVar[str] = "4.4"
    hex: int
    level: int


@dataclass(frozen=True, slots=True)
class EngagementTightened(Event):
    rule: ClassVar[str] = "4.4"
    side: int
    until: int


@dataclass(frozen=True, slots=True)
class CorridorOpened(Event):
    rule: ClassVar[str] = "4.5"
    side: int
    hex: int
    level: int
    """Population level afterwards."""


@dataclass(frozen=True, slots=True)
class ConvoyArrived(Event):
    rule: ClassVar[str] = "4.6"
    side: int
    place: int


@dataclass(frozen=True, slots=True)
class LeaderLost(Event):
    rule: ClassVar[str] = "3.8"
    leader: int
    unit: int


@dataclass(frozen=True, slots=True)
class LeaderAttached(Event):
    rule: ClassVar[str] = "3.8"
    leader: int
    unit: int


@dataclass(frozen=True, slots=True)
class TermsOffered(Event):
    rule: ClassVar[str] = "5.5"
    side: int
    hex: int


@dataclass(frozen=True, slots=True)
class PlaceHandedOver(Event):
    rule: ClassVar[str] = "5.6"
    place: int
    side: int
    to: int


@dataclass(frozen=True, slots=True)
class AgreementMade(Event):
    rule: ClassVar[str] = "5.6"
    side: int
    to: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RelationChanged(Event):
    rule: ClassVar[str] = "1.5"
    side: int
    other: int
    relation: Relation


@dataclass(frozen=True, slots=True)
class PopulationChanged(Event):
    rule: ClassVar[str] = "4.4"
    hex: int
    level: int


@dataclass(frozen=True, slots=True)
class MeansChanged(Event):
    rule: ClassVar[str] = "4.1"
    side: int
    what: str
    amount: int


@dataclass(frozen=True, slots=True)
class FlagSet(Event):
    rule: ClassVar[str] = "9.2"
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class ScriptedEventFired(Event):
    rule: ClassVar[str] = "9.1"
    event: int


@dataclass(frozen=True, slots=True)
class Decreed(Event):
    rule: ClassVar[str] = "9.3"
    reason: str


@dataclass(frozen=True, slots=True)
class ObjectiveMet(Event):
    rule: ClassVar[str] = "8.1"
    objective: int
    turn: int


@dataclass(frozen=True, slots=True)
class ObjectiveLost(Event):
    rule: ClassVar[str] = "8.1"
    objective: int
    turn: int


@dataclass(frozen=True, slots=True)
class UnitRefitted(Event):
    rule: ClassVar[str] = "6.7"
    unit: int
    steps: int


@dataclass(frozen=True, slots=True)
class OrderNoted(Event):
    """An order without a visible effect of its own (hold, stand fast, dig in, work begun)."""

    rule: ClassVar[str] = "1.4"
    unit: int
    what: str
