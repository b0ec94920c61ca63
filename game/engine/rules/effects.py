"""What scripted events and decrees change (rules 9.2, 9.3).

An effect is a fact: it is not checked against the rules of movement, stacking or combat.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from game.engine.board import NO_SIDE, NOWHERE, CrossingState
from game.engine.draft import Draft
from game.engine.events import (
    CrossingChanged,
    FlagSet,
    HarmRecorded,
    PopulationChanged,
    RelationChanged,
    UnitArrived,
)
from game.engine.forces import Relation
from game.engine.rules.agreements import make_agreement
from game.engine.rules.box_battles import hold_box
from game.engine.rules.civilians import record_harm
from game.engine.rules.flags import set_flag
from game.engine.rules.leaders import lose_leader
from game.engine.rules.presence import reveal
from game.engine.rules.shares import ground_of
from game.engine.rules.support import STOCKS, add_points, add_stock
from game.engine.scenario import Effect
from game.engine.state import IN_PLAY, Harm, Status, Unit

MOST_PEOPLE: Final = 3
"""Highest population level."""

_Apply = Callable[[Draft, Effect, str], None]


def apply_effects(d: Draft, effects: tuple[Effect, ...], how: str) -> None:
    """Make the changes in order; `how` is "event" or "decree". ValueError for an unknown kind."""
    for effect in effects:
        change = _EFFECTS.get(effect.do)
        if change is None:
            raise ValueError(f"there is no effect {effect.do!r}")
        change(d, effect, how)


def _control(d: Draft, e: Effect, how: str) -> None:
    side = NO_SIDE if e.side < 0 else e.side
    hexes, boxes = ground_of(d, e.places)
    d.take(list(dict.fromkeys((*e.hexes, *hexes))), side, how)
    for box in dict.fromkeys((*boxes, *((e.box,) if e.box != NOWHERE else ()))):
        hold_box(d, box, side)


def _unit(d: Draft, e: Effect) -> int:
    return d.scenario.oob.unit_index[e.unit]


def _place_unit(d: Draft, e: Effect, _how: str) -> None:
    number = _unit(d, e)
    now = d.units[number]
    if now.status not in IN_PLAY:
        card = d.scenario.oob.units[number]
        now = Unit(Status.WAITING, steps=now.steps or card.start_steps)
    at = e.hexes[0] if e.hexes else NOWHERE
    box = NOWHERE if e.hexes else e.box
    status = Status.ON_MAP if e.hexes else Status.IN_BOX
    d.units[number] = replace(
        now, status=status, at=at, box=box, due=0, digging=False, on_belt=False
    )
    d.tell(UnitArrived(number, at, box))


def _remove_unit(d: Draft, e: Effect, how: str) -> None:
    number = _unit(d, e)
    now = d.units[number]
    if now.status not in IN_PLAY:
        return
    fate = Status(e.value)
    if fate is Status.ELIMINATED and now.steps:
        d.lose_steps(number, now.steps, how)
    else:
        d.remove(number, fate)


def _lose_steps(d: Draft, e: Effect, how: str) -> None:
    if d.units[_unit(d, e)].status in IN_PLAY:
        d.lose_steps(_unit(d, e), e.amount, how)


def _suppress(d: Draft, e: Effect, _how: str) -> None:
    now = d.units[_unit(d, e)]
    if now.status in IN_PLAY:
        d.suppress(_unit(d, e), e.amount or now.steps)


def _reveal(d: Draft, e: Effect, _how: str) -> None:
    reveal(d, _unit(d, e))


def _lose_leader(d: Draft, e: Effect, _how: str) -> None:
    lose_leader(d, d.scenario.oob.leader_index[e.name])


def _relation(d: Draft, e: Effect, _how: str) -> None:
    relation = Relation(e.value)
    rows = [list(row) for row in d.relations]
    if rows[e.side][e.other] is relation and rows[e.other][e.side] is relation:
        return
    rows[e.side][e.other] = rows[e.other][e.side] = relation
    d.relations = tuple(tuple(row) for row in rows)
    d.tell(RelationChanged(e.side, e.other, relation))


def _crossing(d: Draft, e: Effect, _how: str) -> None:
    number = d.scenario.board.crossing_index[e.name]
    state = CrossingState(e.value)
    d.crossings[number] = replace(d.crossings[number], state=state, work=0)
    d.tell(CrossingChanged(number, state, 0))


def _support(d: Draft, e: Effect, _how: str) -> None:
    if e.value in ("air", "artillery"):
        add_points(d, e.side, e.value, e.amount, max(1, e.days))
    elif e.value in STOCKS:
        add_stock(d, e.side, e.value, e.amount)
    else:
        raise ValueError(f"there is no support {e.value!r}")


def _harm(d: Draft, e: Effect, _how: str) -> None:
    if e.side >= 0:
        record_harm(d, e.side, e.hexes[0], e.value)
    else:  # whose fire it was is not known: an entry in nobody's ledger
        d.harm = (*d.harm, Harm(d.turn, e.hexes[0], NO_SIDE, e.value))
        d.tell(HarmRecorded(e.hexes[0], NO_SIDE, e.value))


def _population(d: Draft, e: Effect, _how: str) -> None:
    for h in e.hexes:
        level = min(MOST_PEOPLE, max(0, d.population[h] + e.amount))
        if level != d.population[h]:
            d.population[h] = level
            d.tell(PopulationChanged(h, level))


def _agreement(d: Draft, e: Effect, _how: str) -> None:
    make_agreement(d, e.side, e.other, e.places)


def _flag(d: Draft, e: Effect, _how: str) -> None:
    set_flag(d, e.name, e.value)
    d.tell(FlagSet(e.name, e.value))


def _message(_d: Draft, _e: Effect, _how: str) -> None:
    """The text of the event itself is the message."""


_EFFECTS: Final[dict[str, _Apply]] = {
    "control": _control,
    "place_unit": _place_unit,
    "remove_unit": _remove_unit,
    "lose_steps": _lose_steps,
    "suppress": _suppress,
    "reveal": _reveal,
    "lose_leader": _lose_leader,
    "relation": _relation,
    "crossing": _crossing,
    "support": _support,
    "harm": _harm,
    "population": _population,
    "agreement": _agreement,
    "flag": _flag,
    "message": _message,
}

EFFECTS: Final = tuple(_EFFECTS)
"""Names of all effects."""
