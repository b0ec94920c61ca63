"""The state of a game: one immutable value that holds all that a save needs.

Units, crossings, leaders and so on are tuples in the order of the scenario, so that a number
names the same thing in every state. Hexes are dense indices of the board, sides are numbers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum, IntEnum, StrEnum

from game.engine.board import NOWHERE, CrossingState
from game.engine.dice import Dice
from game.engine.forces import Relation
from game.engine.scenario import Scenario


class Status(StrEnum):
    """Where a unit is, in the large."""

    WAITING = "waiting"
    ON_MAP = "on_map"
    IN_BOX = "in_box"
    TRAVELLING = "travelling"
    """Between two boxes, or from a box to the map; `due` says when it is there."""
    DEPARTED = "departed"
    ELIMINATED = "eliminated"
    SURRENDERED = "surrendered"


IN_PLAY = frozenset({Status.WAITING, Status.ON_MAP, Status.IN_BOX, Status.TRAVELLING})


class Supply(IntEnum):
    """The supply ladder."""

    SUPPLIED = 0
    LOW = 1
    ISOLATED = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """What changes about a unit."""

    status: Status
    at: int = NOWHERE
    """Hex, when on the map."""
    box: int = NOWHERE
    """Box, when in or travelling to one."""
    due: int = 0
    """Turn of arrival, when waiting or travelling."""
    steps: int = 0
    suppressed: int = 0
    """How many of the steps are suppressed."""
    mp: int = 0
    """Movement left this turn, in half-points."""
    fresh: bool = True
    """Has done nothing yet this turn."""
    fought: bool = False
    """Has attacked, or done a day's work, and cannot fight any more this turn."""
    digging: bool = False
    """Gets a level of prepared position in its recovery."""
    supply: Supply = Supply.SUPPLIED
    cut_days: int = 0
    """Own turns in a row without supply."""
    hidden: bool = False
    stand_fast: bool = False
    on_belt: bool = False
    """Entered an undiscovered belt this turn."""

    @property
    def active(self) -> int:
        """Steps that are not suppressed."""
        return self.steps - self.suppressed


@dataclass(frozen=True, slots=True)
class CrossingNow:
    """What changes about a crossing."""

    state: CrossingState
    work: int = 0
    """Days of work done toward the next state."""
    worked: bool = False
    """Worked on this turn."""
    used: int = 0
    """Units it has carried this turn."""


@dataclass(frozen=True, slots=True)
class BeltNow:
    """What changes about a belt."""

    known: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class TunnelNow:
    """What changes about a tunnel."""

    known: bool = False
    gone: bool = False
    used_on: int = 0


@dataclass(frozen=True, slots=True)
class LeaderNow:
    """What changes about a leader."""

    unit: int = NOWHERE
    """Unit the leader is with."""
    lost_on: int = 0


@dataclass(frozen=True, slots=True)
class Means:
    """What a side may still use this turn, and its stocks."""

    air: int = 0
    artillery: int = 0
    car_bombs: int = 0
    replacements: int = 0
    attacks: int = 0
    """Attacks that can be supplied, where they are counted (rule 4.7)."""
    limited_until: int = 0
    """Rules of engagement are tight up to this turn."""


@dataclass(frozen=True, slots=True)
class ExtraMeans:
    """Points an event has given a side, or taken from it, for some days."""

    side: int
    what: str
    """air or artillery."""
    amount: int
    until: int
    """Last turn on which they count."""


@dataclass(frozen=True, slots=True)
class Harm:
    """One entry of the ledger: civilians were harmed. It buys nothing."""

    turn: int
    hex: int
    side: int
    """Side whose fire it was."""
    cause: str


@dataclass(frozen=True, slots=True)
class ObjectiveNow:
    """How an objective stands."""

    met_on: int = 0
    """First turn it was reached in its window (a holder: held to the end of it)."""
    lost_on: int = 0
    """Turn on which a holder lost it, or after which it could not be reached any more."""
    standing: bool = False
    """Its condition holds now."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Places that one side will hand over to another."""

    side: int
    to: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """Terms offered to the units in a hex."""

    side: int
    hex: int
    turn: int


@dataclass(frozen=True, slots=True)
class Corridor:
    """A hex held open for civilians today."""

    side: int
    hex: int
    turn: int


@dataclass(frozen=True, slots=True)
class Losses:
    """Steps a side has lost, by way of loss."""

    fallen: int = 0
    surrendered: int = 0


@dataclass(frozen=True, slots=True)
class GameState:
    """Everything about a game that can change, and the scenario that cannot."""

    scenario: Scenario
    turn: int
    active: int
    """Side whose orders are taken."""
    units: tuple[Unit, ...]
    control: bytes
    works: bytes
    """Level of prepared position per hex."""
    rubble: bytes
    population: bytes
    crossings: tuple[CrossingNow, ...]
    belts: tuple[BeltNow, ...]
    tunnels: tuple[TunnelNow, ...]
    leaders: tuple[LeaderNow, ...]
    boxes: bytes
    """Controller per box."""
    relations: tuple[tuple[Relation, ...], ...]
    means: tuple[Means, ...]
    harm: tuple[Harm, ...]
    fired: tuple[int, ...]
    """Turn on which each scripted event last happened, 0 = never."""
    objectives: tuple[ObjectiveNow, ...]
    agreements: tuple[Agreement, ...]
    offers: tuple[Offer, ...]
    corridors: tuple[Corridor, ...]
    struck: tuple[int, ...]
    """Hexes attacked in this side's turn."""
    boats_used: int
    """Units that boats have carried in this side's turn."""
    flags: tuple[tuple[str, str], ...]
    losses: tuple[Losses, ...]
    decrees: int
    ended: bool
    dice: Dice
    recorded: bool = False
    """A replay of the record: orders may carry fixed dice, and decrees are allowed."""
    struck_boxes: tuple[int, ...] = ()
    """Boxes in which this side has attacked in its turn."""
    extra: tuple[ExtraMeans, ...] = ()
    """Points of scripted events that still count."""
    bombarded: tuple[int, ...] = ()
    """Hexes bombarded in this side's turn."""
    memo: dict[Hashable, object] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    """Tables derived from this state, built on demand by the rules; never those of another."""


def digest(state: GameState) -> str:
    """Hash of the whole state, the same in every process: 16 hex characters."""
    code = hashlib.blake2b(digest_size=8)
    code.update(state.scenario.content_hash.encode())
    for item in fields(state):
        if item.name not in ("scenario", "memo"):
            code.update(_canonical(getattr(state, item.name)))
    return code.hexdigest()


def _canonical(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    if isinstance(value, Enum):
        return str(value.value).encode() + b";"
    if isinstance(value, (int, str)):
        return str(value).encode() + b";"
    if isinstance(value, Sequence):
        return b"(" + b"".join(_canonical(part) for part in value) + b")"
    if is_dataclass(value):
        return b"{" + b"".join(_canonical(getattr(value, f.name)) for f in fields(value)) + b"}"
    raise TypeError(f"no canonical form for {type(value).__name__}")
