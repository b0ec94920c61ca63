"""What things of a scenario are called in the language of the window."""

from __future__ import annotations

import re
from datetime import date as Day  # noqa: N812 - as elsewhere
from datetime import timedelta

from game.engine.board import NO_SIDE
from game.engine.scenario import Scenario
from game.ui.toolkit.shaping import isolated
from game.ui.toolkit.words import Words

_NOT_GROUND = ("bridge", "crossing")


class Naming:
    """Names of a scenario; where there is no Arabic one, the Latin one is given."""

    def __init__(self, scenario: Scenario, words: Words) -> None:
        self.scenario = scenario
        self.words = words
        self._arabic = words.lang == "ar"
        places = [p for p in scenario.board.places if p.kind not in _NOT_GROUND]
        by_size = sorted(places, key=lambda place: -len(place.hexes))
        self._ground = {h: self._of(place) for place in by_size for h in place.hexes}

    def side(self, number: int) -> str:
        """A side, or nobody."""
        if number == NO_SIDE:
            return self.words("replay.nobody")
        return self._of(self.scenario.oob.sides[number])

    def side_short(self, number: int) -> str:
        """The short name of a side, or that it is nobody."""
        sides = self.scenario.oob.sides
        key = f"common.side_{sides[number].id}" if 0 <= number < len(sides) else ""
        return self.words(key) if key and self.words.has(key) else self.side(number)

    def terrain(self, number: int) -> str:
        """A kind of ground."""
        return self._of(self.scenario.rules.terrains[number])

    def unit(self, ident: str) -> str:
        """A unit by its id."""
        number = self.scenario.oob.unit_index.get(ident)
        return ident if number is None else self._of(self.scenario.oob.units[number])

    def leader(self, ident: str) -> str:
        """A leader by his id."""
        found = (leader for leader in self.scenario.oob.leaders if leader.id == ident)
        return next((self._of(leader) for leader in found), ident)

    def place(self, ident: str) -> str:
        """A place by its id."""
        found = (place for place in self.scenario.board.places if place.id == ident)
        return next((self._of(place) for place in found), ident)

    def box(self, ident: str) -> str:
        """An area off the map by its id."""
        found = (box for box in self.scenario.board.boxes if box.id == ident)
        return next((self._of(box) for box in found), ident)

    def box_at(self, number: int) -> str:
        """An area off the map by its number."""
        return self._of(self.scenario.board.boxes[number])

    def crossing(self, ident: str) -> str:
        """A crossing by its id."""
        found = (each for each in self.scenario.board.crossings if each.id == ident)
        return next((self._of(each) for each in found), ident)

    def objective(self, number: int) -> str:
        """An objective."""
        return self._of(self.scenario.objectives[number])

    def objective_short(self, number: int) -> str:
        """An objective, without what follows a comma or a colon."""
        return re.split("[,،:]", self.objective(number))[0]

    def hex(self, h: int) -> str:
        """A hex: the smallest place it belongs to, or its label."""
        label = self.scenario.board.grid.label(h).replace("_", ",")
        if self._arabic:
            label = isolated(label)
        return self._ground.get(h) or self.words("replay.hex", label=label)

    def turn(self, turn: int) -> Day:
        """The date of a turn."""
        return Day.fromisoformat(self.scenario.start) + timedelta(days=turn - 1)

    def _of(self, thing: object) -> str:
        name: str = getattr(thing, "name", "")
        arabic: str = getattr(thing, "name_ar", "")
        return arabic if self._arabic and arabic else name
