"""The numbers of the rules as plain values: terrain, unit types, the combat strip, the ladders.

Nothing here decides anything; the modules of `game.engine.rules` do. Every number comes from the
rules file of the scenario package (`rules.yaml`), where its meaning and origin are commented, so
that an author can change it without touching Python. Movement points are whole points in the
file; the engine counts half-points (a road costs half).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

from game.engine.strict import STRICT


class MoveClass(StrEnum):
    """How a unit moves; the row of the terrain table it pays."""

    LEG = "leg"
    MOTOR = "motor"
    TRACKED = "tracked"
    STATIC = "static"

    @property
    def is_vehicle(self) -> bool:
        """True for motor and tracked units, which pay the vehicle column."""
        return self is MoveClass.MOTOR or self is MoveClass.TRACKED


class Trait(StrEnum):
    """What a unit type can do or is, beyond its factor."""

    INFANTRY = "infantry"
    ARMOUR = "armour"
    ENGINEER = "engineer"
    BRIDGING = "bridging"
    ELITE = "elite"
    MILITIA = "militia"
    FANATIC = "fanatic"


@dataclass(frozen=True, slots=True)
class Terrain:
    """One kind of ground."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    letter: str
    """The letter that stands for it in the rows of a map file."""
    name: str
    name_ar: str
    leg: int
    """Movement points for a leg unit to enter."""
    vehicle: int
    """Movement points for a motor or tracked unit to enter."""
    shift: int
    """Shift for an attack into it; negative helps the defender."""
    built_up: bool = False
    """Street fighting and stand fast apply."""
    dense: bool = False
    """Old quarters: no zone of control between two such hexes, less support, armour needs help."""
    needs_engineers: bool = False
    """Combined arms means infantry with engineers here, not with armour."""
    streets: bool = False
    """A defender may use a car bomb here."""
    armour_counts: bool = False
    """The armour shift of an attack applies here."""
    conceals: bool = False
    """Hidden units stay hidden here until an enemy is adjacent."""
    rubble_to: str | None = None
    """What it becomes after enough rubble (terrain id), if anything."""


@dataclass(frozen=True, slots=True)
class UnitType:
    """A kind of unit: what one step is worth and how it moves."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: str
    name_ar: str
    moves: MoveClass
    factor: int
    """Strength of one active step: 1 militia, 2 regular, 3 elite or armour."""
    morale: int = 0
    """-1 militia, 0 regular, +1 elite; used by surrender (a fanatic has its own number there)."""
    traits: tuple[Trait, ...] = ()
    symbol: str = "infantry"
    """Name of the APP-6 symbol."""


@dataclass(frozen=True, slots=True)
class Movement:
    """Movement allowances and surcharges, in movement points and hexes."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    leg: int
    motor: int
    tracked: int
    channel_leg: int
    """Extra points for a leg unit to cross a small channel hexside."""
    channel_vehicle: int
    """Extra points for a vehicle to cross a small channel hexside."""
    ferry_points: int
    """Extra points to cross by ferry."""
    operational_hexes: int
    """Length of an operational move on road, in hexes."""
    operational_distance: int
    """An operational move never comes within this many hexes of an enemy."""
    exploit_points: int
    """Points a mobile unit may still move after attacking."""
    suppressed_hexes: int
    """Hexes a suppressed unit may move in a day: 0 or 1."""
    stack_units: int
    stack_steps: int


@dataclass(frozen=True, slots=True)
class OddsRow:
    """Attacker to defender at least `attack`:`defence` is worth `value`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    attack: int
    defence: int
    value: int


@dataclass(frozen=True, slots=True)
class StripCell:
    """One cell of the combat strip: the result for every total up to `upto`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    upto: int
    code: str
    """What players read: A1, S, D1 R ..."""
    attacker_loss: int = 0
    attacker_suppressed: bool = False
    defender_suppressed: bool = False
    defender_loss: int = 0
    retreat: bool = False


@dataclass(frozen=True, slots=True)
class Shifts:
    """What each circumstance adds to the total of an attack."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    cap: int
    """Net shifts are cut to this, both ways."""
    combined_arms: int
    armour: int
    armour_alone_dense: int
    elite_lead: int
    militia_only: int
    concentric: int
    concentric_sides: int
    """Hexsides from which an attack counts as concentric (or two opposite ones)."""
    work_level: int
    """Per level of a prepared position."""
    defender_suppressed: int
    defender_isolated: int
    attacker_low: int
    attacker_isolated: int
    channel: int
    """Attacking across a small channel."""
    river: int
    """Attacking across the main river in boats."""
    river_engineers: int
    """The same with engineers among the attackers."""
    tunnel: int
    belt: int
    """An undiscovered belt entered this turn by an attacker."""
    bridgehead: int
    """Attacking out of a bridgehead fed by one pontoon only."""
    leader: int
    leaderless: int
    """While a fallen leader's formation has not recovered."""
    car_bomb: int


@dataclass(frozen=True, slots=True)
class SupportRules:
    """Air and artillery points."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    air_cap: int
    artillery_cap: int
    together_cap: int
    dense_cap: int
    bombard_target: int
    """A bombardment suppresses on 2d6 + points + shift of the terrain at or above this."""
    observer_range: int
    """Hexes from the target within which a unit must stand to direct a bombardment by artillery."""
    ferry_strike_range: int
    """Hexes from a crossing within which a unit must stand to direct fire on it."""


@dataclass(frozen=True, slots=True)
class SupplyRules:
    """Supply, isolation, attrition, surrender."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    trace: int
    """Hexes from a unit to a road that is linked to a source."""
    low_days: int
    """Days without supply that count as low before isolation."""
    attrition_from: int
    """Day without supply from which attrition is rolled."""
    attrition_upto: int
    """A step is lost on 1d6 up to this."""
    rally_isolated: int
    """An isolated unit clears suppression on 1d6 at or above this."""
    surrender_from: int
    """Day without supply from which surrender is rolled; the first of them is low."""
    surrender_target: int
    """Surrender on 2d6 + modifiers at or above this."""
    surrender_days: int
    """+1 for every so many days without supply."""
    surrender_one_step: int
    surrender_ringed: int
    surrender_ringed_sides: int
    surrender_built_up: int
    surrender_fanatic: int
    surrender_terms: int
    """Added while an offer of terms stands."""
    offer_days: int
    """Days for which an offer of terms stands after the day on which it was made."""


@dataclass(frozen=True, slots=True)
class CrossingRules:
    """Boats, ferries, pontoons and bridges."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    pontoon_days: int
    """Days of work from ferry to light pontoon."""
    heavy_days: int
    """Days of work from light pontoon to heavy bridge."""
    ferry_units: int
    """Units a ferry carries in a day (leg and motor only)."""
    pontoon_units: int
    """Vehicle units a light pontoon carries in a day."""
    ferry_supply: int
    """Units a ferry keeps in supply."""
    pontoon_supply: int
    """Units a light pontoon keeps in supply."""
    break_on: int
    """A strike on a crossing breaks it on 1d6 at or above this."""
    demolish_on: int
    """Engineers or a garrison demolish a crossing on 1d6 at or above this."""


@dataclass(frozen=True, slots=True)
class HiddenRules:
    """Mines, tunnels, car bombs, hidden units."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    belt_engineers: int
    """Added to the 1d6 of a belt when engineers lead (negative)."""
    belt_nothing: int
    """Up to this nothing happens."""
    belt_stop: int
    """Up to this the move stops; above it a step is lost as well."""
    tunnel_rest: int
    """Days between two uses of a tunnel."""
    tunnel_collapse: int
    """Engineers collapse a found tunnel on 1d6 at or above this."""
    car_bomb_threat: int
    """Odds value of an attack from which the defender uses a car bomb."""
    car_bomb_suppresses: int
    """In defence a car bomb suppresses one attacking unit on 1d6 at or above this."""
    open_sight: int
    """Hexes from which an enemy sees hidden units on ground that does not conceal."""


@dataclass(frozen=True, slots=True)
class CivilianRules:
    """Harm to civilians. It limits means and caps the grade; it never gives anyone anything."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    harm_base: int
    harm_per_level: int
    """Harm on 2d6 up to base + per_level x population level, for each point used."""
    rubble_for_ruins: int
    entries_per_limit: int
    """Every so many entries the rules of engagement tighten."""
    limit_air: int
    """Air points taken away while they are tight."""
    limit_days: int


@dataclass(frozen=True, slots=True)
class LeaderRules:
    """Leaders."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    radius: int
    """Command radius in hexes."""
    heal_days: int
    """Days until a formation has recovered from the loss of its leader."""
    ride: int
    """Hexes a leader may travel in a day to join another unit."""


@dataclass(frozen=True, slots=True)
class GroundRules:
    """Digging in, mopping up, refitting, withdrawal."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    works_max: int
    mop_depth: int
    """Hexes a day by which abandoned, cut-off ground passes to its neighbours."""
    withdraw_risk: int
    """A unit that slips away from an enemy loses a step on 1d6 up to this."""
    boat_capacity: int
    """Units a side with boats may take over the main river in a day, away from ferries."""
    boat_days: int
    """Days by boat from the river to a box."""
    leave_days: int
    """Days to a box that is not linked to the one handed over."""
    arrival_search: int
    """Hexes around its own within which a reinforcement looks for room."""


@dataclass(frozen=True, slots=True)
class GradeRules:
    """Bounds of the three dials; each list goes from the best grade to the worst but one."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    names: tuple[str, ...]
    """Names of the grades from best to worst."""
    time_share: tuple[int, ...]
    """Least percentage of the weight of objectives met in time, per grade."""
    force_lost: tuple[int, ...]
    """Greatest percentage of starting steps lost, per grade."""
    harm_entries: tuple[int, ...]
    """Greatest number of harm entries, per grade."""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All numbers of the rules."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    terrains: tuple[Terrain, ...]
    unit_types: tuple[UnitType, ...]
    movement: Movement
    odds: tuple[OddsRow, ...]
    strip: tuple[StripCell, ...]
    shifts: Shifts
    support: SupportRules
    supply: SupplyRules
    crossings: CrossingRules
    hidden: HiddenRules
    civilians: CivilianRules
    leaders: LeaderRules
    ground: GroundRules
    grades: GradeRules
    sources: tuple[str, ...] = field(default=())
    """Where the numbers come from."""
