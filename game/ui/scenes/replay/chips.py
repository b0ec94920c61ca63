"""The objectives of a day: which of them the chips show, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from game.engine.rules.objectives import share
from game.engine.scenario import Objective, Scenario
from game.engine.state import GameState
from game.history.city_share import quarters

CHIPS: Final = 5

Standing = Literal["open", "half", "held", "lost"]


@dataclass(frozen=True, slots=True)
class Aim:
    """An objective in the evening of a day."""

    number: int
    mark: Standing
    fact: str
    """Key of the words for it, with the values below."""
    turn: int = 0
    """The day the fact is about."""
    days: int = 0
    contested: bool = False
    held: int = 0
    total: int = 0


def aims(state: GameState, side: int) -> list[Aim]:
    """Return every objective of a side in the order of the scenario."""
    rows = enumerate(state.scenario.objectives)
    return [aim(state, number) for number, objective in rows if objective.side == side]


def aim(state: GameState, number: int) -> Aim:
    """Return how an objective stands in the evening of the state."""
    objective, now = state.scenario.objectives[number], state.objectives[number]
    held, total = share(state, objective.places, objective.side)
    contested = 0 < held < total
    turn = state.turn
    if now.lost_on:
        return Aim(number, "lost", "lost_on", now.lost_on, 0, contested, held, total)
    if now.met_on:
        mark: Standing = "held" if now.standing else "half" if held else "lost"
        today = now.met_on == turn
        fact = "reached_today" if today and not objective.hold else "since"
        if not now.standing and not held:
            fact = "reached_then_lost"
        return Aim(number, mark, fact, now.met_on, 0, contested, held, total)
    mark = "half" if contested and not now.standing else "held" if now.standing else "open"
    due = objective.historical or objective.latest
    fact = "due" if due > turn else "due_today" if due == turn else "overdue"
    return Aim(number, mark, fact, due, abs(due - turn), contested, held, total)


def chosen(state: GameState, side: int, count: int = CHIPS) -> list[Aim]:
    """Return the objectives nearest to the day, and last that of the whole city."""
    scenario = state.scenario
    every = aims(state, side)
    city = whole_city(scenario, side)
    last = [each for each in every if each.number == city]
    turn = state.turn

    def distance(each: Aim) -> tuple[int, int, int]:
        day = each.turn - turn
        weight = scenario.objectives[each.number].weight
        return abs(day), 0 if day >= 0 else 1, -weight

    near = sorted((each for each in every if each.number != city), key=distance)
    near = near[: max(0, count - len(last))]
    near.sort(key=lambda each: (each.turn != turn, each.turn <= turn, abs(each.turn - turn)))
    return [*near, *last][:count]


def whole_city(scenario: Scenario, side: int) -> int:
    """Return the objective that is about all districts of the city, -1 if there is none."""
    districts = set(quarters(scenario))

    def about_all(objective: Objective) -> bool:
        return objective.side == side and bool(districts) and set(objective.places) >= districts

    rows = enumerate(scenario.objectives)
    return next((number for number, objective in rows if about_all(objective)), -1)
