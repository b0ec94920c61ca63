"""The odds sheet as facts: everything on it comes from the rules that resolve the attack.

`game.engine.sheet` makes the sum and `game.engine.odds` the 36 cases; here they are only sorted
into what stands where, and what was looked at but counts nothing is given its reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.engine.board import River
from game.engine.legality import why_illegal
from game.engine.orders import Attack, OpenCorridor
from game.engine.refusal import Illegal
from game.engine.rulebook import StripCell, Trait
from game.engine.rules.civilians import chance_of_harm, risk
from game.engine.rules.ground import terrain_at
from game.engine.rules.odds import Sheet, expected_losses, odds, sheet
from game.engine.rules.presence import has, side_of, type_of, units_at
from game.engine.rules.shifts import LINES, is_combined_arms
from game.engine.rules.support import observed
from game.engine.state import GameState

ATTACKER, DEFENDER = "attacker", "defender"
_OF_DEFENDER = frozenset({"terrain", "works", "water"})
"""Lines that stand on the defender's side of the spine while they count nothing."""
_RARE = frozenset(
    {"armour_alone", "militia_only", "bridgehead", "belt", "leaderless", "tunnel", "car_bomb",
     "attacker_supply", "defender_suppressed"}
)  # fmt: skip
"""Lines that are kept back in the sheet, on request, while they count nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the spine."""

    name: str
    value: int
    rule: str
    side: str
    """ATTACKER or DEFENDER: on which side of the spine it stands."""
    facts: tuple[tuple[str, object], ...] = ()
    """Values for the words of its label."""
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """One result of the bar of 36 rolls."""

    cell: StripCell
    cases: int

    @property
    def bad(self) -> bool:
        """True if the attacker loses by it."""
        return self.cell.attacker_loss > 0 or self.cell.attacker_suppressed


@dataclass(frozen=True, slots=True)
class People:
    """What the attack may do to people who live in the hex."""

    level: int
    cases: int
    """Of 36: the chance that one point used there harms somebody."""
    points: int
    chance: int
    """Percent: that at least one of the points used does."""
    corridor: OpenCorridor | None
    """An order that opens a way out first, if it is legal."""


@dataclass(frozen=True, slots=True)
class OddsModel:
    """Everything the sheet shows."""

    order: Attack
    refused: Illegal | None
    sheet: Sheet | None = None
    attack_terms: tuple[int, ...] = ()
    """Strength of each attacker; they add up to the sheet's."""
    defence_terms: tuple[int, ...] = ()
    lines: tuple[Line, ...] = ()
    segments: tuple[Segment, ...] = ()
    lost: float = 0.0
    """Steps the attacker loses on average, by the strip and by street fighting."""
    inflicted: float = 0.0
    combined: bool = True
    people: People | None = None
    without_air: int = 0
    """What is added to the dice if no air points are used."""
    bomb_possible: bool = False
    """The rules would have a defender use a car bomb against this attack, if it has one."""
    odds_row: tuple[int, int] = (0, 1)

    @property
    def added(self) -> int:
        """What is added to the two dice."""
        return self.sheet.value + self.sheet.net if self.sheet else 0

    def total(self, side: str) -> int:
        """Sum of the lines on one side of the spine, before the limit."""
        return sum(line.value for line in self.lines if line.side == side)


def model_of(view: GameState, order: Attack) -> OddsModel:
    """Return the sheet of an attack, legal or not; without a sum if there is nobody to attack."""
    refused = why_illegal(view, order)
    known = view.scenario.oob.unit_index
    numbers = tuple(known[name] for name in order.units if name in known)
    if not numbers:
        return OddsModel(order, refused)
    line = sheet(view, order)
    if not line.assault.defenders:
        return OddsModel(order, refused)
    cases = odds(view, order)
    lost, inflicted = expected_losses(view, order)
    merged: dict[str, Segment] = {}
    for outcome in cases:
        cell = outcome.cell
        had = merged.get(cell.code)
        merged[cell.code] = Segment(cell, outcome.cases + (had.cases if had else 0))
    plain = sheet(view, replace(order, air=0)) if order.air else line
    hidden = view.scenario.rules.hidden
    streets = terrain_at(view, order.target).streets
    return OddsModel(
        order,
        refused,
        line,
        tuple(type_of(view, u).factor * view.units[u].active for u in line.assault.attackers),
        tuple(type_of(view, u).factor * view.units[u].steps for u in line.assault.defenders),
        _lines(view, line),
        tuple(merged.values()),
        lost,
        inflicted,
        is_combined_arms(view, line.assault),
        _people(view, order),
        plain.value + plain.net,
        streets and line.value >= hidden.car_bomb_threat,
        _row(view, line),
    )


def _lines(view: GameState, line: Sheet) -> tuple[Line, ...]:
    values = {shift.name: shift.value for shift in line.shifts}
    found = []
    for name, rule, _count in LINES:
        value = values.get(name, 0)
        side = ATTACKER if value > 0 else DEFENDER
        if not value:
            side = DEFENDER if name in _OF_DEFENDER else ATTACKER
        facts = tuple(_facts(view, line, name).items())
        found.append(Line(name, value, rule, side, facts, not value and name in _RARE))
    return tuple(sorted(found, key=lambda each: each.value == 0))


def _facts(view: GameState, line: Sheet, name: str) -> dict[str, object]:
    """What the label of a line needs to know."""
    a, rules = line.assault, view.scenario.rules
    match name:
        case "terrain":
            return {"hex": a.target}
        case "works":
            return {"level": view.works[a.target]}
        case "concentric":
            grid = view.scenario.board.grid
            sides = {grid.direction(a.target, view.units[u].at) for u in a.attackers} - {-1}
            return {"count": len(sides), "of": rules.shifts.concentric_sides}
        case "support":
            useless = bool(
                a.artillery and view.works[a.target] and not observed(view, a.side, a.target, 1)
            )
            return {"air": a.air, "guns": a.artillery, "blind": useless}
        case "water":
            grid, rivers_at = view.scenario.board.grid, view.scenario.board.rivers
            rivers = {
                River(rivers_at[6 * at + direction])
                for at in (view.units[u].at for u in a.attackers)
                if (direction := grid.direction(at, a.target)) >= 0
            }
            return {"wet": any(river is not River.NONE for river in rivers)}
    return {}


def _row(view: GameState, line: Sheet) -> tuple[int, int]:
    """The line of the odds table that was reached, as attack and defence."""
    for row in view.scenario.rules.odds:
        if line.attack * row.defence >= row.attack * max(1, line.defence):
            return row.attack, row.defence
    last = view.scenario.rules.odds[-1]
    return last.attack, last.defence


def _people(view: GameState, order: Attack) -> People | None:
    level = view.population[order.target]
    if not level:
        return None
    points = order.air + order.artillery + order.car_bomb
    cases, _ = risk(view, order.target)
    chance = round(100 * chance_of_harm(view, order.target, points))
    corridor = OpenCorridor(order.target)
    legal = why_illegal(view, corridor) is None
    return People(level, cases, points, chance, corridor if legal else None)


def tunnel_attacks(view: GameState, side: int, target: int) -> dict[str, tuple[int, ...]]:
    """Return the tunnels that end in a hex, with the own units that may attack through each."""
    oob, found = view.scenario.oob, {}
    for tunnel in oob.tunnels:
        if target not in (tunnel.a, tunnel.b):
            continue
        other = tunnel.b if target == tunnel.a else tunnel.a
        able = tuple(
            n
            for n in units_at(view, other)
            if side_of(view, n) == side
            and why_illegal(view, Attack(target, (oob.units[n].id,), tunnel=tunnel.id)) is None
        )
        if able:
            found[tunnel.id] = able
    return found


def tunnel_order(view: GameState, target: int, tunnel: str, units: tuple[int, ...]) -> Attack:
    """Return the attack of units through a tunnel."""
    names = tuple(view.scenario.oob.units[n].id for n in units)
    return Attack(target, names, advance=names, tunnel=tunnel)


def candidates(view: GameState, side: int, target: int) -> list[int]:
    """Own units next to a hex, those that may attack it first; leading ones first among them."""
    near = [
        n
        for there in view.scenario.board.grid.neighbours[target]
        for n in units_at(view, there)
        if side_of(view, n) == side
    ]
    return sorted(near, key=lambda n: (not may_attack(view, n, target), n))


def may_attack(view: GameState, unit: int, target: int) -> bool:
    """True if a unit may attack a hex on its own."""
    return why_illegal(view, Attack(target, (view.scenario.oob.units[unit].id,))) is None


def first_order(view: GameState, side: int, target: int, lead: int = -1) -> Attack:
    """The attack a sheet opens with: the unit selected, or all that can, an elite one leading."""
    able = [n for n in candidates(view, side, target) if may_attack(view, n, target)]
    if lead in able:
        chosen = [lead]
    else:
        chosen = sorted(able, key=lambda n: (not has(view, n, Trait.ELITE), n))
    names = tuple(view.scenario.oob.units[n].id for n in chosen)
    return Attack(target, names, advance=names)
