"""A short battle told line by line: orders as they are written, events by their names and numbers.

Made anew with `python -m tests.golden.playthrough --regen`; the difference is read before it is
kept, for it shows what a change of the rules does to a game.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from game.engine.apply import apply
from game.engine.dice import Dice
from game.engine.events import Event
from game.engine.order_text import read, write
from game.engine.state import GameState, digest
from tests.boards import BOARDS

FOLDER = Path(__file__).parent
GAMES = {
    "town": (
        "attack 1_0 with storm sap air 1 artillery 1 advance storm",
        "stand storm",
        "end",
        "attack 0_1 with nest advance nest",
        "move ghost 1_1",
        "end",
        "dawn",
        "corridor 1_0",
        "attack 1_0 with storm sap advance storm",
        "attack 1_1 with storm sap advance sap",
        "end",
        "withdraw nest 2_1",
        "end",
    ),
    "river": (
        "build site with eng",
        "strike boat air 1",
        "move leg 2_1",
        "enter rest 0_0",
        "end",
        "attack 2_1 with foe advance foe",
        "end",
        "dawn",
        "build site with eng",
        "attack 3_1 with leg advance leg",
        "move rest 1_0",
        "end",
        "end",
    ),
}
"""Orders of each game, in its seed; one that is refused is told with its reason."""


def told(board: str, seed: int = 5) -> str:
    """The game as text."""
    state = replace(BOARDS[board](), dice=Dice(seed))
    lines = [f"# {board}, seed {seed}: python -m tests.golden.playthrough --regen"]
    for text in GAMES[board]:
        lines.extend(_step(state, text))
        state = _after(state, text)
    return "\n".join([*lines, f"= {digest(state)}"]) + "\n"


def _after(state: GameState, text: str) -> GameState:
    try:
        return apply(state, read(state.scenario, text))[0]
    except ValueError:
        return state


def _step(state: GameState, text: str) -> list[str]:
    order = read(state.scenario, text)
    try:
        _, events = apply(state, order)
    except ValueError as refused:
        return [f"> {text}", f"  refused: {refused}"]
    return [f"> {write(state.scenario, order)}", *(f"  {_worded(event)}" for event in events)]


def _worded(event: Event) -> str:
    shown = repr(event).replace("<", "").replace(">", "")
    return f"{event.rule} {shown}"


def main() -> None:
    """Make the files anew if asked to, else show them."""
    for board in GAMES:
        if "--regen" in sys.argv:
            (FOLDER / f"{board}.txt").write_text(told(board), encoding="utf-8")
        else:
            sys.stdout.write(told(board))


if __name__ == "__main__":
    main()
