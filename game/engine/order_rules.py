"""Which rule owns which order: who decides its legality and who carries it out.

Read this table to find the module of a rule. A test holds it against the union `Order`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from game.engine import orders as o
from game.engine.draft import Draft, Position
from game.engine.refusal import Illegal
from game.engine.rules import (
    agreements,
    belts,
    boats,
    boxes,
    civilians,
    combat,
    crossings,
    demolition,
    leaders,
    movement,
    operational,
    refit,
    scripted,
    support,
    terms,
    tunnels,
    turn,
    withdrawal,
    works,
)


@dataclass(frozen=True, slots=True)
class OrderRule:
    """The two halves of a rule for an order."""

    why_illegal: Callable[[Position, Any], Illegal | None]
    do: Callable[[Draft, Any], None]


ORDER_RULES: Mapping[type, OrderRule] = {
    o.Move: OrderRule(movement.why_illegal_move, movement.do_move),
    o.OperationalMove: OrderRule(operational.why_illegal_operational, operational.do_operational),
    o.CrossRiver: OrderRule(boats.why_illegal_cross, boats.do_cross),
    o.Attack: OrderRule(combat.why_illegal_attack, combat.do_attack),
    o.Bombard: OrderRule(support.why_illegal_bombard, support.do_bombard),
    o.StrikeCrossing: OrderRule(demolition.why_illegal_strike, demolition.do_strike),
    o.DigIn: OrderRule(works.why_illegal_dig, works.do_dig),
    o.StandFast: OrderRule(works.why_illegal_stand_fast, works.do_stand_fast),
    o.BuildCrossing: OrderRule(crossings.why_illegal_build, crossings.do_build),
    o.DemolishCrossing: OrderRule(demolition.why_illegal_demolish, demolition.do_demolish),
    o.ClearBelt: OrderRule(belts.why_illegal_clear, belts.do_clear),
    o.CollapseTunnel: OrderRule(tunnels.why_illegal_collapse, tunnels.do_collapse),
    o.TunnelMove: OrderRule(tunnels.why_illegal_tunnel_move, tunnels.do_tunnel_move),
    o.Withdraw: OrderRule(withdrawal.why_illegal_withdraw, withdrawal.do_withdraw),
    o.HandOver: OrderRule(agreements.why_illegal_hand_over, agreements.do_hand_over),
    o.OfferTerms: OrderRule(terms.why_illegal_offer, terms.do_offer),
    o.LayDown: OrderRule(terms.why_illegal_lay_down, terms.do_lay_down),
    o.OpenCorridor: OrderRule(civilians.why_illegal_corridor, civilians.do_corridor),
    o.Convoy: OrderRule(civilians.why_illegal_convoy, civilians.do_convoy),
    o.EnterMap: OrderRule(boxes.why_illegal_enter, boxes.do_enter),
    o.LeaveMap: OrderRule(boxes.why_illegal_leave, boxes.do_leave),
    o.TravelBox: OrderRule(boxes.why_illegal_travel, boxes.do_travel),
    o.AttackBox: OrderRule(boxes.why_illegal_attack_box, boxes.do_attack_box),
    o.ClaimBox: OrderRule(boxes.why_illegal_claim, boxes.do_claim),
    o.LeaveBattle: OrderRule(boxes.why_illegal_depart, boxes.do_depart),
    o.Refit: OrderRule(refit.why_illegal_refit, refit.do_refit),
    o.AttachLeader: OrderRule(leaders.why_illegal_attach, leaders.do_attach),
    o.Hold: OrderRule(turn.why_illegal_hold, turn.do_hold),
    o.EndTurn: OrderRule(turn.why_illegal_end, turn.do_end),
    o.NextDay: OrderRule(turn.why_illegal_next_day, turn.do_next_day),
    o.Decree: OrderRule(scripted.why_illegal_decree, scripted.do_decree),
}
"""Every order but `Recorded`, which wraps another (see `legality` and `apply`)."""
