"""What the numbers of a scenario are called in sentences."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - `date` is a field elsewhere
from datetime import timedelta

from game.engine.board import NO_SIDE
from game.engine.scenario import Scenario

_NOT_GROUND = ("bridge", "crossing")
"""Kinds of places that are points on the water, not ground to fight for."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class Names:
    """Names of a scenario, in English."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._ground = _by_hex(scenario)

    def side(self, number: int) -> str:
        """A side; `nobody` for none."""
        sides = self.scenario.oob.sides
        return sides[number].name if number != NO_SIDE else "nobody"

    def unit(self, number: int) -> str:
        """A unit."""
        return self.scenario.oob.units[number].name

    def leader(self, number: int) -> str:
        """A leader."""
        return self.scenario.oob.leaders[number].name

    def place(self, number: int) -> str:
        """A place."""
        return self.scenario.board.places[number].name

    def box(self, number: int) -> str:
        """An area off the map."""
        return self.scenario.board.boxes[number].name

    def crossing(self, number: int) -> str:
        """A crossing."""
        return self.scenario.board.crossings[number].name

    def objective(self, number: int) -> str:
        """An objective, with its id."""
        objective = self.scenario.objectives[number]
        return f"{objective.id} {objective.name}"

    def ground(self, h: int) -> str:
        """The smallest place a hex belongs to; empty if there is none."""
        return self._ground.get(h, "")

    def where(self, h: int) -> str:
        """A hex: the smallest place it belongs to, and its label."""
        label = self.scenario.board.grid.label(h)
        return f"{self._ground[h]} ({label})" if h in self._ground else f"hex {label}"

    def day(self, turn: int) -> str:
        """The date of a turn, in words."""
        day = Day.fromisoformat(self.scenario.start) + timedelta(days=turn - 1)
        return self.in_words(day)

    @staticmethod
    def in_words(day: Day) -> str:
        """A date in words, without its weekday: 14 September 2017."""
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _by_hex(scenario: Scenario) -> dict[int, str]:
    """Name of the smallest place of ground for each hex that belongs to one."""
    places = [place for place in scenario.board.places if place.kind not in _NOT_GROUND]
    by_size = sorted(places, key=lambda place: -len(place.hexes))
    return {h: place.name for place in by_size for h in place.hexes}
