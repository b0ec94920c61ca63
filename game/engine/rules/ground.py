"""What the ground is now: terrain with rubble, river hexsides, costs of movement (rules 2.2)."""

from __future__ import annotations

from game.engine.board import CrossingState, River
from game.engine.draft import Position
from game.engine.memo import once
from game.engine.rulebook import MoveClass, Terrain
from game.engine.scenario import Scenario

IMPASSABLE = 255
USABLE_BY_ALL = frozenset({CrossingState.INTACT, CrossingState.HEAVY})


def terrain_at(p: Position, h: int) -> Terrain:
    """The terrain of a hex, ruins counted."""
    rules = p.scenario.rules
    ground = rules.terrains[p.scenario.board.terrain[h]]
    if ground.rubble_to and p.rubble[h] >= rules.civilians.rubble_for_ruins:
        return rules.terrains[_terrain_number(p.scenario, ground.rubble_to)]
    return ground


def _terrain_number(scenario: Scenario, terrain_id: str) -> int:
    terrains = scenario.rules.terrains
    return once(scenario, "terrain", lambda: {t.id: k for k, t in enumerate(terrains)})[terrain_id]


def river_between(p: Position, a: int, b: int) -> River:
    """The river on the hexside between two neighbouring hexes, crossings not counted."""
    board = p.scenario.board
    return River(board.rivers[6 * a + board.grid.direction(a, b)])


def on_this_bank(scenario: Scenario) -> tuple[tuple[int, ...], ...]:
    """By hex, the neighbours that do not lie beyond the main river."""
    return once(scenario, "on this bank", lambda: _neighbours(scenario, River.NONE, River.CHANNEL))


def without_water(scenario: Scenario) -> tuple[tuple[int, ...], ...]:
    """By hex, the neighbours with no river between."""
    return once(scenario, "without water", lambda: _neighbours(scenario, River.NONE))


def _neighbours(scenario: Scenario, *between: River) -> tuple[tuple[int, ...], ...]:
    rivers = scenario.board.rivers
    return tuple(
        tuple(
            there
            for edge, there in enumerate(six, 6 * here)
            if there >= 0 and rivers[edge] in between
        )
        for here, six in enumerate(scenario.board.grid.around)
    )


def crossings_at(scenario: Scenario, h: int) -> list[int]:
    """Crossing sites with an end in the hex."""
    return once(scenario, "crossings at", lambda: _sites_by_hex(scenario)).get(h, [])


def _sites_by_hex(scenario: Scenario) -> dict[int, list[int]]:
    table: dict[int, list[int]] = {}
    for number, crossing in enumerate(scenario.board.crossings):
        table.setdefault(crossing.a, []).append(number)
        table.setdefault(crossing.b, []).append(number)
    return table


def may_use(p: Position, crossing: int, side: int, moves: MoveClass, taken: int = 0) -> bool:
    """Whether a crossing can carry one more unit of this side and class now (rule 6.2).

    `taken` places on it are given away already.
    """
    site = p.scenario.board.crossings[crossing]
    now = p.crossings[crossing]
    limits = p.scenario.rules.crossings
    if now.state in USABLE_BY_ALL:
        return True
    if now.state is CrossingState.FERRY:
        fits = moves in (MoveClass.LEG, MoveClass.MOTOR) and now.used + taken < limits.ferry_units
        return fits and site.owner in (255, side)
    if now.state is CrossingState.PONTOON:
        return moves is not MoveClass.TRACKED and (
            moves is MoveClass.LEG or now.used + taken < limits.pontoon_units
        )
    return False


def move_costs(p: Position, side: int, moves: MoveClass) -> bytes:
    """Cost of every step, in half-points, per 6*hex+direction; IMPASSABLE = 255.

    Terrain, roads, channels, rivers, rubble and the crossings as they are now; not units.
    """
    return once(p, ("move costs", side, moves), lambda: _move_costs(p, side, moves))


def _move_costs(p: Position, side: int, moves: MoveClass) -> bytes:
    costs = bytearray(ground_costs(p.scenario, moves))
    _add_rubble(p, moves, costs)
    _add_crossings(p, side, moves, costs)
    return bytes(costs)


def entry_cost(p: Position, h: int, moves: MoveClass) -> int:
    """Half-points to enter a hex off the road."""
    ground = terrain_at(p, h)
    if moves is MoveClass.STATIC:
        return IMPASSABLE
    return 2 * (ground.leg if moves is MoveClass.LEG else ground.vehicle)


def ground_costs(scenario: Scenario, moves: MoveClass) -> bytes:
    """Costs of the untouched map, in which nothing crosses the main river."""
    return once(scenario, ("ground", moves), lambda: _ground_costs(scenario, moves))


def _ground_costs(scenario: Scenario, moves: MoveClass) -> bytes:
    board, rules = scenario.board, scenario.rules
    grid = board.grid
    per_terrain = [
        IMPASSABLE
        if moves is MoveClass.STATIC
        else 2 * (t.leg if moves is MoveClass.LEG else t.vehicle)
        for t in rules.terrains
    ]
    channel = 2 * (
        rules.movement.channel_leg if moves is MoveClass.LEG else rules.movement.channel_vehicle
    )
    costs = bytearray([IMPASSABLE]) * (6 * grid.size)
    for edge, there in enumerate(grid.adjacent):
        if there < 0 or board.rivers[edge] == River.MAIN or moves is MoveClass.STATIC:
            continue
        if board.rivers[edge] == River.CHANNEL:
            costs[edge] = per_terrain[board.terrain[there]] + channel
        elif board.roads[edge]:
            costs[edge] = 1
        else:
            costs[edge] = per_terrain[board.terrain[there]]
    return bytes(costs)


def _add_rubble(p: Position, moves: MoveClass, costs: bytearray) -> None:
    if not any(p.rubble) or moves is MoveClass.STATIC:
        return
    board = p.scenario.board
    for h, level in enumerate(p.rubble):
        if level < p.scenario.rules.civilians.rubble_for_ruins:
            continue
        cost = entry_cost(p, h, moves)
        for direction in range(6):
            here = board.grid.adjacent[6 * h + direction]
            if here >= 0:
                edge = 6 * here + (direction + 3) % 6
                if board.rivers[edge] == River.NONE:
                    costs[edge] = cost
                elif board.rivers[edge] == River.CHANNEL:
                    surcharge = costs[edge] - 2 * _plain(p, h, moves)
                    costs[edge] = cost + max(0, surcharge)


def _plain(p: Position, h: int, moves: MoveClass) -> int:
    ground = p.scenario.rules.terrains[p.scenario.board.terrain[h]]
    return ground.leg if moves is MoveClass.LEG else ground.vehicle


def _add_crossings(p: Position, side: int, moves: MoveClass, costs: bytearray) -> None:
    """Usable crossings open their hexside; a ferry costs extra points."""
    if moves is MoveClass.STATIC:
        return
    board, rules = p.scenario.board, p.scenario.rules
    for number, site in enumerate(board.crossings):
        if not may_use(p, number, side, moves):
            continue
        ferry = p.crossings[number].state is CrossingState.FERRY
        for here, there in ((site.a, site.b), (site.b, site.a)):
            edge = 6 * here + board.grid.direction(here, there)
            if ferry:
                cost = entry_cost(p, there, moves) + 2 * rules.movement.ferry_points
            elif board.roads[edge]:
                cost = 1
            else:
                cost = entry_cost(p, there, moves)
            costs[edge] = min(costs[edge], cost)
