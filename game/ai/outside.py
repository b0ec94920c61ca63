"""The areas off the map: who goes to them, fights for them, holds them, and comes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush

from game.ai.assault import least_gain
from game.ai.commander import Intent, Reason, Why
from game.ai.picture import Picture, cells
from game.ai.tasks import PARTED, Task
from game.ai.ways import FAR
from game.engine.board import NO_SIDE, NOWHERE
from game.engine.legality import why_illegal
from game.engine.orders import AttackBox, ClaimBox, EnterMap, LeaveMap, Order, TravelBox
from game.engine.rulebook import MoveClass
from game.engine.rules.box_access import enemies_in_box
from game.engine.rules.mobility import allowance
from game.engine.rules.odds import sheet_for
from game.engine.rules.presence import units_in_box
from game.engine.rules.shifts import Assault
from game.engine.state import Status

_LEAST: float = 0.5
"""Worth from which a box is worth going to."""
_SOURCE: float = 5.0
"""Worth of a box from which own supply comes, when enemies are near it or have taken it."""
_WATCHED: float = 1.0
"""Worth of such a box while no enemies are near it, but could come from the next one."""
_WATCH: float = 2.0
"""Strength that is kept there then, so that it is not lost before others can come."""
_PASSING: float = 0.8
"""Part of what a box is worth that counts for one on the way to it."""
_FAR_OFF: int = 6
"""Days of travel beyond which nobody sets out."""


def wanted_boxes(pic: Picture) -> dict[int, float]:
    """Boxes to take or hold, with what they are worth."""
    found = {}
    gates = [
        number
        for number, box in enumerate(pic.board.boxes)
        if pic.side in box.sources and box.entries and box.start_control == pic.side
    ]
    for number, value in enumerate(pic.worth.boxes):
        lost = pic.view.boxes[number] != pic.side
        if number in gates and (lost or _enemies_near(pic, number)):
            value += 1.0 + _SOURCE / len(gates)
        elif number in gates and _borders_on_enemies(pic, number):
            value += _WATCHED
        if value >= _LEAST and _may_be_entered(pic, number):
            found[number] = value
    for goal, value in list(found.items()):
        if pic.view.boxes[goal] != pic.side:
            for number in _on_the_way(pic, goal):
                found[number] = max(found.get(number, 0.0), _PASSING * value)
    return found


def _on_the_way(pic: Picture, goal: int) -> list[int]:
    """Boxes that the side has not, from where the way to a box leaves the map by the shortest."""
    days = days_to(pic, (goal,))
    gates = [n for n, box in enumerate(pic.board.boxes) if box.entries and days[n] <= _FAR_OFF]
    if not gates:
        return []
    here = min(gates, key=lambda n: (days[n] + pic.board.boxes[n].entry_days, n))
    found = []
    while here != goal:
        if pic.view.boxes[here] != pic.side:
            found.append(here)
        here = _next_box(pic, here, days)
    return found


def _enemies_near(pic: Picture, number: int) -> int:
    """Strength of enemies in a box or in one linked to it, or on their way to it."""
    near = {number, *(other for other, _days in pic.board.boxes[number].links)}
    return sum(
        pic.weight(n)
        for n, unit in enumerate(pic.view.units)
        if unit.box in near
        and pic.foes[pic.cards[n].side]
        and not unit.hidden
        and unit.status in (Status.IN_BOX, Status.TRAVELLING)
    )


def _borders_on_enemies(pic: Picture, number: int) -> bool:
    """Whether a box of enemies is linked to it."""
    holders = {pic.view.boxes[other] for other, _days in pic.board.boxes[number].links}
    return any(holder != NO_SIDE and pic.foes[holder] for holder in holders)


def _may_be_entered(pic: Picture, number: int) -> bool:
    holder = pic.view.boxes[number]
    return holder in (NO_SIDE, pic.side) or pic.foes[holder]


def days_to(pic: Picture, goals: Iterable[int], *, safe: bool = False) -> list[int]:
    """By box, the days of travel to the nearest of some boxes; `FAR` where no way leads.

    A `safe` way leads through own boxes only.
    """
    found = [FAR] * len(pic.board.boxes)
    waiting: list[tuple[int, int]] = []
    for goal in goals:
        found[goal] = 0
        heappush(waiting, (0, goal))
    while waiting:
        days, here = heappop(waiting)
        if days > found[here]:
            continue
        for other, more in pic.board.boxes[here].links:
            if safe and pic.view.boxes[other] != pic.side:
                continue
            if _may_be_entered(pic, other) and days + max(1, more) < found[other]:
                found[other] = days + max(1, more)
                heappush(waiting, (found[other], other))
    return found


def in_boxes(pic: Picture) -> list[int]:
    """Own units in boxes that can act."""
    return [
        n
        for n, unit in enumerate(pic.view.units)
        if unit.status is Status.IN_BOX and pic.cards[n].side == pic.side and unit.active
    ]


def under_way(pic: Picture, box: int) -> int:
    """Strength of own units in a box or on the way to it."""
    return sum(
        pic.weight(n)
        for n, unit in enumerate(pic.view.units)
        if pic.cards[n].side == pic.side
        and unit.box == box
        and (unit.status is Status.IN_BOX or (unit.status is Status.TRAVELLING and unit.at < 0))
    )


def _mustered(pic: Picture, goal: int) -> int:
    """Strength of own units before a box of enemies that wait for others, or are on their way."""
    if pic.view.boxes[goal] == pic.side:
        return 0
    beside = [other for other, _days in pic.board.boxes[goal].links]
    return sum(
        under_way(pic, other) - round(box_need(pic, other))
        for other in beside
        if pic.view.boxes[other] == pic.side and under_way(pic, other) > box_need(pic, other)
    )


def fights(pic: Picture) -> Iterator[Intent]:
    """Attacks in boxes, and boxes without enemies taken; to be asked again after each order."""
    for number in sorted({pic.unit(n).box for n in in_boxes(pic)}):
        box = pic.board.boxes[number]
        claim = ClaimBox(box.id)
        reason = Reason(Why.BOX, box.id)
        if why_illegal(pic.view, claim) is None:
            yield Intent(claim, reason)
            continue
        foes = tuple(enemies_in_box(pic.view, number, pic.side))
        able = [
            n for n in units_in_box(pic.view, number)
            if pic.cards[n].side == pic.side and pic.unit(n).active and not pic.unit(n).fought
        ]  # fmt: skip
        if not foes or not able or number in pic.view.struck_boxes:
            continue
        able.sort(key=lambda n: (-pic.power(n), n))
        air = min(pic.view.means[pic.side].air, pic.rules.support.air_cap)
        gain, points = max((_expected(pic, able, foes, a), -a) for a in (0, air))
        if gain >= least_gain(pic):
            units = tuple(pic.id(n) for n in able)
            yield Intent(AttackBox(box.id, units, -points), reason)


def _expected(pic: Picture, able: list[int], foes: tuple[int, ...], air: int) -> float:
    sheet = sheet_for(pic.view, Assault(pic.side, NOWHERE, tuple(able), foes, air))
    theirs = max(pic.step_worth(n) for n in foes)
    ours = max(pic.step_worth(n) for n in able) * pic.caution
    value = 0.0
    for chance, cell in cells(pic.view, sheet.value + sheet.net):
        value += chance * (cell.defender_loss * theirs - cell.attacker_loss * ours)
        value += chance * (0.7 if cell.retreat else 0.0)
    return value


def box_orders(pic: Picture, todo: list[Task]) -> dict[int, tuple[Order, Reason]]:
    """Where units in boxes go: to a box that is wanted, or onto the map where there is more to do.

    Who is nearest goes first, until the enemies there are outnumbered.
    """
    found: dict[int, tuple[Order, Reason]] = {}
    free = [n for n in in_boxes(pic) if pic.unit(n).mp > 0 and not pic.unit(n).fought]
    for goal, _value in sorted(wanted_boxes(pic).items(), key=lambda item: -item[1]):
        need = box_need(pic, goal)
        days = days_to(pic, (goal,), safe=True)
        able = sum(pic.weight(n) for n in free if days[pic.unit(n).box] <= _FAR_OFF)
        musters = enemies_in_box(pic.view, goal, pic.side) and able + under_way(pic, goal) < need
        for n in sorted(free, key=lambda n: (days[pic.unit(n).box], n)):
            here = pic.unit(n).box
            if need <= 0 or days[here] > _FAR_OFF:
                break
            free.remove(n)
            need -= pic.weight(n)
            if here == goal:
                continue
            step = _next_box(pic, here, days)
            if musters and step == goal:
                continue  # One by one they would be beaten: they wait for the others before it.
            order = TravelBox(pic.id(n), pic.board.boxes[step].id)
            if why_illegal(pic.view, order) is None:
                found[n] = (order, Reason(Why.BOX, pic.board.boxes[goal].id))
    for n in free:
        order_and_reason = _onto_the_map(pic, n, todo)
        if order_and_reason is not None:
            found[n] = order_and_reason
    return found


def box_need(pic: Picture, goal: int) -> float:
    """Strength a box takes to be won or held."""
    foes = sum(pic.weight(n) for n in enemies_in_box(pic.view, goal, pic.side))
    if pic.view.boxes[goal] != pic.side:
        return 4.0 + 1.6 * foes
    near = _enemies_near(pic, goal)
    if near:
        return min(12.0, 2.0 + 0.7 * near)
    return _WATCH if _borders_on_enemies(pic, goal) else 0.0


def _next_box(pic: Picture, here: int, days: list[int]) -> int:
    links = pic.board.boxes[here].links
    return min(links, key=lambda link: (days[link[0]] + link[1], link[0]))[0]


def _onto_the_map(pic: Picture, n: int, todo: list[Task]) -> tuple[Order, Reason] | None:
    """To the entry from which the best task is nearest, by other boxes if need be."""
    if pic.type(n).moves is MoveClass.STATIC or not todo:
        return None
    here, pace = pic.unit(n).box, max(1, allowance(pic.view, n))
    best: tuple[float, int, int, Task] | None = None
    days = days_to(pic, (here,), safe=True)
    for number, box in enumerate(pic.board.boxes):
        if days[number] > _FAR_OFF:
            continue
        for entry in box.entries:
            if pic.neutral_ground(entry) or pic.enemies_at(entry):
                continue
            for task in todo:
                far = pic.course(task.hexes, task.area, pic.type(n).moves)[entry]
                if far >= FAR:
                    continue
                score = task.value / (1 + days[number] + box.entry_days + 0.6 * far / pace)
                if task.hold and pic.regions.parted(entry, task.hexes[0]):
                    score *= PARTED
                if best is None or score > best[0]:
                    best = (score, number, entry, task)
    if best is None:
        return None
    _score, number, entry, task = best
    order: Order
    if number == here:
        order = EnterMap(pic.id(n), entry)
        reason = Reason(Why.ENTER, task.reason.place, task.hexes[0])
    else:
        step = _next_box(pic, here, days_to(pic, (number,), safe=True))
        order = TravelBox(pic.id(n), pic.board.boxes[step].id)
        reason = Reason(Why.BOX, pic.board.boxes[number].id)
    return (order, reason) if why_illegal(pic.view, order) is None else None


def leaving_tasks(pic: Picture) -> list[tuple[Task, int]]:
    """Entry hexes to go to for boxes that are wanted and that nobody off the map sees to."""
    found = []
    for goal, value in wanted_boxes(pic).items():
        lacking = box_need(pic, goal) - under_way(pic, goal) - _mustered(pic, goal)
        if lacking <= 0:
            continue
        days = days_to(pic, (goal,), safe=True)
        ways = []
        for number, box in enumerate(pic.board.boxes):
            entries = tuple(h for h in box.entries if not pic.enemies_at(h))
            if days[number] > _FAR_OFF or not entries:
                continue
            worth = value / (1 + 0.3 * (days[number] + box.entry_days))
            reason = Reason(Why.BOX, pic.board.boxes[goal].id, entries[0])
            ways.append((Task(reason, entries, worth, lacking, entries), number))
        ways.sort(key=lambda way: -way[0].value)
        found += ways[:2]
    return found


def leave_order(pic: Picture, n: int, box: int) -> Order | None:
    """Off the map, if the unit stands where the way to a box begins."""
    order = LeaveMap(pic.id(n), pic.board.boxes[box].id)
    return order if why_illegal(pic.view, order) is None else None
