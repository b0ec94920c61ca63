"""How much of the city is in whose hands, counted in whole districts."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.draft import Position
from game.engine.scenario import Scenario
from game.history.holders import CONTESTED, city_districts, holder


@dataclass(frozen=True, slots=True)
class CityShare:
    """Districts of a city that a side holds wholly, those where a front runs, and all of them."""

    held: int
    contested: int
    total: int

    @property
    def percent(self) -> float:
        """Districts wholly held, in percent."""
        return 100 * self.held / self.total

    @property
    def upper_percent(self) -> float:
        """The same with the contested districts, of which it holds a part or nothing."""
        return 100 * (self.held + self.contested) / self.total


def city_share(p: Position, side: int) -> CityShare | None:
    """Return the share of a side in the city; None on a map without a city."""
    districts = quarters(p.scenario)
    if not districts:
        return None
    name = p.scenario.oob.sides[side].id
    found = [holder(p, (district,)) for district in districts]
    return CityShare(found.count(name), found.count(CONTESTED), len(districts))


def quarters(scenario: Scenario) -> tuple[int, ...]:
    """Return the districts of the city, without those that are only a part of another one."""
    places = scenario.board.places
    districts = city_districts(scenario)

    def part(district: int) -> bool:
        own = set(places[district].hexes)
        return any(own < set(places[other].hexes) for other in districts if other != district)

    return tuple(district for district in districts if not part(district))
