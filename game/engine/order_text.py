"""Orders as text, one line each (rule 10): `move tig_1 14_13`, `attack box mayadin with col_1`.

`read(scenario, write(scenario, order))` gives the order back. Two orders are written for logs
only: a decree, because its effects are data, and an order of the record, which is written as the
order inside it.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.engine.board import NOWHERE
from game.engine.order_reading import VERBS, read
from game.engine.order_words import OrderSyntaxError
from game.engine.orders import (
    AttachLeader,
    Attack,
    AttackBox,
    Bombard,
    BuildCrossing,
    ClaimBox,
    ClearBelt,
    CollapseTunnel,
    Convoy,
    CrossRiver,
    Decree,
    DemolishCrossing,
    DigIn,
    EndTurn,
    EnterMap,
    HandOver,
    Hold,
    LayDown,
    LeaveBattle,
    LeaveMap,
    Move,
    NextDay,
    OfferTerms,
    OpenCorridor,
    OperationalMove,
    Order,
    Recorded,
    Refit,
    StandFast,
    StrikeCrossing,
    TravelBox,
    TunnelMove,
    Withdraw,
)
from game.engine.scenario import Scenario

__all__ = ["VERBS", "OrderSyntaxError", "read", "write"]


def write(scenario: Scenario, order: Order) -> str:
    """Write an order as one line."""
    label = scenario.board.grid.label
    match order:
        case Move(unit, to, via):
            return " ".join(["move", unit, label(to), *_after("via", map(label, via))])
        case OperationalMove(unit, to):
            return f"march {unit} {label(to)}"
        case CrossRiver(unit, to):
            return f"boat {unit} {label(to)}"
        case Attack():
            return _write_attack(order, label(order.target))
        case Bombard(target, air, artillery):
            return " ".join(["bombard", label(target), *_points(air, artillery)])
        case StrikeCrossing(crossing, air, artillery):
            return " ".join(["strike", crossing, *_points(air, artillery)])
        case DigIn(unit):
            return f"dig {unit}"
        case StandFast(unit, on):
            return f"{'stand' if on else 'yield'} {unit}"
        case BuildCrossing(unit, crossing):
            return f"build {crossing} with {unit}"
        case DemolishCrossing(unit, crossing):
            return f"demolish {crossing} with {unit}"
        case ClearBelt(unit, h):
            return f"clear {label(h)} with {unit}"
        case CollapseTunnel(unit, tunnel):
            return f"collapse {tunnel} with {unit}"
        case TunnelMove(unit, tunnel):
            return f"tunnel {unit} {tunnel}"
        case Withdraw(unit, to, box):
            where = [label(to)] if to != NOWHERE else []
            return " ".join(["withdraw", unit, *where, *_after("box", [box])])
        case HandOver(place, to_side, box):
            return " ".join(["hand", place, "to", to_side, *_after("box", [box])])
        case OfferTerms(h):
            return f"terms {label(h)}"
        case LayDown(unit):
            return f"lay down {unit}"
        case OpenCorridor(h):
            return f"corridor {label(h)}"
        case Convoy(place):
            return f"convoy {place}"
        case EnterMap(unit, to):
            return f"enter {unit} {label(to)}"
        case LeaveMap(unit, box):
            return f"leave {unit} box {box}"
        case TravelBox(unit, box):
            return f"travel {unit} box {box}"
        case AttackBox(box, units, air):
            return " ".join(["attack box", box, "with", *units, *_points(air, 0)])
        case ClaimBox(box):
            return f"claim box {box}"
        case LeaveBattle(unit):
            return f"depart {unit}"
        case Refit(unit):
            return f"refit {unit}"
        case AttachLeader(leader, unit):
            return f"attach {leader} to {unit}"
        case Hold(unit):
            return f"hold {unit}"
        case EndTurn():
            return "end"
        case NextDay():
            return "dawn"
        case Decree(reason):
            return f"decree {' '.join(reason.split())}"
        case Recorded(inner):
            return write(scenario, inner)


def _after(word: str, rest: Iterable[str]) -> list[str]:
    """The word and what follows it, nothing if nothing follows."""
    found = [part for part in rest if part]
    return [word, *found] if found else []


def _points(air: int, artillery: int) -> list[str]:
    named = (("air", air), ("artillery", artillery))
    return [f"{name} {points}" for name, points in named if points]


def _write_attack(order: Attack, target: str) -> str:
    return " ".join(
        [
            "attack", target, "with", *order.units, *_points(order.air, order.artillery),
            *_after("tunnel", [order.tunnel]), *(["car bomb"] if order.car_bomb else []),
            *_after("advance", order.advance),
        ]
    )  # fmt: skip
