"""What a commander sees at a glance: own units, enemies, threats, supply, what ground is worth."""

from __future__ import annotations

import random
from typing import Final

from game.ai.character import Character
from game.ai.lifeline import Lifeline
from game.ai.regions import Regions
from game.ai.takings import Takings
from game.ai.ways import Course, ashore, nearby, plan_costs, way_over
from game.ai.worth import Worth, worth
from game.engine.board import NO_SIDE, Board, CrossingState, River
from game.engine.dice import THROWN, Purpose, ways
from game.engine.forces import Relation
from game.engine.memo import once
from game.engine.rulebook import MoveClass, StripCell, Trait, UnitType
from game.engine.rules.ground import terrain_at
from game.engine.rules.mobility import Range, range_of
from game.engine.rules.odds import odds_value
from game.engine.rules.presence import hostile, stacks
from game.engine.rules.zoc import enemy_zone
from game.engine.scenario import Scenario
from game.engine.state import GameState, Status, Supply, Unit

_LAST: Final = 0.25
"""What a step is worth on the last day to who thinks of the end, in parts of its worth before."""
_NOBODY: Final[list[int]] = []
_MOST: Final = 30
"""Strength that can be brought against one hex."""


class Picture:
    """The view of now, and what has been worked out about it in this turn."""

    def __init__(self, view: GameState, side: int, character: Character) -> None:
        """Look at the map at the start of a turn."""
        scenario = view.scenario
        self.side = side
        self.character = character
        self.board = scenario.board
        self.grid = scenario.board.grid
        self.cards = scenario.oob.units
        self.rules = scenario.rules
        self._types = scenario.types
        self._step_worth = worth_of_steps(scenario)
        self._take(view)
        self.lots = random.Random(f"{view.dice.seed} {view.turn} {side}")
        self.foes = [hostile(view, side, other) for other in range(len(scenario.oob.sides))]
        self.neutrals = [
            other != side and view.relations[side][other] is Relation.NEUTRAL
            for other in range(len(scenario.oob.sides))
        ]
        self.worth: Worth = worth(view, side, character.keep, character.ground)
        self.claimed = self._claimed()
        """Hexes that a neutral side is after and this one is not: they are left to it."""
        self._leave_alone()
        self.early = self._early()
        """Hexes that only objectives of a later time ask for: their defenders can wait."""
        self._looked_at: GameState | None = None
        self.threat: list[int] = []
        self.left_open: list[int] = []
        """Of the claimed hexes, those that a move of ours would take."""
        self.leaving: set[int] = set()
        """Units that have been told to get out this turn."""
        self.landings: set[int] = set()
        """Far banks to which supply follows soon: engineers will work there."""
        self.piers: set[int] = set()
        """Near ends of such crossings with enemies opposite: room there is for who attacks."""
        self.awaited: set[int] = set()
        """Such near ends to which sappers are to come for the boats."""
        self.together: dict[int, int] = {}
        """By far bank, the strength that goes over to it today."""
        self.duty: dict[int, float] = {}
        """By unit, what it costs to use it for something else today."""
        self._steps = steps_by_hex(scenario)
        self.takings = Takings(self)
        self.bars: dict[int, float] = {}
        """By hex with enemies who bar own supply: what it would be worth to be rid of them."""
        self._crossings = view.crossings
        self._plan_costs: dict[MoveClass, bytes] = {}
        self._near: dict[tuple[int, ...], dict[int, int]] = {}
        self._courses: dict[tuple[tuple[int, ...], MoveClass], Course] = {}
        self.look_again()
        balance = self._balance()
        self.weaker = balance > 1.0
        """Whether the enemies that are seen are stronger on the whole."""
        self.caution = character.caution * balance * self._use_left()

    def see(self, view: GameState) -> bool:
        """Take in the view after an order; False if it was refused."""
        if view is self.view:
            return False
        self._take(view)
        return True

    def _take(self, view: GameState) -> None:
        self.view = view
        self._stacks = stacks(view)
        self._own: list[int] | None = None
        self._enemies: list[int] | None = None
        self._own_at: dict[int, list[int]] | None = None
        self._enemies_at: dict[int, list[int]] | None = None
        self._zone: bytearray | None = None
        self.positions: dict[frozenset[tuple[int, int]], GameState] = {}
        """Positions that have been thought of: by who has gone from here to which hex."""

    def unit(self, n: int) -> Unit:
        """A unit as it is now."""
        return self.view.units[n]

    def type(self, n: int) -> UnitType:
        """The type of a unit."""
        return self._types[n]

    def id(self, n: int) -> str:
        """The id of a unit."""
        return self.cards[n].id

    def traits(self, n: int) -> tuple[Trait, ...]:
        """The traits of a unit."""
        return self.type(n).traits

    def own(self) -> list[int]:
        """Own units on the map. Not to be changed."""
        if self._own is None:
            cards = self.cards
            self._own = [
                n
                for n, u in enumerate(self.view.units)
                if cards[n].side == self.side and u.status is Status.ON_MAP
            ]
        return self._own

    def enemies(self) -> list[int]:
        """Enemy units that are seen on the map. Not to be changed."""
        if self._enemies is None:
            cards, foes = self.cards, self.foes
            self._enemies = [
                n
                for n, u in enumerate(self.view.units)
                if foes[cards[n].side] and not u.hidden and u.status is Status.ON_MAP
            ]
        return self._enemies

    def at(self, h: int) -> list[int]:
        """Units in a hex."""
        return self._stacks.get(h, [])

    def own_at(self, h: int) -> list[int]:
        """Own units in a hex. Not to be changed."""
        if self._own_at is None:
            self._own_at = self._by_hex(self.own())
        return self._own_at.get(h, _NOBODY)

    def enemies_at(self, h: int) -> list[int]:
        """Enemies seen in a hex. Not to be changed."""
        if self._enemies_at is None:
            self._enemies_at = self._by_hex(self.enemies())
        return self._enemies_at.get(h, _NOBODY)

    def _by_hex(self, units: list[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for n in units:
            found.setdefault(self.view.units[n].at, []).append(n)
        return found

    def power(self, n: int) -> int:
        """Strength in attack."""
        unit = self.view.units[n]
        return self._types[n].factor * (unit.steps - unit.suppressed)

    def weight(self, n: int) -> int:
        """Strength in defence."""
        return self._types[n].factor * self.view.units[n].steps

    def step_worth(self, n: int) -> float:
        """What one step of a unit is worth."""
        return self._step_worth[n]

    def zone(self) -> bytearray:
        """1 for every hex in an enemy zone. Not to be changed."""
        if self._zone is None:
            self._zone = enemy_zone(self.view, self.side)
        return self._zone

    def look_again(self) -> None:
        """Take stock after orders: supply, and what the enemies left can do."""
        if self._looked_at is self.view:
            return
        self._looked_at = self.view
        self.left_open = [h for h in self.claimed if self.open_to_take(h)]
        self.lifeline = Lifeline(self)
        self.regions = Regions(self)
        self.threat = self._threat()

    def range(self, n: int) -> Range:
        """Where a unit can go now."""
        return range_of(self.view, n)

    def enemy_held(self, h: int) -> bool:
        """Whether an enemy controls the hex."""
        owner = self.view.control[h]
        return owner != NO_SIDE and self.foes[owner]

    def open_to_take(self, h: int) -> bool:
        """Whether the hex is an enemy's or nobody's."""
        owner = self.view.control[h]
        return owner == NO_SIDE or self.foes[owner]

    def neutral_ground(self, h: int) -> bool:
        """Whether a neutral controls the hex."""
        owner = self.view.control[h]
        return owner != NO_SIDE and self.neutrals[owner]

    def steps_over(self, h: int) -> tuple[tuple[int, int], ...]:
        """Neighbours of a hex with the river on the hexside between."""
        return self._steps[h]

    def place_at(self, h: int) -> str:
        """The id of the smallest place a hex belongs to, or nothing."""
        return places_by_hex(self.view.scenario).get(h, "")

    def course(self, hexes: tuple[int, ...], area: tuple[int, ...], moves: MoveClass) -> Course:
        """The way to some hexes of an area for a class of units."""
        key = (hexes, moves)
        known = self._courses.get(key)
        if known is None:
            near = self._near.get(hexes)
            if near is None:
                near = self._near[hexes] = nearby(self.view, hexes)
            far = way_over(self.grid, self._plan(moves), area or hexes)
            known = self._courses[key] = Course(near, far)
        return known

    def _plan(self, moves: MoveClass) -> bytes:
        """The costs that ways are planned by, with the crossings as they are now."""
        if self._crossings != self.view.crossings:
            self._crossings = self.view.crossings
            self._plan_costs.clear()
        known = self._plan_costs.get(moves)
        if known is None:
            known = self._plan_costs[moves] = plan_costs(self.view, self.side, moves)
        return known

    def err(self) -> float:
        """An error in judging something, by lot."""
        noise = self.character.noise
        return self.lots.gauss(0, noise) if noise else 0.0

    def _claimed(self) -> set[int]:
        places = self.board.places
        theirs: set[int] = set()
        ours: set[int] = set()
        for objective in self.view.scenario.objectives:
            mine = objective.side == self.side
            if mine or self.neutrals[objective.side]:
                for n in objective.places:
                    (ours if mine else theirs).update(places[n].hexes)
        return theirs - ours

    def _early(self) -> set[int]:
        later: set[int] = set()
        now: set[int] = set()
        for number, objective in enumerate(self.view.scenario.objectives):
            if objective.side != self.side or objective.hold:
                continue
            state = self.view.objectives[number]
            if state.met_on:
                continue
            wait = objective.earliest - self.view.turn
            group = later if wait > self.character.patience else now
            for n in objective.places:
                group.update(self.board.places[n].hexes)
        start = self.board.start_control
        return {h for h in later - now if start[h] != self.side}

    def _leave_alone(self) -> None:
        for h in self.claimed:
            self.worth.hexes[h] = 0.0
        for n in list(self.worth.demands):
            if self.claimed.issuperset(self.board.places[n].hexes):
                del self.worth.demands[n]

    def _balance(self) -> float:
        """The weaker side counts its losses dearly, the stronger one can bear some."""
        ours = theirs = 1
        for n, unit in enumerate(self.view.units):
            if unit.status in (Status.ON_MAP, Status.IN_BOX):
                if self.cards[n].side == self.side:
                    ours += self.weight(n)
                elif self.foes[self.cards[n].side] and not unit.hidden:
                    theirs += self.weight(n)
        return float(min(1.25, max(0.6, (theirs / ours) ** 0.4)))

    def _use_left(self) -> float:
        """What a step is still good for: less and less in the last days, if that is thought of."""
        horizon = self.character.horizon
        left = self.view.scenario.turns - self.view.turn + 1
        return 1.0 if left > horizon else max(_LAST, left / (horizon + 1))

    def _threat(self) -> list[int]:
        """By hex, the strength enemies could bring beside it in a turn, roughly."""
        found = [0] * self.grid.size
        land, grid = self.board.landmass, self.grid
        for n in self.enemies():
            unit, kind = self.view.units[n], self.type(n)
            if not unit.active:
                continue
            still = kind.moves is MoveClass.STATIC
            radius = 1 if still else 3 if kind.moves is MoveClass.LEG else 5
            power = kind.factor * unit.active
            for h in ashore(grid, land, unit.at, radius):
                found[h] += power
        for number, site in enumerate(self.board.crossings):
            if self.view.crossings[number].state is not CrossingState.DESTROYED:
                for near, far in ((site.a, site.b), (site.b, site.a)):
                    if not found[near] or not self.enemy_held(near):
                        continue
                    # Who stands at the landing covers what lies behind it.
                    for h in ashore(grid, land, far, 1 if self.own_at(far) else 3):
                        found[h] = max(found[h], found[near] // 2)
        return [power if power < _MOST else _MOST for power in found]


def worth_of_steps(scenario: Scenario) -> tuple[float, ...]:
    """By unit, what one of its steps is worth."""
    return once(scenario, "worth of steps", lambda: tuple(map(_worth_of_step, scenario.types)))


def _worth_of_step(kind: UnitType) -> float:
    return kind.factor / 2 + (0.5 if Trait.ENGINEER in kind.traits else 0.0)


def steps_by_hex(scenario: Scenario) -> tuple[tuple[tuple[int, int], ...], ...]:
    """By hex, its neighbours and the river on the hexside between."""
    return once(scenario, "steps by hex", lambda: _steps_by_hex(scenario.board))


def _steps_by_hex(board: Board) -> tuple[tuple[tuple[int, int], ...], ...]:
    rivers = board.rivers
    return tuple(
        tuple((there, rivers[edge]) for edge, there in enumerate(six, 6 * here) if there >= 0)
        for here, six in enumerate(board.grid.around)
    )


def places_by_hex(scenario: Scenario) -> dict[int, str]:
    """Id of the smallest place for each hex that belongs to one."""
    return once(scenario, "places by hex", lambda: _places_by_hex(scenario))


def _places_by_hex(scenario: Scenario) -> dict[int, str]:
    by_size = sorted(scenario.board.places, key=lambda place: -len(place.hexes))
    return {h: place.id for place in by_size for h in place.hexes}


def cells(p: GameState, total: int) -> list[tuple[float, StripCell]]:
    """What an attack brings whose odds value and shifts add up to `total`: chance and cell."""
    return once(p.scenario, ("cells", total), lambda: _cells(p, total))


def _cells(p: GameState, total: int) -> list[tuple[float, StripCell]]:
    table, strip = ways(*THROWN[Purpose.ATTACK]), p.scenario.rules.strip
    every = sum(table.values())
    chances: dict[StripCell, float] = {}
    for roll, cases in table.items():
        cell = next((c for c in strip if roll + total <= c.upto), strip[-1])
        chances[cell] = chances.get(cell, 0.0) + cases / every
    return [(chance, cell) for cell, chance in chances.items()]


def loss_if_attacked(pic: Picture, h: int, defence: int, threat: int) -> float:
    """Steps that a stack of so much strength in a hex would lose to so much attack, roughly."""
    if threat <= 0:
        return 0.0
    p = pic.view
    total = odds_value(p, threat, max(1, defence)) + terrain_at(p, h).shift - p.works[h]
    return once(p.scenario, ("defender's loss", total), lambda: _defenders_loss(p, total))


def _defenders_loss(p: GameState, total: int) -> float:
    lost = 0.0
    for chance, cell in cells(p, total):
        lost += chance * (cell.defender_loss + (0.5 if cell.retreat else 0.0))
    return lost


def is_cut(unit: Unit) -> bool:
    """Whether a unit is out of supply."""
    return unit.supply is not Supply.SUPPLIED


def over_main(pic: Picture, a: int, b: int) -> bool:
    """Whether the main river runs between two neighbours."""
    direction = pic.grid.direction(a, b)
    return direction >= 0 and pic.board.rivers[6 * a + direction] == River.MAIN
