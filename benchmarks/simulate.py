"""What games between commanders cost, as JSON: `python benchmarks/simulate.py [LEVEL] [SCENARIO]`.

CPU seconds of a whole game, units set to work a second, the time of single sides' turns (which a
person waits for), where the time goes, and how much quicker two processes are than one.
"""

import cProfile
import json
import os
import pstats
import statistics
import sys
import time
from collections import Counter

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from game.ai import Match, commander
from game.engine.new_game import new_game
from game.scenario.package import load_scenario
from game.study import run

PAIR_RUNS = 100
"""Games of the comparison of one process with two."""
PROFILED_DAYS = 20
PAIR_SCENARIO = "first_crossing"


def main() -> None:
    level = sys.argv[1] if len(sys.argv) > 1 else "normal"
    name = sys.argv[2] if len(sys.argv) > 2 else "deir_ez_zor_2017"
    scenario = load_scenario(name)
    sides = [side.id for side in scenario.oob.sides]
    roster = dict.fromkeys(sides, level)
    game, turns = one_game(scenario, roster)
    figures = {
        "scenario": name,
        "level": level,
        "days": scenario.turns,
        "units": len(scenario.oob.units),
        "cpu_s": round(sum(sum(times) for times in turns.values()) + game.pop("rest"), 2),
        **game,
        "side_turn_s": {
            side: {"median": round(statistics.median(times), 3), "most": round(max(times), 3)}
            for side, times in turns.items()
        },
        "where": where(scenario, roster),
        "two_processes": two_processes(),
    }
    figures["activations_per_cpu_s"] = round(game["activations"] / figures["cpu_s"])
    print(json.dumps(figures, indent=2))


def one_game(scenario, roster, days=None):
    """Play a game, or its first days; returns its figures and the seconds of each turn by side."""
    begun = time.process_time()
    match = Match(
        new_game(scenario, 1)[0], {side: commander(name) for side, name in roster.items()}
    )
    turns = {side: [] for side in roster}
    names = [side.id for side in scenario.oob.sides]
    while not match.state.ended and match.state.turn <= (days or scenario.turns):
        if match.state.active < len(names):
            side, at = names[match.state.active], time.process_time()
            for _intent in match.side_turn():
                pass
            turns[side].append(time.process_time() - at)
        else:
            next(match.turns())
    rest = time.process_time() - begun - sum(sum(times) for times in turns.values())
    return {"orders": match.orders, "activations": match.activations, "rest": rest}, turns


def where(scenario, roster):
    """Share of the time of the first days by part of the program, in percent of the profile."""
    profile = cProfile.Profile()
    profile.runcall(one_game, scenario, roster, PROFILED_DAYS)
    spent = Counter()
    for (file, _line, _name), (_calls, _all, own, _sum, _by) in pstats.Stats(profile).stats.items():
        path = file.replace(os.sep, "/")
        part = path.split("/game/")[-1].rsplit("/", 1)[0] if "/game/" in path else "python"
        spent[part] += own
    whole = sum(spent.values())
    return {part: round(100 * own / whole) for part, own in spent.most_common() if own > whole / 50}


def two_processes():
    """Seconds of the same games with one process and with two, and how much quicker two are.

    `times` is by the clock, and says as much about who else uses the processors; `times_at_best` is
    by process time, with all that it takes to start the processes, as if they had one each.
    """
    walls, spent = {}, {}
    for jobs in (1, 2):
        before = process_seconds()
        walls[jobs] = run(PAIR_SCENARIO, PAIR_RUNS, 1, jobs).wall_s
        own, children = (now - then for now, then in zip(process_seconds(), before, strict=True))
        spent[jobs] = own + children / jobs
    return {
        "scenario": PAIR_SCENARIO,
        "one_s": round(walls[1], 2),
        "two_s": round(walls[2], 2),
        "times": round(walls[1] / walls[2], 2),
        "times_at_best": round(spent[1] / spent[2], 2),
        "load": os.getloadavg()[0],
    }


def process_seconds():
    """Process time of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system, times.children_user + times.children_system


if __name__ == "__main__":
    main()
