"""Car bombs, as a weapon between armed units only (rule 6.6).

A side has a stock of them. In an attack one is worth a shift, which the odds sheet adds; in
defence it is used by itself when an attack in streets is well on its way to succeed. Harm to
those who live there is rolled for and recorded like that of any other weapon.
"""

from __future__ import annotations

from dataclasses import replace

from game.engine.dice import Purpose
from game.engine.draft import Draft, Position
from game.engine.events import CarBombUsed
from game.engine.refusal import Illegal, Refusal
from game.engine.rules.civilians import civilian_dice
from game.engine.rules.ground import terrain_at
from game.engine.rules.presence import enemies_at, side_of, type_of


def why_no_attack_bomb(p: Position, side: int) -> Illegal | None:
    """Why the side has no car bomb for an attack, None if it has."""
    if p.means[side].car_bombs < 1:
        return Illegal(Refusal.NO_MEANS, "There is no car bomb left.")
    return None


def use_in_attack(d: Draft, side: int, target: int) -> None:
    """One less in stock; the odds sheet adds the shift, and combat has civilians rolled for."""
    _use(d, side, target, defending=False)


def _use(d: Draft, side: int, target: int, *, defending: bool) -> None:
    stock = d.means[side]
    d.means[side] = replace(stock, car_bombs=stock.car_bombs - 1)
    d.tell(CarBombUsed(side, target, defending))


def defend_with(d: Draft, side: int, attackers: list[int], target: int, odds_value: int) -> None:
    """The defender's own use, before the attack of `side` on the hex is rolled.

    In streets, against an attack that promises to succeed; 1d6 suppresses the strongest attacker.
    """
    rules = d.scenario.rules.hidden
    if odds_value < rules.car_bomb_threat or not terrain_at(d, target).streets:
        return
    victim = _strongest(d, attackers)
    defender = _armed_defender(d, side, target)
    if victim is None or defender is None:
        return
    _use(d, defender, target, defending=True)
    label = d.scenario.board.grid.label(target)
    if d.check(Purpose.CAR_BOMB, label, rules.car_bomb_suppresses):
        d.suppress(victim, d.units[victim].steps)
    civilian_dice(d, defender, target, 1, "car bomb")


def _strongest(p: Position, attackers: list[int]) -> int | None:
    """The attacker of greatest strength (active steps x factor), the lower number on a tie."""
    able = [n for n in attackers if p.units[n].active > 0]
    return max(able, key=lambda n: (p.units[n].active * type_of(p, n).factor, -n), default=None)


def _armed_defender(p: Position, side: int, target: int) -> int | None:
    """The side of a defender in the hex that has a car bomb; of several the lower unit's."""
    for number in enemies_at(p, target, side):
        if p.means[side_of(p, number)].car_bombs > 0:
            return side_of(p, number)
    return None
