"""A game measured against history on the same day: hexes that agree, days early or late."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.rules.shares import ground_of
from game.engine.scenario import Objective
from game.engine.state import GameState, ObjectiveNow
from game.history.city_share import quarters


@dataclass(frozen=True, slots=True)
class Row:
    """An objective of the side: its day in history and in the game."""

    number: int
    real: int
    own: int
    """0 = it is still open."""

    @property
    def open(self) -> bool:
        """Whether the game has not come to it yet."""
        return not self.own

    @property
    def days(self) -> int:
        """How many days later than in history, negative = earlier."""
        return self.own - self.real


@dataclass(frozen=True, slots=True)
class Against:
    """What is told of a day."""

    rows: tuple[Row, ...]
    agree: float
    """Percent of the city's hexes (of all, without a city) that have the same holder."""
    city: bool
    held_more: int
    """Hexes the side holds in the game and not in history."""
    held_less: int

    @property
    def earlier(self) -> int:
        """Objectives reached earlier than in history."""
        return sum(not row.open and row.days < 0 for row in self.rows)

    @property
    def same(self) -> int:
        """Objectives reached on the same day."""
        return sum(not row.open and row.days == 0 for row in self.rows)

    @property
    def later(self) -> int:
        """Objectives reached later."""
        return sum(not row.open and row.days > 0 for row in self.rows)

    @property
    def still_open(self) -> int:
        """Objectives that history had reached by now, and the game has not."""
        return sum(row.open for row in self.rows)


def against(own: GameState, history: GameState, side: int, since: int = 1) -> Against:
    """Compare two states of the same day; what both had settled before `since` is left out."""
    rows = []
    for number, objective in enumerate(own.scenario.objectives):
        if objective.side != side or not objective.historical:
            continue
        day = decided(objective, own.objectives[number])
        settled = day and max(day, objective.historical) < since
        if (objective.historical <= own.turn or day) and not settled:
            rows.append(Row(number, objective.historical, day))
    rows.sort(key=lambda row: (row.real, row.number))
    places = quarters(own.scenario)
    hexes = ground_of(own, places)[0] if places else range(own.scenario.board.grid.size)
    same = sum(own.control[h] == history.control[h] for h in hexes)
    pairs = list(zip(own.control, history.control, strict=True))
    return Against(
        tuple(rows),
        100 * same / max(1, len(hexes)),
        bool(places),
        sum(now == side != then for now, then in pairs),
        sum(then == side != now for now, then in pairs),
    )


def decided(objective: Objective, now: ObjectiveNow) -> int:
    """Return the day on which an objective was reached, or lost by its holder; 0 = not yet."""
    if objective.hold:
        return now.lost_on
    return 0 if now.lost_on else now.met_on
