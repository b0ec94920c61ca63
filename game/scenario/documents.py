"""What an author writes: the shape of every file of a scenario package.

These are plain frozen dataclasses. `game.scenario.check` holds files against them with pydantic and
reports every mistake at its line; the JSON Schemas under `scenarios/schema/` are made from them;
`game.scenario.compile` turns them into the values of the engine. Attribute docstrings become the
descriptions an author sees in the editor.

Hexes are written `col_row`, e.g. `14_13`; lists of hexes may be one text with spaces. Dates are
ISO, e.g. `2017-09-14`. A text in two languages is a mapping `{en: ..., ar: ...}`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - fields are called `date`
from typing import Any, ClassVar, Literal

from game.engine.rulebook import STRICT


@dataclass(frozen=True, slots=True)
class Text:
    """A text in English and Arabic."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    en: str
    ar: str = ""


# --- scenario.yaml ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SideDoc:
    """A side. The order of the list is the order of play within a day."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    colour: str
    """Palette token: government, isil, sdf, or one of the neutral ones: a, b, c."""
    boats: bool = False
    """May take leg units over the main river in boats of its own."""
    agent: str = "normal"


@dataclass(frozen=True, slots=True)
class RelationDoc:
    """How two sides stand to each other."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    between: tuple[str, str]
    are: Literal["hostile", "neutral", "allied"]


@dataclass(frozen=True, slots=True)
class HeaderDoc:
    """`scenario.yaml`: what the scenario is."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    format: Literal[1]
    id: str
    title: Text
    kind: Literal["historical", "counterfactual", "training"]
    start: Day
    end: Day
    summary: Text
    sides: tuple[SideDoc, ...]
    relations: tuple[RelationDoc, ...] = ()
    """Pairs not named are hostile."""
    reading: str = ""
    """Which reading of the history it follows, if any (seed, research)."""
    extends: str = ""
    """Id of the scenario whose files this one starts from."""
    rules: str = "standard"
    """Name of a rules file under `scenarios/rules/`, or of `rules.yaml` in the package: `own`."""
    graded: str = ""
    """Side whose three dials are graded in full; the first side if empty."""
    version: str = "1"
    credits: tuple[str, ...] = ()


# --- map.yaml -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rows:
    """Letters, one per hex, row by row from the north. Blanks between letters are ignored."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    legend: dict[str, str]
    """Letter -> terrain id, landmass name or side id; the letter `.` may mean nobody (empty)."""
    rows: str


@dataclass(frozen=True, slots=True)
class ChannelDoc:
    """The river between two landmasses is a small channel, not the main river."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    between: tuple[str, str]


@dataclass(frozen=True, slots=True)
class HexsidesDoc:
    """River hexsides one by one, beside or instead of landmass rows."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    river: Literal["main", "channel", "none"]
    sides: str
    """Pairs of neighbouring hexes: `10_0|11_0 10_0|10_1`."""


@dataclass(frozen=True, slots=True)
class RoadDoc:
    """A road as a chain of neighbouring hexes."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    kind: Literal["highway", "road", "street", "track"]
    hexes: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class CrossingDoc:
    """A crossing site on a river hexside."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    kind: Literal["bridge", "causeway", "ferry", "pontoon_site"]
    between: tuple[str, str]
    """The two hexes."""
    state: Literal["intact", "destroyed", "open_site", "ferry", "pontoon", "heavy", "broken"]
    owner: str = ""
    """Side whose boats they are, for a ferry."""
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class PlaceDoc:
    """A named place on the map, or in an off-map box."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    kind: str
    """city_district, town, village, island, landmark, base, hill, bridge, crossing, airbase."""
    hexes: str = ""
    label: str = ""
    """Hex of the label; the first hex if empty."""
    box: str = ""
    """Off-map box it lies in (instead of hexes)."""
    aliases: tuple[str, ...] = ()
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class WaterDoc:
    """The name of a river, lettered in its water on the map."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    name: Text
    hexes: str
    """One or more hexes on its banks."""


@dataclass(frozen=True, slots=True)
class EntryDoc:
    """A map-edge hex joined to a box."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    hex: str
    box: str


@dataclass(frozen=True, slots=True)
class BoxLinkDoc:
    """A way from a box to another."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    to: str
    days: int


@dataclass(frozen=True, slots=True)
class BoxDoc:
    """An off-map area."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    control: str
    """Side that holds it at the start."""
    entry_days: int = 1
    """Days from the box to its entry hexes; 0 = the same day."""
    links: tuple[BoxLinkDoc, ...] = ()
    supplies: tuple[str, ...] = ()
    """Sides that draw supply from it while they hold it."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class MapDoc:
    """`map.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    width: int
    height: int
    hex_km: float
    terrain: Rows
    landmass: Rows | None = None
    """Every hexside between two different landmasses is a river."""
    channels: tuple[ChannelDoc, ...] = ()
    hexsides: tuple[HexsidesDoc, ...] = ()
    control: Rows | None = None
    population: str = ""
    """Rows of digits 0-3, like the rows of terrain."""
    roads: tuple[RoadDoc, ...] = ()
    crossings: tuple[CrossingDoc, ...] = ()
    places: tuple[PlaceDoc, ...] = ()
    waters: tuple[WaterDoc, ...] = ()
    entries: tuple[EntryDoc, ...] = ()
    boxes: tuple[BoxDoc, ...] = ()
    origin: str = ""
    """Where column 0, row 0 lies on the earth, for the record."""


# --- forces.yaml --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FormationDoc:
    """A named group of units."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    side: str
    colour: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitDoc:
    """A unit. Exactly one of `at` and `box` says where it starts or arrives."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    formation: str
    type: str
    """Unit type id of the rules."""
    steps: int
    at: str = ""
    """Hex."""
    box: str = ""
    arrives: Day | None = None
    """Day of arrival; absent = there from the start."""
    start_steps: int | None = None
    """Steps at the start, if not at full strength."""
    hidden: bool = False
    stand_fast: bool = False
    echelon: Literal["none", "company", "battalion", "brigade"] = "battalion"
    strength: tuple[int, int] = (0, 0)
    """Men, low and high estimate."""
    certainty: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class LeaderDoc:
    """A leader, attached to a unit."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    formation: str
    unit: str
    since: Day | None = None
    until: Day | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SupportDoc:
    """Points a side has every day of a period."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    side: str
    since: Day | None = None
    until: Day | None = None
    air: int = 0
    artillery: int = 0
    car_bombs: int = 0
    """Added to the stock on the first day."""
    replacements: int = 0
    """Steps added to the stock on the first day."""
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class BeltDoc:
    """A hidden belt of mines."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    side: str
    hex: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class TunnelDoc:
    """A tunnel between two hexes not more than three apart."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    side: str
    ends: tuple[str, str]
    source: str = ""


@dataclass(frozen=True, slots=True)
class ForcesDoc:
    """`forces.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    formations: tuple[FormationDoc, ...]
    units: tuple[UnitDoc, ...]
    leaders: tuple[LeaderDoc, ...] = ()
    support: tuple[SupportDoc, ...] = ()
    belts: tuple[BeltDoc, ...] = ()
    tunnels: tuple[TunnelDoc, ...] = ()


# --- events.yaml --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ConditionDoc:
    """When an event happens. Every key that is given must hold."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    on: Day | None = None
    """On this day."""
    since: Day | None = None
    until: Day | None = None
    side: str = ""
    holds: str = ""
    """The place that `side` holds ..."""
    percent: int = 100
    """... at least so much of."""
    unit: str = ""
    formation: str = ""
    at: str = ""
    """The unit, or any unit of the formation, is in this place (or box)."""
    alive: str = ""
    """Unit that is in play."""
    fired: str = ""
    """Event that has happened."""
    met: str = ""
    """Objective that has been met."""
    crossing: str = ""
    state: str = ""
    """State of the crossing."""
    flag: str = ""
    """Flag that is set (to `state`, if given)."""
    all: tuple[ConditionDoc, ...] = ()
    any: tuple[ConditionDoc, ...] = ()
    none: tuple[ConditionDoc, ...] = ()


@dataclass(frozen=True, slots=True)
class EffectDoc:
    """One change. `do` names it; which other keys it needs stands in docs/rules.md, 9.2."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    do: Literal[
        "control", "place_unit", "remove_unit", "lose_steps", "suppress", "reveal",
        "lose_leader", "relation", "crossing", "support", "harm", "population",
        "agreement", "flag", "message",
    ]  # fmt: skip
    side: str = ""
    """Id of a side; `control` also takes `nobody`."""
    other: str = ""
    unit: str = ""
    leader: str = ""
    crossing: str = ""
    flag: str = ""
    hexes: str = ""
    place: str = ""
    places: tuple[str, ...] = ()
    box: str = ""
    value: str = ""
    amount: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class EventDoc:
    """Something that happens when its condition holds at the start of a day."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    title: Text
    text: Text
    when: ConditionDoc
    effects: tuple[EffectDoc, ...] = ()
    once: bool = True
    chance: int = 100
    """Percent."""
    grade: Literal["", "A", "B", "C"] = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventsDoc:
    """`events.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    events: tuple[EventDoc, ...] = ()


# --- objectives.yaml ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ObjectiveDoc:
    """A dated objective."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    side: str
    name: Text
    text: Text
    places: tuple[str, ...]
    condition: Literal["all_hexes", "majority", "percent", "ring_closed", "linked", "surrendered"]
    earliest: Day
    latest: Day
    percent: int = 100
    """For `percent`: at least so much of the places' hexes."""
    historical: Day | None = None
    """When it was reached (or lost, for a holder)."""
    weight: int = 1
    phase: str = ""
    hold: bool = False
    """The side holds it at the start and must still hold it on the dates."""
    keep: bool = False
    """Must also stand at the end of the game."""
    negated: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectivesDoc:
    """`objectives.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    objectives: tuple[ObjectiveDoc, ...] = ()


# --- briefing.yaml ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SectionDoc:
    """A titled piece of text."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    title: Text
    text: Text
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefingDoc:
    """`briefing.yaml`: what is read before and after the battle."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    briefing: tuple[SectionDoc, ...] = ()
    aftermath: tuple[SectionDoc, ...] = ()
    content_note: Text = field(default_factory=lambda: Text(""))
    questions: tuple[Text, ...] = ()
    """Questions to think about after the battle."""


# --- the record: sources.yaml, journal.yaml, history.yaml, control.yaml ---------------------


@dataclass(frozen=True, slots=True)
class SourceDoc:
    """A statement with its source: one row of the time line."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """S... = stated in the ground document, E... = other sources."""
    date: str
    """A day, or two days with a slash."""
    text: str
    source: str
    certainty: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SourcesDoc:
    """`sources.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    sources: tuple[SourceDoc, ...] = ()


@dataclass(frozen=True, slots=True)
class JournalDoc:
    """One entry of the journal."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    date: Day
    """Day on which it is shown."""
    kind: str
    text: str
    grade: Literal["A", "B", "C"]
    """A corroborated, B one source, C contested."""
    rows: tuple[str, ...]
    """Source rows it rests on."""
    sources: str
    claims: tuple[str, ...] = ()
    """Counter-claims, each with its claimant."""
    places: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    figures: dict[str, str] = field(default_factory=dict)
    shown_in: Literal["journal", "briefing", "oob", "aftermath"] = "journal"
    window: str = ""
    """The date as the source gives it."""


@dataclass(frozen=True, slots=True)
class JournalFileDoc:
    """`journal.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    journal: tuple[JournalDoc, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlDoc:
    """Who holds a place from a day on: one row of the truth table."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    place: str
    date: Day
    side: str
    """Side id or `contested`."""
    start: bool = False
    """The state on the morning of the first day."""
    rows: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class HistoryOrderDoc:
    """One order of the historical sequence."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    order: str
    """In the words of the order language (docs/rules.md, 10), e.g. `attack 13_12 with tig_1`."""
    outcome: str = ""
    """What the record says came of it; empty for any outcome.

    A result - take, vacate, hold, repulse, suppress - and words for single dice: surrender (and
    the unit), broken, demolished, collapsed, stopped, mined; with commas between them.
    """
    sources: tuple[str, ...] = ()
    """Rows it rests on; an order without sources is shown as interpolated."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class HistorySegmentDoc:
    """What one side did on one day."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    side: str
    orders: tuple[HistoryOrderDoc, ...] = ()


@dataclass(frozen=True, slots=True)
class DecreeDoc:
    """A fact that no legal order can express."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    reason: str
    effects: tuple[EffectDoc, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryDayDoc:
    """One day of the historical sequence. Sides play in the order of `scenario.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    date: Day
    decrees: tuple[DecreeDoc, ...] = ()
    """Done at the start of the day."""
    segments: tuple[HistorySegmentDoc, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryDoc:
    """`history.yaml`: the historical orders."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    days: tuple[HistoryDayDoc, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlFileDoc:
    """`control.yaml`: who held which place from which day, to check the replay against."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    control: tuple[ControlDoc, ...] = ()
