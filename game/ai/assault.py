"""Attacks: who can come together against a hex, what it would bring, which one is the best.

Odds are those of the resolver, on the position as it would be once the attackers stand there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from math import inf

from game.ai.approaches import approach, moved, too_many_over, who_can_come
from game.ai.picture import Picture, over_main
from game.ai.reckoning import answer, fire_cost, gain, price, prize_of
from game.ai.supposed import without
from game.engine.board import River
from game.engine.changed import changed
from game.engine.legality import why_illegal
from game.engine.orders import Attack
from game.engine.rulebook import MoveClass, Rulebook, Trait
from game.engine.rules.attack_supply import attacks_left
from game.engine.rules.civilians import corridor_open
from game.engine.rules.ground import terrain_at
from game.engine.rules.odds import Sheet, sheet_for
from game.engine.rules.presence import barred_by_contact_line
from game.engine.rules.shifts import Assault
from game.engine.rules.supply import linked_set
from game.engine.rules.support import support_shift

_POINT = 0.08
"""What an air or artillery point is worth elsewhere."""
_BOMB = 0.6
"""What a car bomb is worth elsewhere."""
_SCARCE = 0.4
"""What the last attack that can be supplied is worth elsewhere."""
_ENOUGH = 8
"""Odds value and shifts beyond which more attackers bring nothing."""
_SKILLS = {Trait.INFANTRY, Trait.ARMOUR, Trait.ENGINEER}
"""What one more attacker may add besides strength."""
_SPARED = 2.0
"""Part of the prize up to which ground may be worth that a part of its garrison leaves."""
_HOPELESS = -1.5
"""What an attack may lack before support is thought of."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An attack to be made."""

    target: int
    places: Mapping[int, int]
    """By attacker, the leading one first: the hex it attacks from."""
    air: int
    artillery: int
    car_bomb: bool
    advance: tuple[int, ...]
    value: float
    tunnel: str = ""

    def order(self, pic: Picture) -> Attack:
        """The attack as an order."""
        return Attack(
            self.target,
            tuple(pic.id(n) for n in self.places),
            self.air,
            self.artillery,
            tuple(pic.id(n) for n in self.advance),
            self.car_bomb,
            self.tunnel,
        )


class Attacks:
    """All attacks that could be made now; what nothing has touched is not worked out again."""

    def __init__(self, pic: Picture, ties: Mapping[int, float]) -> None:
        """`ties`: what it costs to take a unit from where it is."""
        self._pic = pic
        self._ties = ties
        self._plans: dict[int, Plan | None] = {}
        self._done: set[int] = set()

    def best(self) -> Plan | None:
        """The attack with the best expected gain, None if none is worth making."""
        pic = self._pic
        targets = {pic.unit(e).at for e in pic.enemies()}
        targets -= self._done | pic.claimed | pic.early
        new = sorted(h for h in targets if h not in self._plans and _may_be_attacked(pic, h))
        able = [n for n in pic.own() if Trait.BRIDGING not in pic.traits(n)]
        near = who_can_come(pic, able, new) if new else {}
        for h in new:
            above = _best_on(pic, h, near[h], self._ties) if h in near else None
            below = _through_tunnels(pic, h, self._ties)
            self._plans[h] = max(
                (plan for plan in (above, *below) if plan),
                key=lambda plan: plan.value,
                default=None,
            )
        plans = [plan for h, plan in self._plans.items() if plan and h in targets]
        best = max(plans, key=lambda plan: (plan.value, -plan.target), default=None)
        return best if best and best.value >= least_gain(pic) else None

    def touched(self, plan: Plan) -> None:
        """An attack has been made, or tried: what hung on its units or its ground is not known."""
        self._done.add(plan.target)
        distance = self._pic.grid.distance
        for h, other in list(self._plans.items()):
            shared = other is not None and not plan.places.keys().isdisjoint(other.places)
            if shared or distance(h, plan.target) <= 3:
                del self._plans[h]


def least_gain(pic: Picture) -> float:
    """Expected gain from which an attack is made; more when only few can be supplied."""
    left = attacks_left(pic.view, pic.side)
    if left is None:
        return pic.character.least_gain
    return pic.character.least_gain + _SCARCE / left if left else inf


def attack_on(pic: Picture, target: int, able: Iterable[int]) -> Plan | None:
    """The best attack on a hex by some units."""
    near = who_can_come(pic, able, (target,)).get(target)
    return _best_on(pic, target, near, {}) if near else None


def _best_on(
    pic: Picture, target: int, near: Mapping[int, list[int]], ties: Mapping[int, float]
) -> Plan | None:
    return max(_plans(pic, target, near, ties), key=lambda plan: plan.value, default=None)


def _through_tunnels(pic: Picture, target: int, ties: Mapping[int, float]) -> Iterator[Plan]:
    """Attacks through own tunnels: by who stands at the end on foot, with or without others."""
    grid, defenders = pic.grid, tuple(pic.enemies_at(target))
    for number, tunnel in enumerate(pic.view.scenario.oob.tunnels):
        if tunnel.side != pic.side or pic.view.tunnels[number].gone:
            continue
        for here, there in ((tunnel.a, tunnel.b), (tunnel.b, tunnel.a)):
            if grid.distance(there, target) > 1:
                continue
            below = [n for n in _able_at(pic, here) if pic.type(n).moves is MoveClass.LEG]
            beside = [
                n
                for h in grid.neighbours[target]
                if h != here and not over_main(pic, h, target)
                for n in _able_at(pic, h)
            ]
            for units in (below, [*below, *beside]) if below else ():
                places = {n: pic.unit(n).at for n in units[: pic.character.attackers]}
                order = Attack(target, tuple(map(pic.id, places)), tunnel=tunnel.id)
                if why_illegal(pic.view, order) is not None:
                    continue
                prize = prize_of(pic, target)
                assault = Assault(pic.side, target, tuple(places), defenders, tunnel=True)
                sheet = sheet_for(pic.view, assault)
                value = gain(pic, pic.view, sheet, prize) - price(pic, places, ties)
                advance = _advancing(pic, target, places, ties, prize)
                if advance and pic.character.reply:
                    value -= pic.character.reply * 0.5 * answer(pic, target, advance)
                value += pic.err()
                yield Plan(target, places, 0, 0, False, advance, value, tunnel.id)


def _able_at(pic: Picture, h: int) -> list[int]:
    """Own units in a hex that can still attack today, the strongest first."""
    able = [n for n in pic.own_at(h) if pic.unit(n).active and not pic.unit(n).fought]
    return sorted(able, key=lambda n: (-pic.power(n), n))


def _may_be_attacked(pic: Picture, target: int) -> bool:
    p = pic.view
    return (
        target not in p.struck
        and not corridor_open(p, target)
        and not barred_by_contact_line(p, target, pic.side)
    )


def _plans(
    pic: Picture, target: int, near: Mapping[int, list[int]], ties: Mapping[int, float]
) -> Iterator[Plan]:
    """The best attack on a hex for each choice of who leads."""
    defenders = tuple(pic.enemies_at(target))
    defence = sum(pic.weight(e) for e in defenders)
    powers = sorted((pic.power(n) for n in near), reverse=True)
    if 2 * sum(powers[: pic.character.attackers]) < defence:
        return
    partner = Trait.ENGINEER if terrain_at(pic.view, target).needs_engineers else Trait.ARMOUR
    rowed = all(over_main(pic, h, target) for hexes in near.values() for h in hexes)

    def eagerness(n: int) -> tuple[float, int]:
        traits, unit = pic.traits(n), pic.unit(n)
        score = float(pic.power(n)) - 3 * ties.get(n, 0.0) - 2 * unit.supply
        score += 1.5 * (partner in traits) + 1.0 * (unit.at in near[n])
        score += 8.0 * (rowed and Trait.ENGINEER in traits)
        return (-score, n)

    order = sorted(near, key=eagerness)
    leads = sorted(order, key=lambda n: Trait.ELITE not in pic.traits(n) or pic.power(n) < 3)
    prize = prize_of(pic, target)
    for lead in leads[: pic.character.breadth]:
        sequence = (lead, *(n for n in order if n != lead))
        plan = _grown(pic, target, defenders, defence, near, sequence, ties, prize)
        if plan:
            yield plan


def _grown(
    pic: Picture,
    target: int,
    defenders: tuple[int, ...],
    defence: int,
    near: Mapping[int, list[int]],
    sequence: tuple[int, ...],
    ties: Mapping[int, float],
    prize: float,
) -> Plan | None:
    """Bring up one attacker after the other; the number that gains most is taken."""
    places: dict[int, int] = {}
    best: tuple[float, dict[int, int], Sheet] | None = None
    strength = tried = 0
    known: set[Trait] = set()
    for n in sequence:
        if len(places) >= pic.character.attackers:
            break
        here = approach(pic, n, near[n], target, places)
        if here is None:
            continue
        trial = {**places, n: here}
        if too_many_over(pic, trial, target):
            continue
        places = trial
        strength += pic.power(n)
        skills = {trait for m in trial for trait in pic.traits(m)} & _SKILLS
        if 3 * strength < 2 * defence or (best and strength < 1.3 * tried and skills == known):
            continue
        tried, known = strength, skills
        position = moved(pic, trial)
        sheet = sheet_for(position, Assault(pic.side, target, tuple(trial), defenders))
        value = gain(pic, position, sheet, prize) - price(pic, trial, ties)
        if best is None or value > best[0] + 0.01:
            best = (value, trial, sheet)
        if sheet.value + sheet.net >= _ENOUGH:
            break
    if best is None or best[0] < _HOPELESS:
        return None
    value, places, sheet = best
    return _supported(pic, target, places, sheet, prize, value, ties)


def _supported(
    pic: Picture,
    target: int,
    places: dict[int, int],
    sheet: Sheet,
    prize: float,
    value: float,
    ties: Mapping[int, float],
) -> Plan:
    """Add the air and artillery points, and the car bomb, that are worth their price."""
    means, rules = pic.view.means[pic.side], pic.rules
    position = moved(pic, places)
    raw = sum(shift.value for shift in sheet.shifts)
    cap = rules.shifts.cap
    harm_each = fire_cost(pic, target)
    plain = gain(pic, position, sheet, prize)
    best = (value, 0, 0, False)
    airs = range(min(means.air, rules.support.air_cap) + 1)
    guns = range(min(means.artillery, rules.support.artillery_cap) + 1)
    for air, gun, bomb in product(airs, guns, (False, True) if means.car_bombs else (False,)):
        if not air + gun + bomb:
            continue
        cost = (air + gun) * (_POINT + harm_each) + bomb * (_BOMB + harm_each)
        if cost > 3.0:
            continue
        more = support_shift(position, target, air, gun, list(places)) + bomb * _bomb(rules)
        net = max(-cap, min(cap, raw + more))
        if net == sheet.net:
            continue
        worth = value + gain(pic, position, replace(sheet, net=net), prize) - plain - cost
        if worth > best[0] + 0.01:
            best = (worth, air, gun, bomb)
    value, air, gun, bomb = best
    advance = _advancing(pic, target, places, ties, prize)
    if advance and pic.character.reply:
        value -= pic.character.reply * 0.5 * answer(pic, target, advance)
    return Plan(target, places, air, gun, bomb, advance, value + pic.err())


def _fed_when_won(pic: Picture, target: int, places: Mapping[int, int]) -> bool:
    """Whether supply reaches a hex once its defenders are gone and the attackers have come by."""
    p = moved(pic, places)
    control = bytearray(p.control)
    for h in {target, *places.values()}:
        near = (there for there, river in pic.steps_over(h) if river == River.NONE)
        for there in (h, *near):
            if not pic.neutral_ground(there):
                control[there] = pic.side
    then = changed(p, units=without(p, pic.enemies_at(target)), control=bytes(control))
    return bool(linked_set(then, pic.side) >> target & 1)


def _bomb(rules: Rulebook) -> int:
    return rules.shifts.car_bomb


def _advancing(
    pic: Picture,
    target: int,
    places: Mapping[int, int],
    ties: Mapping[int, float],
    prize: float,
) -> tuple[int, ...]:
    """Who enters the hex when it is empty: not those whose own ground is worth more.

    Of several who hold the same ground, half may go.
    """
    limit = pic.rules.movement
    chosen: list[int] = []
    steps = 0
    follows = False
    for n in sorted(places, key=lambda n: (-pic.weight(n), n)):
        here = pic.unit(n).at
        if places[n] == here and ties.get(n, 0.0) > 0.5 * prize:
            mates = [m for m in pic.own_at(here) if m != n and m not in chosen]
            spared = sum(pic.weight(m) for m in mates) >= pic.weight(n)
            if not spared or ties[n] > _SPARED * prize:
                continue
        if pic.lifeline.fed(n) and not follows:
            follows = target in pic.landings or pic.lifeline.price(n, target) <= 1.0
            follows = follows or _fed_when_won(pic, target, places)
            if not follows:
                continue
        if len(chosen) >= limit.stack_units or steps + pic.unit(n).steps > limit.stack_steps:
            continue
        steps += pic.unit(n).steps
        chosen.append(n)
    return tuple(chosen)
