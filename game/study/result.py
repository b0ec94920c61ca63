"""What is kept of a game: a few numbers."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.ai.commander import Commander
from game.ai.match import Match
from game.engine.new_game import new_game
from game.engine.rules.dials import grade
from game.engine.rules.objectives import status
from game.engine.scenario import Scenario
from game.engine.state import GameState, digest
from game.study.score import score


@dataclass(frozen=True, slots=True)
class ObjectiveResult:
    """How an objective stood at the end."""

    met: bool
    met_on: int
    """Turn on which it was met in its window, 0 = never."""
    turned_on: int
    """Turn on whose night its condition first stood, whatever its window; for a holder, on whose
    night it first did not stand. 0 = never."""


@dataclass(frozen=True, slots=True)
class SideResult:
    """How a side fared."""

    grade: int
    """Index into `GradeRules.names`."""
    score: float
    """See `game.study.score`."""
    fallen: int
    """Steps."""
    surrendered: int
    """Steps."""
    harm: int
    """Entries in the ledger of harm."""


@dataclass(frozen=True, slots=True)
class GameResult:
    """What is kept of a game."""

    number: int
    """From 0."""
    seed: int
    digest: str
    """Of the last state."""
    sides: tuple[SideResult, ...]
    objectives: tuple[ObjectiveResult, ...]
    unnamed_harm: int
    """Entries in the ledger in nobody's name."""
    orders: int
    activations: int
    cpu_s: float = field(compare=False)


def play(
    scenario: Scenario,
    number: int,
    seed: int,
    commanders: Mapping[str, Commander],
    watch: Callable[[GameState], object] | None = None,
) -> GameResult:
    """Play a scenario to its end; returns what is kept of it.

    `commanders` by id of side; `watch` is given the state of every dawn and the last one, and may
    raise to break off.
    """
    begun = time.process_time()
    match = Match(new_game(scenario, seed)[0], commanders)
    turned = [0] * len(scenario.objectives)
    for state in match.turns():
        _note_turned(state, turned)
        if watch:
            watch(state)
    end = match.state
    sides = range(len(scenario.oob.sides))
    return GameResult(
        number,
        seed,
        digest(end),
        tuple(_side(end, side) for side in sides),
        tuple(
            ObjectiveResult(status(end, n) == "met", end.objectives[n].met_on, turned[n])
            for n in range(len(turned))
        ),
        sum(entry.side not in sides for entry in end.harm),
        match.orders,
        match.activations,
        time.process_time() - begun,
    )


def _side(end: GameState, side: int) -> SideResult:
    lost = end.losses[side]
    harm = sum(entry.side == side for entry in end.harm)
    return SideResult(grade(end, side).index, score(end, side), lost.fallen, lost.surrendered, harm)


def _note_turned(state: GameState, turned: list[int]) -> None:
    """Note the objectives whose condition has turned in the night just over."""
    night = state.turn if state.ended else state.turn - 1
    for number, objective in enumerate(state.scenario.objectives):
        if not turned[number] and state.objectives[number].standing != objective.hold:
            turned[number] = night
