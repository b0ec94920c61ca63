"""What the numbers of a scenario are called on the screen, in the language that was chosen."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - `date` writes one in words
from datetime import timedelta

from game.engine.board import NO_SIDE, NOWHERE
from game.engine.scenario import Objective, Scenario
from game.ui.toolkit.words import Form, Words, date

_NOT_GROUND = ("bridge", "crossing")


class Naming:
    """Names of a scenario; where there is no Arabic one, the Latin one is given."""

    def __init__(self, scenario: Scenario, words: Words) -> None:
        self.scenario = scenario
        self.words = words
        self._arabic = words.lang == "ar"
        self._start = Day.fromisoformat(scenario.start)
        places = [place for place in scenario.board.places if place.kind not in _NOT_GROUND]
        by_size = sorted(enumerate(scenario.board.places), key=lambda pair: -len(pair[1].hexes))
        known = {place.id for place in places}
        self._place_at = {
            h: number for number, place in by_size if place.id in known for h in place.hexes
        }

    def of(self, thing: object) -> str:
        """Return the name of anything that has one in both languages."""
        name: str = getattr(thing, "name", "")
        arabic: str = getattr(thing, "name_ar", "")
        return arabic if self._arabic and arabic else name

    def text(self, thing: object) -> str:
        """Return what is said about an event or an objective."""
        text: str = getattr(thing, "text", "")
        arabic: str = getattr(thing, "text_ar", "")
        return arabic if self._arabic and arabic else text

    def other(self, thing: object) -> str:
        """Return the name in the other language, empty if there is none."""
        name: str = getattr(thing, "name", "")
        arabic: str = getattr(thing, "name_ar", "")
        return name if self._arabic and arabic else "" if self._arabic else arabic

    def side(self, number: int) -> str:
        """A side, or nobody."""
        if not 0 <= number < len(self.scenario.oob.sides) or number == NO_SIDE:
            return self.words("play.nobody")
        return self.of(self.scenario.oob.sides[number])

    def colour(self, number: int) -> str:
        """The token of a side's colour."""
        sides = self.scenario.oob.sides
        return sides[number].colour if 0 <= number < len(sides) else ""

    def unit(self, number: int) -> str:
        """A unit."""
        return self.of(self.scenario.oob.units[number])

    def units(self, numbers: tuple[int, ...] | list[int]) -> str:
        """Several units, one after the other."""
        return self.words("play.comma").join(self.unit(number) for number in numbers)

    def formation(self, unit: int) -> str:
        """The formation of a unit."""
        card = self.scenario.oob.units[unit]
        return self.of(self.scenario.oob.formations[card.formation])

    def kind(self, unit: int) -> str:
        """The type of a unit."""
        return self.of(self.scenario.unit_type(unit))

    def leader(self, number: int) -> str:
        """A leader."""
        return self.of(self.scenario.oob.leaders[number])

    def crossing(self, number: int) -> str:
        """A crossing."""
        return self.of(self.scenario.board.crossings[number])

    def box(self, number: int) -> str:
        """An area off the map."""
        return self.of(self.scenario.board.boxes[number])

    def place(self, number: int) -> str:
        """A named place."""
        return self.of(self.scenario.board.places[number])

    def objective(self, objective: Objective) -> str:
        """An objective."""
        return self.of(objective)

    def place_at(self, h: int) -> int:
        """Return the number of the smallest place of ground a hex belongs to, NOWHERE if none."""
        return self._place_at.get(h, NOWHERE)

    def label(self, h: int) -> str:
        """The number of a hex as people read it: 27,29."""
        return self.scenario.board.grid.label(h).replace("_", ",")

    def hex(self, h: int) -> str:
        """A hex with the place it belongs to: al-Sinaah, hex 27,28."""
        place = self.place_at(h)
        plain = self.words("play.hex_label", label=self.label(h))
        if place == NOWHERE:
            return plain
        return self.words("play.place_hex", place=self.place(place), hex=plain)

    def short(self, h: int) -> str:
        """A hex by its place, or by its number where there is no place."""
        place = self.place_at(h)
        return self.words("play.hex_label", label=self.label(h)) if place < 0 else self.place(place)

    def terrain(self, h: int) -> str:
        """The ground of a hex."""
        board = self.scenario.board
        return self.of(self.scenario.rules.terrains[board.terrain[h]])

    def day(self, turn: int) -> Day:
        """The date of a turn."""
        return self._start + timedelta(days=turn - 1)

    def date(self, turn: int, form: Form = "short") -> str:
        """The date of a turn in words."""
        return date(self.words.lang, self.day(turn), form)
