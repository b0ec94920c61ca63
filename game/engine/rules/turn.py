"""The seams of a turn: day, side, recovery (rule 1.1).

A day: scripted events, then each side in the order of the scenario, then the night, in which
abandoned ground is mopped up and objectives are judged. A side: arrivals, support, supply; its
orders in any sequence; recovery (works, rallying, attrition, surrender).
"""

from __future__ import annotations

from game.engine.draft import Draft, Position
from game.engine.events import DayBegan, DayEnded, GameEnded, SideBegan, SideEnded
from game.engine.orders import EndTurn, Hold, NextDay
from game.engine.refusal import Illegal, Refusal
from game.engine.rules import (
    arrivals,
    crossings,
    isolation,
    leaders,
    mopping_up,
    objectives,
    scripted,
    sight,
    support,
    surrender,
    works,
)
from game.engine.rules.mobility import allowance
from game.engine.rules.presence import own_unit, side_of
from game.engine.state import IN_PLAY, Status


def begin_day(d: Draft) -> None:
    """What happens before the first side plays."""
    d.tell(DayBegan(d.turn))
    leaders.seat_leaders(d)
    scripted.fire_events(d)


def begin_side(d: Draft) -> None:
    """Arrivals, support points, fresh units, whoever is in sight, supply."""
    side = d.active
    d.struck, d.bombarded, d.struck_boxes = (), (), ()
    d.boats_used = 0
    arrivals.land_arrivals(d, side)
    support.refresh(d, side)
    crossings.reset_traffic(d)
    for number, unit in enumerate(d.units):
        if side_of(d, number) == side and unit.status in IN_PLAY:
            d.change(
                number, mp=allowance(d, number), fresh=True, fought=False, digging=False,
                on_belt=False,
            )  # fmt: skip
    sight.look_around(d)
    isolation.check_supply(d, side)
    d.tell(SideBegan(side, d.means[side].air, d.means[side].artillery))


def is_night(p: Position) -> bool:
    """Whether all sides have played and the next day has not begun."""
    return p.active == len(p.scenario.oob.sides)


def why_illegal_end(p: Position, _order: EndTurn) -> Illegal | None:
    """A side may always end its turn."""
    return None


def do_end(d: Draft, _order: EndTurn) -> None:
    """Recovery of the active side, then the next side or the night."""
    side = d.active
    crossings.finish_work(d, side)
    works.finish_works(d, side)
    isolation.rally(d, side)
    isolation.attrition(d, side)
    surrender.check_surrender(d, side)
    d.tell(SideEnded(side))
    d.active = side + 1
    if is_night(d):
        _end_day(d)
    else:
        begin_side(d)


def _end_day(d: Draft) -> None:
    d.struck, d.bombarded, d.struck_boxes = (), (), ()
    mopping_up.mop_up(d)
    objectives.judge(d)
    d.tell(DayEnded(d.turn))
    if d.turn >= d.scenario.turns:
        d.ended = True
        d.tell(GameEnded(d.turn))


def why_illegal_next_day(p: Position, _order: NextDay) -> Illegal | None:
    """Only the night gives way to a day."""
    if not is_night(p):
        return Illegal(Refusal.NOT_YOURS, "The day is not over: some side has still to play.")
    return None


def do_next_day(d: Draft, _order: NextDay) -> None:
    """Begin the next day with the first side."""
    d.turn += 1
    d.active = 0
    begin_day(d)
    begin_side(d)


def why_illegal_hold(p: Position, order: Hold) -> Illegal | None:
    """Whether a unit can be told to hold."""
    number = own_unit(p, order.unit)
    if isinstance(number, Illegal):
        return number
    if p.units[number].status not in (Status.ON_MAP, Status.IN_BOX):
        return Illegal(Refusal.NOT_HERE, f"{order.unit} is neither on the map nor in a box.")
    return None


def do_hold(d: Draft, order: Hold) -> None:
    """The unit is done for this turn."""
    d.change(d.scenario.oob.unit_index[order.unit], mp=0, fresh=False, fought=True)
