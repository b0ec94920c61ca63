"""Tables that a state takes over from the one before are those it would work out itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.ai import Match, commander
from game.engine.new_game import new_game
from game.engine.rulebook import Trait
from game.engine.rules.ground import move_costs
from game.engine.rules.mobility import closed_hexes, near_enemy, range_of, stops
from game.engine.rules.operational import march_range
from game.engine.rules.presence import has, stacks
from game.engine.rules.supply import linked_hexes, linked_set, network
from game.engine.rules.withdrawal import reaches
from game.engine.rules.zoc import enemy_zone
from game.engine.state import GameState
from game.engine.view import view_for
from game.hexes import flags_of, marked
from game.scenario.package import load_scenario
from tests.session.battle import BATTLE


def anew(state: GameState, key: Any) -> Any:
    """The table with a key, worked out from nothing; None for other kinds."""
    fresh = replace(state)
    match key:
        case "stacks":
            return stacks(fresh)
        case ("move costs", side, moves):
            return move_costs(fresh, side, moves)
        case ("enemy zone", side):
            return enemy_zone(fresh, side)
        case ("near enemy", side):
            return near_enemy(fresh, side)
        case ("closed", side):
            return closed_hexes(fresh, side)
        case ("shut", side):
            return marked(closed_hexes(fresh, side))
        case ("stops", side, sapper):
            units = range(len(fresh.units))
            own = (n for n in units if fresh.scenario.oob.units[n].side == side)
            unit = next((n for n in own if has(fresh, n, Trait.ENGINEER) == sapper), None)
            return None if unit is None else marked(stops(fresh, unit))
        case ("network", side):
            return network(fresh, side)
        case ("range", unit, here, budget):
            return range_of(fresh, unit, here, budget).cost
        case ("withdrawal", unit):
            return [(found.cost, boat) for found, boat in reaches(fresh, unit)]
        case ("off limits", side) | ("road steps", side, _):
            own = [n for n, card in enumerate(fresh.scenario.oob.units) if card.side == side]
            unit = next((n for n in own if fresh.units[n].at >= 0), None)
            if unit is None:
                return None
            march_range(fresh, unit)
            return fresh.memo.get(key)
    return None


def plain(table: Any) -> Any:
    """A table in a form that can be compared."""
    if isinstance(table, tuple):
        return [(found.cost, boat) for found, boat in table]
    return table.cost if hasattr(table, "cost") else table


def check(state: GameState) -> int:
    """Compare all tables of a state; returns how many there were."""
    seen = 0
    for key, table in list(state.memo.items()):
        other = anew(state, key)
        if other is not None:
            assert plain(table) == other, key
            seen += 1
        if key[0] == "network":
            linked = linked_set(replace(state), key[1])
            assert flags_of(linked, len(state.control)) == linked_hexes(state, key[1])
    return seen


@pytest.mark.parametrize("name", ["random", "normal"])
@pytest.mark.parametrize(("scenario", "orders"), [("battle", 200), ("deir_ez_zor_2017", 40)])
def test_tables_taken_over_are_right(name: str, scenario: str, orders: int) -> None:
    played = BATTLE if scenario == "battle" else load_scenario(scenario)
    state, _ = new_game(played, 7)
    sides = [side.id for side in played.oob.sides]
    match = Match(state, {side: commander(name) for side in sides})
    seen = 0
    while not match.state.ended and match.orders < orders:
        if match.state.active == len(sides):
            next(match.turns())
            continue
        for _ in match.side_turn():
            seen += check(match.state)
            if match.state.active < len(sides):
                seen += check(view_for(match.state, match.state.active))
            if match.orders >= orders:
                break
        else:
            continue
    assert seen > 40
