"""A scenario as the engine sees it: board, rulebook, order of battle, events, objectives."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from enum import StrEnum

from game.engine.board import Board
from game.engine.forces import OrderOfBattle
from game.engine.rulebook import Rulebook, UnitType


class ObjectiveKind(StrEnum):
    """How an objective is judged."""

    ALL_HEXES = "all_hexes"
    MAJORITY = "majority"
    PERCENT = "percent"
    RING_CLOSED = "ring_closed"
    LINKED = "linked"
    SURRENDERED = "surrendered"


@dataclass(frozen=True, slots=True)
class Objective:
    """A dated objective. Turns count from 1.

    For the attacker (`hold` false): reach the condition between `earliest` and `latest`.
    For the defender (`hold` true): the condition must still stand at the end of `earliest`
    (first score) and up to `latest` (full score).
    """

    id: str
    side: int
    name: str
    name_ar: str
    text: str
    phase: str
    places: tuple[int, ...]
    kind: ObjectiveKind
    percent: int
    earliest: int
    latest: int
    historical: int
    """Turn on which it was reached, or lost for a holder; 0 = never or not known."""
    weight: int
    hold: bool = False
    keep: bool = False
    """Must also stand at the end of the game."""
    negated: bool = False
    """The condition must be false (keep the ring open)."""
    sources: tuple[str, ...] = ()
    text_ar: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """A test on the state. `test` names it; the other fields are its arguments.

    Tests: always, turn (first..last), controls (side, place, percent), alive (unit),
    unit_at (unit, place), formation_at (formation, place), fired (event), met (objective),
    state (crossing is `value`), flag (name = `value`; without `value`: it is set),
    all / any / none (of `parts`).
    """

    test: str
    first: int = 0
    last: int = 0
    side: int = -1
    place: int = -1
    percent: int = 100
    name: str = ""
    value: str = ""
    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """A change made by an event or a decree. `do` names it; the other fields are its arguments.

    Effects: control (hexes or box or place -> side), place_unit (unit at hex or box),
    remove_unit (unit, value = departed | eliminated | surrendered), lose_steps (unit, amount),
    suppress (unit), reveal (unit), lose_leader (leader), relation (side, other, value),
    crossing (crossing, value), support (side, value = air | artillery | car_bombs |
    replacements | attacks, amount, days), harm (hex, value = cause, side),
    population (hex, amount), agreement (side, other, places), flag (name, value), message.

    Without a side `control` gives to nobody, and `harm` stands in nobody's name.

    Points of air and artillery count for `days` days, today included (0 = today only); car bombs,
    replacements and attacks are stocks, and stay until they are used.
    """

    do: str
    side: int = -1
    other: int = -1
    unit: str = ""
    name: str = ""
    value: str = ""
    hexes: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    box: int = -1
    amount: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class ScriptedEvent:
    """Something that happens when its condition holds at the start of a turn."""

    id: str
    title: str
    title_ar: str
    text: str
    when: Condition
    effects: tuple[Effect, ...]
    once: bool = True
    chance: int = 100
    """Percent, rolled once each turn while the condition holds."""
    grade: str = ""
    sources: tuple[str, ...] = ()
    text_ar: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """All that is fixed in a game; shared by every state of it."""

    id: str
    title: str
    turns: int
    start: str
    """Date of turn 1, ISO."""
    board: Board
    rules: Rulebook
    oob: OrderOfBattle
    events: tuple[ScriptedEvent, ...]
    objectives: tuple[Objective, ...]
    event_index: dict[str, int]
    content_hash: str = ""
    """Of the files it was read from; saves and logs name it."""
    grade_side: int = 0
    """The side whose three dials are graded in full; others have their own two."""
    focus: tuple[int, ...] = ()
    """Hexes on which the map opens; none = the middle of the own units."""
    types: tuple[UnitType, ...] = field(init=False, compare=False, repr=False)
    """The type of each unit."""
    memo: dict[Hashable, object] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    """Tables derived from the fields above, built on demand by the rules."""

    def __post_init__(self) -> None:
        kinds = self.rules.unit_types
        types = tuple(kinds[card.type] for card in self.oob.units)
        object.__setattr__(self, "types", types)  # derived from the given fields

    def unit_type(self, unit: int) -> UnitType:
        """The type of the unit with this number."""
        return self.types[unit]
