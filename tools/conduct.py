"""What commanders do that looks foolish, counted turn by turn: a table of docs/ai.md.

    python -m tools.conduct [--games 3] [--seed 1] [--scenario ID]... [--level NAME]... [--show]

All sides are played by the same level; counted are the two main enemies, for 100 activations:
attacks at a sum of -2 or less, units that go back to where they were two days before, units that
wait behind the front for the third day or longer, units that walk out of supply, ends of crossings
the side may use left with nobody beside them and an enemy within two hexes.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from game.ai import LEVELS, Match, commander
from game.ai.commander import Why
from game.ai.match import acting
from game.engine.board import NO_SIDE, CrossingState
from game.engine.new_game import new_game
from game.engine.orders import Attack, CrossRiver, Hold, Move, OperationalMove, Order, Withdraw
from game.engine.rules.odds import sheet
from game.engine.rules.presence import hostile
from game.engine.rules.supply import supplied_units
from game.engine.rules.turn import is_night
from game.engine.scenario import Scenario
from game.engine.state import GameState, Status
from game.engine.view import view_for
from game.scenario.layout import ids, shipped
from game.scenario.package import load_scenario
from tools.marked import table, write_part
from tools.strength import main_enemies

HOPELESS: Final = -2
"""Odds value and shifts up to which an attack is hopeless."""
WAITING_DAYS: Final = 3
FAR_OFF: Final = 4
"""Hexes from the nearest enemy within which nobody counts as waiting behind the front."""
CLOSE: Final = 2
"""Hexes from which an enemy threatens a crossing with nobody beside it."""
COUNTED: Final = ("hopeless", "back and forth", "waiting", "out of supply", "open crossing")
_STEPS: Final = (Move, CrossRiver, OperationalMove, Withdraw)
_IN_USE: Final = (
    CrossingState.INTACT, CrossingState.FERRY, CrossingState.PONTOON, CrossingState.HEAVY,
)  # fmt: skip


class Conduct:
    """Watches a game, and counts."""

    def __init__(self, scenario: Scenario, seed: int, level: str) -> None:
        """Prepare a game in which every side is played by one level."""
        state, _ = new_game(scenario, seed)
        sides = scenario.oob.sides
        self.match = Match(state, {side.id: commander(level) for side in sides})
        self.counts: Counter[str] = Counter()
        self._sides = main_enemies(scenario)
        self._stood: dict[int, dict[int, int]] = {}
        """By unit, where it stood at the end of its side's turn, by turn."""
        self._waited: Counter[int] = Counter()

    def play(self) -> Counter[str]:
        """Play to the end; returns the counts."""
        while not self.match.state.ended:
            if is_night(self.match.state):
                next(self.match.turns())
            elif self.match.state.active in self._sides:
                self._watch_turn()
            else:
                for _ in self.match.side_turn():
                    pass
        return self.counts

    def _watch_turn(self) -> None:
        before, side = self.match.state, self.match.state.active
        fed = supplied_units(before, side)
        went: set[int] = set()
        waits: set[int] = set()
        last = before
        for intent, _events in self.match.side_turn():
            order = intent.order
            self._note(order, last, side)
            if isinstance(order, _STEPS):
                went.add(before.scenario.oob.unit_index[order.unit])
            if isinstance(order, Hold) and intent.reason.why is Why.RESERVE:
                waits.add(before.scenario.oob.unit_index[order.unit])
            last = self.match.state
        self._end(last, side, fed, went, waits)

    def _note(self, order: Order, state: GameState, side: int) -> None:
        self.counts["activations"] += acting(order)
        if isinstance(order, Attack):
            sums = sheet(view_for(state, side), order)
            self.counts["attacks"] += 1
            self.counts["hopeless"] += sums.value + sums.net <= HOPELESS

    def _end(
        self, state: GameState, side: int, fed: set[int], went: set[int], waits: set[int]
    ) -> None:
        """Count what is to be seen when a side has given its last order."""
        cards, grid, turn = state.scenario.oob.units, state.scenario.board.grid, state.turn
        foes = [
            unit.at
            for n, unit in enumerate(state.units)
            if unit.status is Status.ON_MAP
            and not unit.hidden
            and hostile(state, side, cards[n].side)
        ]
        fed_now = supplied_units(state, side)
        own: set[int] = set()
        for n, unit in enumerate(state.units):
            if cards[n].side != side or unit.status is not Status.ON_MAP:
                continue
            own.add(unit.at)
            stood = self._stood.setdefault(n, {})
            yesterday = stood.get(turn - 1)
            if n in went and yesterday not in (None, unit.at) and stood.get(turn - 2) == unit.at:
                self.counts["back and forth"] += 1
            stood[turn] = unit.at
            near = any(grid.distance(unit.at, h) <= FAR_OFF for h in foes)
            self._waited[n] = self._waited[n] + 1 if n in waits and not near else 0
            self.counts["waiting"] += self._waited[n] >= WAITING_DAYS
            self.counts["out of supply"] += n in went and n in fed and n not in fed_now
        self.counts["open crossing"] += sum(
            _is_open(state, side, h, own, foes) for h in _ends(state, side)
        )


def _ends(state: GameState, side: int) -> list[int]:
    """Ends of the crossings in use that the side may use; the boats of others are not its care."""
    sites = zip(state.scenario.board.crossings, state.crossings, strict=True)
    return [
        h
        for site, now in sites
        if now.state in _IN_USE and site.owner in (NO_SIDE, side)
        for h in (site.a, site.b)
    ]


def _is_open(state: GameState, side: int, h: int, own: set[int], foes: Sequence[int]) -> bool:
    grid, land = state.scenario.board.grid, state.scenario.board.landmass
    return (
        state.control[h] == side
        and own.isdisjoint((h, *grid.neighbours[h]))
        and any(land[foe] == land[h] and grid.distance(foe, h) <= CLOSE for foe in foes)
    )


def rows(counts: Mapping[tuple[str, str], Counter[str]]) -> list[str]:
    """The table, from the counts by level and scenario."""
    lines: list[list[object]] = []
    for (level, ref), found in counts.items():
        many = max(1, found["activations"]) / 100
        each = [f"{found[what] / many:.1f}" for what in COUNTED]
        lines.append([f"`{level}`", ref, found["activations"], found["attacks"], *each])
    return table(
        ["Level", "Scenario", "Activations", "Attacks", *map(str.capitalize, COUNTED)], lines
    )


def main() -> int:
    """Play, count, write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--games", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scenario", action="append")
    parser.add_argument("--level", action="append", choices=LEVELS)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    counts: dict[tuple[str, str], Counter[str]] = {}
    for level in asked.level or LEVELS:
        for ref in asked.scenario or ids(shipped()):
            scenario, found = load_scenario(ref), Counter[str]()
            for seed in range(asked.seed, asked.seed + asked.games):
                found.update(Conduct(scenario, seed, level).play())
            counts[level, ref] = found
            counts.setdefault((level, "all"), Counter()).update(found)
    for level in asked.level or LEVELS:
        counts[level, "all"] = counts.pop((level, "all"))
    note = f"Games each: {asked.games}, seeds from {asked.seed} on; for 100 activations."
    lines = [note, "", *rows(counts)]
    if asked.show:
        print("\n".join(lines))
    else:
        write_part("ai.md", "conduct", lines)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
