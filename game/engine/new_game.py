"""The first state of a game."""

from __future__ import annotations

from game.engine.board import NOWHERE
from game.engine.dice import Dice
from game.engine.draft import Draft
from game.engine.events import Event
from game.engine.rules.turn import begin_day, begin_side
from game.engine.scenario import Scenario
from game.engine.state import (
    BeltNow,
    CrossingNow,
    GameState,
    LeaderNow,
    Losses,
    Means,
    ObjectiveNow,
    Status,
    Supply,
    TunnelNow,
    Unit,
)


def new_game(
    scenario: Scenario, seed: int = 1, *, recorded: bool = False
) -> tuple[GameState, tuple[Event, ...]]:
    """Set up a scenario and begin the first day.

    `recorded` allows orders with fixed dice and decrees: the replay of the record.
    """
    draft = Draft(set_up(scenario, seed, recorded))
    begin_day(draft)
    begin_side(draft)
    return draft.freeze(), tuple(draft.events)


def set_up(scenario: Scenario, seed: int = 1, recorded: bool = False) -> GameState:
    """Return a scenario as it is set up, before the first day begins."""
    board, oob = scenario.board, scenario.oob
    return GameState(
        scenario=scenario,
        turn=1,
        active=0,
        units=tuple(_start(scenario, n) for n in range(len(oob.units))),
        control=board.start_control,
        works=board.start_works or bytes(board.grid.size),
        rubble=board.start_rubble or bytes(board.grid.size),
        population=board.population,
        crossings=tuple(CrossingNow(c.start, c.start_work) for c in board.crossings),
        belts=tuple(BeltNow(belt.known) for belt in oob.belts),
        tunnels=tuple(TunnelNow(tunnel.known) for tunnel in oob.tunnels),
        leaders=tuple(LeaderNow() for _ in oob.leaders),
        boxes=bytes(b.start_control for b in board.boxes),
        relations=oob.relations,
        means=tuple(Means() for _ in oob.sides),
        harm=(),
        fired=(0,) * len(scenario.events),
        objectives=tuple(ObjectiveNow() for _ in scenario.objectives),
        agreements=(),
        offers=(),
        corridors=(),
        struck=(),
        boats_used=0,
        flags=(),
        losses=tuple(Losses() for _ in oob.sides),
        decrees=0,
        ended=False,
        dice=Dice(seed),
        recorded=recorded,
    )


def _start(scenario: Scenario, number: int) -> Unit:
    card = scenario.oob.units[number]
    steps, hidden, fast = card.start_steps, card.hidden, card.stand_fast
    if card.arrives > 1:
        return Unit(
            Status.WAITING, box=card.box, due=card.arrives, steps=steps, hidden=hidden,
            stand_fast=fast,
        )  # fmt: skip
    if card.hex != NOWHERE:
        days = card.cut_days
        rung = Supply.SUPPLIED
        if days:
            low = scenario.rules.supply.low_days
            rung = Supply.LOW if days <= low else Supply.ISOLATED
        return Unit(
            Status.ON_MAP, at=card.hex, steps=steps, suppressed=card.suppressed, supply=rung,
            cut_days=days, hidden=hidden, stand_fast=fast,
        )  # fmt: skip
    return Unit(Status.IN_BOX, box=card.box, steps=steps, hidden=hidden, stand_fast=fast)
