"""The orders of the record as sentences in the language of the window."""

from __future__ import annotations

from typing import Final

from game.engine import orders as o
from game.engine.board import NOWHERE
from game.ui.scenes.replay.naming import Naming

_KEYS: Final[dict[type, str]] = {
    o.Move: "move", o.OperationalMove: "march", o.CrossRiver: "boats", o.Attack: "attack",
    o.Bombard: "bombard", o.StrikeCrossing: "strike", o.DigIn: "dig", o.StandFast: "stand_fast",
    o.BuildCrossing: "build", o.DemolishCrossing: "demolish", o.ClearBelt: "clear",
    o.CollapseTunnel: "collapse", o.TunnelMove: "tunnel", o.Withdraw: "withdraw",
    o.HandOver: "hand_over", o.OfferTerms: "terms", o.LayDown: "lay_down",
    o.OpenCorridor: "corridor", o.Convoy: "convoy", o.EnterMap: "enter", o.LeaveMap: "leave",
    o.TravelBox: "travel", o.AttackBox: "attack_box", o.ClaimBox: "claim_box",
    o.LeaveBattle: "leave_battle", o.Refit: "refit", o.AttachLeader: "leader", o.Hold: "hold",
}  # fmt: skip


def sentence(naming: Naming, order: o.Order) -> str:
    """Return an order as a sentence; of one that has no words, its name."""
    words = naming.words
    key = _KEYS.get(type(order))
    if key is None:
        return type(order).__name__
    if isinstance(order, o.Withdraw) and order.to == NOWHERE:
        key = "withdraw_box"
    if isinstance(order, o.StandFast):
        key = "stand_fast_on" if order.on else "stand_fast_off"
    told = words(f"replay.order_{key}", **_values(naming, order))
    return told + _support(naming, order)


def goal_of(order: o.Order | None) -> int:
    """Return the hex an order is about, -1 if it is about none."""
    values = (getattr(order, name, NOWHERE) for name in ("target", "to", "hex"))
    return next((value for value in values if isinstance(value, int) and value >= 0), NOWHERE)


def _values(naming: Naming, order: o.Order) -> dict[str, object]:
    comma = naming.words("replay.comma")
    found: dict[str, object] = {}
    for name, word in (
        ("unit", naming.unit), ("crossing", naming.crossing), ("box", naming.box),
        ("place", naming.place), ("leader", naming.leader),
    ):  # fmt: skip
        value = getattr(order, name, "")
        if value:
            found[name] = word(value)
    for name in ("to", "target", "hex"):
        value = getattr(order, name, NOWHERE)
        if isinstance(value, int) and value >= 0:
            found[name] = naming.hex(value)
    if isinstance(order, o.HandOver):
        ids = [side.id for side in naming.scenario.oob.sides]
        found["to"] = naming.side(ids.index(order.to)) if order.to in ids else order.to
    units = getattr(order, "units", ())
    if units:
        found["units"] = comma.join(naming.unit(unit) for unit in units)
    return found


def _support(naming: Naming, order: o.Order) -> str:
    """What helps: points of air and artillery."""
    words = naming.words
    parts = [
        words(f"replay.with_{what}", count=points)
        for what in ("air", "artillery")
        if (points := getattr(order, what, 0))
    ]
    if getattr(order, "car_bomb", False):
        parts.append(words("replay.with_car_bomb"))
    return words("replay.support", parts=words("replay.comma").join(parts)) if parts else ""
