"""Counting the legal games of so many orders, from a position (as chess programs do).

Dice are seeded, so a count is exact. It changes when a rule changes what may be ordered: then the
files are made anew with `python -m tests.perft.counting`, and the difference is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from game.engine.apply import apply
from game.engine.dice import Dice
from game.engine.legal_orders import legal_orders
from game.engine.order_text import write
from game.engine.state import GameState
from tests.boards import BOARDS

FOLDER = Path(__file__).parent
HEADER = """\
# Numbers of legal games of one, two ... orders from a battle of tests/boards.py.
# Made by `python -m tests.perft.counting`; read the difference before keeping it.
"""
DEPTHS = {"skirmish": 3, "river": 3, "town": 3, "line": 4}


@dataclass(frozen=True)
class Card:
    """One file: a battle, its seed, and the count for each depth."""

    board: str
    seed: int
    counts: tuple[int, ...]

    def start(self) -> GameState:
        """The position from which is counted."""
        return replace(BOARDS[self.board](), dice=Dice(self.seed))

    def text(self) -> str:
        """The file."""
        lines = [f"scenario {self.board}", f"seed {self.seed}"]
        lines += [f"perft {depth} {count}" for depth, count in enumerate(self.counts, 1)]
        return HEADER + "\n".join(lines) + "\n"


def read_card(path: Path) -> Card:
    """What a file says."""
    rows = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row and row[0] != "#"]
    named = {row[0]: row[1] for row in rows if row[0] != "perft"}
    counts = {int(row[1]): int(row[2]) for row in rows if row[0] == "perft"}
    assert list(counts) == list(range(1, len(counts) + 1)), path.name
    return Card(named["scenario"], int(named["seed"]), tuple(counts.values()))


def cards() -> Iterator[tuple[Path, Card]]:
    """All files."""
    for path in sorted(FOLDER.glob("*.perft")):
        yield path, read_card(path)


def perft(state: GameState, depth: int) -> int:
    """How many sequences of `depth` legal orders there are."""
    if depth == 1:
        return len(legal_orders(state))
    return sum(perft(apply(state, order)[0], depth - 1) for order in legal_orders(state))


def divide(state: GameState, depth: int) -> dict[str, int]:
    """The count below each first order, to find where two programs differ."""
    return {
        write(state.scenario, order): perft(apply(state, order)[0], depth - 1) if depth > 1 else 1
        for order in legal_orders(state)
    }


def main() -> None:
    """Make the files anew."""
    for board, depth in DEPTHS.items():
        start = Card(board, 1, ()).start()
        counts = tuple(perft(start, k) for k in range(1, depth + 1))
        text = Card(board, 1, counts).text()
        (FOLDER / f"{board}.perft").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
