"""Attacks: who can come together against a hex, what it would bring, which one is the best.

Odds are those of the resolver, on the position as it would be once the attackers stand there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from game.ai.picture import Picture, cells, loss_if_attacked
from game.engine.board import River
from game.engine.orders import Attack
from game.engine.rulebook import MoveClass, Rulebook, Trait
from game.engine.rules.boats import boats_at, fits_into_boats
from game.engine.rules.civilians import corridor_open, risk
from game.engine.rules.crossings import carrier
from game.engine.rules.ground import terrain_at
from game.engine.rules.odds import Sheet, sheet_for
from game.engine.rules.presence import barred_by_contact_line
from game.engine.rules.river_assault import BOAT, NO_WAY, ways_over
from game.engine.rules.shifts import Assault, is_combined_arms
from game.engine.rules.supply import network
from game.engine.rules.support import support_shift
from game.engine.state import GameState, Supply

_OPPORTUNITY = 0.06
"""What it costs to tie a unit to an attack."""
_POINT = 0.08
"""What an air or artillery point is worth elsewhere."""
_BOMB = 0.6
"""What a car bomb is worth elsewhere."""
_ENOUGH = 8
"""Odds value and shifts beyond which more attackers bring nothing."""
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

    def order(self, pic: Picture) -> Attack:
        """The attack as an order."""
        return Attack(
            self.target,
            tuple(pic.id(n) for n in self.places),
            self.air,
            self.artillery,
            tuple(pic.id(n) for n in self.advance),
            self.car_bomb,
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
        targets = {pic.unit(e).at for e in pic.enemies()} - self._done
        new = sorted(h for h in targets if h not in self._plans and _may_be_attacked(pic, h))
        near = _who_can_come(pic, pic.own(), new) if new else {}
        for h in new:
            self._plans[h] = _best_on(pic, h, near[h], self._ties) if h in near else None
        plans = [plan for h, plan in self._plans.items() if plan and h in targets]
        best = max(plans, key=lambda plan: (plan.value, -plan.target), default=None)
        return best if best and best.value >= pic.character.least_gain else None

    def touched(self, plan: Plan) -> None:
        """An attack has been made, or tried: what hung on its units or its ground is not known."""
        self._done.add(plan.target)
        distance = self._pic.grid.distance
        for h, other in list(self._plans.items()):
            shared = other is not None and not plan.places.keys().isdisjoint(other.places)
            if shared or distance(h, plan.target) <= 3:
                del self._plans[h]


def attack_on(pic: Picture, target: int, able: Iterable[int]) -> Plan | None:
    """The best attack on a hex by some units."""
    near = _who_can_come(pic, able, (target,)).get(target)
    return _best_on(pic, target, near, {}) if near else None


def _best_on(
    pic: Picture, target: int, near: Mapping[int, list[int]], ties: Mapping[int, float]
) -> Plan | None:
    return max(_plans(pic, target, near, ties), key=lambda plan: plan.value, default=None)


def _may_be_attacked(pic: Picture, target: int) -> bool:
    p = pic.view
    return (
        target not in p.struck
        and not corridor_open(p, target)
        and not barred_by_contact_line(p, target, pic.side)
    )


def _who_can_come(
    pic: Picture, able: Iterable[int], targets: Iterable[int]
) -> dict[int, dict[int, list[int]]]:
    """By hex with enemies: by own unit, the hexes from which it can attack this turn."""
    around: dict[int, list[int]] = {}
    for h in targets:
        for there in pic.grid.neighbours[h]:
            around.setdefault(there, []).append(h)
    found: dict[int, dict[int, list[int]]] = {}
    for n in able:
        unit = pic.unit(n)
        if unit.fought or unit.digging or not unit.active:
            continue
        cost = pic.range(n).cost if unit.mp > 0 else {unit.at: 0}
        if len(cost) > len(around):
            hexes = [h for h in around if h in cost]
        else:
            hexes = [h for h in cost if h in around]
        for h in hexes:
            for target in around[h]:
                if _can_strike(pic, n, h, target):
                    found.setdefault(target, {}).setdefault(n, []).append(h)
    return found


def _can_strike(pic: Picture, n: int, here: int, target: int) -> bool:
    """Whether nothing but the river bars an attack from hex to hex, or it has a way over it."""
    direction = pic.grid.direction(here, target)
    if pic.board.rivers[6 * here + direction] != River.MAIN:
        return True
    p, side = pic.view, pic.side
    if carrier(p, side, pic.type(n).moves, here, target) is not None:
        return True
    return (
        fits_into_boats(p, n)
        and boats_at(p, side, here, target)
        and p.boats_used < p.scenario.rules.ground.boat_capacity
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

    def eagerness(n: int) -> tuple[float, int]:
        traits, unit = pic.traits(n), pic.unit(n)
        score = float(pic.power(n)) - 3 * ties.get(n, 0.0) - 2 * unit.supply
        score += 1.5 * (partner in traits) + 1.0 * (unit.at in near[n])
        return (-score, n)

    order = sorted(near, key=eagerness)
    leads = sorted(order, key=lambda n: Trait.ELITE not in pic.traits(n) or pic.power(n) < 3)
    prize = _prize(pic, target)
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
    for n in sequence:
        if len(places) >= pic.character.attackers:
            break
        here = _approach(pic, n, near[n], target, places)
        if here is None:
            continue
        trial = {**places, n: here}
        position = _with(pic, trial)
        if _too_many_over(pic, position, trial, target):
            continue
        places = trial
        strength += pic.power(n)
        if 3 * strength < 2 * defence or (best and strength < 1.3 * tried):
            continue
        tried = strength
        sheet = sheet_for(position, Assault(pic.side, target, tuple(trial), defenders))
        value = _gain(pic, position, sheet, prize) - _price(pic, trial, ties)
        if best is None or value > best[0] + 0.01:
            best = (value, trial, sheet)
        if sheet.value + sheet.net >= _ENOUGH:
            break
    if best is None or best[0] < _HOPELESS:
        return None
    value, places, sheet = best
    return _supported(pic, target, places, sheet, prize, value, ties)


def _too_many_over(
    pic: Picture, position: GameState, places: Mapping[int, int], target: int
) -> bool:
    """Whether boats and crossings do not carry all of them to the far bank."""
    main = River.MAIN
    rivers, direction = pic.board.rivers, pic.grid.direction
    if all(rivers[6 * h + direction(h, target)] != main for h in places.values()):
        return False
    ways = ways_over(position, tuple(places), target).values()
    boats = sum(way == BOAT for way in ways)
    return NO_WAY in ways or boats + pic.view.boats_used > pic.rules.ground.boat_capacity


def _price(pic: Picture, places: Mapping[int, int], ties: Mapping[int, float]) -> float:
    """What it costs to have these units there: what they leave, and what may hit them there."""
    price = 0.0
    reply = pic.character.reply * pic.caution
    by_hex: dict[int, int] = {}
    for n, h in places.items():
        by_hex[h] = by_hex.get(h, 0) + pic.weight(n)
    for n, h in places.items():
        here = pic.unit(n).at
        price += _OPPORTUNITY
        if h == here:
            continue
        price += ties.get(n, 0.0)
        if pic.lifeline.fed(n):
            price += 0.4 * pic.lifeline.price(n, h)
        if reply:
            before = sum(pic.weight(m) for m in pic.own_at(here))
            there = by_hex[h] + sum(pic.weight(m) for m in pic.own_at(h) if m not in places)
            risk_now = loss_if_attacked(pic, here, before, pic.threat[here])
            risk_then = loss_if_attacked(pic, h, there, pic.threat[h])
            share = pic.weight(n) / max(1, there)
            price += reply * 0.5 * pic.step_worth(n) * max(0.0, risk_then - risk_now) * share
    return price


def _approach(
    pic: Picture, n: int, hexes: list[int], target: int, chosen: Mapping[int, int]
) -> int | None:
    """The hex from which a unit best joins an attack; None if there is room in none."""
    unit = pic.unit(n)
    limit = pic.rules.movement
    sides = {pic.grid.direction(target, h) for h in chosen.values()}
    best, best_score = None, -99.0
    for h in hexes:
        if h != unit.at:
            there = [m for m in pic.own_at(h) if m not in chosen]
            there += [m for m, at in chosen.items() if at == h]
            steps = sum(pic.unit(m).steps for m in there) + unit.steps
            if len(there) >= limit.stack_units or steps > limit.stack_steps:
                continue
        edge = 6 * h + pic.grid.direction(h, target)
        river = pic.board.rivers[edge]
        side = pic.grid.direction(target, h)
        score = -1.5 * (river == River.CHANNEL) - 4.0 * (river == River.MAIN)
        score += 0.8 * ((side + 3) % 6 in sides) + 0.3 * (side not in sides)
        score += 0.5 * (h == unit.at) - 0.1 * terrain_at(pic.view, h).shift
        score -= 0.02 * pic.threat[h]
        if score > best_score:
            best, best_score = h, score
    return best


def _with(pic: Picture, places: Mapping[int, int]) -> GameState:
    """The position with units where they would attack from."""
    p = pic.view
    if all(p.units[n].at == h for n, h in places.items()):
        return p
    units = list(p.units)
    for n, h in places.items():
        if units[n].at != h:
            units[n] = replace(units[n], at=h)
    position = replace(p, units=tuple(units))
    position.memo["network", pic.side] = network(p, pic.side)
    return position


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
    position = _with(pic, places)
    raw = sum(shift.value for shift in sheet.shifts)
    cap = rules.shifts.cap
    harm_each = fire_cost(pic, target)
    plain = _gain(pic, position, sheet, prize)
    best = (value, 0, 0, False)
    airs = range(min(means.air, rules.support.air_cap) + 1)
    guns = range(min(means.artillery, rules.support.artillery_cap) + 1)
    for air, gun, bomb in product(airs, guns, (False, True) if means.car_bombs else (False,)):
        if not air + gun + bomb:
            continue
        price = (air + gun) * (_POINT + harm_each) + bomb * (_BOMB + harm_each)
        if price > 3.0:
            continue
        more = support_shift(position, target, air, gun, list(places)) + bomb * _bomb(rules)
        net = max(-cap, min(cap, raw + more))
        if net == sheet.net:
            continue
        worth = value + _gain(pic, position, replace(sheet, net=net), prize) - plain - price
        if worth > best[0] + 0.01:
            best = (worth, air, gun, bomb)
    value, air, gun, bomb = best
    advance = _advancing(pic, target, places, ties, prize)
    if advance and pic.character.reply:
        value -= pic.character.reply * 0.3 * _answer(pic, target, advance)
    return Plan(target, places, air, gun, bomb, advance, value + pic.err())


def _bomb(rules: Rulebook) -> int:
    return rules.shifts.car_bomb


def fire_cost(pic: Picture, h: int) -> float:
    """What one point of fire on a hex costs in expected harm; very much beyond the limit."""
    cases, every = risk(pic.view, h)
    if not cases:
        return 0.0
    done = sum(entry.side == pic.side for entry in pic.view.harm)
    allowed = pic.character.harm_a_month * max(10, pic.view.turn) / 30
    return pic.character.harm * cases / every + (50.0 if done + 1 > allowed else 0.0)


def _advancing(
    pic: Picture,
    target: int,
    places: Mapping[int, int],
    ties: Mapping[int, float],
    prize: float,
) -> tuple[int, ...]:
    """Who enters the hex when it is empty: not those whose own ground is worth more."""
    limit = pic.rules.movement
    chosen: list[int] = []
    steps = 0
    for n in sorted(places, key=lambda n: (-pic.weight(n), n)):
        if places[n] == pic.unit(n).at and ties.get(n, 0.0) > 0.5 * prize:
            continue
        if pic.lifeline.fed(n) and pic.lifeline.price(n, target) > 1.0:
            continue
        if len(chosen) >= limit.stack_units or steps + pic.unit(n).steps > limit.stack_steps:
            continue
        steps += pic.unit(n).steps
        chosen.append(n)
    return tuple(chosen)


def _answer(pic: Picture, target: int, advance: tuple[int, ...]) -> float:
    """What the enemy's answer would cost those who have advanced."""
    here = sum(pic.power(e) for e in pic.enemies_at(target))
    threat = max(0, pic.threat[target] - here)
    return loss_if_attacked(pic, target, sum(pic.weight(n) for n in advance), threat)


def _prize(pic: Picture, target: int) -> float:
    """What it is worth to have an enemy out of a hex."""
    worth = pic.worth.hexes
    value = 0.35 + worth[target] * (1.0 if pic.enemy_held(target) else 0.6)
    for there, river in pic.steps_over(target):
        if river == River.NONE:
            owner = pic.view.control[there]
            if owner != pic.side and pic.open_to_take(there):
                value += 0.3 * worth[there]
            elif owner == pic.side:
                value += 0.15 * worth[there]
    return value


def _gain(pic: Picture, position: GameState, sheet: Sheet, prize: float) -> float:
    """What the attack is expected to bring: their losses and the ground, less own losses."""
    a = sheet.assault
    p = pic.view
    steps = sum(p.units[e].steps for e in a.defenders)
    each = sum(pic.step_worth(e) * p.units[e].steps for e in a.defenders) / max(1, steps)
    lead = pic.step_worth(a.attackers[0]) * pic.caution
    rest = max(pic.step_worth(n) for n in a.attackers) * pic.caution
    ground = terrain_at(p, a.target)
    cover = ground.built_up or p.works[a.target] > 0
    fast = cover and all(p.units[e].stand_fast for e in a.defenders)
    static = all(pic.type(e).moves is MoveClass.STATIC for e in a.defenders)
    street = ground.built_up and not is_combined_arms(position, a)
    cut = all(p.units[e].supply is Supply.ISOLATED for e in a.defenders)
    value = 0.0
    for chance, cell in cells(p, sheet.value + sheet.net):
        lost = min(steps, cell.defender_loss)
        own = cell.attacker_loss + (1 if street and cell.defender_loss else 0)
        vacated = lost >= steps
        if cell.retreat and not vacated:
            if fast or static:
                lost += 1
                vacated = lost >= steps
            else:
                vacated = True
        here = lost * each + (prize if vacated else 0.0)
        if cell.defender_suppressed:
            here += 0.3 if cut else 0.15
        here -= lead * min(own, 1) + rest * max(0, own - 1)
        if cell.attacker_suppressed:
            here -= 0.2
        value += chance * here
    return value
