"""What the whole replay costs in process time, as JSON: `python benchmarks/replay.py [SCENARIO]`.

The median of several runs of all that `furat replay --json` does once the scenario is loaded.
"""

import json
import os
import statistics
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from game.history.chronicle import Chronicle
from game.history.fidelity import Fidelity
from game.history.lines import lines
from game.scenario.package import load_record, load_scenario

REPEATS = 3


def main() -> None:
    name = sys.argv[1] if len(sys.argv) > 1 else "deir_ez_zor_2017"
    begun = time.process_time()
    scenario, record = load_scenario(name), load_record(name)
    load = time.process_time() - begun
    times = []
    for _ in range(REPEATS):
        begun = time.process_time()
        fidelity = Fidelity(record)
        size = sum(len(line) for line in lines(Chronicle(scenario, record), fidelity))
        times.append(time.process_time() - begun)
    figures = {
        "scenario": name,
        "days": fidelity.days,
        "orders": fidelity.orders,
        "characters": size,
        "load_s": round(load, 3),
        "replay_s": round(statistics.median(times), 3),
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
