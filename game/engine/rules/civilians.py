"""Civilians in the fighting: harm, corridors, convoys (rules 4.4 to 4.6).

Fire into a hex where people live may harm them. Each case is an entry in the ledger with place,
day, side and cause; it turns houses to rubble, tightens the rules of engagement of the side that
fired and caps its grade. It never gives anyone anything.
"""

from __future__ import annotations

from dataclasses import replace

from game.engine.board import NO_SIDE, River
from game.engine.dice import Purpose, chance_at_least
from game.engine.draft import Draft, Position
from game.engine.events import (
    ConvoyArrived,
    CorridorOpened,
    EngagementTightened,
    HarmRecorded,
    RubbleMade,
)
from game.engine.orders import Convoy, OpenCorridor
from game.engine.refusal import Illegal, Refusal
from game.engine.rules.fire import fired_on
from game.engine.rules.flags import flag, set_flag, today
from game.engine.rules.ground import river_between
from game.engine.rules.presence import barred_by_contact_line, enemies_at, friends_at, hostile
from game.engine.rules.supply import linked_hexes
from game.engine.state import Corridor, Harm, Supply


def _safe_from(p: Position, h: int) -> int:
    """The least 2d6 with which a point used in the hex harms nobody."""
    rules = p.scenario.rules.civilians
    return rules.harm_base + rules.harm_per_level * p.population[h] + 1


def risk(p: Position, h: int) -> tuple[int, int]:
    """Chance that one point used in the hex harms civilians, as cases of 36."""
    if not p.population[h]:
        return 0, 36
    safe, cases = chance_at_least(_safe_from(p, h), 2, 6)
    return cases - safe, cases


def chance_of_harm(p: Position, h: int, points: int) -> float:
    """Chance from 0 to 1 that at least one of the points used in the hex harms civilians."""
    cases, of = risk(p, h)
    return 1.0 - (1 - cases / of) ** points


def civilian_dice(d: Draft, side: int, h: int, points: int, cause: str) -> None:
    """Roll for every point a side used in a hex; a check that fails is harm."""
    label = d.scenario.board.grid.label(h)
    for _ in range(points):
        if d.population[h] and not d.check(Purpose.HARM, label, _safe_from(d, h)):
            record_harm(d, side, h, cause)


def fire_dice(d: Draft, side: int, h: int, air: int, artillery: int) -> None:
    """Roll for air and artillery points used in a hex."""
    civilian_dice(d, side, h, air, "air strike")
    civilian_dice(d, side, h, artillery, "shelling")


def record_harm(d: Draft, side: int, h: int, cause: str) -> None:
    """Enter a case in the ledger, with what follows from it."""
    rules, rulebook = d.scenario.rules.civilians, d.scenario.rules
    d.harm = (*d.harm, Harm(d.turn, h, side, cause))
    d.tell(HarmRecorded(h, side, cause))
    ground = rulebook.terrains[d.scenario.board.terrain[h]]
    if ground.rubble_to and d.rubble[h] < rules.rubble_for_ruins:
        d.rubble[h] += 1
        d.tell(RubbleMade(h, d.rubble[h]))
    if sum(entry.side == side for entry in d.harm) % rules.entries_per_limit == 0:
        until = d.turn + rules.limit_days
        d.means[side] = replace(d.means[side], limited_until=until)
        d.tell(EngagementTightened(side, until))


def corridor_open(p: Position, h: int) -> bool:
    """Whether a corridor out of the hex was opened today, so that nobody may fire on it."""
    return any(c.hex == h and c.turn == p.turn for c in p.corridors)


def why_illegal_corridor(p: Position, order: OpenCorridor) -> Illegal | None:
    """Why no corridor can be opened out of the hex, None if it can."""
    grid, h = p.scenario.board.grid, order.hex
    if not 0 <= h < grid.size:
        return Illegal(Refusal.UNKNOWN, "There is no such hex.")
    label = grid.label(h)
    if not p.population[h]:
        return Illegal(Refusal.NOTHING_TO_DO, f"Nobody lives in {label} any more.")
    if barred_by_contact_line(p, h, p.active):
        return Illegal(Refusal.NEUTRAL, f"{label} lies beyond the neutral contact line.")
    owner = p.control[h]
    enemy_held = owner != NO_SIDE and hostile(p, p.active, owner)
    if not enemy_held and not enemies_at(p, h, p.active, hidden=False):
        return Illegal(Refusal.NO_ENEMY, f"{label} is not in the hands of the enemy.")
    if corridor_open(p, h):
        return Illegal(Refusal.NOTHING_TO_DO, f"A corridor out of {label} is open already.")
    if fired_on(p, h):
        return Illegal(Refusal.STRUCK, f"{label} has been attacked or bombarded this turn.")
    if not _has_guide(p, h):
        return Illegal(
            Refusal.NOT_ADJACENT,
            f"No own unit beside {label}, on the same bank, that is supplied, not suppressed and "
            "has not fought today.",
        )
    return None


def _has_guide(p: Position, h: int) -> bool:
    """Whether an own unit next to the hex can let people through."""
    for near in p.scenario.board.grid.neighbours[h]:
        if river_between(p, near, h) is River.MAIN:
            continue
        for number in friends_at(p, near, p.active):
            unit = p.units[number]
            if unit.supply is Supply.SUPPLIED and not unit.suppressed and not unit.fought:
                return True
    return False


def do_corridor(d: Draft, order: OpenCorridor) -> None:
    """Part of the people leave; nobody may fire on the hex for the rest of the day."""
    h = order.hex
    d.population[h] -= 1
    today = tuple(c for c in d.corridors if c.turn == d.turn)
    d.corridors = (*today, Corridor(d.active, h, d.turn))
    d.tell(CorridorOpened(d.active, h, d.population[h]))


def why_illegal_convoy(p: Position, order: Convoy) -> Illegal | None:
    """Why no relief convoy can go to the place, None if it can."""
    number = p.scenario.board.place_index.get(order.place)
    if number is None:
        return Illegal(Refusal.UNKNOWN, f"There is no place {order.place}.")
    held = [h for h in p.scenario.board.places[number].hexes if p.control[h] == p.active]
    if not held:
        return Illegal(Refusal.NOT_YOURS, f"Your side holds no part of {order.place}.")
    linked = linked_hexes(p, p.active)
    if not any(linked[h] for h in held):
        return Illegal(Refusal.NOT_SUPPLIED, f"{order.place} is not linked to a source of supply.")
    if flag(p, convoy_flag(order.place)) == today(p):
        return Illegal(Refusal.NOTHING_TO_DO, f"A convoy has reached {order.place} today.")
    return None


def convoy_flag(place: str) -> str:
    """Name of the flag that tells when a convoy last reached a place (rule 4.6)."""
    return f"convoy:{place}"


def do_convoy(d: Draft, order: Convoy) -> None:
    """The convoy arrives; it is recorded, and buys nothing."""
    set_flag(d, convoy_flag(order.place), today(d))
    d.tell(ConvoyArrived(d.active, d.scenario.board.place_index[order.place]))
