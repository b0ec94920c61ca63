"""Median microseconds of the hex searches, as one JSON object: ``python benchmarks/hexes.py``."""

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from game.hexes import IMPASSABLE, OFF_MAP, HexGrid, field, grid, path, reach

BUDGET = 12  # half-points
REPEATS = 9
SIZES = ((58, 54), (256, 256))


def steppe(on: HexGrid) -> bytes:
    """Return costs of entering hexes of 1, 2, 3 and 4 half-points, mostly 1 and 2, seeded."""
    chance = random.Random(2017)
    entry = chance.choices((1, 2, 3, 4), (5, 3, 1, 1), k=on.size)
    return bytes(IMPASSABLE if there == OFF_MAP else entry[there] for there in on.adjacent)


def median_us(call: Callable[[], object], loops: int) -> float:
    """Return the median over the repeats of the process time of one call, warmed up."""
    call()
    times = []
    for _ in range(REPEATS):
        begun = time.process_time()
        for _ in range(loops):
            call()
        times.append((time.process_time() - begun) / loops * 1e6)
    return round(statistics.median(times), 1)


def main() -> None:
    figures: dict[str, float] = {}
    for width, height in SIZES:
        on = grid(width, height)
        costs = steppe(on)
        centre = on.index(width // 2, height // 2)
        size = f"{width}x{height}"
        figures[f"reach_{size}_hexes"] = len(reach(on, costs, centre, BUDGET).cost)
        figures[f"reach_{size}_us"] = median_us(lambda: reach(on, costs, centre, BUDGET), 50)  # noqa: B023
        figures[f"field_{size}_us"] = median_us(lambda: field(on, costs, [centre]), 1)  # noqa: B023
        figures[f"path_{size}_us"] = median_us(lambda: path(on, costs, 0, on.size - 1), 1)  # noqa: B023
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
