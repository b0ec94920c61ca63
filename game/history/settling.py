"""Carrying out an order of the record so that what came of it comes about again.

Of all totals of the dice those that lead to the recorded outcome are found by trying them; the
likeliest is taken, and the share of them among all cases is the chance of the outcome.
"""

from __future__ import annotations

from functools import lru_cache

from game.engine.apply import apply
from game.engine.dice import Fixed, Purpose, ways
from game.engine.events import AttackResolved, DiceRolled, Event
from game.engine.orders import Attack, AttackBox, Bombard, Order, Recorded
from game.engine.rulebook import StripCell
from game.engine.rules.odds import cell_for
from game.engine.state import GameState
from game.history.outcomes import OUTCOMES
from game.scenario.outcome import split_outcome

Settled = tuple[GameState, tuple[Event, ...], float]
"""The state afterwards, what happened, and the chance of the outcome."""

_QUIET = {
    Purpose.BELT: 1,
    Purpose.CAR_BOMB: 1,
    Purpose.SURRENDER: 2,
    Purpose.ATTRITION: 6,
    Purpose.RALLY: 6,
    Purpose.WITHDRAW: 6,
}
"""Totals that leave things as they were; used for every such roll of a recorded order."""

_WORDS = {
    "surrender": Fixed(Purpose.SURRENDER, "", 12),
    "broken": Fixed(Purpose.STRIKE, "", 6),
    "demolished": Fixed(Purpose.DEMOLISH, "", 6),
    "collapsed": Fixed(Purpose.COLLAPSE, "", 6),
    "stopped": Fixed(Purpose.BELT, "", 4),
    "mined": Fixed(Purpose.BELT, "", 6),
}
"""Outcomes that one die decides; `surrender` may name the unit: `surrender i_city_4`."""

_MANY = 24
"""Rolls of a kind that one order can call for."""


_LIKELIEST_FIRST = sorted(ways(2, 6), key=lambda total: (-ways(2, 6)[total], total))


def settle(state: GameState, order: Order, outcome: str) -> Settled | None:
    """Carry out a legal order with the recorded outcome; None if no dice lead there."""
    quiet = quiet_dice(outcome)
    if not isinstance(order, (Attack, AttackBox, Bombard)):
        after, events = apply(state, Recorded(order, quiet))
        return after, events, _chance(events)
    purpose = Purpose.BOMBARD if isinstance(order, Bombard) else Purpose.ATTACK
    test = OUTCOMES.get(split_outcome(outcome).result)
    found: tuple[GameState, tuple[Event, ...]] | None = None
    cases = 0
    leads: dict[StripCell, bool] = {}
    """Whether the cell of the strip leads to the outcome: all totals of a cell do the same."""
    offset: int | None = None
    for total in _LIKELIEST_FIRST:
        cell = None if offset is None else cell_for(state, total + offset)
        known = None if cell is None else leads.get(cell)
        if known is None:
            result = apply(state, Recorded(order, (Fixed(purpose, "", total), *quiet)))
            if test is None:
                return *result, _chance(result[1], but=purpose)
            known = test(state, order, result[0])
            if known and found is None:
                found = result
            offset = _offset(result[1])
            if offset is not None:
                leads[cell_for(state, total + offset)] = known
        cases += ways(2, 6)[total] if known else 0
    if found is None:
        return None
    return *found, cases / 36 * _chance(found[1], but=purpose)


@lru_cache(maxsize=64)
def quiet_dice(outcome: str = "") -> tuple[Fixed, ...]:
    """Return the dice of the seams: those the outcome names first, then the quiet ones."""
    named = [
        Fixed(_WORDS[word].purpose, subject, _WORDS[word].total)
        for word, subject in split_outcome(outcome).dice
    ]
    return (*named, *(Fixed(p, "", total) for p, total in _QUIET.items() for _ in range(_MANY)))


def _offset(events: tuple[Event, ...]) -> int | None:
    """What is added to the dice of an attack; None if there was none."""
    for event in events:
        if isinstance(event, AttackResolved):
            return event.total - event.roll
    return None


def _chance(events: tuple[Event, ...], but: Purpose | None = None) -> float:
    """Product of the chances of all fixed rolls."""
    chance = 1.0
    for event in events:
        if isinstance(event, DiceRolled) and event.fixed and event.purpose is not but:
            chance *= event.chance[0] / event.chance[1]
    return chance
