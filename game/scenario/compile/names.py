"""Everything events, objectives and the record can name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.engine.board import NOWHERE, Board
from game.engine.forces import OrderOfBattle
from game.scenario.compile.calendar import Calendar
from game.scenario.compile.desk import Desk
from game.scenario.problems import Path


@dataclass(frozen=True, slots=True)
class Names:
    """The compiled things of a scenario, by id."""

    board: Board
    oob: OrderOfBattle
    days: Calendar
    events: Mapping[str, int] = field(default_factory=dict)
    objectives: Mapping[str, int] = field(default_factory=dict)

    def side(self, word: str, desk: Desk, path: Path) -> int:
        """Return the side's number; NOWHERE, reported, if there is none."""
        return desk.pick("side", word, self.oob.side_index, path)

    def place(self, word: str, desk: Desk, path: Path) -> int:
        """Return the place's number; NOWHERE, reported, if there is none."""
        return desk.pick("place", word, self.board.place_index, path)

    def box(self, word: str, desk: Desk, path: Path) -> int:
        """Return the box's number; NOWHERE, reported, if there is none."""
        return desk.pick("box", word, self.board.box_index, path)

    def unit(self, word: str, desk: Desk, path: Path) -> str:
        """Return the unit's id; reported if there is none."""
        desk.pick("unit", word, self.oob.unit_index, path)
        return word

    def crossing(self, word: str, desk: Desk, path: Path) -> str:
        """Return the crossing's id; reported if there is none."""
        desk.pick("crossing", word, self.board.crossing_index, path)
        return word

    def whereabouts(self, word: str, desk: Desk, path: Path) -> int:
        """Return the number of a place, or of a place that lies in the box of that id.

        The engine tests where units are by place; a box counts as any place in it.
        """
        box = self.board.box_index.get(word)
        if box is None or word in self.board.place_index:
            options = {**self.board.place_index, **self.board.box_index}
            if word not in options:
                desk.unknown("place or box", word, options, path)
                return NOWHERE
            return self.board.place_index[word]
        for number, place in enumerate(self.board.places):
            if place.box == box:
                return number
        desk.say(path, f'box "{word}" has no place in it; add one to map.yaml with `box: {word}`')
        return NOWHERE
