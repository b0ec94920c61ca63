"""Random little battles, and random play. The same generator gives the same battle.

Every rule of the game has a chance to come up: rivers and crossings, boats, boxes, belts, tunnels,
hidden units, leaders, points of support, people, a neutral side, agreements.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from game.engine.apply import apply
from game.engine.events import Event
from game.engine.forces import Side
from game.engine.legal_orders import legal_orders
from game.engine.orders import EndTurn, NextDay, Order
from game.engine.state import Agreement, GameState, Offer, Supply
from tests.engine.small import game, unit

GROUND = "dddddhfvsuuUUirabo"
TYPES = (
    "militia", "infantry", "motorised", "mechanised", "armour", "assault", "engineers", "bridging",
    "fighters", "raiders", "garrison",
)  # fmt: skip
IDLE = ("Hold", "StandFast", "LeaveBattle", "LayDown", "AttachLeader", "EndTurn")
MOST_ORDERS = 12
"""Orders of a side in a turn of random play, before it ends its turn."""

Played = tuple[GameState, Order, GameState, tuple[Event, ...]]


def battle(rng: Random) -> GameState:
    """A battle about to be fought: two or three sides on a few hexes."""
    width, height = rng.randint(3, 6), rng.randint(2, 4)
    size = width * height
    neutral = rng.random() < 0.3
    camps = 3 if neutral else 2
    rows = ["".join(rng.choice(GROUND) for _ in range(width)) for _ in range(height)]
    bank = rng.randrange(1, width) if rng.random() < 0.5 else width
    land = "".join("1" if h % width >= bank else "0" for h in range(size))
    posts = _posts(rng, size, camps)
    units = [_unit(rng, f"u{n}", side, h) for n, (side, h) in enumerate(posts)]
    boxes = _boxes(rng, size)
    for n in range(rng.randint(0, 3) if boxes else 0):
        units.append(_boxed(rng, f"b{n}", rng.randrange(2), rng.randrange(len(boxes))))
    leaders = [u["id"] for u in units if u["side"] == 0][:1]
    sides = tuple(Side(n, n, "", "", boats=n == "blue") for n in ("red", "blue", "grey"))[:camps]
    more: dict[str, Any] = {
        "landmass": _rows(land, width),
        "population": _rows("".join(rng.choice("0012") for _ in range(size)), width),
        "roads": [" ".join(_label(h, width) for h in _walk(rng, width, height))],
        "crossings": _crossings(rng, width, height, bank),
        "belts": [(f"m{k}", rng.randrange(size), k) for k in range(rng.randint(0, 2))],
        "tunnels": [("t", *rng.sample(range(size), 2), 1)] if rng.random() < 0.3 else [],
        "boxes": boxes, "neutral": neutral, "sides": sides,
        "places": {f"p{k}": f"{rng.randrange(width)}_0 {k}_1" for k in (0, 1)},
        "leaders": [{"id": "chief", "side": 0, "unit": name} for name in leaders],
        "means": {k: _stock(rng) for k in range(2)},
        "support": [{"side": k, "first": 1, "last": 9, "air": 1, "artillery": 1} for k in range(2)],
        "works": {h: rng.randint(1, 2) for h in rng.sample(range(size), 2)},
        "rubble": {h: rng.randint(1, 2) for h in rng.sample(range(size), 2)},
        "turns": rng.randint(1, 3), "seed": rng.randrange(1 << 32), "active": rng.randrange(camps),
    }  # fmt: skip
    state = game("\n".join(rows), units, **more)
    return replace(
        state,
        agreements=(Agreement(0, 1, (0,)),) if rng.random() < 0.3 else (),
        offers=(Offer(rng.randrange(2), rng.randrange(size), 1),),
        corridors=(),
    )


def play(
    state: GameState, rng: Random, choose: Callable[[GameState, Random], Order] | None = None
) -> list[Played]:
    """Play a battle to its end at random: each step with the state before and after it."""
    steps: list[Played] = []
    given = 0
    while not state.ended:
        order = (choose or any_order)(state, rng)
        if given >= MOST_ORDERS and not isinstance(order, NextDay):
            order = EndTurn()
        given = 0 if isinstance(order, (EndTurn, NextDay)) else given + 1
        after, events = apply(state, order)
        steps.append((state, order, after, events))
        state = after
    return steps


def any_order(state: GameState, rng: Random) -> Order:
    """Any legal order, the kinds about equally often but for the idle ones; at times the end."""
    orders = legal_orders(state)
    if rng.random() < 0.1:
        return orders[-1]
    kinds = sorted({type(order).__name__ for order in orders})
    busy = [kind for kind in kinds if kind not in IDLE]
    kind = rng.choice(busy if busy and rng.random() < 0.9 else kinds)
    return rng.choice([order for order in orders if type(order).__name__ == kind])


def _posts(rng: Random, size: int, camps: int) -> list[tuple[int, int]]:
    """Side and hex of every unit on the map; no two sides in one hex."""
    owner: dict[int, int] = {}
    posts = []
    for _ in range(rng.randint(2, 7)):
        h, side = rng.randrange(size), rng.randrange(camps)
        if owner.setdefault(h, side) == side and posts.count((side, h)) < 3:
            posts.append((side, h))
    return posts


def _unit(rng: Random, name: str, side: int, h: int) -> dict[str, Any]:
    steps = rng.randint(1, 2)
    fields: dict[str, Any] = {
        "suppressed": rng.randint(1, steps) if rng.random() < 0.2 else 0,
        "hidden": side != 2 and rng.random() < 0.2,
        "stand_fast": rng.random() < 0.3,
        "full": steps + rng.randint(0, 1),
    }
    if rng.random() < 0.2:
        fields |= {"supply": Supply.ISOLATED, "cut_days": rng.randint(2, 9)}
    return unit(name, side, rng.choice(TYPES), h, steps, **fields)


def _boxed(rng: Random, name: str, side: int, box: int) -> dict[str, Any]:
    return unit(name, side, rng.choice(TYPES), steps=rng.randint(1, 3), box=box,
                hidden=rng.random() < 0.2)  # fmt: skip


def _boxes(rng: Random, size: int) -> list[dict[str, Any]]:
    count = rng.randint(0, 2)
    return [
        {"id": f"box{k}", "start_control": rng.choice((0, 1, 255)), "sources": (k,),
         "entries": (rng.randrange(size),), "entry_days": rng.randint(0, 1),
         "links": ((1 - k, rng.randint(0, 1)),) if count == 2 else ()}
        for k in range(count)
    ]  # fmt: skip


def _crossings(rng: Random, width: int, height: int, bank: int) -> list[tuple[Any, ...]]:
    """Sites along the river, which runs down the map before column `bank`."""
    if bank >= width:
        return []
    kinds = (
        ("bridge", "intact"), ("ferry", "ferry"), ("pontoon_site", "open_site"),
        ("pontoon_site", "pontoon"), ("pontoon_site", "broken"), ("causeway", "intact"),
    )  # fmt: skip
    rows = rng.sample(range(height), rng.randint(0, min(2, height)))
    return [(f"x{row}", *_shuffled(rng.choice(kinds), row * width + bank)) for row in rows]


def _shuffled(kind: tuple[str, str], east: int) -> tuple[str, int, int, str]:
    return kind[0], east - 1, east, kind[1]


def _stock(rng: Random) -> dict[str, int]:
    return {
        name: rng.randint(0, 2)
        for name in ("air", "artillery", "car_bombs", "replacements", "attacks")
    }


def _walk(rng: Random, width: int, height: int) -> list[int]:
    """A road along a row."""
    row = rng.randrange(height)
    return [row * width + col for col in range(width)]


def _label(h: int, width: int) -> str:
    return f"{h % width}_{h // width}"


def _rows(text: str, width: int) -> str:
    return "\n".join(text[k : k + width] for k in range(0, len(text), width))
