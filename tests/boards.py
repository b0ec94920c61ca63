"""Named little battles for perft, golden games and determinism; changing one changes those."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.engine.state import GameState
from tests.engine.small import game, unit


def skirmish() -> GameState:
    """Open ground, a road, two units a side."""
    return game(
        "ddhdd\n dvddd",
        [
            unit("r1", "red", "infantry", "0_0"), unit("r2", "red", "armour", "0_1", 3),
            unit("b1", "blue", "militia", "3_0"), unit("b2", "blue", "fighters", "4_1"),
        ],
        roads=["0_0 1_0 2_0 3_0 4_0"],
        turns=2,
    )  # fmt: skip


def river() -> GameState:
    """The main river with a marked site and a ferry; engineers, boats, a box behind the entry."""
    return game(
        "dddd\n ffdd",
        [
            unit("eng", "red", "bridging", "1_0"), unit("leg", "red", "infantry", "1_1"),
            unit("foe", "blue", "fighters", "3_1", 1), unit("rest", "red", "guard", box="rear"),
        ],
        landmass="0011\n0011",
        crossings=[
            ("site", "pontoon_site", "1_0", "2_0", "open_site"),
            ("boat", "ferry", "1_1", "2_1", "ferry"),
        ],
        boxes=[{"id": "rear", "start_control": 0, "sources": (0,), "entries": ("0_0",)}],
        means={0: {"air": 1}},
        turns=2,
    )  # fmt: skip


def town() -> GameState:
    """Streets with people, prepared positions, a tunnel, mines, a hidden unit, points, a leader."""
    return game(
        "duU\n dui",
        [
            unit("storm", "red", "assault", "0_0", 3), unit("sap", "red", "engineers", "0_1", 1),
            unit("nest", "blue", "fighters", "1_0", 2, stand_fast=True),
            unit("ghost", "blue", "fighters", "2_1", 1, hidden=True),
        ],
        population="012\n021",
        works={"1_0": 1},
        belts=[("mines", "1_1", "blue")],
        tunnels=[("hole", "1_0", "2_0", "blue")],
        leaders=[{"id": "chief", "side": "red", "unit": "storm"}],
        means={0: {"air": 1, "artillery": 1, "replacements": 1}, 1: {"car_bombs": 1}},
        turns=2,
    )  # fmt: skip


def line() -> GameState:
    """Two sides against a third, a contact line between them, a place that is agreed upon."""
    return game(
        "dddd\n vddd",
        [
            unit("r1", "red", "motorised", "0_0"), unit("g1", "grey", "infantry", "0_1"),
            unit("b1", "blue", "raiders", "3_0"),
        ],
        neutral=True,
        control="0011\n2211",
        places={"post": "3_1"},
        turns=2,
    )  # fmt: skip


BOARDS: Mapping[str, Callable[[], GameState]] = {
    "skirmish": skirmish,
    "river": river,
    "town": town,
    "line": line,
}
