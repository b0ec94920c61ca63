"""What an attack is expected to bring and to cost, from the resolver's own table of results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.ai.picture import Picture, cells, loss_if_attacked
from game.engine.board import River
from game.engine.memo import once
from game.engine.rulebook import MoveClass
from game.engine.rules.civilians import risk
from game.engine.rules.ground import terrain_at
from game.engine.rules.odds import Sheet, in_streets
from game.engine.state import GameState, Supply

_OPPORTUNITY: Final = 0.06
"""What it costs to tie a unit to an attack."""


@dataclass(frozen=True, slots=True)
class _Defence:
    """What an attack on some defenders is weighed by."""

    steps: int
    each: float
    """What one of their steps is worth, on average."""
    stays: bool
    """They do not give ground."""
    cut: bool
    """They are out of supply for good."""


def _defence_of(pic: Picture, target: int, defenders: tuple[int, ...]) -> _Defence:
    p = pic.view
    steps = sum(p.units[e].steps for e in defenders)
    each = sum(pic.step_worth(e) * p.units[e].steps for e in defenders) / max(1, steps)
    cover = terrain_at(p, target).built_up or p.works[target] > 0
    fast = cover and all(p.units[e].stand_fast for e in defenders)
    static = all(pic.type(e).moves is MoveClass.STATIC for e in defenders)
    cut = all(p.units[e].supply is Supply.ISOLATED for e in defenders)
    return _Defence(steps, each, fast or static, cut)


def gain(pic: Picture, position: GameState, sheet: Sheet, prize: float) -> float:
    """What the attack is expected to bring: their losses and the ground, less own losses."""
    a = sheet.assault
    p = pic.view
    key = ("defence", a.target, a.defenders)
    defence = once(p, key, lambda: _defence_of(pic, a.target, a.defenders))
    steps, each = defence.steps, defence.each
    lead = pic.step_worth(a.attackers[0]) * pic.caution
    rest = max(pic.step_worth(n) for n in a.attackers) * pic.caution
    street = in_streets(position, a)
    value = 0.0
    for chance, cell in cells(p, sheet.value + sheet.net):
        lost = min(steps, cell.defender_loss)
        own = cell.attacker_loss + (1 if street and cell.defender_loss else 0)
        vacated = lost >= steps
        if cell.retreat and not vacated:
            if defence.stays:
                lost += 1
                vacated = lost >= steps
            else:
                vacated = True
        here = lost * each + (prize if vacated else 0.0)
        if cell.defender_suppressed:
            here += 0.3 if defence.cut else 0.15
        here -= lead * min(own, 1) + rest * max(0, own - 1)
        if cell.attacker_suppressed:
            here -= 0.2
        value += chance * here
    return value


def prize_of(pic: Picture, target: int) -> float:
    """What it is worth to have an enemy out of a hex."""
    worth = pic.worth.hexes
    value = 0.35 + worth[target] * (1.0 if pic.enemy_held(target) else 0.6)
    value += pic.bars.get(target, 0.0)
    for there, river in pic.steps_over(target):
        if river == River.NONE:
            owner = pic.view.control[there]
            if owner != pic.side and pic.open_to_take(there):
                value += 0.3 * worth[there]
            elif owner == pic.side:
                value += 0.15 * worth[there]
    return value


def price(pic: Picture, places: Mapping[int, int], ties: Mapping[int, float]) -> float:
    """What it costs to have these units there: what they leave, and what may hit them there."""
    price = 0.0
    reply = pic.character.reply * pic.caution
    by_hex: dict[int, int] = {}
    for n, h in places.items():
        by_hex[h] = by_hex.get(h, 0) + pic.weight(n)
    over = 0
    for n, h in places.items():
        here = pic.unit(n).at
        price += _OPPORTUNITY + pic.duty.get(n, 0.0)
        if h == here:
            continue
        price += ties.get(n, 0.0)
        if pic.lifeline.fed(n):
            price += 0.4 * pic.lifeline.price(n, h, over)
            over += pic.lifeline.goes_beyond(n, h)
        if reply:
            before = sum(pic.weight(m) for m in pic.own_at(here))
            there = by_hex[h] + sum(pic.weight(m) for m in pic.own_at(h) if m not in places)
            risk_now = loss_if_attacked(pic, here, before, pic.threat[here])
            risk_then = loss_if_attacked(pic, h, there, pic.threat[h])
            share = pic.weight(n) / max(1, there)
            price += reply * pic.step_worth(n) * max(0.0, risk_then - risk_now) * share
    return price


def answer(pic: Picture, target: int, advance: tuple[int, ...]) -> float:
    """What the enemy's answer would cost those who have advanced."""
    here = sum(pic.power(e) for e in pic.enemies_at(target))
    threat = max(0, pic.threat[target] - here)
    return loss_if_attacked(pic, target, sum(pic.weight(n) for n in advance), threat)


def fire_cost(pic: Picture, h: int) -> float:
    """What one point of fire on a hex costs in expected harm; very much beyond the limit."""
    cases, every = risk(pic.view, h)
    if not cases:
        return 0.0
    done = sum(entry.side == pic.side for entry in pic.view.harm)
    allowed = pic.character.harm_a_month * max(10, pic.view.turn) / 30
    return pic.character.harm * cases / every + (50.0 if done + 1 > allowed else 0.0)
