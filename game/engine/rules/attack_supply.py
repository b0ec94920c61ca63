"""Attack supply: how many attacks a side can still feed (rule 4.7)."""

from __future__ import annotations

from dataclasses import replace

from game.engine.draft import Draft, Position
from game.engine.memo import once
from game.engine.refusal import Illegal, Refusal
from game.engine.scenario import Scenario


def attacks_left(p: Position, side: int) -> int | None:
    """Attacks the side can still supply, None where the scenario does not count them."""
    return p.means[side].attacks if side in _counted(p.scenario) else None


def why_no_attack(p: Position, side: int) -> Illegal | None:
    """Why the side cannot supply an attack, None if it can."""
    if attacks_left(p, side) == 0:
        return Illegal(Refusal.NO_ATTACK_SUPPLY, "There is no supply left for an attack.")
    return None


def spend_attack(d: Draft, side: int) -> None:
    """One less in stock, where attacks are counted."""
    if attacks_left(d, side):
        stock = d.means[side]
        d.means[side] = replace(stock, attacks=stock.attacks - 1)


def _counted(scenario: Scenario) -> frozenset[int]:
    """Sides whose attacks are counted: some entry of their support gives them attacks."""
    return once(
        scenario,
        "attacks are counted",
        lambda: frozenset(s.side for s in scenario.oob.support if s.attacks),
    )
