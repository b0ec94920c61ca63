"""Little battles with a known right answer, and whether a commander finds it.

Each file in `positions/` sets up a battle (fields of `tests.engine.small.game`), says what has to
be true once the side has given its orders, and brings orders that do it and orders that do not.
Nothing here knows how commanders think.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from game.ai.commander import Commander
from game.ai.driven_turn import DrivenTurn
from game.engine.apply import apply
from game.engine.dice import Dice
from game.engine.legality import why_illegal
from game.engine.order_text import read, write
from game.engine.orders import Attack, AttackBox, Bombard, Order, StrikeCrossing
from game.engine.rules.supply import supplied_units
from game.engine.scenario import Objective, ObjectiveKind
from game.engine.state import GameState, ObjectiveNow, Status, Supply
from game.scenario.problems import Report
from game.scenario.reader import Source, read_tree
from tests.engine.small import SIDES, game, lines

FOLDER = Path(__file__).parent / "positions"
SEEDS = range(1, 6)
"""A position is solved if the answer is found with each of them."""


@dataclass(frozen=True)
class Played:
    """A side's turn."""

    before: GameState
    after: GameState
    orders: tuple[Order, ...]
    texts: tuple[str, ...]
    """The same as they are written."""


@dataclass(frozen=True)
class Position:
    """A battle with a known right answer."""

    id: str
    title: str
    why: str
    state: GameState
    expect: tuple[Mapping[str, Any], ...]
    solution: tuple[str, ...]
    wrong: tuple[str, ...]

    def play(self, commander: Commander, seed: int) -> Played:
        """Let a commander give the orders of the turn."""
        state = replace(self.state, dice=Dice(seed))
        turn = DrivenTurn(commander)
        orders: list[Order] = []
        while intent := turn.next_intent(state, state.active):
            orders.append(intent.order)
            state, _ = apply(state, intent.order)
        return self._played(state, orders)

    def carry_out(self, texts: Sequence[str], seed: int = 1) -> Played:
        """Give orders as they are written; the first of them must be legal."""
        state = replace(self.state, dice=Dice(seed))
        orders: list[Order] = []
        for text in texts:
            order = read(state.scenario, text)
            refused = why_illegal(state, order)
            assert refused is None, f"{self.id}: {text}: {refused}"
            orders.append(order)
            state, _ = apply(state, order)
        return self._played(state, orders)

    def _played(self, state: GameState, orders: Sequence[Order]) -> Played:
        texts = tuple(write(state.scenario, order) for order in orders)
        return Played(self.state, state, tuple(orders), texts)

    def right(self, played: Played) -> bool:
        """Whether all that is expected has come true."""
        return all(_holds(played, expected) for expected in self.expect)

    def solved(self, make: Callable[[], Commander]) -> bool:
        """Whether a commander finds the answer with every seed."""
        return all(self.right(self.play(make(), seed)) for seed in SEEDS)


@lru_cache(maxsize=1)
def positions() -> tuple[Position, ...]:
    """All positions, by id."""
    return tuple(load(path) for path in sorted(FOLDER.glob("*.yaml")))


def load(path: Path) -> Position:
    """Read a position."""
    report = Report()
    tree = read_tree(Source(path.name, path.read_text(encoding="utf-8")), report)
    assert tree, str(report.problems())
    data = tree.plain()
    known = {key: data.pop(key) for key in ("title", "why", "expect", "solution", "wrong")}
    supply = data.pop("supply", {})
    aims = data.pop("objectives", [])
    boats = data.pop("boats", [])
    boxes = [
        {"id": f"{side}_rear", "start_control": SIDES.index(side),
         "sources": (SIDES.index(side),), "entries": (entry,)}
        for side, entry in supply.items()
    ]  # fmt: skip
    if "means" in data:
        data["means"] = {SIDES.index(side): means for side, means in data["means"].items()}
    for unit in data["units"]:
        if "supply" in unit:
            unit["supply"] = Supply[unit["supply"].upper()]
    width = {len(row) for row in lines(data["rows"])}
    assert len(width) == 1, f"{path.name}: rows of different width"
    state = game(**{"boxes": boxes, "active": "red", **data})
    oob, board = state.scenario.oob, state.scenario.board
    objectives = tuple(
        Objective(
            id=aim["id"], side=oob.side_index[aim.get("side", "red")], name=aim["id"], name_ar="",
            text="", phase="", places=tuple(board.place_index[p] for p in aim["places"]),
            kind=ObjectiveKind(aim.get("kind", "all_hexes")), percent=aim.get("percent", 100),
            earliest=aim.get("earliest", 1), latest=aim.get("latest", 8), historical=0,
            weight=aim.get("weight", 3), hold=aim.get("hold", False),
        )
        for aim in aims
    )  # fmt: skip
    sides = tuple(replace(side, boats=side.id in boats) for side in oob.sides)
    scenario = replace(
        state.scenario, id=path.stem, objectives=objectives, oob=replace(oob, sides=sides)
    )
    now = tuple(ObjectiveNow() for _ in aims)
    return Position(
        path.stem, known["title"], known["why"], replace(state, scenario=scenario, objectives=now),
        tuple(known["expect"]), tuple(known["solution"]), tuple(known["wrong"]),
    )  # fmt: skip


def _holds(played: Played, expected: Mapping[str, Any]) -> bool:
    """One line of `expect`: a test and what it is about."""
    ((name, about),) = expected.items()
    return TESTS[name](played, about)


def _hexes(state: GameState, labels: str | Sequence[str]) -> list[int]:
    words = labels.split() if isinstance(labels, str) else labels
    return [state.scenario.board.grid.parse(str(word)) for word in words]


def _posted(state: GameState, h: int) -> bool:
    """An active unit of the side to play stands in the hex."""
    return any(
        unit.status is Status.ON_MAP and unit.at == h and unit.active
        for card, unit in zip(state.scenario.oob.units, state.units, strict=True)
        if card.side == state.active
    )


def _attack(played: Played, about: Mapping[str, Any]) -> bool:
    """An attack on `hex` with all of `with`, at least `units`, `points` of fire, `advance`."""
    (target,) = _hexes(played.before, about["hex"])
    need = set(about.get("with", "").split())
    return any(
        isinstance(order, Attack)
        and order.target == target
        and need <= set(order.units)
        and len(order.units) >= about.get("units", 1)
        and order.air + order.artillery >= about.get("points", 0)
        and len(order.advance) >= about.get("advance", 0)
        for order in played.orders
    )


def _no_attack(played: Played, about: str) -> bool:
    """No attack on these hexes; `anywhere` for none at all."""
    attacks = [order for order in played.orders if isinstance(order, (Attack, AttackBox))]
    if about == "anywhere":
        return not attacks
    barred = _hexes(played.before, about)
    return not any(isinstance(order, Attack) and order.target in barred for order in attacks)


def _no_fire(played: Played, about: str) -> bool:
    """No air or artillery points on these hexes, nor on a crossing; `anywhere` for none at all."""
    for order in played.orders:
        if isinstance(order, StrikeCrossing):
            return False
        fired = isinstance(order, (Attack, Bombard)) and order.air + order.artillery
        if fired and (about == "anywhere" or order.target in _hexes(played.before, about)):
            return False
    return True


def _at(played: Played, about: Mapping[str, str]) -> bool:
    """Each of these units stands in one of its hexes."""
    index = played.after.scenario.oob.unit_index
    return all(
        played.after.units[index[name]].at in _hexes(played.after, labels)
        for name, labels in about.items()
    )


TESTS: Mapping[str, Callable[[Played, Any], bool]] = {
    "attack": _attack,
    "no_attack": _no_attack,
    "no_fire": _no_fire,
    "at": _at,
    "not_at": lambda played, about: (
        not any(_at(played, {name: labels}) for name, labels in about.items())
    ),
    "posted": lambda played, about: all(
        _posted(played.after, h) for h in _hexes(played.after, about)
    ),
    "holds": lambda played, about: all(
        played.after.control[h] == played.after.active for h in _hexes(played.after, about)
    ),
    "ordered": lambda played, about: any(text.startswith(about) for text in played.texts),
    "not_ordered": lambda played, about: not any(text.startswith(about) for text in played.texts),
    "in_supply": lambda played, about: _in_supply(played.after, about) == set(about.split()),
    "cut_off": lambda played, about: not _in_supply(played.after, about),
    "any": lambda played, about: any(_holds(played, one) for one in about),
}
"""What can be expected, by name."""


def _in_supply(state: GameState, names: str) -> set[str]:
    oob = state.scenario.oob
    return {
        name
        for name in names.split()
        if oob.unit_index[name] in supplied_units(state, oob.units[oob.unit_index[name]].side)
    }
