"""A small battle with all that can be hidden, and ways to play it at random."""

from __future__ import annotations

import random
from dataclasses import replace

from game.engine.orders import EndTurn, NextDay, Order
from game.engine.scenario import Condition as When
from game.engine.scenario import Effect, Scenario, ScriptedEvent
from game.session import Seat, Session
from tests.engine.small import game, unit

RED, BLUE, GREY = 0, 1, 2

ROWS = """
    dddddddddd
     dddddddddd
    dddddddddd
     dddddddddd
    dddddddddd
     dddddddddd
"""

RAIN = (Effect("flag", name="weather", value="rain"),)


def battle(**more: object) -> Scenario:
    """Red against blue, who has hidden units, belts and tunnels; grey looks on."""
    state = game(
        ROWS,
        units=[
            unit("red_1", RED, "armour", "2_1", 3),
            unit("red_2", RED, "infantry", "2_3", 3),
            unit("red_3", RED, "infantry", "1_4", 2),
            unit("blue_1", BLUE, "fighters", "5_1", 2),
            unit("blue_2", BLUE, "fighters", "6_4", 2, hidden=True),
            unit("blue_3", BLUE, "militia", "8_2", 2, hidden=True),
            unit("grey_1", GREY, "militia", "9_5", 2),
        ],
        roads=["0_1 1_1 2_1 3_1 4_1"],
        population="\n".join(["0000200000"] * 6),
        support=[
            {"side": RED, "first": 1, "last": 20, "air": 2, "artillery": 1},
            {"side": BLUE, "first": 1, "last": 20, "car_bombs": 1},
        ],
        belts=[("belt_1", "4_2", BLUE)],
        tunnels=[("tunnel_1", "6_4", "8_4", BLUE)],
        events=[ScriptedEvent("rain", "Rain", "", "", When("turn", first=2), RAIN, False, 50)],
        neutral=True,
        turns=6,
        **more,
    )  # fmt: skip
    return replace(state.scenario, content_hash="of the battle")


BATTLE = battle()
HOTSEAT = {"red": Seat("human"), "blue": Seat("human")}


def session(seed: int = 1, scenario: Scenario = BATTLE, **seats: Seat) -> Session:
    """A game of the battle; without seats red and blue share the screen."""
    return Session.new(scenario, seed, seats or HOTSEAT)


def step(it: Session, rng: random.Random) -> Order | str:
    """One random deed of the side to play: an order, an undo or a redo."""
    roll = rng.random()
    if roll < 0.15:
        it.undo()
        return "undo"
    if roll < 0.22:
        it.redo()
        return "redo"
    orders = [order for order in it.legal() if not isinstance(order, (EndTurn, NextDay))]
    order = rng.choice(orders) if orders and roll < 0.9 else EndTurn()
    assert it.submit(order) is None, order
    it.advance()
    return order


def played_to(seed: int, turn: int) -> Session:
    """A game in the middle of a turn, reached at random."""
    it, rng = session(seed), random.Random(seed)
    while it.state.turn < turn or it.side != BLUE or not it.log[-1].text.startswith("move"):
        step(it, rng)
    return it


def played(seed: int, deeds: int, **seats: Seat) -> Session:
    """A game after some random deeds."""
    it, rng = session(seed, **seats), random.Random(seed)
    it.advance()
    for _ in range(deeds):
        if it.ended:
            break
        step(it, rng)
    return it
