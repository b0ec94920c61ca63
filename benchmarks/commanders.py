"""Speed of the computer commanders, in process time: `python benchmarks/commanders.py [LEVEL]`.

Plays the shipped campaign to its end with the level on every side, twice; the second game has the
ways over the map already. Prints JSON: seconds a game, unit activations a second (a unit that may
act in its side's turn is one), the longest turn of a side, and where the time goes.
"""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from game.ai import commander
from game.ai.driven_turn import DrivenTurn
from game.engine.apply import apply
from game.engine.new_game import new_game
from game.engine.orders import EndTurn, NextDay
from game.engine.rules.turn import is_night
from game.engine.scenario import Scenario
from game.engine.state import Status
from game.engine.view import view_for
from game.scenario.package import load_scenario


def played(scenario: Scenario, level: str, seed: int) -> dict[str, object]:
    """One game between commanders of a level, with the clock on every part of it."""
    state, _ = new_game(scenario, seed)
    units, orders, longest = 0, 0, 0.0
    thinking = carrying = seams = 0.0
    brain = commander(level)
    while not state.ended:
        begun = time.process_time()
        if is_night(state):
            state, _ = apply(state, NextDay())
            seams += time.process_time() - begun
            continue
        side = state.active
        units += sum(
            u.status in (Status.ON_MAP, Status.IN_BOX) and scenario.oob.units[n].side == side
            for n, u in enumerate(state.units)
        )
        turn = DrivenTurn(brain)
        while True:
            asked = time.process_time()
            intent = turn.next_intent(state, side)
            thinking += time.process_time() - asked
            if intent is None:
                break
            orders += 1
            asked = time.process_time()
            state, _ = apply(state, intent.order)
            view_for(state, side)
            carrying += time.process_time() - asked
        longest = max(longest, time.process_time() - begun)
        ended = time.process_time()
        state, _ = apply(state, EndTurn())
        seams += time.process_time() - ended
    whole = thinking + carrying + seams
    return {
        "seconds": round(whole, 2),
        "activations": units,
        "activations_a_second": round(units / whole),
        "orders": orders,
        "longest_turn_s": round(longest, 3),
        "thinking_s": round(thinking, 2),
        "orders_and_views_s": round(carrying, 2),
        "seams_s": round(seams, 2),
    }


def main() -> None:
    """Print the figures of two games."""
    level = sys.argv[1] if len(sys.argv) > 1 else "normal"
    campaign = load_scenario("deir_ez_zor_2017")
    print(json.dumps({f"game {k}": played(campaign, level, k) for k in (1, 2)}, indent=2))


if __name__ == "__main__":
    main()
