"""What the rules cost, in process time: `python benchmarks/engine.py`. Prints JSON, medians.

On the shipped campaign, and on a made-up map of 256 x 256 hexes with eighty units in two lines.
"""

import dataclasses
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from game.engine.apply import apply
from game.engine.board import Board, River
from game.engine.legal_orders import legal_orders
from game.engine.new_game import new_game
from game.engine.orders import EndTurn
from game.engine.rulebook import MoveClass
from game.engine.rules.ground import move_costs
from game.engine.rules.mobility import closed_hexes, reached
from game.engine.rules.movement import range_of
from game.engine.rules.supply import network
from game.engine.rules.zoc import enemy_zone
from game.engine.scenario import Scenario
from game.engine.state import GameState, Status
from game.hexes import grid
from game.scenario.package import load_scenario

REPEATS = 9


def median_ms(work: Callable[[GameState], object], state: GameState) -> float:
    """Median of several runs, each on a copy without its derived tables, in ms."""
    times = []
    for _ in range(REPEATS):
        fresh = dataclasses.replace(state)
        reached.cache_clear()
        begun = time.process_time()
        work(fresh)
        times.append((time.process_time() - begun) * 1000)
    return round(statistics.median(times), 3)


def wide_map(scenario: Scenario, size: int = 256) -> Scenario:
    """A square steppe with a road and a river down the middle, and the same kinds of units."""
    hexes = grid(size, size)
    roads, rivers = bytearray(6 * hexes.size), bytearray(6 * hexes.size)
    for row in range(size):
        for col in range(size - 1):
            here, east = hexes.index(col, row), hexes.index(col + 1, row)
            if row % 16 == 8:
                roads[6 * here], roads[6 * east + 3] = 1, 1
            if col == size // 2:
                rivers[6 * here], rivers[6 * east + 3] = River.CHANNEL, River.CHANNEL
    control = bytes(0 if (number % size) < size // 2 else 1 for number in range(hexes.size))
    board = Board(
        grid=hexes, hex_km=0.5, terrain=bytes(hexes.size), rivers=bytes(rivers),
        roads=bytes(roads), start_control=control, population=bytes(hexes.size),
        landmass=bytes(hexes.size), landmass_names=("steppe",), road_chains=(), crossings=(),
        places=(), boxes=(), place_index={}, crossing_index={}, box_index={},
    )  # fmt: skip
    cards = tuple(
        dataclasses.replace(
            card, side=number % 2, box=-1, arrives=0,
            hex=hexes.index(size // 2 + (-3 if number % 2 == 0 else 4), 3 * number),
        )
        for number, card in enumerate(scenario.oob.units)
    )  # fmt: skip
    oob = dataclasses.replace(scenario.oob, units=cards, leaders=(), belts=(), tunnels=())
    return dataclasses.replace(
        scenario, board=board, oob=oob, events=(), objectives=(), event_index={}
    )


def figures(scenario: Scenario) -> dict[str, object]:
    """Movement range by class, supply and legal orders of each side at the start, in ms."""
    state, _ = new_game(scenario)
    found: dict[str, object] = {}
    by_class: dict[str, list[float]] = {}
    state, _ = apply(state, EndTurn())
    for number, unit in enumerate(state.units):
        moves = scenario.unit_type(number).moves
        own = scenario.oob.units[number].side == state.active
        if own and unit.status is Status.ON_MAP and unit.mp > 0 and moves is not MoveClass.STATIC:
            times = []
            for _ in range(5):
                fresh = dataclasses.replace(state)
                enemy_zone(fresh, state.active)
                move_costs(fresh, state.active, moves)
                closed_hexes(fresh, state.active)
                reached.cache_clear()
                begun = time.process_time()
                range_of(fresh, number)
                times.append((time.process_time() - begun) * 1e6)
            by_class.setdefault(moves, []).append(statistics.median(times))
    found["range_us"] = {k: round(statistics.median(v), 1) for k, v in sorted(by_class.items())}
    state, _ = new_game(scenario)
    for side, card in enumerate(scenario.oob.sides):
        if state.active != side:
            state, _ = apply(state, EndTurn())
        units = sum(
            u.status is Status.ON_MAP and scenario.oob.units[n].side == side
            for n, u in enumerate(state.units)
        )
        found[card.id] = {
            "units": units,
            "supply_ms": median_ms(lambda s, k=side: network(s, k), state),
            "legal_orders": len(legal_orders(state)),
            "legal_orders_ms": median_ms(legal_orders, state),
        }
    return found


def main() -> None:
    """Print the figures."""
    campaign = load_scenario("deir_ez_zor_2017")
    print(
        json.dumps({"58x54": figures(campaign), "256x256": figures(wide_map(campaign))}, indent=2)
    )


if __name__ == "__main__":
    main()
